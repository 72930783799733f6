"""Days: the dates that a sentence names, resolved against the day of publication."""

import calendar
import datetime as dt
import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from recoupe.languages.first import FirstWords
from recoupe.stages.first.lines import Line

_PARTS = {"mid": 15, "late": 21}
"""The day with which a part of a month begins."""
_WRITTEN = re.compile(r"(\d{1,2})[./](\d{1,2})[./](\d{4})")
_SHORTEST = 4
"""Letters of the shortest weekday: a shorter one (« вс ») is an abbreviation of something else."""


@dataclass(frozen=True, slots=True)
class Day:
    """A date at words `first` to `last` (exclusive); the ends are ISO dates, None where open or unknown."""

    first: int
    last: int
    date_from: str | None
    date_to: str | None
    kind: Literal["point", "span", "month", "since"]

    @property
    def known(self) -> bool:
        """Whether it says any day at all."""
        return self.date_from is not None or self.date_to is not None


def days(line: Line, published: str | None, words: FirstWords) -> tuple[Day, ...]:
    """The dates in reading order. One that cannot be resolved is there too, so that its numbers count nobody."""
    today = dt.date.fromisoformat(published) if published else None
    found: list[Day] = []
    at = 0
    while at < len(line.words):
        loose = line.at(at, "times")
        if loose is not None and loose.value in ("ever", "daily", "stretch"):
            found.append(_loose(loose.value, at, loose.last, today))
            at = loose.last
            continue
        day = _at(line, at, today, words)
        if day is None:
            at += 1
            continue
        found.append(_since(line, day, published))
        at = day.last
    return tuple(found)


def _loose(value: str, first: int, last: int, today: dt.date | None) -> Day:
    """« за сутки »: since the day before; « с тех пор »: since a day that is told elsewhere; « за три дня »: unknown ones."""
    if value == "stretch":
        return Day(first, last, None, None, "span")
    end = today.isoformat() if today else None
    if value == "ever":
        return Day(first, last, None, end, "since")
    start = (today - dt.timedelta(days=1)).isoformat() if today else None
    return Day(first, last, start, end, "since")


def _since(line: Line, day: Day, published: str | None) -> Day:
    """« с 3 марта », « منذ 3 مارس »: from then until publication."""
    since = next((h for h in line.of("times") if h.value == "since" and 0 <= day.first - h.last <= 2), None)
    if since is None or day.kind == "span":
        return day
    return Day(since.first, day.last, day.date_from, published, "since")


def _at(line: Line, at: int, today: dt.date | None, words: FirstWords) -> Day | None:
    written = _WRITTEN.fullmatch(line.words[at])
    if written is not None:
        return _point(at, at + 1, _date(int(written[3]), int(written[2]), int(written[1])))
    if line.words[at].isdecimal() and len(line.words[at]) <= 2:
        return _of_month(line, at, today, words)
    named = _month(line, at, words)
    if named is not None:
        return _whole_month(line, at, *named, today, words)
    year = _year(line, at, words)
    if year is not None:
        return Day(at, year[1], f"{year[0]}-01-01", f"{year[0]}-12-31", "month")
    return _relative(line, at, today, words)


def _of_month(line: Line, at: int, today: dt.date | None, words: FirstWords) -> Day | None:
    """« 17 марта », « 17 и 18 марта », « с 17 по 22 марта 2017 года », « بين 17 و22 آذار/مارس »."""
    numbers, last = [int(line.words[at])], at + 1
    while last < len(line.words):
        step = _next_day(line, last, words)
        if step is None:
            break
        numbers.append(int(line.words[step]))
        last = step + 1
    month = _month(line, last, words) if last < len(line.words) and not line.parted(last - 1, last) else None
    if month is None or not all(1 <= n <= 31 for n in numbers):
        return None
    number, last = month
    year = _year(line, last, words) if last < len(line.words) else None
    if year is not None:
        last = year[1]
    if year is None and any(_is_year(word) for word in line.words):
        return Day(at, last, None, None, "point")  # « 2004: … 26 декабря … »: of which year is told elsewhere
    dates = [_dated(year[0] if year else None, number, day, today) for day in (numbers[0], numbers[-1])]
    if dates[0] is None or dates[1] is None or dates[1] < dates[0]:
        return Day(at, last, None, None, "point")
    kind: Literal["point", "span"] = "point" if len(numbers) == 1 else "span"
    later = _of_month(line, last + 1, today, words) if _links(line, last, words) else None
    if later is not None and later.date_to is not None and len(numbers) == 1:  # « с 28 марта по 2 апреля »
        return Day(at, later.last, dates[0].isoformat(), later.date_to, "span")
    return Day(at, last, dates[0].isoformat(), dates[1].isoformat(), kind)


def _links(line: Line, at: int, words: FirstWords) -> bool:
    is_link = at + 1 < len(line.words) and line.words[at] in words.relay.in_dates and not line.parted(at - 1, at + 1)
    return is_link and line.words[at + 1].isdecimal() and len(line.words[at + 1]) <= 2


def _next_day(line: Line, at: int, words: FirstWords) -> int | None:
    """The word of the second day in « 17 и 18 », « 17-18 », « 17 و18 »."""
    if line.words[at].isdecimal() and len(line.words[at]) <= 2 and line.gaps[at].strip() in ("-", "–", "—"):
        return at if line.gaps[at].strip() else None
    return at + 1 if _links(line, at, words) else None


def _month(line: Line, at: int, words: FirstWords) -> tuple[int, int] | None:
    """The number of the month at word `at`, and the index behind it; its second name behind a stroke goes with it."""
    found = None
    for width in (2, 1):
        joined = " ".join(line.words[at : at + width])
        for _, rest in words.lexicon.shapes(joined):
            number = words.relay.months.get(rest)
            if number is not None and at + width <= len(line.words):
                found = number, at + width
                break
        if found is not None:
            break
    if found is not None and found[1] < len(line.words) and line.gaps[found[1]].strip() in ("/", "("):
        again = _month(line, found[1], words)
        if again is not None and again[0] == found[0]:
            return again
    return found


def _whole_month(line: Line, at: int, number: int, last: int, today: dt.date | None, words: FirstWords) -> Day | None:
    """« в марте 2017 года »; a month without a year only behind a preposition, for some are words too."""
    year = _year(line, last, words) if last < len(line.words) else None
    if year is None and not (
        line.ending(at, "times")
        or line.ending(at, "inside", "at")
        or line.at(at, "inside", "at")
        or _is_since(line, at)
    ):
        return None
    part = next((h.value for h in line.of("times") if h.last == at and h.value in _PARTS), "")
    if any(h.value == "not" and h.last == at for h in line.of("times")):
        return Day(at, last, None, None, "month")
    first = _dated(year[0] if year else None, number, _PARTS.get(part, 1), today)
    if first is None:
        return Day(at, last, None, None, "month")
    end = first.replace(day=calendar.monthrange(first.year, first.month)[1])
    end = min(end, today) if today is not None and first <= today else end
    return Day(at, year[1] if year else last, first.isoformat(), end.isoformat(), "month")


def _is_since(line: Line, at: int) -> bool:
    return any(h.value == "since" and 0 <= at - h.last <= 1 for h in line.of("times"))


def _year(line: Line, at: int, words: FirstWords) -> tuple[int, int] | None:
    """A year from 1900 on with what says that it is one, and the index behind it."""
    word = line.words[at]
    if not _is_year(word):
        return None
    behind = next((h for h in line.of("times") if h.value == "year" and h.first == at + 1), None)
    before = next((h for h in line.of("times") if h.value == "year" and h.last == at), None)
    told = at > 0 and _month_ends(line, at, words)
    if behind is None and before is None and not told and not line.ending(at, "inside") and not _is_since(line, at):
        return None
    return int(word), behind.last if behind else at + 1


def _is_year(word: str) -> bool:
    return word.isdecimal() and len(word) == 4 and 1900 <= int(word) <= 2100


def _month_ends(line: Line, at: int, words: FirstWords) -> bool:
    return any((m := _month(line, n, words)) is not None and m[1] == at for n in range(max(0, at - 3), at))


def _relative(line: Line, at: int, today: dt.date | None, words: FirstWords) -> Day | None:
    hit = line.at(at, "times")
    back = {"today": 0, "yesterday": 1, "eve": 1}.get(hit.value) if hit is not None else None
    weekday = words.relay.number(words.relay.weekdays, line.words[at]) if len(line.words[at]) >= _SHORTEST else None
    if hit is not None and back is not None:
        last = hit.last
    elif weekday is not None:
        last = at + 1
    else:
        return None
    if any(h.value == "not" and (h.first == last or h.last == at) for h in line.of("times")):
        return Day(at, last, None, None, "point")
    if today is None:
        return Day(at, last, None, None, "point")
    if back is None:
        assert weekday is not None
        back = (today.weekday() - weekday) % 7
    return _point(at, last, today - dt.timedelta(days=back))


def _point(first: int, last: int, date: dt.date | None) -> Day:
    iso = date.isoformat() if date else None
    return Day(first, last, iso, iso, "point")


def _dated(year: int | None, month: int, day: int, today: dt.date | None) -> dt.date | None:
    """The date; without a year the last one that is not after `today`."""
    if year is not None:
        return _date(year, month, day)
    if today is None:
        return None
    date = _date(today.year, month, day)
    return date if date is not None and date <= today else _date(today.year - 1, month, day)


def _date(year: int, month: int, day: int) -> dt.date | None:
    try:
        return dt.date(year, month, day)
    except ValueError:
        return None


def taken(found: tuple[Day, ...]) -> Iterator[int]:
    """The words that are parts of dates."""
    for day in found:
        yield from range(day.first, day.last)
