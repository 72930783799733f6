"""Same counts: which numbers of two sides count one thing."""

from collections.abc import Iterator
from math import log

from recoupe.stages.derive.marks import Count
from recoupe.stages.derive.profile import Profile
from recoupe.stages.derive.side import Side

_PARTS = frozenset(("children", "women"))
"""Groups that are told apart from all the harmed: « 40 morts, dont 15 femmes »."""
_HEADLINE = 0.6
"""A headline's number is rather the other headline's."""


def same_counts(left: Side, right: Side, alike: bool) -> Iterator[tuple[Count, Count]]:
    """The numbers that count one thing, the likest first."""
    ours, theirs = left.marks.counts, right.marks.counts
    costs = sorted(
        (cost, m, n)
        for m, x in enumerate(ours)
        for n, y in enumerate(theirs)
        if (cost := _cost(x, y, m / len(ours) - n / len(theirs), left, right, alike)) is not None
    )
    met_a: set[int] = set()
    met_b: set[int] = set()
    for _, m, n in costs:
        if m not in met_a and n not in met_b:
            met_a.add(m)
            met_b.add(n)
            yield ours[m], theirs[n]


def is_headline(profile: Profile, count: Count) -> bool:
    """Whether the number stands in a headline, or in what else is no paragraph."""
    at = profile.passage_at(count.start)
    return at is not None and profile.passages[at].kind != "paragraph"


def _cost(x: Count, y: Count, apart: float, left: Side, right: Side, alike: bool) -> float | None:
    """How unlikely it is that two numbers count one thing; None where they do not."""
    shift = abs(apart) / 2 + _HEADLINE * (is_headline(left.profile, x) != is_headline(right.profile, y))
    differ = 0.3 * (x.effect != y.effect and bool(x.effect and y.effect)) + 0.3 * (x.group != y.group)
    if x.value is not None and y.value is not None:
        if x.value == y.value and x.high == y.high:
            return shift + differ + 0.1 * (x.bound != y.bound)
        ratio = abs(log(max(x.value, 0.5) / max(y.value, 0.5)))
        if ratio > 2.5 or not _one_kind(x, y, left, right, alike):
            return None
        return 1.0 + ratio / 2 + shift + differ * 2
    if x.value is None and y.value is None:
        return shift + differ + (0.5 if x.magnitude != y.magnitude else 0.0) if x.magnitude and y.magnitude else None
    exact, vague = (x, y) if x.value is not None else (y, x)
    size = vague.magnitude or 10
    if not size <= (exact.value or 0) < 10 * size or not _one_kind(x, y, left, right, alike):
        return None
    return 1.0 + shift + differ


def _one_kind(x: Count, y: Count, left: Side, right: Side, alike: bool) -> bool:
    """Whether two different numbers may still be one count: of one effect or group, or before one noun."""
    if x.group != y.group and {x.group, y.group} & _PARTS:
        return False
    if (x.effect or x.group) and (y.effect or y.group):
        return x.effect == y.effect or not (x.effect and y.effect) or (x.group is not None and x.group == y.group)
    if x.effect or x.group or y.effect or y.group:
        return False
    return alike and _next_word(x, left) == _next_word(y, right) != ""


def _next_word(count: Count, side: Side) -> str:
    for passage in side.passages:
        for word, start in zip(passage.words, passage.starts, strict=True):
            if start >= count.end and start < passage.end:
                return word
    return ""
