"""Scales: where a number or a day stands on an axis, in per cent of its length, and the round numbers beside it."""

import datetime as dt
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from itertools import pairwise
from math import floor, log10

_STEPS = (1, 2, 2.5, 5, 10)
_LONG = 7
"""Days of silence that are always shown at their length."""


@dataclass(frozen=True, slots=True)
class Scale:
    """From nothing to a round number that all stand below or at."""

    top: float
    step: float

    @classmethod
    def upto(cls, largest: float, *, steps: int = 5) -> "Scale":
        """The smallest scale with whole and round steps, about so many, that holds numbers up to `largest`."""
        least = max(largest, 1) / steps
        size = 10.0 ** floor(log10(least))
        step = max(1.0, next(size * n for n in _STEPS if size * n >= least))
        if step != int(step):
            step = float(round(step + 0.5))
        return cls(step * max(1, -(-max(largest, 1) // step)), step)

    def at(self, value: float) -> float:
        """Where `value` stands, in per cent from the start."""
        return round(100 * min(max(value, 0.0), self.top) / self.top, 2)

    @property
    def ticks(self) -> tuple[tuple[float, int], ...]:
        """Each round number with where it stands."""
        return tuple((self.at(n * self.step), int(n * self.step)) for n in range(int(self.top / self.step) + 1))


@dataclass(frozen=True, slots=True)
class Days:
    """From the first day to the last, in order. A long silence is shown shorter than it was, as a break."""

    at: Mapping[str, float]
    """Where each ISO date stands, in per cent from the start."""
    breaks: tuple[float, ...]
    """Where time is cut short."""

    @classmethod
    def of(cls, days: Iterable[str]) -> "Days":
        """The axis of these ISO dates."""
        known = sorted({*days})
        dates = [dt.date.fromisoformat(day) for day in known]
        gaps = [(b - a).days for a, b in pairwise(dates)]
        longest = max(_LONG, 2 * sum(sorted(gaps)[: max(1, len(gaps) // 2)]))
        kept = [min(gap, longest) for gap in gaps]
        whole = sum(kept) or 1
        places = [round(100 * sum(kept[:n]) / whole, 2) for n in range(len(known))]
        cut = (round((places[n] + places[n + 1]) / 2, 2) for n, gap in enumerate(gaps) if gap > longest)
        return cls(dict(zip(known, places, strict=True)), tuple(cut))

    def ticks(self, apart: float = 13.0) -> tuple[tuple[float, str], ...]:
        """The first day, the last, and those between that stand so far apart, in per cent, that their names have room."""
        days = list(self.at.items())
        found = [days[0]]
        for day, place in days[1:-1]:
            if place - found[-1][1] >= apart and days[-1][1] - place >= apart:
                found.append((day, place))
        return tuple((place, day) for day, place in [*found, *days[1:][-1:]])
