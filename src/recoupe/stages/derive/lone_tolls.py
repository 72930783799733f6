"""Lone tolls: numbers of the harmed that stand against no number of the other Document, and where they went."""

from collections.abc import Sequence

from recoupe.stages.derive.leftovers import Placed, paired, told
from recoupe.stages.derive.marks import Count
from recoupe.stages.derive.profile import Profile
from recoupe.stages.derive.same_counts import is_headline

_BESIDE = 15
"""Characters between a number and what became of the counted, where it says no noun."""


def numbers_said(counts: Sequence[Count]) -> frozenset[float]:
    """All numbers, the size of vague ones as a negative one."""
    vague = [-c.magnitude for c in counts if c.value is None and c.magnitude]
    return frozenset([*vague, *(n for c in counts for n in (c.value, c.high) if n is not None)])


def told_elsewhere(x: Count, y: Count, ours: Sequence[Count], theirs: Sequence[Count]) -> bool:
    """Whether two numbers differ of which the other Document tells either in another sentence: none was changed."""
    if x.value is None or y.value is None or told(x, [y]):
        return False
    return told(x, theirs) or told(y, ours)


def lone_tolls(
    counts: Sequence[Count], others: Sequence[Count], said: frozenset[float], met: Sequence[tuple[Count, Count]]
) -> list[Count]:
    """The tolls that stand against no number and that the other Document, with `others`, does not tell."""
    matched = {c for pair in met for c in pair}
    lone = (c for c in counts if c not in matched and is_toll(c) and not _is_said(c, said))
    return [c for c in lone if not told(c, others)]


def moved(
    a: Profile, b: Profile, lone: tuple[Sequence[Count], Sequence[Count]], met: Sequence[tuple[Count, Count]]
) -> list[tuple[Count, Count]]:
    """The lone tolls that are one number changed, in sentences that are not set side by side, or said once more."""
    changed = [(x, y) for x, y in met if (is_toll(x) or is_toll(y)) and number(x)[:3] != number(y)[:3]]
    ours = _placed(a, [*lone[0], *(x for x, _ in changed)])
    theirs = _placed(b, [*lone[1], *(y for _, y in changed)])
    known = set(met)
    return [pair for pair in paired(ours, theirs) if pair not in known]


def _placed(profile: Profile, counts: Sequence[Count]) -> list[Placed]:
    return [(c, is_headline(profile, c)) for c in sorted(counts, key=lambda c: c.start)]


def number(count: Count) -> tuple[float | None, float | None, int | None, str | None, str | None]:
    """What tells one number from another, wherever it stands."""
    return count.value, count.high, count.magnitude, count.effect, count.group


def is_toll(count: Count) -> bool:
    """Whether it counts the harmed: it was read so, or their group or what became of them stands beside it."""
    if count.read or count.effect in (None, "struck") or count.value == 1:
        return count.read
    start, end = count.effect_at or (count.start, count.end)
    return bool(count.group) or count.people or max(start - count.end, count.start - end) <= _BESIDE


def _is_said(count: Count, said: frozenset[float]) -> bool:
    """Whether the other Document has the number somewhere; of « dozens », whether it has as many."""
    if count.value is not None:
        return count.value in said
    size = count.magnitude or 10
    return any(size <= abs(n) < 10 * size for n in said)
