"""Gazetteers: places, countries and actors as data with look-ups: names in many languages, the grammar of none."""

import hashlib
from dataclasses import dataclass
from functools import cache
from importlib import resources

from recoupe.gazetteers.actors import Actors
from recoupe.gazetteers.countries import Countries
from recoupe.gazetteers.persons import Persons
from recoupe.gazetteers.places import Places

__all__ = ["Actors", "Countries", "Gazetteers", "Persons", "Places", "digest", "load"]


@dataclass(frozen=True)
class Gazetteers:
    """What the reader may ask about the world."""

    places: Places
    countries: Countries
    actors: Actors
    persons: Persons


@cache
def load() -> Gazetteers:
    """The gazetteers of the package, one of each; each file is opened at the first question put to it."""
    countries = Countries()
    return Gazetteers(Places(countries), countries, Actors(), Persons())


@cache
def digest() -> str:
    """8 hex digits that change when any data file of the gazetteers changes."""
    sha = hashlib.sha256()
    for item in sorted(resources.files("recoupe.gazetteers").joinpath("data").iterdir(), key=lambda f: f.name):
        if item.is_file():
            sha.update(item.name.encode() + b"\0" + item.read_bytes())
    return sha.hexdigest()[:8]
