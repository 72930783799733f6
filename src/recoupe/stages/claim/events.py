"""Events: what the words of a sentence say of the kind of event (one attack, a campaign that goes on, another one)."""

from collections.abc import Sequence, Set
from functools import cache
from itertools import pairwise, takewhile

from recoupe.languages.pack import LanguagePack
from recoupe.languages.scenes import SceneWords
from recoupe.languages.tables import Table
from recoupe.languages.verbs import VerbIndex
from recoupe.model.annotation import Sentence, Token
from recoupe.stages.claim.lexicon import lexicon

_MARKS = frozenset(",;:()")
_SUBJECT = 8
"""How many words from a war to what it has done."""
_MODIFIERS = 2
"""How many words may stand between an event and what dates it (« la frappe aérienne russe de mardi »)."""


@cache
def scene_words(pack: LanguagePack) -> SceneWords:
    """The pack's words that carry places and days on."""
    table: Table = pack.table("scenes")
    return SceneWords.load(table)


@cache
def motion_verbs(pack: LanguagePack) -> VerbIndex:
    """The forms of the verbs of leaving, moving people and finding the dead."""
    words = scene_words(pack)
    return VerbIndex(words.leaving | words.sudden | words.finding, pack.rules("morphology"), ())


@cache
def _event_verbs(pack: LanguagePack) -> VerbIndex:
    words = scene_words(pack)
    return VerbIndex(words.striking | words.beginning, pack.rules("morphology"), ())


class Events:
    """Questions to a stretch of tokens; built once a pack."""

    def __init__(self, pack: LanguagePack) -> None:
        self.pack = pack
        self.words = scene_words(pack)
        self.harm = lexicon(pack).alarms
        verbs = _event_verbs(pack)
        self.leaving = motion_verbs(pack).words_of(self.words.leaving)
        self._striking = verbs.words_of(self.words.striking)
        self._named = self.words.events | self.words.campaigns | self.harm
        self._told = self._named | self._striking
        self._pointed = self.words.events | self._striking
        self._done = self.harm | self.words.causing
        self._elsewhere = self.words.elsewhere | self.words.others
        self._beginning = verbs.words_of(self.words.beginning)

    def is_event(self, fold: str) -> bool:
        """Whether the word names an event, or harm (« attentat-suicide » by its first part)."""
        return fold in self._named or ("-" in fold and fold.partition("-")[0] in self.words.events)

    def tells(self, words: Set[str]) -> bool:
        """Whether the folded words tell of an event or of harm."""
        return not self._told.isdisjoint(words) or any(self.is_event(word) for word in words if "-" in word)

    def points(self, sentence: Sentence) -> bool:
        """Whether it speaks of an event already told (« l'attaque », « ces frappes »), or of an attack by its verb."""
        words = self.words
        return not self._pointed.isdisjoint(sentence.words) and any(
            (after in words.events and before in words.definite)
            or (after in self._striking and after not in words.events)
            for before, after in pairwise(sentence.folds)
        )

    def is_campaign(self, tokens: Sequence[Token]) -> bool:
        """Whether a war, or another thing that goes on and kills in many places, is what did the harm."""
        words, verbs = self.words, self.pack.verbs
        for i, token in enumerate(tokens):
            if token.fold not in words.campaigns:
                continue
            if i + 2 < len(tokens) and tokens[i + 1].text == "," and tokens[i + 2].fold in self.pack.words.relatives:
                return True  # « la guerre, qui a éclaté en avril, a fait »
            after = takewhile(lambda t: t.text not in _MARKS, tokens[i + 1 : i + _SUBJECT])
            if any(verbs.is_auxiliary(t.fold) for t in after):
                return True  # « la guerre civile en X a fait »
            if any(t.fold in words.since for t in tokens[max(0, i - _SUBJECT) : i]):
                return True  # « depuis le début de la guerre »
            if tokens[i - 1].fold in words.definite and any(t.fold in words.through for t in tokens[max(0, i - 3) : i]):
                return True  # « tués dans le conflit »
        return False

    def is_broad(self, tokens: Sequence[Token]) -> bool:
        """Whether they speak of fighting or of attacks in general (« les combats »)."""
        return any(t.fold in self.words.broad for t in tokens)

    def is_diverse(self, tokens: Sequence[Token]) -> bool:
        """Whether they speak of several events that are not those told (« diverses attaques »)."""
        words = self.words
        return any(a.fold in words.diverse and b.fold in words.several for a, b in pairwise(tokens))

    def is_other(self, sentence: Sentence) -> bool:
        """Whether it turns to another event than the one told (« ailleurs », « une autre localité »)."""
        words = self.words
        if self._elsewhere.isdisjoint(sentence.words):
            return False
        return not words.elsewhere.isdisjoint(sentence.words) or any(
            b in words.others and (a in words.one or a in words.of_one) for a, b in pairwise(sentence.folds)
        )

    def is_former(self, tokens: Sequence[Token]) -> bool:
        """Whether they tell of one event before the one told (« une attaque avait fait 12 morts »)."""
        words = self.words
        introduced = any(
            b.fold in words.events and b.fold not in words.several and a.fold in words.a for a, b in pairwise(tokens)
        )
        return introduced and self.is_over(tokens)

    def is_over(self, tokens: Sequence[Token]) -> bool:
        """Whether harm is told as over before something else (« avaient été tués », « avait fait 12 morts »)."""
        folds, was = [t.fold for t in tokens], self.pack.verbs.imperfect_auxiliaries
        if was.isdisjoint(folds):
            return False
        return any(fold in was and not self._done.isdisjoint(folds[i + 1 : i + 3]) for i, fold in enumerate(folds))

    def begins(self, tokens: Sequence[Token]) -> bool:
        """Whether the tokens, which stand before a time, say that a campaign began then."""
        for i in range(len(tokens) - 1, -1, -1):
            if tokens[i].fold in self.words.campaigns:
                after = tokens[i + 1 :]
                near = len(after) <= _MODIFIERS
                return near or any(t.fold in self._beginning for t in after)
        return False


@cache
def events_of(pack: LanguagePack) -> Events:
    """The pack's Events, built once."""
    return Events(pack)
