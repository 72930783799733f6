"""Side losses: a side's dead counted behind the other's, over the same stretch (« Israël a perdu 56 soldats », « côté turc »)."""

from recoupe.languages.word_sets import either
from recoupe.stages.claim.counts.context import FigureContext
from recoupe.stages.claim.scenes.scale import is_exact
from recoupe.stages.claim.setting.setting import Setting
from recoupe.stages.claim.when.timing import Timing, same_days

_NEAR = 4
"""Within how many words from the head of a sentence or behind a count a side is named."""


def of_other_side(context: FigureContext, setting: Setting) -> Timing | None:
    """The stretch over which the count before sums up the dead of one side, where this one counts those of the other.

    « Depuis le 8 juillet, 1 340 habitants ont été tués. Israël a perdu 56 soldats », « … Côté israélien, 97 personnes sont mortes ».
    """
    last = context.earlier[-1] if context.earlier else None
    if last is None or last.scope != "period" or last.date_from is None or context.effect not in ("killed", "wounded"):
        return None
    block = setting.scene_at(last.span.start).sentence.block
    scene = setting.scene(context.sentence)
    if not block <= context.sentence.block <= block + 1 or scene.times or any(is_exact(s.place) for s in scene.spots):
        return None  # « Trois roquettes sont tombées à X, faisant deux blessés côté israélien »
    return same_days(last) if _loses(context, setting) or _is_beside(context, setting) else None


def _loses(context: FigureContext, setting: Setting) -> bool:
    """Whether the words of harm say that a side lost its own."""
    harmed = context.sentence.within(context.harm_start, context.harm_end)
    return any(lemma in setting.words.losing for t in harmed for lemma, _ in setting.pack.verbs.analyses(t.fold))


def _is_beside(context: FigureContext, setting: Setting) -> bool:
    """Whether a side is named at the head of the sentence or behind the count: « côté israélien », but not « à côté de » nor « de
    son côté »."""
    folds = context.sentence.folds
    behind = context.sentence.first_at(context.end)
    near = (*range(min(_NEAR, len(folds))), *range(behind, min(behind + _NEAR, len(folds))))
    apart = either(setting.words.toward, setting.words.one)
    return any(folds[i] in setting.words.sides and (not i or folds[i - 1] not in apart) for i in near)
