"""Joined clauses: times of a clause that tells harm, to which a clause of speaking is joined (« …, et affirment »)."""

from recoupe.languages.pack import LanguagePack
from recoupe.model.annotation import Sentence
from recoupe.stages.claim.lexicon import lexicon

_MARKS = frozenset(",;:()")


def is_conjoined(start: int, end: int, cue: int, sentence: Sentence, pack: LanguagePack) -> bool:
    """Whether the time start:end stands in a clause that tells harm, and that of the cue behind it is joined to it.

    « ont perdu un homme mardi à X, et affirment », « avaient péri le 9 juin, quand un bilan parlait de ».
    """
    words = pack.words
    joining = words.coordinators | (words.subordinators - words.relatives)
    if joining.isdisjoint(t.fold for t in sentence.tokens if end <= t.start < cue):
        return False
    before = [t.fold for t in sentence.tokens if t.start < start]
    cut = max((i for i, fold in enumerate(before) if fold in _MARKS), default=-1)
    told = not lexicon(pack).alarms.isdisjoint(before[cut + 1 :])
    return told and any(pack.verbs.finite(fold) for fold in before)
