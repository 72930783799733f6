"""Had losses: who had those counted among his own dead or wounded: « les rebelles ont eu douze tués », « n'ont eu aucun blessé »."""

from recoupe.languages.word_sets import either
from recoupe.stages.claim.counts.counts import Count
from recoupe.stages.claim.doers.parties import Parties
from recoupe.stages.claim.words.line import Line
from recoupe.stages.claim.words.verb_group import group_before

_STRETCH = 10
"""Within how many words before those counted the verb stands, other counts between."""


def who_had(parties: Parties, count: Count) -> int | None:
    """The last word of the subject of « a eu », « déplore » before those counted; None where no such verb stands there."""
    line, words = parties.line, parties.words
    for at in range(count.first - 1, max(-1, count.first - _STRETCH), -1):
        fold = line.folds[at]
        lost = any(lemma in line.lexicon.counted.deploring for lemma, _ in line.lexicon.verbs.analyses(fold))
        if lost or fold in words.having:
            if fold in words.having and not group_before(line, at).perfect:
                return None
            # « Les insurgés ont eu »: « insurgés » looks like a verb, so that its group would take it in
            first, passed = at, line.lexicon.words.negations
            while first > 0 and (
                line.folds[first - 1] in passed or line.lexicon.verbs.is_auxiliary(line.folds[first - 1])
            ):
                first -= 1
            return first - 1 if first > 0 else None
        if not _is_counting(line, at) and fold not in words.objects:
            return None
    return None


def _is_counting(line: Line, at: int) -> bool:
    """Whether a word goes with a count: « douze », « tués », « et »."""
    fold, words = line.folds[at], line.lexicon.words
    counting = either(words.coordinators, words.openers, line.lexicon.numbers)
    return fold in counting or fold in line.lexicon.harm.nouns or fold[0].isdigit()
