"""Pieces: two passages side by side, cut where they differ."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from recoupe.model.relay import Change, ChangeKind
from recoupe.model.span import Span
from recoupe.stages.derive.comparison import Comparison


@dataclass(frozen=True, slots=True)
class Piece:
    """Some words, and what kind of change they are; None where both sides say the same."""

    text: str
    kind: ChangeKind | None


@dataclass(frozen=True, slots=True)
class Row:
    """What the two say there."""

    first: tuple[Piece, ...]
    second: tuple[Piece, ...]


def rows(comparison: Comparison) -> tuple[Row, ...]:
    """The rows of a comparison, each side cut into pieces."""
    return tuple(
        Row(
            tuple(_pieces(row.left, [(c.from_span, c) for c in row.changes])),
            tuple(_pieces(row.right, [(c.to_span, c) for c in row.changes])),
        )
        for row in comparison.rows
    )


def _pieces(spans: Sequence[Span], changes: Sequence[tuple[Span | None, Change]]) -> Iterator[Piece]:
    for n, span in enumerate(spans):
        if n:
            yield Piece(" ", None)
        at = span.start
        for where, change in sorted(((s, c) for s, c in changes if s is not None), key=lambda sc: sc[0].start):
            start, end = max(where.start, at), min(where.end, span.end)
            if start >= end:
                continue
            if start > at:
                yield Piece(span.text[at - span.start : start - span.start], None)
            yield Piece(span.text[start - span.start : end - span.start], change.kind)
            at = end
        if at < span.end:
            yield Piece(span.text[at - span.start :], None)
