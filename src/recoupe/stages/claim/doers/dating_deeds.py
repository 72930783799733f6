"""Dating deeds: deeds that only say when something else was done: « quelques heures après des tirs », « depuis l'attaque »."""

from recoupe.stages.claim.doers.party import Named

_START = 8
"""How many words from « since » to the deed that began, its day between."""
_AGAINST = 7
"""Within how many words behind a deed « contre » stands."""
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
    if opening is None:
        return _is_start(parties, deed)
    if line.fold(opening + 1) not in words.told:
        return False
    return line.lexicon.figures.of.isdisjoint(line.folds[opening:deed])


def _is_start(parties: Named, deed: int) -> bool:
    """« depuis le lancement d'une offensive de l'armée contre X »: whether it only says since when, at home, two have fought."""
    line, words = parties.line, parties.words
    near = line.folds[max(0, deed - _START) : deed]
    if words.since.isdisjoint(near) or words.outbreaks.isdisjoint(near):
        return False
    against = next((i for i in range(deed, min(line.end, deed + _AGAINST)) if line.folds[i] in words.against), None)
    if against is None:
        return False
    owner = next((p.entity for p in parties.named if deed < p.first < against), None)
    return owner is not None and owner.country is not None and owner.country == parties.lands.most
