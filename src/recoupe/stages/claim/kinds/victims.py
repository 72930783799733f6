"""Victims: who, by the words of a claim, suffers it: parties by name, people by group."""

from collections.abc import Container

from recoupe.stages.claim.doers.party import Party
from recoupe.stages.claim.kinds.accused import party_name
from recoupe.stages.claim.kinds.sign_verbs import group_start
from recoupe.stages.claim.kinds.signs import Hit
from recoupe.stages.claim.kinds.stretch import Stretch
from recoupe.stages.claim.words.kind_index import KindIndex

_REACH = 9


def suffering(stretch: Stretch, hit: Hit, index: KindIndex, accused: Container[str]) -> tuple[str, ...]:
    """Who stands where those who suffer a sign of harm stand; none of the `accused`."""
    where = _where(stretch, hit, index)
    found: list[str] = []
    for party in stretch.parties.named:
        name = party_name(party.entity, stretch.notes.countries)
        owner = stretch.line.fold(party.end) in stretch.notes.agents.genitives
        apart = owner or _is_setting(stretch, party) or _is_agent(stretch, party.first)
        if party.first in where and name not in accused and not apart:
            found.append(name)
    people = index.lexicon.counted.people
    for at in where:
        group = people.get(stretch.line.folds[at])
        if group is not None and group != "unspecified" and not _is_agent(stretch, at):
            found.append(group)
    return tuple(dict.fromkeys(found))


def names_people(stretch: Stretch, index: KindIndex) -> bool:
    """Whether the stretch names anybody who could suffer."""
    return bool(stretch.parties.named) or not index.people.isdisjoint(stretch.line.words)


def _where(stretch: Stretch, hit: Hit, index: KindIndex) -> range:
    """The words among which they stand."""
    line = stretch.line
    if hit.verb and hit.passive:
        stop = group_start(line, hit.at)
        return range(_start(stretch, stop), stop)
    end = _end(stretch, hit.end, index)
    if hit.verb:
        return range(hit.end, end)
    behind = line.fold(hit.end)
    cause = line.folds[hit.at] in index.words.from_harm.of_cause
    if behind in line.lexicon.figures.of:
        return range(hit.end, hit.end if cause else end)
    if behind in line.lexicon.figures.aside and behind not in stretch.notes.agents.by:
        return range(hit.end, end)
    return range(hit.end, min(line.end, hit.end + 1))


def _end(stretch: Stretch, start: int, index: KindIndex) -> int:
    line = stretch.line
    for at in range(start, min(line.end, start + _REACH)):
        if line.stops(at) or line.finite(at) or line.folds[at] in line.lexicon.words.relatives:
            return at
        if line.folds[at] == "," and index.people.isdisjoint(line.folds[at + 1 : at + 3]):
            return at
        if line.folds[at] in index.words.clauses.adjuncts and at > start:
            return at
    return min(line.end, start + _REACH)


def _start(stretch: Stretch, stop: int) -> int:
    line = stretch.line
    for at in range(stop - 1, max(-1, stop - _REACH), -1):
        if line.stops(at) or line.finite(at):
            return at + 1
    return max(0, stop - _REACH)


def _is_setting(stretch: Stretch, party: Party) -> bool:
    """Whether a state is only where it happened (« killed six people in southern Lebanon »)."""
    line, words = stretch.line, stretch.line.lexicon.words
    if party.entity.kind != "state":
        return False
    ref = stretch.places.get(party.first)
    if ref is not None and line.first_at(ref.span.start) < party.first:
        return True  # « southern Somalia », « Port Sudan »
    before = party.first - 1
    while before >= 0 and (
        line.folds[before] in words.openers
        or line.folds[before] in words.prenominal
        or (line.folds[before] in words.coordinators and line.named(before - 1))
        or (line.named(before) and line.fold(before + 1) in words.coordinators)
    ):
        before -= 1  # « in Syria and Iraq »
    return line.fold(before) in line.lexicon.figures.aside and line.fold(before) not in stretch.notes.agents.against


def _is_agent(stretch: Stretch, at: int) -> bool:
    """Whether « by » stands before a noun phrase."""
    line, words = stretch.line, stretch.line.lexicon.words
    before = at - 1
    while before >= 0 and (line.folds[before] in words.determiners or line.folds[before] in words.prenominal):
        before -= 1
    return line.fold(before) in stretch.notes.agents.by
