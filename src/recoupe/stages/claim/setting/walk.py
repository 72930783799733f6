"""Walk: what each sentence inherits, place and day: inside a paragraph the event told last, at its head the main one."""

from collections.abc import Callable
from itertools import pairwise
from typing import NamedTuple

from recoupe.languages.word_sets import either
from recoupe.model.annotation import Place, TimeRef
from recoupe.stages.claim.scenes.pointing_back import is_then, stands_for_blow
from recoupe.stages.claim.scenes.scale import coarser, is_elsewhere, is_exact, is_part, kilometres, same_area
from recoupe.stages.claim.scenes.scenes import Scene
from recoupe.stages.claim.setting.article import Article
from recoupe.stages.claim.setting.days_behind import day_named_behind, day_of_heading
from recoupe.stages.claim.setting.known_days import KnownDays
from recoupe.stages.claim.setting.lead_days import begun_lately, differs
from recoupe.stages.claim.setting.lent_days import LentDays
from recoupe.stages.claim.setting.paragraph_heads import ParagraphHeads
from recoupe.stages.claim.setting.returns import returns_to
from recoupe.stages.claim.setting.whereabouts import Ground, dated, ground_of
from recoupe.stages.claim.words.agents import agent_words
from recoupe.stages.claim.words.events import Events, place_words
from recoupe.stages.claim.words.lexicon import lexicon

_TOWN, _UNIT = 25.0, 60.0
"""Kilometres beyond which a town, or a province that does not hold it, is another place than the one told."""


class _Digression(NamedTuple):
    """A sentence that tells something else, from which the text may come back."""

    scene: Scene
    before: Ground
    """What was told before it."""


class Walk:
    """Goes once through the sentences of an article. `main` is the event that it is about, `war` the one that is over."""

    def __init__(
        self,
        article: Article,
        events: Events,
        lent: LentDays,
        heads: ParagraphHeads,
        main: Ground,
        war: TimeRef | None,
        land: Callable[[Place], Place | None],
        published: str | None,
    ) -> None:
        self._article, self._events, self._lent, self._heads = article, events, lent, heads
        self._main, self._war, self._land, self._published = main, war, land, published
        self._struck = place_words(events.pack).struck
        """« endeuillée », « secouée »: what a town is that has suffered."""
        self._block = -1
        """The block of the sentence before."""
        self._head = main
        """With what a paragraph begins: the main event, or that of the last heading or entry."""
        self._aside: _Digression | None = None
        """The sentence that told what had been before the day that the text is at, if nothing has come back from it yet."""
        self._left: _Digression | None = None
        """The attack that left a stretch last, if nothing has gone on with that stretch yet."""
        self._found: list[Ground] = []
        self.days = KnownDays(main, lent.brings_in_one, events.words.wasting)
        """The days of the towns told, filled by `grounds`."""

    def grounds(self) -> tuple[Ground, ...]:
        """What each sentence inherits, in reading order."""
        last = self._main
        for scene in self._article.scenes:
            own = ground_of(scene)
            opened = self._opened(scene, own, last)
            inherited = self._inherited(scene, own, opened)
            self._found.append(self._dated_behind(scene, own, inherited))
            last = self._left_at(scene, own, opened, inherited)
        return tuple(self._found)

    def _inherited(self, scene: Scene, own: Ground, opened: Ground) -> Ground:
        """What the sentence inherits of what was told up to it, step by step. Each step returns the ground, which it may change."""
        last = self._back_at_main(scene, own, opened)
        last = self._at_record(scene, last)
        last = self._in_the_land(scene, own, last)
        last = self._back_from_aside(scene, own, last)
        last = self._back_in_stretch(scene, last)
        last = self._out_of_stretch(scene, last)
        return self._on_known_day(scene, own, last)

    # before a sentence

    def _opened(self, scene: Scene, own: Ground, last: Ground) -> Ground:
        """What was told last; at the head of a paragraph its event, unless the sentence points back (« Ces frappes ont … »)."""
        sentence, block = scene.sentence, self._block
        self._block = sentence.block
        if sentence.kind == "heading":
            self._head = self._heads.headed(scene, own)
        if self._heads.roams and self._events.is_entry(sentence.tokens):
            self._head = self._heads.entered(scene, own)
            return self._head
        if sentence.block == block:
            return last
        if sentence.kind == "paragraph" and (scene.back or self._goes_on_with_blow(scene)):
            return last
        return (
            last
            if self._heads.goes_on(sentence.block)
            or (self._heads.stays(scene, own, last) and self._takes_up_blow(scene) and not self._is_new(scene))
            or is_then(scene.sentence, self._events.words, self._events.pack)
            else self._head
        )

    def _back_at_main(self, scene: Scene, own: Ground, last: Ground) -> Ground:
        """The main event, where a sentence names its place again behind a long stretch, or points to it (« ce bombardement »)."""
        again = not scene.times and self._names_main(own, last)
        if again or self._points_to_main(scene, last):
            return self._main
        return self._main if returns_to(scene, self._main, self._article.at(last.start), last, self._events) else last

    def _at_record(self, scene: Scene, last: Ground) -> Ground:
        """On the day of the older event: « Cette attaque est la pire depuis mars 2019. 37 personnes avaient alors péri »."""
        record = self._article.before(scene).record
        if record is None or scene.times or not is_then(scene.sentence, self._events.words, self._events.pack):
            return last
        return last._replace(time=record)

    def _in_the_land(self, scene: Scene, own: Ground, last: Ground) -> Ground:
        """Anywhere in the land, for harm of another day that is at no place: « La veille, deux autres étaient morts »."""
        before = self._article.before(scene)
        # « la pire dans la capitale depuis 2001. En juin, neuf policiers avaient péri »
        ranked = before.record is not None and bool(before.spots)
        if (
            own.place is not None
            or ranked
            or self._looks_back_on(before, scene, last)
            or not self._is_another(scene, last)
        ):
            return last
        return last.unnamed(last.place and self._land(last.place))._replace(near=False)

    def _back_from_aside(self, scene: Scene, own: Ground, last: Ground) -> Ground:
        """At the day that was told before an aside, and at its place if the sentence has none: « Une explosion a tué neuf passants à X.
        En mars, une autre avait fait dix morts à Y. L'explosion de mardi a aussi blessé … »."""
        aside = self._aside
        if aside is not None and (scene.sentence.block != aside.scene.sentence.block or scene.times):
            aside = self._aside = None
        if aside is None or not self._lent.returns(scene, aside.scene, self._article.at(aside.before.start)):
            return last
        self._aside = None
        stays = own.place is None and not scene.there
        return aside.before if stays else last._replace(time=aside.before.time)

    def _back_in_stretch(self, scene: Scene, last: Ground) -> Ground:
        """In the stretch that one of its attacks had left: « Depuis samedi, 25 personnes ont été tuées. Une grenade a tué un enfant. Plus
        de cent manifestants ont été blessés »."""
        left = self._left
        if left is not None and (scene.sentence.block != left.scene.sentence.block or last.time is not None):
            left = self._left = None
        time = left.before.time if left is not None else None
        if left is None or time is None:
            return last
        stretch = self._article.at(time.span.start)
        if not self._lent.resumes(scene, time, stretch, left.scene, self._place_of(stretch)):
            return last
        self._left = None
        return left.before

    def _out_of_stretch(self, scene: Scene, last: Ground) -> Ground:
        """Without a day, for an attack that is no part of a stretch: « 80 morts depuis jeudi à X. Neuf personnes ont péri à Y »."""
        if last.time is None:
            return last
        lender = self._article.at(last.time.span.start)
        if not self._lent.leaves_stretch(scene, last.time, lender, self._place_of(lender)):
            return last
        self._left = _Digression(scene, last)
        return last._replace(time=None)

    def _on_known_day(self, scene: Scene, own: Ground, last: Ground) -> Ground:
        """On the day that was told for the sentence's town before: « Samedi, une bombe a explosé à Y. […] À Y, 59 corps ont été trouvés »."""
        seat = self.days.seat(scene)
        known = self.days.day(scene, seat.place if seat is not None else own.place)
        if known is None and not (seat is not None and self.days.wastes(scene)):
            return last
        ground = last if seat is None else last.named_at(seat.place, seat.start, seat.end)
        return ground if known is None else ground._replace(time=known)

    def _dated_behind(self, scene: Scene, own: Ground, inherited: Ground) -> Ground:
        """The ground of the sentence alone, on the day that only the sentence behind tells, where that is of its own event."""
        apart = is_exact(own.place) and own.place != self._main.place
        day = day_named_behind(scene, self._article, self._events) if apart else None
        day = day or day_of_heading(scene, self._article)
        return inherited if day is None else inherited._replace(time=day)

    # behind a sentence

    def _left_at(self, scene: Scene, own: Ground, opened: Ground, inherited: Ground) -> Ground:
        """What the sentence leaves to the next one: the place and the day that it tells, else those that it inherited."""
        last, time = self._moved(scene, own, inherited), self._day_of(scene)
        self.days.note(scene, own.place, time or last.time)
        if time is None:
            return last
        if self._aside is None and self._lent.is_before(scene, time, opened.time):
            self._aside = _Digression(scene, opened)
        war = self._war
        ends = war is not None and war.span.start < time.span.start < war.span.end
        return last._replace(time=war if ends else time, block=scene.sentence.block)

    def _moved(self, scene: Scene, own: Ground, last: Ground) -> Ground:
        """Where the text is behind the sentence: at its place, unless that only says again, and less exactly, where the event is."""
        if last.place is not None and (_is_only_ahead(scene) or (own.near and _is_around(scene, last.place))):
            return last  # « le convoi se dirigeait vers X », « sur la route entre X et Y », told at Y
        if own.near and scene.back and is_exact(own.place) and _is_beside(own.place, last.place):
            return last  # « Cette tuerie, à moins de 30 km de la capitale »
        away = own.start in scene.after and is_elsewhere(own.place, self._main.place)
        if away and is_elsewhere(own.place, last.place):
            return last  # « L'hôpital de X a reçu 14 blessés », « Le président est arrivé à X », told at Y
        if own.place is None or (_holds(own.place, last.place) and not self._goes_wide(scene, own.place)):
            return last
        return own._replace(time=last.time, block=last.block)

    def _day_of(self, scene: Scene) -> TimeRef | None:
        """The day that the sentence tells of an event, rather than since when it goes on."""
        # « à ce stade » dates no event
        # « le groupe est actif depuis 2015 » dates no harm, « Depuis le 7 mai, des milliers d'habitants ont fui » does
        tells = (scene.tells and not self._is_under_siege(scene)) or self._opens_stretch(scene)
        told = [t for t in scene.times if dated(t) and t.kind != "until" and (tells or t.kind != "since")]
        day = next((t for t in told if t.kind != "since"), None)
        return day or (told[0] if told else begun_lately(scene, self._published))

    # what is asked on the way

    def _is_new(self, scene: Scene) -> bool:
        """Whether a sentence brings in another attack, wherever it was (« Un deuxième groupe a attaqué un convoi »)."""
        words, (article, noun, *_) = self._events.words, (*scene.sentence.folds, "", "")
        more = either(words.others, lexicon(self._events.pack).counted.further)
        return self._lent.brings_in_one(scene) or (article in words.a and noun in more)

    def _goes_on_with_blow(self, scene: Scene) -> bool:
        """Whether a pronoun takes up the blow that the sentence before tells, and no war: « Elle avait fait 59 morts »."""
        words, before = self._events.words, self._article.before(scene)
        if scene.times or not stands_for_blow(scene.sentence, words, self._events.pack):
            return False
        lasting = words.campaigns | words.broad | words.drives
        blow = before.tells and lasting.isdisjoint(before.sentence.words)
        return blow and not words.total.stand_in(scene.sentence.folds)

    def _place_of(self, scene: Scene) -> Place | None:
        """Where the scene puts what it tells, or what it inherits, where the walk has come so far."""
        index = scene.sentence.index
        return ground_of(scene).place or (self._found[index] if index < len(self._found) else self._main).place

    def _opens_stretch(self, scene: Scene) -> bool:
        """Whether a sentence opens with « depuis » and a day, and the one behind it does not go back to a blow told before (« Depuis
        le 7 mai, des milliers d'habitants ont fui. Des dizaines ont péri », but not « Les assaillants ont aussi tué … »)."""
        after = self._article.behind(scene)
        opens = any(t.kind == "since" and t.span.start == scene.sentence.start for t in scene.times)
        words = self._events.words
        lasting = words.several | words.campaigns | words.broad | words.drives | self._events.leaving
        if lasting.isdisjoint(scene.sentence.words):
            return False  # « Depuis dimanche, le Premier ministre est en visite à Paris »
        return opens and not (after is not None and self._takes_up_blow(after))

    def _is_under_siege(self, scene: Scene) -> bool:
        """Whether a sentence that counts nobody only says how a town is: « La ville est assiégée depuis 2015 »."""
        verbs, sieges = self._events.pack.verbs, agent_words(self._events.pack).besieging
        besieged = any(lemma in sieges for fold in scene.sentence.words for lemma, _ in verbs.analyses(fold))
        return besieged and not scene.counts

    def _takes_up_blow(self, scene: Scene) -> bool:
        """Whether a sentence speaks of a blow already told, and not only of what goes on (« les combats »)."""
        words = self._events.words
        lasting = words.several | words.drives | words.operations | words.broad
        return self._events.takes_up(scene.sentence) and lasting.isdisjoint(scene.sentence.words)

    def _names_main(self, own: Ground, last: Ground) -> bool:
        """Whether a sentence names again the place of the main event of one day, after what a long stretch has done."""
        main = self._main
        if own.place is None or own.place != main.place or not is_exact(own.place):
            return False
        stretch = last.time is not None and last.time.kind == "since"
        return stretch and main.time is not None and main.time.kind == "point"

    def _points_to_main(self, scene: Scene, last: Ground) -> bool:
        """Whether « ce bombardement » is the one that the article is about, and not of a place told since."""
        main = self._main
        if not scene.back or last.place == main.place or main.end <= main.start:
            return False
        words, tokens = self._events.words, scene.sentence.tokens
        events = {b.fold for a, b in pairwise(tokens) if a.fold in words.pointing and b.fold in words.events}
        told, since = (self._article.at(ground.start).sentence.words for ground in (main, last))
        return not events.isdisjoint(told) and events.isdisjoint(since)

    def _looks_back_on(self, before: Scene, scene: Scene, last: Ground) -> bool:
        """Whether the sentence before, in the same paragraph, only says of the town that it has suffered: « X a été endeuillée plus d'une
        fois. Le 18 mars, 39 clients d'un bar avaient péri »; or told an attack « there »."""
        if before.sentence.block != scene.sentence.block or before is scene:
            return False
        named = any(s.place == last.place for s in before.spots)
        suffers = before.tells or before.points or not self._struck.isdisjoint(before.sentence.words)
        return before.there or (named and suffers and not before.counts and not before.times)

    def _is_another(self, scene: Scene, last: Ground) -> bool:
        """Whether a sentence goes back to harm of another day and does not say where: « La veille, deux autres étaient morts »."""
        if scene.back or not scene.tells or last.time is None or not is_exact(last.place):
            return False
        days = [t for t in scene.times if t.date_from is not None and t.kind != "since"]
        if not days or not all(differs(t, last.time) for t in days):
            return False
        return self._events.is_over_in(scene.sentence)

    def _goes_wide(self, scene: Scene, place: Place) -> bool:
        """Whether a sentence after the lead goes over from the event told to fighting all over the country."""
        if scene.sentence.kind != "paragraph" or scene.sentence.start < self._main.end or place.precision != "country":
            return False
        if any(t.precision == "day" for t in scene.times):
            return False
        tokens, events = scene.sentence.tokens, self._events
        return events.is_broad(tokens) or events.is_campaign(tokens) or events.is_diverse(tokens)


def _is_only_ahead(scene: Scene) -> bool:
    """Whether the sentence names no place but those that somebody or something went to."""
    known = [s for s in scene.spots if s.place is not None and not s.far]
    return bool(known) and all(s.role == "toward" for s in known)


def _is_around(scene: Scene, place: Place) -> bool:
    """Whether the sentence only says between which towns it is, and the place is one of them."""
    return len(scene.spots) > 1 and all(s.near for s in scene.spots) and any(s.place == place for s in scene.spots)


def _is_beside(near: Place | None, here: Place | None) -> bool:
    """Whether a town near which something was is another than the town told, and not far from it."""
    if near is None or here is None or near == here or not is_exact(here):
        return False
    return (kilometres(near, here) or _UNIT) < _UNIT


def _holds(wide: Place, exact: Place | None) -> bool:
    """Whether a place told only says again, and less exactly, where the event is."""
    if exact is None or not same_area(wide, exact) or coarser(wide, exact) <= 0:
        return False
    if wide.id in exact.parents or not exact.parents or is_part(wide):
        return True
    return (kilometres(wide, exact) or 0.0) <= (_TOWN if is_exact(wide) else _UNIT)  # another town, or the next island
