"""The date of publication of a page that states none, where weekdays, years and names in its text pin it down."""

import datetime
import re
from collections.abc import Iterable
from itertools import pairwise

from recoupe.gazetteers.eras import eras
from recoupe.gazetteers.wars import wars
from recoupe.stages.acquire.dates import DateRef, day_of, find_dates
from recoupe.stages.acquire.sheet import Sheet

_YEARS = range(1990, 2036)
_YEAR = re.compile(r"(?<![\d.,\w-])(?:19[5-9]\d|20[0-4]\d)(?![\d\w]|[.,]\d)")
_WORD = re.compile(r"[^\W\d_]+")
_SPREAD = 3
"""How many years after the newest thing that it names a text may be of."""
_HALF_YEAR = 6
_CAPTIONED, _LINES_ABOVE = 600, 8
"""Characters and lines from the top of the page within which the text of its photograph ends."""
_LEAD = 400
"""Characters within which a full date is that of the news."""
_NEARBY = 3
"""Days around a full date within which a weekday is meant that the text names alone."""
_SAID = 8
"""Within how many words behind « a annoncé » the day of the statement stands."""
_FIRST_YEAR = 365
"""Days from the beginning of a war for which its first day is written without a year."""
_SENTENCE = re.compile(r"[.!?\n]")
_NUMBERED = re.compile(r"(?<![\d.,])(\d{2,4}) ?(?:[^\W\d_]{1,3} )?([^\W\d_]+)")
"""A number in figures, with the ending of an ordinal or not, and the noun behind it."""
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
    if partial is not None:
        same = {d.iso for d in dates if (d.month, d.day) == (partial.month, partial.day) and d.iso is not None}
        if len(same) == 1:  # « GENÈVE, 30 septembre », where « 30 septembre 2005 » stands elsewhere
            return datetime.date.fromisoformat(same.pop())
    if partial is None and (day := _by_day_of_war(sheet, dates) or _by_today(sheet, dates)) is not None:
        return day
    anchor = partial or _last(without_year)
    if anchor is None:
        return _by_caption(sheet, dates) or _by_lead(sheet, dates) or _by_war(sheet, dates)
    fitting = [year for year in _YEARS if _fits(year, anchor, without_year)]
    named = [date.year for date in dates if date.year is not None and date.year in _YEARS]
    named += [int(match.group()) for match in _YEAR.finditer(sheet.key)]
    year = _only(fitting, named, anchor, sheet.text)
    day = day_of(year, anchor.month, anchor.day) if year is not None else None
    return day if day is None or partial is not None else _said_after(sheet, anchor, day)


def _said_after(sheet: Sheet, anchor: DateRef, day: datetime.date) -> datetime.date:
    """The weekday right after `day` on which the sentence of `anchor` has it said; `day` where it tells of none.

    « Une attaque a fait six morts mardi 4 juin, a annoncé la police ce mercredi » was written on the 5th or later.
    """
    rest = _SENTENCE.split(sheet.key[anchor.end : anchor.end + _LEAD])[0]
    words = _WORD.findall(rest)
    for at, word in enumerate(words):
        weekday = sheet.page.weekdays.get(word)
        if weekday is None or not 0 < (ahead := (weekday - day.weekday()) % 7) <= _NEARBY:
            continue
        said = not sheet.page.said.isdisjoint(words[max(0, at - _SAID) : at])
        if said and words[at - 1] not in sheet.page.unsaid:
            return day + datetime.timedelta(days=ahead)
    return day


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


def _by_day_of_war(sheet: Sheet, dates: list[DateRef]) -> datetime.date | None:
    """The day that a text gives together with the day of a known war that it is: « ce 3 mars, 149e jour de l'agression »."""
    counted = {int(m[1]) for m in _NUMBERED.finditer(sheet.key) if m[2] in sheet.page.days}
    bare = [date for date in dates if date.year is None]
    fitting = {
        day
        for date in bare
        for year in _YEARS
        if counted and (day := day_of(year, date.month, date.day)) is not None
        if date.weekday in (None, day.weekday())
        for count in counted
        for first in (day - datetime.timedelta(days=count - 1), day - datetime.timedelta(days=count))
        if wars().begun_on(first.month, first.day, sheet.text) == first.isoformat()
    }
    return fitting.pop() if len(fitting) == 1 else None


def _by_today(sheet: Sheet, dates: list[DateRef]) -> datetime.date | None:
    """The full date near the top that the text calls its own day: « ce dimanche 8 mai 2022 »."""
    full = [date for date in dates if date.iso is not None]
    first = full[0] if full else None
    if first is None or first.iso is None or first.start > _LEAD or first.weekday is None:
        return None
    before = _WORD.findall(sheet.key[: first.start])[-1:]
    if sheet.page.today.isdisjoint(before):
        return None
    years = [int(match.group()) for match in _YEAR.finditer(sheet.key)]
    if first.iso != max(date.iso for date in full if date.iso) or max(years, default=0) > int(first.iso[:4]):
        return None
    return datetime.date.fromisoformat(first.iso)


def _by_lead(sheet: Sheet, dates: list[DateRef]) -> datetime.date | None:
    """The full date with which the text opens, where it then names a weekday alone: news of that week.

    « Neuf civils ont été tués le 4 juin 2019. … Jeudi, une trêve … » was written in that week.
    """
    first = dates[0] if dates else None
    if first is None or first.iso is None or first.start > _LEAD:
        return None
    words = sheet.key[: first.start].split()
    if not sheet.key[first.end :].partition("\n")[0].strip(" .)"):
        return None  # the text under a photograph
    if not words or (first.weekday is None and sheet.page.told_on.isdisjoint(words[-3:])):
        return None
    years = [int(match.group()) for match in _YEAR.finditer(sheet.key)]
    full = [date.iso for date in dates if date.iso is not None]
    if first.iso != max(full) or max(years, default=0) > int(first.iso[:4]):
        return None
    day = datetime.date.fromisoformat(first.iso)
    alone = _weekdays_alone(sheet, first.end)
    if not alone:
        return None
    around = [day + datetime.timedelta(days=n) for n in range(-_NEARBY, _NEARBY + 1)]
    return max(day, *(d for d in around if d.weekday() in alone))


def _weekdays_alone(sheet: Sheet, start: int) -> list[int]:
    """The weekdays that the text names without a day of the month."""
    found: list[int] = []
    for match in _WORD.finditer(sheet.key, start):
        weekday = sheet.page.weekdays.get(match.group())
        if weekday is None:
            continue
        behind = sheet.key[match.end() : match.end() + 4].strip(" ,(le")
        if not behind[:1].isdigit():
            found.append(weekday)
    return found


def _by_war(sheet: Sheet, dates: list[DateRef]) -> datetime.date | None:
    """The last day that a text gives which says without a year when its war began: « depuis le 24 février ».

    So one writes in the war's first year, of which the days are.
    """
    bare = [date for date in dates if date.year is None]
    for date in bare:
        before = _WORD.findall(_SENTENCE.split(sheet.key[: date.start])[-1])
        if sheet.page.begun.isdisjoint(before) or not sheet.page.today.isdisjoint(before[-1:]):
            continue
        since = wars().begun_on(date.month, date.day, sheet.text)
        if since is None:
            continue
        began = datetime.date.fromisoformat(since)
        days = [
            day
            for other in bare
            for year in (began.year, began.year + 1)
            if (day := day_of(year, other.month, other.day)) and 0 < (day - began).days < _FIRST_YEAR
        ]
        years = [int(match.group()) for match in _YEAR.finditer(sheet.key)]
        return max(days, default=None) if max(years, default=0) <= began.year + 1 else None
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
