"""Foiled: deeds that came to nothing, so that whose they were is nobody's author (« 36 drones russes ont été abattus »)."""

from recoupe.stages.claim.party import Named
from recoupe.stages.claim.verb_group import group_before

_BEFORE = 7
"""How many words from « a abattu » to the drones."""
_BEHIND = 10
"""Within how many words behind the drones « ont été abattus » stands."""


def is_foiled(parties: Named, deed: int) -> bool:
    """Whether the deed is the object of a verb of foiling, or its subject in the passive."""
    line, foiling = parties.line, parties.words.foiling
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
            return group.passive and not (group.reflexive or group.negated)
    return False
