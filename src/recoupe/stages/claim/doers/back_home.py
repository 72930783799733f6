"""Back home: those who fell in the land of who struck abroad, told beside his victims in one sentence."""

from recoupe.model.annotation import Entity
from recoupe.stages.claim.counts.counts import Count
from recoupe.stages.claim.doers.party import Named
from recoupe.stages.claim.words.agents import serves_state

_JOINT = 12
"""How many words back from a count its clause may be joined to the one before."""


def is_back_home(parties: Named, count: Count, author: Entity) -> bool:
    """Whether a state that strikes another's people did not do this: « les frappes de X ont tué 200 Palestiniens, et douze
    personnes ont péri en X »."""
    line, code = parties.line, author.country
    if code is None or not serves_state(author, parties.countries):
        return False
    joints = line.lexicon.words.coordinators
    joint = next((i for i in range(count.first - 1, max(0, count.first - _JOINT), -1) if line.folds[i] in joints), None)
    if joint is None:
        return False
    stop = next((i for i in range(count.end, line.end) if line.stops(i) or line.folds[i] in joints), line.end)
    if parties.lands.between(line, joint, stop) != {code}:
        return False
    if not _has_subject(parties, joint, stop):
        return False
    peoples = {parties.countries.by_adjective(fold) for fold in line.folds[:joint] if len(fold) > 3}
    return bool((peoples | parties.lands.between(line, 0, joint)) - {code, None})


def _has_subject(parties: Named, joint: int, stop: int) -> bool:
    """Whether the clause behind the conjunction has a verb and a subject of its own, and does not go on with the one before."""
    line, words = parties.line, parties.line.lexicon.words
    verb = next((i for i in range(joint + 1, stop) if line.finite(i)), joint)
    opens = (i for i in range(joint + 1, verb - 1) if line.folds[i] in words.openers or line.folds[i][0].isdigit())
    return any(line.folds[i - 1] not in words.prepositions and line.folds[i] not in parties.words.own for i in opens)
