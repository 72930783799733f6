"""Nesting: which reporting act stands inside the content of which."""

from collections.abc import Sequence

from recoupe.stages.attribute.forms.draft import Draft


def parents(drafts: Sequence[Draft]) -> list[int | None]:
    """For each draft the index of the one whose content it stands in, the tightest; None where there is none.

    An act stands inside another when its content does and its cue (or its source) does too; a source that rests on
    another (« citant … ») has the same content and says by itself under which it stands.
    """
    found: list[int | None] = []
    spans = [(draft.content.start, draft.content.end) for draft in drafts]
    for n, child in enumerate(drafts):
        if child.via is not None:
            found.append(next(m for m, other in enumerate(drafts) if other is child.via))
            continue
        mark = child.cue or child.source
        best: int | None = None
        tightest, (start, end) = 0, spans[n]
        for m, (a, b) in enumerate(spans):
            if a > start or b < end or (a == start and b == end):
                continue
            if mark is not None and not (a <= mark[0] and mark[1] <= b):
                continue
            if best is None or b - a < tightest:
                best, tightest = m, b - a
        found.append(best)
    return found
