"""Covered: the days that a sentence says a toll told before it is of (« Ce total porte sur les trois derniers jours »)."""

from collections.abc import Sequence

from recoupe.languages.word_sets import either
from recoupe.model.annotation import TimeRef
from recoupe.stages.claim.counts.context import FigureContext
from recoupe.stages.claim.scenes.scenes import Scene
from recoupe.stages.claim.setting.setting import Setting
from recoupe.stages.claim.setting.whereabouts import dated
from recoupe.stages.claim.words.lexicon import lexicon

_NAMED = 2
"""Within how many words of its sentence the toll is named (« Ce dernier bilan »)."""
_REACH = 4
"""How many words may stand between the verb and the days (« porte sur la période du 1er au 8 mai »)."""


def covered_time(context: FigureContext, setting: Setting) -> TimeRef | None:
    """The days of a count as the sentence behind it has them, or, for a headline, that behind one that counts the same."""
    index, value = context.sentence.index, context.numeral.value
    if context.sentence.kind == "paragraph":
        return _days_behind(index, context.annotations.times, setting)
    same = (s.sentence.index for s in setting.scenes[index:] if s.sentence.index == index or value in s.counts)
    return next((t for i in same if (t := _days_behind(i, context.annotations.times, setting)) is not None), None)


def _days_behind(index: int, times: Sequence[TimeRef], setting: Setting) -> TimeRef | None:
    """The days that the sentence behind the one at `index` says the toll is of; None where it says none."""
    after = setting.scenes[index + 1] if index + 1 < len(setting.scenes) else None
    if after is None or after.counts or not _names_toll(after, setting):
        return None
    folds, words = after.sentence.folds, setting.words
    for at, size in words.covering.standing(folds):
        if folds[at - 1] in words.nots and words.that.isdisjoint(folds[at : at + size + 1]):
            continue  # « ce bilan ne couvre pas la journée de lundi »
        near = after.sentence.tokens[at + size : at + size + _REACH + 1]
        days = (t for t in times if dated(t) and near and near[0].start <= t.span.start < near[-1].end)
        time = next(days, None)
        if time is not None:
            return time
    return None


def _names_toll(scene: Scene, setting: Setting) -> bool:
    """Whether a sentence opens with a toll already told (« Ce total », « Le décompte »)."""
    folds, tolls = scene.sentence.folds, lexicon(setting.pack).harm.tolls.nouns
    known = either(setting.words.definite, setting.words.pointing)
    return folds[0] in known and any(f in tolls for f in folds[1 : 1 + _NAMED])
