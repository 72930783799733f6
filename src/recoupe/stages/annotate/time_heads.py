"""Time heads: the year under which the entries of a chronology stand (« 2017 », « En 2017 : », « - 18 janvier 2017 : »)."""

from collections.abc import Sequence

from recoupe.stages.annotate.decoys import is_year
from recoupe.stages.annotate.time_items import Item
from recoupe.stages.annotate.time_line import TimeLine

_HEAD = 6
"""How many words and marks the head of an entry has (« - Somalie, 2017 : »)."""
_TURNS = frozenset(';:()«»"“”')
"""Marks behind which something else may be told."""
_MARKS = frozenset(":-–—")
"""What may follow the day with which an entry begins."""


class Heads:
    """Goes through the lines of a text, and remembers the year under which they stand; none is after `latest`."""

    def __init__(self, latest: int | None) -> None:
        self._latest = latest
        self._year: int | None = None
        """That of a heading, or of the last entry which began with its whole day."""
        self._headed = False
        """Whether it is that of a heading, which holds for all lines below that begin with a day."""
        self._month: int | None = None
        """That of the last entry."""
        self._forward = False
        """Whether a month of an entry was later than that of the one before: they run forward."""
        self._line: int | None = None
        """The year before the colon of the line."""
        self._opened = False
        """Whether the line began with a day."""

    def begin(self, line: TimeLine, timed: bool) -> None:
        """Comes to the next line; `timed` when it tells a time."""
        year, alone = _headed(line)
        if year is not None and self._latest is not None and year > self._latest:
            year = None
        self._line, self._opened = year, False
        if alone or (not timed and _is_heading(line)):
            self._year, self._headed, self._month, self._forward = year, year is not None, None, False

    def year(self, line: TimeLine, item: Item) -> int | None:
        """The year of a day or month of the line that names none itself; None where no head tells it."""
        if item.stamp is None:
            return self._line
        entry = is_entry(line, item)
        opens = _opens(line, item)
        self._opened = self._opened or opens
        if entry and item.stamp.year and item.stamp.day:
            self._year, self._headed, self._month, self._forward = item.stamp.year, False, item.stamp.month, False
        elif (entry or opens) and item.stamp.month and not item.stamp.year:
            self._run(item.stamp.month)
        under = entry or (self._headed and self._opened)
        return self._line or (self._year if under else None)

    def _run(self, month: int) -> None:
        """Comes to an entry of a month: behind November and December, January is of the next year."""
        if self._month is not None and self._year is not None and month < self._month and self._forward:
            self._year, self._forward = self._year + 1, False
        elif self._month is not None and month > self._month:
            self._forward = True
        self._month = month


def opening_year(line: TimeLine, items: Sequence[Item], item: Item) -> int | None:
    """The year with which a sentence opens, for a day or month of it that names none: « En 2015, après les deux attentats de
    juin, … »; None where none does, or where something else is told before that day."""
    first = items[0]
    year = first.stamp.year if first.stamp is not None else None
    alone = first is not item and first.got.values.keys() <= {"YEAR"} and not first.joint and _opens(line, first)
    if (
        not alone
        or year is None
        or item.joint not in ("", "range")
        or item.stamp is None
        or item.stamp.weekday is not None
    ):
        return None
    joints = line.words.joints
    between = {line.fold(at) for at in range(first.last, item.first)}
    # « En 2018, 200 civils ont été tués, contre douze en mars »
    return year if between.isdisjoint(_TURNS) and joints.turning.isdisjoint(between) else None


def _opens(line: TimeLine, item: Item) -> bool:
    """Whether a line begins with the time, an article or a small word before it (« Le 3 mai », « En mai »)."""
    return sum(not line.is_mark(at) for at in range(item.first)) <= 1


def _is_heading(line: TimeLine) -> bool:
    """Whether a line is a few words without a full stop."""
    return 0 < len(line.marks) <= _HEAD and not line.is_mark(len(line.marks) - 1)


def is_entry(line: TimeLine, item: Item) -> bool:
    """Whether a line begins with the time, with a colon or a dash behind it."""
    before = all(line.is_mark(at) for at in range(item.first))
    alone = item.last + 1 == len(line.marks) and line.fold(item.last) == "."  # « 10 octobre. Deux bombes … »
    return before and item.end is None and (alone or line.fold(item.last) in _MARKS)


def _headed(line: TimeLine) -> tuple[int | None, bool]:
    """The year that is all a line says, or all that stands before its first colon but for a name; and whether it is all."""
    colon = next((at for at in range(min(_HEAD, len(line.marks))) if line.fold(at) == ":"), None)
    end = colon if colon is not None else len(line.marks)
    if end > _HEAD:
        return None, False  # as most lines do, and this costs least to ask
    told = [at for at in range(end) if not line.is_mark(at)]
    if not told or (colon is None and len(told) > 1):
        return None, False
    value, digits = line.marks[told[-1]].value, line.fold(told[-1])
    if not isinstance(value, float) or not is_year(digits, value):
        return None, False
    # « Novembre 2019 : » is a month, « 12 mai 2019 : » a day
    if any(line.fold(at) in line.words.values["MONTHNAME"] for at in told):
        return None, False
    return int(value), all(line.is_mark(at) for at in range(end, len(line.marks)))
