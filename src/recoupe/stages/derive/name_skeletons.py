"""Name skeletons: the consonants by which the names in a text are compared across scripts."""

import re

from recoupe.stages.derive.letters import skeleton
from recoupe.text import one_script

_WORD = re.compile(r"[^\W_]+")
_SHORTEST = 3
"""Consonants of a name that two scripts can be compared by."""


def name_skeletons(text: str) -> frozenset[str]:
    """The skeletons of the words of `text` that may be names: with a capital, or in a script that has none."""
    return frozenset(name_skeleton(one_script(word)) for word in _WORD.findall(text) if not word[0].islower()) - {""}


def name_skeleton(word: str) -> str:
    """The skeleton of one word, empty where it is too short to tell a name."""
    key = skeleton(word)
    # French « ch », English "sh": sounds that only a vowel tells apart are one here.
    return key.replace("s", "k") if len(key) >= _SHORTEST else ""
