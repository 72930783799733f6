"""Widening: the land of what is inherited, for a sum that is too long or too large for the event of one town."""

from itertools import pairwise

from recoupe.languages.word_sets import either
from recoupe.model.annotation import TimeRef
from recoupe.stages.claim.counts.context import FigureContext
from recoupe.stages.claim.scenes.scale import is_exact
from recoupe.stages.claim.scenes.scenes import Scene
from recoupe.stages.claim.scenes.statements import length_of
from recoupe.stages.claim.setting.setting import Setting
from recoupe.stages.claim.setting.whereabouts import Ground
from recoupe.stages.claim.telling.own_time import own_time
from recoupe.stages.claim.telling.states import size_of
from recoupe.stages.claim.where.land_sums import WEEKS
from recoupe.stages.claim.where.wars import of_war_land

LONG = 60
"""Days from which a sum goes beyond the one event that an article is about, if its paragraph names no place."""
_VERY_LONG = 300
"""The same, where the paragraph names a place before it."""
_NIGHT = range(1, 3)
"""Days that lie between the first and the last of one event: « dans la nuit de samedi à dimanche », « entre lundi et mercredi »."""
_MILLION = 1_000_000
"""People whom no one place has lost."""


def widened(context: FigureContext, scene: Scene, setting: Setting, inherited: Ground) -> Ground:
    """The country of what is inherited, where a long sum (« depuis 2015 ») stands in an article about one day."""
    time, main, place = own_time(context, scene, setting), setting.main.time, inherited.place
    if size_of(context) >= _MILLION and place is not None and is_exact(place):
        return of_war_land(inherited, setting)
    if time is None or scene.back or place is None or place.country is None:
        return inherited
    if main is None and (length_of(time) or 0) < _VERY_LONG:
        return inherited
    if main is not None and main.precision != "day" and (length_of(main) or 0) not in _NIGHT:
        return inherited
    if context.sentence.kind == "title" or place.precision in ("country", "wide") or time.kind == "point":
        return inherited
    if _is_of_siege(context, setting):
        town = setting.gazetteers.places.town(place)
        return inherited if town is None else inherited.unnamed(town)
    if _goes_on_there(context, time, inherited):
        return inherited
    if setting.events.is_broad(context.sentence.tokens) and (length_of(time) or 0) >= WEEKS:
        return of_war_land(inherited, setting)
    if (length_of(time) or 0) < (_VERY_LONG if _is_before(inherited, context) else LONG):
        return inherited
    return of_war_land(inherited, setting)


def _is_of_siege(context: FigureContext, setting: Setting) -> bool:
    """« depuis le début du siège »: whether the sum is of the siege of the town, or of the battle for it."""
    words, folds = setting.words, context.sentence.folds
    known = either(words.definite, words.contracted)
    return any(b in words.drives - words.broad and a in known for a, b in pairwise(folds))


def _goes_on_there(context: FigureContext, time: TimeRef, inherited: Ground) -> bool:
    """Whether a sentence with no time of its own goes on behind a sum of the town: « La guerre a tué 200 civils à X en six semaines.
    Les combats ont également fait 3 000 blessés »."""
    last = context.earlier[-1] if context.earlier else None
    here = context.sentence.start <= time.span.start < context.sentence.end
    return not here and last is not None and last.place == inherited.place and last.scope == "period"


def _is_before(inherited: Ground, context: FigureContext) -> bool:
    """Whether the place was told in the figure's own paragraph."""
    block = context.document.blocks[context.sentence.block]
    return block.start <= inherited.start < context.start
