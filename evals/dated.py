"""POPCORN's dates (`DD/MM/YYYY`, 00 for what is not known) and when a time that was read says the same."""

import datetime as dt
import re
from dataclasses import dataclass
from typing import Literal

from recoupe.model.annotation import TimeRef

_VALUE = re.compile(r"(\d\d)/(\d\d)/(\d{4})")


@dataclass(frozen=True, slots=True)
class Dated:
    """One of their dates that has a year."""

    kind: str
    """EXACT, FUZZY, MIN (from then on) or MAX (up to then)."""
    value: str
    precision: Literal["day", "month", "year"]
    first: dt.date
    last: dt.date

    @property
    def stated_day(self) -> bool:
        """Whether it is a full date that the text states outright."""
        return self.kind == "EXACT" and self.precision == "day"

    def hit_by(self, time: TimeRef) -> bool:
        """Whether the time means this date: both its ends, or the end that MIN or MAX asks for.

        For a month or a year the time must lie inside and not be a single day, which would be another of their dates.
        """
        start, end = _day(time.date_from), _day(time.date_to)
        if self.precision == "day":
            wanted = {"MIN": (start,), "MAX": (end,)}.get(self.kind, (start, end))
            return all(day == self.first for day in wanted)
        known = [day for day in (start, end) if day is not None]
        if self.kind == "MIN":
            known = known[:1] if start else []
        elif self.kind == "MAX":
            known = known[-1:] if end else []
        return time.precision != "day" and bool(known) and all(self.first <= day <= self.last for day in known)


def dated(kind: str, value: str) -> Dated | None:
    """Their date, or None where the year is not known or the value is no date at all."""
    match = _VALUE.fullmatch(value)
    if match is None or not int(match[3]):
        return None
    day, month, year = (int(part) for part in match.groups())
    try:
        first = dt.date(year, month or 1, day or 1)
    except ValueError:
        return None
    if day and month:
        return Dated(kind.removeprefix("TIME_"), value, "day", first, first)
    if month:
        following = dt.date(year + month // 12, month % 12 + 1, 1)
        return Dated(kind.removeprefix("TIME_"), value, "month", first, following - dt.timedelta(days=1))
    return Dated(kind.removeprefix("TIME_"), value, "year", first, dt.date(year, 12, 31))


def _day(date: str | None) -> dt.date | None:
    try:
        return dt.date.fromisoformat(date) if date else None
    except ValueError:
        return None
