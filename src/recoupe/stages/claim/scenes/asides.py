"""Asides: the times of a sentence that date something else than the event it tells."""

from collections.abc import Sequence
from datetime import date, timedelta
from itertools import pairwise

from recoupe.languages.pack import LanguagePack
from recoupe.languages.places import PlaceWords
from recoupe.languages.times import time_words
from recoupe.languages.word_sets import but_for, either
from recoupe.model.annotation import Numeral, Sentence, TimeRef, Token
from recoupe.stages.claim.scenes.compared_days import dates_compared
from recoupe.stages.claim.scenes.joined_clauses import is_apposed, is_counted
from recoupe.stages.claim.scenes.operations import is_led
from recoupe.stages.claim.scenes.records import part_before, records_of
from recoupe.stages.claim.scenes.statements import length_of
from recoupe.stages.claim.words.agents import agent_words
from recoupe.stages.claim.words.events import Events
from recoupe.stages.claim.words.kind_index import kind_index
from recoupe.stages.claim.words.lexicon import lexicon

_AROUND = 3
"""How many words before a noun's date its event may stand."""
_REACH = 8
"""How many words before a day the war that began on it may be named."""
_OPENING = 2
"""How many words a participle with its time before the subject may open a sentence with."""
_OPENED = 5
"""The same with where it began between (« Parti du nord du pays en 2012, le conflit »)."""
_LENGTHS = {"days": 11, "month": 62, "season": 183, "year": 366}
"""Days of the longest stretch that one name has, by how exact it is (« début mars », « fin 2011 », « l'automne », « 2011 »)."""
_BLOWS = frozenset({"killed", "wounded", "casualties", "detained", "missing"})
_SINCE_OVER = timedelta(days=366)
_MARKS = frozenset(",;:()")
_FRESH = 2
"""For how many days what began is still one event."""
_RECORD = 5
"""How many words before « depuis » or « en » a superlative or an ordinal may stand."""


class Asides:
    """Questions to the times of one sentence; built once a Document."""

    def __init__(self, pack: LanguagePack, events: Events, places: PlaceWords, published: str | None) -> None:
        self.published = published
        self.pack, self.events, self.places, self.words = pack, events, places, events.words
        self.verbs, self.cues = pack.verbs, pack.cues
        self.relatives = pack.words.relatives
        self.records = records_of(pack)
        times = time_words(pack)
        self.when = times.joints.when
        self.tolls, self.toll_nouns = lexicon(pack).harm.tolls.of, lexicon(pack).harm.tolls.nouns
        self.than = agent_words(pack).objects
        self.by, self.about = agent_words(pack).by, lexicon(pack).approximators
        begun = times.classes["EVENT"] - times.values["EDGE"].keys() - times.values["ANCHORED"].keys()
        named = but_for(times.core, times.classes["HAPPENING"], frozenset(begun))
        self.no_nouns = either(times.classes["PART"], named, pack.words.prepositions, self.words.whole_of)
        self.counted, self.harm_nouns = lexicon(pack).counted.people, lexicon(pack).harm.nouns
        self.harm_verbs = lexicon(pack).harm.verbs
        self.times = kind_index(pack).words.comparisons.times
        self.merged = lexicon(pack).figures.merged
        self.coming = lexicon(pack).harm.crossings.entering
        passive = lexicon(pack).figures.passive
        self.done = {
            form
            for form in self.words.been
            if any(
                lemma == passive and f.mood == "participle" and f.tense == "past"
                for lemma, f in self.verbs.analyses(form)
            )
        }
        """« été »"""
        self.before_noun = either(
            pack.words.determiners, but_for(pack.words.prepositions, pack.words.relatives, self.places.of)
        )
        self.opening = but_for(pack.words.subordinators, pack.words.relatives, pack.words.prepositions)

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

    def of_earlier_toll(
        self, time: TimeRef, times: Sequence[TimeRef], sentence: Sentence, numerals: Sequence[Numeral]
    ) -> bool:
        """« trois morts, contre neuf la veille »: the day on which another toll was given.

        « douze morts mardi, contre neuf lundi » are the dead of two days, where no toll is named.
        """
        if time.kind != "point" or time.precision != "day":
            return False
        if times[0] is not time and self.toll_nouns.isdisjoint(sentence.words):
            return False
        return dates_compared(time, sentence, numerals, self.pack)

    def of_rank(self, time: TimeRef, sentence: Sentence, numerals: Sequence[Numeral]) -> bool:
        """« la deuxième frappe en trois jours », « la plus meurtrière en un an »: a stretch that counts events, not harm."""
        if time.kind not in ("since", "duration"):
            return False
        tokens, at = sentence.tokens, self._at(sentence, time.span.start)
        start = tokens[max(0, at - _RECORD)].start
        if time.kind == "duration" and self.records.is_kept(tokens, at):
            return True
        ranks = (
            n.number_end for n in numerals if n.ordinal and start <= n.number_start < n.number_end <= tokens[at].start
        )
        end = max(ranks, default=None)
        if end is None:
            return False
        ranked = sentence.within(end, tokens[at].start)
        if any(t.text in _MARKS or t.fold in self.than for t in ranked):
            return False
        return not ranked or any(self.events.is_event(t.fold) or t.fold in self.times for t in ranked)

    def begun(self, times: Sequence[TimeRef], sentence: Sentence) -> list[TimeRef]:
        """The times at which a war or the like began; none for what began these days and is still one event."""
        if len(times) == 1 and times[0].kind != "since" and self._is_fresh(times[0]):
            return []
        return [t for t in times if self._begins(t, sentence, alone=len(times) == 1)]

    def _begins(self, time: TimeRef, sentence: Sentence, *, alone: bool) -> bool:
        """Whether a war or the like began then (« l'invasion lancée en février 2022 »)."""
        at = self._at(sentence, time.span.start)
        if time.kind == "since":
            return self._is_waged(sentence.tokens[:at], alone=alone)
        if time.kind not in ("point", "interval") or not at or self._is_whole(time, sentence):
            return False
        tokens = sentence.tokens[:at]
        if self.events.ended(tokens):
            return False
        # « the war began when X attacked on 7 October » dates the attack
        tokens = tokens[max((i for i, t in enumerate(tokens) if t.fold in self.opening), default=0) :]
        if self.events.begins(tokens[-_REACH:]) or self.events.begun(tokens):
            return True
        if at <= _OPENED and self.events.opened(tokens, sentence.tokens[self._at(sentence, time.span.end) :]):
            return True
        if time.precision not in ("month", "season", "year") or not self.events.starts(tokens[-1:]):
            return False
        # « l'agression, déclenchée en mars 2015 », « déclenché en mars 2011, le conflit »: what starts in a month lasts
        if any(t.fold in self.words.campaigns for t in sentence.tokens[at:]):
            return True
        return at > _OPENING and tokens[-1].fold not in self.events.settling  # « Ali, né en 1982 »

    def _is_fresh(self, time: TimeRef) -> bool:
        """Whether what began on the day is still one event (« les combats qui ont éclaté dimanche », told on Monday)."""
        if time.precision != "day" or time.date_from is None or self.published is None:
            return False
        return (date.fromisoformat(self.published) - date.fromisoformat(time.date_from)).days <= _FRESH

    def _is_whole(self, time: TimeRef, sentence: Sentence) -> bool:
        """Whether it is how long a war lasted: « la guerre de 1975 à 1990 », « la guerre de 2006 » in a later year."""
        length = length_of(time)
        if length is not None and length > _LENGTHS.get(time.precision, 0):
            return True
        if time.precision not in ("year", "season") or time.date_to is None or self.published is None:
            return False
        lasting = self.words.wars & self.words.inner
        before = [t for t in sentence.tokens if t.start < time.span.start][-_OPENING:]
        over = date.fromisoformat(time.date_to) + _SINCE_OVER < date.fromisoformat(self.published)
        return over and any(t.fold in lasting for t in before)

    def counted_from(self, time: TimeRef, sentence: Sentence) -> int | None:
        """Offset of « depuis », where the day is that of an event from which is counted; None where it is not.

        « Tués depuis le putsch du 25 octobre », but not « la pire attaque depuis l'attentat d'août 1998 ».
        """
        tokens, at = sentence.tokens, self._at(sentence, time.span.start)
        if time.kind not in ("point", "interval") or time.date_from is None:
            return None
        since = next((i for i in range(at - 1, max(-1, at - _REACH), -1) if tokens[i].fold in self.words.since), None)
        if since is None or since + 2 >= at or tokens[since + 1].fold not in self.words.definite:
            return None
        between = tokens[since + 1 : at]
        if any(not t.text[0].isalpha() or t.fold in self.words.that for t in between):
            return None
        bound = tokens[at].fold in self.places.of or between[-1].fold in self.places.of
        return tokens[since].start if bound and not self._of_state(tokens, since) else None

    def _is_waged(self, tokens: Sequence[Token], *, alone: bool) -> bool:
        """Whether they open a clause about a war: « le conflit, qui oppose (depuis mai) les rebelles à l'armée », « les combats
        qui opposent (depuis lundi) … »."""
        fought = self.words.campaigns | self.words.drives | (self.words.broad if alone else frozenset[str]())
        if any(a.fold in fought and b.fold in self.relatives for a, b in pairwise(tokens[-_RECORD:])):
            return True
        comma = next((i for i in range(len(tokens) - 1, 0, -1) if tokens[i].text in _MARKS), 0)
        relative = 0 < comma < len(tokens) - 1 and tokens[comma + 1].fold in self.relatives
        waged = self.words.campaigns | self.words.drives
        return relative and any(t.fold in waged for t in tokens[max(0, comma - _OPENING) : comma])

    def is_aside(self, time: TimeRef, sentence: Sentence) -> bool:
        """Whether the time dates something beside the event (« le coup d'État de mai », « assiégée depuis mai »)."""
        tokens = sentence.tokens
        at = self._at(sentence, time.span.start)
        behind = sentence.tokens[self._at(sentence, time.span.end) :][:2]
        if len(behind) == 2 and behind[0].text == "," and behind[1].fold in self.when:
            return False  # « the worst since March 2019, when 160 were killed »
        if time.kind == "since" and at == 0:
            # « Depuis 2016, jamais les combats n'avaient été si meurtriers »
            return len(behind) == 2 and behind[0].text == "," and behind[1].fold in self.words.records
        if time.kind == "duration" and self._is_doer(tokens, at):
            return True
        # « depuis celui de Nice, le 14 juillet 2016, qui avait fait 86 morts »: that day has its own dead
        told = len(behind) == 2 and behind[0].text == "," and behind[1].fold in self.relatives
        told = told and any(t.fold in self.events.harm for t in tokens if t.start > time.span.end)
        if self._is_than(tokens, at) or (not told and self._of_record(tokens, at)):
            return True
        if time.kind == "since":
            return self._of_state(tokens, at)
        last = next((t.fold for t in reversed(tokens) if t.end <= time.span.end), "")
        if last in self.places.of:
            return True  # « au lendemain de l'attaque »
        if self._of_former_blow(time, tokens):
            return True
        if at > 1 and tokens[at - 1].fold in self.than and any(t.fold in self.words.same for t in tokens[:at]):
            return True  # « dans le même quartier que mardi »
        holds = at > 0 and tokens[at - 1].fold in self.words.in_force and self.events.tells(sentence.words)
        if at and (holds or tokens[at - 1].fold in self.events.settling):
            return True  # « un accord signé en avril »
        if time.kind == "interval" and (length_of(time) or 0) > _LENGTHS.get(time.precision, 0):
            return self._of_course(tokens, at)  # « a ravagé le pays de 1991 à 2002 »
        if time.kind == "interval" and tokens[at - 1].fold.endswith(self.words.participles):
            return self._of_course(tokens, at)  # « une opération menée du 5 au 7 juin »
        return self._of_noun(tokens, at) or self._of_course(tokens, at)

    def _is_doer(self, tokens: Sequence[Token], at: int) -> bool:
        """« une ville que dix ans de guerre ont ravagée », « meurtrie par dix ans de guerre »: whether the years did it."""
        introduced = tokens[at].fold in self.pack.words.prepositions  # « rien qu'en deux jours »
        at -= self.about.before([t.fold for t in tokens[:at]], at)  # « près de vingt mois »
        if at < 2 or introduced:
            return False
        before = tokens[at - 1].fold
        worn = before in self.by and tokens[at - 2].fold.endswith(self.words.participles)
        return before in self.than or (worn and not self._befell(tokens[at - 2].fold))

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
        # « l'attaque sans précédent du Hamas du 7 octobre »
        owned = tokens[at].text[0].isupper() and tokens[at - 1].fold in of
        before = tokens[max(0, at - _AROUND * (1 + owned) + 1) : at + 1]
        governed = any(t.fold in self.places.articles or t.fold in self.places.of for t in before[:-1])
        return governed and not any(self.events.is_event(t.fold) or t.fold in self.words.means for t in before)

    def _of_course(self, tokens: Sequence[Token], at: int) -> bool:
        """« depuis que les rebelles sont en ville, il y a un mois », « en représailles à l'attaque du 7 octobre »."""
        for i in range(at - 1, 0, -1):
            if tokens[i].text in ",;:":
                return False
            if at - i <= _AROUND + 1 and tokens[i].fold in self.words.since:
                return True  # « depuis l'attentat d'août 1998 »
            if tokens[i].fold in self.words.since and any(
                t.fold in self.words.records for t in tokens[max(0, i - 2) : i]
            ):
                return True  # « jamais, depuis l'occupation de ces terres en juin 1967, l'armée n'avait »
            if (
                at - i < _REACH
                and tokens[i].fold in self.words.answers
                and tokens[i - 1].fold not in self.words.definite
                and not self._causes(tokens, i)
                and not tokens[i + 1].fold.endswith(self.words.participles)  # « des représailles menées le 29 »
            ):
                return True
            if tokens[i].fold in self.words.that and tokens[i - 1].fold in self.words.since:
                return True
        return False

    def _causes(self, tokens: Sequence[Token], at: int) -> bool:
        """« neuf morts à la suite de raids menés mardi »: what stands behind does the harm before it."""
        before = tokens[max(0, at - _REACH) : at]
        return tokens[at].fold in self.words.causes and any(t.fold in self.harm_nouns for t in before)

    def _of_record(self, tokens: Sequence[Token], at: int) -> bool:
        """« la plus meurtrière depuis le départ des Américains, le 30 août »: the day in apposition to what a record is kept from."""
        if at < 2 or tokens[at - 1].text != ",":
            return False
        first = max(0, at - 1 - _REACH)
        since = next((i for i in range(at - 2, first - 1, -1) if tokens[i].fold in self.words.since), None)
        if since is None or any(t.text in _MARKS or self.verbs.is_auxiliary(t.fold) for t in tokens[since : at - 1]):
            return False
        return self.records.is_kept(tokens, since)

    def _of_state(self, tokens: Sequence[Token], at: int) -> bool:
        """« une ville assiégée depuis mai », « l'attaque la plus meurtrière depuis 2014 »."""
        before = tokens[max(0, at - _RECORD) : at]
        if self.records.is_kept(tokens, at):
            return True
        if any(t.fold in self.words.records for t in part_before(tokens, at)):
            return True  # « jamais attaque n'avait été si meurtrière depuis 2014 »
        if is_apposed(tokens, at, self.pack) and not any(self.events.is_event(t.fold) for t in part_before(tokens, at)):
            return True  # « le Hamas, maître de Gaza depuis juin 2007, »
        if self._is_held(part_before(tokens, at)):
            return True
        word = tokens[at - 1].fold
        if word in self.words.in_force:
            return True  # « le cessez-le-feu en vigueur depuis avril »
        if is_counted(tokens, at - 1, self.pack):
            return False  # « ont effectué 653 sorties depuis »
        if self._befell(word) or word in self.coming:
            return False  # « les Palestiniens tués depuis janvier », « arrivées depuis le 3 janvier »
        if word in self.words.over and any(t.fold in self.words.nots for t in before):
            return True  # « on ne tire plus depuis hier »
        held = word.endswith(self.words.participles) or self.verbs.is_past_participle(word)
        if at == 1 and self.verbs.is_past_participle(word) and not word.endswith("s"):
            return not self.events.is_blow(
                word
            )  # « Assiégée depuis mai, X compte 9 000 habitants », but « Déplacés depuis »
        if at > 1 and tokens[at - 2].fold in self.toll_nouns:
            return False  # « le bilan cumulé depuis », « le décompte établi depuis »
        if at > 1 and tokens[at - 2].fold in self.places.heads and held:
            return True  # « ville assiégée depuis », but not « tués dans la capitale somalienne depuis »
        if at > 1 and tokens[at - 2].text[0].isupper() and word.endswith(self.words.participles):
            return True  # « X assiégée depuis »
        if at > 2 and tokens[at - 2].text == "," and tokens[at - 3].text[0].isupper():
            return True  # « à X, assiégée depuis »
        if at > 1 and (
            any(lemma in self.words.have for lemma, _ in self.verbs.analyses(tokens[at - 2].fold))
            or (tokens[at - 2].fold in self.done and word.endswith(self.words.participles))
        ):
            return False  # « ont fui depuis », « ont été soignés depuis », acts and no states
        if is_led(tokens, at - 1, self.words, self.pack):
            return False  # « l'insurrection menée depuis », « des opérations conduites depuis »
        if at > 1 and tokens[at - 2].fold in self.before_noun:
            return False  # « ont perdu la vie depuis », « pris en charge depuis »: a noun
        if word in self.events.harm or self.events.is_event(word) or self._is_harm(word):
            return False
        if at > 1 and tokens[at - 2].fold in self.places.articles:
            return False  # « ont perdu la vie depuis »: a noun
        if self.merged and word in self.harm_verbs:
            return False  # « who fled since »
        analyses = [
            pair
            for pair in self.verbs.analyses(word)
            if not self.merged or (pair[1].mood == "participle" and pair[1].tense == "past")
        ]
        if not analyses:
            # a participle of a verb that is in no table: « assiégée depuis », but « ont perdu la vie depuis »
            if at > 1 and tokens[at - 2].fold in self.places.articles:
                return False
            return word.endswith(self.words.participles) and tokens[at - 1].text[0].islower()
        return all(lemma not in self.cues.verbs for lemma, _ in analyses)

    def _is_held(self, part: Sequence[Token]) -> bool:
        """« , qui tenaient la ville depuis mai », « , théâtre de combats depuis mai »: whether the words before a time, behind a comma,
        say who has a place, or what it is for long."""
        if len(part) < _OPENING or part[0].text[0].isupper():
            return False
        if part[0].fold in self.words.stages:
            return True
        having = (lemma for t in part[1 : 1 + _OPENING] for lemma, _ in self.verbs.analyses(t.fold))
        held = part[0].fold in self.relatives and any(lemma in self.words.holding for lemma in having)
        return held and not any(self.events.is_event(t.fold) or t.fold in self.harm_verbs for t in part[_OPENING:])

    def _is_than(self, tokens: Sequence[Token], at: int) -> bool:
        """Whether the time at `at` is one that is compared with: « 9 % de plus qu'au trimestre précédent », « moins qu'en mai »."""
        first = next((i for i in range(at - 1, max(-1, at - _OPENING - 1), -1) if tokens[i].fold in self.than), None)
        if first is None or not first:
            return False
        before = tokens[max(0, first - _AROUND) : first]
        return not any(t.text in _MARKS for t in before) and any(t.fold in self.words.most for t in before)

    def _is_harm(self, word: str) -> bool:
        """Whether it is a verb of harm and tells no state: « assiègent depuis », « ont dû fuir depuis »."""
        return word in self.harm_verbs and not word.endswith(self.words.participles)

    def _befell(self, word: str) -> bool:
        """Whether the word says that somebody was killed, wounded or taken, and no state of a place."""
        senses = self.harm_verbs.get(word, ())
        return bool(senses) and all(sense.effect in _BLOWS for sense, _ in senses)

    @staticmethod
    def _at(sentence: Sentence, offset: int) -> int:
        return min(sentence.first_at(offset), len(sentence.tokens) - 1)
