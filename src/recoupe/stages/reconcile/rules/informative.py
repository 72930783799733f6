"""Most informative: the largest number of the reports (codebook, `informative`)."""

from recoupe.model.tally import Tally
from recoupe.stages.reconcile.case import Case
from recoupe.stages.reconcile.rules.reports import aggregated

RULE = "informative"


def informative(case: Case) -> Tally | None:
    """As `aggregate_maverick_inf` of eventreport: `find_max` over low, best and high."""
    return aggregated(case, RULE, max)
