"""Numbers: what a rule takes the words of a Figure for."""

from recoupe.model.figure import Figure
from recoupe.model.tally import Taken
from recoupe.stages.reconcile.codebook import SIZES, Entry, codebook
from recoupe.text import fold

CEILINGS = frozenset({"at_most", "less_than"})
"""Bounds of a number that only says how many it can be at most."""


def taken(figure: Figure, entry: Entry) -> Taken | None:
    """The smallest and the largest number for a Figure under a rule; None for words that give the rule no number.

    Bounds do not widen: « plus de 130 » is 130. « plusieurs centaines » is what the codebook says of hundreds; a size
    between two entries is so many times the smaller one (ten thousands are ten times thousands).
    """
    if figure.value is not None:
        high = figure.value if figure.value_high is None else figure.value_high
        return Taken(figure.id, round(figure.value), round(high))
    size = figure.magnitude or 1
    if size < SIZES["tens"]:
        return None
    dozens = any(word in fold(figure.span.text) for word in codebook().dozens)
    key = "dozens" if dozens else max((k for k in SIZES if k != "dozens" and SIZES[k] <= size), key=SIZES.__getitem__)
    if key not in entry.words:
        return None
    low, high_end = entry.words[key]
    times = max(1, size // SIZES[key])
    return Taken(figure.id, low * times, high_end * times)
