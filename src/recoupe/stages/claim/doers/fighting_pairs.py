"""Fighting pairs: two who fight each other, of whom neither alone is the author of what befell people."""

from recoupe.stages.claim.doers.party import Named, Party

_PAIR = 16
"""Within how many words before the second of two « entre » stands."""


def is_between(parties: Named, party: Party) -> bool:
    """Whether it is one of two who fight: « combats entre l'armée et les rebelles »."""
    line, joints = parties.line, parties.line.lexicon.words.coordinators
    for at in range(party.first - 1, max(-1, party.first - _PAIR - 1), -1):
        if line.stops(at) or line.finite(at):
            return False
        if line.folds[at] in parties.words.among and not {at, at + 1} & line.times:  # « entre janvier et mars »
            behind = next((i for i in range(at, min(line.end, party.end + _PAIR)) if line.finite(i)), line.end)
            return any(f in joints for f in line.folds[at : min(behind, party.end + _PAIR)])
    return False
