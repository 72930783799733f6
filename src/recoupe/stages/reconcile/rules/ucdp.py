"""UCDP: the lowest and the highest reliable estimate of deaths, and the most likely one (codebook, `ucdp`)."""

from collections import defaultdict
from collections.abc import Sequence

from recoupe.model.figure import Figure
from recoupe.model.tally import Taken, Tally
from recoupe.stages.reconcile.case import Case
from recoupe.stages.reconcile.rules.answer import answer, ends, read
from recoupe.stages.reconcile.rules.numbers import CEILINGS

RULE = "ucdp"


def ucdp(case: Case) -> Tally | None:
    """Low, best and high for people killed; None for other questions (women and children apart are not coded)."""
    effect, group, unit = case.question
    if unit != "people" or effect != "killed" or group in ("women", "children"):
        return None
    without = {figure.id: reason for figure in case.figures if (reason := _unreliable(case, figure))}
    reading = read(case, RULE, without)
    low, high = ends(reading.used, RULE)
    return answer(case, RULE, reading, low, _best(case, reading.used), high)


def _unreliable(case: Case, figure: Figure) -> str | None:
    if figure.id in case.superseded:
        return "superseded"
    if case.distorted(figure):
        return "distorted"
    body = case.bodies.get(figure.id)
    if body is None:
        return "unknown_origin"
    return "unsourced" if body.kind == "unsourced" else None


def _best(case: Case, used: Sequence[tuple[Figure, Taken]]) -> int | None:
    """The number that most bodies assert; of equally many the latest stated, then the smaller."""
    by: dict[int, set[str]] = defaultdict(set)
    latest: dict[int, str] = {}
    for figure, number in used:
        if figure.reality == "asserted" and number.low == number.high and figure.bound not in CEILINGS:
            by[number.low].add(case.bodies[figure.id].key)
            latest[number.low] = max(latest.get(number.low, ""), case.evidence.stated(figure) or "")
    most = max((len(keys) for keys in by.values()), default=0)
    likely = [number for number, keys in by.items() if len(keys) == most]
    last = max((latest[number] for number in likely), default="")
    return min((number for number in likely if latest[number] == last), default=None)
