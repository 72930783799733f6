"""Reconciled: one Incident with all that follows from its Figures."""

from dataclasses import dataclass, field
from functools import cached_property

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
    """An Incident's records, side by side and never averaged. Each part is worked out when it is first asked for."""

    evidence: Evidence
    _world: Gazetteers = field(repr=False, compare=False)

    @cached_property
    def disagreements(self) -> tuple[Disagreement, ...]:
        """How its Figures differ."""
        return disagreements(self.evidence)

    @cached_property
    def tallies(self) -> tuple[Tally, ...]:
        """Its Figures reconciled by every rule."""
        return tallies(self.evidence)

    @cached_property
    def lines(self) -> tuple[Line, ...]:
        """What each origin has said, in time."""
        return lines(self.evidence)

    @cached_property
    def checks(self) -> tuple[Check, ...]:
        """The arithmetic of its Documents, done again."""
        return _checks(self.evidence)

    @cached_property
    def grading(self) -> Grading | None:
        """The grade that is suggested; None for a running total: grades are for one moment and place of harm."""
        return None if self.evidence.incident.kind == "series" else grading(self.evidence, self._world)


def reconciled(evidence: Evidence, world: Gazetteers) -> Reconciled:
    """All that follows from what is known of one Incident."""
    return Reconciled(evidence, world)


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
