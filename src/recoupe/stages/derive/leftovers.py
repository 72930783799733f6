"""Leftovers: numbers that stand on one side only, and which of them is a number of the other side that was changed.

A relay moves sentences about and rewrites headlines, so a changed number may stand in no passage that has a partner.
What tells it is that each side has just one number of that harm that the other side does not tell.
"""

from collections.abc import Iterable, Iterator, Sequence
from math import log

from recoupe.stages.derive.marks import Count

_DEATHS = frozenset(("killed", "casualties"))
_PLAIN = frozenset((None, "civilians"))
"""Groups that stand for one another: « 15 morts », « 15 civils »."""
_FARTHEST = 1.3
"""Logarithm of the greatest ratio of a number to what was made of it: nearly four times."""
_ROUNDING = 0.1

Placed = tuple[Count, bool]
"""A Count, and whether it stands in a headline."""


def paired(lost: Sequence[Placed], gained: Sequence[Placed]) -> Iterator[tuple[Count, Count]]:
    """For each Count of `gained` the one of `lost` that it was made from, where only one can be meant."""
    ours, theirs = _clusters(lost), _clusters(gained)
    fits = [tuple(n for n, there in enumerate(theirs) if _may_be(here[0][0], there[0][0])) for here in ours]
    for n, there in enumerate(theirs):
        rivals = [m for m, fit in enumerate(fits) if n in fit]
        if not rivals or len({fits[m] for m in rivals}) > 1 or len(fits[rivals[0]]) != len(rivals):
            continue
        here = ours[rivals[fits[rivals[0]].index(n)]]
        for y, title in there:
            # of a number said twice, the headline's is set beside the headline's
            yield next((x for x, of_title in here if of_title == title), here[0][0]), y


def told(count: Count, others: Iterable[Count]) -> bool:
    """Whether one of `others` gives the same number, or one that rounds it, of the same harm to the same group."""
    return any(
        _same_harm(count, other) and _same_group(count, other) and _rounds(count, other) and other.value is not None
        for other in others
    )


def _clusters(placed: Sequence[Placed]) -> list[list[Placed]]:
    """The numbers of one harm that are said several times, together; in the order of their first mention."""
    found: list[list[Placed]] = []
    for count, title in placed:
        for cluster in found:
            first = cluster[0][0]
            equal = (first.value, first.high, first.magnitude) == (count.value, count.high, count.magnitude)
            if equal and _same_harm(first, count) and _same_group(first, count):
                cluster.append((count, title))
                break
        else:
            found.append([(count, title)])
    return found


def _may_be(x: Count, y: Count) -> bool:
    """Whether one may be the other one changed."""
    if x.value is None or y.value is None or not (_same_harm(x, y) and _same_group(x, y)):
        return False
    return abs(log(max(x.value, 0.5) / max(y.value, 0.5))) <= _FARTHEST


def _same_harm(x: Count, y: Count) -> bool:
    if x.effect and y.effect:
        return x.effect == y.effect or {x.effect, y.effect} <= _DEATHS
    # « onze femmes et neuf enfants »: what became of them may be said in front of the first ones
    return bool(x.group and x.group == y.group)


def _same_group(x: Count, y: Count) -> bool:
    return x.group == y.group or {x.group, y.group} <= _PLAIN


def _rounds(x: Count, y: Count) -> bool:
    if x.value is None or y.value is None:
        return False
    near = abs(x.value - y.value) <= _ROUNDING * max(x.value, y.value)
    return x.value == y.value or (near and "about" in (x.bound, y.bound))
