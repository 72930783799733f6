"""Fronted sides: whose those counted are by what opens their sentence: « Côté ukrainien, on compte douze morts »."""

from recoupe.model.annotation import Entity
from recoupe.stages.claim.counts.counts import Count
from recoupe.stages.claim.doers.parties import Parties
from recoupe.stages.claim.words.line import Line

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
    words = parties.words
    name = words.unnamed.get(line.fold(at + 1)) or words.kinds.get(line.fold(at + 1))  # « côté rebelle »
    if name is not None:
        return Entity(f"kind-{name}", "party", name)
    code = parties.countries.by_adjective(line.fold(at + 1)) if len(line.fold(at + 1)) > 3 else None
    return parties.countries.state(code) if code is not None else None


def is_told_apart(parties: Parties, count: Count) -> bool:
    """Whether a clause of its own counts the dead of a side, and names no other party: « …, tandis que côté rebelle, on compte »."""
    at = _opening(parties, count)
    if at is None or fronted_side(parties, count) is None:
        return False
    start = max((i + 1 for i in range(count.first) if parties.line.stops(i)), default=0)
    return at >= start + _OPENS and all(p.first < at or p.first <= at + 1 for p in parties.named)


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
    within = (i for i in range(start + _OPENS, count.first) if _joins(line, i))  # « , tandis que du côté rebelle »
    return next((i for i in (*near, *within) if line.folds[i] in parties.words.beside), None)


def _joins(line: Line, at: int) -> bool:
    """Whether what joins a clause to another stands right before a word, or before « du » in front of it."""
    before = line.fold(at - 1 - (line.fold(at - 1) in line.lexicon.figures.of))
    words = line.lexicon.words
    return before in words.subordinators or before in words.coordinators
