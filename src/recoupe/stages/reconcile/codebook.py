"""Codebook: what each rule says, whose it is, and what it takes words without a number for, as `codebook.toml` holds it."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib import resources
from typing import Literal, get_args

from recoupe.errors import DataError
from recoupe.languages.naming import FIRST, SECOND
from recoupe.languages.tables import Table

Basis = Literal[
    "published",  # follows a text that was read
    "part",  # a text was read for the rule itself; the rest is as recoupe reads it
    "own",  # recoupe's own rule
]
Ceiling = Literal[
    "number",  # « jusqu'à 60 » counts as 60 like any number
    "high",  # it says something of the high end only
]
SIZES: Mapping[str, int] = {"tens": 10, "dozens": 12, "hundreds": 100, "thousands": 1000}
"""Words for a number left open, and the least of which they speak in the plural."""


@dataclass(frozen=True, slots=True)
class Entry:
    """One rule of the codebook."""

    rule: str
    name: Mapping[str, str]
    """By language, like `whose` and `text`."""
    whose: Mapping[str, str]
    version: str
    """Version or date of what was followed."""
    basis: Basis
    text: Mapping[str, str]
    """The rule in one paragraph."""
    source: str
    """Where its wording stands."""
    words: Mapping[str, tuple[int, int]]
    """By the keys of `SIZES`, the smallest and the largest number that the rule takes such words for; where a key is
    missing it takes them for none."""
    ceiling: Ceiling


@dataclass(frozen=True, slots=True)
class Codebook:
    """Every rule, and what holds for all of them."""

    general: Mapping[str, str]
    """Which Figures answer a question, by language."""
    dozens: tuple[str, ...]
    """Beginnings of the words that count by the dozen and not by ten, folded."""
    entries: Mapping[str, Entry]
    """By the rule's name, in the order of the file."""


@cache
def codebook() -> Codebook:
    """The codebook of the package; raises DataError when its file is malformed."""
    table = Table.read(resources.files("recoupe.stages.reconcile"), "codebook", "reconcile")
    table.only("general", "dozens", "rules")
    return Codebook(
        _both(table.table("general")),
        table.words("dozens"),
        {name: _entry(name, table.table("rules").table(name)) for name in table.table("rules").data},
    )


def _entry(name: str, table: Table) -> Entry:
    table.only("name", "whose", "version", "basis", "text", "source", "words", "ceiling")
    basis, ceiling = _text(table, "basis"), _text(table, "ceiling")
    if basis not in get_args(Basis) or ceiling not in get_args(Ceiling):
        raise DataError(f"{table.where}: unknown 'basis' or 'ceiling'")
    return Entry(
        name,
        _both(table.table("name")),
        _both(table.table("whose")),
        _text(table, "version"),
        basis,  # type: ignore[arg-type]  # was checked above
        _both(table.table("text")),
        _text(table, "source"),
        _words(table.table("words")),
        ceiling,  # type: ignore[arg-type]
    )


def _words(table: Table) -> dict[str, tuple[int, int]]:
    table.only(*SIZES)
    found = {}
    for key, ends in table.data.items():
        if not (isinstance(ends, list) and len(ends) == 2 and all(isinstance(end, int) for end in ends)):
            raise DataError(f"{table.where}: {key!r} must be two whole numbers")
        if not 0 <= ends[0] <= ends[1]:
            raise DataError(f"{table.where}: {key!r} must not fall")
        found[key] = (ends[0], ends[1])
    return found


def _both(table: Table) -> dict[str, str]:
    """One text per language, each in one line; every text has all of the languages."""
    if set(table.data) != {FIRST, SECOND}:
        raise DataError(f"{table.where}: needs the text in each language of the screens")
    return {language: " ".join(_text(table, language).split()) for language in table.data}


def _text(table: Table, key: str) -> str:
    value = table.data.get(key)
    if not isinstance(value, str) or not value.strip():
        raise DataError(f"{table.where}: {key!r} must be a text")
    return value
