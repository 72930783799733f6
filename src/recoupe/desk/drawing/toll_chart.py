"""The toll chart: who said how many, statement after statement, on one scale of numbers."""

from dataclasses import dataclass
from math import ceil, log10

from recoupe.interface.wording import Wording
from recoupe.model.figure import Effect, Figure
from recoupe.model.tally import Statement
from recoupe.stages.reconcile.reconciled import Reconciled

WIDTH = 560.0
"""Of the scale, in units of the drawing."""
_TICKS = 5


@dataclass(frozen=True, slots=True)
class Mark:
    """One number that an origin gave, the first time that it gave it."""

    figure: Figure
    who: str
    day: str
    x: float
    x_high: float | None
    """The other end of a range."""
    opens: str
    """`up` where the words leave the number open above (« plus de »), `down` below, `about` around, else nothing."""
    hollow: bool
    """Said with reserve, denied or foreseen."""
    faded: bool
    """Superseded by the same origin."""
    concedes: bool


@dataclass(frozen=True, slots=True)
class Chart:
    """The statements about one effect, by day."""

    effect: Effect
    marks: tuple[Mark, ...]
    ticks: tuple[tuple[float, int], ...]
    """Where on the scale, and the number there."""


_OPENS = {
    "at_least": "up",
    "more_than": "up",
    "at_most": "down",
    "less_than": "down",
    "about": "about",
    "several": "about",
}


def toll_chart(found: Reconciled, words: Wording) -> tuple[Chart, ...]:
    """One chart for each effect of which numbers are told, the dead first."""
    by_id = found.evidence.by_id
    told: dict[Effect, list[tuple[Statement, str, bool]]] = {}
    for line in found.lines:
        for statement in line.statements:
            figure = by_id[statement.figure]
            if statement.first and _value(figure) is not None and figure.part_of is None:
                told.setdefault(line.effect, []).append((statement, line.name, line.concedes))
    order: tuple[Effect, ...] = ("killed", "casualties", "wounded", "missing")
    effects = sorted(told, key=lambda e: (order.index(e) if e in order else len(order), e))
    return tuple(_chart(effect, told[effect], found, words) for effect in effects)


def _chart(effect: Effect, told: list[tuple[Statement, str, bool]], found: Reconciled, words: Wording) -> Chart:
    by_id = found.evidence.by_id
    values = [n for s, _, _ in told for n in (_value(by_id[s.figure]), by_id[s.figure].value_high) if n is not None]
    top = _round_up(max(values))
    marks = []
    for statement, name, concedes in sorted(told, key=lambda t: (t[0].stated or "9999", t[1])):
        figure = by_id[statement.figure]
        marks.append(
            Mark(
                figure,
                words.name(name),
                statement.stated or "",
                _x(_value(figure) or 0.0, top),
                None if figure.value_high is None else _x(figure.value_high, top),
                _OPENS.get(figure.bound, ""),
                figure.reality != "asserted",
                statement.superseded_by is not None,
                concedes,
            )
        )
    step = top / _TICKS
    return Chart(effect, tuple(marks), tuple((_x(n * step, top), round(n * step)) for n in range(_TICKS + 1)))


def _value(figure: Figure) -> float | None:
    return figure.value if figure.value is not None else figure.magnitude


def _x(value: float, top: float) -> float:
    return round(WIDTH * value / top, 1)


def _round_up(value: float) -> float:
    """The next round number that five steps reach."""
    if value <= _TICKS:
        return float(_TICKS)
    size = 10 ** int(log10(value))
    return float(next(size * n for n in (1, 2, 2.5, 5, 10) if size * n >= value)) if size else float(ceil(value))
