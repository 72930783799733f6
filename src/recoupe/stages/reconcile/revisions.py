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

_Number = tuple[float | None, float | None]


def revisions(evidence: Evidence) -> dict[str, str]:
    """By the id of a Figure, that of the Figure with which the same body revised it.

    Two numbers of one effect, unit and group that a body gave for one incident, one after the other: the later one
    counts, and the earlier one does not however often it is repeated since. Later is a later day of publication. In one
    Document the earlier one is that which it denies in favour of the other (« 37, et non 35 »), that which was in the news
    on an earlier day, or a floor before a larger exact number (« au moins 29 », then « 51 »). Parts, relays that changed
    the number, numbers in words only and what is no assertion revise nothing.
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
        numbers: dict[_Number, list[Figure]] = defaultdict(list)
        for figure in told:
            numbers[_number(figure)].append(figure)
        for figure in told:
            for number, others in numbers.items():
                later = next((o for o in others if o.reality == "asserted" and _one_thing(o, figure)), None)
                if number == _number(figure) or later is None or figure.id in found:
                    continue
                if _revises(evidence, later, figure, numbers[_number(figure)]):
                    found[figure.id] = later.id
    return found


def _revises(evidence: Evidence, later: Figure, figure: Figure, same: Sequence[Figure]) -> bool:
    """Whether `later`, the first statement of its number, replaces the number of `figure`, given by `same` as well."""
    if figure.reality == "denied":
        return figure.document == later.document
    if any(each.reality == "denied" and each.document == later.document for each in same):
        return True
    if _only_rougher(later, figure):
        return False
    # the Figures are by the day of publication, then in reading order
    first = next(each for each in same if _one_thing(each, figure))
    began, day = evidence.stated(first), evidence.stated(later)
    if began is not None and day is not None and began != day:
        return began < day
    if first.document != later.document:
        return False
    if _known(evidence, first) < _known(evidence, later):
        return True
    return (
        first.bound in _FLOORS
        and later.bound not in _FLOORS
        and first.span.start < later.span.start
        and (later.value or 0) > (first.value or 0)
    )


def _known(evidence: Evidence, figure: Figure) -> str:
    """The day on which anybody first gave this number of this harm; after all days where no page states one."""
    alike = (
        other
        for other in evidence.figures
        if (other.effect, other.unit, _number(other)) == (figure.effect, figure.unit, _number(figure))
        and _one_thing(other, figure)
    )
    return evidence.stated(next(alike)) or "9999"


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


def _number(figure: Figure) -> _Number:
    return figure.value, figure.value_high
