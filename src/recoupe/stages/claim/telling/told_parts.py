"""Told parts: whether a place or time behind a count is only that of a part of those counted (« 18 morts, dont douze à X »)."""

from bisect import bisect_left
from collections.abc import Sequence
from itertools import pairwise
from operator import attrgetter

from recoupe.languages.word_sets import either
from recoupe.model.annotation import PlaceRef, TimeRef, Token
from recoupe.model.span import Span
from recoupe.stages.claim.counts.context import FigureContext
from recoupe.stages.claim.setting.setting import Setting
from recoupe.stages.claim.telling.flight import names_blow

_PARTITIVE = 2
"""How many words before the number of a part says that it is one (« dont déjà 90 000 »)."""
_BRACKETS = frozenset("([")
_MARKS = frozenset(",;:()")


def of_told_part(offset: int, context: FigureContext, setting: Setting) -> bool:
    """Whether the place or time at an offset goes with a number of a part that counts no other noun.

    « dont 40 dans une embuscade à X », « dont cinq samedi et trois lundi », « 97 morts (45 en mai) »; but « 18 morts, dont
    trois enfants, mardi à X » is all of that day, and so is one attack: « une frappe a fait 40 morts, dont douze à X ».
    """
    if offset <= context.end:
        return False
    numerals, begins = context.annotations.numerals, attrgetter("number_start")
    here = numerals[bisect_left(numerals, context.end, key=begins) : bisect_left(numerals, offset, key=begins)]
    told = [n for n in here if not n.ordinal and not n.article and n.number_end <= offset]
    while told and _is_alone(told[-1].number_end, offset, context, setting):
        before = context.sentence.within(context.end, told.pop().span.start)
        near = [t.fold for t in before[-_PARTITIVE:]]
        if not setting.pack.words.relatives.isdisjoint(near) or not _BRACKETS.isdisjoint(near):
            return not _of_one_event(before[-1].start, context, setting)
        joint = near[-1:] == [","] or (len(near) > 1 and near[-1] in setting.pack.words.coordinators and near[0] != ",")
        if not joint:
            return False
        offset = before[-1].start
    return False


def is_own(offset: int, context: FigureContext, setting: Setting) -> bool:
    """Whether the place or time at an offset goes with the count as that of a part: « dont 40 dans une embuscade à X »."""
    if offset < context.end or not _is_alone(context.end, offset, context, setting):
        return False
    return not _of_one_event(context.start, context, setting)


def _of_one_event(part: int, context: FigureContext, setting: Setting) -> bool:
    """Whether one attack, or what one strikes with, is named in the sentence before a part: « un kamikaze a tué 20 personnes, dont »."""
    before = context.sentence.within(context.sentence.start, part)
    blow = either(setting.words.one, setting.place_words.of)
    struck = (a.fold in blow and b.fold in setting.words.strikers for a, b in pairwise(before))
    return names_blow(before, setting) or any(struck)


def _is_alone(number_end: int, offset: int, context: FigureContext, setting: Setting) -> bool:
    """Whether an offset stands right behind a number, or behind another event: « dont 45 à Beni », « dont 40 dans une embuscade à »;
    a manner or a building between them is of all: « dont deux sur le coup à »."""
    words = setting.pack.words
    between: Sequence[Token] = context.sentence.within(number_end, offset)
    if not between:
        return True
    harmed = next((i for i, t in enumerate(between) if i and _is_harmed(t, between[i - 1], setting)), None)
    if harmed is not None and not any(t.text in _MARKS for t in between[:harmed]):
        between = between[harmed + 1 :]  # « dont trois infirmiers tués le 4 juin à X »
        if not between:
            return True
    opens = either(words.prepositions, words.determiners, setting.events.during)
    named = _spans(context.annotations.times, number_end, offset) + _spans(
        context.annotations.places, number_end, offset
    )
    if not any(s.start <= between[0].start < s.end for s in named) and (
        between[0].fold not in opens or between[0].fold in setting.place_words.of
    ):
        return False
    # « une frappe » is a noun behind its article
    verbs = (b for a, b in pairwise(between) if a.fold not in opens)
    if any(t.text in _MARKS for t in between) or any(setting.pack.verbs.finite(t.fold) for t in verbs):
        return False
    if any(t.fold in setting.words.events for t in between):
        return True
    heads, directions = setting.place_words.heads, setting.place_words.directions
    return all(
        t.fold in opens
        or t.fold in directions
        or heads.get(t.fold, "point") != "point"
        or any(s.start <= t.start < s.end for s in named)
        for t in between
    )


def _is_harmed(token: Token, before: Token, setting: Setting) -> bool:
    """Whether a word is a participle of harm without an auxiliary (« trois infirmiers tués », but not « ont été tués »)."""
    if token.fold not in setting.events.harm or setting.pack.verbs.is_auxiliary(before.fold):
        return False
    forms = [form for _, form in setting.pack.verbs.analyses(token.fold)]
    return bool(forms) and all(f.mood == "participle" and f.tense == "past" for f in forms)


def _spans(refs: Sequence[TimeRef] | Sequence[PlaceRef], start: int, end: int) -> list[Span]:
    """Those of the times or places that begin in start:end."""
    first = bisect_left(refs, start, key=attrgetter("span.start"))
    return [r.span for r in refs[first : bisect_left(refs, end, key=attrgetter("span.start"))]]
