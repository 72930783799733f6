"""Reading a pack's TOML tables with errors that name file and key."""

from collections.abc import Mapping
from dataclasses import dataclass
from importlib.resources.abc import Traversable
from typing import Any

import tomli

from recoupe.errors import DataError


@dataclass(frozen=True, slots=True)
class Table:
    """One TOML file, or one table inside it, that remembers where it comes from."""

    where: str
    """For messages: `fr/cues.toml [verbs]`."""
    data: Mapping[str, Any]

    @classmethod
    def read(cls, folder: Traversable, name: str, code: str) -> "Table":
        """The table of `<folder>/<name>.toml`."""
        file = folder.joinpath(f"{name}.toml")
        where = f"{code}/{name}.toml"
        try:
            return cls(where, tomli.loads(file.read_text("utf-8")))
        except FileNotFoundError:
            raise DataError(f"{where} is missing") from None
        except tomli.TOMLDecodeError as error:
            raise DataError(f"{where} is not TOML: {error}") from None

    def only(self, *keys: str) -> "Table":
        """This table, after a check that it holds no key but these."""
        unknown = sorted(set(self.data) - set(keys))
        if unknown:
            raise DataError(f"{self.where}: unknown key {unknown[0]!r}")
        return self

    def table(self, key: str) -> "Table":
        """The table under `key`."""
        value = self._get(key, dict)
        return Table(f"{self.where} [{key}]", value)

    def tables(self, key: str) -> list["Table"]:
        """The array of tables under `key`; empty when absent."""
        values = self.data.get(key, [])
        if not isinstance(values, list) or not all(isinstance(v, dict) for v in values):
            raise DataError(f"{self.where}: {key!r} must be an array of tables")
        return [Table(f"{self.where} [[{key}]] #{i + 1}", v) for i, v in enumerate(values)]

    def words(self, key: str, *, optional: bool = False) -> tuple[str, ...]:
        """The strings under `key`: an array, or one string cut at white space."""
        if optional and key not in self.data:
            return ()
        value = self.data.get(key)
        if isinstance(value, str):
            return tuple(value.split())
        if isinstance(value, list) and all(isinstance(v, str) for v in value):
            return tuple(value)
        raise DataError(f"{self.where}: {key!r} must be strings")

    def text(self, key: str, default: str | None = None) -> str:
        """The string under `key`."""
        if default is not None and key not in self.data:
            return default
        value: str = self._get(key, str)
        return value

    def flag(self, key: str) -> bool:
        """Whether `key` is set to true; false when absent."""
        return bool(self._get(key, bool)) if key in self.data else False

    def mapping(self, key: str) -> dict[str, Any]:
        """The plain mapping under `key`."""
        return dict(self._get(key, dict))

    def _get(self, key: str, kind: type) -> Any:
        if key not in self.data:
            raise DataError(f"{self.where}: {key!r} is missing")
        value = self.data[key]
        if not isinstance(value, kind):
            raise DataError(f"{self.where}: {key!r} must be of type {kind.__name__}")
        return value
