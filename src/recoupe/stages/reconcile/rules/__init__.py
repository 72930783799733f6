"""Rules: named ways to answer a question from an Incident's Figures, each one a pure function of a Case."""

from collections.abc import Callable, Mapping

from recoupe.model.tally import Tally
from recoupe.stages.reconcile.case import Case
from recoupe.stages.reconcile.rules.acled import acled
from recoupe.stages.reconcile.rules.airwars import airwars
from recoupe.stages.reconcile.rules.conservative import conservative
from recoupe.stages.reconcile.rules.ibc import ibc
from recoupe.stages.reconcile.rules.informative import informative
from recoupe.stages.reconcile.rules.origins import origins
from recoupe.stages.reconcile.rules.representative import representative
from recoupe.stages.reconcile.rules.ucdp import ucdp

Rule = Callable[[Case], Tally | None]
"""A Tally for the Case's question; None where the rule does not answer such questions."""

RULES: Mapping[str, Rule] = {
    "airwars": airwars,
    "ucdp": ucdp,
    "acled": acled,
    "ibc": ibc,
    "conservative": conservative,
    "informative": informative,
    "representative": representative,
    "origins": origins,
}
"""By name, in the order of the codebook."""
