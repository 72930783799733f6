"""One-sided: what stands in sentences that the other side does not have, where it has most of the text."""

from collections.abc import Iterator, Sequence, Set

from recoupe.model.relay import Change, ChangeKind
from recoupe.stages.derive.marks import Count, Marks
from recoupe.stages.derive.profile import Profile

_WHOLE = 0.5
"""Where less of a side is said by the other one, only a part was borrowed, and what is not there was not dropped."""


def one_sided(
    profile: Profile, of: Sequence[Marks], lone: Set[Count], partnered: Set[int], *, dropped: bool
) -> Iterator[tuple[int, Change]]:
    """The tolls and voices of passages outside `partnered`, each with where it stands; `lone` are the tolls left over."""
    passages = profile.passages
    body = [n for n, passage in enumerate(passages) if passage.kind == "paragraph"]
    if not body or sum(n in partnered for n in body) < _WHOLE * len(body):
        return
    for n in body:
        if n in partnered:
            continue
        tolls = [c for c in of[n].counts if c in lone]
        spans: list[tuple[ChangeKind, int, int]] = [("number", c.start, c.end) for c in tolls]
        spans += [("attribution", v.start, v.end) for v in of[n].voices if not v.vague]
        for kind, start, end in spans:
            span = profile.cut(start, end)
            yield start, Change(kind, "dropped", span, None) if dropped else Change(kind, "added", None, span)
