"""Reconciled: one Incident with all that follows from its Figures."""

from dataclasses import dataclass

from recoupe.gazetteers import Gazetteers
from recoupe.model.tally import Check, Disagreement, Grading, Line, Tally
from recoupe.stages.reconcile.checks import checks
from recoupe.stages.reconcile.disagreement import disagreements
from recoupe.stages.reconcile.evidence import Evidence
from recoupe.stages.reconcile.grade import grading
from recoupe.stages.reconcile.lines import lines
from recoupe.stages.reconcile.tallies import tallies


@dataclass(frozen=True)
class Reconciled:
    """An Incident's records, side by side and never averaged."""

    evidence: Evidence
    disagreements: tuple[Disagreement, ...]
    tallies: tuple[Tally, ...]
    lines: tuple[Line, ...]
    checks: tuple[Check, ...]
    grading: Grading | None
    """None for a running total: grades are for one moment and place of harm."""


def reconciled(evidence: Evidence, world: Gazetteers) -> Reconciled:
    """All that follows from what is known of one Incident."""
    is_series = evidence.incident.kind == "series"
    return Reconciled(
        evidence,
        disagreements(evidence),
        tallies(evidence),
        lines(evidence),
        _checks(evidence),
        None if is_series else grading(evidence, world),
    )


def _checks(evidence: Evidence) -> tuple[Check, ...]:
    """The arithmetic that the Documents assert with a Figure of the Incident, or in a Claim that holds one."""
    ours = {figure.id for figure in evidence.figures}
    holding = {claim.id for claim in evidence.claims if ours.intersection(claim.figures)}
    return tuple(
        check
        for reading in evidence.readings
        for check in checks(reading.document, reading.figures, reading.claims)
        if ours.intersection(check.operands) or check.claim in holding
    )
