"""Pieces: two passages side by side, cut where they differ."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from recoupe.model.relay import Change, ChangeKind
from recoupe.model.span import Span
from recoupe.stages.derive.comparison import Comparison


@dataclass(frozen=True, slots=True)
class Piece:
    """Some words, and what kind of change they are; None where both sides say the same."""

    text: str
    kind: ChangeKind | None
    number: int
    """The change's place in the list below; 0 where there is none."""


@dataclass(frozen=True, slots=True)
class Row:
    """What the two say there; nothing on a side that does not say it."""

    first: tuple[Piece, ...]
    second: tuple[Piece, ...]
    first_at: int | None
    """Where it begins in the Document."""
    second_at: int | None


def numbered(comparison: Comparison) -> tuple[tuple[int, Change], ...]:
    """The changes in the order in which the page shows them, with their numbers from 1."""
    shown = dict.fromkeys(change for row in comparison.rows for change in row.changes)
    return tuple(enumerate((*shown, *(c for c in comparison.changes if c not in shown)), 1))


def rows(comparison: Comparison) -> tuple[Row, ...]:
    """The rows of a comparison, each side cut into pieces."""
    number = {change: n for n, change in numbered(comparison)}
    return tuple(
        Row(
            tuple(_pieces(row.left, [(c.from_span, c) for c in row.changes], number)),
            tuple(_pieces(row.right, [(c.to_span, c) for c in row.changes], number)),
            row.left[0].start if row.left else None,
            row.right[0].start if row.right else None,
        )
        for row in comparison.rows
    )


def _pieces(
    spans: Sequence[Span], changes: Sequence[tuple[Span | None, Change]], number: Mapping[Change, int]
) -> Iterator[Piece]:
    there = sorted(((s, c) for s, c in changes if s is not None), key=lambda sc: sc[0].start)
    for n, span in enumerate(spans):
        if n:
            yield Piece(" ", None, 0)
        at = span.start
        for where, change in there:
            start, end = max(where.start, at), min(where.end, span.end)
            if start >= end:
                continue
            if start > at:
                yield Piece(span.text[at - span.start : start - span.start], None, 0)
            yield Piece(span.text[start - span.start : end - span.start], change.kind, number[change])
            at = end
        if at < span.end:
            yield Piece(span.text[at - span.start :], None, 0)
