"""Marked text: a document's text cut where records begin and end, so that each stretch knows what it belongs to."""

import itertools
from dataclasses import dataclass

from recoupe.model.document import BlockKind
from recoupe.model.reading import Reading


@dataclass(frozen=True, slots=True)
class Stretch:
    """Some characters, and the records that hold them, the outermost first (`a1`, `f2`)."""

    text: str
    start: int
    contents: tuple[str, ...]
    """Attributions in whose content it stands."""
    cues: tuple[str, ...]
    sources: tuple[str, ...]
    figures: tuple[str, ...]
    opens: tuple[str, ...]
    """Records that begin here: the page can be opened at them."""


@dataclass(frozen=True, slots=True)
class Paragraph:
    """One block of the text."""

    kind: BlockKind
    stretches: tuple[Stretch, ...]


def marked_text(reading: Reading) -> tuple[Paragraph, ...]:
    """The blocks of a Document's text in reading order, each cut into stretches."""
    text = reading.document.text
    spans: list[tuple[int, int, str, str]] = []
    for n, attribution in enumerate(reading.attributions, 1):
        spans.append((attribution.content.start, attribution.content.end, "contents", f"a{n}"))
        if attribution.cue:
            spans.append((attribution.cue.start, attribution.cue.end, "cues", f"a{n}"))
        if attribution.source:
            spans.append((attribution.source.start, attribution.source.end, "sources", f"a{n}"))
    for n, figure in enumerate(reading.figures, 1):
        spans.append((figure.span.start, figure.span.end, "figures", f"f{n}"))
    spans.sort(key=lambda s: (s[0], -s[1]))
    opened: set[str] = set()
    found = []
    for block in reading.document.blocks:
        inside = [s for s in spans if s[0] < block.end and s[1] > block.start]
        cuts = {block.start, block.end, *(min(max(e, block.start), block.end) for s in inside for e in s[:2])}
        edges = sorted(cuts)
        stretches = []
        for start, end in itertools.pairwise(edges):
            held = [s for s in inside if s[0] <= start and end <= s[1]]
            begin = tuple(dict.fromkeys(s[3] for s in held if s[3] not in opened))
            opened.update(begin)
            by = {
                kind: tuple(s[3] for s in held if s[2] == kind) for kind in ("contents", "cues", "sources", "figures")
            }
            stretches.append(
                Stretch(text[start:end], start, by["contents"], by["cues"], by["sources"], by["figures"], begin)
            )
        found.append(Paragraph(block.kind, tuple(stretches)))
    return tuple(found)
