"""Comparison: two Documents side by side, with what changed between them, as a screen shows them."""

from collections.abc import Sequence
from dataclasses import dataclass

from recoupe.model.document import Document
from recoupe.model.relay import Change
from recoupe.model.span import Span
from recoupe.stages.derive.passage_groups import groups
from recoupe.stages.derive.profile import Pair, Profile


@dataclass(frozen=True, slots=True)
class Row:
    """Passages that say the same, or that only one side has; with the changes that stand in them."""

    left: tuple[Span, ...]
    right: tuple[Span, ...]
    changes: tuple[Change, ...]

    @property
    def shared(self) -> bool:
        """Whether both sides say it."""
        return bool(self.left and self.right)


@dataclass(frozen=True, slots=True)
class Comparison:
    """`b` beside `a`, in the order of `b`; what only `a` has stands where it stood in `a`."""

    a: Document
    b: Document
    rows: tuple[Row, ...]
    changes: tuple[Change, ...]


def compared(a: Profile, b: Profile, pairs: Sequence[Pair], changes: Sequence[Change]) -> Comparison:
    """The rows of two Documents whose passages `pairs` says are the same, and between which `changes` were found."""
    together = groups(pairs)
    of_a = {n: group for group in together for n in group[0]}
    of_b = {n: group for group in together for n in group[1]}
    rows: list[tuple[tuple[Span, ...], tuple[Span, ...]]] = [_outside(a, c.from_span, left=True) for c in changes]
    rows += [_outside(b, c.to_span, left=False) for c in changes]
    rows = [row for row in dict.fromkeys(rows) if any(row)]
    shown: set[tuple[tuple[int, ...], tuple[int, ...]]] = set()
    next_b = 0
    for n in range(len(a.passages)):
        group = of_a.get(n)
        if group is None:
            rows.append(((_passage(a, n),), ()))
        elif group not in shown:
            # What only `b` has stands before what follows it there.
            while next_b < max(group[1]):
                if next_b not in of_b:
                    rows.append(((), (_passage(b, next_b),)))
                next_b += 1
            shown.add(group)
            rows.append((tuple(_passage(a, m) for m in group[0]), tuple(_passage(b, m) for m in group[1])))
    rows += [((), (_passage(b, n),)) for n in range(next_b, len(b.passages)) if n not in of_b]
    return Comparison(a.document, b.document, tuple(_row(*row, changes) for row in rows), tuple(changes))


def _passage(profile: Profile, n: int) -> Span:
    return profile.cut(profile.passages[n].start, profile.passages[n].end)


def _outside(profile: Profile, span: Span | None, *, left: bool) -> tuple[tuple[Span, ...], tuple[Span, ...]]:
    """The row of a change that stands in no passage: in a dateline, a credit, a byline."""
    if span is None or profile.passage_at(span.start) is not None:
        return (), ()
    block = next((b for b in profile.document.blocks if b.start <= span.start < b.end), None)
    whole = profile.cut(block.start, block.end) if block else span
    return ((whole,), ()) if left else ((), (whole,))


def _row(left: tuple[Span, ...], right: tuple[Span, ...], changes: Sequence[Change]) -> Row:
    def stands(change: Change) -> bool:
        was, now = change.from_span, change.to_span
        return any(was and s.holds(was.start, was.end) for s in left) or any(
            now and s.holds(now.start, now.end) for s in right
        )

    return Row(left, right, tuple(filter(stands, changes)))
