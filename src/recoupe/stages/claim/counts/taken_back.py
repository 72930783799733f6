"""Taken back: counts that a sentence names only to put another in their place: « 37 morts, et non 35 »."""

from collections.abc import Iterator, Sequence

from recoupe.stages.claim.counts.counts import Count
from recoupe.stages.claim.words.line import Line

_REACH = 12
"""Within how many words behind such a count the comma stands that closes it (« et non 35 comme annoncé plus tôt, »)."""


def taken_back(line: Line, first: int) -> int | None:
    """Where the words begin that take back the count whose first word is at `first`; None where none do."""
    figures, openers = line.lexicon.figures, line.lexicon.words.openers
    if figures.instead.endings.isdisjoint(line.words):
        return None
    at = first
    while True:
        if width := figures.instead.before(line.folds, at):
            return at - width
        if first - at > 1 or (line.fold(at - 1) not in openers and line.fold(at - 1) not in figures.of):
            return None
        at -= 1  # « et non des 35 », « et non de 35 »


def aside_of(line: Line, counts: Sequence[Count]) -> Iterator[int]:
    """The indexes of all words that only take a count back, its commas among them."""
    for count in counts:
        start = taken_back(line, count.first)
        if start is None:
            continue
        end = count.end
        if "," in (line.fold(start), line.fold(start - 1)):
            near = range(end, min(end + _REACH, line.end))
            close = next((i for i in near if line.stops(i) or line.folds[i] == ","), None)
            end = close + 1 if close is not None and line.folds[close] == "," else end
        yield from range(start, end)
