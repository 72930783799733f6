"""Scope: whether a dated count is of one event or sums up a stretch of time."""

from itertools import pairwise

from recoupe.languages.times import time_words
from recoupe.model.annotation import Place, TimeRef
from recoupe.model.figure import Scope
from recoupe.stages.claim.context import FigureContext
from recoupe.stages.claim.scenes import Scene
from recoupe.stages.claim.setting import Setting
from recoupe.stages.claim.statements import length_of
from recoupe.text import fold

_RECENT = 7
"""Days of « ces derniers jours »."""
_LONG = 2
"""Days from which a stretch with a named end is no single event."""


def scope_of(time: TimeRef, scene: Scene, context: FigureContext, setting: Setting, place: Place | None) -> Scope:
    """`incident`, `period` or `total`, as a time told in `scene` makes it of a count at `place`."""
    if time.kind in ("since", "duration"):
        return "period"
    if time.kind == "until":
        return "total"
    if time.precision == "day":
        return "incident"
    words = time_words(setting.pack)
    folds = fold(time.span.text).split()
    if time.precision == "year" or any(words.values["UNIT"].get(word) == "hour" for word in folds):
        return "period"  # « au cours des dernières 24 heures »
    if several(scene, setting, context if scene.sentence is context.sentence else None):
        return "period"
    length = length_of(time)
    if length is None or length < _LONG:
        return "incident"
    if folds[0] in words.joints.between or (folds[0] in words.joints.froms and not words.joints.to.isdisjoint(folds)):
        return "period"
    recent = time.precision == "week" or (length == _RECENT and time.date_to == setting.document.published)
    # « en mai 2017 », « début mars » may date one event, but not a sum over a region
    wide = place is None or place.precision in ("region", "country", "wide")
    return "incident" if recent or (not wide and _one_event(scene, setting)) else "period"


def several(scene: Scene, setting: Setting, context: FigureContext | None) -> bool:
    """Whether the sentence, or the figure's clause in it, speaks of more than one event."""
    tokens = scene.sentence.tokens
    if context is not None:
        tokens = tuple(t for t in tokens if context.clause_start <= t.start < context.clause_end)
    return any(t.fold in setting.words.several for t in tokens)


def _one_event(scene: Scene, setting: Setting) -> bool:
    """Whether the sentence tells one event of the past: « une attaque », « avait fait 28 morts »."""
    words, verbs = setting.words, setting.pack.verbs
    for before, token in pairwise(scene.sentence.tokens):
        if token.fold in words.events and token.fold not in words.several and before.fold in words.one:
            return True
        if any(f.tense == "imperfect" and lemma in verbs.auxiliaries for lemma, f in verbs.analyses(before.fold)):
            return any(form.mood == "participle" for _, form in verbs.analyses(token.fold))
    return False
