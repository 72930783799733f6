"""Lead: where and when the event is that an article is about, from its headline and first paragraphs."""

from bisect import bisect_left
from collections.abc import Collection, Container, Iterator, Sequence, Set
from itertools import pairwise

from recoupe.languages.places import PlaceWords
from recoupe.model.annotation import Place, TimeRef, Token
from recoupe.stages.claim.scenes.scale import coarser, is_exact, is_part, kilometres, same_area
from recoupe.stages.claim.scenes.scenes import Scene
from recoupe.stages.claim.scenes.second_events import is_second
from recoupe.stages.claim.scenes.spots import Spot
from recoupe.stages.claim.scenes.statements import length_of
from recoupe.stages.claim.setting.lead_days import differs, fresh, main_time, reported, same_day
from recoupe.stages.claim.setting.told_scenes import scene_town
from recoupe.stages.claim.setting.whereabouts import Ground, ground_of, is_scattered
from recoupe.stages.claim.words.events import Events

_SEVERAL = 3
"""So many places of one list are each only one of those that were hit."""
_LEAD = 2
"""How many paragraphs tell the main event."""
NEWS = 8
"""How many sentences of the body may be what the headline sums up, or may say more exactly where it was."""
_TOLD = 2
"""How many sentences of the body tell first what its counts are."""
_MANY = 10
"""A number that two events seldom have in common."""
_WEEKS = 14
"""Days from which on a lead sums up."""
_LONG = 4
"""Days from which what is told is no one event."""
_TITLE = 5
"""How many words before a place may say who speaks there (« un responsable de la santé à »)."""
_REGION = 3
"""The exactness of a province."""
_OUTSKIRTS = 60.0
"""Kilometres from a town that an event may be which is told to be near it."""
_AMONG = 4
"""Within how many words before attacks « l'une des » stands."""
_STEM = 5
"""How many letters of a word must agree."""
_SHORT = 3
"""Words of fewer letters say nothing of what a headline is about, unless they are an acronym."""


def main_ground(scenes: Sequence[Scene], events: Events, words: PlaceWords, published: str | None = None) -> Ground:
    """Place and time of the event that headline and lead are about; the body's times long before `published` date none."""
    body = [s for s in scenes if s.sentence.kind == "paragraph"]
    blocks = sorted({s.sentence.block for s in body})[:_LEAD]
    lead = [s for s in body if s.sentence.block in blocks]
    titles = [s for s in scenes if s.sentence.kind == "title"]
    headed = _headed(titles, events)
    told = _summed_up(titles, lead[:NEWS]) or _first_placed(lead, headed, events)
    named = whole = ground_of(told) if told is not None else Ground()
    if told is not None and _is_rubric(headed, named, told, titles):
        headed = Ground()
    scattered = any(is_scattered(s.spots) for s in lead[:_TOLD])  # « X, Y, Z : un week-end sanglant »
    if _names_again(headed, named, told, titles, words):
        named = named._replace(headed=headed.place)
    elif (_overrules(headed, named) and not _sums_up_land(named, told)) or (
        (scattered or _is_share(told, titles, body, events)) and headed.place is not None
    ):
        named = headed
        if named.place is None or whole.place is None or coarser(whole.place, named.place) <= 0:
            whole = named
    if named.place is None:
        named = whole = next((g for s in body if (g := ground_of(s)).place is not None), Ground())
    if named.place is None:
        named = whole = _where_told(body, events)
    time = reported(lead, events) or main_time(
        told, lead, titles, fresh(body, lead, published), named.place, events, published
    )
    # what a war did has no one town
    war = told is not None and events.is_campaign(told.sentence.tokens)
    exact = named if war else _of_head(named, told, (titles, body), words)
    exact = (
        exact
        if war or exact != named or _are_counted((*titles, *body[:1]), events, words)
        else _exacter(named, time, (titles, body), events, words)
    )
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
    telling = next((s for s in placed if s.tells and not (known and events.is_over_in(s.sentence))), None)
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


def _of_two_lands(scene: Scene) -> bool:
    """Whether a headline names towns of several countries side by side: « Bombes sur X et Y » is at none of them."""
    exact = [s for s in scene.spots if is_exact(s.place) and s.group == scene.spots[0].group]
    return len({s.place.country for s in exact if s.place is not None}) > 1


def _headed(titles: Sequence[Scene], events: Events) -> Ground:
    """The place and time of the first headline with a place; of a later one that says it more exactly: « Guerre en X. Raid à Y »."""
    headed = Ground()
    for scene in titles:
        if _of_two_lands(scene):
            continue
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


def _sums_up_land(named: Ground, told: Scene | None) -> bool:
    """Whether the lead counts over weeks in a land, so that the headline's province is only one that it names as well: « Au moins 1.520
    personnes ont été tuées au Tchad entre le 1er avril et le 30 juin »."""
    if told is None or named.place is None or named.place.precision != "country" or not told.counts:
        return False
    return any(t.kind != "since" and (length_of(t) or 0) >= _WEEKS for t in told.times)


def _names_again(headed: Ground, named: Ground, told: Scene | None, titles: Sequence[Scene], words: PlaceWords) -> bool:
    """Whether the headline's town is the land of the village that the body tells: « à X », then « à Y, dans la province de X »."""
    if told is None or named.rough or not is_exact(headed.place) or not is_exact(named.place):
        return False
    if headed.place == named.place or any(s.place == headed.place for s in told.spots):
        return False
    written = [t for s in titles for t in s.sentence.tokens if headed.start <= t.start < headed.end]
    if not written or not written[-1].text[0].isupper():
        return False
    tokens = told.sentence.tokens
    return any(t.fold == written[-1].fold and _is_of_unit(tokens, at, words) for at, t in enumerate(tokens))


def _is_of_unit(tokens: Sequence[Token], name: int, words: PlaceWords) -> bool:
    """Whether a word for a unit stands before a name: « dans la province de X »."""
    before = name - 1
    while before > 0 and (tokens[before].fold in words.links or tokens[before].fold in words.articles):
        before -= 1
    return before >= 0 and words.heads.get(tokens[before].fold) in ("region", "district")


def _is_rubric(headed: Ground, named: Ground, told: Scene, titles: Sequence[Scene]) -> bool:
    """Whether the land before a headline's colon is only that of those counted, whom the lead tells of in another: « France : deux
    soldats tués », « Deux soldats français ont été tués au Mali »."""
    if headed.place is None or named.place is None or headed.place.precision != "country":
        return False
    framed = any(s.frame and s.start == headed.start for scene in titles for s in scene.spots)
    counted = {n for s in titles for n in s.counts}
    return framed and named.place.country not in (None, headed.place.country) and not counted.isdisjoint(told.counts)


def _is_share(told: Scene | None, titles: Sequence[Scene], body: Sequence[Scene], events: Events) -> bool:
    """Whether the first place below the headline is that of fewer victims, and not of an event told before.

    « 23 morts dans le X. » … « Cinq personnes ont été fauchées dans le village de Y. »
    """
    counted = {n for s in titles for n in s.counts}
    if told is None or not counted or not told.counts or told is body[0] or events.takes_up(told.sentence):
        return False
    return told.counts.isdisjoint(counted) and max(told.counts) < max(counted)


def _exacter(
    named: Ground,
    time: TimeRef | None,
    scenes: tuple[Sequence[Scene], Sequence[Scene]],
    events: Events,
    words: PlaceWords,
) -> Ground:
    """The ground; where its place is a province or wider, the town that a later sentence names for the same event.

    `scenes` are those of the headlines and those of the body.
    """
    if named.place is None or is_exact(named.place) or named.place.precision == "wide" or named.rough:
        return named
    if _is_of_list(named, scenes[1]) or any(is_scattered(s.spots) for s in scenes[1][:_TOLD]):
        return named  # « onze civils tués dans le sud et l'est du pays »
    if time is not None and (time.kind != "point" and (length_of(time) or _LONG) >= _LONG):
        return named  # a sum over a province has no one town
    titles, body = scenes
    many = any(_tells_of_several(s, events) for s in (*titles, *body[:1]))
    if many and time is not None and time.kind == "duration":
        return named  # nor have « des frappes de drones » of two days
    here = [
        t
        for s in (*scenes[0], *scenes[1])
        if s.sentence.start <= named.start < s.sentence.end
        for t in s.sentence.tokens
    ]
    if named.place.precision == "region" and not is_part(named.place) and any(t.fold in events.leaving for t in here):
        return named  # nor have those who left « la région de X »
    if is_part(named.place) and events.are_several(here):
        return named  # nor have « les raids sur l'est du pays »
    told = {n for s in titles for n in s.counts}
    for number, scene in enumerate(body):
        if number >= NEWS and not scene.happens:
            continue
        if not (scene.tells or scene.points) or scene.other or events.is_former(scene.sentence.tokens):
            continue
        again = number > 0 and _repeats(scene, told)
        apart = bool(scene.counts) and max(told, default=0.0) not in scene.counts
        of_one = not apart or again or events.is_single(here)
        if not of_one and number > 0 and _opens_at_town(scene, told):
            return named  # « 38 morts en Irak » … « À Bagdad, 26 personnes ont péri »: the others fell elsewhere
        some = not of_one and _is_of_some(scene, told, events, words)
        if number < _TOLD:
            told |= scene.counts
        if some:
            continue
        again = again or (not scene.counts and time is not None and any(same_day(t, time) for t in scene.times))
        if not scene.points and not again:
            if scene.sentence.start > named.end and is_exact(ground_of(scene).place):
                break  # harm at a first town of several
            continue
        if many and apart and number > 0 and not events.are_several(scene.sentence.tokens):
            continue  # one of the strikes on a country, with a toll of its own
        if many and number > 0 and _picks_one(scene, events):
            continue
        if (
            number > 0
            and apart
            and not events.is_single(here)
            and _is_one_of_towns(scene, body[number + 1 : number + 1 + _TOLD], told)
        ):
            return named  # « 30 morts à Gaza. […] huit à Khan Younès. À Rafah, quatre pêcheurs ont été tués »
        if time is not None and any(differs(t, time) for t in scene.times):
            continue
        narrower = _narrower(named, (*scene.spots, *_of_locals(scene, events.words.locals)), any_=scene.happens)
        named = narrower or named
        if is_exact(named.place):
            return named
    found = _of_witnesses(named, body, events)
    if named.place is None or is_exact(found.place) or many:
        return found
    spot = scene_town(named.place, named.end, time, body, events)
    return found if spot is None else _at_spot(named, spot)


def _at_spot(named: Ground, spot: Spot) -> Ground:
    """The ground at a place of a later sentence."""
    return named._replace(place=spot.place, start=spot.start, end=spot.end, rough=spot.unknown is not None)


def _is_of_some(scene: Scene, told: Set[float], events: Events, words: PlaceWords) -> bool:
    """Whether a sentence tells only where some of those counted fell, whom no one event killed: « Douze ont péri dans le bombardement
    de X », « Dans l'attaque la plus meurtrière, quatre … »."""
    if not scene.counts or max(scene.counts) >= max(told, default=0.0):
        return False
    folds = scene.sentence.folds
    if any(
        a in events.words.events and b in events.words.the and c in events.words.most
        for a, b, c in zip(folds, folds[1:], folds[2:], strict=False)
    ):
        return True
    bare = folds[:1] != () and (folds[0] in words.counts - words.indefinite or folds[0].isdecimal())
    behind = folds[4:5] if folds[1:3] == ("d'", "entre") else folds[1:2]
    return bare and any(events.pack.verbs.is_auxiliary(fold) for fold in behind)


def _opens_at_town(scene: Scene, told: Set[float]) -> bool:
    """« À X, 26 personnes ont péri »: whether a sentence opens with a town and counts only some of those told."""
    first = scene.spots[0] if scene.spots else None
    if first is None or not is_exact(first.place) or first.near or not scene.counts:
        return False
    before = scene.sentence.within(scene.sentence.start, first.start)
    return len(before) == 1 and max(scene.counts) < max(told, default=0.0)


def _are_counted(scenes: Sequence[Scene], events: Events, words: PlaceWords) -> bool:
    """Whether so many attacks are told of that no one town has them all (« deux attaques distinctes »)."""
    several, numbers = events.words.several, words.counts - words.indefinite
    return any(
        b in several and (a in numbers or a in events.words.diverse or (a.isdecimal() and a != "1"))
        for scene in scenes
        for a, b in pairwise(scene.sentence.folds)
    )


def _tells_of_several(scene: Scene, events: Events) -> bool:
    """Whether a sentence speaks of several attacks, and not only of one of them: « l'une des pires attaques de l'année »."""
    words, folds = events.words, scene.sentence.folds
    return any(
        fold in words.several
        and not any(a in words.a and b in words.of for a, b in pairwise(folds[max(0, at - _AMONG) : at]))
        for at, fold in enumerate(folds)
    )


def _is_one_of_towns(scene: Scene, behind: Sequence[Scene], told: Set[float]) -> bool:
    """Whether a sentence counts fewer than the headline at its town, and one right behind it fewer at another town."""
    most, here = max(told, default=0.0), ground_of(scene).place
    if not is_exact(here) or max(scene.counts, default=0.0) >= most:
        return False
    return any(
        s.counts
        and s.counts.isdisjoint(told | scene.counts)
        and max(s.counts) < most
        and is_exact(ground_of(s).place)
        and ground_of(s).place != here
        for s in behind
    )


def _picks_one(scene: Scene, events: Events) -> bool:
    """Whether a sentence speaks of one of several attacks: « L'attaque la plus meurtrière s'est produite à X », « La première … »."""
    words = events.words
    return any(a in words.the & words.one and b in words.most for a, b in pairwise(scene.sentence.folds))


def _is_of_list(named: Ground, body: Sequence[Scene]) -> bool:
    """Whether the place is one of several lands that its sentence names together."""
    for scene in body:
        spot = next((s for s in scene.spots if s.start <= named.start < s.end), None)
        if spot is not None:
            listed = [s for s in scene.spots if s.group == spot.group and s.place is not None and not s.far]
            if any(group == spot.group and place == named.place for group, place in scene.held):
                return True
            return len(listed) > 1 and not any(is_exact(s.place) for s in listed)
    return False


def _of_witnesses(named: Ground, body: Sequence[Scene], events: Events) -> Ground:
    """The ground; where nothing says more, the one town whose mayor, doctors or rescuers count the victims."""
    found = [s for scene in _counting(body, events) for s in _of_locals(scene, events.words.near)]
    if any(is_exact(ground_of(scene).place) for scene in body[:NEWS] if scene.tells):
        return named  # harm at towns of their own
    return _narrower(named, found) or named


def _where_told(body: Sequence[Scene], events: Events) -> Ground:
    """The first place whose mayor, doctors or rescuers count the victims; for a text that names no other."""
    spots = (s for scene in _counting(body, events) for s in _of_locals(scene, events.words.near))
    spot = next((s for s in spots if s.place is not None and s.place.precision not in ("country", "wide")), None)
    return Ground() if spot is None else Ground(spot.place, spot.start, spot.end, rough=spot.unknown is not None)


def _counting(body: Sequence[Scene], events: Events) -> Iterator[Scene]:
    """The first sentences that count victims, and do not say where they were brought (« déposés à la morgue de X »)."""
    for scene in body[:NEWS]:
        if scene.counts and not scene.other and events.moving.isdisjoint(scene.sentence.words):
            yield scene


def _set_right(named: Ground, headed: Ground, time: TimeRef | None, body: Sequence[Scene], events: Events) -> Ground:
    """The ground; where only a headline names its town, or the text says « près de », the place that the body puts it.

    A headline names the town that readers know, the body the village: « l'embuscade a été tendue à X, à 20 km de Y ».
    """
    if named.place is None or not (named.near or named == headed):
        return named
    told = {n for s in body if s.sentence.start <= named.start < s.sentence.end for n in s.counts}
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
        if not scene.happens and _is_apart(scene, told, events):
            continue  # « six habitants tués dans le village de Y », and not the 34 of the suburb
        if not scene.happens and events.is_over_in(scene.sentence):
            continue  # « la plus meurtrière depuis celle de décembre, quand neuf policiers avaient péri à X »
        if not scene.happens and (kilometres(named.place, spot.place) or 0.0) > _OUTSKIRTS:
            continue
        rough = spot.unknown is not None
        found = named._replace(place=spot.place, start=spot.start, end=spot.end, near=spot.near, rough=rough)
        return found._replace(headed=named.place)
    return named


def _is_apart(scene: Scene, told: Set[float], events: Events) -> bool:
    """Whether a sentence counts others than those told, and does not speak of the attack that is known."""
    return bool(told and scene.counts) and told.isdisjoint(scene.counts) and not events.takes_up(scene.sentence)


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
    if spot is None and inner and any_ and (len(inner) < _SEVERAL or len({s.group for s in inner}) > 1):
        spot = inner[0]  # but « L'attaque a visé diverses zones, notamment X, Y et Z »
    if spot is None:
        return None
    return _at_spot(named, spot)


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
    if inner.country is None and place.id not in inner.parents:
        return False  # Lake Chad is no part of Nigeria
    return not is_part(inner) or place.precision == "country"
