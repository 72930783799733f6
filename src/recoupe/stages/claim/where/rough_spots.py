"""Rough spots: whether a place says only roughly where an event was that the text places exactly elsewhere."""

from recoupe.model.annotation import Place
from recoupe.stages.claim.counts.context import FigureContext
from recoupe.stages.claim.scenes.scale import coarser, same_area
from recoupe.stages.claim.scenes.scenes import Scene
from recoupe.stages.claim.scenes.spots import Spot
from recoupe.stages.claim.scenes.statements import length_of
from recoupe.stages.claim.setting.setting import Setting
from recoupe.stages.claim.setting.whereabouts import Ground
from recoupe.stages.claim.telling.own_time import own_time
from recoupe.stages.claim.telling.states import is_former
from recoupe.stages.claim.telling.sums import shared_out
from recoupe.stages.claim.where.fitting import counts_between
from recoupe.stages.claim.where.land_sums import heads_sum, is_of_more, is_of_whole_land
from recoupe.stages.claim.where.widening import LONG

_ASIDE = 4
"""How many words before « la région » « ailleurs » may stand."""
_BACK = 5
"""How many words before the land « ce marché » may stand."""


def is_rough(context: FigureContext, spot: Spot, inherited: Ground, scene: Scene, setting: Setting) -> bool:
    """Whether the place only says roughly where an event was that the text places exactly elsewhere."""
    if inherited.place is None or heads_sum(context, spot, scene, setting) or is_of_more(context, setting, inherited):
        return False
    title = context.sentence.kind == "title"
    at = context.sentence.first_at(spot.start)
    if not setting.words.elsewhere.isdisjoint(t.fold for t in context.sentence.tokens[max(0, at - _ASIDE) : at]):
        return False  # « quinze autres personnes tuées ailleurs dans la région »
    if spot.frame and title and _is_rubric(spot.place, inherited, scene, setting):
        return True
    if spot.place is None:
        return True  # an unknown camp of a town that is known, an unknown village: the event is told there
    if spot.unknown is not None and not spot.inner and not title:
        return False  # a village of its own, though no gazetteer knows it
    here = context.sentence.start <= inherited.start < context.sentence.end
    if here and title and any(t.text == ";" for t in context.sentence.within(inherited.end, spot.start)):
        return False  # « Raids sur X ; plus de 1 000 tués au Liban »
    if here and counts_between(context, max(spot.end, context.end), inherited.start):
        return False  # « X abrite 3 000 déplacés : 2 000 au nord »
    behind = context.start <= spot.start and spot.end < inherited.start < context.sentence.end
    if behind and counts_between(context, spot.end, inherited.start):
        return False  # « 12 000 ont fui X et 300 le village de Y »
    if spot.place == inherited.headed and (spot.near or title):
        return True
    if _in_lead(spot, inherited, context, setting, scene) or _points_back(spot, inherited, context, setting):
        return True
    if not same_area(spot.place, inherited.place):
        return False
    if coarser(spot.place, inherited.place) <= 0:  # near the one village, at the other
        near = spot.near and not inherited.near and spot.place.id != inherited.place.id
        return near and (title or scene.back)
    return title and spot.place.precision in ("country", "region", "wide")


def _is_rubric(land: Place | None, inherited: Ground, scene: Scene, setting: Setting) -> bool:
    """« France : deux soldats tués »: whether the text counts the same people in another land than that before the colon."""
    if land is None or inherited.place is None or land.precision != "country" or inherited.start < scene.sentence.end:
        return False
    told = setting.scene_at(inherited.start)
    return inherited.place.country not in (None, land.country) and not scene.counts.isdisjoint(told.counts)


def _in_lead(spot: Spot, inherited: Ground, context: FigureContext, setting: Setting, scene: Scene) -> bool:
    """Whether the lead names only the province or country of an event that the text places exactly elsewhere."""
    place = spot.place
    if place is None or inherited.place is None or place.precision in ("point", "settlement"):
        return False
    if not same_area(place, inherited.place) or coarser(place, inherited.place) <= 0 or is_former(context, setting):
        return False
    if shared_out(context.sentence.tokens, setting):
        return False  # « 30 morts en RCA, dont 13 à X et neuf à Y »
    if context.start > inherited.start and (inherited.whole is None or inherited.whole.place != place):
        return False  # another count, of the whole province
    if is_of_whole_land(context, spot, scene, setting, inherited):
        return False
    time = own_time(context, scene, setting)
    return time is None or (time.kind != "since" and (length_of(time) or 0) < LONG)


def _points_back(spot: Spot, inherited: Ground, context: FigureContext, setting: Setting) -> bool:
    """Whether the land of the event's place is only named again behind what points to it: « ce marché de l'ouest de X »."""
    if spot.place is None or inherited.place is None or not same_area(spot.place, inherited.place):
        return False
    tokens, at = context.sentence.tokens, context.sentence.first_at(spot.start)
    heads = setting.place_words.heads
    near = range(max(1, at - _BACK), at)
    pointed = any(tokens[i].fold in heads and tokens[i - 1].fold in setting.words.pointing for i in near)
    return pointed and coarser(spot.place, inherited.place) > 0
