"""Joined clauses: times of a clause that tells harm, to which a clause of speaking is joined (« …, et affirment »)."""

from collections.abc import Sequence

from recoupe.languages.numerals import number_words
from recoupe.languages.pack import LanguagePack
from recoupe.languages.word_sets import but_for, either
from recoupe.model.annotation import Sentence, Token
from recoupe.stages.claim.words.lexicon import lexicon

_NOUN = 2
"""The fewest words that say who or what somebody is (« chef rebelle »)."""
_MARKS = frozenset(",;:()")


def is_conjoined(start: int, end: int, cue: int, sentence: Sentence, pack: LanguagePack) -> bool:
    """Whether the time start:end stands in a clause that tells harm, and that of the cue behind it is joined to it.

    « ont perdu un homme mardi à X, et affirment », « avaient péri le 9 juin, quand un bilan parlait de ».
    """
    words = pack.words
    joining = either(words.coordinators, but_for(words.subordinators, words.relatives))
    if joining.isdisjoint(t.fold for t in sentence.tokens if end <= t.start < cue):
        return False
    before = [t.fold for t in sentence.tokens if t.start < start]
    cut = max((i for i, fold in enumerate(before) if fold in _MARKS), default=-1)
    told, harm = before[cut + 1 :], lexicon(pack)
    if harm.alarms.isdisjoint(told) and harm.harm.verbs.keys().isdisjoint(told):
        return False
    return any(pack.verbs.finite(fold) for fold in before)


def is_apposed(tokens: Sequence[Token], at: int, pack: LanguagePack) -> bool:
    """« le Hamas, maître de Gaza depuis juin 2007, »: whether the words before a time, up to a comma, are no clause and
    count nobody.
    """
    comma = next((i for i in range(at - 1, 0, -1) if tokens[i].text in _MARKS), None)
    if comma is None or tokens[comma].text != "," or not any(t.text == "," for t in tokens[at:]):
        return False
    numbers = number_words(pack).composition.values
    part = tokens[comma + 1 : at]
    if len(part) < _NOUN or part[0].fold in pack.words.prepositions | pack.words.coordinators | pack.words.determiners:
        return False
    return not any(
        t.fold in numbers or t.text[0].isdigit() or pack.verbs.finite(t.fold) or pack.verbs.is_past_participle(t.fold)
        for t in part
    )


def is_counted(tokens: Sequence[Token], at: int, pack: LanguagePack) -> bool:
    """« 653 sorties »: whether a number stands right before a word."""
    before = tokens[at - 1] if at else None
    numbers = number_words(pack).composition.values
    return before is not None and (before.text[0].isdigit() or numbers.get(before.fold, 0) > 1)
