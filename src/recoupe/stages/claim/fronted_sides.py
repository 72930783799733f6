"""Fronted sides: whose those counted are by what opens their sentence: « Côté ukrainien, on compte douze morts »."""

from recoupe.model.annotation import Entity
from recoupe.stages.claim.counts import Count
from recoupe.stages.claim.parties import Parties

_OPENS = 3
"""Within how many words of a sentence « côté » or « rangs » opens it."""
_SIDE = 5
"""Within how many words behind it the side is named."""


def fronted_side(parties: Parties, count: Count) -> Entity | None:
    """The side that the sentence names before it counts its dead; None where it names none."""
    at = _opening(parties, count)
    if at is None:
        return None
    line = parties.line
    named = next((p.entity for p in parties.named if at < p.first <= at + _SIDE), None)
    if named is not None:
        return named
    code = parties.countries.by_adjective(line.fold(at + 1)) if len(line.fold(at + 1)) > 3 else None
    return parties.countries.state(code) if code is not None else None


def is_foes(parties: Parties, count: Count) -> bool:
    """Whether the sentence says before that it counts the enemy's: « Côté ennemi, douze combattants ont péri »."""
    at = _opening(parties, count)
    return at is not None and not parties.words.foe.isdisjoint(parties.line.folds[at + 1 : at + _SIDE])


def _opening(parties: Parties, count: Count) -> int | None:
    """Where the word for a side stands that opens the stretch of thought with the count."""
    line = parties.line
    if parties.words.beside.isdisjoint(line.words):
        return None
    start = max((i + 1 for i in range(count.first) if line.stops(i)), default=0)
    near = range(start, min(start + _OPENS, count.first))
    return next((i for i in near if line.folds[i] in parties.words.beside), None)
