"""Lead: where and when the event is that an article is about, from its headline and first paragraphs."""

from bisect import bisect_left
from collections.abc import Callable, Collection, Container, Iterator, Sequence
from dataclasses import replace
from datetime import date
from itertools import pairwise

from recoupe.languages.places import PlaceWords
from recoupe.model.annotation import Place, TimeRef
from recoupe.stages.claim.events import Events
from recoupe.stages.claim.scale import coarser, is_exact, is_part, kilometres, same_area
from recoupe.stages.claim.scenes import Scene
from recoupe.stages.claim.second_events import is_second
from recoupe.stages.claim.spots import Spot
from recoupe.stages.claim.statements import length_of
from recoupe.stages.claim.whereabouts import Ground, dated, ground_of
from recoupe.text import fold

_LEAD = 2
"""How many paragraphs tell the main event."""
NEWS = 8
"""How many sentences of the body may be what the headline sums up, or may say more exactly where it was."""
_TOLD = 2
"""How many sentences of the body tell first what its counts are."""
_MANY = 10
"""A number that two events seldom have in common."""
_LONG = 4
"""Days from which what is told is no one event."""
_BRIEF = 60
"""Days up to which « en six semaines » may be all that an article is about."""
_TITLE = 5
"""How many words before a place may say who speaks there (« un responsable de la santé à »)."""
_REGION = 3
"""The exactness of a province."""
_OUTSKIRTS = 60.0
"""Kilometres from a town that an event may be which is told to be near it."""
_STEM = 5
"""How many letters of a word must agree."""
_SHORT = 3
"""Words of fewer letters say nothing of what a headline is about, unless they are an acronym."""


_FRESH = 60
"""Days for which an event is news whose day only the body of an article tells."""


def main_ground(scenes: Sequence[Scene], events: Events, words: PlaceWords, published: str | None = None) -> Ground:
    """Place and time of the event that headline and lead are about; the body's times long before `published` date none."""
    body = [s for s in scenes if s.sentence.kind == "paragraph"]
    blocks = sorted({s.sentence.block for s in body})[:_LEAD]
    lead = [s for s in body if s.sentence.block in blocks]
    titles = [s for s in scenes if s.sentence.kind == "title"]
    headed = _headed(titles, events)
    told = _summed_up(titles, lead[:NEWS]) or _first_placed(lead, headed, events)
    named = whole = ground_of(told) if told is not None else Ground()
    if _overrules(headed, named):
        named = headed
        if named.place is None or whole.place is None or coarser(whole.place, named.place) <= 0:
            whole = named
    if named.place is None:
        named = whole = next((g for s in body if (g := ground_of(s)).place is not None), Ground())
    time = _main_time(told, lead, titles, _fresh(body, lead, published), named.place, events)
    # what a war did has no one town
    war = told is not None and events.is_campaign(told.sentence.tokens)
    exact = named if war else _of_head(named, told, (titles, body), words)
    exact = exact if war or exact != named else _exacter(named, time, (titles, body), events)
    if not war and is_exact(named.place):
        exact = _set_right(named, headed, time, body, events)
    return exact._replace(time=time, block=blocks[0] if blocks else -1, whole=whole)


def _first_placed(lead: Sequence[Scene], headed: Ground, events: Events) -> Scene | None:
    """The first sentence with a place that tells of an event; one that tells of none only where no headline does.

    « Le pays est en guerre depuis dix ans. » or what a photo shows may stand before what happened.
    """
    placed = [s for s in lead if ground_of(s).place is not None]
    # what had been before is not the event, where the headline has a place
    known = is_exact(headed.place)  # and « X a annoncé que dix soldats avaient été tués à Y » may be the event
    telling = next((s for s in placed if s.tells and not (known and events.is_over(s.sentence.tokens))), None)
    return telling or (placed[0] if placed and headed.place is None else None)


def _summed_up(titles: Sequence[Scene], lead: Sequence[Scene]) -> Scene | None:
    """The sentence with a place that has more of the headline's words than the first has; None when none has."""
    wanted = {w for s in titles for w in _words(s)}
    placed = [s for s in lead if s.tells and ground_of(s).place is not None]
    exact = [s for s in placed if is_exact(ground_of(s).place)]
    if not wanted or not exact or placed[0] not in exact:
        return None
    shared = [len(wanted.intersection(_words(s))) for s in exact]
    common, least = max(shared), shared[0]
    first, best = exact[0], exact[shared.index(common)]
    # a headline may take up a word or two of what the text tells later of another event
    return best if common > least + 1 or (common > least and best.sentence.index - first.sentence.index <= 1) else None


def _words(scene: Scene) -> Iterator[str]:
    for token in scene.sentence.tokens:
        if token.text[0].isalpha() and (len(token.text) > _SHORT or (len(token.text) > 1 and token.text.isupper())):
            yield token.fold[:_STEM]


def _headed(titles: Sequence[Scene], events: Events) -> Ground:
    """The place and time of the first headline with a place; of a later one that says it more exactly: « Guerre en X. Raid à Y »."""
    headed = Ground()
    for scene in titles:
        found = ground_of(scene._replace(spots=tuple(s for s in scene.spots if not is_second(s, scene, events))))
        if headed.place is None or (
            found.place is not None
            and headed.place.precision in ("country", "wide")
            and same_area(headed.place, found.place)
        ):
            headed = found
    return headed


def _overrules(headed: Ground, named: Ground) -> bool:
    """Whether the headline's place is the event's, and not that of the lead."""
    if headed.place is None or named.place is None:
        return headed.place is not None
    if not same_area(headed.place, named.place):
        return True
    return coarser(named.place, headed.place) > 0


def _main_time(
    told: Scene | None,
    lead: Sequence[Scene],
    titles: Sequence[Scene],
    body: Sequence[Scene],
    place: Place | None,
    events: Events,
) -> TimeRef | None:
    """The first day or stretch that dates the event: in the sentence that tells it, the lead, the headline, the body.

    « depuis » is a stretch of the event only in the sentence that tells it, or with which the article opens.
    """
    near = [told] if told is not None else []
    lead = [s for s in lead if s is told or not events.is_over(s.sentence.tokens)]
    first = [s for s in (*lead, *titles) if s.tells]
    agreeing = [s for s in body if s.tells and _agrees(s, place) and not events.is_over(s.sentence.tokens)]
    # what a sentence tells at the very place may be told in any words
    there = [s for s in body if is_exact(place) and _is_at(s, place) and not events.is_over(s.sentence.tokens)]
    opening = [t for s in (*first[:1], *lead[:1]) for t in s.times]

    def opens(time: TimeRef) -> bool:
        """« ces dernières 24 heures » dates the event only where the article opens with it."""
        return _dates_event(time) and ((events.is_one_day(time) and _is_brief(time)) or time in opening)

    searches: tuple[tuple[Sequence[Scene], Callable[[TimeRef], bool]], ...] = (
        (near, _dates_event),
        (near, _lasts),
        (first, opens),
        (agreeing, lambda t: _dates_day(t) and t.kind == "point" and events.is_one_day(t)),
        ((*lead, *titles), opens),
        (there, lambda t: _dates_day(t) and t.kind == "point"),
        (agreeing, lambda t: _dates_day(t) and events.is_one_day(t)),
        (first, lambda t: _lasts(t) and t in opening),
    )
    for scenes, fits in searches[:1] if any(_is_open_day(t) for s in near for t in s.times) else searches:
        time = next((t for s in scenes for t in s.times if fits(t)), None)
        if time is not None and events.is_after(time):
            # « le lendemain » is after what the article is about
            return next((t for s in lead for t in s.times if _dates_day(t) and t.span.start < time.span.start), time)
        if time is not None:
            return _of_event(time, events)
    return None


def _of_event(time: TimeRef, events: Events) -> TimeRef:
    """The time; its first day where it is a stretch from an event: « depuis le bombardement du marché, le 3 juin » dates that."""
    words = fold(time.span.text).replace("'", " ").replace("’", " ").split()
    counted = time.kind == "since" and time.precision == "day" and time.date_from is not None
    if not counted or events.words.events.isdisjoint(words):
        return time
    return replace(time, date_to=time.date_from, kind="point")


def _fresh(body: Sequence[Scene], lead: Sequence[Scene], published: str | None) -> Sequence[Scene]:
    """The body without times of long before publication, where the lead tells what somebody has just said.

    « a annoncé mercredi que dix personnes avaient péri … La guerre a été déclenchée par l'attaque du 7 octobre 2023 ».
    """
    if published is None or not any(t.precision == "day" and _is_fresh(t, published) for s in lead for t in s.told):
        return body
    return [s._replace(times=tuple(t for t in s.times if t.date_to is None or _is_fresh(t, published))) for s in body]


def _is_fresh(time: TimeRef, published: str) -> bool:
    """Whether the time is of the weeks before publication."""
    if time.date_to is None:
        return False
    return (date.fromisoformat(published) - date.fromisoformat(time.date_to)).days <= _FRESH


def _is_open_day(time: TimeRef) -> bool:
    """« vendredi » where nothing says when the article was published: no other time in it is that day."""
    return not dated(time) and time.kind == "point"


def _dates_event(time: TimeRef) -> bool:
    """Whether the time may date what an article is about: a bare year is background, « à présent » the count's."""
    return dated(time) and time.precision != "year" and time.kind not in ("since", "until")


def _dates_day(time: TimeRef) -> bool:
    """The same without what lasts for months."""
    return _dates_event(time) and time.precision in ("day", "days") and _is_brief(time)


def _is_brief(time: TimeRef) -> bool:
    return time.kind != "duration" or (length_of(time) or 0) <= _BRIEF


def _lasts(time: TimeRef) -> bool:
    return dated(time) and time.kind == "since"


def _agrees(scene: Scene, place: Place | None) -> bool:
    """Whether a scene can be about the event at `place`."""
    own = ground_of(scene).place
    return own is None or place is None or same_area(own, place)


def _is_at(scene: Scene, place: Place | None) -> bool:
    """Whether a scene tells of nothing but one event at `place`."""
    own = [s.place for s in scene.spots if not s.far and s.place is not None]
    return place in own and not scene.other


def _exacter(
    named: Ground, time: TimeRef | None, scenes: tuple[Sequence[Scene], Sequence[Scene]], events: Events
) -> Ground:
    """The ground; where its place is a province or wider, the town that a later sentence names for the same event.

    `scenes` are those of the headlines and those of the body.
    """
    if named.place is None or is_exact(named.place) or named.place.precision == "wide" or named.rough:
        return named
    if time is not None and (time.kind != "point" and (length_of(time) or _LONG) >= _LONG):
        return named  # a sum over a province has no one town
    here = [t for s in scenes[1] if s.sentence.start <= named.start < s.sentence.end for t in s.sentence.tokens]
    if is_part(named.place) and events.are_several(here):
        return named  # nor have « les raids sur l'est du pays »
    titles, body = scenes
    many = any(not events.words.several.isdisjoint(s.sentence.words) for s in (*titles, *body[:1]))
    told = {n for s in titles for n in s.counts}
    for number, scene in enumerate(body):
        if number >= NEWS and not scene.happens:
            continue
        if not (scene.tells or scene.points) or scene.other or events.is_former(scene.sentence.tokens):
            continue
        again = number > 0 and _repeats(scene, told)
        apart = bool(scene.counts) and scene.counts.isdisjoint(told)
        if number < _TOLD:
            told |= scene.counts
        again = again or (not scene.counts and time is not None and any(_same_day(t, time) for t in scene.times))
        if not scene.points and not again:
            if scene.sentence.start > named.end and is_exact(ground_of(scene).place):
                break  # harm at a first town of several
            continue
        if many and apart and number > 0 and not events.are_several(scene.sentence.tokens):
            continue  # one of the strikes on a country, with a toll of its own
        if time is not None and any(differs(t, time) for t in scene.times):
            continue
        narrower = _narrower(named, (*scene.spots, *_of_locals(scene, events.words.locals)), any_=scene.happens)
        named = narrower or named
        if is_exact(named.place):
            return named
    return _of_witnesses(named, body, events)


def _of_witnesses(named: Ground, body: Sequence[Scene], events: Events) -> Ground:
    """The ground; where nothing says more, the one town whose mayor, doctors or rescuers count the victims."""
    found = [
        s for scene in body[:NEWS] if scene.counts and not scene.other for s in _of_locals(scene, events.words.near)
    ]
    if any(is_exact(ground_of(scene).place) for scene in body[:NEWS] if scene.tells):
        return named  # harm at towns of their own
    return _narrower(named, found) or named


def _set_right(named: Ground, headed: Ground, time: TimeRef | None, body: Sequence[Scene], events: Events) -> Ground:
    """The ground; where only a headline names its town, or the text says « près de », the place that the body puts it.

    A headline names the town that readers know, the body the village: « l'embuscade a été tendue à X, à 20 km de Y ».
    """
    if named.place is None or not (named.near or named == headed):
        return named
    for scene in body:
        if (
            not (scene.happens or (named.near and scene.points))
            or scene.other
            or events.is_former(scene.sentence.tokens)
        ):
            continue
        if time is not None and any(differs(t, time) for t in scene.times):
            continue
        spots = [s for s in scene.spots if s.place is not None and not s.far and s.role == "at" and _is_sure(s)]
        spot = spots[0] if spots else None
        if spot is None or spot.place is None or spot.place == named.place or not same_area(named.place, spot.place):
            continue
        if not scene.happens and events.is_over(scene.sentence.tokens):
            continue  # « la plus meurtrière depuis celle de décembre, quand neuf policiers avaient péri à X »
        if not scene.happens and (kilometres(named.place, spot.place) or 0.0) > _OUTSKIRTS:
            continue
        rough = spot.unknown is not None
        found = named._replace(place=spot.place, start=spot.start, end=spot.end, near=spot.near, rough=rough)
        return found._replace(headed=named.place)
    return named


def _is_sure(spot: Spot) -> bool:
    """Whether a spot is a town, or a village that no gazetteer knows in its province."""
    unknown = spot.unknown is not None and not spot.inner
    return unknown or (is_exact(spot.place) and not spot.near)


def _of_head(
    named: Ground, told: Scene | None, scenes: tuple[Sequence[Scene], Sequence[Scene]], words: PlaceWords
) -> Ground:
    """The ground; where what was hit is brought in without a name (« un camp »), the place that is told of it later.

    « Le camp de X, près de Y, abritait 500 familles », « ce camp est situé près de Y ».
    """
    if named.place is None or is_exact(named.place) or told is None:
        return named
    titles, body = scenes
    heads = {fold for s in (*titles, told) for fold in _brought_in(s, words)}
    for scene in body[:NEWS]:
        if scene.sentence.index <= told.sentence.index or scene.other or heads.isdisjoint(_taken_up(scene, words)):
            continue
        narrower = _narrower(named, scene.spots)
        if narrower is not None and is_exact(narrower.place):
            return narrower
    return named


def _brought_in(scene: Scene, words: PlaceWords) -> Iterator[str]:
    """The words for places that are brought in without a name: « un camp », « une école »."""
    for before, token in pairwise(scene.sentence.tokens):
        if token.fold in words.heads and before.fold in words.indefinite:
            yield token.fold


def _taken_up(scene: Scene, words: PlaceWords) -> Iterator[str]:
    """The words for places that are named, or pointed back to: « le camp de X », « ce camp »."""
    for before, token in pairwise(scene.sentence.tokens):
        if token.fold in words.heads and before.fold not in words.indefinite:
            yield token.fold


def _repeats(scene: Scene, told: Collection[float]) -> bool:
    """Whether the sentence counts again what was counted before: its highest number, or another that is no small one."""
    return any(n in told and (n >= _MANY or n == max(scene.counts) == max(told)) for n in scene.counts)


def _narrower(named: Ground, spots: Sequence[Spot], *, any_: bool = False) -> Ground | None:
    """The ground at the one place of the spots that lies in it; at the first of several where `any_` says so."""
    inner = [s for s in spots if named.place is not None and _narrows(s, named.place)]
    inner = [s for s in inner if not s.near] or inner  # « entre X et Y, à Z »
    spot = _nested(inner)
    if spot is None and inner and any_:
        spot = inner[0]
    if spot is None:
        return None
    return named._replace(place=spot.place, start=spot.start, end=spot.end, rough=spot.unknown is not None)


def _nested(spots: Sequence[Spot]) -> Spot | None:
    """The one place of the spots, or the one that all others hold (« dans la région de X …, à Y »); None for several."""
    best: Spot | None = None
    for spot in spots:
        if best is None or best.place is None or spot.place is None or best.place == spot.place:
            best = best or spot
        elif not same_area(best.place, spot.place) or coarser(best.place, spot.place) == 0:
            return None
        elif coarser(best.place, spot.place) > 0:
            best = spot
    return best


def _of_locals(scene: Scene, locals_: Container[str]) -> Iterator[Spot]:
    """Places whose people tell what happened there."""
    tokens = scene.sentence.tokens
    starts = [t.start for t in tokens]
    for spot in scene.seats:
        at = bisect_left(starts, spot.start)
        before = [t.fold for t in tokens[max(0, at - _TITLE) : at]]
        if any(fold in locals_ for fold in before) and "," not in before:
            yield spot


def _narrows(spot: Spot, place: Place) -> bool:
    """Whether the spot lies in the place and is more exact, a province only within a part of a country or more."""
    inner = spot.place
    if inner is None or spot.far or spot.role == "toward":
        return False
    if coarser(place, inner) <= 0 or not same_area(place, inner) or inner.precision in ("country", "wide"):
        return False
    return not is_part(inner) or place.precision == "country"


def _same_day(time: TimeRef, main: TimeRef) -> bool:
    """Whether both are one and the same day."""
    return time.date_from is not None and time.date_from == time.date_to == main.date_from == main.date_to


def differs(time: TimeRef, main: TimeRef) -> bool:
    """Whether two times have no day in common."""
    if time.date_from is None or main.date_from is None or time.kind == "since" or main.kind == "since":
        return False
    last, main_last = time.date_to or time.date_from, main.date_to or main.date_from
    return last < main.date_from or main_last < time.date_from
