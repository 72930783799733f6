"""Own victims: those counted who were of the party that struck, and whom it did not kill."""

from collections.abc import Set

from recoupe.gazetteers import Countries
from recoupe.languages.agents import AgentWords
from recoupe.stages.claim.counts.counts import Count
from recoupe.stages.claim.counts.found import Found
from recoupe.stages.claim.doers.party import Named
from recoupe.stages.claim.words.line import Line

_PRO = "pro"
_SIDE = 5
"""Within how many words behind a count stands whose side those were on."""
_NAME = 3
"""How many words may stand between « rebelles » and the name of those who are called so."""
_SUBJECT = 8
"""Within how many words before a verb the attack stands that is its subject."""


def are_of(parties: Named, count: Count, name: str) -> bool:
    """Whether those counted are a group's own people: « 50 membres de X tués lors d'une attaque de X »."""
    if any(count.first <= party.first <= count.end and party.entity.name == name for party in parties.counted):
        return True
    line, among = parties.line, parties.line.lexicon.counted.ranks
    for party in (*parties.named, *parties.counted):
        between = line.folds[count.end : party.first]
        if party.entity.name != name or not 0 < len(between) <= _SIDE or among.isdisjoint(between):
            continue
        if not any(line.stops(i) or line.folds[i] == "," for i in range(count.end, party.first)):
            return True  # « huit morts dans les rangs de X », « parmi les combattants de X »
    return False


def are_attackers(parties: Named, count: Count) -> bool:
    """Whether those counted attacked: « cinq assaillants », « douze morts et 30 du côté des assaillants »."""
    line, attackers = parties.line, parties.words.attackers
    behind = line.folds[count.end : count.end + _SIDE]
    side = next((i for i, fold in enumerate(behind) if fold in line.lexicon.counted.ranks), None)
    told = side is not None and "," not in behind and not attackers.isdisjoint(behind[side + 1 :])
    return told or line.fold(count.head) in attackers


def fighters_word(parties: Named, found: Found) -> str:
    """The word by which those counted are called what an armed group calls its own: « onze rebelles », « deux miliciens »;
    empty for others.

    Not with a word of whose they are (« miliciens du Hachd », « miliciens chiites »), nor for whom an attack is said to have
    killed (« Un attentat a tué sept rebelles »).
    """
    line, words, count = parties.line, parties.words, found.count
    if any(count.first <= p.first <= count.end and p.entity.name not in words.kinds.values() for p in parties.counted):
        return ""
    told = line.folds[count.head : count.end]
    word = told[0] if told else ""
    if word in words.militiamen:
        of = line.fold(count.end) in line.lexicon.figures.of and line.named(count.end + 1)
        return word if len(told) == 1 and not of else ""
    lawless = word in words.fighters or words.unnamed.get(word) in words.lawless
    return word if lawless and not _are_hit(line, found, words) else ""


def are_called_own(word: str, author: str, called: Set[str], opposed: Set[str], words: AgentWords) -> bool:
    """Whether fighters so called are an author's own, whom the article calls by words of `called`, and who fights those in
    `opposed`: no Taliban are the Islamic State's own, and no militiamen those of who is not called a militia."""
    if not word or words.unnamed.get(word) in opposed:
        return False
    if word in words.militiamen:
        return not words.militias.isdisjoint(called)
    kind = words.kinds.get(word)
    return kind is None or word in words.at_large or kind in author


def called_by(parties: Named, author: str) -> frozenset[str]:
    """The words beside the name of an author in a sentence: « les miliciens de la Codeco »."""
    own = [p for p in parties.named if p.entity.name == author]
    return frozenset(fold for p in own for fold in parties.line.folds[max(0, p.first - _NAME) : p.end + _NAME])


def opposed_by(parties: Named, author: str) -> frozenset[str]:
    """What fighters are called in a sentence who are not the author of its deed: « l'EI a attaqué une position rebelle »."""
    line, words = parties.line, parties.words
    own = [p for p in parties.named if p.entity.name == author]
    return frozenset(
        words.unnamed[fold]
        for at, fold in enumerate(line.folds)
        if fold in words.unnamed and not any(p.first - _NAME <= at < p.end + _NAME for p in own)
    )


def _are_hit(line: Line, found: Found, words: AgentWords) -> bool:
    """Whether an attack is the subject of the verb whose object those counted are."""
    harm = found.harm
    if harm is None or (harm.side, harm.bond) != ("right", "clause") or harm.suffered or harm.blameless:
        return False
    return not words.deeds.isdisjoint(line.folds[max(0, harm.group - _SUBJECT) : harm.group])


def sided(line: Line, count: Count, countries: Countries) -> set[str | None]:
    """The states on whose side those counted are said to be: « pro-russes », « pro-Ankara »."""
    sides = [t.text.partition("-") for t in line.sentence.tokens[count.head : count.end + 1]]
    names = [name for prefix, _, name in sides if prefix.lower() == _PRO and name]
    return {countries.by_adjective(name) or countries.by_metonym(name) for name in names} - {None}
