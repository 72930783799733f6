"""Reports: the numbers of each document, as the models of eventreport aggregate them (codebook, `conservative` and after).

One report is one document; its low and high are the smallest and the largest number that it tells, its best the one that
it leads with.
"""

from collections.abc import Callable, Sequence

from recoupe.model.tally import Tally
from recoupe.stages.reconcile.case import Case
from recoupe.stages.reconcile.rules.answer import answer, read

Aggregate = Callable[[Sequence[int]], int]
"""One number of those that the reports give; called with at least one."""


def aggregated(case: Case, rule: str, aggregate: Aggregate) -> Tally | None:
    """Low, best and high, each aggregated over the reports; None for what the data set does not count."""
    if case.question.unit != "people" or case.question.effect not in ("killed", "wounded"):
        return None
    reading = read(case, rule, {})
    reports: dict[str, list[tuple[int, int]]] = {}
    for figure, number in reading.used:
        reports.setdefault(figure.document, []).append((number.low, number.high))
    if not reports:
        return answer(case, rule, reading, None, None, None)
    lows = [min(low for low, _ in told) for told in reports.values()]
    bests = [told[0][0] for told in reports.values()]
    highs = [max(high for _, high in told) for told in reports.values()]
    return answer(case, rule, reading, aggregate(lows), aggregate(bests), aggregate(highs))
