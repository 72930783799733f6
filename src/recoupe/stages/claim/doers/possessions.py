"""Possessions: parties that only own what was hit: « au passage d'un convoi de X », « un véhicule de X a sauté sur une mine »."""

from recoupe.stages.claim.doers.party import Named, Party

_VERB = 8
"""Within how many words behind a party its verb stands."""
_MINE = 5
"""Within how many words behind « a sauté » the mine is named."""


def is_possession(parties: Named, of: int) -> bool:
    """Whether the party behind « of » only owns a thing that stands in the clause, and is not its subject."""
    line, words = parties.line, parties.words
    if line.fold(of) not in line.lexicon.figures.of or line.fold(of - 1) not in words.possessions:
        return False
    article = of - 2
    return article > 0 and line.fold(article - 1) != ","


def has_run_into(parties: Named, party: Party) -> bool:
    """« un véhicule de X a sauté sur une mine, tuant deux soldats »: whether it was hit by what others had laid."""
    line, words = parties.line, parties.words
    for at in range(party.end, min(line.end, party.end + _VERB)):
        if line.stops(at):
            return False
        if line.folds[at] in words.running_into:
            return not words.mines.isdisjoint(line.folds[at + 1 : at + 1 + _MINE])
    return False
