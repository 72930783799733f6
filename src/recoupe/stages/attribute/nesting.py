"""Nesting: which reporting act stands inside the content of which."""

from collections.abc import Sequence

from recoupe.stages.attribute.draft import Draft


def parents(drafts: Sequence[Draft]) -> list[int | None]:
    """For each draft the index of the one whose content it stands in, the tightest; None where there is none.

    An act stands inside another when its content does and its cue (or its source) does too; a source that rests on
    another (« citant … ») has the same content and says by itself under which it stands.
    """
    found: list[int | None] = []
    for n, child in enumerate(drafts):
        if child.via is not None:
            found.append(next(m for m, other in enumerate(drafts) if other is child.via))
            continue
        mark = child.cue or child.source
        best: int | None = None
        for m, other in enumerate(drafts):
            if m == n:
                continue
            a, b = other.content.start, other.content.end
            if not (a <= child.content.start and child.content.end <= b) or (a, b) == (
                child.content.start,
                child.content.end,
            ):
                continue
            if mark is not None and not (a <= mark[0] and mark[1] <= b):
                continue
            if best is None or (b - a) < drafts[best].content.end - drafts[best].content.start:
                best = m
        found.append(best)
    return found
