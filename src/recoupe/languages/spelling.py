"""Spelling patterns of the packs' word lists: « blessé(e)(s) » for the four forms of one word."""

from collections.abc import Iterable, Mapping, Sequence
from itertools import product


def filled(phrases: Iterable[str], classes: Mapping[str, Sequence[str]]) -> tuple[str, ...]:
    """Every phrase that the patterns stand for: « {home} » is any one of the words or phrases of that class.

    Raises KeyError where no class has that name.
    """
    found: list[str] = []
    for phrase in phrases:
        before, opened, rest = phrase.partition("{")
        name, _, behind = rest.partition("}")
        if opened:
            found += filled((before + one + behind for one in classes[name]), classes)
        else:
            found.append(phrase)
    return tuple(dict.fromkeys(found))


def spelled(words: tuple[str, ...]) -> tuple[str, ...]:
    """Every word that the patterns stand for, in order; letters in brackets may be there or not."""
    found: list[str] = []
    for word in words:
        pieces = word.replace(")", "(").split("(")
        # pieces at odd places stood in brackets
        choices = [(piece,) if i % 2 == 0 else ("", piece) for i, piece in enumerate(pieces)]
        found += ["".join(choice) for choice in product(*choices)]
    return tuple(dict.fromkeys(found))
