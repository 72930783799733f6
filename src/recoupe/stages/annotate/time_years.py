"""The year of an article without a date: the one on which its weekdays and days of the month agree."""

import datetime as dt
from collections.abc import Iterable

from recoupe.gazetteers.eras import eras
from recoupe.stages.annotate.days import Stamp, make

_YEARS = range(1970, 2060)


def year_hint(stamps: Iterable[Stamp]) -> int | None:
    """The year for days that name none, or None when it cannot be told.

    Where weekdays are named with days (« dimanche 28 mai ») it is the first year, not before those that the article
    names, on which they all agree; else the first year that is named with a day or month.
    """
    named: list[int] = []
    dated: list[int] = []
    fitting = set(_YEARS)
    pinned = False
    for stamp in stamps:
        if stamp.year:
            named.append(stamp.year)
            if stamp.month:
                dated.append(stamp.year)
        elif stamp.weekday is not None and stamp.day and stamp.month:
            fitting &= {y for y in _YEARS if _falls(y, stamp)}
            pinned = True
    if pinned and named:
        later = [y for y in fitting if y >= max(named)]
        if later:
            return min(later)
    return dated[0] if dated else None


def era_year(text: str, stamps: Iterable[Stamp]) -> int | None:
    """The year that the missions, battles and office-holders named in `text` leave for its days; None when they disagree."""
    days = {(stamp.month, stamp.day) for stamp in stamps if stamp.month and stamp.day and not stamp.year}
    years = {eras().year_of(text, month, day) for month, day in sorted(days)} - {None}
    return years.pop() if len(years) == 1 else None


def _falls(year: int, stamp: Stamp) -> bool:
    date: dt.date | None = make(year, stamp.month or 1, stamp.day or 1)
    return date is not None and date.weekday() == stamp.weekday
