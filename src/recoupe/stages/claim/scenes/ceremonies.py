"""Ceremonies: days of trials, tributes, arrests and marches, which are none of the harm that they are about."""

import re
from collections.abc import Sequence, Set
from functools import cache

from recoupe.languages.pack import LanguagePack
from recoupe.languages.times import time_words
from recoupe.languages.verbs import VerbIndex
from recoupe.languages.word_sets import either
from recoupe.model.annotation import Sentence, TimeRef, Token
from recoupe.stages.claim.words.events import events_of, scene_words
from recoupe.stages.claim.words.lexicon import lexicon

_PARTICIPLE = re.compile("[éiust]e?s?$")
"""Endings of participles, those of verbs in no table among them (« a rendu hommage »)."""
_MARKS = frozenset(',;:()«»"–—')
_VERB = 8
"""How many words before a day its verb may stand."""
_BEHIND = 14
"""How many words behind a day that opens the sentence its verb may stand."""
_HEAD = 3
"""Among how many words that open a sentence its subject begins."""
_OBJECT = 5
"""Within how many words behind a verb or its day the subject or object begins."""
_EVENT = 6
"""Within how many words behind them the event stands that broke up a ceremony."""
_AUXILIARY = 3
"""How many words before a participle its auxiliary may stand (« ont depuis été »)."""


@cache
def _ceremony_verbs(pack: LanguagePack) -> VerbIndex:
    words = scene_words(pack)
    return VerbIndex(words.solemn | words.caught, pack.rules("morphology"), ())


class Ceremonies:
    """Questions to the times of one sentence."""

    def __init__(self, pack: LanguagePack) -> None:
        self.pack, self.verbs, self.events = pack, pack.verbs, events_of(pack)
        self.words = self.events.words
        index = _ceremony_verbs(pack)
        self.solemn, self.caught = index.words_of(self.words.solemn), index.words_of(self.words.caught)
        caught = (f for f in self.caught if index.is_past_participle(f) and f[-1] != "s")
        self.apposed = either(frozenset(caught), self.words.deceased)
        self.relatives = either(pack.words.relatives, pack.words.subordinators)
        self.related, self.when = either(pack.words.relatives, self.words.that), time_words(pack).joints.when
        verbs = lexicon(pack).harm.verbs
        # « a rendu hommage » is no surrender, nor « ont rendu l'âme »
        told = {v: [s for s, _ in senses if not s.tails.openings] for v, senses in verbs.items()}
        befell = frozenset(v for v, senses in told.items() if any(s.effect != "surrendered" for s in senses))
        self.harm = either(befell, self.words.causing)
        self.small = either(pack.words.determiners, pack.words.prepositions)

    def holds(self, time: TimeRef, sentence: Sentence) -> bool:
        """Whether the time is that of a ceremony: « le procès de l'attentat, qui avait fait 86 morts, s'est ouvert mercredi »."""
        if time.kind == "until" or time.kind == "duration" or self._named.isdisjoint(sentence.words):
            return False
        tokens = sentence.tokens
        at, end = sentence.first_at(time.span.start), sentence.first_at(time.span.end)
        if self._is_apposed(tokens, at, end):
            return True
        verb = self._verb(tokens, at, end)
        if verb is None or self._befalls(tokens, verb) or self.events.is_blow(tokens[verb].fold):
            return False  # « la cérémonie a été attaquée mardi »
        if self._is_broken_up(tokens, max(verb + 1, end)):
            return False
        folds = sentence.folds
        start = max((i + 1 for i in range(verb) if folds[i] in _MARKS), default=0)
        if not self.relatives.isdisjoint(folds[start:verb]):
            return False  # « alors qu'ils commémoraient mercredi »
        behind = folds[max(verb + 1, end) : max(verb + 1, end) + _OBJECT]
        if folds[verb] in self.solemn:
            return not self._harms(tokens)
        if folds[verb] in self.caught and self.words.suspects.isdisjoint((*folds[:_HEAD], *folds[start:verb], *behind)):
            return False
        named = either(self.words.ceremonies, self.words.suspects)
        near = (*folds[:_HEAD], *folds[start : max(at, verb)], *behind)
        return not named.isdisjoint(near) and not self._harms(tokens)

    @property
    def _named(self) -> Set[str]:
        return either(self.solemn, self.caught, self.apposed, self.words.ceremonies, self.words.suspects)

    def _is_apposed(self, tokens: Sequence[Token], at: int, end: int) -> bool:
        """« L'ancien chef, mort mercredi à 70 ans, avait ordonné », « Arrêté en 1992, il »: whether it tells of who did it."""
        if not at or tokens[at - 1].fold not in self.apposed:
            return False
        first = at - 1
        comma = next((i for i in range(end, len(tokens)) if tokens[i].text == ","), None)
        if comma is None or self._does_harm(tokens, comma + 1):
            return False  # « Le kamikaze, mort mardi dans l'explosion, a tué 12 passants »
        if not first:
            return True
        if tokens[first - 1].text != ",":
            return False
        before = tokens[: first - 1]
        opening = next((i + 1 for i in range(len(before) - 1, -1, -1) if before[i].text in _MARKS), 0)
        # « un soldat, mort mercredi, » is counted
        return not before[opening:] or before[opening].fold not in self.words.a

    def _does_harm(self, tokens: Sequence[Token], start: int) -> bool:
        """Whether a clause goes on with harm that is not told as past before something else (« a tué 12 passants »)."""
        if start >= len(tokens) or tokens[start].fold in self.verbs.imperfect_auxiliaries:
            return False
        verb = self._next(tokens, start, start + 1)
        return verb is not None and self._befalls(tokens, verb)

    def _is_broken_up(self, tokens: Sequence[Token], behind: int) -> bool:
        """« La messe a été interrompue lundi par une explosion », « … suspendu mardi après une fusillade »: whether an event, told for
        the first time, befell the ceremony."""
        ways = either(self.words.through, self.words.counted_from)
        new = self.pack.words.determiners - self.words.definite
        near = [t.fold for t in tokens[behind : behind + _EVENT]]
        return any(
            way in ways and article in new and any(map(self.events.is_event, nouns))
            for way, article, *nouns in zip(near, near[1:], near[2:], [*near[3:], ""], strict=False)
        )

    def _verb(self, tokens: Sequence[Token], at: int, end: int) -> int | None:
        """The index of the verb that the time goes with; None where an event stands nearer."""
        reach = range(at - 1, max(-1, at - _VERB - 1), -1)
        if at > 1 and tokens[at - 1].text == "," and end < len(tokens) and tokens[end].text == ",":
            return self._next(tokens, end + 1, end + 1 + _HEAD)  # « la cour a, mercredi, condamné »
        for i in reach:
            fold = tokens[i].fold
            idiom = i > 0 and tokens[i - 1].fold in self.words.toward  # « condamnés à mort »
            if tokens[i].text in _MARKS or (self.events.is_event(fold) and not idiom):
                break
            if self._is_verb(tokens, i):
                return i
        return self._next(tokens, end, end + _BEHIND) if at <= 1 else None

    def _next(self, tokens: Sequence[Token], start: int, stop: int) -> int | None:
        """The index of the first verb from `start` on, the participle where it is made of two words."""
        for i in range(start, min(stop, len(tokens))):
            if self.verbs.is_auxiliary(tokens[i].fold):
                group = range(i + 1, min(i + 1 + _AUXILIARY, len(tokens)))
                return next((j for j in group if self._is_verb(tokens, j)), None)
            if self._is_verb(tokens, i):
                return i
        return None

    def _is_verb(self, tokens: Sequence[Token], at: int) -> bool:
        """Whether a word is a finite verb, a participle with its auxiliary or a verb of ceremonies, and no noun."""
        fold = tokens[at].fold
        if self.verbs.is_auxiliary(fold):
            return False
        before = [t.fold for t in tokens[max(0, at - _AUXILIARY) : at]]
        if before and before[-1] in self.small:
            return False
        if any(self.verbs.is_auxiliary(f) for f in before):
            return fold not in self.pack.words.adverbs and _PARTICIPLE.search(fold) is not None
        return self.verbs.finite(fold) or fold in self.solemn

    def _befalls(self, tokens: Sequence[Token], at: int) -> bool:
        return tokens[at].fold in self.harm and tokens[at].fold not in self.caught

    def _harms(self, tokens: Sequence[Token]) -> bool:
        """Whether a verb of harm stands in no relative clause: the day may be that of the harm."""
        related = False
        for i, token in enumerate(tokens):
            if token.text in ",;:":
                related = False
            # « les fidèles célébraient dimanche la messe quand une bombe a tué » is of that day
            related = related or (token.fold in self.related and token.fold not in self.when)
            helped = any(self.verbs.is_auxiliary(t.fold) for t in tokens[max(0, i - _AUXILIARY) : i])
            # « L'armée a fouillé mercredi le camp et abattu deux hommes »
            helped = helped or (i > 1 and tokens[i - 1].fold in self.pack.words.coordinators and not related)
            acting = self._is_acting(token.fold)
            if not related and self._befalls(tokens, i) and (helped or acting):
                return True
            if acting and tokens[i - 1].text == ",":
                return True  # « ont défilé lundi, …, faisant trois morts »
        return False

    def _is_acting(self, fold: str) -> bool:
        forms = [form for _, form in self.verbs.analyses(fold)]
        return any(f.mood == "participle" and f.tense == "present" for f in forms)


@cache
def ceremonies_of(pack: LanguagePack) -> Ceremonies:
    """The pack's Ceremonies, built once."""
    return Ceremonies(pack)
