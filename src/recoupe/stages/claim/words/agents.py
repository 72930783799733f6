"""Agents: the words for those who do harm, which parties can do it, and what their deeds do to people."""

from collections.abc import Sequence
from functools import cache

from recoupe.gazetteers import Countries
from recoupe.languages.agents import AgentWords
from recoupe.languages.pack import LanguagePack
from recoupe.model.annotation import Entity
from recoupe.model.attribution import Attribution
from recoupe.model.figure import Effect

VIOLENT: frozenset[Effect] = frozenset({"killed", "wounded", "casualties", "missing", "struck"})
"""What violence does."""
_KINDS = frozenset({"party", "state", "body"})


@cache
def agent_words(pack: LanguagePack) -> AgentWords:
    """The pack's words for those who do harm, read once."""
    return AgentWords.load(pack.table("agents"), pack.rules("morphology").forms)


@cache
def gate(words: AgentWords) -> frozenset[str]:
    """The words without which no sentence says anything of who did what."""
    deeds = words.sieges | words.deeds | words.events
    deeds |= (
        words.clashes
        | words.wars
        | words.protests
        | words.besieging
        | words.owning
        | words.targets
        | words.attackers
        | words.hallmarks
        | words.onsets.keys()
        | words.facing
        | words.authors
        | words.claims
    )
    return deeds | words.blaming | words.attacking | words.accusing | words.claiming


def is_party(entity: Entity) -> bool:
    """Whether the entity can do harm or answer for those who do."""
    return entity.kind in _KINDS and (entity.kind == "party" or entity.country is not None)


def speaker(chain: Sequence[Attribution]) -> Entity | None:
    """The innermost source, where it can do harm."""
    entity = chain[-1].entity if chain else None
    return entity if entity is not None and is_party(entity) else None


def serves_state(entity: Entity, countries: Countries) -> bool:
    """Whether the entity is a state or its forces (`Malian army`), and no group that fights in a country."""
    if entity.kind != "party" or entity.country is None:
        return entity.country is not None
    # the « US military » serves as well as the « Malian army »
    adjectives = countries.record(entity.country).adjectives_en
    return entity.name.startswith(tuple(f"{adjective} " for adjective in adjectives))


def rules_state(entity: Entity, countries: Countries) -> bool:
    """Whether the entity is the government of a state (`Syrian government`), which fights in a war at home."""
    return entity.country is not None and entity.name == f"{countries.adjective_en(entity.country)} government"
