"""Told parts: whether a place or time behind a count is only that of a part of those counted (« 18 morts, dont douze à X »)."""

from bisect import bisect_left
from collections.abc import Sequence
from itertools import pairwise
from operator import attrgetter

from recoupe.languages.word_sets import either
from recoupe.model.annotation import Numeral, Token
from recoupe.stages.claim.context import FigureContext
from recoupe.stages.claim.setting import Setting

_PARTITIVE = 2
"""How many words before the number of a part says that it is one (« dont déjà 90 000 »)."""
_BRACKETS = frozenset("([")
_MARKS = frozenset(",;:()")


def of_told_part(offset: int, context: FigureContext, setting: Setting) -> bool:
    """Whether the place or time at an offset goes with a number of a part that counts no other noun.

    « dont 40 dans une embuscade à X », « dont cinq samedi et trois lundi », « 97 morts (45 en mai) »; but « 18 morts, dont
    trois enfants, mardi à X » is all of that day.
    """
    if offset <= context.end:
        return False
    numerals, begins = context.annotations.numerals, attrgetter("number_start")
    here = numerals[bisect_left(numerals, context.end, key=begins) : bisect_left(numerals, offset, key=begins)]
    told = [n for n in here if not n.ordinal and not n.article and n.number_end <= offset]
    while told and _is_alone(told[-1], offset, context, setting):
        before = context.sentence.within(context.end, told.pop().span.start)
        near = [t.fold for t in before[-_PARTITIVE:]]
        if not setting.pack.words.relatives.isdisjoint(near) or not _BRACKETS.isdisjoint(near):
            return True
        joint = near[-1:] == [","] or (len(near) > 1 and near[-1] in setting.pack.words.coordinators and near[0] != ",")
        if not joint:
            return False
        offset = before[-1].start
    return False


def _is_alone(numeral: Numeral, offset: int, context: FigureContext, setting: Setting) -> bool:
    """Whether only a circumstance stands between a number and an offset: « dont 40 dans la nuit de lundi »."""
    words = setting.pack.words
    between: Sequence[Token] = context.sentence.within(numeral.number_end, offset)
    if not between:
        return True
    opens = either(words.prepositions, words.determiners, setting.events.during)
    if between[0].fold not in opens or between[0].fold in setting.place_words.of:
        return False
    # « une frappe » is a noun behind its article
    verbs = (b for a, b in pairwise(between) if a.fold not in opens)
    return not any(t.text in _MARKS for t in between) and not any(setting.pack.verbs.finite(t.fold) for t in verbs)
