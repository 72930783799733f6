"""Digest: one Incident in one line, and how much a person's minute is worth there."""

import math
from collections.abc import Mapping

from recoupe.languages.naming import FIRST, SECOND
from recoupe.model.digest import Digest
from recoupe.model.origin import Origin
from recoupe.model.tally import Tally
from recoupe.stages.reconcile.evidence import Evidence
from recoupe.stages.reconcile.reconciled import Reconciled

_GROUPS = ("unspecified", "civilians", "combatants", "children", "women")
"""Whose dead are shown first: those of everybody, else of the first who are told of."""


def digest(found: Reconciled, labels: Mapping[str, str], judged: int) -> Digest:
    """The line of an Incident. `labels` by language; `judged`: how many of its Figures people have judged."""
    evidence = found.evidence
    killed = _killed(found)
    low, high = origins(evidence)
    conflicts = sum(each.kind == "conflict" for each in found.disagreements)
    languages = (evidence.documents[d].language for d in evidence.incident.documents if d in evidence.documents)
    return Digest(
        evidence.incident.id,
        labels[SECOND],
        labels[FIRST],
        len(evidence.incident.documents),
        len(evidence.figures),
        judged,
        killed.low if killed else None,
        killed.high if killed else None,
        killed.group if killed else None,
        low,
        high,
        conflicts,
        found.grading.suggested if found.grading else None,
        tuple(dict.fromkeys(figure.effect for figure in evidence.figures)),
        evidence.incident.perpetrators,
        tuple(sorted(set(languages))),
        _worth(found, killed, low, conflicts, judged),
    )


def origins(evidence: Evidence) -> tuple[int, int]:
    """How many independent origins the Figures of an Incident have, at least and at most; 0 and 0 where none is known."""
    counted: dict[str, Origin] = {}
    for figure in evidence.figures:
        traced = evidence.traced.get(figure.id)
        if traced is not None and traced.origin.kind == "own_count" and not traced.distorted:
            counted[traced.origin.id] = traced.origin
    named = {_body(origin) for origin in counted.values() if not origin.unnamed}
    unnamed = {_body(origin) for origin in counted.values() if origin.unnamed}
    return len(named) or min(1, len(unnamed)), len(named) + len(unnamed)


def _body(origin: Origin) -> str:
    """Who counted: one body gives many numbers, and is one, unless a person says that it is another of that name."""
    return origin.id if origin.held_apart else origin.name


def _killed(found: Reconciled) -> Tally | None:
    """The dead by recoupe's own rule; where nobody is known to have counted, the range of what is written."""
    killed = [t for t in found.tallies if (t.effect, t.unit) == ("killed", "people")]
    asked = [t for t in killed if t.rule == "origins"] or [t for t in killed if t.rule == "airwars"]
    return min(asked, key=lambda t: _GROUPS.index(t.group), default=None)


def _worth(found: Reconciled, killed: Tally | None, origins_low: int, conflicts: int, judged: int) -> float:
    """The disputed first, then what rests on little, what is said with reserve, and what nobody has looked at; larger
    harm before smaller."""
    figures = found.evidence.figures
    waiting = len(figures) - judged
    if waiting <= 0:
        return 0.0
    reserved = sum(figure.reality != "asserted" for figure in figures) / len(figures)
    unplaced = sum(figure.place is None or figure.date_from is None for figure in figures) / len(figures)
    harm = math.log10(1 + (killed.high or killed.low or 0)) if killed else 0.0
    disputed = min(2.0, 0.5 * conflicts)
    thin = 1.0 if origins_low <= 1 else 0.0
    fresh = 1.0 if judged == 0 else 0.0
    return round((disputed + thin + reserved + unplaced + fresh + harm) * waiting / len(figures), 4)
