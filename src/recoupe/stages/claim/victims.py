"""Victims: who, by the words of a claim, suffers it: parties by name, people by group."""

from collections.abc import Container

from recoupe.stages.claim.accused import party_name
from recoupe.stages.claim.kind_index import KindIndex
from recoupe.stages.claim.sign_verbs import group_start
from recoupe.stages.claim.signs import Hit
from recoupe.stages.claim.stretch import Stretch

_REACH = 9


def suffering(stretch: Stretch, hit: Hit, index: KindIndex, accused: Container[str]) -> tuple[str, ...]:
    """Who stands where those who suffer a sign of harm stand; none of the `accused`."""
    line = stretch.line
    where = range(hit.end, _end(stretch, hit.end))
    if hit.verb and hit.passive:
        stop = group_start(line, hit.at)
        where = range(_start(stretch, stop, index), stop)
    found: list[str] = []
    for party in stretch.parties.named:
        name = party_name(party.entity, stretch.notes.countries)
        if party.first in where and name not in accused and not _is_agent(stretch, party.first, index):
            found.append(name)
    people = index.lexicon.counted.people
    for at in where:
        group = people.get(line.folds[at])
        if group is not None and group != "unspecified" and not _is_agent(stretch, at, index):
            found.append(group)
    return tuple(dict.fromkeys(found))


def _end(stretch: Stretch, start: int) -> int:
    line = stretch.line
    for at in range(start, min(line.end, start + _REACH)):
        if line.stops(at) or line.finite(at) or line.folds[at] in line.lexicon.words.relatives:
            return at
    return min(line.end, start + _REACH)


def _start(stretch: Stretch, stop: int, index: KindIndex) -> int:
    line = stretch.line
    for at in range(stop - 1, max(-1, stop - _REACH), -1):
        if line.stops(at) or line.finite(at):
            return at + 1
    return max(0, stop - _REACH)


def _is_agent(stretch: Stretch, at: int, index: KindIndex) -> bool:
    """Whether « by », « with » or « according to » stands before a noun phrase."""
    line, words = stretch.line, index.lexicon.words
    before = at - 1
    while before >= 0 and (line.folds[before] in words.determiners or line.folds[before] in words.prenominal):
        before -= 1
    return line.fold(before) in stretch.notes.agents.by
