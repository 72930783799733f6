"""Measures: what a claim says of corridors, evacuations, warnings, truces and aid: they exist, are missing …"""

from collections.abc import Iterable

from recoupe.model.attribution import Stance
from recoupe.model.claim import Measure, MeasureStatus
from recoupe.stages.claim.kinds.signs import Hit
from recoupe.stages.claim.kinds.stretch import Stretch
from recoupe.stages.claim.words.kind_index import KindIndex

_ORDER: tuple[MeasureStatus, ...] = ("broken", "refused", "missing", "asked")
_REACH = 14


def measure(stretch: Stretch, hit: Hit, stance: Stance | None, index: KindIndex) -> Measure | None:
    """The measure that a sign of protection names, with what its clause or the stance of its source says of it."""
    if hit.rule is None or hit.rule.measure is None:
        return None
    by_stance = index.words.status_by_stance.get(stance) if stance is not None else None
    said = by_stance if by_stance == "refused" else _said(stretch, hit, index) or by_stance
    return Measure(hit.rule.measure, said or "exists")


def _said(stretch: Stretch, hit: Hit, index: KindIndex) -> MeasureStatus | None:
    """What the words of the clause say; a negation with nothing else says that it is missing."""
    line, statuses, clauses = stretch.line, index.words.statuses, index.words.clauses
    first, stop = _clause(stretch, hit)
    words = [line.folds[at] for at in range(first, stop)]
    found = {statuses[f] for f in words if f in statuses}
    negated = not clauses.none.isdisjoint(words)
    for status in _ORDER:
        if status in found:
            if negated and status in ("broken", "refused"):
                return None  # « n'a pas été violé »
            return status
    return "missing" if negated else None


def _clause(stretch: Stretch, hit: Hit) -> tuple[int, int]:
    """The words of the clause around a sign, at most so many on each side."""
    line, relatives = stretch.line, stretch.notes.lexicon.words.relatives
    first, stop = hit.at, hit.end
    while first > max(0, hit.at - _REACH) and not _parts(stretch, first - 1):
        first -= 1
    while stop < min(line.end, hit.end + _REACH) and not _parts(stretch, stop) and line.folds[stop] not in relatives:
        stop += 1
    return first, stop


def _parts(stretch: Stretch, at: int) -> bool:
    return stretch.line.stops(at) or stretch.line.folds[at] == ","


def distinct(measures: Iterable[Measure | None]) -> tuple[Measure, ...]:
    """Each measure once, in reading order; what says more of one kind than that it exists stands for it."""
    found: dict[str, Measure] = {}
    for each in measures:
        if each is not None and (each.kind not in found or found[each.kind].status == "exists"):
            found[each.kind] = each
    return tuple(found.values())
