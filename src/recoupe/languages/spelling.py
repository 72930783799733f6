"""Spelling patterns of the packs' word lists: « blessé(e)(s) » for the four forms of one word."""

from itertools import product


def spelled(words: tuple[str, ...]) -> tuple[str, ...]:
    """Every word that the patterns stand for, in order; letters in brackets may be there or not."""
    found: list[str] = []
    for word in words:
        pieces = word.replace(")", "(").split("(")
        # pieces at odd places stood in brackets
        choices = [(piece,) if i % 2 == 0 else ("", piece) for i, piece in enumerate(pieces)]
        found += ["".join(choice) for choice in product(*choices)]
    return tuple(dict.fromkeys(found))
