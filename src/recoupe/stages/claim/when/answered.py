"""Answered: since when a war is waged that answers an attack (« en réponse à l'attaque du 3 mai », « la riposte a fait »)."""

from collections.abc import Sequence
from datetime import date, timedelta
from itertools import pairwise

from recoupe.languages.word_sets import either
from recoupe.model.annotation import TimeRef, Token
from recoupe.stages.claim.counts.context import FigureContext
from recoupe.stages.claim.scenes.scenes import Scene
from recoupe.stages.claim.setting.setting import Setting

_AROUND = 10
"""How many words before its day an attack may be named."""
_BEFORE = 10
"""How many words before that day may say that something answers the attack."""
_LONG = timedelta(days=30)
"""An answer of fewer days has not cost what a war does."""
_BACK = 3
"""How many sentences back in its paragraph the attack may be told."""


def answered_since(context: FigureContext, setting: Setting) -> TimeRef | None:
    """The day of the attack that what did the harm answers; None where the count is not of such an answer.

    It stands in the sentence (« lancée en représailles à l'attaque du 3 mai »), or before it in the paragraph, where the
    sentence names the answer (« Les représailles ont fait »).
    """
    words = setting.words
    waged = either(words.drives, words.broad, words.campaigns, words.operations)
    before = context.sentence.within(context.sentence.start, context.start)
    part = context.sentence.within(context.part_start, context.part_end)
    if waged.isdisjoint(t.fold for t in part):
        return None
    scene = setting.scene(context.sentence)
    if not words.answers.isdisjoint(t.fold for t in part):
        told = _attacks(scene, context, setting)
        answered = next((t for t in reversed(told) if _is_answered(t, part, setting)), None)
        if answered is not None:
            return answered
    if words.answers.isdisjoint(t.fold for t in before):
        return None
    # « Les représailles ont fait », in a paragraph of its own
    far = any(b.fold in words.answers & words.broad and a.fold in words.definite for a, b in pairwise(before))
    back = 0 if far else max(0, scene.sentence.index - _BACK)
    for earlier in reversed(setting.scenes[back : scene.sentence.index]):
        if not far and earlier.sentence.block != scene.sentence.block:
            return None
        if told := _attacks(earlier, context, setting):
            return told[-1]
    return None


def _attacks(scene: Scene, context: FigureContext, setting: Setting) -> Sequence[TimeRef]:
    """The days of a sentence that are those of an attack by its name."""
    start, end = scene.sentence.start, scene.sentence.end
    last = date.fromisoformat(setting.document.published) - _LONG if setting.document.published else date.max
    here = [t for t in context.annotations.times if start <= t.span.start < end and t.precision == "day"]
    days = [t for t in here if t.date_from and date.fromisoformat(t.date_from) <= last]
    return [
        t
        for t in days
        if not setting.words.events.isdisjoint(x.fold for x in _ahead(t, scene.sentence.tokens, _AROUND))
    ]


def _is_answered(time: TimeRef, tokens: Sequence[Token], setting: Setting) -> bool:
    """Whether the words before the day of an attack say that it is answered."""
    return not setting.words.answers.isdisjoint(t.fold for t in _ahead(time, tokens, _BEFORE))


def _ahead(time: TimeRef, tokens: Sequence[Token], reach: int) -> Sequence[Token]:
    return [t for t in tokens if t.start < time.span.start][-reach:]
