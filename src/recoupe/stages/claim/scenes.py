"""Scenes: what each sentence says of where and when, the places and days of speaking apart from those of harm."""

from bisect import bisect_left
from collections.abc import Sequence, Set
from dataclasses import replace
from itertools import pairwise
from typing import NamedTuple

from recoupe.gazetteers import Gazetteers
from recoupe.languages.pack import LanguagePack
from recoupe.languages.times import time_words
from recoupe.languages.word_sets import either
from recoupe.model.annotation import Annotations, Numeral, Place, PlaceRef, Sentence, TimeRef, Token
from recoupe.model.attribution import Attribution
from recoupe.model.document import Document
from recoupe.model.span import Span
from recoupe.stages.claim.agents import agent_words
from recoupe.stages.claim.asides import Asides
from recoupe.stages.claim.bare_parts import bare_parts
from recoupe.stages.claim.capitals import Capitals
from recoupe.stages.claim.ceremonies import ceremonies_of
from recoupe.stages.claim.events import events_of, motion_verbs, place_words, scene_words
from recoupe.stages.claim.known_places import known_places, merged, provinces
from recoupe.stages.claim.lexicon import lexicon
from recoupe.stages.claim.operations import is_of_toll
from recoupe.stages.claim.past_stretches import PastStretches
from recoupe.stages.claim.reckoned import Reckoning
from recoupe.stages.claim.records import records_of
from recoupe.stages.claim.same_stretch import SameStretch
from recoupe.stages.claim.scale import coarser, is_exact, same_area
from recoupe.stages.claim.since_then import SinceThen
from recoupe.stages.claim.speaking_spots import sends, speaks
from recoupe.stages.claim.spots import DAY_TRIP, Spot, spots
from recoupe.stages.claim.statements import Statements, length_of
from recoupe.stages.claim.toll_days import is_toll_day

_ANSWER = 9
"""Within how many words before the place of a deed « représailles à » stands."""
_NOUN = 3
"""Within how many words before « , qui » the noun stands that it goes with."""
_BEFORE = 4
"""How many words before a time its verb may stand."""
_BEHIND = 12
"""How many words behind a time that opens the sentence its verb may stand."""
_CUTS = frozenset(",;:()")
_EVENT = 3
"""Within how many words before a day its event stands (« l'attaque meurtrière du »)."""
_LATER = 6
"""Within how many words before « après » it is said that something happened."""
_VOICE = 4
"""How many words who tells of a place may be."""
_AHEAD = 40
"""Characters from the number of kilometres to the town that they are counted from."""
_WAY = 9
"""How many words from « ont été évacués » to where the hurt are brought, or when."""
_LONG = 60
"""Days after which the dead that are found fell long before."""
_HISTORY = 40
"""How many places told before « la ville » and « le pays » may mean."""


class Scene(NamedTuple):
    """One sentence's where and when. Every tuple is in reading order."""

    sentence: Sentence
    back: bool
    """Points back to what was just told (« ces frappes », « y », « sur place »)."""
    there: bool = False
    """Points back to the place told last (« y », « sur place »)."""
    spots: tuple[Spot, ...] = ()
    """Where something is said to happen."""
    seats: tuple[Spot, ...] = ()
    """Where somebody speaks from, or is at home."""
    times: tuple[TimeRef, ...] = ()
    """When something is said to happen."""
    told: tuple[TimeRef, ...] = ()
    """When something was said or published."""
    found: tuple[TimeRef, ...] = ()
    """When the dead were found or buried (« retrouvés mercredi »)."""
    hours: tuple[TimeRef, ...] = ()
    """Parts of a day that name no day (« à l'aube »): what day they mean is a guess."""
    begun: tuple[TimeRef, ...] = ()
    """When a war or the like began."""
    record: TimeRef | None = None
    """The day of an older event, which what is told is the worst since."""
    tells: bool = False
    """Tells of an event or of harm."""
    points: bool = False
    """Speaks of an event already told, or of an attack."""
    happens: bool = False
    """Says of an event already told where or when it was (« l'attaque a eu lieu à »)."""
    other: bool = False
    """Turns to another event than the one told."""
    counts: frozenset[float] = frozenset()
    """The numbers of two and more in a sentence that tells of an event or of harm."""


def scenes(
    document: Document,
    annotations: Annotations,
    statements: Statements,
    pack: LanguagePack,
    gazetteers: Gazetteers,
) -> tuple[Scene, ...]:
    """One scene for each sentence, in reading order."""
    reader = _Reader(document, annotations, statements, pack, gazetteers)
    return tuple([reader.settled(scene) for scene in [reader.scene(sentence) for sentence in annotations.sentences]])


class _Reader:
    """Goes through the sentences of one Document, and remembers the places told so far."""

    def __init__(
        self,
        document: Document,
        annotations: Annotations,
        statements: Statements,
        pack: LanguagePack,
        gazetteers: Gazetteers,
    ) -> None:
        self.text, self.published = document.text, document.published
        self.pack, self.gazetteers = pack, gazetteers
        self.places, self.words = place_words(pack), scene_words(pack)
        self.statements = statements
        self.refs, self.times = annotations.places, annotations.times
        self.numerals = annotations.numerals
        self.number_starts = [n.span.start for n in self.numerals]
        self.events = events_of(pack)
        self.capitals = Capitals(document.text, (self.places, self.words), self.events, pack, gazetteers)
        self.asides = Asides(pack, self.events, self.places, document.published)
        self.ceremonies = ceremonies_of(pack)
        self.records = records_of(pack)
        self.ref_starts = [r.span.start for r in self.refs]
        self.time_starts = [t.span.start for t in self.times]
        self.hours = time_words(pack).classes["PART"]
        self.edges = frozenset(time_words(pack).values["EDGE"])
        self.small = either(self.places.articles, self.places.of, pack.words.prepositions)
        self.motions = motion_verbs(pack)
        self.same_stretch = SameStretch(
            document.text,
            self.words.same_stretch,
            self.small | self.events.during,
            self.words.pointing,
            time_words(pack),
        )
        beside = either(agent_words(pack).by, self.words.through)
        words = (self.words.since, self.words.that, self.words.pointing, beside)
        self.since_then = SinceThen(document.text, document.published, *words, pack.verbs)
        self.past_stretches = PastStretches(document.published, pack.verbs)
        counted, same = self.words.counted_from, self.words.same_day
        named = either(self.words.events, lexicon(pack).harm.tolls.that_of)
        self.reckoning = Reckoning(document.published, counted, same, self.words.that_day, named, self.events.happening)
        self.history: list[Place] = []
        self.homes: list[Place] = []
        """The same without the lands where people fled to."""
        self.spoken: list[Place] = []
        """The places where somebody spoke in the sentence before."""
        self.containers: dict[str, Place] = {}
        """What holds the places that no gazetteer knows."""

    def scene(self, sentence: Sentence) -> Scene:
        """The scene of one sentence."""
        start, end = sentence.start, sentence.end
        refs: Sequence[PlaceRef] = self.refs[bisect_left(self.ref_starts, start) : bisect_left(self.ref_starts, end)]
        times: Sequence[TimeRef] = self.times[bisect_left(self.time_starts, start) : bisect_left(self.time_starts, end)]
        words = (self.places, self.words)
        times = self.same_stretch.settled(times, sentence)
        since = self.since_then.meant(times, sentence)
        # « Barkhane : point de situation du 24 au 30 avril »
        headed = [t for t in times if t.kind == "interval"] if sentence.kind == "title" else []
        refs = merged(
            refs,
            list(
                known_places(self.text, sentence, refs, (self.history, self.spoken, self.homes), words, self.gazetteers)
            ),
        )
        refs = provinces(self.text, sentence, refs, self.places, self.gazetteers)
        refs = bare_parts(self.text, sentence, refs, self.homes, self.places, self.gazetteers)
        there = self.words.there.stand_in(sentence.folds) and self._is_there(sentence.folds)
        back = there or self._back(sentence)
        tells, points = self.events.tells(sentence.words), self.events.points(sentence)
        other = self.events.is_other(sentence)
        numerals = self.numerals[bisect_left(self.number_starts, start) : bisect_left(self.number_starts, end)]
        counts = frozenset(n.value for n in numerals if tells and n.value is not None and self._may_count(n, sentence))
        self.spoken = []
        if not (refs or times or since):
            return Scene(sentence, back, there, tells=tells, points=points, other=other, counts=counts)
        here = self.statements.inside(sentence)
        moves = (self.events.leaving, self.events.arriving, self.events.coming)
        found = [self._held(s) for s in spots(sentence, refs, self.places, self.words, moves)]
        found = self._close_by(found, sentence, numerals)
        # « les violences ont débordé au X : 58 villageois y ont été tués » counts there
        last = max((n.number_start for n in numerals if not n.ordinal and not n.article), default=-1)
        found = [s._replace(far=False) if s.reached and last >= s.end else s for s in found]
        seats = self._seats(found, here, sentence) if found else []
        if (tells or numerals) and len(found) == 1 and seats and self._is_at_home(found[0], sentence):
            seats = []
        times = [
            t
            for t in times
            if not (
                self.asides.of_number(t, sentence, numerals)
                or self.asides.of_rank(t, sentence, numerals)
                or self.asides.of_earlier_toll(t, times, sentence, numerals)
            )
        ]
        times = [self._counted_from(t, sentence) for t in times]
        kept = next((d for t in times if (d := self.records.day(t, sentence)) is not None), None)
        if kept is not None and self.records.is_told(kept, sentence):
            times = [kept if t.span == kept.span else t for t in times]
        begun = self.asides.begun(times, sentence)
        times = [t for t in times if t not in begun and not self.asides.is_aside(t, sentence)]
        hours = [t for t in times if self._hour(t.span, sentence)]
        said = [t for t in times if t not in hours and t.kind != "until"]
        told = [
            t
            for t in said
            if not self._of_event(t, sentence)
            and (
                self.statements.told(t, here, sentence)
                or self.ceremonies.holds(t, sentence)
                or (is_toll_day(t, sentence, self.words.events, self.pack) and not self._is_day_sum(t, sentence))
                or is_of_toll(t, times, sentence, self.words, self.pack)
            )
        ]
        buried = [t for t in times if t not in hours and t not in told and self._of_finding(t, sentence)]
        harm = [t for t in times if t not in told and t not in hours and t not in buried]
        harm = self.past_stretches.settled(self.reckoning.settle(harm, told, sentence), sentence)
        self.same_stretch.remember(harm or headed)
        harm = self.since_then.settled(harm, told, sentence)
        self.since_then.remember((*begun, *harm), told, sentence)
        harm = sorted([*harm, *since], key=lambda t: t.span.start)
        told_places = [s for s in found if s.place is not None and s not in seats]
        self.spoken = [] if tells or told_places else [s.place for s in seats if s.place is not None]
        # « X, au sud de Y »: « la ville » is X
        told_places.sort(key=lambda s: not (s.near or s.far))
        self.history = [*self.history[-_HISTORY:], *(s.place for s in told_places if s.place is not None)]
        home = self.homes[-1].country if self.homes else None
        fled = [s for s in told_places if s.role == "toward" and s.place is not None and s.place.country != home]
        stayed = [s.place for s in told_places if s.place is not None and (home is None or s not in fled)]
        self.homes = [*self.homes[-_HISTORY:], *stayed]
        return Scene(
            sentence,
            back,
            there,
            spots=tuple(s for s in found if s not in seats),
            seats=tuple(seats),
            times=tuple(harm),
            told=tuple(told),
            found=tuple(t for t in buried if not self._of_verb(t, sentence, self.words.burying)),
            # « dans la matinée, un élu avait parlé de six morts » is when he spoke
            hours=tuple(t for t in hours if not self.statements.told(t, here, sentence)),
            begun=tuple(begun),
            record=kept,
            tells=tells,
            points=points,
            happens=points and self.events.happens(sentence.tokens),
            other=other,
            counts=counts,
        )

    def _close_by(self, found: list[Spot], sentence: Sentence, numerals: Sequence[Numeral]) -> list[Spot]:
        """The spots; where the one town of the sentence only measures a short way, the event is near it (« à 10 km de X »)."""
        if not any(s.far for s in found) or any(not s.far and is_exact(s.place) for s in found):
            return found
        ways = [s for s in found if s.far and is_exact(s.place) and self._is_short(s.start, sentence, numerals)]
        return [s._replace(far=False, near=True) if len(ways) == 1 and s is ways[0] else s for s in found]

    def _is_short(self, offset: int, sentence: Sentence, numerals: Sequence[Numeral]) -> bool:
        """Whether so few kilometres are counted right before an offset that a day's walk does them."""
        near = sentence.within(max(sentence.start, offset - _AHEAD), offset)
        unit = next((i for i, t in enumerate(near) if t.fold in self.words.ways), None)
        if unit is None:
            return False
        written = [int(t.text) for t in near[:unit] if t.text.isdecimal()]
        told = [n.value for n in numerals if n.value is not None and near[0].start <= n.number_start < near[unit].start]
        ways = written or told
        return bool(ways) and ways[-1] <= DAY_TRIP

    def _may_count(self, numeral: Numeral, sentence: Sentence) -> bool:
        """Whether a number is two or more, and no rank, distance (« une trentaine de km ») or number of raids, missiles or villages."""
        if numeral.value is None or numeral.value <= 1 or numeral.ordinal:
            return False
        at = sentence.first_at(numeral.number_end)
        behind = [t.fold for t in sentence.tokens[at : at + 2]]
        counted = (self.words.events, self.words.means, self.places.heads)
        if behind and any(behind[0] in known for known in counted):
            return False  # « six villages », « quatre missiles »
        unit = behind if behind and behind[0] in self.places.of else behind[:1]
        return self.words.measures.isdisjoint(unit)

    def _counted_from(self, time: TimeRef, sentence: Sentence) -> TimeRef:
        """The time; with « depuis » where that stands before the event whose day it is (« depuis le putsch du 3 mai »)."""
        if time.kind == "interval" and self.events.ended([t for t in sentence.tokens if t.start < time.span.start]):
            return replace(time, kind="duration", date_from=None)  # « cette guerre, close en novembre »
        start = self.asides.counted_from(time, sentence)
        if start is None:
            return time
        return replace(time, span=Span.cut(self.text, start, time.span.end), kind="since", date_to=self.published)

    def _held(self, spot: Spot) -> Spot:
        """The spot, with the place that holds it if it is unknown and was told before with what holds it."""
        if spot.unknown is None:
            return spot
        if spot.place is not None:
            held = self.containers.get(spot.unknown)
            if held is None or coarser(held, spot.place) > 0 or not same_area(held, spot.place):
                self.containers[spot.unknown] = spot.place
            return spot
        return spot._replace(place=self.containers.get(spot.unknown))

    def settled(self, scene: Scene) -> Scene:
        """The scene; an unknown village is in the least wide of what the text says to hold it, be it later."""
        if not any(s.unknown is not None and s.place is not None for s in scene.spots):
            return scene
        return scene._replace(spots=tuple(self._settled(s) for s in scene.spots))

    def _settled(self, spot: Spot) -> Spot:
        held = self.containers.get(spot.unknown) if spot.unknown is not None else None
        if held is None or spot.place is None or not same_area(held, spot.place) or coarser(spot.place, held) <= 0:
            return spot
        return spot._replace(place=held)

    def _is_there(self, folds: Sequence[str]) -> bool:
        """Whether « y » or « sur place » is the place told last: not « il y a dix ans », « on pouvait s'y attendre »."""
        idioms = [range(at, at + size) for at, size in self.words.unplaced.standing(folds)]
        for at, size in self.words.there.standing(folds):
            verb = next((f for f in folds[at + size :] if not self.pack.verbs.is_auxiliary(f)), "")
            meant = size == 1 and any(lemma in self.words.abstract for lemma, _ in self.pack.verbs.analyses(verb))
            if not meant and not any(at in idiom for idiom in idioms):
                return True
        return False

    def _back(self, sentence: Sentence) -> bool:
        return not self.words.pointing.isdisjoint(sentence.words) and any(
            word in self.words.pointing and (after in self.words.events or after in self.places.heads)
            for word, after in pairwise(sentence.folds)
        )

    def _began_there(self, offset: int, sentence: Sentence) -> bool:
        """Whether only the beginning of what goes on was at the offset: « L'insurrection, qui a débuté à X, a fait … »."""
        at = sentence.first_at(offset)
        tokens = sentence.tokens[:at]
        if at > 1 and tokens[at - 1].fold in self.places.of and tokens[at - 2].fold in self.words.sprung:
            return at < 3 or tokens[at - 3].fold not in self.places.articles  # « Ils sont venus du Nigeria »
        comma = max((i for i, t in enumerate(tokens) if t.text == ","), default=-1)
        part = tokens[comma + 1 :]
        if comma < 0 or len(part) < 2:
            # « Partie du nord du pays, la rébellion … »
            opens = part[:1] and part[0].fold in self.words.sprung
            return bool(opens) and any(t.text == "," for t in sentence.tokens[at:])
        if part[0].fold in self.pack.words.relatives:
            if any(t.fold in self.words.sprung for t in part):
                return True
            # « les combats, qui ont éclaté mardi à X, ont fait » were there
            fight = not self.words.broad.isdisjoint(t.fold for t in tokens[max(0, comma - _NOUN) : comma])
            return self.events.starts(part) and not fight
        return part[0].fold in self.words.sprung

    def _of_event(self, time: TimeRef, sentence: Sentence) -> bool:
        """Whether the day is that of an event named right before it: « deux jours après l'attentat du 12 avril, X a annoncé … »."""
        tokens, at = sentence.tokens, sentence.first_at(time.span.start)
        at += tokens[at].fold in self.places.of  # « des 2 et 3 février »
        bound = at > _EVENT and tokens[at - 1].fold in self.places.of
        return bound and any(self.events.is_event(t.fold) for t in tokens[at - _EVENT : at - 1])

    def _is_day_sum(self, time: TimeRef, sentence: Sentence) -> bool:
        """« le bilan a atteint 45 morts pour la seule journée de mardi »: whether what was done on that day alone is summed up."""
        return self.words.day_sums.stand_in([t.fold for t in sentence.tokens if t.start < time.span.end])

    def _of_finding(self, time: TimeRef, sentence: Sentence) -> bool:
        """Whether a verb of finding, burying or bringing away the dead stands right before the time, or behind one that opens."""
        # « identifiées au cours de l'année écoulée », but not « 38 corps ont été retrouvés en trois jours »
        long = time.kind == "interval" and (length_of(time) or 0) > _LONG
        if not (time.kind == "point" or long) or self._is_day_sum(time, sentence):
            return False
        return self._is_conveyed(time.span.start, sentence) or self._of_verb(time, sentence, self.words.finding)

    def _of_verb(self, time: TimeRef, sentence: Sentence, lemmas: Set[str]) -> bool:
        """Whether one of the verbs stands right before the time, or behind one that opens the sentence."""
        at = sentence.first_at(time.span.start)
        near = sentence.tokens[max(0, at - _BEFORE) : at]
        harmed = [i for i, t in enumerate(near) if self._is_harmed(t) and not self._is_form((t,), lemmas)]
        if harmed and not (len(near) - 1 in harmed and self._is_form(near[-2:-1], lemmas)):
            return False  # « ont enterré 19 personnes tuées la veille », but not « retrouvés morts mardi »
        if at <= 1:  # « mardi, douze corps ont été retrouvés »
            near = sentence.tokens[at : at + _BEHIND]
        return self._is_form(near, lemmas)

    def _is_form(self, tokens: Sequence[Token], lemmas: Set[str]) -> bool:
        return any(lemma in lemmas for token in tokens for lemma, _ in self.motions.analyses(token.fold))

    def _is_harmed(self, token: Token) -> bool:
        """Whether a word is a participle of harm (« tuées »)."""
        forms = (form for _, form in self.pack.verbs.analyses(token.fold))
        return token.fold in self.events.harm and any(f.mood == "participle" and f.tense == "past" for f in forms)

    def _is_at_home(self, spot: Spot, sentence: Sentence) -> bool:
        """Whether a place that opens the sentence is where the harm was, not who tells of it: « À X, l'armée a dit avoir tué … »,
        « Dans la région de X, l'armée a dit … ».

        Those who tell are of the place, or it is no capital, and lies in the country of the place told last.
        """
        behind = [t for t in sentence.tokens if t.start >= spot.end]
        if spot.place is None or spot.near or spot.far or not self._opens(spot, sentence):
            return False
        if not is_exact(spot.place):
            of_land = bool(self.history) and self.history[-1].country == spot.place.country
            apart = next((i for i, t in enumerate(behind[:_VOICE]) if t.text == ","), _VOICE)
            return of_land and spot.place.precision == "region" and apart < 2  # « Dans la province voisine de X, »
        if behind[:1] == [] or behind[0].text != ",":
            return False
        if self._is_local(behind[1 : 3 + _VOICE], spot.place):
            return True  # « à X, des sources hospitalières font état de neuf morts »
        if self.gazetteers.countries.by_metonym(self.text[spot.start : spot.end]) is not None:
            return False
        return bool(self.history) and self.history[-1].country == spot.place.country

    def _opens(self, spot: Spot, sentence: Sentence) -> bool:
        """Whether a town or a region opens the sentence, behind no more than its preposition and its kind."""
        tokens = sentence.tokens[: sentence.first_at(spot.start)]
        if tokens and tokens[0].fold in self.pack.words.coordinators:
            tokens = tokens[1:]
        if is_exact(spot.place):
            return len(tokens) == 1
        known = (self.places.articles, self.places.of, self.places.heads)
        led = bool(tokens) and tokens[0].fold in self.pack.words.prepositions
        return led and all(any(t.fold in words for words in known) for t in tokens[1:])

    def _is_local(self, voice: Sequence[Token], place: Place) -> bool:
        """Whether the words that open a clause name people of the place: « des sources hospitalières », but not « Médecins sans
        frontières », « un médecin syrien » in London, « un médecin de l'ONU », nor who speaks of another land than the text's."""
        if self.history and all(p.country != place.country for p in self.history):
            return False
        at = next((i for i, t in enumerate(voice[:_VOICE]) if t.fold in self.words.on_the_spot), None)
        if at is None or voice[at].text[0].isupper():
            return False
        behind = voice[at + 1 : at + 4]
        lands = {self.gazetteers.countries.by_adjective(t.text) for t in behind[:2]} - {None, place.country}
        of_body = bool(behind) and behind[0].fold in self.places.of
        return not lands and not (of_body and any(len(t.text) > 1 and t.text.isupper() for t in behind))

    def _seats(self, found: Sequence[Spot], here: Sequence[Attribution], sentence: Sentence) -> list[Spot]:
        """Those where somebody speaks, sits, was brought or acts, and nothing is said to have happened."""
        seats = [s for s in found if speaks(s, found) or self.statements.seat(s.start, s.end, here, sentence)]
        seats += [s for s in found if s not in seats and sends(s, found, sentence)]
        seats += [s for s in found if s not in seats and self._is_conveyed(s.start, sentence)]
        seats += [s for s in found[:1] if s not in seats and self.capitals.acts(s, sentence)]
        seats += [s for s in found if s not in seats and self._began_there(s.start, sentence)]
        seats += [s for s in found if s not in seats and self.capitals.is_blamed(s, sentence)]
        seats += [s for s in found if s not in seats and self.capitals.is_party(s, found, sentence)]
        seats += [s for s in found if s not in seats and self.capitals.leads(s, sentence)]
        seats += [s for s in found if s not in seats and self._is_answered(s.start, sentence)]
        seats += [s for s in found if s not in seats and self._is_set_after(s, sentence)]
        return seats

    def _is_set_after(self, spot: Spot, sentence: Sentence) -> bool:
        """« Elle survient un mois après le massacre de X »: whether what is told came after an event there, of which the sentence
        counts nothing."""
        if self.events.happening.isdisjoint(sentence.words):
            return False
        before = sentence.folds[: sentence.first_at(spot.start)]
        after = next((i for i in range(len(before) - 1, 0, -1) if before[i] in self.words.counted_from), 0)
        happens = not self.events.happening.isdisjoint(before[max(0, after - _LATER) : after])
        named = either(self.words.events, lexicon(self.pack).harm.tolls.that_of)
        # « au lendemain d'un attentat qui avait fait 54 morts à X » counts there
        start = sentence.tokens[after].start
        counts = bisect_left(self.number_starts, start) < bisect_left(self.number_starts, sentence.end)
        return happens and not named.isdisjoint(before[after:]) and not counts

    def _is_answered(self, offset: int, sentence: Sentence) -> bool:
        """Whether what is told only answers a deed there: « des représailles à une attaque dans la région de X »."""
        words = agent_words(self.pack)
        if words.answers.isdisjoint(sentence.words):
            return False
        at = sentence.first_at(offset)
        if not self.pack.words.relatives.isdisjoint(sentence.folds[at + 1 : at + 4]):
            return False  # « à l'attentat de X, où 26 hommes avaient été tués »
        near = sentence.folds[max(0, at - _ANSWER) : at]
        return any(a in words.answers and b in words.answered for a, b in pairwise(near)) and "," not in near

    def _is_conveyed(self, offset: int, sentence: Sentence) -> bool:
        """Whether a verb before the offset says that the hurt or the dead were brought there, or then."""
        if self.words.conveyed.isdisjoint(sentence.words):
            return False
        at = sentence.first_at(offset)
        before = sentence.tokens[:at]
        cuts = [i + 1 for i, t in enumerate(before) if t.text in _CUTS]
        cut = cuts[-1] if cuts else 0
        if len(cuts) > 1 and self.pack.verbs.is_auxiliary(sentence.tokens[cut].fold):
            # « huit personnes, grièvement blessées, ont été évacuées », « les corps des deux soldats tués, à l'est de X, ont été … »
            cut = next((c for c in cuts[-2::-1] if self._conveys(before[c:])), 0)
        if cut and len(cuts) == 1 and before[0].fold in self.pack.words.prepositions and self._conveys(before[:cut]):
            cut = 0  # « Parmi les 30 blessés, dix ont été évacués à »
        if not self._conveys(before[cut:]) and not self._opens_with_conveying(before[cut:]):
            return False
        near = before[max(cut, at - _WAY) :]
        return any(lemma in self.words.conveying for t in near for lemma, _ in self.motions.analyses(t.fold))

    def _conveys(self, tokens: Sequence[Token]) -> bool:
        """Whether a stretch names the hurt or the dead."""
        return not self.words.conveyed.isdisjoint(t.fold for t in tokens)

    def _opens_with_conveying(self, tokens: Sequence[Token]) -> bool:
        """Whether a stretch begins with a participle that speaks of those before it: « …, évacués vers l'hôpital de X »."""
        # « …, tous évacués vers Y »
        forms = (analysis for token in tokens[:2] for analysis in self.motions.analyses(token.fold))
        return any(lemma in self.words.conveying and form.mood == "participle" for lemma, form in forms)

    def _hour(self, span: Span, sentence: Sentence) -> bool:
        """Whether the time names only a part of some day."""
        words = [t.fold for t in sentence.within(span.start, span.end)]
        return bool(words) and words[-1] in self.hours and either(self.small, self.edges).issuperset(words[:-1])
