"""Homographs: what a word is here that is noun and verb, past tense and participle, or infinitive and present alike."""

from collections.abc import Sequence, Set

from recoupe.model.annotation import Sentence
from recoupe.stages.claim.lexicon import Lexicon

_HEDGED = 5
"""Within how many words behind « at least » its number stands."""
_MARKS = frozenset({",", ";", ":", ".", "?", "!", "…", "(", ")", '"', "»", "”"})


class Homographs:
    """Asked of one sentence; `times` are the indexes of the words of time expressions."""

    __slots__ = ("folds", "lexicon", "sentence", "times")

    def __init__(self, folds: Sequence[str], lexicon: Lexicon, times: Set[int], sentence: Sentence) -> None:
        self.folds = folds
        self.lexicon = lexicon
        self.times = times
        self.sentence = sentence

    def is_noun(self, at: int) -> bool:
        """Whether a word that is a noun as often as a verb stands where a noun does (« Russian strikes on »)."""
        words = self.lexicon.words
        if self.folds[at] not in words.verb_nouns:
            return False
        before = self._before(at)
        left = self.folds[before] if before >= 0 else ""
        if left in words.subjects or left in words.relatives or left in self.lexicon.bare_after:
            return False
        if self._is_participle(at) and self.lexicon.verbs.is_auxiliary(left):
            return False
        if before < 0 or left in words.openers or left in words.prenominal or left in words.prepositions:
            return True
        return not (left[0].isalnum() and self._agrees(before, at) and self.object_follows(at))

    def is_past(self, at: int) -> bool | None:
        """Whether a word that is past tense and participle alike is the past tense here; None for any other word."""
        fold, words = self.folds[at], self.lexicon.words
        if fold not in self.lexicon.alike:
            return None
        before = self._before(at)
        left = self.folds[before] if before >= 0 else ""
        if left in words.relatives or left in words.subjects:
            return True
        if not left or self.lexicon.verbs.is_auxiliary(left) or left in words.openers or left[0].isdigit():
            return False
        if left in words.coordinators and before and self.folds[before - 1] in self.lexicon.alike:
            return bool(self.is_past(before - 1))
        return self.object_follows(at)

    def is_bare_infinitive(self, at: int) -> bool:
        """Whether an infinitive that looks like a finite form is one here (« to kill », « will not strike »)."""
        bare = self.lexicon.bare_after
        if not bare:
            return False
        before = self._before(at)
        return before >= 0 and self.folds[before] in bare

    def object_follows(self, at: int) -> bool:
        """Whether what stands behind the verb at `at` can be its object: a noun phrase, or a number with what hedges it."""
        words, end = self.lexicon.words, len(self.folds)
        nxt = at + 1
        while nxt < end and (self.folds[nxt] in words.adverbs or self.folds[nxt] in words.negations):
            nxt += 1
        if nxt >= end:
            return False
        fold = self.folds[nxt]
        hedge = self.lexicon.hedged.at(self.folds, nxt)
        if hedge:
            behind = range(nxt + hedge, min(end, nxt + hedge + _HEDGED))
            return any(self._is_number(i) and i not in self.times for i in behind)
        if fold in words.openers or fold in words.prenominal or self._is_number(nxt):
            return nxt not in self.times
        closed = fold in words.prepositions or fold in words.coordinators or fold in words.subordinators
        if closed or fold in _MARKS or nxt in self.times or not fold[0].isalpha():
            return False
        return not self.lexicon.verbs.is_auxiliary(fold) and not (
            fold.endswith(self.lexicon.figures.adverbs_in) and not self._is_name(nxt)
        )

    def _before(self, at: int) -> int:
        """The last word before `at` that is no adverb and no negation; -1 where there is none."""
        words, adverbs_in = self.lexicon.words, self.lexicon.figures.adverbs_in
        before = at - 1
        while before >= 0:
            fold = self.folds[before]
            if not (fold in words.adverbs or fold in words.negations or (len(fold) > 4 and fold.endswith(adverbs_in))):
                break
            before -= 1
        return before

    def _agrees(self, noun: int, at: int) -> bool:
        """Whether the verb has the number of the noun before it, as far as its ending tells."""
        left = self.folds[noun]
        plural = left.endswith("s") and not left.endswith("ss") and not self._is_name(noun)
        numbers = {f.number for _, f in self.lexicon.verbs.analyses(self.folds[at]) if f.finite and f.person == 3}
        return "" in numbers or ("p" if plural else "s") in numbers

    def _is_name(self, at: int) -> bool:
        return self.sentence.tokens[at].text[0].isupper()

    def _is_participle(self, at: int) -> bool:
        return self.lexicon.verbs.is_past_participle(self.folds[at])

    def _is_number(self, at: int) -> bool:
        fold = self.folds[at]
        return fold[0].isdigit() or fold.split("-")[0] in self.lexicon.numbers
