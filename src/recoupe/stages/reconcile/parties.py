"""Parties: whether two of them, by their usual English names, are one side of a conflict, as far as it can be told."""

import re

from recoupe.gazetteers import Gazetteers

_WORD = re.compile(r"[^\W\d_]+")


def one_side(a: str, b: str, world: Gazetteers) -> bool | None:
    """Whether the two are one side: True for one party, None where both are of one country, else False.

    Of one country are its army and the coalition that it leads, but its rebels as well: a person has to tell them apart.
    """
    if a == b:
        return True
    actors = world.actors.lookup(a), world.actors.lookup(b)
    if actors[0] is not None and actors[0] == actors[1]:
        return True
    country = _country(a, world)
    return None if country is not None and country == _country(b, world) else False


def is_party(name: str, world: Gazetteers) -> bool:
    """Whether the name is a party's, a body's or a state's, and not that of a person or an unnamed voice."""
    return world.actors.lookup(name) is not None or _country(name, world) is not None


def _country(name: str, world: Gazetteers) -> str | None:
    """The code of the country that a party is of, by the gazetteer or by the first word of its name (« Iraqi army »)."""
    actor = world.actors.lookup(name)
    if actor is not None and actor.country is not None:
        return actor.country
    whole = world.countries.by_name(name)
    first = _WORD.match(name)
    if whole is not None or first is None:
        return whole
    return world.countries.by_name(first[0]) or world.countries.by_adjective(first[0])
