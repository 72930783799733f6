"""Iraq Body Count: minimum and maximum of civilian deaths and injuries (codebook, `ibc`)."""

from recoupe.model.tally import Tally
from recoupe.stages.reconcile.case import Case
from recoupe.stages.reconcile.rules.answer import answer, ends, read

RULE = "ibc"


def ibc(case: Case) -> Tally | None:
    """Its minimum and maximum for civilians killed or wounded; None for other questions. No `best`."""
    effect, group, unit = case.question
    if unit != "people" or group != "civilians" or effect not in ("killed", "wounded"):
        return None
    without = {figure.id: "superseded" for figure in case.figures if figure.id in case.superseded}
    reading = read(case, RULE, without)
    low, high = ends(reading.used, RULE)
    return answer(case, RULE, reading, low, None, high)
