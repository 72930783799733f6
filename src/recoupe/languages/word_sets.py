"""Word sets: the words of several classes of a pack taken together, or of one but for another, made once for each choice of classes.

A class may hold thousands of forms: to join two of them costs as much as many of the questions that are then asked of both.
"""

from functools import lru_cache


@lru_cache(maxsize=1024)
def either(*classes: frozenset[str]) -> frozenset[str]:
    """The words of any of `classes`."""
    return frozenset[str]().union(*classes)


@lru_cache(maxsize=1024)
def but_for(words: frozenset[str], *others: frozenset[str]) -> frozenset[str]:
    """The words that none of `others` holds."""
    return words.difference(*others)
