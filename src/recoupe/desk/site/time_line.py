"""The timeline of a site: how many incidents a month, as bars."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

WIDTH = 900
_HEIGHT = 60
_MOST = 120
"""Bars that stand beside each other; of a longer time each is a year."""


@dataclass(frozen=True, slots=True)
class Bar:
    """One month or year."""

    label: str
    count: int
    x: float
    width: float
    height: float


def time_line(days: Iterable[str | None]) -> tuple[Bar, ...]:
    """One bar for each month from the first day to the last (ISO dates), empty ones too; for each year where that makes too many."""
    known = sorted(day for day in days if day)
    if not known:
        return ()
    stretch = _months(known[0], known[-1])
    if len(stretch) > _MOST:
        stretch = [f"{year:04}" for year in range(int(known[0][:4]), int(known[-1][:4]) + 1)]
    counts = Counter(day[: len(stretch[0])] for day in known)
    top, step = max(counts.values()), WIDTH / len(stretch)
    return tuple(
        Bar(
            label,
            counts[label],
            round(n * step, 1),
            round(max(1.0, step - 1), 1),
            round(_HEIGHT * counts[label] / top, 1),
        )
        for n, label in enumerate(stretch)
    )


def _months(first: str, last: str) -> list[str]:
    start, end = (int(day[:4]) * 12 + int(day[5:7]) - 1 for day in (first, last))
    return [f"{month // 12:04}-{month % 12 + 1:02}" for month in range(start, end + 1)]
