"""Own agents: who did it, where each count of a sentence has its own: « 342 par les ADF et 71 par la Codeco », « 500 sont attribués à
l'armée et 300 à l'EI », « X est responsable de 342 morts, Y de 71 »."""

from recoupe.model.annotation import Entity
from recoupe.stages.claim.counts.counts import Count
from recoupe.stages.claim.doers.parties import Parties

_BLAMED = 4
"""Within how many words behind the count « attribués » stands."""


def by_itself(parties: Parties, count: Count) -> Entity | None:
    """The party that stands with the count alone; None where none does."""
    line, words = parties.line, parties.words
    if line.fold(count.end) in words.by:
        party = parties.behind(count.end + 1)
        return party.entity if party is not None else parties.state(count.end + 1) or parties.adjective(count.end + 1)
    return _laid(parties, count) or _gapped(parties, count)


def _laid(parties: Parties, count: Count) -> Entity | None:
    """« 500 sont attribués à l'armée », and behind it « 300 à l'EI »."""
    line, words = parties.line, parties.words
    if words.blaming.isdisjoint(line.words):
        return None
    near = range(count.end, min(line.end, count.end + _BLAMED))
    blamed = next((i for i in near if line.folds[i] in words.blaming), None)
    told = not words.blaming.isdisjoint(line.folds[: count.first])
    at = blamed + 1 if blamed is not None else count.end if count.kind == "bare" and told else None
    if at is None or line.fold(at) not in words.blamed_on:
        return None
    party = parties.behind(at + 1)
    return party.entity if party is not None else parties.state(at + 1)


def _gapped(parties: Parties, count: Count) -> Entity | None:
    """« X est responsable de 342 morts, Y de 71 »."""
    line = parties.line
    if count.kind != "bare" or line.fold(count.first - 1) not in line.lexicon.figures.of:
        return None
    party = next((p for p in parties.named if p.end == count.first - 1), None)
    if party is None:
        return None
    before = party.first - 1
    before -= line.fold(before) in line.lexicon.words.openers
    return party.entity if line.fold(before) == "," or line.fold(before) in line.lexicon.words.coordinators else None
