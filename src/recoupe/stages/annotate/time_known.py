"""What is known when a time is read: what its form captured, publication, and the days named before it."""

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from recoupe.model.annotation import Token
from recoupe.stages.annotate.days import Season, Stamp

_NEAR = 7
"""Days from publication in which what is told is still news."""


@dataclass(slots=True)
class Known:
    """What is known when a time is read."""

    reference: dt.date | None
    """The day of publication; where it is unknown, « hier » and « la semaine dernière » are too."""
    year: int | None = None
    """The year of days that name none, where publication is unknown."""
    anchor: tuple[dt.date, dt.date] | None = None
    """The last day or days named."""
    course: tuple[dt.date, dt.date] | None = None
    """The last stretch of more than two days named (« entre le 4 et le 9 mars »)."""
    named: dt.date | None = None
    """The last day named in any way, also as the start of a stretch."""
    named_as: str = "day"
    """How exactly that was named (« en novembre 2019 »: a month)."""
    since: dt.date | None = None
    """The day named last, where it was named as the first of a stretch (« depuis le 8 mai »)."""
    told: dt.date | None = None
    """The same but for lengths of time (« depuis le 7 octobre … En 24 heures … depuis cette date »)."""
    headed: int | None = None
    """The year of the heading under which an entry of a chronology stands, or of the entry before it."""
    told_year: int | None = None
    """The last year named by its number, or by that of its months."""
    weekdays: dict[int, dt.date] = field(default_factory=dict)
    """The last day named with each weekday, which « mardi » means where publication is unknown."""
    began: dt.date | None = None
    """When what the article tells of began (« l'offensive a commencé le 17 octobre »)."""

    past: int | None = None
    """The year long past that the article is about."""
    past_since: tuple[int, int] = (1, 1)
    """The month and day before which it tells nothing of that year."""
    sentences: Sequence[Sequence[Token]] = ()
    """The sentences that hold times, which tell what the article is about."""
    starts: list[dt.date] = field(default_factory=list)
    """The first days of the stretches named (« depuis mars 2015 »), however rough."""

    @property
    def is_today(self) -> bool:
        """Whether what is told is near publication, and no day far from it was named last."""
        if self.reference is None:
            return False
        return self.anchor is None or abs((self.reference - self.anchor[1]).days) <= _NEAR

    @property
    def last_named(self) -> dt.date | None:
        """The last day named, else publication."""
        return self.anchor[0] if self.anchor else self.reference


class Got:
    """What a form captured: by class, the values in order."""

    __slots__ = ("values",)

    def __init__(self, values: Mapping[str, list[Any]]) -> None:
        self.values = values

    def first(self, name: str, default: Any = None) -> Any:
        """The first value of a class, or `default`."""
        return self.values[name][0] if name in self.values else default

    def last(self, name: str) -> Any:
        """The last value of a class, or None (« hiver 2016-2017 »)."""
        return self.values[name][-1] if name in self.values else None

    @property
    def unit(self) -> str:
        """The unit of time."""
        return str(self.first("UNIT"))

    @property
    def count(self) -> float | None:
        """The number of units, « un an et demi » 1.5; None for « quelques »."""
        number = self.first("NUMBER")
        return None if number is None else float(number) + ("HALF" in self.values) / 2

    @property
    def direction(self) -> int:
        """-1 last, 1 next, 0 for this."""
        return int(self.first("DIRECTION") or self.first("FRONT", 0))


def stamp(got: Got) -> Stamp:
    """The day, month or year that a form of [stamps] names."""
    first = {name: found[0] for name, found in got.values.items()}.get
    date, short = first("DATE"), first("SHORT")
    if date:
        day, month, year, digits = date
        return Stamp(year=year + (2000 if year < 50 else 1900) if digits == 2 else year, month=month, day=day)
    if short:
        return Stamp(month=short[1], day=short[0])
    number = first("NUMBER")
    month = first("MONTH") or first("MONTHNAME") or (int(number) if number else None)
    year, day, season = got.last("YEAR"), first("DAY"), first("SEASON")
    direction = got.direction
    return Stamp(
        year=int(year) if year else None,
        month=month,
        day=int(day) if day else None,
        weekday=first("WEEKDAY"),
        edge=first("EDGE"),
        direction=0 if direction == 0 else 1 if direction > 0 else -1,
        season=Season(*season) if season else None,
    )
