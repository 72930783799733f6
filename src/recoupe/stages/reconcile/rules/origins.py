"""By origin, recoupe's own: one number per body that counted itself, never per document (codebook, `origins`)."""

from recoupe.model.figure import Figure
from recoupe.model.tally import Tally
from recoupe.stages.reconcile.case import Case
from recoupe.stages.reconcile.rules.answer import answer, ends, read

RULE = "origins"


def origins(case: Case) -> Tally | None:
    """From the smallest to the largest number of the bodies; `best` where they all agree. It answers every question."""
    without = {figure.id: reason for figure in case.figures if (reason := _not_own(case, figure))}
    told: dict[str, list[Figure]] = {}
    numbered = [figure for figure in case.figures if figure.id not in without and figure.value is not None]
    for figure in case.figures:
        if figure.id in without:
            continue
        if numbered and figure.value is None:
            without[figure.id] = "vague"
        else:
            told.setdefault(case.bodies[figure.id].key, []).append(figure)
    for figures in told.values():
        chosen = max(figures, key=lambda figure: _standing(case, figure))
        without |= {figure.id: "said_elsewhere" for figure in figures if figure is not chosen}
    reading = read(case, RULE, without)
    low, high = ends(reading.used, RULE)
    return answer(case, RULE, reading, low, low if low == high else None, high)


def _not_own(case: Case, figure: Figure) -> str | None:
    """Why a Figure is no count of its own."""
    traced = case.evidence.traced.get(figure.id)
    if traced is not None and traced.origin.kind == "compilation":
        return "compilation"
    body = case.bodies.get(figure.id)
    if body is None:
        return "unknown_origin"
    if body.kind == "unsourced":
        return "unsourced"
    if case.distorted(figure):
        return "distorted"
    return "superseded" if figure.id in case.superseded else None


def _standing(case: Case, figure: Figure) -> tuple[str, int, bool, int]:
    """The latest statement, least relayed, in a sentence rather than a headline's short form, earliest in its text."""
    traced = case.evidence.traced.get(figure.id)
    hops = len(traced.hops) if traced is not None else 0
    return case.evidence.stated(figure) or "", -hops, figure.attribution is not None, -figure.span.start
