"""Ahead: whether the place that a sentence would take from a later one is that of another event."""

from itertools import pairwise

from recoupe.stages.claim.counts.context import FigureContext
from recoupe.stages.claim.scenes.scale import is_exact
from recoupe.stages.claim.scenes.scenes import Scene
from recoupe.stages.claim.setting.lead_days import differs
from recoupe.stages.claim.setting.setting import Setting
from recoupe.stages.claim.setting.whereabouts import Ground, dated
from recoupe.stages.claim.telling.states import size_of


def is_of_other_event(context: FigureContext, scene: Scene, setting: Setting, inherited: Ground) -> bool:
    """Whether the town is told only behind the figure's sentence, of another event: « L'ONG recense 190 morts. Lundi, 18 civils ont
    péri à X », « Six villageois ont été tués mardi à Y. En 2019, 160 personnes avaient été tuées à X », of which no gazetteer knows Y."""
    if inherited.start < context.sentence.end or not is_exact(inherited.place):
        return False
    later = setting.scene_at(inherited.start)
    if later.sentence.kind != "paragraph" or not later.tells or not scene.counts.isdisjoint(later.counts):
        return False
    if names_unknown(context, setting):
        return True
    events = setting.events
    if context.sentence.kind == "title":
        return False
    if events.is_over_in(later.sentence) and not events.is_over_in(context.sentence):
        return not events.takes_up(later.sentence) or _is_dated_apart(scene, later)
    if events.takes_up(later.sentence) or not later.counts:
        return False
    if _opens(inherited, later) and _is_of_fighting(context, setting) and max(later.counts) < size_of(context):
        return True  # « Les combats ont fait 550 morts. À X, une centaine de personnes ont été tuées »
    return _is_dated_apart(scene, later)


def _opens(inherited: Ground, later: Scene) -> bool:
    """Whether the town stands in front of its sentence: « À X, … »."""
    opening = later.sentence.within(later.sentence.start, inherited.start)
    return len(opening) == 1


def _is_of_fighting(context: FigureContext, setting: Setting) -> bool:
    """Whether fighting that goes on, or a war, is what killed: « Les combats qui opposent X à Y ont fait »."""
    before = context.sentence.within(context.sentence.start, context.start)
    words = setting.events.words
    known = any(a.fold in words.definite and b.fold in words.broad & words.several for a, b in pairwise(before))
    return known or setting.events.is_campaign(before)  # but not « les deux attaques »


def _is_dated_apart(scene: Scene, later: Scene) -> bool:
    """Whether a later sentence has a day that the scene has not."""
    days = [t for t in later.times if dated(t) and t.kind in ("point", "interval")]
    return bool(days) and all(differs(d, t) for d in days for t in scene.times if dated(t))


def names_unknown(context: FigureContext, setting: Setting) -> bool:
    """Whether the count's clause puts it at a name that no gazetteer knows: « tués à Zaroumey »."""
    towns, near = setting.place_words.towns, setting.place_words.near
    here = setting.statements.inside(context.sentence)
    taken = [(r.span.start, r.span.end) for r in context.annotations.places]
    taken += [(m.span.start, m.span.end) for m in context.annotations.mentions]
    taken += [(s.start, s.end) for a in here for s in (a.source, a.cue) if s is not None]
    clause = context.sentence.within(context.clause_start, context.clause_end)
    return any(
        (before.fold in towns or f"{first.fold} {before.fold}" in near)
        and token.text[0].isupper()
        and not token.text.isupper()
        and not any(start <= token.start < end for start, end in taken)
        for first, before, token in zip(clause, clause[1:], clause[2:], strict=False)
    )
