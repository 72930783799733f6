"""Unplaced: where a count is for which its sentence tells no place."""

from itertools import pairwise

from recoupe.model.annotation import Place
from recoupe.model.figure import Figure
from recoupe.stages.claim.counts.context import FigureContext
from recoupe.stages.claim.scenes.scale import coarser, is_exact, kilometres, same_area
from recoupe.stages.claim.scenes.scenes import Scene
from recoupe.stages.claim.scenes.spots import Spot
from recoupe.stages.claim.setting.setting import Setting
from recoupe.stages.claim.setting.whereabouts import Ground
from recoupe.stages.claim.telling.states import is_stock
from recoupe.stages.claim.where.ahead import is_of_other_event, names_unknown
from recoupe.stages.claim.where.fitting import is_of_part
from recoupe.stages.claim.where.home_lands import of_other_side, of_people, of_speaker
from recoupe.stages.claim.where.land_sums import headed_sum, is_of_more
from recoupe.stages.claim.where.unknown_towns import in_province, is_apart_from
from recoupe.stages.claim.where.wars import of_figure, of_land
from recoupe.stages.claim.where.wide_sums import is_of_land, land_of
from recoupe.stages.claim.where.widening import widened
from recoupe.stages.claim.words.lexicon import lexicon

_TOWN = 15
"""Kilometres within which a street and what is told of it are in one town."""
_PART = 2
"""How many words « parmi eux » has."""


def unplaced(context: FigureContext, setting: Setting, scene: Scene, inherited: Ground) -> Ground:
    """Where a count is for which its sentence tells no place: with another count, in a land, else where the text is."""
    if setting.words.worldwide.stand_in(context.sentence.folds):
        return inherited.unnamed(None)
    if is_of_more(context, setting, inherited):
        return of_land(inherited, setting)
    lender = headed_sum(context, inherited) or _parted(context, setting)
    if lender is not None:
        return of_figure(lender, inherited)
    summed = _summed(context, setting, scene, inherited)
    if summed is not None:
        return summed
    before = _counted_before(context, setting)
    if before is not None:
        return of_figure(before, inherited)
    if is_of_other_event(context, scene, setting, inherited):
        inherited = of_land(inherited, setting)
    elif names_unknown(context, setting) and is_apart_from(context, scene, inherited, setting):
        return in_province(inherited, context, setting)
    told = _told_last(context, setting, scene, inherited)
    if told is not None:
        return told
    home = of_other_side(context, setting, inherited)
    if home is not None:
        return inherited.unnamed(home)
    sum_before = _sum_before(context, setting)
    wide = of_figure(sum_before, inherited) if sum_before else widened(context, scene, setting, inherited)
    return of_speaker(context, setting, of_people(context, setting, wide))


def _parted(context: FigureContext, setting: Setting) -> Figure | None:
    """The count before, of which a sentence tells parts: « Parmi eux, douze enfants »."""
    opening = [t.fold for t in context.sentence.tokens[:_PART]]
    opens = bool(context.earlier) and lexicon(setting.pack).figures.parts.stand_in(opening)
    return context.earlier[-1] if opens else None


def _summed(context: FigureContext, setting: Setting, scene: Scene, inherited: Ground) -> Ground | None:
    """The land of a sum that goes beyond the town told: « En juin, 6 600 civils ont été tués, dont 5 100 à X », where the text is; None of
    any other count."""
    parts = (s for s in scene.spots if s.place is not None and s.role != "toward")
    part = next((s.place for s in parts if is_of_part(context, setting, s)), None)
    alone = context.sentence.start <= inherited.start < context.sentence.end
    if part is not None and (alone or inherited.place is None or not same_area(part, inherited.place)):
        return of_land(inherited._replace(place=part), setting)
    same = part is not None and part == inherited.place and is_exact(part)
    if same or (part is None and is_of_land(context, scene, setting, inherited)):
        return land_of(context, setting, inherited)
    return None


def _counted_before(context: FigureContext, setting: Setting) -> Figure | None:
    """The count before in the sentence, or that of which it is a part: « 1 300 morts dans le pays, dont 536 à X, et un million de déplacés »."""
    before = context.earlier[-1] if context.earlier else None
    if before is None or before.span.start < context.sentence.start:
        return None
    between = [t.fold for t in context.sentence.within(before.span.end, context.start)]
    if not any(a == "," and b in setting.pack.words.coordinators for a, b in pairwise(between)):
        return before
    figures = [f for f in context.earlier if f.span.start >= context.sentence.start]
    parts = lexicon(setting.pack).figures.parts
    opens = (
        f
        for f, part in pairwise(figures)
        if parts.stand_in([t.fold for t in context.sentence.within(f.span.end, part.span.start)])
    )
    return next(opens, before)


def _told_last(context: FigureContext, setting: Setting, scene: Scene, inherited: Ground) -> Ground | None:
    """The place told last before the sentence, where « y » takes it up (« …, en X. 32 autres y ont péri »), or those counted are in a
    state; the land of that place for « La guerre y a fait 200 000 morts »; None where it is not meant."""
    named = setting.named(context.sentence)
    if named.place is None:
        return None
    there, place = scene.there, inherited.place
    theatre = _theatre(named, setting) if there and setting.events.is_campaign(context.sentence.tokens) else None
    if theatre is not None:
        return inherited.named_at(theatre.place, theatre.start, theatre.end)
    here = named.start >= context.document.blocks[context.sentence.block].start
    wider = there and here and place is not None and coarser(named.place, place) > 0
    # the many who are held or have fled are not those of the street that was hit
    held = there or (here and place is not None and _is_street_of(place, named.place))
    if wider or (held and is_stock(context, setting)):
        return named._replace(time=inherited.time, block=inherited.block)
    return None


def _is_street_of(place: Place, town: Place) -> bool:
    """Whether a place is a street or the like, and in the town told, as far as distance tells."""
    away = kilometres(town, place) if place.precision == "point" else None
    return away is not None and away < _TOWN


def _theatre(named: Ground, setting: Setting) -> Spot | None:
    """The land with which the sentence of the town told last opens, where a war was: « Au Darfour, 43 hommes ont été tués à X. La guerre
    y a fait 200 000 morts »."""
    place = named.place
    if place is None or not is_exact(place):
        return None
    told = setting.scene_at(named.start)
    first = min((*told.spots, *told.seats), key=lambda s: s.start, default=None)
    held = first is not None and first.place is not None and first.place.id in place.parents
    return first if held else None


def _sum_before(context: FigureContext, setting: Setting) -> Figure | None:
    """The sum over a country that the paragraph has just given, for people who are in a state (« toujours détenus »)."""
    before = context.earlier[-1] if context.earlier else None
    if before is None or before.place is None or before.place.precision != "country" or before.scope == "incident":
        return None
    here = before.span.start >= context.document.blocks[context.sentence.block].start
    return before if here and is_stock(context, setting) else None
