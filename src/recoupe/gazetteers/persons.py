"""Persons: who speaks for states, armies, armed parties and bodies, found by any spelling of the name in any language."""

from collections import defaultdict
from collections.abc import Container
from functools import cached_property
from typing import NamedTuple

from recoupe.errors import DataError
from recoupe.gazetteers.keys import flat
from recoupe.gazetteers.person_key import sounds
from recoupe.gazetteers.tables import data_file
from recoupe.languages.naming import folders
from recoupe.text import bare

_FILE = "persons.tsv"
_COLUMNS = ("name", *folders(), "alone", "countries", "from", "until")
_LATIN = "\u0250"
"""The first letter behind those of the Latin alphabet."""
_LAST = {c: group[0] for group in ("bp", "ckqg", "dt", "fvw", "szjx", "l", "m", "n", "r") for c in group}
_FIRST = {c: group[0] for group in ("aeiouyvw", "bpf", "l", "m", "n", "r") for c in group}
_SLACK = 3
"""Years before and after those in which somebody was in the news, in which the name still means him."""


class _Person(NamedTuple):
    name: str
    countries: frozenset[str]
    since: int
    until: int

    def is_in(self, year: int | None, countries: Container[str] | None) -> bool:
        """Whether the news of that year and of those countries may name the person."""
        if year is not None and not self.since - _SLACK <= year <= self.until + _SLACK:
            return False
        return countries is None or not self.countries or any(code in countries for code in self.countries)


class Persons:
    """The persons of `persons.tsv`."""

    def __init__(self) -> None:
        self._sounding: dict[str, dict[tuple[str, ...], _Person | None]] = {}
        """By how the last part begins and ends, then by the sounds of the whole name; None where two persons share them."""

    @cached_property
    def _rows(self) -> list[tuple[_Person, tuple[str, ...], tuple[str, ...]]]:
        """Each person, the spellings of the whole name, and what names the person alone."""
        head, *lines = data_file(_FILE).read_text("utf-8").splitlines()
        if tuple(head.split("\t")) != _COLUMNS:
            raise DataError(f"gazetteers/{_FILE}: its first line must name the columns {', '.join(_COLUMNS)}")
        rows = []
        for number, line in enumerate(lines, 2):
            cells = line.split("\t")
            if len(cells) != len(_COLUMNS) or not cells[0] or not (cells[-2] + cells[-1]).isdigit():
                raise DataError(
                    f"gazetteers/{_FILE}, line {number}: it needs {len(_COLUMNS)} columns, a name and two years"
                )
            *written, alone, countries, since, until = cells
            person = _Person(cells[0], frozenset(filter(None, countries.split(";"))), int(since), int(until))
            spellings = tuple(name for cell in written for name in cell.split(";") if name)
            rows.append((person, spellings, tuple(filter(None, alone.split(";")))))
        return rows

    @cached_property
    def _latin(self) -> dict[str, _Person]:
        return {_key(name): person for person, names, _ in self._rows for name in names if name[0] < _LATIN}

    @cached_property
    def _others(self) -> dict[str, _Person]:
        return {_key(name): person for person, names, _ in self._rows for name in names if name[0] >= _LATIN}

    @cached_property
    def _alone(self) -> dict[str, _Person]:
        return {_key(name): person for person, _, names in self._rows for name in names}

    @cached_property
    def _ending(self) -> dict[str, list[tuple[str, _Person]]]:
        """The names in Latin letters by how the last part begins and ends, since the sounds of all take long to make."""
        found: dict[str, list[tuple[str, _Person]]] = defaultdict(list)
        for person, spellings, _ in self._rows:
            for name in spellings:
                if name[0] < _LATIN:
                    found[_ends(name)].append((name, person))
        return found

    def _by_sound(self, name: str) -> _Person | None:
        ends = _ends(name)
        if ends not in self._sounding:
            found: dict[tuple[str, ...], _Person | None] = {}
            for spelling, person in self._ending.get(ends, ()):
                heard = sounds(spelling)
                found[heard] = person if found.get(heard, person) == person else None
            self._sounding[ends] = found
        return self._sounding[ends].get(sounds(name))

    def named(self, name: str, year: int | None = None, countries: Container[str] | None = None) -> str | None:
        """The usual Latin spelling of a whole name (« Sergueï Choïgou », « Сергей Шойгу »: Sergei Shoigu), or None.

        A spelling that the file does not have is one of its names when it sounds the same and nobody else's does. None
        too where the person is not in the news of that `year` and of those `countries`.
        """
        person = (self._latin if name[:1] < _LATIN else self._others).get(_key(name))
        if person is None and name[:1] < _LATIN and " " in name.strip():
            person = self._by_sound(name)
        return person.name if person is not None and person.is_in(year, countries) else None

    def alone(self, name: str, year: int | None = None) -> str | None:
        """The whole name of whom the press calls by this name without more (« Poutine »: Vladimir Putin), or None."""
        person = self._alone.get(_key(name))
        return person.name if person is not None and person.is_in(year, None) else None


def _key(name: str) -> str:
    """A name without case, accents, hyphens and spaces."""
    return flat(name).replace(" ", "").replace("'", "")


def _ends(name: str) -> str:
    """The first letter of the last part of a name and its last consonant, letters with which one sound is written as one."""
    last = bare(name.split()[-1])
    return _FIRST.get(last[:1], "k") + next((_LAST[c] for c in reversed(last) if c in _LAST), "")
