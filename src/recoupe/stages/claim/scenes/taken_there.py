"""Taken there: places that have the hurt and the dead of another place: their hospital's, that of their burial, and those of visits."""

from collections.abc import Iterator, Sequence

from recoupe.languages.pack import LanguagePack
from recoupe.model.annotation import Sentence
from recoupe.stages.claim.scenes.spots import Spot
from recoupe.stages.claim.words.agents import agent_words
from recoupe.stages.claim.words.events import Events, motion_verbs

_WARD = 4
"""Within how many words before a town its hospital stands (« l'hôpital régional de »)."""
_CARE = 3
"""Within how many words before a town it is said that people are cared for there (« hospitalisées à »)."""
_HELD = 7
"""Within how many words before its place a ceremony or a visit may be named."""


class TakenThere:
    """Questions to the places of one sentence; built once a Document."""

    def __init__(self, pack: LanguagePack, events: Events) -> None:
        self.pack, self.events, self.words = pack, events, events.words
        self.motions = motion_verbs(pack)
        self.wards = agent_words(pack).hospitals
        self.blows = events.words.events - events.tolls

    def of(self, found: Sequence[Spot], sentence: Sentence, *, tells: bool) -> Iterator[int]:
        """Where those of the places begin that people were only taken to, or came to, after the harm. `tells`: as of the Scene."""
        for spot in found:
            at = sentence.first_at(spot.start)
            if sentence.tokens[sentence.first_at(spot.end) - 1].text.islower():
                continue  # « l'hôpital de cette ville »
            before = sentence.folds[: at + (sentence.folds[at] in self.wards)]  # the name may be read with its hospital
            if self._is_struck(before):
                continue
            tests = (self._is_cared_for, self._is_held, self._is_reached)
            taken = self._is_of_ward(before, sentence) or any(test(before) for test in tests)
            idle = not tells and self.words.course.isdisjoint(sentence.words)
            if taken or (idle and self._is_visited(before)):
                yield spot.start

    def _is_struck(self, before: Sequence[str]) -> bool:
        """Whether an attack is named before the place, which may have fallen on it."""
        return any(fold in self.blows or ("-" in fold and fold.partition("-")[0] in self.blows) for fold in before)

    def _is_of_ward(self, before: Sequence[str], sentence: Sentence) -> bool:
        """« L'hôpital de X a reçu 14 corps », « 14 blessés sont soignés à l'hôpital de X »."""
        near = before[-_WARD:]
        ward = next((i for i in range(len(near) - 1, -1, -1) if near[i] in self.wards), None)
        return ward is not None and "," not in near[ward:] and self._is_caring(sentence.folds)

    def _is_cared_for(self, before: Sequence[str]) -> bool:
        """« 14 personnes sont hospitalisées à X », « en a référé huit à X »."""
        towards = before[-1:] != () and before[-1] in self.words.toward
        return towards and "," not in before[-_CARE:] and self._has(before[-_CARE:], self.words.caring)

    def _is_held(self, before: Sequence[str]) -> bool:
        """« Les obsèques des 14 victimes ont eu lieu à X »."""
        near = before[-_HELD - _WARD :]
        return before[-1:] != () and before[-1] in self.words.toward and not self.words.mourning.isdisjoint(near)

    def _is_reached(self, before: Sequence[str]) -> bool:
        """« Trente blessés ont pu rejoindre X »."""
        hurt = not self.words.conveyed.isdisjoint(before)
        return hurt and self._has(before[-1:], self.words.arriving) and not self._has(before[-1:], self.words.hosting)

    def _is_visited(self, before: Sequence[str]) -> bool:
        """« Le président est arrivé à X », « Des manifestants ont défilé à X »."""
        near = before[-_HELD:]
        return not self.words.visitors.isdisjoint(before) and self._has(near, self.words.visiting)

    def _is_caring(self, folds: Sequence[str]) -> bool:
        return self._has(folds, self.words.caring | self.words.receiving) or not self.words.in_care.isdisjoint(folds)

    def _has(self, folds: Sequence[str], verbs: frozenset[str]) -> bool:
        return any(lemma in verbs for fold in folds for lemma, _ in self.motions.analyses(fold))
