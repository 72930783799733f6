"""Compared days: those of a number that a count is set against (« 40 civils, contre 25 en février »)."""

from collections.abc import Sequence

from recoupe.languages.pack import LanguagePack
from recoupe.model.annotation import Numeral, Sentence, TimeRef
from recoupe.stages.claim.words.kind_index import kind_index
from recoupe.stages.claim.words.lexicon import lexicon


def is_set_against(start: int, sentence: Sentence, pack: LanguagePack) -> bool:
    """« 119 en 2008, contre 321 en 2007 »: whether the count that begins at an offset is the one that another is set against."""
    return bool(kind_index(pack).words.comparisons.against.before(sentence.folds, sentence.first_at(start)))


def dates_compared(time: TimeRef, sentence: Sentence, numerals: Sequence[Numeral], pack: LanguagePack) -> bool:
    """« 40 civils, contre 25 en février », « contre neuf annoncés mardi »: whether a time is of a number set against another.

    « un raid contre douze positions mardi » has none.
    """
    tolls, against = lexicon(pack).harm, kind_index(pack).words.comparisons.against
    before = [
        n for n in numerals if sentence.start <= n.span.start < time.span.start and not n.article and not n.ordinal
    ]
    if not before or not against.before(sentence.folds, sentence.first_at(before[-1].span.start)):
        return False
    between = sentence.within(before[-1].number_end, time.span.start)
    return not between or (
        len(between) == 1 and (between[0].fold in tolls.tolls.counters or between[0].fold in tolls.nouns)
    )
