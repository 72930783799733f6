"""Possessions: parties that only own what was hit: « au passage d'un convoi de X »."""

from recoupe.stages.claim.party import Named


def is_possession(parties: Named, of: int) -> bool:
    """Whether the party behind « of » only owns a thing that stands in the clause, and is not its subject."""
    line, words = parties.line, parties.words
    if line.fold(of) not in line.lexicon.figures.of or line.fold(of - 1) not in words.possessions:
        return False
    article = of - 2
    return article > 0 and line.fold(article - 1) != ","
