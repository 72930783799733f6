"""Dates as pages write them: in figures or with the month's name, with or without weekday and year."""

import datetime
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from typing import NamedTuple

from recoupe.languages.page import Page

FIRST_YEAR, LAST_YEAR = 1900, 2100
_ALIKE = {"ا": "اأإآ", "أ": "اأإآ", "إ": "اأإآ", "آ": "اأإآ", "ة": "ةه", "ه": "ةه", "ى": "ىي", "ي": "ىي"}
_BARE = {ord(char): group[0] for char, group in _ALIKE.items()}
_DIGITS = re.compile(r"\d+")
_AROUND = 40
"""Characters before and behind a figure that a date may fill."""
_ISO = re.compile(r"(?<![\d./-])(?P<y>\d{4})[-/.](?P<m>\d{1,2})[-/.](?P<d>\d{1,2})(?![\d]|[./-]\d)")
_FIGURES = re.compile(
    r"(?<![\d./-])(?P<d>\d{1,2})(?P<sep> ?[./-] ?)(?P<m>\d{1,2})(?P=sep)(?P<y>\d{4}(?=\d{1,2}(?:er)? \w)|(?:\d{4}|(?<! )\d{2})(?![\d]|[./-]\d))"
)
"""Also where the same day in words stands right behind, as scraped pages have it: « 17/02/202417 février 2024 »."""
TIME = re.compile(
    r"(?<!\d)(?:[01]?\d|2[0-4]) ?(?:h(?:eures?)? ?(?:[0-5]\d)?|[:.][0-5]\d)(?::[0-5]\d)?(?: ?[ap]\.?m\.?)?(?!\d)"
)
"""A time of day."""

_SHEET = re.compile(r"\bp(?:age|\.)? ?\d{1,3}\b")
"""The page of a newspaper (« p. 7 »)."""


@dataclass(frozen=True, slots=True)
class DateRef:
    """A day as written; `year` and `weekday` (0 is Monday) only where they are written."""

    start: int
    end: int
    year: int | None
    month: int
    day: int
    weekday: int | None
    swappable: bool = False
    """Whether day and month might be the other way round (« 03/04/2017 » on an English page)."""

    @property
    def iso(self) -> str | None:
        """The ISO date, or None when the year is missing or there is no such day."""
        date = day_of(self.year, self.month, self.day) if self.year is not None else None
        return date.isoformat() if date is not None else None


class _Calendar(NamedTuple):
    day_first: re.Pattern[str]
    month_first: re.Pattern[str]
    weekday: re.Pattern[str]
    month: re.Pattern[str]
    """The name of a month, which stands in every date that is not all figures."""
    months: dict[str, int]
    weekdays: dict[str, int]


def day_of(year: int, month: int, day: int) -> datetime.date | None:
    """The date, or None when there is no such day in the years that news can be of."""
    if not FIRST_YEAR <= year <= LAST_YEAR:
        return None
    try:
        return datetime.date(year, month, day)
    except ValueError:
        return None


def find_dates(key: str, page: Page, start: int = 0, end: int | None = None) -> list[DateRef]:
    """The dates in `key[start:end]`, in reading order; `key` is in the form of `recoupe.text.plain`."""
    end = len(key) if end is None else end
    found = [date for first, last in _windows(key, start, end) for date in _found(key, page, first, last)]
    found.sort(key=lambda date: (date.start, -date.end))
    kept: list[DateRef] = []
    for date in found:
        if not kept or date.start >= kept[-1].end:
            kept.append(date)
    return kept


def leftover(key: str, page: Page) -> str:
    """What is left of a line when dates, times of day and the words between them are taken away."""
    for date in reversed(find_dates(key, page)):
        key = key[: date.start] + " " + key[date.end :]
    key = _SHEET.sub(" ", TIME.sub(" ", key))
    words = [w for w in re.findall(r"[^\W_]+(?:\.[^\W_]+)*\.?", key) if w.strip(".") not in page.joints]
    return " ".join(w for w in words if w.strip(".") not in page.weekdays)


def has_time(key: str) -> bool:
    """Whether a time of day is written in `key`."""
    return TIME.search(key) is not None


def _windows(key: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """The stretches around figures: the only ones that can hold a date."""
    first = last = start
    for digit in _DIGITS.finditer(key, start, end):
        if digit.start() - _AROUND > last:
            if last > start:
                yield first, last
            first = digit.start() - _AROUND
        last = min(end, digit.end() + _AROUND)
    if last > start:
        yield first, last


def _found(key: str, page: Page, start: int, end: int) -> Iterator[DateRef]:
    calendar = _calendar(page)
    for match in _ISO.finditer(key, start, end):
        yield DateRef(match.start(), match.end(), int(match["y"]), int(match["m"]), int(match["d"]), None)
    for match in _FIGURES.finditer(key, start, end):
        yield _in_figures(match, key, calendar)
    if calendar.month.search(key, start, end) is None:
        return  # most figures are no days
    for pattern in (calendar.day_first, calendar.month_first):
        for match in pattern.finditer(key, start, end):
            day, year = int(match["d"]), int(match["y"]) if match["y"] else None
            if 1 <= day <= 31:
                month = calendar.months[_one_form(match["m"])]
                yield DateRef(match.start(), match.end(), year, month, day, _weekday(match["w"], calendar))


def _in_figures(match: re.Match[str], key: str, calendar: _Calendar) -> DateRef:
    day, month, year = int(match["d"]), int(match["m"]), int(match["y"])
    if len(match["y"]) == 2:
        year += 2000 if year < 50 else 1900
    before = calendar.weekday.search(key, max(0, match.start() - 24), match.start())
    weekday = _weekday(before["w"], calendar) if before else None
    start = before.start() if before else match.start()
    swappable = match["sep"].strip() == "/" and day <= 12 and month <= 12 and month != day
    straight, swapped = day_of(year, month, day), day_of(year, day, month)
    if straight is None and swapped is not None:
        day, month = month, day
    elif swappable and weekday is not None and straight and swapped:
        if straight.weekday() != weekday == swapped.weekday():
            day, month = month, day
        swappable = False
    return DateRef(start, match.end(), year, month, day, weekday, swappable)


@cache
def _calendar(page: Page) -> _Calendar:
    month, weekday = _any_of(page.months), _any_of(page.weekdays)
    article = rf"(?:{_any_of(page.day_articles)}\s+)?"
    opening = rf"(?:(?<!\w)(?P<w>{weekday})\.?,?\s+{article})?"
    ending = rf"(?:-?{_any_of(page.day_endings)}|º|°)?"
    year = r"(?P<y>\d{4,6})(?!\d)"
    return _Calendar(
        day_first=re.compile(
            rf"{opening}(?<![\d.,:])(?P<d>\d{{1,2}}){ending}\.?\s+(?:{_any_of(page.day_links)}\s+)?(?P<m>{month})\b\.?"
            rf"(?:\s*/\s*(?:{month})\b)?(?:,?\s+(?:{_any_of(page.day_links)}\s+)?{year})?"
        ),
        # without its year only before a mark, as in a dateline: « KYIV, May 3 (Reuters) – »
        month_first=re.compile(
            rf"{opening}(?<!\w)(?P<m>{month})\.?\s+(?P<d>\d{{1,2}}){ending}(?:,?\s+{year}|(?=\s*[(\[/–—-]))"
        ),
        weekday=re.compile(rf"(?<!\w)(?P<w>{weekday})\.?,?\s+{article}$"),
        month=re.compile(month),
        months={_one_form(name): number for name, number in page.months.items()},
        weekdays={_one_form(name): number for name, number in page.weekdays.items()},
    )


def _any_of(names: Iterable[str]) -> str:
    """A pattern for any of the names; Arabic letters that people write in several ways match each other."""
    longest_first = sorted(names, key=lambda name: (-len(name), name))
    written = ("".join(f"[{_ALIKE[c]}]" if c in _ALIKE else re.escape(c) for c in name) for name in longest_first)
    return f"(?:{'|'.join(written)})"


def _one_form(name: str) -> str:
    return " ".join(name.translate(_BARE).split())


def _weekday(name: str | None, calendar: _Calendar) -> int | None:
    return None if name is None else calendar.weekdays[_one_form(name)]
