"""Setting: where and when the text is at each sentence, so that a count which names neither inherits both."""

from bisect import bisect_right
from collections.abc import Sequence
from functools import cached_property
from itertools import pairwise

from recoupe.gazetteers import Gazetteers
from recoupe.languages.pack import LanguagePack
from recoupe.model.annotation import Annotations, Place, Sentence, TimeRef
from recoupe.model.attribution import Attribution
from recoupe.model.document import Document
from recoupe.stages.claim.context import FigureContext
from recoupe.stages.claim.events import events_of, motion_verbs, place_words, scene_words
from recoupe.stages.claim.finished import finished
from recoupe.stages.claim.lead import main_ground
from recoupe.stages.claim.lead_days import begun_lately, differs
from recoupe.stages.claim.lent_days import LentDays
from recoupe.stages.claim.live import is_live, live_time
from recoupe.stages.claim.records import records_of
from recoupe.stages.claim.scale import APART, coarser, is_exact, is_part, kilometres, same_area
from recoupe.stages.claim.scenes import Scene, scenes
from recoupe.stages.claim.statements import Statements
from recoupe.stages.claim.whereabouts import Ground, dated, ground_of

_TOWN, _UNIT = 25.0, 60.0
"""Kilometres beyond which a town, or a province that does not hold it, is another place than the one told."""
_LEAD = 2
"""How many paragraphs tell what an article is about."""
_NAMED = 3
"""How many words name an event by its day (« Le bombardement du 17 mars »)."""


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
        self.events = events_of(pack)
        self.records = records_of(pack)
        self.statements = Statements(attributions, annotations.sentences, pack, self.place_words, self.words)
        self.scenes = scenes(document, annotations, self.statements, pack, gazetteers)
        self.lands = {s.place.country for scene in self.scenes for s in scene.spots if s.place is not None}
        """The countries of the places where something is said to happen."""
        self._numerals = annotations.numerals
        self._starts = [s.sentence.start for s in self.scenes]
        self._titles = [s for s in self.scenes if s.sentence.kind == "title"]
        self._blocks: dict[int, list[Scene]] = {}
        for scene in self.scenes:
            if scene.sentence.kind == "paragraph":
                self._blocks.setdefault(scene.sentence.block, []).append(scene)
        self.main = main_ground(self.scenes, self.events, self.place_words, document.published)
        hours = [
            b for b in document.blocks if b.kind != "paragraph" and self.events.is_hour(document.text[b.start : b.end])
        ]
        told_live = is_live(self.scenes, self.events)
        self.live = told_live or len(hours) > 1
        """Whether the text is a live page, whose entries tell of its day."""
        if self.main.time is None or (told_live and not self.leads(self.main.time)):
            self.main = self.main._replace(time=live_time(self.scenes, self.events, document.published))
        self.war = finished(self.scenes, self.events, document.text)
        """The days of the war that the article is about, where it is over."""
        if self.war is not None and self._is_led(self.main.time):
            self.war = None
        if self.war is not None:
            self.main = self.main._replace(time=self.war)
        self._grounds = self._walk()
        self._named = self._last_named()
        self.located: tuple[FigureContext, Ground] | None = None
        """The count whose place was looked for last, with that place: its day and its scope ask for it again."""

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

    def land(self, place: Place) -> Place | None:
        """The land whose war the place is in, at the time of the text."""
        return self.gazetteers.places.land(place, self.document.published)

    def leads(self, time: TimeRef) -> bool:
        """Whether the time stands in the headline or in the first sentence of the body."""
        return self.leads_in(self.scene_at(time.span.start))

    def leads_in(self, scene: Scene) -> bool:
        """Whether the scene is that of the headline or of the first sentence of the body."""
        first = next((s for s in self.scenes if s.sentence.kind == "paragraph"), None)
        return first is not None and scene.sentence.start <= first.sentence.start

    def _is_led(self, time: TimeRef | None) -> bool:
        """Whether the time stands in the headline or in the first paragraphs, and is not one of the war's."""
        if time is not None and self.war is not None and self.war.span.start <= time.span.start < self.war.span.end:
            return False
        blocks = sorted({s.sentence.block for s in self.scenes if s.sentence.kind == "paragraph"})[:_LEAD]
        return time is not None and self.scene_at(time.span.start).sentence.block <= max(blocks, default=0)

    def _walk(self) -> tuple[Ground, ...]:
        """What each sentence inherits: inside a paragraph the event told last, at its head the main one."""
        found: list[Ground] = []
        last = head = self.main
        lent = LentDays(self._numerals, self.events)
        aside: tuple[Scene, Ground] | None = None
        left: tuple[Scene, Ground] | None = None  # the attack that left a stretch last, and what was told before it
        block, published = -1, self.document.published
        for scene in self.scenes:
            own = ground_of(scene)
            if scene.sentence.kind == "heading":
                head = self._headed(scene, own)
            if self._roams and self.events.is_entry(scene.sentence.tokens):
                head = last = self._entered(scene, own)
                block = scene.sentence.block
            if scene.sentence.block != block:
                block = scene.sentence.block
                goes_on = self._goes_on(block) or self.is_then(scene)
                if (not scene.back or scene.sentence.kind != "paragraph") and not goes_on:
                    last = head
            kept = last
            if (not scene.times and self._returns(own, last)) or self._points_to_main(scene, last):
                last = self.main
            before = self.scenes[scene.sentence.index - 1] if scene.sentence.index else scene
            if before.record is not None and not scene.times and self.is_then(scene):
                last = last._replace(
                    time=before.record
                )  # « la pire depuis mars 2019. 37 personnes avaient alors péri »
            # « la pire dans la capitale depuis 2001. En juin, neuf policiers avaient péri »
            ranked = before.record is not None and bool(before.spots)
            if own.place is None and not ranked and self._is_another(scene, last):
                place = last.place and self.land(last.place)
                last = last._replace(place=place, start=0, end=0, near=False, rough=False)
            if aside is not None and (scene.sentence.block != aside[0].sentence.block or scene.times):
                aside = None
            if aside is not None and lent.returns(scene, aside[0], self.scene_at(aside[1].start)):
                time, goes = aside[1].time, own.place is None and not scene.there
                last, aside = aside[1] if goes else last._replace(time=time), None
            if left is not None and (scene.sentence.block != left[0].sentence.block or last.time is not None):
                left = None
            if left is not None and left[1].time is not None:
                stretch = self.scene_at(left[1].time.span.start)
                if lent.resumes(scene, left[1].time, stretch, left[0], self._place_of(stretch, found)):
                    last, left = left[1], None
            lender = last.time and self.scene_at(last.time.span.start)
            if lender and lent.leaves_stretch(scene, last.time, lender, self._place_of(lender, found)):
                left, last = (scene, last), last._replace(time=None)
            ground, day = self._of_entry(scene, last), self._day_behind(scene, own)
            found.append(ground if day is None else ground._replace(time=day))
            # « à ce stade » dates no event
            # « le groupe est actif depuis 2015 » dates no harm, « Depuis le 7 mai, des milliers d'habitants ont fui » does
            tells = scene.tells or self._opens_stretch(scene)
            told = [t for t in scene.times if dated(t) and t.kind != "until" and (tells or t.kind != "since")]
            time = next((t for t in told if t.kind != "since"), told[0] if told else begun_lately(scene, published))
            if last.place is not None and (_is_only_ahead(scene) or (own.near and _is_around(scene, last.place))):
                own = Ground()  # « le convoi se dirigeait vers X », « sur la route entre X et Y », told at Y
            if own.place is not None and (self._goes_wide(scene, own.place) or not _holds(own.place, last.place)):
                last = own._replace(time=last.time, block=last.block)
            if time is not None and aside is None and lent.is_before(scene, time, kept.time):
                aside = (scene, kept)
            if time is not None:
                ends = self.war is not None and self.war.span.start < time.span.start < self.war.span.end
                last = last._replace(time=self.war if ends else time, block=block)
        return tuple(found)

    def _opens_stretch(self, scene: Scene) -> bool:
        """Whether a sentence opens with « depuis » and a day, and the one behind it does not go back to a blow told before (« Depuis
        le 7 mai, des milliers d'habitants ont fui. Des dizaines ont péri », but not « Les assaillants ont aussi tué … »)."""
        after = self.scenes[scene.sentence.index + 1 : scene.sentence.index + 2]
        opens = any(t.kind == "since" and t.span.start == scene.sentence.start for t in scene.times)
        return opens and not any(self._takes_up_blow(s) for s in after)

    def _takes_up_blow(self, scene: Scene) -> bool:
        """Whether a sentence speaks of a blow already told, and not only of what goes on (« les combats »)."""
        lasting = self.words.several | self.words.drives | self.words.operations | self.words.broad
        return self.events.takes_up(scene.sentence) and lasting.isdisjoint(scene.sentence.words)

    def _place_of(self, scene: Scene, found: Sequence[Ground]) -> Place | None:
        """Where the scene puts what it tells, or what it inherits, where the walk has come so far."""
        index = scene.sentence.index
        return ground_of(scene).place or (found[index] if index < len(found) else self.main).place

    def _day_behind(self, scene: Scene, own: Ground) -> TimeRef | None:
        """The day of the event told at a town of its own, as the sentence right behind has it: « Washington a reconnu la mort de 100
        habitants à X. Le bombardement du 17 mars a aussi fait 200 blessés »."""
        index, exact = scene.sentence.index, is_exact(own.place) and own.place != self.main.place
        after = self.scenes[index + 1] if index + 1 < len(self.scenes) else None
        if not exact or after is None or not scene.counts or scene.times or after.spots:
            return None
        days, tokens = [t for t in after.times if dated(t)], after.sentence.tokens[: _NAMED + 1]
        if after.sentence.block != scene.sentence.block or len(tokens) <= _NAMED or len(days) != 1:
            return None
        named = tokens[0].fold in self.words.definite and tokens[1].fold in self.events.words.events
        one = days[0].kind == "point" and days[0].span.start <= tokens[-1].start
        return days[0] if named and one else None

    def is_then(self, scene: Scene) -> bool:
        """Whether a sentence tells of what was at the event told last (« Plus de 200 personnes avaient alors été blessées »)."""
        folds = scene.sentence.folds
        if self.pack.verbs.imperfect_auxiliaries.isdisjoint(folds):
            return False  # « « J'étais alors dans la rue », raconte Ahmad »
        return any(
            not (folds[at + size : at + size + 1] and folds[at + size] in self.words.that)
            for at, size in self.words.then.standing(folds)
        )

    def _goes_on(self, block: int) -> bool:
        """Whether a paragraph without a place counts again what only the one before it counted: it tells of the same event."""
        here, before, main = self._told_in(block), self._told_in(block - 1), self._told_in(self.main.block)
        if not here or not before or self.main.block in (block, block - 1, -1):
            return False
        counts = {n for s in before for n in s.counts} - {n for s in (*main, *self._titles) for n in s.counts}
        return not any(s.spots for s in here) and not counts.isdisjoint({n for s in here for n in s.counts})

    def _told_in(self, block: int) -> list[Scene]:
        return self._blocks.get(block, [])

    def _headed(self, scene: Scene, own: Ground) -> Ground:
        """Where what stands under a heading begins: at the town that it names, as those of a live page do; else the main event."""
        named = any(s.frame for s in scene.spots) or (scene.tells and not scene.other)
        if not named or not is_exact(own.place) or own.place == self.main.place:
            return self.main
        return own._replace(time=self.main.time, block=self.main.block)

    @cached_property
    def _roams(self) -> bool:
        """Whether the text is a live page whose entries tell of events far from one another."""
        if not self.live:
            return False
        exact = [s.place for scene in self.scenes for s in scene.spots if s.place is not None and is_exact(s.place)]
        return any((kilometres(exact[0], place) or 0.0) > APART for place in exact[1:]) if exact else False

    def _entered(self, scene: Scene, own: Ground) -> Ground:
        """Where an entry of such a page begins: at the town with which it opens, at the main event where it counts that, else
        anywhere in the land."""
        main = self.main
        if is_exact(own.place):
            return own._replace(time=main.time, block=main.block)
        told = {n for s in (*self._titles, *self._told_in(main.block)) for n in s.counts}
        if main.place is None or not told.isdisjoint(scene.counts):
            return main
        return main._replace(place=self.land(main.place), start=0, end=0, near=False, rough=False)

    def _of_entry(self, scene: Scene, last: Ground) -> Ground:
        """The ground; below the first paragraph a heading without a time is of the day that the sentence behind it tells."""
        index = scene.sentence.index
        if scene.sentence.kind == "paragraph" or scene.times or index + 1 >= len(self.scenes) or self.leads_in(scene):
            return last
        after = self.scenes[index + 1]
        time = next((t for t in after.times if dated(t) and t.kind != "until"), None)
        return last if after.sentence.kind != "paragraph" or time is None else last._replace(time=time)

    def _returns(self, own: Ground, last: Ground) -> bool:
        """Whether a sentence names again the place of the main event of one day, after what a long stretch has done."""
        main = self.main
        return (
            own.place is not None
            and own.place == main.place
            and is_exact(own.place)
            and last.time is not None
            and last.time.kind == "since"
            and main.time is not None
            and main.time.kind == "point"
        )

    def _is_another(self, scene: Scene, last: Ground) -> bool:
        """Whether a sentence goes back to harm of another day and does not say where: « La veille, deux autres étaient morts »."""
        if scene.back or not scene.tells or last.time is None or not is_exact(last.place):
            return False
        days = [t for t in scene.times if t.date_from is not None and t.kind != "since"]
        if not days or not all(differs(t, last.time) for t in days):
            return False
        return self.events.is_over_in(scene.sentence)

    def _points_to_main(self, scene: Scene, last: Ground) -> bool:
        """Whether « ce bombardement » is the one that the article is about, and not of a place told since."""
        if not scene.back or last.place == self.main.place or self.main.end <= self.main.start:
            return False
        words, tokens = self.words, scene.sentence.tokens
        events = {b.fold for a, b in pairwise(tokens) if a.fold in words.pointing and b.fold in words.events}
        told = self.scene_at(self.main.start).sentence.words
        since = self.scene_at(last.start).sentence.words
        return not events.isdisjoint(told) and events.isdisjoint(since)

    def _goes_wide(self, scene: Scene, place: Place) -> bool:
        """Whether a sentence after the lead goes over from the event told to fighting all over the country."""
        if scene.sentence.kind != "paragraph" or scene.sentence.start < self.main.end or place.precision != "country":
            return False
        if any(t.precision == "day" for t in scene.times):
            return False
        tokens = scene.sentence.tokens
        return self.events.is_broad(tokens) or self.events.is_campaign(tokens) or self.events.is_diverse(tokens)

    def _last_named(self) -> tuple[Ground, ...]:
        """The place told last before each sentence."""
        found: list[Ground] = []
        last = Ground()
        for scene in self.scenes:
            found.append(last)
            known = [s for s in scene.spots if s.place is not None and not s.far]
            # « X, aux confins du Mali », « près de la frontière avec Y »: X is told last
            own = next((s for s in reversed(known) if not s.is_border), known[-1] if known else None)
            if own is not None:
                last = Ground(own.place, own.start, own.end, own.near)
        return tuple(found)


def _is_only_ahead(scene: Scene) -> bool:
    """Whether the sentence names no place but those that somebody or something went to."""
    known = [s for s in scene.spots if s.place is not None and not s.far]
    return bool(known) and all(s.role == "toward" for s in known)


def _is_around(scene: Scene, place: Place) -> bool:
    """Whether the sentence only says between which towns it is, and the place is one of them."""
    return len(scene.spots) > 1 and all(s.near for s in scene.spots) and any(s.place == place for s in scene.spots)


def _holds(wide: Place, exact: Place | None) -> bool:
    """Whether a place told only says again, and less exactly, where the event is."""
    if exact is None or not same_area(wide, exact) or coarser(wide, exact) <= 0:
        return False
    if wide.id in exact.parents or not exact.parents or is_part(wide):
        return True
    return (kilometres(wide, exact) or 0.0) <= (_TOWN if is_exact(wide) else _UNIT)  # another town, or the next island
