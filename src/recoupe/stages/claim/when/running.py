"""Running: whether a count without a time of its own is a running total, and of no event."""

from recoupe.model.annotation import TimeRef
from recoupe.stages.claim.counts.context import FigureContext
from recoupe.stages.claim.scenes.statements import length_of
from recoupe.stages.claim.setting.setting import Setting
from recoupe.stages.claim.setting.whereabouts import dated
from recoupe.stages.claim.telling.flight import names_blow
from recoupe.stages.claim.telling.states import (
    has_left,
    is_present,
    is_standing,
    is_still,
    is_stock,
    is_summed,
    is_total,
    size_of,
)
from recoupe.stages.claim.when.scope import one_event_headed
from recoupe.stages.claim.where.where import ground_for
from recoupe.text import fold

_HUGE = 10_000
"""More than one day of war wounds."""
_DEADLY = 3000
"""More than one day of war kills, or costs an army."""
_FEW = 200
"""Fewer than a sum over a country is likely to be."""
_WEEK = 7
_YEARS = 60
"""Days from which a stretch is no offensive but a war."""


def runs(context: FigureContext, setting: Setting, time: TimeRef | None) -> bool:
    """Whether a count without a time of its own is a running total; `time` is what it would inherit."""
    summed = is_summed(context, setting) and not _names_one(context, setting)  # « l'attaque a fait au total 12 morts »
    if is_total(context, setting) or (summed and (time is None or time.kind != "point")):
        return True
    if is_deadly(context):
        return not _is_of_years(time, setting) and (setting.war is None or time is not setting.war)
    title = context.sentence.kind == "title"
    told_here = time is not None and setting.ground(context.sentence).block == context.sentence.block
    if is_stock(context, setting):
        going = is_still(context, setting) or is_present(context, setting) or is_standing(context, setting)
        day = time is not None and time.kind == "point" and time.precision == "day"
        if day and not going and (told_here or time is setting.main.time) and has_left(context, setting):
            return False  # of the attack that they fled
        # « Fin mars, l'ONU évaluait à 1,5 million le nombre de déplacés »
        dated_count = bool(context.chain) and any(
            dated(t) and t.kind != "since" for t in setting.scene(context.sentence).told
        )
        if told_here and time is not None and time.kind == "since" and not (going or dated_count):
            return False  # « depuis lundi, … Neuf mille habitants ont été déplacés »
        if title:
            return time is None or time.kind != "since" or not setting.leads(time)
        # « ont contraint 140 habitants à entrer » tells an event, « 140 habitants sont assiégés » a state
        event = context.effect == "trapped" and told_here and time is not None and time.kind == "point"
        return not event or going
    stretch = time is not None and time.kind == "interval" and (length_of(time) or 0) >= _WEEK and setting.leads(time)
    if time is not None and (time.kind == "duration" or stretch):
        return False  # of the weeks that the article is about
    scene = setting.scene(context.sentence)
    if title or told_here or scene.back or any(t.kind == "point" for t in scene.times):
        return False  # a day in the sentence is its event's, even where no publication tells which
    return _is_sum(context, setting)


def _names_one(context: FigureContext, setting: Setting) -> bool:
    return names_blow(context.sentence.within(context.clause_start, context.clause_end), setting)


def is_deadly(context: FigureContext) -> bool:
    """Whether the count is higher than one day of war makes it."""
    return context.effect != "displaced" and size_of(context) >= (_HUGE if context.effect == "wounded" else _DEADLY)


def _is_of_years(time: TimeRef | None, setting: Setting) -> bool:
    """Whether the article is about the months or years of a war (« Un an après le début de la guerre, le 15 avril 2023 »)."""
    if time is None or time.kind not in ("since", "duration") or not setting.leads(time):
        return False
    after = not setting.words.counted_from.isdisjoint(fold(time.span.text).split())
    begun = any(dated(t) for t in setting.scene_at(time.span.start).begun)
    return (length_of(time) or 0) >= _YEARS and (begun or (after and time.precision == "day"))


def _is_sum(context: FigureContext, setting: Setting) -> bool:
    """Whether the figure counts over a country or more, and that is not where the article's event of one day was."""
    clause = [t for t in context.sentence.tokens if context.clause_start <= t.start < context.clause_end]
    if size_of(context) < _FEW and not setting.events.is_broad(clause):
        return False  # « cinq mineurs sont morts en Zambie » tells one event
    ground, main = ground_for(context, setting), setting.main
    one_day = main.time is not None and main.time.precision == "day"
    if context.effect == "struck" and one_day:
        return False  # a bulletin of one day's strikes
    if ground.place is None or ground.place.precision not in ("country", "wide") or ground.rough:
        return False
    if one_event_headed(setting) and not setting.scene(context.sentence).back:
        return False  # « Yémen : un raid sur un bus fait des dizaines de morts »: its tolls are of that raid
    return not (main.place == ground.place and one_day)
