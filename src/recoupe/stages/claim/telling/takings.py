"""Takings: days on which people were taken who were harmed later (« dix otages, enlevés en 2011, ont été exécutés mercredi »)."""

from recoupe.model.annotation import TimeRef
from recoupe.stages.claim.counts.context import FigureContext
from recoupe.stages.claim.setting.setting import Setting
from recoupe.stages.claim.words.lexicon import lexicon


def is_of_taking(time: TimeRef, context: FigureContext, setting: Setting) -> bool:
    """« dix otages, enlevés en 2011, ont été exécutés mercredi »: whether it says when those counted were taken, who were harmed
    later.
    """
    if (
        context.effect in ("detained", "missing")
        or not context.sentence.start <= time.span.start < context.sentence.end
    ):
        return False
    at = context.sentence.first_at(time.span.start)
    if at < 2 or setting.pack.verbs.is_auxiliary(context.sentence.tokens[at - 2].fold):
        return False
    verb = context.sentence.tokens[at - 1]
    between = context.sentence.within(context.end, verb.start)
    counted = (n for n in context.annotations.numerals if context.end <= n.number_start < verb.start)
    if not setting.pack.words.coordinators.isdisjoint(t.fold for t in between) or any(True for _ in counted):
        return False  # « dix villageois ont été tués et vingt enlevés mardi »
    if context.harm_start <= verb.start < context.harm_end or verb.start < context.end:
        return False
    senses = lexicon(setting.pack).harm.verbs.get(verb.fold, ())
    taken = (sense.effect == "detained" and form.mood == "participle" for sense, form in senses)
    return any(taken) and all(sense.effect == "detained" for sense, _ in senses)
