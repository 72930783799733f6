"""Most conservative: the smallest number of the reports (codebook, `conservative`)."""

from recoupe.model.tally import Tally
from recoupe.stages.reconcile.case import Case
from recoupe.stages.reconcile.rules.reports import aggregated

RULE = "conservative"


def conservative(case: Case) -> Tally | None:
    """As `aggregate_maverick_con` of eventreport: `find_min` over low, best and high."""
    return aggregated(case, RULE, min)
