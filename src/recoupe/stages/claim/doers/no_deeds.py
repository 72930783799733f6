"""No deeds: words for a deed that tell of none: a manner, what is only feared, planes that only move."""

from recoupe.languages.word_sets import either
from recoupe.stages.claim.doers.party import Named
from recoupe.stages.claim.words.agents import VIOLENT

_VERB = 5
"""Within how many words behind planes or guns their verb stands."""


def tells_none(parties: Named, deed: int) -> bool:
    """Whether the word for a deed at an index tells of nobody's deed in its sentence."""
    moves = parties.line.folds[deed] in parties.words.means and _only_moves(parties, deed)
    return moves or _is_manner(parties, deed) or _is_feared(parties, deed)


def _only_moves(parties: Named, means: int) -> bool:
    """Whether planes or guns are the subject of a verb that does no harm: « un avion turc est arrivé »."""
    line, words, figures = parties.line, parties.words, parties.line.lexicon.figures
    verb = next((i for i in range(means + 1, min(line.end, means + _VERB)) if line.finite(i)), None)
    if verb is None or any(line.stops(i) or line.folds[i] in words.by for i in range(means, verb)):
        return False
    while verb < line.end and (line.auxiliary(verb, figures.passive) or line.auxiliary(verb, figures.perfect)):
        verb += 1
    fold = line.fold(verb)
    if not words.deeds.isdisjoint(line.folds[verb + 1 : verb + _VERB]):
        return False  # « un avion de la coalition lâchait une bombe »
    harms = any(sense.effect in VIOLENT for sense, _ in line.lexicon.harm.verbs.get(fold, ()))
    return not harms and fold not in either(words.attacking, words.making, words.claiming) and fold not in words.onsets


def _is_manner(parties: Named, deed: int) -> bool:
    """« prise d'assaut », « avion de chasse »: a bare singular behind « of » is nobody's deed."""
    line = parties.line
    manner = line.fold(deed - 1) in parties.words.manner and not line.folds[deed].endswith(parties.words.plurals)
    # « quatre jours d'offensive de la guérilla »
    return manner and not (line.fold(deed + 1) in line.lexicon.figures.of and deed + 2 < line.end)


def _is_feared(parties: Named, deed: int) -> bool:
    """« la menace des attaques jihadistes », « la contagion des violences »: whether it is only what may come."""
    line, before = parties.line, deed - 1
    before -= line.fold(before) in line.lexicon.words.openers and line.fold(before) not in line.lexicon.figures.of
    return line.fold(before) in line.lexicon.figures.of and line.fold(before - 1) in parties.words.fears
