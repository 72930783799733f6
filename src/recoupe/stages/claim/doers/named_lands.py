"""Named lands: the countries of the places that an article and its sentences name."""

from bisect import bisect_left
from collections import Counter

from recoupe.model.annotation import Annotations
from recoupe.stages.claim.words.line import Line


class NamedLands:
    """Those of one article."""

    def __init__(self, annotations: Annotations) -> None:
        self._starts = [r.span.start for r in annotations.places]
        self._codes = [r.place.country if r.place is not None else None for r in annotations.places]
        named = Counter(code for code in self._codes if code)
        self.most: str | None = named.most_common(1)[0][0] if named else None
        """The country of most places in the article."""

    def of(self, line: Line) -> set[str]:
        """The countries of the places that the sentence names."""
        first, last = (bisect_left(self._starts, at) for at in (line.sentence.start, line.sentence.end))
        return {code for code in self._codes[first:last] if code is not None}

    def between(self, line: Line, first: int, stop: int) -> set[str]:
        """The countries of the places that the words first:stop of the sentence name."""
        tokens = line.sentence.tokens[first:stop]
        if not tokens:
            return set()
        at, end = (bisect_left(self._starts, offset) for offset in (tokens[0].start, tokens[-1].end))
        return {code for code in self._codes[at:end] if code is not None}

    def any(self, line: Line) -> bool:
        """Whether the sentence names a place."""
        first = bisect_left(self._starts, line.sentence.start)
        return first < len(self._starts) and self._starts[first] < line.sentence.end
