"""Foiled: deeds that came to nothing, so that whose they were is nobody's author (« 36 drones russes ont été abattus »)."""

from collections.abc import Set

from recoupe.stages.claim.doers.party import Named
from recoupe.stages.claim.words.line import Line
from recoupe.stages.claim.words.verb_group import group_before

_BEFORE = 7
"""How many words from « a abattu » to the drones."""
_BEHIND = 10
"""Within how many words behind the drones « ont été abattus » stands."""


def is_foiled(parties: Named, deed: int) -> bool:
    """Whether the deed is the object of a verb of foiling, or its subject in the passive."""
    line, foiling = parties.line, parties.words.foiling
    if _has_crashed(parties, deed):
        return True
    if foiling.isdisjoint(line.words):
        return False
    for at in range(deed - 1, max(-1, deed - _BEFORE), -1):
        if line.stops(at) or line.folds[at] == ",":
            break
        if line.folds[at] in foiling:
            group = group_before(line, at)
            return not (group.passive or group.reflexive or group.negated)
        if line.finite(at):
            break
    for at in range(deed + 1, min(line.end, deed + _BEHIND)):
        if line.stops(at) or line.folds[at] == "," or line.folds[at] in line.lexicon.words.relatives:
            return False
        if line.folds[at] in foiling:
            group = group_before(line, at)
            bare = not group.auxiliary and not group.reflexive and _is_told_of(line, at, parties.words.against)
            return bare or (group.passive and not (group.reflexive or group.negated))
    return False


def _has_crashed(parties: Named, deed: int) -> bool:
    """Whether a craft came down: « un hélicoptère de l'armée, touché par un missile, s'est écrasé »; a drone may be a weapon."""
    line, words = parties.line, parties.words
    if line.folds[deed] not in words.craft or words.crashing.isdisjoint(line.words):
        return False
    for at in range(deed + 1, min(line.end, deed + 2 * _BEHIND)):
        if line.stops(at):
            return False
        if line.folds[at] in words.crashing:
            return words.attacking.isdisjoint(line.folds[at:])  # « s'est écrasé après avoir bombardé un marché »
    return False


def _is_told_of(line: Line, at: int, against: Set[str]) -> bool:
    """Whether a participle without its auxiliary tells of what stands before: « un hélicoptère éthiopien abattu », but not
    « un missile russe détruit un immeuble »."""
    verbs, fold = line.lexicon.verbs, line.folds[at]
    if not verbs.is_past_participle(fold) and (line.finite(at) or verbs.is_infinitive(fold) or fold in against):
        return False
    behind = line.fold(at + 1)
    return not behind or not behind[0].isalnum() or behind in line.lexicon.words.prepositions
