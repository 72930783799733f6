"""Whereabouts: where and when a text is at, and where one sentence puts what it tells."""

from collections.abc import Sequence
from typing import NamedTuple

from recoupe.model.annotation import Place, TimeRef
from recoupe.stages.claim.scenes.scale import APART, coarser, is_exact, kilometres, same_area
from recoupe.stages.claim.scenes.scenes import Scene
from recoupe.stages.claim.scenes.spots import Spot

_SEVERAL = 3
"""How many towns make a list of which none is the place."""


class Ground(NamedTuple):
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
    headed: Place | None = None
    """The town that stands for the place in the headline, or near which it is."""
    whole: "Ground | None" = None
    """Where the event was first said to be, where a later sentence says it more exactly."""

    def unnamed(self, place: Place | None) -> "Ground":
        """The same event at a place that no words of the text name, such as the land of the town told."""
        return self._replace(place=place, start=0, end=0, rough=False)

    def named_at(self, place: Place | None, start: int, end: int, *, near: bool = False) -> "Ground":
        """The same event at a place that the words between two offsets name."""
        return self._replace(place=place, start=start, end=end, near=near, rough=False)


def dated(time: TimeRef) -> bool:
    """Whether the time says anything of days."""
    return time.date_from is not None or time.date_to is not None


def ground_of(scene: Scene) -> Ground:
    """Where a sentence puts what it tells: the most exact of its places, or the countries of a list; without time."""
    if not scene.spots:
        return Ground()
    known = [s for s in scene.spots if s.place is not None and not s.far]
    spots = [s for s in known if s.role != "toward"]
    if not spots and scene.tells and known:
        spots = known
    if not spots:
        return Ground()
    if len(spots) > 1 and spots[0].start == scene.sentence.start and _is_set_in(spots[1:]):
        spots = spots[1:]  # « Kherson pleure les morts de X »: who speaks or acts there
    if len(spots) > 1:
        spots = [s for s in spots if s.start not in scene.asides] or spots
    countries = [s for s in spots if s.place is not None and s.place.precision == "country"]
    if is_scattered(spots):
        return Ground()
    first = most_exact(spots)
    if first.place is not None and first.place.precision == "country" and len(countries) > 1:
        place = together([s.place for s in countries if s.place is not None and s.group == first.group])
        return Ground(place, first.start, max(s.end for s in countries if s.group == first.group), first.near)
    held = next((place for group, place in scene.held if group == first.group), None)
    if held is not None and not first.near:
        listed = [s for s in spots if s.group == first.group]  # « dans les régions de X et de Y »
        return Ground(held, listed[0].start, listed[-1].end)
    return Ground(first.place, first.start, first.end, first.near, rough=first.unknown is not None)


def is_scattered(spots: Sequence[Spot]) -> bool:
    """Whether all are towns of one list far from one another, with which a sentence opens: « X, Y, Z : un week-end sanglant »."""
    if len(spots) < _SEVERAL or len({s.group for s in spots}) > 1 or not all(is_exact(s.place) for s in spots):
        return False
    places = [s.place for s in spots if s.place is not None]
    return all((kilometres(places[0], place) or 0.0) > APART for place in places[1:])


def _is_set_in(spots: Sequence[Spot]) -> bool:
    """Whether the first of the spots is a town where something is said to be, and not one near by."""
    return is_exact(spots[0].place) and not spots[0].near and spots[0].role == "at"


def most_exact(spots: Sequence[Spot]) -> Spot:
    """The first spot of which no other names a part, rather than one that is only near a town."""
    best = spots[0]
    for spot in spots[1:]:
        here, there = best.place, spot.place
        if here is None or there is None:
            continue
        if best.is_border and not spot.near and spot.role == "at":
            best = spot  # « frontalière de l'Ukraine, la région de X »
            continue
        if best.near and not spot.near and spot.role == "at" and is_exact(there) and same_area(here, there):
            best = spot  # « non loin de X, à Y »
            continue
        if spot.near and not best.near and is_exact(here):
            continue  # « la Ghouta, aux portes de Damas »
        framed = best.frame and here.country == there.country  # « Kordofan : 12 morts à En Nahud »
        if (framed or same_area(here, there)) and coarser(here, there) > 0:
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
