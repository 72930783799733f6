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
class Listed:
    """One change in the list below the texts."""

    number: int
    change: Change
    first_at: int | None
    """Where its sentence begins in the first Document; None where it stands only in the second."""
    second_at: int | None


@dataclass(frozen=True, slots=True)
class Row:
    """What the two say there; nothing on a side that does not say it."""

    first: tuple[Piece, ...]
    second: tuple[Piece, ...]


def numbered(comparison: Comparison) -> tuple[Listed, ...]:
    """The changes in the order in which the page shows them, with their numbers from 1."""
    found: dict[Change, tuple[int | None, int | None]] = {}
    for row in comparison.rows:
        for change in row.changes:
            found.setdefault(change, (_begin(row.left, change.from_span), _begin(row.right, change.to_span)))
    for change in comparison.changes:
        found.setdefault(change, (None, None))
    return tuple(Listed(n, change, *at) for n, (change, at) in enumerate(found.items(), 1))


def _begin(spans: Sequence[Span], inside: Span | None) -> int | None:
    """Where the one of these passages begins that holds a span."""
    return next((s.start for s in spans if inside and s.holds(inside.start, inside.end)), None)


def rows(comparison: Comparison) -> tuple[Row, ...]:
    """The rows of a comparison, each side cut into pieces."""
    number = {each.change: each.number for each in numbered(comparison)}
    return tuple(
        Row(
            tuple(_pieces(row.left, [(c.from_span, c) for c in row.changes], number)),
            tuple(_pieces(row.right, [(c.to_span, c) for c in row.changes], number)),
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
