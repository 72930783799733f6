"""ACLED: one number of reported deaths, the most conservative estimate available (codebook, `acled`)."""

from recoupe.model.tally import Tally
from recoupe.stages.reconcile.case import Case
from recoupe.stages.reconcile.rules.answer import answer, ends, read

RULE = "acled"


def acled(case: Case) -> Tally | None:
    """Its number, as `best`, for everybody killed; None for other questions: neither injuries nor groups are coded."""
    if case.question != ("killed", "unspecified", "people"):
        return None
    without = {figure.id: "superseded" for figure in case.figures if figure.id in case.superseded}
    reading = read(case, RULE, without)
    low, _ = ends(reading.used, RULE)
    return answer(case, RULE, reading, None, low, None)
