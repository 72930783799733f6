"""Countries named: tests for the adjectives, peoples and names of countries, which remember their answers."""

from collections.abc import Callable
from functools import lru_cache

from recoupe.gazetteers import Gazetteers

IsDemonym = Callable[[str], bool]


def demonyms(gazetteers: Gazetteers) -> IsDemonym:
    """The test for adjectives and peoples of countries; it remembers its answers."""
    by_adjective = gazetteers.countries.by_adjective

    @lru_cache(maxsize=4096)
    def is_demonym(word: str) -> bool:
        return len(word) > 3 and by_adjective(word) is not None

    return is_demonym


def lands(gazetteers: Gazetteers) -> IsDemonym:
    """The test for names of countries; it remembers its answers."""
    by_name = gazetteers.countries.by_name

    @lru_cache(maxsize=4096)
    def is_land(words: str) -> bool:
        return by_name(words) is not None

    return is_land
