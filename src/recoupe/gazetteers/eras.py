"""Eras: when people held office, missions ran and battles were fought, to tell the years an undated text may be of."""

import re
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache, cached_property, lru_cache

from recoupe.errors import DataError
from recoupe.gazetteers.tables import names, read_tables

_KEYS = frozenset({"names", "beside", "since", "until"})
_MONTH = re.compile(r"(\d{4})-(0[1-9]|1[0-2])$")


@dataclass(frozen=True, slots=True)
class Era:
    """From the first day of `since` on, the name was news; after `until`, if there is one, hardly any more."""

    id: str
    since: date
    until: date | None
    beside: tuple[str, ...] = ()
    """Names of which one must be in the text as well; none is asked for where there are none."""


class Eras:
    """The search for the names of eras in a text."""

    @cached_property
    def _named(self) -> list[tuple[str, Era]]:
        named: list[tuple[str, Era]] = []
        for identity, table in read_tables("eras.toml", _KEYS).items():
            since, until = _month(table.get("since")), _month(table.get("until"))
            if since is None or (until is None and "until" in table):
                raise DataError(f"gazetteers/eras.toml [{identity}]: 'since' and 'until' must be months, YYYY-MM")
            beside = names(table, "beside")
            era = Era(identity, date(*since, 1), _last_day(*until) if until else None, beside)
            named += [(name.replace("’", "'"), era) for name in names(table, "names")]
        return named

    @cached_property
    def latest(self) -> date:
        """The last day of which the file knows anything: an article that it can date is not from after."""
        return max(era.until or era.since for _, era in self._named)

    def find(self, text: str) -> tuple[Era, ...]:
        """The eras that `text` names, each once, in the file's order; capitals and accents count."""
        written = text.replace("’", "'")
        named = {era: None for name, era in self._named if name in written and _stands(name, written)}
        return tuple(e for e in named if not e.beside or any(n in written and _stands(n, written) for n in e.beside))

    def window(self, text: str) -> tuple[date | None, date | None]:
        """Between which days `text` was likely written: after the newest thing that it names began, before one ended.

        An end is left out when something newer is named: then the old name is history.
        """
        return _window(self, text)

    def year_of(self, text: str, month: int, day: int) -> int | None:
        """The year of a day that `text` gives without one, when the window holds that day once; else None."""
        since, until = self.window(text)
        if since is None or until is None:
            return None
        days = (_day(year, month, day) for year in range(since.year, until.year + 1))
        within = [found for found in days if found is not None and since <= found <= until]
        return within[0].year if len(within) == 1 else None


@cache
def eras() -> Eras:
    """The eras of the package; their file is opened at the first question."""
    return Eras()


@lru_cache(maxsize=1)  # every day of an article without a year asks it of the same text
def _window(known: Eras, text: str) -> tuple[date | None, date | None]:
    named = known.find(text)
    since = max((era.since for era in named), default=None)
    until = min((era.until for era in named if era.until is not None), default=None)
    if since is not None and until is not None and until < since:
        until = None
    return since, until


def _stands(name: str, text: str) -> bool:
    """Whether `name` is in the text as whole words."""
    return re.search(rf"(?<!\w){re.escape(name)}(?!\w)", text) is not None


def _month(value: object) -> tuple[int, int] | None:
    match = _MONTH.match(value) if isinstance(value, str) else None
    return (int(match.group(1)), int(match.group(2))) if match else None


def _day(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


def _last_day(year: int, month: int) -> date:
    return date(year + month // 12, month % 12 + 1, 1) - timedelta(days=1)
