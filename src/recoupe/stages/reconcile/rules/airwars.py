"""Airwars: the range of the credible claims; a contested status makes the smallest number 0 (codebook, `airwars`)."""

from recoupe.model.tally import Tally
from recoupe.stages.reconcile.case import Case
from recoupe.stages.reconcile.rules.answer import answer, ends, read

RULE = "airwars"


def airwars(case: Case) -> Tally | None:
    """Its range for people; None for other units. No `best`."""
    if case.question.unit != "people":
        return None
    without = {figure.id: "superseded" for figure in case.figures if figure.id in case.superseded}
    hearsay = {
        figure.id: "unsourced"
        for figure in case.figures
        if figure.id not in without and (body := case.bodies.get(figure.id)) and body.kind == "unsourced"
    }
    reading = read(case, RULE, without | hearsay)
    if not reading.used:  # hearsay counts where nothing else is known
        reading = read(case, RULE, without)
    low, high = ends(reading.used, RULE)
    if case.contested and reading.used:
        low = 0
    return answer(case, RULE, reading, low, None, high)
