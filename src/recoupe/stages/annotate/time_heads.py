"""Time heads: the year under which the entries of a chronology stand (« 2017 », « En 2017 : », « - 18 janvier 2017 : »)."""

from recoupe.stages.annotate.time_items import Item
from recoupe.stages.annotate.time_line import TimeLine

_HEAD = 6
"""How many words and marks the head of an entry has (« - Somalie, 2017 : »)."""
_YEAR = 4
"""Digits of a year."""
_MARKS = frozenset(":-–—")
"""What may follow the day with which an entry begins."""


class Heads:
    """Goes through the lines of a text, and remembers the year under which they stand."""

    def __init__(self) -> None:
        self._section: int | None = None
        """That of a heading: it holds for all lines below."""
        self._entry: int | None = None
        """That of the last entry which began with its whole day: it holds for days that begin an entry."""
        self._line: int | None = None

    def begin(self, line: TimeLine) -> None:
        """Comes to the next line."""
        year, alone = _headed(line)
        self._line = year
        if alone:
            self._section, self._entry = year, None

    def year(self, line: TimeLine, item: Item) -> int | None:
        """The year of a day or month of the line that names none itself; None where no head tells it."""
        if not is_entry(line, item) or item.stamp is None:
            return self._line or self._section
        if item.stamp.year and item.stamp.day:
            self._entry = item.stamp.year
        return self._line or self._section or self._entry


def is_entry(line: TimeLine, item: Item) -> bool:
    """Whether a line begins with the time, with a colon or a dash behind it."""
    before = all(line.is_mark(at) for at in range(item.first))
    return before and item.end is None and line.fold(item.last) in _MARKS


def _headed(line: TimeLine) -> tuple[int | None, bool]:
    """The year that is all a line says, or all that stands before its first colon but for a name; and whether it is all."""
    colon = next((at for at in range(min(_HEAD, len(line.marks))) if line.fold(at) == ":"), None)
    end = colon if colon is not None else len(line.marks)
    told = [at for at in range(end) if not line.is_mark(at)]
    if not told or end > _HEAD or (colon is None and len(told) > 1):
        return None, False
    value, digits = line.marks[told[-1]].value, line.fold(told[-1])
    if not isinstance(value, float) or len(digits) != _YEAR or not digits.isdecimal():
        return None, False
    # « Novembre 2019 : » is a month, « 12 mai 2019 : » a day
    if any(line.fold(at) in line.words.values["MONTHNAME"] for at in told):
        return None, False
    return int(value), all(line.is_mark(at) for at in range(end, len(line.marks)))
