"""Scales: where a number or a day stands on an axis, in per cent of its length, and the round numbers beside it."""

import datetime as dt
from dataclasses import dataclass
from math import floor, log10

_STEPS = (1, 2, 2.5, 5, 10)


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
    """From the first day to the last."""

    first: dt.date
    last: dt.date

    @classmethod
    def of(cls, days: list[str]) -> "Days":
        """The stretch that holds all these ISO dates."""
        known = [dt.date.fromisoformat(day) for day in days]
        return cls(min(known), max(known))

    def at(self, day: str) -> float:
        """Where an ISO date stands, in per cent from the start."""
        length = (self.last - self.first).days
        return round(100 * (dt.date.fromisoformat(day) - self.first).days / length, 2) if length else 50.0

    def ticks(self, most: int = 5) -> tuple[tuple[float, str], ...]:
        """Days evenly apart, at most so many, the first and the last among them, each with where it stands."""
        length = (self.last - self.first).days
        parts = min(most - 1, length)
        offsets = sorted({round(length * n / parts) for n in range(parts + 1)}) if parts else [0]
        days = [(self.first + dt.timedelta(days=each)).isoformat() for each in offsets]
        return tuple((self.at(day), day) for day in days)
