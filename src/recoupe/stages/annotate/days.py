"""Days: intervals of days, and the days that a name such as « lundi 28 mai » or « fin mars 2017 » means."""

import calendar
import datetime as dt
from typing import Literal, NamedTuple

Precision = Literal["day", "days", "week", "month", "season", "year", "unknown"]
Kind = Literal["point", "interval", "since", "until", "duration", "recurring"]

_AHEAD = 7
"""Days after publication that a date without a year may lie; one further on is of the year before."""
_LATEST = 2100
_DAYS_OF = {"hour": 1 / 24, "day": 1, "week": 7, "weekend": 7}
_MONTHS_OF = {"month": 1, "quarter": 3, "half": 6, "year": 12, "decade": 120, "half-century": 600, "century": 1200}
_WEEKDAY_YEARS = 6
"""How many years back a weekday may pin one: a day of the year falls on it again after 5, 6 or 11 years."""


class Days(NamedTuple):
    """An interval of days; None for an open or unknown end."""

    first: dt.date | None
    last: dt.date | None
    precision: Precision
    kind: Kind


UNKNOWN = Days(None, None, "unknown", "point")


class Season(NamedTuple):
    """Month and day on which a season begins and ends."""

    from_month: int
    from_day: int
    to_month: int
    to_day: int


class Stamp(NamedTuple):
    """A day, month or year as named, with what is named of it."""

    year: int | None = None
    month: int | None = None
    day: int | None = None
    weekday: int | None = None
    edge: str | None = None
    """start, middle, end or whole."""
    direction: int = 0
    """-1 last, 1 next."""
    season: Season | None = None


def one(day: dt.date, precision: Precision = "day") -> Days:
    """The interval of one day."""
    return Days(day, day, precision, "point")


def stretch(
    first: dt.date | None, last: dt.date | None, precision: Precision = "days", kind: Kind = "interval"
) -> Days:
    """The interval from `first` to `last`; unknown when neither is known."""
    return Days(first, last, precision, kind) if first or last else UNKNOWN._replace(kind=kind)


def make(year: int, month: int, day: int) -> dt.date | None:
    """The date, or None when there is none (31 February, a year out of reach)."""
    try:
        return dt.date(year, month, day) if year <= _LATEST else None
    except ValueError:
        return None


def month_end(year: int, month: int) -> dt.date:
    """The last day of a month."""
    return dt.date(year, month, calendar.monthrange(year, month)[1])


def add(day: dt.date, count: float, unit: str) -> dt.date | None:
    """`day` shifted by `count` units, hours in whole days; None out of reach.

    Where the month has no such day it is the month's last.
    """
    try:
        if unit in _DAYS_OF:
            return day + dt.timedelta(days=int(count * _DAYS_OF[unit]))
        year, month = divmod(day.year * 12 + day.month - 1 + int(count * _MONTHS_OF[unit]), 12)
        return dt.date(year, month + 1, min(day.day, calendar.monthrange(year, month + 1)[1]))
    except (OverflowError, ValueError):
        return None


def stamp_days(stamp: Stamp, reference: dt.date | None, year: int | None, near: dt.date | None) -> Days:
    """The days that `stamp` means.

    `reference` is the day of publication. Where it is unknown `year` fills in for a year not named. `near` is the last
    day named, which gives a lone day its month.
    """
    if stamp.day and stamp.month:
        day = _day(stamp, reference, year)
        return one(day) if day else UNKNOWN
    if stamp.month:
        return _month(stamp, reference, year)
    if stamp.day:
        return _lone_day(stamp, reference, near)
    if stamp.weekday is not None:
        return one(_weekday(stamp.weekday, stamp.direction, reference)) if reference else UNKNOWN
    if stamp.season:
        return _season(stamp.season, stamp, reference)
    if stamp.year and stamp.year < _LATEST:
        return _year(stamp.year, stamp.edge)
    return UNKNOWN


def _day(stamp: Stamp, reference: dt.date | None, year: int | None) -> dt.date | None:
    month, day = stamp.month or 1, stamp.day or 1
    if stamp.year is not None:
        return make(stamp.year, month, day)
    if reference is None:
        return make(year, month, day) if year else None
    if stamp.weekday is not None and not stamp.direction:
        around = range(reference.year - _WEEKDAY_YEARS, reference.year + 2)
        dates = [d for y in around if (d := make(y, month, day)) and d.weekday() == stamp.weekday]
        if dates:
            return min(dates, key=lambda d: abs((d - reference).days))
    if stamp.direction == 1:
        return next(
            (d for y in range(reference.year, reference.year + 9) if (d := make(y, month, day)) and d > reference), None
        )
    limit = reference if stamp.direction else reference + dt.timedelta(days=_AHEAD)
    return next((d for y in range(limit.year, limit.year - 9, -1) if (d := make(y, month, day)) and d <= limit), None)


def _month(stamp: Stamp, reference: dt.date | None, hint: int | None) -> Days:
    month = stamp.month or 1
    year = stamp.year
    if year is None and reference is not None:
        year = reference.year
        if stamp.direction == 1:
            year += month <= reference.month
        else:
            year -= month > reference.month or (stamp.direction == -1 and month == reference.month)
    year = year or hint
    if not year or year >= _LATEST:
        return UNKNOWN
    last = month_end(year, month)
    if stamp.edge == "start":
        return Days(dt.date(year, month, 1), dt.date(year, month, 10), "days", "interval")
    if stamp.edge == "middle":
        return one(dt.date(year, month, 15), "days")
    if stamp.edge == "end":
        return Days(dt.date(year, month, 21), last, "days", "interval")
    return Days(dt.date(year, month, 1), last, "month", "interval")


def _lone_day(stamp: Stamp, reference: dt.date | None, near: dt.date | None) -> Days:
    """« le 23 », « mercredi 13 »: the last such day up to publication, in the month last named where one is."""
    day = stamp.day or 1
    if stamp.weekday is not None and reference is not None:
        for back in range(-_AHEAD, 400):
            date = reference - dt.timedelta(days=back)
            if date.day == day and date.weekday() == stamp.weekday:
                return one(date)
        return UNKNOWN
    base = near or reference
    if base is None:
        return UNKNOWN
    limit = reference
    for back in range(3):
        year, month = divmod(base.year * 12 + base.month - 1 - back, 12)
        date_ = make(year, month + 1, day)
        if date_ and (limit is None or date_ <= limit):
            return one(date_)
    return UNKNOWN


def _weekday(weekday: int, direction: int, reference: dt.date) -> dt.date:
    """The last such weekday up to the reference; before it for « lundi dernier », after it for « lundi prochain »."""
    back = (reference.weekday() - weekday) % 7
    if direction > 0:
        return reference + dt.timedelta(days=7 - back)
    return reference - dt.timedelta(days=back or (7 if direction else 0))


def _season(season: Season, stamp: Stamp, reference: dt.date | None) -> Days:
    over = season.to_month < season.from_month

    def span(start: int) -> tuple[dt.date, dt.date]:
        return dt.date(start, season.from_month, season.from_day), dt.date(start + over, season.to_month, season.to_day)

    if stamp.year:
        first, last = span(stamp.year - over)
        return Days(first, last, "season", "interval") if stamp.year < _LATEST else UNKNOWN
    if reference is None:
        return UNKNOWN
    # begun for « cet été », over for « l'été dernier », to come for « l'été prochain »
    years = [span(reference.year + n) for n in (1, 0, -1, -2)]
    if stamp.direction > 0:
        first, last = next(s for s in reversed(years) if s[0] > reference)
    else:
        first, last = next(s for s in years if s[1 if stamp.direction else 0] <= reference)
    return Days(first, last, "season", "interval")


def _year(year: int, edge: str | None) -> Days:
    first, last = {"start": (1, 2), "middle": (6, 7), "end": (11, 12)}.get(edge or "", (1, 12))
    return Days(dt.date(year, first, 1), month_end(year, last), "month" if edge else "year", "interval")
