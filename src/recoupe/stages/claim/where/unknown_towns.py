"""Unknown towns: where those were harmed whom the text puts at a village that no gazetteer knows, behind what befell a town."""

from recoupe.model.annotation import Place
from recoupe.stages.claim.counts.context import FigureContext
from recoupe.stages.claim.scenes.scale import is_exact, is_part, kilometres
from recoupe.stages.claim.scenes.scenes import Scene
from recoupe.stages.claim.setting.lead_days import differs
from recoupe.stages.claim.setting.setting import Setting
from recoupe.stages.claim.setting.whereabouts import Ground
from recoupe.stages.claim.telling.states import size_of
from recoupe.stages.claim.where.wars import of_land

_WITHIN = 150.0
"""Kilometres from its middle within which a province may hold a town, where the gazetteer does not tell."""


def is_apart_from(context: FigureContext, scene: Scene, inherited: Ground, setting: Setting) -> bool:
    """Whether a sentence that puts its count at an unknown village tells of another event than that of the town told before it.

    It is the same where the sentence takes that event up (« l'attaque a visé le village de X »), gives its toll again, or counts fewer and
    brings in nothing new.
    """
    if context.sentence.kind == "title" or not is_exact(inherited.place) or inherited.start >= context.sentence.start:
        return False
    if scene.back or scene.happens or setting.events.takes_up(context.sentence):
        return False
    told = setting.scene_at(inherited.start)
    if told.sentence is scene.sentence or not scene.counts.isdisjoint(told.counts):
        return False
    most = max((f.value or 0.0 for f in context.earlier if f.unit == context.unit), default=0.0)
    if scene.other or setting.events.names_one(context.sentence.tokens) or 0 < most < size_of(context):
        return True
    return inherited.time is not None and any(differs(t, inherited.time) for t in scene.times)


def in_province(ground: Ground, context: FigureContext, setting: Setting) -> Ground:
    """In the province told last that holds the town of the ground, else in its land; no words name it."""
    town = ground.place
    told = (r.place for r in reversed(context.annotations.places) if r.span.end <= context.start)
    held = next((p for p in told if p is not None and town is not None and _holds(p, town)), None)
    return of_land(ground, setting) if held is None else ground.unnamed(held)


def _holds(province: Place, town: Place) -> bool:
    if province.precision != "region" or is_part(province) or province.country != town.country:
        return False
    return province.id in town.parents or (kilometres(province, town) or _WITHIN) < _WITHIN
