"""Meetings: places where people talk, sign, try and are received, which are none of the harm told in the same breath."""

from recoupe.languages.pack import LanguagePack
from recoupe.languages.word_sets import either
from recoupe.model.annotation import Sentence
from recoupe.stages.claim.scenes.spots import Spot
from recoupe.stages.claim.words.events import events_of
from recoupe.stages.claim.words.lexicon import lexicon

_REACH = 12
"""How many words before its place a meeting may be named (« les négociations doivent reprendre dans la journée à »)."""
_BEHIND = 6
"""Within how many words behind its place it is said what befell a meeting (« La réunion de X a été la cible d'un attentat »)."""
_MARKS = frozenset(',;:()«»"–—')


class Meetings:
    """Questions to the places of one sentence."""

    def __init__(self, pack: LanguagePack) -> None:
        self.pack, self.events = pack, events_of(pack)
        self.words = self.events.words
        self.anchors = self.words.meeting_anchors
        self.small = either(pack.words.determiners, pack.words.prepositions, pack.words.prenominal)

    def holds(self, spot: Spot, sentence: Sentence, *, said: bool) -> bool:
        """Whether the place is one of talks, a visit or a trial, and nothing is said to have befallen those who were there.

        `said`: whether somebody is quoted in the sentence, who may only speak at the meeting.
        """
        if self._is_in_court(spot, sentence):
            return True
        if self.words.meetings.isdisjoint(sentence.words):
            return False
        folds, at = sentence.folds, sentence.first_at(spot.start)
        reach = range(at - 1, max(-1, at - 1 - _REACH), -1)
        stop = next((i for i in reach if sentence.tokens[i].text in _MARKS), max(-1, at - 1 - _REACH))
        noun = next((i for i in range(at - 1, stop, -1) if folds[i] in self.words.meetings), None)
        if noun is None:
            return False
        before = folds[stop + 1 : noun]
        if self._is_anchor(before):
            return True  # « ont été tués trois jours après la signature à X », « à la veille du sommet de X »
        if not self.pack.words.subjects.isdisjoint(before):
            return False  # « alors qu'ils assistaient à une réunion à X »
        if self._harms(folds[stop + 1 : at]) or self._harms(self._behind(spot, sentence)):
            return False
        # « Lors d'une réunion à X, dix chefs ont été tués », but not « … à X, le ministre a dit »
        opens = stop < 1 and folds[0] in self.pack.words.prepositions
        return said or not opens or not self.events.tells(sentence.words)

    def _is_in_court(self, spot: Spot, sentence: Sentence) -> bool:
        """Whether the place is that of a court before which somebody stands: « devant la Cour pénale internationale, à La Haye »."""
        if self.words.courts.isdisjoint(sentence.words):
            return False
        folds, at = sentence.folds, sentence.first_at(spot.start)
        before = folds[max(0, at - _REACH) : at]
        court = max((i for i, f in enumerate(before) if f in self.words.courts), default=None)
        if court is None or not self.words.before_courts.intersection(before[:court]) or self._harms(before[court:]):
            return False
        verbs = (lemma for fold in folds[:at] for lemma, _ in self.pack.verbs.analyses(fold))
        return any(
            lemma in self.words.tried for lemma in verbs
        )  # « interpellés devant le tribunal, à Moscou » was there

    def _is_anchor(self, before: tuple[str, ...]) -> bool:
        """Whether what stands before a meeting only says when something else was: « trois jours après la », « à la veille du »."""
        at = len(before) - 1
        while at >= 0 and before[at] in self.small and before[at] not in self.anchors:
            at -= 1
        return at > 0 and before[at] in self.anchors

    def _behind(self, spot: Spot, sentence: Sentence) -> tuple[str, ...]:
        """The words behind the place up to the next mark."""
        start = sentence.first_at(spot.end)
        near = sentence.tokens[start : start + _BEHIND]
        end = next((i for i, t in enumerate(near) if t.text in _MARKS or t.fold in self.words.that), len(near))
        return sentence.folds[start : start + end]

    def _harms(self, folds: tuple[str, ...]) -> bool:
        """Whether some of the words tell of harm, of an attack or of a weapon."""
        known = (self.words.means, lexicon(self.pack).alarms)
        return any(self.events.is_event(f) or any(f in words for words in known) for f in folds)
