"""Setting: where and when the text is at each sentence, so that a count which names neither inherits both."""

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, replace

from recoupe.gazetteers import Gazetteers
from recoupe.languages.pack import LanguagePack
from recoupe.model.annotation import Annotations, Place, Sentence, TimeRef
from recoupe.model.attribution import Attribution
from recoupe.model.document import Document
from recoupe.stages.claim.scale import coarser, same_area
from recoupe.stages.claim.scenes import Scene, motion_verbs, place_words, scene_words, scenes
from recoupe.stages.claim.spots import Spot
from recoupe.stages.claim.statements import Statements

_LEAD = 2
"""How many paragraphs tell the main event."""


@dataclass(frozen=True, slots=True)
class Ground:
    """What a sentence inherits: the place and the time of the event that the text is at."""

    place: Place | None = None
    start: int = 0
    end: int = 0
    """Offsets of the words that name the place."""
    near: bool = False
    time: TimeRef | None = None
    block: int = -1
    """The block in which the time was told."""
    rough: bool = False
    """The place only holds a more exact one that no gazetteer knows."""


class Setting:
    """Built once a Document; `locate`, `date` and `scope` put their questions to it."""

    def __init__(
        self,
        document: Document,
        annotations: Annotations,
        attributions: Sequence[Attribution],
        pack: LanguagePack,
        gazetteers: Gazetteers,
    ) -> None:
        self.document = document
        self.pack = pack
        self.gazetteers = gazetteers
        self.place_words, self.words = place_words(pack), scene_words(pack)
        self.motions = motion_verbs(pack)
        self.statements = Statements(attributions, annotations.sentences, pack, self.place_words, self.words)
        self.scenes = scenes(document, annotations, self.statements, pack, gazetteers)
        self._starts = [s.sentence.start for s in self.scenes]
        self.main = self._main()
        self._grounds = self._walk()
        self._named = self._last_named()

    def scene(self, sentence: Sentence) -> Scene:
        """The scene of the sentence."""
        return self.scenes[sentence.index]

    def scene_at(self, offset: int) -> Scene:
        """The scene of the sentence that holds the offset, or of the last before it."""
        return self.scenes[max(0, bisect_right(self._starts, offset) - 1)]

    def ground(self, sentence: Sentence) -> Ground:
        """What the sentence inherits from those before it."""
        return self._grounds[sentence.index]

    def named(self, sentence: Sentence) -> Ground:
        """Where « y » and « sur place » of the sentence are: the place told last before it, however wide."""
        return self._named[sentence.index]

    def leads(self, time: TimeRef) -> bool:
        """Whether the time stands in the headline or in the first sentence of the body."""
        first = next((s for s in self.scenes if s.sentence.kind == "paragraph"), None)
        return first is not None and time.span.start < first.sentence.end

    def _main(self) -> Ground:
        """Place and time of the event that headline and lead are about."""
        body = [s for s in self.scenes if s.sentence.kind == "paragraph"]
        blocks = sorted({s.sentence.block for s in body})[:_LEAD]
        lead = [s for s in body if s.sentence.block in blocks]
        titles = [s for s in self.scenes if s.sentence.kind == "title"]
        named = next((g for s in lead if (g := ground_of(s)).place is not None), None)
        headed = next((g for s in titles if (g := ground_of(s)).place is not None), None)
        if named is None or (
            headed is not None
            and headed.place is not None
            and named.place is not None
            and (
                not same_area(headed.place, named.place)
                or (coarser(named.place, headed.place) > 0 and headed.place.precision not in ("country", "wide"))
            )
        ):
            named = headed or named
        if named is None:
            named = next((g for s in body if (g := ground_of(s)).place is not None), Ground())
        time = next((t for s in (*lead, *titles) for t in s.times if _dates_event(t)), None)
        block = blocks[0] if blocks else -1
        if time is None:
            time = next(
                (t for s in body for t in s.times if _dates_event(t) and self._agrees(s, named.place)),
                None,
            )
        return replace(named, time=time, block=block)

    def _agrees(self, scene: Scene, place: Place | None) -> bool:
        """Whether a scene can be about the event at `place`."""
        own = ground_of(scene).place
        return own is None or place is None or same_area(own, place)

    def _walk(self) -> tuple[Ground, ...]:
        """What each sentence inherits: inside a paragraph the event told last, at its head the main one."""
        found: list[Ground] = []
        last = self.main
        block = -1
        for scene in self.scenes:
            if scene.sentence.block != block:
                block = scene.sentence.block
                if not scene.back or scene.sentence.kind != "paragraph":
                    last = self.main
            found.append(last)
            own = ground_of(scene)
            time = next((t for t in scene.times if dated(t)), None)
            if own.place is not None and not _holds(own.place, last.place):
                last = replace(own, time=last.time, block=last.block)
            if time is not None:
                last = replace(last, time=time, block=block)
        return tuple(found)

    def _last_named(self) -> tuple[Ground, ...]:
        """The place told last before each sentence."""
        found: list[Ground] = []
        last = Ground()
        for scene in self.scenes:
            found.append(last)
            own = next((s for s in reversed(scene.spots) if s.place is not None and not s.far), None)
            if own is not None:
                last = Ground(own.place, own.start, own.end, own.near)
        return tuple(found)


def _holds(wide: Place, exact: Place | None) -> bool:
    """Whether a place told only says again, and less exactly, where the event is."""
    return exact is not None and same_area(wide, exact) and coarser(wide, exact) > 0


def _dates_event(time: TimeRef) -> bool:
    """Whether the time may date what an article is about: a bare year is background."""
    return dated(time) and time.precision != "year"


def dated(time: TimeRef) -> bool:
    """Whether the time says anything of days."""
    return time.date_from is not None or time.date_to is not None


def ground_of(scene: Scene) -> Ground:
    """Where a sentence puts what it tells: the most exact of its places, or the countries of a list; without time."""
    spots = [s for s in scene.spots if s.place is not None and not s.far]
    if not spots:
        return Ground()
    countries = [s for s in spots if s.place is not None and s.place.precision == "country"]
    first = most_exact(spots)
    if first.place is not None and first.place.precision == "country" and len(countries) > 1:
        place = together([s.place for s in countries if s.place is not None and s.group == first.group])
        return Ground(place, first.start, max(s.end for s in countries if s.group == first.group), first.near)
    return Ground(first.place, first.start, first.end, first.near, rough=first.unknown is not None)


def most_exact(spots: Sequence[Spot]) -> Spot:
    """The first spot of which no other names a part."""
    best = spots[0]
    for spot in spots[1:]:
        if best.place is None or spot.place is None:
            continue
        if same_area(best.place, spot.place) and coarser(best.place, spot.place) > 0:
            best = spot
    return best


def together(places: Sequence[Place]) -> Place:
    """Countries named together as one place, which has no middle."""
    distinct = list(dict.fromkeys(places))
    if len(distinct) == 1:
        return distinct[0]
    return Place(
        id="wide-" + "-".join(sorted(p.country or p.id for p in distinct)),
        name=", ".join(p.name for p in distinct[:-1]) + f" and {distinct[-1].name}",
        name_fr=", ".join(p.name_fr for p in distinct),
        country=None,
        lat=None,
        lon=None,
        precision="wide",
        parents=tuple(p.id for p in distinct),
    )
