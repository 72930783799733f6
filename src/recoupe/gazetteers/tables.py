"""Reading the gazetteers' TOML files, with errors that name file and key."""

from collections.abc import Mapping
from importlib import resources
from importlib.resources.abc import Traversable
from typing import Any

import tomli

from recoupe.errors import DataError
from recoupe.languages.naming import FIRST, SECOND, folders


def data_file(name: str) -> Traversable:
    """The data file of that name inside the package."""
    return resources.files("recoupe.gazetteers").joinpath("data", name)


def read_tables(name: str, allowed: frozenset[str]) -> dict[str, Mapping[str, Any]]:
    """The tables of `data/<name>` by their heading; raises DataError on a missing file, bad TOML or an unknown key."""
    try:
        tables = tomli.loads(data_file(name).read_text("utf-8"))
    except FileNotFoundError:
        raise DataError(f"gazetteers/{name} is missing") from None
    except tomli.TOMLDecodeError as error:
        raise DataError(f"gazetteers/{name} is not TOML: {error}") from None
    for heading, table in tables.items():
        if not isinstance(table, dict):
            raise DataError(f"gazetteers/{name}: {heading!r} must be a table")
        if not allowed.issuperset(table):
            raise DataError(f"gazetteers/{name} [{heading}]: unknown key {min(set(table) - allowed)!r}")
    return tables


def names(table: Mapping[str, Any], key: str) -> tuple[str, ...]:
    """The names under `key`: one string, cut at semicolons, with plain apostrophes; empty when the key is absent.

    The files hold ’ so that their strings can be TOML's literal ones, which take a fifth of the time to read. Raises
    DataError when the value is no string.
    """
    value = table.get(key, "")
    if not isinstance(value, str):
        raise DataError(f"gazetteers: {key!r} must be one string, its names cut by semicolons, not {value!r}")
    return tuple(part for piece in value.replace("’", "'").split(";") if (part := piece.strip()))


def all_names(table: Mapping[str, Any]) -> tuple[str, ...]:
    """The names in every language, those of the records' two languages first."""
    order = dict.fromkeys((FIRST, SECOND, *reversed(folders())))
    return tuple(name for code in order for name in names(table, code))
