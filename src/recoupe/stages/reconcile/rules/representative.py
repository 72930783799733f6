"""Most representative: the most frequent number of the reports (codebook, `representative`)."""

from collections import Counter
from collections.abc import Sequence

from recoupe.model.tally import Tally
from recoupe.stages.reconcile.case import Case
from recoupe.stages.reconcile.rules.reports import aggregated

RULE = "representative"


def representative(case: Case) -> Tally | None:
    """As `aggregate_maverick_rep` of eventreport: `find_mode_numeric` over low, best and high."""
    return aggregated(case, RULE, mode)


def mode(numbers: Sequence[int]) -> int:
    """The most frequent number, of equally frequent ones the smallest (`calc_mode_numeric` of eventreport)."""
    times = Counter(numbers)
    return min(number for number in times if times[number] == max(times.values()))
