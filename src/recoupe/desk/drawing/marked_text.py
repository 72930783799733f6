"""Marked text: a document's text cut where records begin and end, so that each stretch knows what it belongs to."""

from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import NamedTuple

from recoupe.model.attribution import Attribution
from recoupe.model.document import BlockKind
from recoupe.model.figure import Figure
from recoupe.model.reading import Reading
from recoupe.stages.derive.profile import passages


@dataclass(frozen=True, slots=True)
class Stretch:
    """Some characters, and the records that hold them (`a1`, `f2`), the outermost first."""

    text: str
    start: int
    contents: tuple[str, ...]
    """Attributions in whose content it stands: so many deep it is."""
    cues: tuple[str, ...]
    sources: tuple[str, ...]
    figures: tuple[str, ...]
    opens: tuple[str, ...]
    """Records that begin here."""

    @property
    def records(self) -> tuple[str, ...]:
        """All of them, each once."""
        return tuple(dict.fromkeys((*self.contents, *self.cues, *self.sources, *self.figures)))

    @property
    def link(self) -> str | None:
        """The record that these words name: a figure's number, else the words that mark who says it."""
        return next(iter((*self.figures[-1:], *self.cues[-1:])), None)


@dataclass(frozen=True, slots=True)
class Sentence:
    """The stretches of one sentence, or of what stands between two."""

    stretches: tuple[Stretch, ...]


@dataclass(frozen=True, slots=True)
class Paragraph:
    """One block of the text."""

    kind: BlockKind
    sentences: tuple[Sentence, ...]


@dataclass(frozen=True, slots=True)
class Record:
    """One line beside the text."""

    id: str
    depth: int
    """Inside how many attributions it stands."""
    attribution: Attribution | None
    figure: Figure | None


class _Mark(NamedTuple):
    start: int
    end: int
    kind: str
    record: str


def marked_text(reading: Reading) -> tuple[Paragraph, ...]:
    """The blocks of a Document's text in reading order, each cut into sentences and these into stretches.

    A stretch begins where any record begins, also a Claim: the page can be opened there.
    """
    document = reading.document
    marks = sorted(_marks(reading), key=lambda mark: (mark.start, -mark.end))
    sentences = [(passage.start, passage.end) for passage in passages(document)]
    edges = {edge for mark in marks for edge in (mark.start, mark.end)}
    edges.update(claim.span.start for claim in reading.claims)
    edges.update(edge for ends in sentences for edge in ends)
    cuts = sorted(edges)
    opened: set[str] = set()
    ahead = 0
    open_marks: list[_Mark] = []
    found = []
    for block in document.blocks:
        inside = cuts[bisect_right(cuts, block.start) : bisect_right(cuts, block.end - 1)]
        points = [block.start, *inside, block.end]
        stretches = []
        for start, end in pairwise(points):
            while ahead < len(marks) and marks[ahead].start <= start:
                open_marks.append(marks[ahead])
                ahead += 1
            open_marks = [mark for mark in open_marks if mark.end > start]
            stretches.append(_stretch(document.text[start:end], start, open_marks, opened))
        found.append(Paragraph(block.kind, tuple(_sentences(stretches, {start for start, _ in sentences}))))
    return tuple(found)


def records(reading: Reading, figures: Mapping[str, Figure]) -> tuple[Record, ...]:
    """The attributions and figures in reading order, what stands inside an attribution below it and deeper.

    `figures`: as people have corrected them, by their ids.
    """
    parents = {each.id: each.parent for each in reading.attributions}

    def depth(attribution: str | None) -> int:
        above: list[str] = []
        while attribution in parents and attribution not in above:
            above.append(attribution)
            attribution = parents[attribution]
        return len(above)

    lines = []
    for n, attribution in enumerate(reading.attributions, 1):
        spans = [span for span in (attribution.content, attribution.cue, attribution.source) if span]
        start = min(span.start for span in spans)
        lines.append(
            (start, 0, depth(attribution.parent), Record(f"a{n}", depth(attribution.parent), attribution, None))
        )
    for n, figure in enumerate(reading.figures, 1):
        within = depth(figure.attribution)
        now = figures.get(figure.id, figure)
        lines.append((now.span.start, 1, within, Record(f"f{n}", within, None, now)))
    return tuple(line[-1] for line in sorted(lines, key=lambda line: line[:3]))


def _marks(reading: Reading) -> Iterator[_Mark]:
    for n, attribution in enumerate(reading.attributions, 1):
        yield _Mark(attribution.content.start, attribution.content.end, "contents", f"a{n}")
        if attribution.cue:
            yield _Mark(attribution.cue.start, attribution.cue.end, "cues", f"a{n}")
        if attribution.source:
            yield _Mark(attribution.source.start, attribution.source.end, "sources", f"a{n}")
    for n, figure in enumerate(reading.figures, 1):
        yield _Mark(figure.span.start, figure.span.end, "figures", f"f{n}")


def _stretch(text: str, start: int, marks: Sequence[_Mark], opened: set[str]) -> Stretch:
    by: dict[str, tuple[str, ...]] = {}
    for kind in ("contents", "cues", "sources", "figures"):
        by[kind] = tuple(mark.record for mark in marks if mark.kind == kind)
    begin = tuple(dict.fromkeys(mark.record for mark in marks if mark.record not in opened))
    opened.update(begin)
    return Stretch(text, start, by["contents"], by["cues"], by["sources"], by["figures"], begin)


def _sentences(stretches: Sequence[Stretch], starts: set[int]) -> Iterator[Sentence]:
    now: list[Stretch] = []
    for stretch in stretches:
        if now and stretch.start in starts:
            yield Sentence(tuple(now))
            now = []
        now.append(stretch)
    if now:
        yield Sentence(tuple(now))
