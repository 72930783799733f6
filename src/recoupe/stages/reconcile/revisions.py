"""Revisions: the Figures that the body which gave them has itself revised since, which no longer count in a tally."""

from collections import defaultdict
from collections.abc import Sequence

from recoupe.model.figure import Figure
from recoupe.stages.reconcile.counted_by import counted_by
from recoupe.stages.reconcile.evidence import Evidence

_ROUNDING = 0.1
"""A rough number so near an exact one, as a share, is that number in other words and no revision."""
_FLOORS = frozenset({"at_least", "more_than"})
_PLAIN = frozenset({"civilians", "unspecified"})
"""Groups of which one may stand for the other from one statement of a body to the next."""


def revisions(evidence: Evidence) -> dict[str, str]:
    """By the id of a Figure, that of the Figure with which the same body revised it.

    Two numbers of one effect, unit and group that a body gave for one incident, one after the other: the later one
    counts, and the earlier one does not however often it is repeated since. Later is a later day of publication; in one
    Document, a number that it denies in favour of another (« 37, et non 35 »), and an exact number told after a smaller
    one that was a floor (« au moins 29 », then « 51 »). Parts, relays that changed the number, numbers in words only and
    what is no assertion revise nothing.
    """
    who = counted_by(evidence)
    series: dict[tuple[str, str, str], list[Figure]] = defaultdict(list)
    for figure in evidence.figures:
        body = who.get(figure.id)
        traced = evidence.traced.get(figure.id)
        if body is None or figure.part_of or figure.value is None or (traced is not None and traced.distorted):
            continue
        series[body.key, figure.effect, figure.unit].append(figure)
    found: dict[str, str] = {}
    for told in series.values():
        for figure in told:
            later = next((other for other in told if _revises(evidence, told, other, figure)), None)
            if later is not None:
                found[figure.id] = later.id
    return found


def _revises(evidence: Evidence, told: Sequence[Figure], later: Figure, figure: Figure) -> bool:
    if later.reality != "asserted" or _number(later) == _number(figure) or not _one_thing(later, figure):
        return False
    if figure.reality == "denied":
        return figure.document == later.document
    same = [other for other in told if _number(other) == _number(figure) and _one_thing(other, figure)]
    again = [other for other in told if _number(other) == _number(later) and _one_thing(other, later)]
    if later is not next(other for other in again if other.reality == "asserted"):
        return False  # an old number that is told once more
    if any(other.reality == "denied" and other.document == later.document for other in same):
        return True
    if _only_rougher(later, figure):
        return False
    first = same[0]  # the Figures are by the day of publication, then in reading order
    began, day = evidence.stated(first), evidence.stated(later)
    if began is not None and day is not None and began != day:
        return began < day
    return (
        first.document == later.document
        and first.bound in _FLOORS
        and later.bound not in _FLOORS
        and first.span.start < later.span.start
        and (later.value or 0) > (first.value or 0)
    )


def _one_thing(a: Figure, b: Figure) -> bool:
    if a.group != b.group and not {a.group, b.group} <= _PLAIN:
        return False
    if a.date_to and b.date_from and a.date_to < b.date_from:
        return False
    return not (b.date_to and a.date_from and b.date_to < a.date_from)


def _only_rougher(later: Figure, figure: Figure) -> bool:
    """Whether the later words only round the number, or say less of it (« plus de 30 » for 37)."""
    value, before = later.value or 0, figure.value or 0
    if later.bound in _FLOORS and value < before:
        return True
    return later.bound == "about" and abs(value - before) <= _ROUNDING * max(value, before)


def _number(figure: Figure) -> tuple[float | None, float | None]:
    return figure.value, figure.value_high
