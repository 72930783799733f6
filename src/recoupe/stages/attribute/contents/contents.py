"""Contents: the stretch of text that a source answers for (token indexes within a line, character offsets in
results)."""

from collections.abc import Sequence
from dataclasses import dataclass

from recoupe.model.annotation import Quote
from recoupe.model.attribution import Form
from recoupe.stages.attribute.words.line import Line


@dataclass(frozen=True, slots=True)
class Content:
    """Character offsets and form."""

    start: int
    end: int
    form: Form


class Quotes:
    """The outermost quotations of a document, by offset."""

    def __init__(self, quotes: Sequence[Quote]) -> None:
        self.all = [q for q in quotes if q.depth == 0]
        self._starts = {q.start: q for q in self.all}
        self._ends = {q.end: q for q in self.all}

    def opening(self, offset: int) -> Quote | None:
        """The quotation whose opening mark stands at `offset`."""
        return self._starts.get(offset)

    def closing(self, offset: int) -> Quote | None:
        """The quotation whose closing mark ends at `offset`."""
        return self._ends.get(offset)

    def around(self, offset: int) -> Quote | None:
        """The quotation that `offset` stands inside."""
        return next((q for q in self.all if q.start < offset < q.end), None)

    def touching(self, start: int, end: int) -> list[Quote]:
        """The quotations that share a character with start:end."""
        return [q for q in self.all if q.start < end and start < q.end]


def stretch(line: Line, quotes: Quotes, start: int, end: int) -> Content:
    """The content start:end, carried on to the end of a quotation that opens inside it; without marks that enclose
    the whole."""
    inside = quotes.touching(start, end)
    begun = next((q for q in inside if q.start < start == line.sentence.start and q.closed and q.end < end), None)
    if begun is not None and any(map(line.is_word, range(line.index(begun.end), line.stop(end)))):
        # « « Il a tiré. | Il a fui » vers le fleuve, a dit le maire »: the sentences quoted before are said by him as well
        start = begun.start
    for quote in inside:
        if quote.start >= start and quote.end > end:
            end = quote.end if quote.closed else quote.inner_end
    if len(inside) == 1 and inside[0].start == start and inside[0].end == end:
        return Content(inside[0].inner_start, inside[0].inner_end, "direct")
    holder = next((q for q in inside if q.start < start and end <= q.end), None)
    if holder is not None:
        return Content(start, min(end, holder.inner_end), "indirect")
    return Content(start, end, "mixed" if inside else "indirect")
