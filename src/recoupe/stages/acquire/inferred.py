"""The date of publication of a page that states none, where weekdays, years and names in its text pin it down."""

import datetime
import re
from collections.abc import Iterable
from itertools import pairwise

from recoupe.gazetteers.eras import eras
from recoupe.stages.acquire.dates import DateRef, day_of, find_dates
from recoupe.stages.acquire.sheet import Sheet

_YEARS = range(1990, 2036)
_YEAR = re.compile(r"(?<![\d.,\w-])(?:19[5-9]\d|20[0-4]\d)(?![\d\w]|[.,]\d)")
_SPREAD = 3
"""How many years after the newest thing that it names a text may be of."""
_HALF_YEAR = 6
_CAPTIONED, _LINES_ABOVE = 600, 8
"""Characters and lines from the top of the page within which the text of its photograph ends."""
_LATELY = 60
"""Days before a photograph that speak for its being of the day's news."""


def infer(sheet: Sheet, partial: DateRef | None) -> datetime.date | None:
    """The day on which the text was published, or None unless one year alone fits.

    `partial`: the date of publication as stated, its year missing. Without it the last day that the text gives with its
    weekday is taken, which is within a week of publication as news is written. The year is the only one in which all
    days fall on the weekdays that the text says, between the newest and the oldest thing that it names.
    """
    dates = find_dates(sheet.key, sheet.page)
    without_year = [date for date in dates if date.year is None and date.weekday is not None]
    anchor = partial or _last(without_year)
    if anchor is None:
        return _by_caption(sheet, dates)
    fitting = [year for year in _YEARS if _fits(year, anchor, without_year)]
    named = [date.year for date in dates if date.year is not None and date.year in _YEARS]
    named += [int(match.group()) for match in _YEAR.finditer(sheet.key)]
    year = _only(fitting, named, anchor, sheet.text)
    return day_of(year, anchor.month, anchor.day) if year is not None else None


def _by_caption(sheet: Sheet, dates: list[DateRef]) -> datetime.date | None:
    """The full date with which the line above the article ends, where another day of the text lies shortly before it.

    « Une rue de Tyr après une frappe, le 3 octobre 2024. » is the text under a photograph of the day's news, if the
    article tells of late September; alone it may be an old photograph.
    """
    full = [day for date in dates if date.iso is not None and (day := datetime.date.fromisoformat(date.iso))]
    if not full or sheet.text[:_CAPTIONED].count("\n") < 1:
        return None
    for date in dates:
        end = sheet.text.find("\n", date.end)
        if date.iso is None or date.end > _CAPTIONED or end < 0 or sheet.text[date.end : end].strip(" .)"):
            continue
        taken = datetime.date.fromisoformat(date.iso)
        others = (day_of(taken.year, d.month, d.day) for d in dates if d.year is None and d.weekday is None)
        near = any(day is not None and 0 <= (taken - day).days <= _LATELY for day in others)
        if taken == max(full) and near and sheet.text[:end].count("\n") <= _LINES_ABOVE:
            return taken
    return None


def _last(dates: Iterable[DateRef]) -> DateRef | None:
    """The latest of days without years; December is before January."""
    ordered = sorted(dates, key=lambda date: (date.month, date.day))
    for earlier, later in pairwise(ordered):
        if later.month - earlier.month > _HALF_YEAR:
            return earlier
    return ordered[-1] if ordered else None


def _fits(year: int, anchor: DateRef, dates: list[DateRef]) -> bool:
    """Whether all days fall on their weekdays with `anchor` in `year`; much later ones are of the year before."""
    for date in (anchor, *dates):
        of_year = year - 1 if date.month - anchor.month > _HALF_YEAR else year
        day = day_of(of_year, date.month, date.day)
        if day is None or (date.weekday is not None and day.weekday() != date.weekday):
            return False
    return True


def _only(fitting: list[int], named: list[int], anchor: DateRef, text: str) -> int | None:
    """The one fitting year that agrees with the years and the eras that the text names."""
    since, until = eras().window(text)
    newest = max(named, default=None)
    if since is None and newest is None:
        return None
    days = {year: day for year in fitting if (day := day_of(year, anchor.month, anchor.day))}
    left = [
        year
        for year, day in days.items()
        if (since is None or day >= since) and day <= (until or eras().latest) and (newest is None or year >= newest)
    ]
    if newest is not None and until is None:
        left = [year for year in left if year - max(newest, since.year if since else 0) <= _SPREAD]
    if newest in left and len(fitting) < len(_YEARS):
        return newest
    return left[0] if len(left) == 1 else None
