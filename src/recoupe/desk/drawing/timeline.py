"""The timeline: how many incidents begin in each year, month or day, as bars that lead to them."""

import datetime as dt
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import islice
from typing import Literal, get_args

WIDTH, HEIGHT = 960.0, 90.0
"""Of the bars' ground, in units of the drawing."""
_MOST = 72
"""Bars; with more, the next larger unit of time is taken."""
_LABELS = 12
"""Words under the bars, at most about so many."""
_LETTER, _GAP = 7.0, 8.0
"""Room for a digit of the words, and between two of them, in units of the drawing."""

Unit = Literal["day", "month", "year"]
_LETTERS: dict[Unit, int] = {"day": 10, "month": 7, "year": 4}
"""How much of an ISO date names one."""


@dataclass(frozen=True, slots=True)
class Bar:
    """One year, month or day."""

    name: str
    """As dates are written: 2017, 2017-03, 2017-03-17."""
    count: int
    x: float
    width: float
    height: float
    label_at: float | None
    """Where the middle of its words stands, from the left of the bar; None where it has none."""


@dataclass(frozen=True, slots=True)
class Timeline:
    """The bars from the first to the last one, also those without an incident."""

    unit: Unit
    bars: tuple[Bar, ...]
    undated: int
    highest: int


def timeline(days: Iterable[str | None]) -> Timeline | None:
    """The timeline of incidents with these first days; None where fewer than two bars would stand on it."""
    given = list(days)
    dated = [day for day in given if day]
    if not dated:
        return None
    first, last = min(dated), max(dated)
    unit = _unit(first, last)
    counts = Counter(day[: _LETTERS[unit]] for day in dated)
    names = list(_names(first, last, unit))
    if len(names) < 2:
        return None
    highest, step = max(counts.values()), WIDTH / len(names)
    labels = _labels(names, step)
    bars = (
        Bar(name, counts[name], round(n * step, 1), round(step, 1), _height(counts[name], highest), labels.get(n))
        for n, name in enumerate(names)
    )
    return Timeline(unit, tuple(bars), len(given) - len(dated), highest)


def _labels(names: list[str], step: float) -> dict[int, float]:
    """Where the words of some bars stand, by the bar's number: all inside the drawing, none over another."""
    room, found, free = _LETTER * len(names[0]), dict[int, float](), 0.0
    for n in range(0, len(names), -(-len(names) // _LABELS)):
        # under the middle of a wide bar; a narrow one is where its words begin
        middle = n * step + (room if step < room / 2 else step) / 2
        middle = min(max(middle, room / 2), WIDTH - room / 2)
        if middle - room / 2 >= free:
            found[n] = round(middle - n * step, 1)
            free = middle + room / 2 + _GAP
    return found


def _unit(first: str, last: str) -> Unit:
    """The smallest of which there are not too many."""
    for unit in get_args(Unit):
        if len(list(islice(_names(first, last, unit), _MOST + 1))) <= _MOST:
            return unit  # type: ignore[no-any-return]
    return "year"


def _height(count: int, highest: int) -> float:
    """What is there at all is seen."""
    return round(max(2.0, HEIGHT * count / highest), 1) if count else 0.0


def _names(first: str, last: str, unit: Unit) -> Iterator[str]:
    a, b = dt.date.fromisoformat(first), dt.date.fromisoformat(last)
    if unit == "year":
        yield from (f"{year:04}" for year in range(a.year, b.year + 1))
    elif unit == "month":
        for month in range(12 * a.year + a.month - 1, 12 * b.year + b.month):
            yield f"{month // 12:04}-{month % 12 + 1:02}"
    else:
        yield from ((a + dt.timedelta(n)).isoformat() for n in range((b - a).days + 1))
