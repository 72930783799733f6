"""Opponents: the two who fight in a sentence that tells of their attack or fight, one of them a state's army."""

from recoupe.gazetteers import Countries
from recoupe.languages.word_sets import either
from recoupe.model.annotation import Entity
from recoupe.stages.claim.doers.implied_doers import aggressor
from recoupe.stages.claim.doers.parties import Parties
from recoupe.stages.claim.doers.party import Party
from recoupe.stages.claim.words.agents import serves_state

_VERB = 8
"""Within how many words behind the two stands what they did to each other."""
_OTHERS = 8
"""Within how many words behind that stands whom else they fought."""


def opponents(parties: Parties, countries: Countries) -> tuple[Entity, Entity] | None:
    """The state's army and the armed group that are the only armed ones of a sentence in which one attacks the other.

    « L'armée a repoussé une attaque du groupe X », « X a attaqué un camp de l'armée », « l'armée affronte X »; None where
    they may fight side by side.
    """
    line, words = parties.line, parties.words
    armed: dict[str, Party] = {}
    for party in _armed(parties):
        armed.setdefault(party.entity.name, party)
    if len(armed) != 2:
        return None
    first, second = armed.values()
    armies = [p.entity.country for p in (first, second) if serves_state(p.entity, countries)]
    between = line.folds[first.end : second.first]
    if not armies or any(line.stops(i) for i in range(first.end, second.first)):
        return None
    if not words.allied.isdisjoint(line.folds[first.first : second.end]):
        return None
    if _meet(parties, first, second):
        return None if len(set(armies)) != len(armies) else (first.entity, second.entity)
    facing = not words.facing.isdisjoint(line.folds[: second.first])
    if len(armies) == 2 and (armies[0] == armies[1] or words.facing.isdisjoint(between)):
        return None  # two states are as often allies
    if not facing and not line.lexicon.words.coordinators.isdisjoint(between):
        return None
    meeting = not either(words.against, words.with_).isdisjoint(between)
    meeting = meeting and not either(words.clashes, words.deeds, words.attacking).isdisjoint(line.words)
    author = parties.of_deed(0) or parties.attacker() or aggressor(parties)
    if facing or meeting or author in (first.entity, second.entity):
        return first.entity, second.entity
    return None


def _meet(parties: Parties, first: Party, second: Party) -> bool:
    """Whether the two, joined by « et », fight each other: « L'armée et les X s'affrontent », « se sont livré un combat »."""
    line, words = parties.line, parties.words
    between = line.folds[first.end : second.first]
    joined = not line.lexicon.words.coordinators.isdisjoint(between)
    if not joined or any(line.finite(i) or line.folds[i] == "," for i in range(first.end, second.first)):
        return False
    for at in range(second.end, min(line.end, second.end + _VERB)):
        if line.stops(at):
            return False
        fought = line.folds[at] in words.opposing and not words.clashes.isdisjoint(line.folds[at:])
        if line.folds[at] in words.facing or fought:
            each_other = not line.lexicon.words.reflexives.isdisjoint(line.folds[second.end : at])
            others = either(words.against, words.with_).isdisjoint(line.folds[at + 1 : at + _OTHERS])
            return each_other and others  # « l'armée et ses alliés se sont battus contre X »
    return False


def _armed(parties: Parties) -> list[Party]:
    """The armies and groups that the sentence names, « des rebelles » among them, in their order."""
    line, words = parties.line, parties.words
    named = [p for p in parties.named if p.entity.kind == "party"]
    if any(p.entity.country is None for p in named):
        return sorted(named, key=lambda p: p.first)
    inside = {at for p in named for at in range(p.first, p.end)}
    loose = [
        at for at, f in enumerate(line.folds) if f in words.unnamed and f not in words.enemies and at not in inside
    ]
    found = [Party(at, at + 1, Entity(f"kind-{(n := words.unnamed[line.folds[at]])}", "party", n)) for at in loose]
    return sorted([*named, *found], key=lambda p: p.first)
