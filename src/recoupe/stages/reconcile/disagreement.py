"""Disagreement: how two Figures of one Incident differ. The order of the tests is that of the classes: what they mean
comes first, then when they were said, then how surely, and only then the numbers."""

from itertools import combinations

from recoupe.model.figure import Figure, Reality
from recoupe.model.tally import Disagreement
from recoupe.stages.reconcile.bodies import body
from recoupe.stages.reconcile.bounds import compatible, same_number
from recoupe.stages.reconcile.evidence import Evidence
from recoupe.stages.reconcile.meaning import difference
from recoupe.stages.reconcile.sides import speaks_for
from recoupe.stages.reconcile.superseded import revises

_ADMITTED = 9
"""Words before a number among which « reconnaît » is of that number."""


def disagreement(a: Figure, b: Figure, evidence: Evidence) -> Disagreement:
    """How two Figures of the Incident differ; the one told first comes first in it."""
    first, second = sorted((a, b), key=lambda f: (evidence.stated(f) or "9999", f.document, f.span.start))
    meaning = difference(first, second, evidence)
    if meaning is not None:
        return Disagreement(first.id, second.id, "scope", meaning)
    if revises(second, first, evidence) or revises(first, second, evidence):
        return Disagreement(first.id, second.id, "time", "superseded")
    status = _status(first, second, evidence)
    if status is not None:
        return Disagreement(first.id, second.id, "status", status)
    if same_number(first, second):
        return Disagreement(first.id, second.id, "equal", "number")
    if compatible(first, second):
        return Disagreement(first.id, second.id, "compatible", "bounds")
    return Disagreement(first.id, second.id, "conflict", "number")


def disagreements(evidence: Evidence) -> tuple[Disagreement, ...]:
    """How the Figures of the Incident differ: one for each two that differ in number, meaning or origin.

    Of the Figures in which one origin gives one number only the one told first is compared; so is one of those of one
    Document that nobody is known to stand behind.
    """
    kept: dict[tuple[object, ...], Figure] = {}
    for figure in sorted(evidence.figures, key=lambda f: (evidence.stated(f) or "9999", f.document, f.span.start)):
        kept.setdefault(_statement(figure, evidence), figure)
    return tuple(disagreement(a, b, evidence) for a, b in combinations(kept.values(), 2))


def _statement(figure: Figure, evidence: Evidence) -> tuple[object, ...]:
    """What makes a Figure another one than the next: who gives it, the number, and what it counts."""
    traced = evidence.traced.get(figure.id)
    origin = traced.origin.id if traced is not None and not traced.distorted else ""
    number = (figure.value, figure.value_high, figure.magnitude, figure.bound)
    kept = (figure.effect, figure.unit, figure.group, figure.scope, figure.reality, figure.part_of is not None)
    return (origin or figure.document, *number, *kept)


def _status(a: Figure, b: Figure, evidence: Evidence) -> str | None:
    """How the standing of the two differs, a key; None where they stand alike."""
    realities: set[Reality] = {a.reality, b.reality}
    for reality in ("denied", "hypothetical", "conditional"):
        if len(realities) == 2 and reality in realities:
            return reality
    if same_number(a, b):
        return None
    if (a.value == 0) != (b.value == 0):
        return "denied"
    if unconfirmed(a, evidence) != unconfirmed(b, evidence):
        return "unconfirmed"
    accused = frozenset(f.perpetrator for f in (a, b) if f.perpetrator) or frozenset(evidence.incident.perpetrators)
    if conceded(a, accused, evidence) != conceded(b, accused, evidence):
        return "admission"
    return None


def unconfirmed(figure: Figure, evidence: Evidence) -> bool:
    """Whether its sentence says that nobody answers for it, or tells it as hearsay."""
    around = evidence.around(figure)
    words = around.words
    return around.says(words.unconfirmed, around.sentence) or around.says(
        words.hearsay, around.close(before=8, after=8)
    )


def conceded(figure: Figure, accused: frozenset[str], evidence: Evidence) -> bool:
    """Whether one of those `accused` of the harm gives the number, or the words beside it admit it."""
    if figure.id in evidence.admitted:
        return True
    document = evidence.documents[figure.document]
    around = evidence.around(figure)
    if around.says(around.words.admitted, around.close(before=_ADMITTED, after=0)):
        return True
    return any(speaks_for(body(figure, evidence), party, document.language) for party in accused)
