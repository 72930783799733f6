"""Fronted participles: what befell the subject behind their comma: « Chassés par les combats, 3 000 habitants ont rejoint X »."""

from collections.abc import Sequence

from recoupe.stages.claim.counts.counts import Count
from recoupe.stages.claim.counts.harms import Harm
from recoupe.stages.claim.words.line import Line

_REACH = 14
"""Within how many words the comma stands."""


def with_fronted(line: Line, harms: list[Harm], counts: Sequence[Count]) -> list[Harm]:
    """The harms, with that of a participle that opens the sentence, where a count stands right behind its comma."""
    if line.lexicon.figures.merged or not line.end:
        return harms
    at = int(line.folds[0].endswith(line.lexicon.figures.adverbs_in) and line.end > 1)
    senses = line.lexicon.harm.verbs.get(line.folds[at], ())
    if not senses or any(h.start == at and h.side == "right" for h in harms):
        return harms
    comma = next((i for i in range(at, min(line.end, at + _REACH)) if line.folds[i] == ","), None)
    if comma is None or not any(c.first == comma + 1 for c in counts):
        return harms
    if any(line.finite(i) for i in range(at, comma)):
        return harms
    others = [h for h in harms if h.start != at]
    for sense, form in senses:
        if sense.tails or sense.negated or sense.pronoun or sense.given or form.mood != "participle":
            continue
        if sense.doers:
            continue  # « Pris entre les feux, 400 élèves ont été évacués »
        suffered = form.tense == "past" and sense.frame == "object"
        if suffered or (form.tense == "present" and sense.frame == "subject"):
            harm = Harm(sense.effect, "right", "clause", at, at, at + 1, people=True, fighters=sense.fighters)
            return [harm._replace(inside=comma + 1, suffered=suffered, blameless=sense.blameless), *others]
    return harms
