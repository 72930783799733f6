"""Agreement: whether two counts may be one number, each within its bound."""

from typing import Protocol

from recoupe.model.annotation import Bound
from recoupe.model.figure import Effect, Unit

_ROUNDING = 0.1
"""A number that is said roughly may be so far off, as a share (about half of what Lefort et al. find readers accept)."""


class Counted(Protocol):
    """What a Figure and a Count have in common."""

    @property
    def value(self) -> float | None: ...
    @property
    def value_high(self) -> float | None: ...
    @property
    def magnitude(self) -> int | None: ...
    @property
    def bound(self) -> Bound: ...
    @property
    def effect(self) -> Effect: ...
    @property
    def unit(self) -> Unit: ...


def agree(a: Counted, b: Counted) -> bool:
    """Whether both can be true of one thing: same effect, same unit, and their ranges meet."""
    if a.effect != b.effect or a.unit != b.unit:
        return False
    low_a, high_a = interval(a)
    low_b, high_b = interval(b)
    return low_a <= high_b and low_b <= high_a


def interval(count: Counted) -> tuple[float, float]:
    """The smallest and the largest number that the words allow.

    « plus de 130 » is 131 and up to half as many again: a bound is given near the number that is known. « des dizaines » is 20 to 99.
    """
    if count.value is None:
        size = count.magnitude or 1
        return (2.0 * size, 10.0 * size - 1) if size > 1 else (2.0, float("inf"))
    low, high = count.value, count.value_high or count.value
    match count.bound:
        case "about":
            return low * (1 - _ROUNDING), high * (1 + _ROUNDING)
        case "at_least":
            return low, high * 1.5
        case "more_than":
            return low + 1, high * 1.5 + 1
        case "at_most":
            return low * 0.5, high
        case "less_than":
            return low * 0.5, high - 1
        case _:
            return low, high
