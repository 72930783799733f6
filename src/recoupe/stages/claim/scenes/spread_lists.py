"""Spread lists: the provinces that a sentence names side by side, and what holds them all."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import combinations, groupby
from operator import attrgetter

from recoupe.gazetteers import Gazetteers
from recoupe.model.annotation import Place
from recoupe.stages.claim.scenes.spots import Spot


def spread_lists(spots: Sequence[Spot], gazetteers: Gazetteers) -> tuple[tuple[int, Place], ...]:
    """The number of each list of provinces, with the land that holds them all: « dans les régions de X et de Y », but not « entre X et Y »,
    nor those that people left or went to."""
    return tuple(_spread_lists(spots, gazetteers))


def _spread_lists(spots: Sequence[Spot], gazetteers: Gazetteers) -> Iterator[tuple[int, Place]]:
    for group, listed in groupby(spots, key=attrgetter("group")):
        here = [s for s in listed if not s.far]
        places = [s.place for s in here if s.place is not None]
        if len(places) < len(here) or any(s.near or s.role != "at" or s.unknown or s.frame for s in here):
            continue
        if are_spread(places) and (held := _holder(places, gazetteers)) is not None:
            yield group, held


def are_spread(places: Sequence[Place]) -> bool:
    """Whether they are several provinces of one country, of which none holds another."""
    if len({p.country for p in places}) != 1 or len({p.id for p in places}) < 2:
        return False
    if any(p.precision != "region" for p in places):
        return False
    return not any(a.id in b.parents or b.id in a.parents for a, b in combinations(places, 2))


def holder(places: Iterable[Place | None], gazetteers: Gazetteers) -> Place | None:
    """The province that holds all the towns of a list, or the land that holds all its provinces and has bounds of its own."""
    known = [p for p in places if p is not None]
    shared = [i for i in known[0].parents if all(i in p.parents or i == p.id for p in known)] if known else []
    held = (gazetteers.places.get(identity) for identity in shared)
    return next((p for p in held if p is not None and p.precision in ("district", "region")), None)


def _holder(places: Sequence[Place], gazetteers: Gazetteers) -> Place | None:
    return holder(places, gazetteers) or gazetteers.places.land(places[0])
