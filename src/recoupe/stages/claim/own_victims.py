"""Own victims: those counted who were of the party that struck, and whom it did not kill."""

from recoupe.stages.claim.counts import Count
from recoupe.stages.claim.party import Named

_SIDE = 5
"""Within how many words behind a count stands whose side those were on."""


def are_of(parties: Named, count: Count, name: str) -> bool:
    """Whether those counted are a group's own people: « 50 membres de X tués lors d'une attaque de X »."""
    return any(count.first <= party.first <= count.end and party.entity.name == name for party in parties.counted)


def are_attackers(parties: Named, count: Count) -> bool:
    """Whether those counted attacked: « cinq assaillants », « douze morts et 30 du côté des assaillants »."""
    line, attackers = parties.line, parties.words.attackers
    behind = line.folds[count.end : count.end + _SIDE]
    side = next((i for i, fold in enumerate(behind) if fold in line.lexicon.counted.ranks), None)
    told = side is not None and "," not in behind and not attackers.isdisjoint(behind[side + 1 :])
    return told or line.fold(count.head) in attackers
