"""Place items: the sentences of a list or a roundup that each open with a place (« À Gao, … », « • Nyala : … »)."""

from collections import Counter
from collections.abc import Iterable

from recoupe.stages.annotate.place_seeker import Found

_BULLETS = frozenset("-–—•*·")
_BEHIND = frozenset(",:")
_LEAST = 2
"""How many items must open with a known place before an unknown name that opens one more is taken for a place."""

Shape = tuple[int, str]


def item_shapes(found: Iterable[Found]) -> frozenset[Shape]:
    """The ways in which at least two sentences open with a known place."""
    opened = Counter(shape for item in found if item.top is not None and (shape := shape_of(item)) is not None)
    return frozenset(shape for shape, number in opened.items() if number >= _LEAST)


def shape_of(item: Found) -> Shape | None:
    """How many words stand before the name that opens a sentence of the body, and the mark behind it; None elsewhere."""
    sentence, first = item.name.sentence, item.name.first
    tokens = sentence.tokens
    before = first - (tokens[0].text in _BULLETS)
    if sentence.kind != "paragraph" or before > 1 or item.last + 1 >= len(tokens):
        return None
    behind = tokens[item.last + 1].text
    return (before, behind) if behind in _BEHIND and (before or behind == ":") else None
