"""Passage groups: passages of two Documents that belong together, one to one or a sentence cut in three."""

from collections.abc import Sequence

from recoupe.stages.derive.profile import Pair

_MOST = 3
"""Passages of one side that may stand against one of the other: a sentence cut in three."""


def groups(pairs: Sequence[Pair]) -> list[tuple[tuple[int, ...], tuple[int, ...]]]:
    """Passages that belong together, the surest pairs first: those of `a`, and those of `b`, that say the same."""
    of_a: dict[int, int] = {}
    of_b: dict[int, int] = {}
    members: dict[int, tuple[set[int], set[int]]] = {}
    for n, pair in enumerate(sorted(pairs, key=lambda p: (-p.score, p.a, p.b))):
        joined = [g for g in dict.fromkeys((of_a.get(pair.a), of_b.get(pair.b))) if g is not None]
        in_a = {pair.a}.union(*(members[g][0] for g in joined))
        in_b = {pair.b}.union(*(members[g][1] for g in joined))
        if len(in_a) > _MOST or len(in_b) > _MOST or (len(in_a) > 1 and len(in_b) > 1 and len(joined) > 1):
            continue
        for g in joined:
            del members[g]
        members[n] = in_a, in_b
        of_a |= dict.fromkeys(in_a, n)
        of_b |= dict.fromkeys(in_b, n)
    return sorted((tuple(sorted(in_a)), tuple(sorted(in_b))) for in_a, in_b in members.values())
