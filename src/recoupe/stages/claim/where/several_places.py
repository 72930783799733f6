"""Several places: whether a count is told of a list of places, and what holds them all."""

from collections.abc import Sequence
from itertools import pairwise

from recoupe.model.annotation import Place
from recoupe.stages.claim.counts.context import FigureContext
from recoupe.stages.claim.scenes.scale import APART, kilometres
from recoupe.stages.claim.scenes.scenes import Scene
from recoupe.stages.claim.scenes.spots import Spot
from recoupe.stages.claim.scenes.spread_lists import are_spread
from recoupe.stages.claim.scenes.spread_lists import holder as holder_of
from recoupe.stages.claim.setting.setting import Setting
from recoupe.stages.claim.where.fitting import counts_between, is_attached, is_of_part

_MANY = 3
"""How many towns of a land that is named make a count that of the land."""


def is_spread(context: FigureContext, spot: Spot, scene: Scene, setting: Setting) -> bool:
    """Whether a count is told of several places of a list far from one another: « à X et à Y, les raids ont fait 18 morts »."""
    listed = [s for s in scene.spots if s.group == spot.group and s.place is not None and not s.far]
    if spot.place is not None and spot.place.precision != "wide":
        listed = [s for s in listed if s.place is not None and s.place.precision != "wide"]  # « à X, sur la mer Rouge »
    listed = [s for s in listed if not s.is_border and not is_of_part(context, setting, s)]
    listed = [s for s in listed if not _only_bears(s, listed, context, setting)]
    places = [s.place for s in listed if s.place is not None]
    if spot.place is None or len(listed) < 2 or (is_attached(context, spot) and not are_spread(places)):
        return False
    if any(counts_between(context, one.end, other.start) for one, other in pairwise(listed)):
        return False
    before = any(context.sentence.start <= f.span.start and f.span.end <= listed[0].start for f in context.earlier)
    if before and context.start >= listed[-1].end and _opens_stretch(context, listed[-1], setting):
        return False  # « quatre civils ont été tués à X et, à Y, deux soldats »
    if any((kilometres(spot.place, place) or 0.0) > APART for place in places):
        return True
    if are_spread(places):
        return True  # « dans les provinces de X et de Y », however near
    # « En Cisjordanie, des rafles à Naplouse, à Jénine et à Hébron »
    lands = [s.place for s in scene.spots if s.place is not None and s not in listed and s.place.precision == "region"]
    return len(places) >= _MANY and any(all(land.id in p.parents for p in places) for land in lands)


def _opens_stretch(context: FigureContext, spot: Spot, setting: Setting) -> bool:
    """« …, et, à Y, deux soldats », « … ; à Y, 17 villageois »: whether the last place stands right before its own count."""
    tokens = context.sentence.tokens
    at = context.sentence.first_at(spot.start) - 1
    while at > 0 and (
        tokens[at].fold in setting.place_words.articles or tokens[at].fold in setting.pack.words.prepositions
    ):
        at -= 1
    between = context.sentence.within(spot.end, context.start)
    return tokens[at].text in ",;" and all(t.text == "," for t in between)


def _only_bears(spot: Spot, listed: Sequence[Spot], context: FigureContext, setting: Setting) -> bool:
    """« à X, au nord de Y »: whether the place only says on which side of it the one before lies."""
    before = next((s for s in reversed(listed) if s.end <= spot.start), None)
    if not spot.near or before is None or before.near:
        return False
    between = [t.fold for t in context.sentence.within(before.end, spot.start)]
    return between[:1] == [","] and setting.words.ands.isdisjoint(between)


def holder(places: Sequence[Place | None], setting: Setting) -> Place | None:
    """The land that holds all the provinces of a list (« les régions de Donetsk et de Louhansk »), or the province all its towns."""
    return holder_of(places, setting.gazetteers)


def countries(spot: Spot, scene: Scene) -> Sequence[Spot]:
    """The countries of the list in which the spot stands, when it is one."""
    if spot.place is None or spot.place.precision != "country":
        return ()
    return [s for s in scene.spots if s.group == spot.group and s.place is not None and s.place.precision == "country"]
