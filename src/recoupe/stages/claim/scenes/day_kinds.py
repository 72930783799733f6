"""Day kinds: what each time of a sentence dates: harm, words, finding the dead, the beginning of a war."""

from collections.abc import Sequence
from dataclasses import replace
from typing import NamedTuple

from recoupe.languages.pack import LanguagePack
from recoupe.languages.times import time_words
from recoupe.languages.word_sets import either
from recoupe.model.annotation import Numeral, Sentence, TimeRef
from recoupe.model.attribution import Attribution
from recoupe.model.document import Document
from recoupe.model.span import Span
from recoupe.stages.claim.scenes.asides import Asides
from recoupe.stages.claim.scenes.ceremonies import ceremonies_of
from recoupe.stages.claim.scenes.found_days import FoundDays
from recoupe.stages.claim.scenes.operations import is_of_toll
from recoupe.stages.claim.scenes.past_stretches import PastStretches
from recoupe.stages.claim.scenes.reckoned import Reckoning
from recoupe.stages.claim.scenes.records import records_of
from recoupe.stages.claim.scenes.same_stretch import SameStretch
from recoupe.stages.claim.scenes.since_then import SinceThen
from recoupe.stages.claim.scenes.statements import Statements
from recoupe.stages.claim.scenes.toll_days import is_day_of_missing, is_day_sum, is_toll_day
from recoupe.stages.claim.words.agents import agent_words
from recoupe.stages.claim.words.events import events_of, place_words, scene_words
from recoupe.stages.claim.words.lexicon import lexicon

_EVENT = 3
"""Within how many words before a day its event stands (« l'attaque meurtrière du »)."""


class Days(NamedTuple):
    """The times of one sentence, by what they date. Every tuple is in reading order."""

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


class DayKinds:
    """Goes through the times of one Document, sentence after sentence, and remembers those told so far."""

    def __init__(self, document: Document, statements: Statements, pack: LanguagePack) -> None:
        self.text, self.published, self.pack = document.text, document.published, pack
        self.statements = statements
        words = self.words = scene_words(pack)
        places, times = place_words(pack), time_words(pack)
        self.of, self.events = places.of, events_of(pack)
        self.asides = Asides(pack, self.events, places, document.published)
        self.ceremonies, self.records, self.found_days = ceremonies_of(pack), records_of(pack), FoundDays(pack)
        self.parts = times.classes["PART"]
        self.hour_words = {word for word, unit in times.values["UNIT"].items() if unit == "hour"}
        small = either(places.articles, places.of, pack.words.prepositions)
        self.before_hours = either(small, frozenset(times.values["EDGE"]))
        during = small | self.events.during
        self.same_stretch = SameStretch(document.text, words.same_stretch, during, words.pointing, times)
        beside = either(agent_words(pack).by, words.through)
        self.since_then = SinceThen(
            document.text, document.published, words.since, words.that, words.pointing, beside, pack.verbs
        )
        self.past_stretches = PastStretches(document.published, pack.verbs)
        named = either(words.events, lexicon(pack).harm.tolls.that_of)
        self.reckoning = Reckoning(
            document.published, words.counted_from, words.same_day, words.that_day, named, self.events.happening
        )

    def meant(self, times: Sequence[TimeRef], sentence: Sentence) -> tuple[Sequence[TimeRef], Sequence[TimeRef]]:
        """The times of a sentence, « durant la même période » as the stretch told before; and since when « depuis » alone means."""
        settled = self.same_stretch.settled([t for t in times if not self._is_said_again(t, times)], sentence)
        return settled, self.since_then.meant(settled, sentence)

    def _is_said_again(self, time: TimeRef, times: Sequence[TimeRef]) -> bool:
        """Whether the day right behind it says the time more exactly: « un mois plus tard, le 9 janvier 2020, … »."""
        exact = (t for t in times if t.kind == "point" and t.precision == "day" and t.span.start > time.span.end)
        day = next((t for t in exact if self.text[time.span.end : t.span.start].strip() == ","), None)
        if (
            day is None
            or day.date_from is None
            or time.date_from is None
            or time.date_to is None
            or time.kind == "since"
        ):
            return False
        return time.date_from <= day.date_from <= time.date_to and time.date_from != time.date_to

    def sorted_out(
        self,
        meant: Sequence[TimeRef],
        since: Sequence[TimeRef],
        sentence: Sentence,
        here: Sequence[Attribution],
        numerals: Sequence[Numeral],
    ) -> Days:
        """The times that `meant` gave, by what they date; `here` is what is said in the sentence, `numerals` are its numbers."""
        times = [self._counted_from(t, sentence) for t in meant if not self._is_of_number(t, meant, sentence, numerals)]
        record = next((d for t in times if (d := self.records.day(t, sentence)) is not None), None)
        if record is not None and self.records.is_told(record, sentence):
            times = [record if t.span == record.span else t for t in times]
        begun = self.asides.begun(times, sentence)
        times = [t for t in times if t not in begun and not self.asides.is_aside(t, sentence)]
        hours = [t for t in times if self._is_hour(t, sentence)]
        days = [t for t in times if t not in hours]
        told = [t for t in days if t.kind != "until" and self._is_told(t, times, sentence, here)]
        found = [t for t in days if t not in told and self.found_days.holds(t, sentence)]
        harm = self.reckoning.settle([t for t in days if t not in told and t not in found], told, sentence)
        harm = self.past_stretches.settled(harm, sentence)
        # « Barkhane : point de situation du 24 au 30 avril »
        headed = [t for t in meant if t.kind == "interval"] if sentence.kind == "title" else []
        self.same_stretch.remember(harm or headed)
        harm = self.since_then.settled(harm, told, sentence)
        # « Depuis, le bilan s'est alourdi »
        grown = [t for t in since if not is_toll_day(t, sentence, self.words.events, self.pack)]
        self.since_then.remember((*begun, *harm), told, sentence)
        return Days(
            times=tuple(sorted([*harm, *grown], key=lambda t: t.span.start)),
            told=tuple(told),
            found=tuple(t for t in found if not self.found_days.is_of_burial(t, sentence)),
            # « dans la matinée, un élu avait parlé de six morts » is when he spoke
            hours=tuple(t for t in hours if not self.statements.told(t, here, sentence)),
            begun=tuple(begun),
            record=record,
        )

    def _is_of_number(
        self, time: TimeRef, times: Sequence[TimeRef], sentence: Sentence, numerals: Sequence[Numeral]
    ) -> bool:
        """Whether the time is part of a number, or dates a rank or an earlier toll."""
        return (
            self.asides.of_number(time, sentence, numerals)
            or self.asides.of_rank(time, sentence, numerals)
            or self.asides.of_earlier_toll(time, times, sentence, numerals)
        )

    def _is_told(
        self, time: TimeRef, times: Sequence[TimeRef], sentence: Sentence, here: Sequence[Attribution]
    ) -> bool:
        """Whether the time is when something was said, mourned or counted, and not when it was done."""
        if self._of_event(time, sentence):
            return False
        if self.statements.told(time, here, sentence) or self.ceremonies.holds(time, sentence):
            return True
        toll = is_toll_day(time, sentence, self.words.events, self.pack)
        if toll and not is_day_sum(time, sentence, self.words):
            return True
        if is_day_of_missing(time, sentence, self.words.events, self.words.still, self.pack):
            return True
        return is_of_toll(time, times, sentence, self.words, self.pack)

    def _counted_from(self, time: TimeRef, sentence: Sentence) -> TimeRef:
        """The time; with « depuis » where that stands before the event whose day it is (« depuis le putsch du 3 mai »)."""
        if time.kind == "interval" and self.events.ended([t for t in sentence.tokens if t.start < time.span.start]):
            return replace(time, kind="duration", date_from=None)  # « cette guerre, close en novembre »
        start = self.asides.counted_from(time, sentence)
        if start is None:
            return time
        return replace(time, span=Span.cut(self.text, start, time.span.end), kind="since", date_to=self.published)

    def _of_event(self, time: TimeRef, sentence: Sentence) -> bool:
        """Whether the day is that of an event named right before it: « deux jours après l'attentat du 12 avril, X a annoncé … »."""
        tokens, at = sentence.tokens, sentence.first_at(time.span.start)
        at += tokens[at].fold in self.of  # « des 2 et 3 février »
        bound = at > _EVENT and tokens[at - 1].fold in self.of
        return bound and any(self.events.is_event(t.fold) for t in tokens[at - _EVENT : at - 1])

    def _is_hour(self, time: TimeRef, sentence: Sentence) -> bool:
        """Whether the time names only a part of some day, or hours before or after what was told (« quelques heures plus tôt »)."""
        words = [t.fold for t in sentence.within(time.span.start, time.span.end)]
        if time.kind == "point" and time.precision == "day" and not self.hour_words.isdisjoint(words):
            return True
        return bool(words) and words[-1] in self.parts and self.before_hours.issuperset(words[:-1])
