"""Told scenes: the town of a sentence that tells the course of the attack without a word for it (« Des hommes en treillis ont fait
irruption dans une église de X »)."""

from collections.abc import Iterator, Sequence

from recoupe.model.annotation import Place, TimeRef
from recoupe.stages.claim.scenes.scale import coarser, is_exact, kilometres, same_area
from recoupe.stages.claim.scenes.scenes import Scene
from recoupe.stages.claim.scenes.spots import Spot
from recoupe.stages.claim.setting.lead_days import differs
from recoupe.stages.claim.words.events import Events

_FIRST = 6
"""How many sentences of the body may tell it."""
_TITLE = 4
"""How many words before a town may say who tells (« un rescapé du village de »)."""
_WAY = 10
"""The same, with the way from the village to the town."""
_BESIDE = 40.0
"""Kilometres between two towns of which both may be those of one attack."""


def scene_town(land: Place, lead_end: int, time: TimeRef | None, body: Sequence[Scene], events: Events) -> Spot | None:
    """The town of a land at which later sentences, behind the offset, tell the course of the event; None where they tell of several."""
    scenes = [s for s in body[:_FIRST] if s.sentence.start >= lead_end and not s.other]
    found = list(_towns(land, time, scenes, events)) or list(_of_survivors(land, scenes, events))
    if not found:
        return None
    first = next((s for s in found if not s.near), found[0])
    away = (kilometres(first.place, s.place) or 0.0 for s in found if first.place is not None and s.place is not None)
    return first if all(way <= _BESIDE for way in away) else None


def _towns(land: Place, time: TimeRef | None, scenes: Sequence[Scene], events: Events) -> Iterator[Spot]:
    for scene in scenes:
        if scene.counts or events.is_over_in(scene.sentence):
            continue
        # a day that is told only later does not overrule that of the attack
        told = time is not None and time.span.start < scene.sentence.start
        if told and time is not None and any(differs(t, time) for t in scene.times):
            continue
        if events.words.course.isdisjoint(scene.sentence.words) and not _places_it(scene, events):
            continue
        if not events.words.several.isdisjoint(scene.sentence.words):
            continue  # « à X, les attaques se multiplient »
        yield from (s for s in scene.spots if s.start not in scene.after and _is_town_of(s, land))


def _of_survivors(land: Place, scenes: Sequence[Scene], events: Events) -> Iterator[Spot]:
    """The towns of those who lived through it: « raconte un rescapé de X », « un habitant de X, joint par téléphone »."""
    for scene in scenes:
        folds = scene.sentence.folds
        for spot in scene.seats:
            at = scene.sentence.first_at(spot.start)
            far = folds[max(0, at - _WAY) : at]
            way = "," in far and not events.words.ways.isdisjoint(far)  # « un rescapé de X, à 5 km de »
            near = far if way else folds[max(0, at - _TITLE) : at]
            if (way or "," not in near) and not events.words.survivors.isdisjoint(near) and _is_town_of(spot, land):
                yield spot


def _places_it(scene: Scene, events: Events) -> bool:
    """Whether the sentence says where the village told is: « Cette localité est située à 15 km de X »."""
    return scene.back and not events.words.located.isdisjoint(scene.sentence.words)


def _is_town_of(spot: Spot, land: Place) -> bool:
    place = spot.place
    if place is None or spot.far or spot.role != "at" or not is_exact(place):
        return False
    return same_area(land, place) and coarser(land, place) > 0
