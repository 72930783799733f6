"""Dating deeds: deeds that only say when something else was done: « quelques heures après des tirs », « depuis l'attaque »."""

from recoupe.stages.claim.party import Named

_SINCE = 4
"""How many words from « since » or « after » to the deed, its author between."""


def is_later(parties: Named, deed: int) -> bool:
    """Whether a length of time stands before the deed, which only says when (« deux jours après une attaque »)."""
    line, words = parties.line, parties.words
    opening = next((i for i in range(deed - 1, max(-1, deed - _SINCE), -1) if line.folds[i] in words.later), None)
    if opening is None or not words.told.isdisjoint(line.folds[opening:deed]):
        return False  # « une semaine après le raid de X »: what the text is about
    return opening - 1 in line.times or line.fold(opening - 1) in words.spans


def is_since(parties: Named, deed: int) -> bool:
    """Whether a deed only dates what is told; its author may stand in front (« since the Hamas attack »)."""
    line, words = parties.line, parties.words
    reach = _SINCE if words.fronted else 2
    opening = next((i for i in range(deed - 1, max(-1, deed - reach - 1), -1) if line.folds[i] in words.since), None)
    if opening is None or line.fold(opening + 1) not in words.told:
        return False
    return line.lexicon.figures.of.isdisjoint(line.folds[opening:deed])
