"""Bounds: the numbers that the words of a Figure allow, and whether two Figures can be true at once."""

from recoupe.model.figure import Figure

_ROUNDING = 0.2
"""How far « une vingtaine » and « près de 50 » may be off, as a share: what Lefort et al. find readers accept. Grouping, where a
wrong match does more harm, takes half of it."""


def allowed(figure: Figure) -> tuple[float, float]:
    """The smallest and the largest number that the words allow, taken strictly: « plus de 130 » is 131 and all above.

    « des dizaines » is 20 to 99; a number of which nothing is known but that it is several is 2 and all above.
    """
    if figure.value is None:
        size = figure.magnitude or 1
        return (2.0 * size, 10.0 * size - 1) if size > 1 else (2.0, float("inf"))
    low, high = figure.value, figure.value_high if figure.value_high is not None else figure.value
    match figure.bound:
        case "about":
            return low * (1 - _ROUNDING), high * (1 + _ROUNDING)
        case "at_least":
            return low, float("inf")
        case "more_than":
            return low + 1, float("inf")
        case "at_most":
            return 0.0, high
        case "less_than":
            return 0.0, high - 1
        case _:
            return low, high


def compatible(a: Figure, b: Figure) -> bool:
    """Whether some number satisfies both."""
    (low, high), (other_low, other_high) = allowed(a), allowed(b)
    return low <= other_high and other_low <= high


def same_number(a: Figure, b: Figure) -> bool:
    """Whether both say the same: number and bound; « douze » and « 12 » do, « une douzaine » and « 12 » do not."""
    return _number(a) == _number(b)


def _number(figure: Figure) -> tuple[float | int | str | None, ...]:
    return figure.value, figure.value_high, figure.magnitude, figure.bound


def lower(a: Figure, b: Figure) -> Figure:
    """The one whose smallest number is the smaller; the first of equal ones."""
    return min((a, b), key=lambda f: allowed(f)[0])
