"""Asides: the times of a sentence that date something else than the event it tells."""

from collections.abc import Sequence
from itertools import pairwise

from recoupe.languages.pack import LanguagePack
from recoupe.languages.places import PlaceWords
from recoupe.languages.times import time_words
from recoupe.model.annotation import Numeral, Sentence, TimeRef, Token
from recoupe.stages.claim.agents import agent_words
from recoupe.stages.claim.events import Events
from recoupe.stages.claim.lexicon import lexicon

_AROUND = 3
"""How many words before a noun's date its event may stand."""
_REACH = 8
"""How many words before a day the war that began on it may be named."""
_OPENING = 2
"""How many words a participle with its time before the subject may open a sentence with."""
_MARKS = frozenset(",;:()")
_RECORD = 5
"""How many words before « depuis » a superlative may stand."""


class Asides:
    """Questions to the times of one sentence; built once a Document."""

    def __init__(self, pack: LanguagePack, events: Events, places: PlaceWords) -> None:
        self.events, self.places, self.words = events, places, events.words
        self.verbs, self.cues = pack.verbs, pack.cues
        times = time_words(pack)
        self.when = times.joints.when
        self.tolls = lexicon(pack).harm.tolls.of
        self.than = agent_words(pack).objects
        self.no_nouns = times.classes["PART"] | times.core | pack.words.prepositions
        self.counted, self.harm_nouns = lexicon(pack).counted.people, lexicon(pack).harm.nouns
        self.harm_verbs = lexicon(pack).harm.verbs
        self.merged = lexicon(pack).figures.merged
        self.opening = pack.words.subordinators - pack.words.relatives - pack.words.prepositions

    def of_number(self, time: TimeRef, sentence: Sentence, numerals: Sequence[Numeral]) -> bool:
        """Whether what looks like a time is a count (« près de 1700 morts »)."""
        for numeral in numerals:
            if time.span.start < numeral.number_end < time.span.end:
                return False  # « en moins de 48 heures »
            if numeral.number_start < time.span.end and time.span.start < numeral.number_end:
                after = sentence.tokens[self._at(sentence, numeral.number_end) :][:1]
                return numeral.bound != "exact" or any(
                    t.fold in self.counted or t.fold in self.harm_nouns for t in after
                )
        return False

    def begins(self, time: TimeRef, sentence: Sentence) -> bool:
        """Whether a war or the like began then (« l'invasion lancée en février 2022 »)."""
        at = self._at(sentence, time.span.start)
        if time.kind not in ("point", "interval") or not at:
            return False
        tokens = sentence.tokens[:at]
        # « the war began when X attacked on 7 October » dates the attack
        tokens = tokens[max((i for i, t in enumerate(tokens) if t.fold in self.opening), default=0) :]
        if self.events.begins(tokens[-_REACH:]) or self.events.begun(tokens):
            return True
        if time.precision not in ("month", "season", "year") or not self.events.starts(tokens[-1:]):
            return False
        # « l'agression, déclenchée en mars 2015 », « déclenché en mars 2011, le conflit »: what starts in a month lasts
        return at > _OPENING or any(t.fold in self.words.campaigns for t in sentence.tokens[at:])

    def is_aside(self, time: TimeRef, sentence: Sentence) -> bool:
        """Whether the time dates something beside the event (« le coup d'État de mai », « assiégée depuis mai »)."""
        tokens = sentence.tokens
        at = self._at(sentence, time.span.start)
        behind = sentence.tokens[self._at(sentence, time.span.end) :][:2]
        if len(behind) == 2 and behind[0].text == "," and behind[1].fold in self.when:
            return False  # « the worst since March 2019, when 160 were killed »
        if time.kind == "since" and at == 0:
            return False
        if time.kind == "since":
            return self._of_state(tokens, at)
        last = next((t.fold for t in reversed(tokens) if t.end <= time.span.end), "")
        if last in self.places.of:
            return True  # « au lendemain de l'attaque »
        if self._of_former_blow(time, tokens):
            return True
        if at > 1 and tokens[at - 1].fold in self.than and any(t.fold in self.words.same for t in tokens[:at]):
            return True  # « dans le même quartier que mardi »
        if at and tokens[at - 1].fold in self.events.settling:
            return True  # « un accord signé en avril »
        if time.kind == "interval" and tokens[at - 1].fold.endswith(self.words.participles):
            return self._of_course(tokens, at)  # « une opération menée du 5 au 7 juin »
        return self._of_noun(tokens, at) or self._of_course(tokens, at)

    def _of_former_blow(self, time: TimeRef, tokens: Sequence[Token]) -> bool:
        """« deux jours après l'attaque de X, un raid a tué »: the day of the one is not that of the other."""
        inside = [t.fold for t in tokens if time.span.start <= t.start < time.span.end]
        if inside[-1] not in self.words.events or len(inside) == 1:
            return False
        behind = [t for t in tokens if t.start >= time.span.end]
        mark = next((i for i, t in enumerate(behind) if t.text == ","), None)
        if mark is None or any(t.fold in self.events.harm for t in behind[:mark]):
            return False
        # « deux jours après le raid, le maire a donné un bilan » tells no other event
        blows = self.words.events - self.tolls
        return any(a.fold in self.words.a and b.fold in blows for a, b in pairwise(behind[mark:]))

    def _of_noun(self, tokens: Sequence[Token], at: int) -> bool:
        """« l'accord de février », but not « l'attaque de mardi » nor « la journée de mardi »."""
        of = self.places.of
        if tokens[at].fold in of:
            at -= 1
        elif tokens[at - 1].fold in of:
            at -= 2
        else:
            return False
        if at < 0 or not tokens[at].text[0].isalpha() or tokens[at].fold in self.no_nouns:
            return False
        before = tokens[max(0, at - _AROUND + 1) : at + 1]
        governed = any(t.fold in self.places.articles or t.fold in self.places.of for t in before[:-1])
        return governed and not any(self.events.is_event(t.fold) for t in before)

    def _of_course(self, tokens: Sequence[Token], at: int) -> bool:
        """« depuis que les rebelles sont en ville, il y a un mois », « en représailles à l'attaque du 7 octobre »."""
        for i in range(at - 1, 0, -1):
            if tokens[i].text in ",;:":
                return False
            if at - i <= _AROUND + 1 and tokens[i].fold in self.words.since:
                return True  # « depuis l'attentat d'août 1998 »
            if (
                at - i < _REACH
                and tokens[i].fold in self.words.answers
                and tokens[i - 1].fold not in self.words.definite
                and not self._causes(tokens, i)
            ):
                return True
            if tokens[i].fold in self.words.that and tokens[i - 1].fold in self.words.since:
                return True
        return False

    def _causes(self, tokens: Sequence[Token], at: int) -> bool:
        """« neuf morts à la suite de raids menés mardi »: what stands behind does the harm before it."""
        before = tokens[max(0, at - _REACH) : at]
        return tokens[at].fold in self.words.causes and any(t.fold in self.harm_nouns for t in before)

    def _of_state(self, tokens: Sequence[Token], at: int) -> bool:
        """« une ville assiégée depuis mai », « l'attaque la plus meurtrière depuis 2014 »."""
        before = tokens[max(0, at - _RECORD) : at]
        for i, token in enumerate(before):
            if token.fold in self.words.most and i and before[i - 1].fold in self.words.the:
                return True
        if any(t.fold in self.words.records for t in self._part(tokens, at)):
            return True  # « jamais attaque n'avait été si meurtrière depuis 2014 »
        word = tokens[at - 1].fold
        if word in self.words.over and any(t.fold in self.words.nots for t in before):
            return True  # « on ne tire plus depuis hier »
        if at > 1 and tokens[at - 2].fold in self.places.heads:
            return True  # « ville assiégée depuis »
        if at > 1 and tokens[at - 2].text[0].isupper() and word.endswith(self.words.participles):
            return True  # « X assiégée depuis »
        if at > 2 and tokens[at - 2].text == "," and tokens[at - 3].text[0].isupper():
            return True  # « à X, assiégée depuis »
        if at > 1 and any(lemma in self.words.have for lemma, _ in self.verbs.analyses(tokens[at - 2].fold)):
            return False  # « ont fui depuis », an act and no state
        if word in self.events.harm or self.events.is_event(word) or self._is_harm(word):
            return False
        if self.merged and word in self.harm_verbs:
            return False  # « who fled since »
        analyses = [
            pair
            for pair in self.verbs.analyses(word)
            if not self.merged or (pair[1].mood == "participle" and pair[1].tense == "past")
        ]
        if not analyses:
            # a participle of a verb that is in no table: « assiégée depuis »
            return word.endswith(self.words.participles) and tokens[at - 1].text[0].islower()
        return all(lemma not in self.cues.verbs for lemma, _ in analyses)

    @staticmethod
    def _part(tokens: Sequence[Token], at: int) -> Sequence[Token]:
        """The tokens before `at` from the last mark on."""
        first = next((i + 1 for i in range(at - 1, -1, -1) if tokens[i].text in _MARKS), 0)
        return tokens[first:at]

    def _is_harm(self, word: str) -> bool:
        """Whether it is a verb of harm and tells no state: « assiègent depuis », « ont dû fuir depuis »."""
        return word in self.harm_verbs and not word.endswith(self.words.participles)

    @staticmethod
    def _at(sentence: Sentence, offset: int) -> int:
        return min(sentence.first_at(offset), len(sentence.tokens) - 1)
