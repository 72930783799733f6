"""Own victims: those counted who were of the party that struck, and whom it did not kill."""

from collections.abc import Set

from recoupe.gazetteers import Countries
from recoupe.stages.claim.counts import Count
from recoupe.stages.claim.line import Line
from recoupe.stages.claim.party import Named

_PRO = "pro"
_SIDE = 5
_NAME = 3
"""How many words may stand between « rebelles » and the name of those who are called so."""
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


def are_fighters(parties: Named, count: Count, opposed: Set[str]) -> bool:
    """Whether those counted are called what an armed group's own people are: « onze rebelles », « deux miliciens ».

    Not by a word for those in `opposed`, whom the group fights; nor with a word of whose they are.
    """
    line, words = parties.line, parties.words
    if any(count.first <= p.first <= count.end and p.entity.name not in words.kinds.values() for p in parties.counted):
        return False
    told = line.folds[count.head : count.end]
    if any(words.unnamed.get(fold) in opposed for fold in told):
        return False
    return bool(told) and (told[0] in words.fighters or words.unnamed.get(told[0]) in words.lawless)


def opposed_by(parties: Named, author: str) -> frozenset[str]:
    """What fighters are called in a sentence who are not the author of its deed: « l'EI a attaqué une position rebelle »."""
    line, words = parties.line, parties.words
    own = [p for p in parties.named if p.entity.name == author]
    return frozenset(
        words.unnamed[fold]
        for at, fold in enumerate(line.folds)
        if fold in words.unnamed and not any(p.first - _NAME <= at < p.end + _NAME for p in own)
    )


def sided(line: Line, count: Count, countries: Countries) -> set[str | None]:
    """The states on whose side those counted are said to be: « pro-russes », « pro-Ankara »."""
    sides = [t.text.partition("-") for t in line.sentence.tokens[count.head : count.end + 1]]
    names = [name for prefix, _, name in sides if prefix.lower() == _PRO and name]
    return {countries.by_adjective(name) or countries.by_metonym(name) for name in names} - {None}
