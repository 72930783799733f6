"""By the way: places of a sentence at which only another event was, or between which somebody was on the way."""

from collections.abc import Iterator, Sequence

from recoupe.languages.pack import LanguagePack
from recoupe.languages.word_sets import either
from recoupe.model.annotation import Sentence
from recoupe.stages.claim.scenes.scale import is_exact
from recoupe.stages.claim.scenes.spots import Spot
from recoupe.stages.claim.words.events import Events, motion_verbs
from recoupe.stages.claim.words.lexicon import lexicon

_MARKS = frozenset(",;:()")
_WAY = 5
"""Within how many words before a town it is said that somebody was on the way from or to it."""


class ByTheWay:
    """Questions to the places of one sentence; built once a Document."""

    def __init__(self, pack: LanguagePack, events: Events) -> None:
        self.words, self.motions = events.words, motion_verbs(pack)
        self.that_of, self.of = lexicon(pack).harm.tolls.that_of, events.words.of
        self.leaving = events.leaving
        self.relatives = pack.words.relatives
        self.ways = either(self.words.toward, self.words.away)

    def of_found(self, found: Sequence[Spot], sentence: Sentence) -> Iterator[int]:
        """Where those of the towns begin."""
        for spot in found:
            if spot.far or not is_exact(spot.place):
                continue
            at = sentence.first_at(spot.start)
            cut = next((i + 1 for i in range(at - 1, -1, -1) if sentence.tokens[i].text in _MARKS), 0)
            before = sentence.folds[cut:at]
            end = sentence.first_at(spot.end)
            behind = sentence.folds[end : end + 2]
            closed = behind[:1] == (",",) and self.relatives.isdisjoint(behind)
            compared = behind[:1] in ((), (",",), (".",)) and self._is_that_of(before)  # but « celui de X 68 morts »
            if (cut == 0 and closed and self._comes_after(before)) or compared or self._is_way(before):
                yield spot.start

    def _comes_after(self, before: Sequence[str]) -> bool:
        """« Trois jours après l'attaque de X, », « Après s'être emparés de X, »."""
        return any(fold in self.words.counted_from for fold in before)

    def _is_that_of(self, before: Sequence[str]) -> bool:
        """« semblable à celle de X »."""
        return len(before) > 1 and before[-1] in self.of and before[-2] in self.that_of

    def _is_way(self, before: Sequence[str]) -> bool:
        """« un bus qui allait de X à Y »."""
        near = before[-_WAY - 2 :]
        led = not self.relatives.isdisjoint(near) and (before[-1] in self.ways or before[-1] in self.leaving)
        moved = (lemma for fold in near for lemma, _ in self.motions.analyses(fold))
        return led and any(lemma in self.words.travelling for lemma in moved)
