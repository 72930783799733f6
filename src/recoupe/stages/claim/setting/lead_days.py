"""Lead days: when the event is that an article is about, from its headline, its lead and the body."""

from collections.abc import Callable, Collection, Sequence, Set
from dataclasses import replace
from datetime import date, timedelta

from recoupe.model.annotation import Place, TimeRef
from recoupe.stages.claim.scenes.scale import is_exact, kilometres, same_area
from recoupe.stages.claim.scenes.scenes import Scene
from recoupe.stages.claim.scenes.statements import length_of
from recoupe.stages.claim.setting.whereabouts import dated, ground_of
from recoupe.stages.claim.words.events import Events
from recoupe.stages.claim.words.lexicon import lexicon
from recoupe.text import fold

_PARTICIPLE = 3
"""Within how many words behind its auxiliary a participle stands."""
_BRIEF = 60
"""Days up to which « en six semaines » may be all that an article is about."""
_FRESH = 60
"""Days for which an event is news whose day only the body of an article tells."""
_NEWS = 7
"""Days for which it is news though what led to it is told as past."""
_LATE = 14
"""Days up to which a lead that tells no day may be about one that the body tells of others."""
_LIKE = 0.7
"""How much of a count an earlier or rounded one of the same event is."""
_SUBJECT = 3
"""Within how many words of a sentence what covers some days is named."""
_COVERED = 4
"""How many words may stand between « couvre » and the days (« couvre la période allant du »)."""
_NEAR = 30
"""Kilometres around a town in which its quarters and suburbs lie."""


def main_time(
    told: Scene | None,
    lead: Sequence[Scene],
    titles: Sequence[Scene],
    body: Sequence[Scene],
    place: Place | None,
    events: Events,
    published: str | None = None,
) -> TimeRef | None:
    """The first day or stretch that dates the event: in the sentence that tells it, the lead, the headline, the body.

    « depuis » is a stretch of the event only in the sentence that tells it, or with which the article opens.
    """
    near = [told] if told is not None else []
    lead = [s for s in lead if s is told or not events.is_over_in(s.sentence)]
    known = {n for s in (*near, *titles) for n in s.counts}
    # an inquiry, unlike news, tells of no day lately
    days = [t for s in (*near, *titles, *lead, *body) for t in (*s.times, *s.told) if t.precision == "day"]
    news = published is not None and any(is_fresh(t, published) for t in days)
    units = {s.place.id for scene in (*near, *titles) for s in scene.spots if s.place and s.place.precision == "region"}
    main = (place, published, news, units)
    lead, body = ([_of_main(s, told, known, main, events) for s in scenes] for scenes in (lead, body))
    first = [s for s in (*lead, *titles) if s.tells]
    lands = {s.place.country for scene in (*near, *titles, *lead) for s in scene.spots if s.place and s.place.country}
    agreeing = [s for s in body if s.tells and _agrees(s, place, lands) and not events.is_over_in(s.sentence)]
    # « Beaucoup viennent de X … y ont été massacrés en quelques jours » tells of X
    nearby = [s for s in agreeing if not (s.there and any(t.kind == "duration" for t in s.times))]
    # what a sentence tells at the very place may be told in any words
    there = [s for s in body if is_exact(place) and _is_at(s, place) and not events.is_over_in(s.sentence)]
    if published is not None and any(is_fresh(t, published, _NEWS) for s in there for t in s.times if _dates_day(t)):
        # « Nos forces ont défait ce vendredi l'ennemi à X … Il rappelle que 300 jeunes avaient péri le 26 novembre »
        agreeing = [_of_late(s, published) for s in agreeing]
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
        (nearby, lambda t: _dates_day(t) and events.is_one_day(t)),
        (first, lambda t: _lasts(t) and t in opening),
    )
    lately = next((b for s in near if not s.times and (b := begun_lately(s, published)) is not None), None)
    if lately is not None:
        return lately
    if told is not None and (since := _counted_since(told, lead, events, published)) is not None:
        return since
    for scenes, fits in searches[:1] if any(_is_open_day(t) for s in near for t in s.times) else searches:
        time = next((t for s in scenes for t in s.times if fits(t)), None)
        if time is not None and events.is_after(time):
            # « le lendemain » is after what the article is about
            return next((t for s in lead for t in s.times if _dates_day(t) and t.span.start < time.span.start), time)
        if time is not None:
            return _of_event(time, events)
    return None


def _counted_since(told: Scene, lead: Sequence[Scene], events: Events, published: str | None) -> TimeRef | None:
    """« Les affrontements ont repris ce lundi. Au moins 43 personnes ont été tuées depuis samedi »: the stretch over which the lead
    counts the dead of what goes on, where the sentence that tells of it counts none."""
    words = events.words
    lasting = words.broad | words.drives
    if told.counts or published is None or lasting.isdisjoint(told.sentence.words):
        return None
    counting = next((s for s in lead if s.counts and s.sentence.index > told.sentence.index), None)
    times = counting.times if counting is not None else ()
    if counting is None or not all(t.kind == "since" for t in times):
        return None
    first = (date.fromisoformat(published) - timedelta(_LATE)).isoformat()
    return next((t for t in times if t.precision == "day" and (t.date_from or "") >= first), None)


def reported(lead: Sequence[Scene], events: Events) -> TimeRef | None:
    """The stretch that a bulletin says it covers, where its lead tells no day of harm (« Ce rapport couvre la période du 1er au 8
    mai »); None where it says none."""
    if any(s.tells and t.kind == "point" for s in lead for t in s.times):
        return None
    for scene in lead:
        folds, tokens = scene.sentence.folds, scene.sentence.tokens
        if not lexicon(events.pack).harm.tolls.nouns.isdisjoint(folds[:_SUBJECT]):
            continue  # « Ce total porte sur les trois derniers jours »: of one count
        for at, size in events.words.covering.standing(folds):
            near = tokens[at + size : at + size + _COVERED + 1]
            for time in (*scene.times, *scene.told):
                lasts = time.kind == "interval" and dated(time) and time.date_from is not None and not scene.counts
                if lasts and near and near[0].start <= time.span.start <= near[-1].start:
                    return time
    return None


def begun_lately(scene: Scene, published: str | None) -> TimeRef | None:
    """The stretch since the fighting began that a sentence counts the dead of (« les violences qui ont éclaté samedi ont fait 129
    morts »); None for a war of long before publication."""
    if published is None or not scene.counts:
        return None
    begun = next((t for t in scene.begun if t.precision == "day" and t.date_from and is_fresh(t, published)), None)
    return None if begun is None else replace(begun, kind="since", date_to=None)


def _of_main(
    scene: Scene,
    told: Scene | None,
    known: Collection[float],
    main: tuple[Place | None, str | None, bool, Set[str]],
    events: Events,
) -> Scene:
    """The scene without the times that cannot be those of the main event, which `told` tells; `main` is its place, when the article
    was published, whether it is news, and the provinces in which headline and lead put it.

    Behind « Une frappe a fait 12 morts à X » those are not that a sentence counts others of: in a town far off (« 323 personnes ont
    été tuées le 3 juillet à Y »), in a month, or more of them, long before publication (« l'attaque du 7 octobre a tué 1.206
    personnes ») or before what is told (« deux avions avaient explosé le 24 août, faisant 90 morts »).
    """
    place, published, news, units = main
    if told is None or scene.sentence.index <= told.sentence.index or not scene.times or scene.happens:
        return scene
    if not scene.counts and not scene.tells and _counts_taken(scene, events):
        # « 250 personnes ont été enlevées le 7 octobre », long before the raid that the lead tells
        return _of_late(scene, published)
    if not scene.counts or not scene.counts.isdisjoint(known):
        return scene
    # « Six mois après les raids, on compte au moins six bilans » tells no news
    if known and not told.times and not any(_LIKE * n <= own <= n / _LIKE for own in scene.counts for n in known):
        scene = _of_late(scene, published)
    own = [s.place for s in scene.spots if s.place is not None and not s.far and s.role == "at"]
    towns = [p for p in own if is_exact(p)]
    if (
        place is not None
        and is_exact(place)
        and towns
        and not any(_is_around(p, place) or not units.isdisjoint(p.parents) for p in towns)
    ):
        return scene._replace(times=())
    back = _looks_back(scene, events)
    other, days = back or (news and max(scene.counts) > max(known, default=1)), _NEWS if back else _FRESH
    # « en août, 1.200 habitants ont été tués », « où un raid a fait 15 morts la veille »
    times = [t for t in scene.times if t.precision not in ("month", "season") and not events.is_beside(t)]
    if other and published is not None:
        times = [t for t in times if t.date_to is None or is_fresh(t, published, days)]
    return scene._replace(times=tuple(times))


def _counts_taken(scene: Scene, events: Events) -> bool:
    """Whether a sentence counts people who were taken (« 250 personnes ont été enlevées »)."""
    words = lexicon(events.pack)
    counted = any(f[0].isdigit() or f in words.numbers for f in scene.sentence.folds)
    taken = (sense.effect == "detained" for f in scene.sentence.folds for sense, _ in words.harm.verbs.get(f, ()))
    return counted and any(taken)


def _of_late(scene: Scene, published: str | None) -> Scene:
    """The scene without the days of weeks before publication; those of months may be of an inquiry."""
    if published is None:
        return scene
    old = [
        t for t in scene.times if t.precision == "day" and t.date_to is not None and not is_fresh(t, published, _LATE)
    ]
    return scene._replace(times=tuple(t for t in scene.times if t not in old))


def _is_around(one: Place, other: Place) -> bool:
    """Whether a place lies in or beside another."""
    held = one.id == other.id or one.id in other.parents or other.id in one.parents
    return held or (kilometres(one, other) or 0.0) <= _NEAR


def _looks_back(scene: Scene, events: Events) -> bool:
    """Whether the first verb of a sentence tells of what had been before (« avaient explosé »)."""
    folds = scene.sentence.folds
    was = events.pack.verbs.imperfect_auxiliaries
    verbs = events.pack.verbs
    at = next((i for i, f in enumerate(folds) if verbs.is_auxiliary(f) and verbs.finite(f)), None)
    if at is None or folds[at] not in was or events.takes_up(scene.sentence):
        return False
    return any(events.pack.verbs.is_past_participle(f) for f in folds[at + 1 : at + 1 + _PARTICIPLE])


def _of_event(time: TimeRef, events: Events) -> TimeRef:
    """The time; its first day where it is a stretch from an event: « depuis le bombardement du marché, le 3 juin » dates that."""
    words = fold(time.span.text).replace("'", " ").replace("’", " ").split()
    counted = time.kind == "since" and time.precision == "day" and time.date_from is not None
    if not counted or events.words.events.isdisjoint(words):
        return time
    return replace(time, date_to=time.date_from, kind="point")


def fresh(body: Sequence[Scene], lead: Sequence[Scene], published: str | None) -> Sequence[Scene]:
    """The body without times of long before publication, where the lead tells what somebody has just said.

    « a annoncé mercredi que dix personnes avaient péri … La guerre a été déclenchée par l'attaque du 7 octobre 2023 ».
    """
    if published is None or not any(t.precision == "day" and is_fresh(t, published) for s in lead for t in s.told):
        return body
    return [s._replace(times=tuple(t for t in s.times if t.date_to is None or is_fresh(t, published))) for s in body]


def is_fresh(time: TimeRef, published: str, days: int = _FRESH) -> bool:
    """Whether the time is of the weeks, or so many days, before publication."""
    if time.date_to is None:
        return False
    return (date.fromisoformat(published) - date.fromisoformat(time.date_to)).days <= days


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


def _agrees(scene: Scene, place: Place | None, lands: Set[str]) -> bool:
    """Whether a scene can be about the event at `place`; where that is unknown, in one of the lands that headline and lead name."""
    own = ground_of(scene).place
    if place is None:
        return own is None or own.country is None or not lands or own.country in lands
    return own is None or same_area(own, place)


def _is_at(scene: Scene, place: Place | None) -> bool:
    """Whether a scene tells of nothing but one event at `place`."""
    own = [s.place for s in scene.spots if not s.far and s.place is not None]
    return place in own and not scene.other


def same_day(time: TimeRef, main: TimeRef) -> bool:
    """Whether both are one and the same day."""
    return time.date_from is not None and time.date_from == time.date_to == main.date_from == main.date_to


def differs(time: TimeRef, main: TimeRef) -> bool:
    """Whether two times have no day in common."""
    if time.date_from is None or main.date_from is None or time.kind == "since" or main.kind == "since":
        return False
    last, main_last = time.date_to or time.date_from, main.date_to or main.date_from
    return last < main.date_from or main_last < time.date_from
