"""Events: what the words of a sentence say of the kind of event (one attack, a campaign that goes on, another one)."""

import re
from collections.abc import Sequence, Set
from functools import cache
from itertools import pairwise, takewhile

from recoupe.languages.pack import LanguagePack
from recoupe.languages.places import PlaceWords
from recoupe.languages.scenes import SceneWords
from recoupe.languages.tables import Table
from recoupe.languages.times import time_words
from recoupe.languages.verbs import VerbIndex
from recoupe.languages.word_sets import either
from recoupe.model.annotation import Sentence, TimeRef, Token
from recoupe.stages.claim.words.lexicon import lexicon
from recoupe.text import fold

_LINE = 20
"""How many characters of a line tell whether it begins with a time of the clock."""
_HOUR = 3
"""How many tokens a time of the clock is at most without them (« 9 h 05 »)."""
_CLOCK = 6
"""How many tokens a time of the clock may be, and the marks around it."""
_MARKS = frozenset(",;:()")
_ASIDE = 14
"""How many words may stand between two commas that part a subject from its verb."""
_SUBJECT = 8
"""How many words from a war to what it has done."""
_MODIFIERS = 2
"""How many words may stand between an event and what dates it (« la frappe aérienne russe de mardi »)."""


@cache
def place_words(pack: LanguagePack) -> PlaceWords:
    """The pack's words around places."""
    return PlaceWords.load(pack.table("places"))


@cache
def scene_words(pack: LanguagePack) -> SceneWords:
    """The pack's words that carry places and days on."""
    table: Table = pack.table("scenes")
    return SceneWords.load(table)


@cache
def motion_verbs(pack: LanguagePack) -> VerbIndex:
    """The forms of the verbs of leaving, moving people, bringing the hurt somewhere and finding the dead."""
    words = scene_words(pack)
    moving = (
        words.leaving | words.sudden | words.conveying | words.finding | words.arriving | words.coming | words.hosting
    )
    after = words.caring | words.receiving | words.visiting | words.travelling
    return VerbIndex(moving | after | words.settling, pack.rules("morphology"), ())


@cache
def event_verbs(pack: LanguagePack) -> VerbIndex:
    """The forms of the verbs that hit, begin, end, take place and raise a toll."""
    words = scene_words(pack)
    verbs = words.striking | words.beginning | words.ending | words.happening | words.raising | words.addressing
    return VerbIndex(verbs, pack.rules("morphology"), ())


class Events:
    """Questions to a stretch of tokens; built once a pack."""

    def __init__(self, pack: LanguagePack) -> None:
        self.pack = pack
        self.words = scene_words(pack)
        self.harming = lexicon(pack).harm.verbs.keys()
        self.harm, self.strikes = lexicon(pack).alarms, lexicon(pack).harm.strikes
        self.parts, self.tolls = time_words(pack).classes["PART"], lexicon(pack).harm.tolls.nouns
        self._anchored = time_words(pack).values["ANCHORED"]
        self.units = time_words(pack).values["UNIT"]
        signs, full = ("|".join(map(re.escape, sorted(known))) for known in (self.words.clock, self.words.full_hour))
        hour = rf"(?:{signs})\d\d" + (rf"|(?:{full})(?:\d\d)?" if full else "")
        self._clock = re.compile(rf"\W{{0,2}}\d{{1,2}}(?:{hour})(?:gmt|utc|tu)?(?:\W|$)", re.IGNORECASE)
        verbs = event_verbs(pack)
        self.leaving = motion_verbs(pack).words_of(self.words.leaving)
        self.arriving = motion_verbs(pack).words_of(self.words.arriving)
        self.hosting = motion_verbs(pack).words_of(self.words.hosting)
        self.moving = motion_verbs(pack).words_of(self.words.conveying)
        self.coming = motion_verbs(pack).words_of(self.words.coming)
        self.settling = motion_verbs(pack).words_of(self.words.settling)
        self._striking = verbs.words_of(self.words.striking)
        self._named = self.words.events | self.words.campaigns | self.harm
        self._told = self._named | self._striking | self.words.means
        self._pointing = self.words.events | self.words.means
        self._pointed = self._pointing | self._striking | self.words.assailed
        self.during = frozenset(word for phrase in self.words.during for word in phrase)
        self._done = self.harm | self.words.causing
        self._elsewhere = self.words.elsewhere | self.words.others
        self._beginning = verbs.words_of(self.words.beginning)
        self.raising = verbs.words_of(self.words.raising)
        self._ending = verbs.words_of(self.words.ending)
        self.addressing = verbs.words_of(self.words.addressing)
        self.happening = verbs.words_of(self.words.happening)

    def is_event(self, fold: str) -> bool:
        """Whether the word names an event, or harm (« attentat-suicide » by its first part)."""
        return fold in self._named or ("-" in fold and fold.partition("-")[0] in self.words.events)

    def is_harm(self, fold: str) -> bool:
        """Whether the word tells of harm, or is what an event does (« tués », « coûté »)."""
        return fold in self._done

    def tells(self, words: Set[str]) -> bool:
        """Whether the folded words tell of an event or of harm."""
        return not self._told.isdisjoint(words) or any(self.is_event(word) for word in words if "-" in word)

    def points(self, sentence: Sentence) -> bool:
        """Whether it speaks of an event already told (« l'attaque », « les assaillants »), or of an attack by its verb."""
        if self._pointed.isdisjoint(sentence.words):
            return False
        words, folds = self.words, sentence.folds
        return self.takes_up(sentence) or any(
            (after in self._striking and after not in words.events)
            or (after in words.assailed and before in words.assailed_by)
            for before, after in pairwise(folds)
        )

    def takes_up(self, sentence: Sentence) -> bool:
        """Whether it speaks of an event already told (« l'attaque », « les assaillants »)."""
        if self._pointed.isdisjoint(sentence.words):
            return False
        words, folds = self.words, sentence.folds
        if not self.happening.isdisjoint(sentence.words) and self._took_place(sentence.tokens):
            return True
        pointed = self._pointed
        return any(
            (after in self._pointing and before in words.definite and not self._is_new(folds, i))
            or (after in self._pointing and before in words.contracted and i > 2 and folds[i - 3] in words.upon)
            for i, before, after in [
                (at + 1, folds[at - 1], word) for at, word in enumerate(folds) if at and word in pointed
            ]
        )

    def _is_new(self, folds: Sequence[str], at: int) -> bool:
        """Whether what stands behind an event makes it one not told before (« l'explosion d'une mine »)."""
        return at + 1 < len(folds) and folds[at] in self.words.of and folds[at + 1] in self.words.a

    def happens(self, tokens: Sequence[Token]) -> bool:
        """Whether they say that an event already told took place (« l'attaque s'est produite », « a eu lieu »)."""
        words = self.words
        if self._took_place(tokens):
            return True
        for i in range(1, len(tokens)):
            if tokens[i].fold in self._pointing and tokens[i - 1].fold in words.definite:
                after = takewhile(lambda t: t.text not in _MARKS, tokens[i + 1 : i + _SUBJECT])
                return any(t.fold in self.happening or t.fold in words.takes_place for t in after)
        return False

    def _took_place(self, tokens: Sequence[Token]) -> bool:
        """Whether a participle right behind a known event says that it took place (« du drame, survenu à X »)."""
        known = either(self.words.definite, self.words.contracted)
        for i in range(1, len(tokens) - 1):
            if tokens[i].fold in self._pointing and tokens[i - 1].fold in known:
                after = tokens[i + 1] if tokens[i + 1].text != "," or i + 2 == len(tokens) else tokens[i + 2]
                if after.fold in self.happening and self.pack.verbs.is_past_participle(after.fold):
                    return True
        return False

    def is_campaign(self, tokens: Sequence[Token]) -> bool:
        """Whether a war, or another thing that goes on and kills in many places, is what did the harm."""
        words, verbs = self.words, self.pack.verbs
        campaigns = words.campaigns
        for i in [i for i, token in enumerate(tokens) if token.fold in campaigns]:
            if self._qualifies(tokens, i) or (i + 1 < len(tokens) and tokens[i + 1].fold in words.ailing):
                continue  # « a succombé à une crise cardiaque »
            if i + 2 < len(tokens) and tokens[i + 1].text == "," and tokens[i + 2].fold in self.pack.words.relatives:
                return True  # « la guerre, qui a éclaté en avril, a fait »
            after = list(takewhile(lambda t: t.text not in _MARKS, tokens[i + 1 : i + _SUBJECT]))
            if not any(verbs.finite(t.fold) for t in after) and self._goes_on(tokens, i + 1 + len(after)):
                return True
            begun = any(t.fold in self._beginning for t in after)  # « la guerre a été déclenchée par »
            if not begun and any(verbs.is_auxiliary(t.fold) for t in after):
                return True  # « la guerre civile en X a fait »
            if any(t.fold in words.since for t in tokens[max(0, i - _SUBJECT) : i]):
                return True  # « depuis le début de la guerre »
            if tokens[i - 1].fold in words.definite and any(t.fold in words.through for t in tokens[max(0, i - 3) : i]):
                return True  # « tués dans le conflit »
        return False

    def _goes_on(self, tokens: Sequence[Token], comma: int) -> bool:
        """Whether two commas only set apart the subject that ends at the first from its verb: « La guerre, commencée en 1993, a fait »."""
        if comma + 1 >= len(tokens) or tokens[comma].text != "," or not self._is_participle(tokens[comma + 1].fold):
            return False
        close = next((j for j in range(comma + 2, len(tokens) - 1) if tokens[j].text == ","), None)
        return close is not None and close - comma <= _ASIDE and self.pack.verbs.is_auxiliary(tokens[close + 1].fold)

    def _is_participle(self, fold: str) -> bool:
        forms = [form for _, form in self.pack.verbs.analyses(fold)]
        return any(form.mood == "participle" and form.tense == "past" for form in forms)

    def is_broad(self, tokens: Sequence[Token]) -> bool:
        """Whether they speak of fighting or of attacks in general (« les combats »), and not of « une opération »."""
        words = self.words
        return any(t.fold in words.broad and (not i or tokens[i - 1].fold not in words.a) for i, t in enumerate(tokens))

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
        return self.is_over(tokens) and self.names_one(tokens)

    def names_one(self, tokens: Sequence[Token]) -> bool:
        """Whether they bring in one event (« une attaque », « un précédent attentat »), and no toll."""
        one, words = self.words.events - self.words.several - self.tolls, self.words
        return any(
            token.fold in one
            and (
                tokens[i - 1].fold in words.a
                or (tokens[max(0, i - 2)].fold in words.a and self._is_plain(tokens[i - 1]))
            )
            for i, token in enumerate(tokens)
            if i
        )

    def is_single(self, tokens: Sequence[Token]) -> bool:
        """Whether they name one event or who did it: « dans l'attentat », « par l'explosion d'une bombe », « un kamikaze »."""
        words = self.words
        one = words.events - words.several - words.operations - words.drives
        return any(t.fold.partition("-")[0] in one for t in tokens) or any(
            a.fold in words.a and b.fold in words.strikers for a, b in pairwise(tokens)
        )

    def is_blow(self, fold: str) -> bool:
        """Whether the word is a participle of a verb of attack (« bombardé »)."""
        return fold in self._striking and fold.endswith(self.words.participles)

    def is_led_in(self, article: Token, adjective: Token) -> bool:
        """Whether an article and an adjective stand before one event: « la violente (attaque) »."""
        return article.fold in self.words.one and self._is_plain(adjective)

    def _is_plain(self, token: Token) -> bool:
        """Whether it may be an adjective before its noun."""
        small = self.pack.words.prepositions | self.pack.words.determiners | self.pack.words.coordinators
        return token.text.islower() and token.fold not in small

    def is_over(self, tokens: Sequence[Token]) -> bool:
        """Whether harm is told as over before something else (« avaient été tués », « avait fait 12 morts »)."""
        return self._is_over([t.fold for t in tokens])

    def is_over_in(self, sentence: Sentence) -> bool:
        """`is_over` of a whole sentence, whose words are at hand."""
        return not self.pack.verbs.imperfect_auxiliaries.isdisjoint(sentence.words) and self._is_over(sentence.folds)

    def _is_over(self, folds: Sequence[str]) -> bool:
        verbs = self.pack.verbs
        was = verbs.imperfect_auxiliaries
        if was.isdisjoint(folds):
            return False
        for i, word in enumerate(folds):
            if self._done.isdisjoint(folds[i + 1 : i + 3]):
                continue
            if word in was:
                return True
            if verbs.is_auxiliary(word):
                return False  # « neuf civils ont péri jeudi, à deux rues de la maison où douze avaient été tués »
        return False

    def live_at(self, tokens: Sequence[Token]) -> int | None:
        """Where words stand that say of harm that it goes on (« actuellement, neuf morts »); None when there are none."""
        folds = [t.fold for t in tokens]
        for i, size in self.words.live.standing(folds):
            if not self.harm.isdisjoint(folds[max(0, i - _SUBJECT) : i + size + _SUBJECT]):
                return tokens[i].start
        return None

    def is_one_day(self, time: TimeRef) -> bool:
        """Whether a time is a day, a night or some days, and not « ces dernières 24 heures », which sum up."""
        return time.kind == "point" or not any(self.units.get(word) == "hour" for word in fold(time.span.text).split())

    def is_after(self, time: TimeRef) -> bool:
        """Whether a time is the day after another (« le lendemain »)."""
        return any(self._anchored.get(word, 0) > 0 for word in fold(time.span.text).split())

    def is_beside(self, time: TimeRef) -> bool:
        """Whether a time is told by the day of something else (« la veille », « le lendemain »)."""
        return any(self._anchored.get(word, 0) for word in fold(time.span.text).split())

    def is_entry(self, tokens: Sequence[Token]) -> bool:
        """Whether they begin with a time of the clock and a mark (« 14h30 : », « 9 h 05 - »), or a headline (« 21h50 Le Liban … »)."""
        if self._clock.match("".join([t.text for t in tokens[:_CLOCK]])) is not None:
            return True
        parts = range(1, min(_HOUR, len(tokens)) + 1)
        return any(
            self._clock.fullmatch("".join([t.text for t in tokens[:n]])) is not None
            and (n == len(tokens) or not tokens[n].text[0].islower())
            for n in parts
        )

    def is_hour(self, text: str) -> bool:
        """Whether a line begins with a time of the clock (« 16h45 », « 00h34 heure de Beyrouth »)."""
        return self._clock.match("".join(text[:_LINE].split())) is not None

    def is_toll(self, time: TimeRef, tokens: Sequence[Token]) -> bool:
        """Whether the tokens give a toll at a part of the day that the time is."""
        folds = {t.fold for t in tokens if time.span.start <= t.start < time.span.end}
        return not folds.isdisjoint(self.parts) and any(t.fold in self.tolls for t in tokens)

    def begins(self, tokens: Sequence[Token]) -> bool:
        """Whether the tokens, which stand before a time, say that a campaign began then."""
        words = self.words
        for i in range(len(tokens) - 1, -1, -1):
            word = tokens[i].fold
            if word in words.campaigns or word in words.drives:
                after = tokens[i + 1 :]
                near = len(after) <= _MODIFIERS and word not in words.drives
                return near or any(t.fold in self._beginning for t in after)
            if word in words.broad:
                # « les bombardements, qui ont débuté », but not « les raids lancés »
                done = pairwise(tokens[i + 1 :])
                return any(self.pack.verbs.is_auxiliary(a.fold) and b.fold in self._beginning for a, b in done)
        return False

    def opened(self, before: Sequence[Token], behind: Sequence[Token]) -> bool:
        """« Lancée le 3 mai, l'offensive a fait »: whether what stands around a day says that what lasts began then."""
        words = self.words
        comma = next((i for i, t in enumerate(behind[:_SUBJECT]) if t.text == ","), None)
        if comma is None or not before:
            return False
        # « Eclaté en 2012 » without its accent, « Parti du nord en 2012 »
        begun = {before[-1].fold, "é" + before[-1].fold[1:] if before[-1].fold[:1] == "e" else ""}
        if begun.isdisjoint(self._beginning) and before[0].fold not in words.sprung:
            return False
        lasting = words.campaigns | words.drives | words.operations
        return any(t.fold in lasting for t in behind[comma + 1 : comma + 2 + _MODIFIERS])

    def _qualifies(self, tokens: Sequence[Token], at: int) -> bool:
        """Whether the war only says of what kind another thing is: « armes de guerre », not « dix ans de guerre »."""
        if at < 2 or tokens[at - 1].fold not in self.words.of - self.words.contracted:
            return False
        return tokens[at - 2].fold not in self.units

    def are_several(self, tokens: Sequence[Token]) -> bool:
        """Whether the tokens tell of several events that are known (« les raids »)."""
        words = self.words
        return any(b.fold in words.several and a.fold in words.definite for a, b in pairwise(tokens))

    def starts(self, tokens: Sequence[Token]) -> bool:
        """Whether one of the tokens is a form of a verb of beginning."""
        return any(t.fold in self._beginning for t in tokens)

    def ends(self, tokens: Sequence[Token], start: int, stop: int) -> bool:
        """Whether the tokens between two offsets say that something was over then (« a pris fin », « s'est achevée »)."""
        between = [t.fold for t in tokens if start <= t.start < stop]
        return not self._ending.isdisjoint(between) or self.words.over_with.stand_in(between)

    def ended(self, tokens: Sequence[Token]) -> bool:
        """Whether the tokens, which stand before a time, end with what was over then: « cette guerre, close (en novembre) »."""
        verb = next(
            (i for i in range(len(tokens) - 1, max(-1, len(tokens) - 3), -1) if tokens[i].fold in self._ending), None
        )
        waged = self.words.campaigns | self.words.drives | self.words.operations
        return verb is not None and any(t.fold in waged for t in tokens[max(0, verb - _SUBJECT) : verb])

    def begun(self, tokens: Sequence[Token]) -> bool:
        """Whether the tokens, which open a sentence, tell of an operation and end with its beginning (« a débuté »)."""
        end = tokens[-_MODIFIERS:]
        return any(t.fold in self._beginning for t in end) and any(
            t.fold in self.words.campaigns or t.fold in self.words.drives or t.fold in self.words.operations
            for t in tokens
        )


@cache
def events_of(pack: LanguagePack) -> Events:
    """The pack's Events, built once."""
    return Events(pack)
