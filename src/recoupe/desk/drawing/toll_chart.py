"""The toll chart: who said how many, origin by origin and statement after statement, on one scale of numbers; and the same
statements over the days on which they were made."""

from collections.abc import Sequence
from dataclasses import dataclass

from recoupe.desk.drawing.scales import Days, Scale
from recoupe.interface.wording import Wording
from recoupe.model.figure import Effect, Figure, Group, Unit
from recoupe.model.tally import Line, Statement
from recoupe.stages.reconcile.reconciled import Reconciled

_ORDER: tuple[Effect, ...] = ("killed", "casualties", "wounded", "missing")
_GROUPS: tuple[Group, ...] = ("unspecified", "civilians", "combatants", "women", "children")
_OPENS = {
    "at_least": "up",
    "more_than": "up",
    "at_most": "down",
    "less_than": "down",
    "about": "about",
    "several": "about",
}
_APART = (2.5, 8.0)
"""Statements nearer than this, in per cent of the width and of the height, would write over each other's letter."""


@dataclass(frozen=True, slots=True)
class Mark:
    """One number that an origin gave, the first time that it gave it."""

    figure: Figure
    key: str
    """A letter for its origin."""
    who: str
    continued: bool
    """Whether the row above is of the same origin."""
    day: str
    at: float
    """Where on the scale, in per cent."""
    to: float | None
    """The other end of a range."""
    opens: str
    """`up` where the words leave the number open above (« plus de »), `down` below, `about` around, else nothing."""
    hollow: bool
    """Said with reserve."""
    faded: bool
    """Superseded by the same origin."""
    concedes: bool
    """Given by the party that is said to have done it."""
    delay: int | None
    """Days from the harm to the first statement of its line; only on that one."""
    repeats: int
    """How often the same origin gives the number again."""


@dataclass(frozen=True, slots=True)
class Dot:
    """A Mark over time: `x` from the first day to the last, `y` from the top down, in per cent."""

    mark: Mark
    x: float
    y: float
    labelled: bool
    """Whether its letter has room beside it."""


@dataclass(frozen=True, slots=True)
class Step:
    """What an origin said from one of its statements to the next."""

    x: float
    to_x: float
    y: float
    to_y: float


@dataclass(frozen=True, slots=True)
class OverTime:
    """The statements over the days."""

    dots: tuple[Dot, ...]
    steps: tuple[Step, ...]
    days: tuple[tuple[float, str], ...]
    breaks: tuple[float, ...]
    """Where a long silence is shown shorter than it was."""


@dataclass(frozen=True, slots=True)
class Chart:
    """The statements about one effect, origin by origin, the first to speak first."""

    effect: Effect
    unit: Unit
    marks: tuple[Mark, ...]
    ticks: tuple[tuple[float, int], ...]
    """Where on the scale, in per cent, and the number there."""
    over_time: OverTime | None
    """None where all was said on one day."""

    @property
    def groups(self) -> tuple[str, ...]:
        """Whom the marks count: each has a shape of its own."""
        return tuple(dict.fromkeys(mark.figure.group for mark in self.marks))


def toll_chart(found: Reconciled, words: Wording) -> tuple[Chart, ...]:
    """One chart for each effect and unit of which numbers are told, the dead first."""
    by_id = found.evidence.by_id
    told: dict[tuple[Effect, Unit], list[Line]] = {}
    for line in found.lines:
        if _shown(line, found):
            unit = by_id[line.statements[0].figure].unit
            told.setdefault((line.effect, unit), []).append(line)
    asked = sorted(told, key=lambda each: (_ORDER.index(each[0]) if each[0] in _ORDER else len(_ORDER), each))
    return tuple(_chart(effect, unit, told[effect, unit], found, words) for effect, unit in asked)


def _shown(line: Line, found: Reconciled) -> list[Statement]:
    """The statements that are drawn: numbers of the whole or of a group, each once."""
    by_id = found.evidence.by_id
    return [each for each in line.statements if each.first and _value(by_id[each.figure]) is not None]


def _chart(effect: Effect, unit: Unit, lines: Sequence[Line], found: Reconciled, words: Wording) -> Chart:
    by_id = found.evidence.by_id
    voices: dict[tuple[str, bool], list[Line]] = {}
    for line in sorted(
        lines, key=lambda each: (each.statements[0].stated or "9999", each.name, _GROUPS.index(each.group))
    ):
        voices.setdefault((line.name, line.concedes), []).append(line)
    ends = [_ends(by_id[each.figure]) for line in lines for each in _shown(line, found)]
    scale = Scale.upto(max(max(pair) for pair in ends))
    marks: list[Mark] = []
    steps: list[tuple[Mark, Mark]] = []
    for n, ((name, concedes), several) in enumerate(voices.items()):
        said = [(line, each) for line in several for each in _shown(line, found)]
        last: dict[int, Mark] = {}
        for line, statement in said:
            figure = by_id[statement.figure]
            low, high = _ends(figure)
            mark = Mark(
                figure,
                key(n),
                words.name(name),
                bool(marks) and marks[-1].key == key(n),
                statement.stated or "",
                scale.at(low),
                scale.at(high) if high != low else None,
                _OPENS.get(figure.bound, ""),
                figure.reality != "asserted",
                statement.superseded_by is not None,
                concedes,
                line.delay if statement is line.statements[0] else None,
                _repeats(figure, line, found),
            )
            marks.append(mark)
            if id(line) in last:
                steps.append((last[id(line)], mark))
            last[id(line)] = mark
    return Chart(effect, unit, tuple(marks), scale.ticks, _over_time(marks, steps))


def _over_time(marks: Sequence[Mark], steps: Sequence[tuple[Mark, Mark]]) -> OverTime | None:
    dated = [mark for mark in marks if mark.day]
    if len({mark.day for mark in dated}) < 2:
        return None
    days = Days.of(mark.day for mark in dated)
    dots: list[Dot] = []
    for mark in dated:
        x, y = days.at[mark.day], round(100 - mark.at, 2)
        near = any(abs(d.x - x) < _APART[0] and abs(d.y - y) < _APART[1] and d.labelled for d in dots)
        dots.append(Dot(mark, x, y, not near))
    drawn = tuple(
        Step(days.at[a.day], days.at[b.day], round(100 - a.at, 2), round(100 - b.at, 2))
        for a, b in steps
        if a.day and b.day and a.day != b.day
    )
    return OverTime(tuple(dots), drawn, days.ticks(), days.breaks)


def key(n: int) -> str:
    """The letter of the nth origin, from 0: A to Z, then AA."""
    return (key(n // 26 - 1) if n >= 26 else "") + chr(ord("A") + n % 26)


def _repeats(figure: Figure, line: Line, found: Reconciled) -> int:
    by_id = found.evidence.by_id
    return sum(not each.first and _ends(by_id[each.figure]) == _ends(figure) for each in line.statements)


def _value(figure: Figure) -> float | None:
    return figure.value if figure.value is not None else figure.magnitude


def _ends(figure: Figure) -> tuple[float, float]:
    low = _value(figure) or 0.0
    return low, figure.value_high if figure.value_high is not None else low
