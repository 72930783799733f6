"""Where: the most exact place that the text supports for the harm which a figure counts."""

from collections.abc import Sequence

from recoupe.model.annotation import Place
from recoupe.model.span import Span
from recoupe.stages.claim.counts.context import FigureContext
from recoupe.stages.claim.scenes.scale import coarser, is_exact, is_part, same_area
from recoupe.stages.claim.scenes.scenes import Scene
from recoupe.stages.claim.scenes.spots import Spot
from recoupe.stages.claim.scenes.statements import length_of
from recoupe.stages.claim.setting.setting import Setting
from recoupe.stages.claim.setting.whereabouts import Ground, together
from recoupe.stages.claim.telling.own_time import own_time
from recoupe.stages.claim.telling.states import is_background
from recoupe.stages.claim.telling.sums import shared_out
from recoupe.stages.claim.telling.told_parts import is_own
from recoupe.stages.claim.where.ahead import is_of_other_event
from recoupe.stages.claim.where.fitting import is_added_to, is_attached, is_next_door, opening_place
from recoupe.stages.claim.where.home_lands import of_people, of_speaker
from recoupe.stages.claim.where.hosts import host
from recoupe.stages.claim.where.items import of_another_item
from recoupe.stages.claim.where.land_sums import WEEKS
from recoupe.stages.claim.where.one_side import of_side, on_own_soil
from recoupe.stages.claim.where.own_spots import housed, inner, own_spot
from recoupe.stages.claim.where.rough_spots import is_rough
from recoupe.stages.claim.where.several_places import countries, holder, is_spread
from recoupe.stages.claim.where.unknown_towns import in_province, is_apart_from
from recoupe.stages.claim.where.unplaced import unplaced
from recoupe.stages.claim.where.wars import of_figure, of_land, of_war, waged_at


def locate(context: FigureContext, setting: Setting) -> tuple[Span | None, Place | None]:
    """The words that name the place of harm (they may stand in another sentence) and the place; either may be None.

    In order: the place of the whole of which the figure counts a part; a place that the count's own clause or
    sentence names, « la ville » and « ce village » included; that of the figure before it in the sentence; that of
    the event that the text is at. Where somebody speaks, lives or fled to is none.
    """
    ground = ground_for(context, setting)
    if ground.end <= ground.start:
        return None, ground.place
    return Span.cut(setting.document.text, ground.start, ground.end), ground.place


def ground_for(context: FigureContext, setting: Setting) -> Ground:
    """The place of harm, with whether it is rough; the Ground's time is that of the event that the text is at."""
    known = setting.located
    if known is None or known[0] is not context:
        known = setting.located = context, _ground_for(context, setting)
    return known[1]


def _ground_for(context: FigureContext, setting: Setting) -> Ground:
    scene = setting.scene(context.sentence)
    inherited = setting.ground(context.sentence)
    if any(s.start <= inherited.start < s.end and is_next_door(context, setting, s) for s in scene.spots):
        inherited = inherited._replace(place=None, start=0, end=0)
    topic = opening_place(context, scene) if scene.there else None
    if topic is not None:
        return inherited.named_at(topic.place, topic.start, topic.end)
    spot = own_spot(context, setting, scene, inherited)
    elsewhere = _elsewhere(context, setting, scene, spot, inherited)
    if elsewhere is not None:
        return elsewhere
    if spot is None:
        return unplaced(context, setting, scene, inherited)
    if _is_summed_since(context, spot, scene, setting):
        return of_land(inherited._replace(place=spot.place), setting)
    return _at(context, setting, scene, housed(inner(context, spot, scene, setting), scene), inherited)


def _elsewhere(
    context: FigureContext, setting: Setting, scene: Scene, spot: Spot | None, inherited: Ground
) -> Ground | None:
    """Where those counted are whom a host took in, who fell on one side or in a war, or who are part of a whole; None where none of it
    tells more than the place that fits best."""
    attached = spot is not None and is_attached(context, spot)
    land = None if attached else host(context, setting)
    if land is not None:
        return inherited.unnamed(land)
    soil = None if attached else on_own_soil(context, setting)
    if soil is not None:
        return inherited.unnamed(soil)
    side = of_side(context, setting)
    if side is not None and not (inherited.place is not None and same_area(side, inherited.place)):
        # « 12 morts du côté libanais », but not « l'attaque de X a fait neuf morts du côté libanais »
        told = spot is not None and (attached or context.clause_start <= spot.start < context.start)
        if not told:
            return inherited.unnamed(side)
    if _is_of_war(context, setting, scene):
        war = of_war(context, setting, scene, inherited)
        return of_speaker(context, setting, of_people(context, setting, war))
    whole = context.whole
    if whole is None or (spot is not None and whole.place is None):
        return None
    apart = spot is not None and (attached or _inside(context, spot) or is_own(spot.start, context, setting))
    return None if apart else of_figure(whole, inherited)


def _is_of_war(context: FigureContext, setting: Setting, scene: Scene) -> bool:
    """Whether a war has killed those counted, and not one day of it."""
    if context.whole is not None or scene.there or _of_one_day(context, scene):
        return False
    return is_background(context, setting) or waged_at(context, setting) is not None


def _at(context: FigureContext, setting: Setting, scene: Scene, spot: Spot, inherited: Ground) -> Ground:
    """At a place of the sentence, or at those of its list; where it is only rough, at the exact one that the text tells elsewhere."""
    listed = countries(spot, scene)
    if len(listed) > 1:
        return inherited.named_at(together([s.place for s in listed if s.place]), listed[0].start, listed[-1].end)
    if is_spread(context, spot, scene, setting):
        return _at_several(setting, scene, spot, inherited)
    around = inherited
    if spot.place is None:
        if is_of_other_event(context, scene, setting, inherited):
            return _in_land(spot, inherited, setting)
        if shared_out(context.sentence.tokens, setting):
            # « 30 morts en RCA, dont 13 à X et neuf à Y »: an unknown Y is where the whole is
            first = next((f for f in context.earlier if f.span.start >= context.sentence.start), None)
            around = of_figure(first, inherited) if first is not None else inherited
        ahead = context.sentence.end <= around.start or of_another_item(spot, context.sentence, around, setting)
        if not spot.inner and ahead and is_exact(around.place):
            # an unknown village is not the town that is told behind it, or in another item of a list
            return _in_land(spot, around, setting)
        if not spot.inner and is_apart_from(context, scene, around, setting):
            held = in_province(around, context, setting)
            return held._replace(start=spot.start, end=spot.end, rough=True)
    # « 70 sorties au-dessus de la Tchétchénie » are over all of it
    whole = context.unit != "people" and spot.place is not None
    place = around.place if not whole and is_rough(context, spot, around, scene, setting) else spot.place
    return inherited._replace(
        place=place, start=spot.start, end=spot.end, near=spot.near, rough=spot.unknown is not None
    )


def _at_several(setting: Setting, scene: Scene, spot: Spot, inherited: Ground) -> Ground:
    """At what holds all the places of a list: the place that the text is at, a province, or the land."""
    several = [s.place for s in scene.spots if s.group == spot.group]
    held = holder(several, setting)
    closer = held is not None and inherited.place is not None and coarser(inherited.place, held) > 0
    if inherited.place is not None and not (closer and not spot.near):
        # « entre X et Y »: the event told is there
        wide = inherited.place not in several and _may_hold(inherited.place, several)
        if wide or spot.near:
            return inherited._replace(rough=False)
    if held is not None:
        return inherited.named_at(held, spot.start, spot.end)
    return of_land(inherited._replace(place=spot.place), setting)


def _in_land(spot: Spot, ground: Ground, setting: Setting) -> Ground:
    """Somewhere in the land of the ground, at a village that no gazetteer knows."""
    return of_land(ground, setting)._replace(start=spot.start, end=spot.end, rough=True)


def _may_hold(wide: Place, places: Sequence[Place | None]) -> bool:
    """Whether a land may hold all the places of a list: the Gaza Strip holds no town of the West Bank."""
    if is_exact(wide):
        return False
    known = [p for p in places if p is not None]
    bounded = wide.precision == "region" and not is_part(wide) and any(p.parents for p in known)
    return not bounded or all(wide.id in p.parents for p in known if p.parents)


def _of_one_day(context: FigureContext, scene: Scene) -> bool:
    """Whether days shared out in the clause say that it counts what a campaign did on each of them."""
    days = [
        t for t in scene.times if t.kind == "point" and t.precision == "day" and t.span.start > context.clause_start
    ]
    return len(days) > 1


def _is_summed_since(context: FigureContext, spot: Spot, scene: Scene, setting: Setting) -> bool:
    """« deux soldats ont été tués à X, portant à 34 le nombre de morts depuis janvier »: whether the place is only that of those
    who were added to the sum of a stretch."""
    if spot.end > context.start or not is_exact(spot.place):
        return False
    if not is_added_to(context, spot, setting):
        return False
    time = own_time(context, scene, setting)
    return time is not None and (time.kind in ("since", "duration") or (length_of(time) or 0) >= WEEKS)


def _inside(context: FigureContext, spot: Spot) -> bool:
    """Whether a part is told in a sentence of its own, at a town where the whole is: « C'est à X que deux d'entre eux … »."""
    whole, place = context.whole, spot.place
    if whole is None or place is None or whole.place is None or whole.span.end > context.sentence.start:
        return False
    return is_exact(place) and same_area(place, whole.place) and coarser(whole.place, place) > 0
