"""Tallies: an Incident's Figures reconciled by every named rule, side by side."""

from recoupe.model.tally import Tally
from recoupe.stages.reconcile.case import cases
from recoupe.stages.reconcile.evidence import Evidence
from recoupe.stages.reconcile.rules import RULES


def tallies(evidence: Evidence) -> tuple[Tally, ...]:
    """For each question that the Figures raise, the answer of each rule that answers such questions and uses a Figure.

    Every Figure of the Incident stands in each Tally, under `used` or under `left_out` with its reason.
    """
    found = [rule(case) for case in cases(evidence) for rule in RULES.values()]
    return tuple(tally for tally in found if tally is not None and tally.used)
