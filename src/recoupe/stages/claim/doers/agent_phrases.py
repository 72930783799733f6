"""Agent phrases: whose « by » is, the deed's that is told or another participle's that stands in between."""

from recoupe.languages.word_sets import either
from recoupe.stages.claim.doers.party import Named

_BESIDE = 2
"""How many words before « by » the participle may stand."""


def is_led(parties: Named, deed: int, by: int) -> bool:
    """Whether a participle before « by » says who did the deed: « menée par la Russie », not « condamnée par »."""
    line, words = parties.line, parties.words
    done = [i for i in range(deed + 1, by) if i not in line.times]
    return any(line.folds[i] in either(words.claiming, words.fired, words.done_by) for i in done[-_BESIDE:])


def is_anothers(parties: Named, start: int, by: int) -> bool:
    """Whether « by » belongs to a participle of no harm: « une attaque condamnée par », « une zone contrôlée par »."""
    line, words = parties.line, parties.words
    if line.lexicon.figures.merged:
        return False  # « killed by », « carried out by »: any past form is a participle
    at = by - 1
    while at >= start and (at in line.times or line.folds[at] in line.lexicon.words.adverbs):
        at -= 1
    if at < start:
        return False
    fold, verbs = line.folds[at], line.lexicon.verbs
    if line.fold(at - 1) in line.lexicon.words.openers or line.fold(at - 1) in line.lexicon.figures.of:
        return False  # « le bombardement du marché par X »
    if fold in words.judging:
        return True
    doing = either(words.claiming, words.fired, words.done_by, words.attacking, words.making, words.abducting)
    if fold in doing or fold in line.lexicon.triggers or fold in line.lexicon.counted.people:
        return False
    return any(form.mood == "participle" for _, form in verbs.analyses(fold))
