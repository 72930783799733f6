"""Land sums: whether a count told of a land goes beyond the one town that headline, lead or a later sentence name."""

from collections.abc import Sequence

from recoupe.model.figure import Figure
from recoupe.stages.claim.counts.context import FigureContext
from recoupe.stages.claim.scenes.scale import coarser, is_exact, same_area
from recoupe.stages.claim.scenes.scenes import Scene
from recoupe.stages.claim.scenes.spots import Spot
from recoupe.stages.claim.scenes.statements import length_of
from recoupe.stages.claim.setting.lead import NEWS
from recoupe.stages.claim.setting.setting import Setting
from recoupe.stages.claim.setting.whereabouts import Ground
from recoupe.stages.claim.telling.own_time import own_time
from recoupe.stages.claim.telling.states import size_of
from recoupe.stages.claim.words.lexicon import lexicon

_DEADLY = frozenset(("killed", "casualties"))
_GROWN = 1.5
"""So many times more than were counted at the town are not only those of it: no toll of one event is raised so far."""
_TIMES = 5
"""So many times more are no sum of its parts, nor a higher toll of it."""
_MANY = 1000
"""Fewer may have fallen in one event of which no day is told."""
WEEKS = 20
"""Days from which on fighting or violence has not killed in one event alone."""


def is_of_whole_land(context: FigureContext, spot: Spot, scene: Scene, setting: Setting, inherited: Ground) -> bool:
    """Whether a sentence that names a land sums up what happened all over it: « 14 rebelles tués à X », then « au moins 84
    personnes ont été tuées mardi en Syrie »; « Plus de 13 000 personnes ont été tuées à Gaza. Une frappe a visé l'hôpital Y »."""
    if spot.place is None or not is_exact(inherited.place) or setting.events.is_single(context.sentence.tokens):
        return False
    told = [
        f.value
        for f in context.earlier
        if f.place == inherited.place and f.effect == context.effect and f.unit == context.unit and f.value
    ]
    size = size_of(context)
    if _is_one_event(context, setting, inherited, told):
        return False
    if told:
        return size >= _GROWN * max(told)
    if inherited.start < context.sentence.end or context.effect == "wounded" or size < _MANY:
        return False
    return own_time(context, scene, setting) is None


def _is_one_event(context: FigureContext, setting: Setting, inherited: Ground, told: Sequence[float]) -> bool:
    """Whether such a sentence only gives the fuller toll of one event: the headline names it, or counts its one part (« dont 12 enfants »);
    « lorsque leur véhicule a sauté »; « Le massacre a eu lieu à X » follows."""
    sentence, figures = context.sentence, lexicon(setting.pack).figures
    if figures.whenever.stand_in(sentence.folds):
        return True
    for after in setting.scenes[sentence.index + 1 : sentence.index + 2]:
        again = setting.events.takes_up(after.sentence) and setting.events.is_single(after.sentence.tokens)
        towns = [s.place for s in after.spots if is_exact(s.place)]
        if again and (not towns or inherited.place in towns):
            return True
    if not told:
        return False
    headed = [s.sentence.tokens for s in setting.scenes[: sentence.index] if s.sentence.kind == "title"]
    if any(setting.events.is_single(tokens) for tokens in headed):
        return True
    behind = [n for n in context.annotations.numerals if context.end <= n.span.start < sentence.end]
    # « dont 44 civils, 26 soldats et 14 rebelles » shares out what happened all over the land
    part = behind[0] if len(behind) == 1 else None
    if part is None or part.value not in told:
        return False
    return figures.parts.stand_in([t.fold for t in sentence.within(context.end, part.span.start)])


def is_of_more(context: FigureContext, setting: Setting, inherited: Ground) -> bool:
    """Whether a headline counts far more than the sentence that names the town does, and no other counts so many: « 102 tués dans
    deux attentats en Irak », of whom 47 fell at X and 55 at Y."""
    if context.sentence.kind != "title" or not is_exact(inherited.place) or inherited.start < context.sentence.end:
        return False
    if context.effect not in _DEADLY or setting.events.is_single(context.sentence.tokens):
        return False
    told, size = setting.scene_at(inherited.start), size_of(context)
    parts = _sum_of(told, context)
    if told.sentence.kind != "paragraph" or not told.counts or size < _GROWN * parts:
        return False
    body = [s for s in setting.scenes if s.sentence.kind == "paragraph"][:NEWS]
    elsewhere = any(_tells_of_other(s, inherited) and size >= parts + max(s.counts) for s in body)
    several = size >= _TIMES * parts or not setting.words.several.isdisjoint(context.sentence.words)
    one = setting.events.is_single(told.sentence.tokens) or _is_least(told, setting)
    if not (elsewhere or several) or (one and not (elsewhere and several)):
        return False
    return not any(size in s.counts and not any(is_exact(o.place) for o in s.spots) for s in body)


def _sum_of(told: Scene, context: FigureContext) -> float:
    """What the counts of a sentence come to (« 32 civils et 28 policiers »)."""
    here = (n for n in context.annotations.numerals if told.sentence.start <= n.span.start < told.sentence.end)
    return sum(n.value for n in here if n.value in told.counts)


def _tells_of_other(scene: Scene, inherited: Ground) -> bool:
    """Whether a sentence counts at another town than the one inherited."""
    towns = [s.place for s in scene.spots if s.place is not None and is_exact(s.place) and not s.far]
    return bool(scene.counts) and any(inherited.place and not same_area(town, inherited.place) for town in towns)


def _is_least(told: Scene, setting: Setting) -> bool:
    """Whether a sentence says that it counts « au moins » so many: others may have fallen there."""
    return lexicon(setting.pack).harm.tolls.at_least.stand_in(told.sentence.folds)


def headed_sum(context: FigureContext, inherited: Ground) -> Figure | None:
    """The headline's count of a land which the sentence gives again before any town is told: « Soudan : 550 morts », « Les combats ont fait
    550 morts »; None for others."""
    if context.sentence.kind != "paragraph" or context.whole is not None or inherited.place is None:
        return None
    if inherited.start < context.sentence.end:
        return None
    for told in context.earlier:
        same = (told.value, told.effect, told.unit) == (context.numeral.value, context.effect, context.unit)
        if same and told.place is not None and told.place != inherited.place and told.value is not None:
            return told if coarser(told.place, inherited.place) > 0 and same_area(told.place, inherited.place) else None
    return None


def heads_sum(context: FigureContext, spot: Spot, scene: Scene, setting: Setting) -> bool:
    """« Mali : 290 civils tués en trois mois »: whether a headline sums up what a land has seen, and not the event of one town."""
    if context.sentence.kind != "title" or spot.place is None or spot.place.precision != "country":
        return False
    time = own_time(context, scene, setting)
    return time is not None and time.kind != "point" and (length_of(time) or 0) >= WEEKS
