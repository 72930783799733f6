"""Ranges and bounds: the number with its approximator, and with the other end of its range where it has one."""

from recoupe.model.annotation import Bound
from recoupe.stages.annotate import approximators, decoys
from recoupe.stages.annotate.cardinals import Cardinal, cardinal
from recoupe.stages.annotate.magnitudes import chain
from recoupe.stages.annotate.numeral_line import NumeralLine

_CHANGE_REACH = 5
"""How many words before « de 37 à 44 » a verb of change may stand."""
_OPENING_QUOTES = frozenset({"«", '"', "“"})
_HUNDRED, _THOUSAND = 100, 1000
_HUNDREDS = frozenset(range(2 * _HUNDRED, _THOUSAND, _HUNDRED))
"""The upper ends whose word is the lower one's too: « deux à trois cents »."""


def add_number(line: NumeralLine, at: int, low: Cardinal, *, bound: Bound = "exact", article: bool = False) -> int:
    """Adds the number that `low` reads from token `at` on, as a range where it is one; gives the index after it."""
    folds, ranges = line.folds, line.words.ranges
    first, _ = approximators.before(folds, at, line.words, low.value)
    if line.fold(first - 1) in _OPENING_QUOTES and line.fold(first - 2) in ranges.between:
        first -= 1  # « entre « 10 000 et 11 000 blessés » »
    opener = line.fold(first - 1)
    between = opener in ranges.between
    joint = low.end + (line.fold(low.end) == "," and line.fold(low.end + 1) in ranges.even)
    joined = line.fold(joint) in (ranges.ands if between else ranges.to)
    if joined and not between and opener in ranges.froms and _changes(line, first - 1):
        joined = False
    if joined or line.fold(joint) in ranges.even:
        other = _other_end(line, joint, low)
        if other is not None:
            bottom, top, stop = other
            measured = decoys.unit_end(folds, stop, line.words)
            if measured > stop or decoys.is_date(line.tokens, folds, at, stop, top, line.words):
                return measured
            return line.add(first - between, at, stop, bottom, high=top, bound="between")
        if folds[joint] in decoys.DASHES and cardinal(line.tokens, joint + 1, line.words):
            return joint + 2  # a score or a run of digits, not two counts
    return add_bounded(line, at, low.end, low.value, bound=bound, article=article)


def add_bounded(
    line: NumeralLine, at: int, end: int, value: float, *, bound: Bound = "exact", article: bool = False
) -> int:
    """Adds the number `value` over tokens `at` to `end` with the approximator before or after it; gives `end`."""
    end = repeated(line, end, value)  # « une cinquantaine (50) de »
    first, given = approximators.before(line.folds, at, line.words, value)
    if article and given == "about":
        first, given = at, None  # « près d'un centre »
    if given is None or given == "about":
        given = approximators.after(line.folds, end, line.words) or given
    alone = article and given is None
    return line.add(first, at, end, value, bound=given or bound, article=alone)


def repeated(line: NumeralLine, end: int, value: float) -> int:
    """The index after « (04) » when the same number stands in brackets after the words, else `end`."""
    if line.fold(end) == "(" and line.fold(end + 2) == ")":
        inner = cardinal(line.tokens, end + 1, line.words)
        if inner and inner.value == value and inner.end == end + 2 and not inner.ordinal:
            return end + 3
    return end


def _other_end(line: NumeralLine, joint: int, low: Cardinal) -> tuple[float, float, int] | None:
    """Both ends of the range that goes on at token `joint`, and the index after it; None when none does.

    The lower end takes the unit of the upper one (« 3 à 4 millions », « 300 à 400 000 »).
    """
    words, folds = line.words, line.folds
    at = joint + 1 + (line.fold(joint + 1) in words.several.partitive)
    opening, at = at, approximators.skip(folds, at, words)
    if at >= len(folds) or (at > opening and folds[joint] in decoys.DASHES):
        return None  # « 11 – au moins 500 morts »
    value = low.value
    if folds[at] in words.articles and line.fold(at + 1) in words.collectives:
        unit, end = chain(line, at + 1)
        return (value, float(unit), end) if unit > value else None
    high = cardinal(line.tokens, at, words)
    if high is None or high.ordinal or (folds[at] in words.articles and high.end == at + 1):
        return None
    top, end, scale = high.value, high.end, high.scale
    if line.fold(end) in words.collectives:
        unit, end = chain(line, end)
        top, scale = top * unit, float(unit)
    if decoys.is_chain(line.tokens, folds, joint, end):
        return None
    if low.scale == 1 and scale > 1 and value < top / scale:
        value *= scale
    elif _is_short_for_thousands(low, high) and value < top / _THOUSAND <= value * 10:
        value *= _THOUSAND
    elif not low.digits and not high.digits and top in _HUNDREDS and value < top / _HUNDRED:
        value *= _HUNDRED
    if folds[joint] in decoys.DASHES and (decoys.is_year(low.digits, value) or value == 0):
        return None
    return (value, top, end) if value < top else None


def _is_short_for_thousands(low: Cardinal, high: Cardinal) -> bool:
    """« 300 à 400 000 », « 2 à 3000 »."""
    grouped = len(high.digits) > 4 and not high.digits.isdecimal()
    few = high.value < _THOUSAND * 10  # « 2 à 3000 »
    return bool(low.digits) and low.value < _THOUSAND and (grouped or few) and high.value % _THOUSAND == 0


def _changes(line: NumeralLine, at: int) -> bool:
    """Whether a word of change stands before « de 37 à 44 », which then tells of two counts."""
    return not line.words.ranges.changes.isdisjoint(line.folds[max(0, at - _CHANGE_REACH) : at])
