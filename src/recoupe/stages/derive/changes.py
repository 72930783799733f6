"""What changed on the way from one Document to another: passages that say the same are set side by side, mark by mark."""

from collections.abc import Iterator, Sequence, Set

from recoupe.gazetteers.places import Places
from recoupe.languages.relay_words import relay_words
from recoupe.model.relay import Change
from recoupe.stages.derive.changed_days import changed_days
from recoupe.stages.derive.changed_numbers import changed_number
from recoupe.stages.derive.changed_places import changed_places
from recoupe.stages.derive.changed_voices import changed_voices
from recoupe.stages.derive.changed_words import changed_hedges, changed_terms, disguised
from recoupe.stages.derive.dropped_credits import dropped_credits, dropped_doubts
from recoupe.stages.derive.lone_tolls import lone_tolls, moved, number, numbers_said, told_elsewhere
from recoupe.stages.derive.marking import marks
from recoupe.stages.derive.marks import Count, Marks
from recoupe.stages.derive.one_sided import one_sided
from recoupe.stages.derive.passage_groups import groups
from recoupe.stages.derive.profile import Pair, Profile
from recoupe.stages.derive.same_counts import same_counts
from recoupe.stages.derive.side import Side, side


def changes(a: Profile, b: Profile, pairs: Sequence[Pair], known: Places) -> tuple[Change, ...]:
    """What differs in meaning between the passages of `a` and those of `b` that `pairs` says are the same.

    `known`: the places that a name may mean.

    Changes are in the order of `b`, where they stand there; what was dropped stands where it would be.
    """
    if None in (relay_words(a.document.language), relay_words(b.document.language)):
        return ()
    ours, theirs = marks(a, known), marks(b, known)
    counted = [c for m in ours for c in m.counts], [c for m in theirs for c in m.counts]
    said = numbers_said(counted[0]), numbers_said(counted[1])
    alike = a.document.language == b.document.language
    end = len(b.document.text)
    together = groups(pairs)
    met: list[tuple[Count, Count]] = []
    found: list[tuple[tuple[int, int], Change]] = []
    for in_a, in_b in together:
        left, right = side(a, in_a, ours), side(b, in_b, theirs)
        place = right.passages[0].start
        meeting = [(x, y) for x, y in same_counts(left, right, alike) if not told_elsewhere(x, y, *counted)]
        met += meeting
        for change in _compared(left, right, alike, meeting):
            found.append(((place, change.to_span.start if change.to_span else place), change))
    lone = lone_tolls(counted[0], counted[1], said[1], met), lone_tolls(counted[1], counted[0], said[0], met)
    moves = moved(a, b, lone, met)
    for x, y in moves:
        found += [((y.start, y.start), change) for change in changed_number(x, y, a, b, alike)]
    settled = frozenset(number(c) for pair in moves for c in pair)
    lost, gained = (frozenset(c for c in tolls if number(c) not in settled) for tolls in lone)
    for in_a, in_b in together:
        place = b.passages[in_b[0]].start
        for c in _standing(lost, ours, in_a):
            found.append(((place, place), Change("number", "dropped", a.cut(c.start, c.end), None)))
        for c in _standing(gained, theirs, in_b):
            found.append(((place, c.start), Change("number", "added", None, b.cut(c.start, c.end))))
    partners = {n for in_a, _ in together for n in in_a}, {n for _, in_b in together for n in in_b}
    found += [((end, n), change) for n, change in one_sided(a, ours, lost, partners[0], dropped=True)]
    found += [((n, n), change) for n, change in one_sided(b, theirs, gained, partners[1], dropped=False)]
    found += [((end, 0), change) for change in dropped_doubts(a, ours, theirs)]
    found += [((-1, 0), change) for change in dropped_credits(a, b, alike)]
    return tuple(dict.fromkeys(change for _, change in sorted(found, key=lambda f: f[0])))


def _standing(lone: Set[Count], of: Sequence[Marks], members: Sequence[int]) -> Iterator[Count]:
    """Those of `lone` that stand in some passages, in reading order."""
    return (c for n in members for c in of[n].counts if c in lone)


def _compared(left: Side, right: Side, alike: bool, meeting: Sequence[tuple[Count, Count]]) -> Iterator[Change]:
    """What differs between two sides, whose numbers `meeting` sets against one another."""
    for x, y in meeting:
        yield from changed_number(x, y, left.profile, right.profile, alike)
    yield from changed_voices(left, right)
    yield from changed_days(left, right)
    yield from changed_places(left, right)
    yield from changed_terms(left, right, alike)
    yield from changed_hedges(left, right, alike)
    yield from disguised(left, right)
