"""Crossfire: those who fell in fighting of which the text does not say who killed them (« les combats ont fait 12 morts »)."""

from recoupe.gazetteers import Countries
from recoupe.languages.word_sets import either
from recoupe.stages.claim.counts.found import Found
from recoupe.stages.claim.doers.parties import Parties
from recoupe.stages.claim.words.agents import serves_state

_SIDES = 8
"""Within how many words behind « combats » stands what brings in the two who fight."""
_OPENING = 3
"""Within how many words before « combats » its preposition stands (« au cours de violents combats »)."""


def is_in_crossfire(parties: Parties, found: Found, countries: Countries) -> bool:
    """Whether they fell between two who fought, or in fighting that names nobody, and no deed or agent is told beside.

    Fighters who fell in fighting have fallen to the other side: they are in crossfire only where two states fight, whose
    soldiers no word tells apart.
    """
    line, words = parties.line, parties.words
    if words.clashes.isdisjoint(line.words):
        return False
    first = min(found.count.first, found.harm.group if found.harm is not None else found.count.first)
    last = max(found.count.end, found.harm.end if found.harm is not None else 0)
    start = next((i + 1 for i in range(first - 1, -1, -1) if line.stops(i)), 0)
    stop = next((i for i in range(last, line.end) if line.stops(i)), line.end)
    clause = line.folds[start:stop]
    if not words.deeds.isdisjoint(clause) or not words.by.isdisjoint(line.folds[last:stop]):
        return False
    head = line.fold(found.count.head)
    soldiers = head in either(words.servants, words.hands) or line.lexicon.counted.people.get(head) == "combatants"
    for at in range(start, stop):
        if line.folds[at] not in words.clashes:
            continue
        behind = [line.folds[i] for i in range(at + 1, min(stop, at + _SIDES)) if i not in line.times]
        if not words.with_.isdisjoint(behind[:2]):
            return False  # « des combats avec l'armée »: the other side's
        if not words.among.isdisjoint(behind) or not words.opposing.isdisjoint(behind):
            told = any(countries.by_adjective(f) for f in line.folds[found.count.head + 1 : found.count.end + 1])
            return not soldiers or (not told and all(serves_state(p.entity, countries) for p in parties.named))
        inside = any(f in line.lexicon.words.prepositions for f in line.folds[max(start, at - _OPENING) : at])
        if not soldiers and (inside or at < first):
            return True
    return False
