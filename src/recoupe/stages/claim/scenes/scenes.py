"""Scenes: what each sentence says of where and when, the places and days of speaking apart from those of harm."""

from bisect import bisect_left
from collections.abc import Sequence
from typing import NamedTuple

from recoupe.gazetteers import Gazetteers
from recoupe.languages.pack import LanguagePack
from recoupe.model.annotation import Annotations, Numeral, Place, PlaceRef, Sentence, TimeRef
from recoupe.model.document import Document
from recoupe.stages.claim.scenes.by_the_way import ByTheWay
from recoupe.stages.claim.scenes.day_kinds import DayKinds
from recoupe.stages.claim.scenes.pointing_back import is_there, points_back
from recoupe.stages.claim.scenes.seats import Seats
from recoupe.stages.claim.scenes.short_ways import close_by
from recoupe.stages.claim.scenes.spots import Spot, spots
from recoupe.stages.claim.scenes.spread_lists import spread_lists
from recoupe.stages.claim.scenes.statements import Statements
from recoupe.stages.claim.scenes.taken_there import TakenThere
from recoupe.stages.claim.scenes.told_places import ToldPlaces
from recoupe.stages.claim.words.events import events_of, place_words, scene_words


class Scene(NamedTuple):
    """One sentence's where and when. Every tuple is in reading order."""

    sentence: Sentence
    back: bool
    """Points back to what was just told (« ces frappes », « y », « sur place »)."""
    there: bool = False
    """Points back to the place told last (« y », « sur place »)."""
    spots: tuple[Spot, ...] = ()
    """Where something is said to happen."""
    after: frozenset[int] = frozenset()
    """Where those of the spots begin that people were only taken to, or came to, after the harm."""
    asides: frozenset[int] = frozenset()
    """Where those of the spots begin that are only those of another event, by which this one is told (« après l'attaque de X »)."""
    seats: tuple[Spot, ...] = ()
    """Where somebody speaks from, or is at home."""
    held: tuple[tuple[int, Place], ...] = ()
    """Of the lists of provinces, the number with the land that holds them all."""
    times: tuple[TimeRef, ...] = ()
    told: tuple[TimeRef, ...] = ()
    found: tuple[TimeRef, ...] = ()
    hours: tuple[TimeRef, ...] = ()
    begun: tuple[TimeRef, ...] = ()
    record: TimeRef | None = None
    """What its times date, as `Days` has them."""
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
    """Goes through the sentences of one Document."""

    def __init__(
        self,
        document: Document,
        annotations: Annotations,
        statements: Statements,
        pack: LanguagePack,
        gazetteers: Gazetteers,
    ) -> None:
        self.pack, self.statements = pack, statements
        self.places, self.words, self.events = place_words(pack), scene_words(pack), events_of(pack)
        self.refs, self.times, self.numerals = annotations.places, annotations.times, annotations.numerals
        self.ref_starts = [r.span.start for r in self.refs]
        self.time_starts = [t.span.start for t in self.times]
        self.number_starts = [n.span.start for n in self.numerals]
        self.told = ToldPlaces(document.text, pack, gazetteers)
        self.seats = Seats(document, self.numerals, statements, self.told, pack, gazetteers)
        self.asides = ByTheWay(pack, self.events)
        self.taken_there = TakenThere(pack, self.events)
        self.days = DayKinds(document, statements, pack)

    def scene(self, sentence: Sentence) -> Scene:
        """The scene of one sentence."""
        start, end = sentence.start, sentence.end
        refs: Sequence[PlaceRef] = self.refs[bisect_left(self.ref_starts, start) : bisect_left(self.ref_starts, end)]
        times: Sequence[TimeRef] = self.times[bisect_left(self.time_starts, start) : bisect_left(self.time_starts, end)]
        numerals = self.numerals[bisect_left(self.number_starts, start) : bisect_left(self.number_starts, end)]
        times, since = self.days.meant(times, sentence)
        refs = self.told.meant(refs, sentence)
        there = is_there(sentence, self.words, self.pack)
        tells, points = self.events.tells(sentence.words), self.events.points(sentence)
        scene = Scene(
            sentence,
            back=there or points_back(sentence, self.words, self.places),
            there=there,
            tells=tells,
            points=points,
            other=self.events.is_other(sentence),
            counts=frozenset(
                n.value for n in numerals if tells and n.value is not None and self._may_count(n, sentence)
            ),
        )
        if not (refs or times or since):
            self.told.spoken = []
            return scene
        here = self.statements.inside(sentence)
        found = self._spots(refs, sentence, numerals)
        seats = self.seats.of(found, sentence, here, counts=tells or bool(numerals))
        after = self.taken_there.of(found, sentence, tells=tells)
        self.told.remember(found, seats, refs, tells=tells)
        days = self.days.sorted_out(times, since, sentence, here, numerals)
        placed = tuple(s for s in found if s not in seats)
        return scene._replace(
            spots=placed,
            held=spread_lists(placed, self.told.gazetteers),
            seats=tuple(seats),
            after=frozenset(after),
            asides=frozenset(self.asides.of_found(found, sentence)),
            happens=points and self.events.happens(sentence.tokens),
            **days._asdict(),
        )

    def settled(self, scene: Scene) -> Scene:
        """The scene; an unknown village is in the least wide of what the text says to hold it, be it later."""
        if not any(s.unknown is not None and s.place is not None for s in scene.spots):
            return scene
        return scene._replace(spots=tuple(self.told.settled(s) for s in scene.spots))

    def _spots(self, refs: Sequence[PlaceRef], sentence: Sentence, numerals: Sequence[Numeral]) -> list[Spot]:
        """What the sentence says of its places."""
        moves = (self.events.leaving, self.events.arriving, self.events.coming)
        found = [self.told.held(s) for s in spots(sentence, refs, self.places, self.words, moves)]
        found = close_by(found, sentence, numerals, self.words.ways)
        # « les violences ont débordé au X : 58 villageois y ont été tués » counts there
        last = max((n.number_start for n in numerals if not n.ordinal and not n.article), default=-1)
        return [s._replace(far=False) if s.reached and last >= s.end else s for s in found]

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
