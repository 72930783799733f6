"""B³: how well things are put into groups (Bagga & Baldwin 1998; for things in several groups Amigó et al. 2009)."""

from collections.abc import Collection, Hashable, Mapping
from dataclasses import dataclass

from evals.score import Rate

Groups = Mapping[str, Collection[Hashable]]
"""The groups in which each thing is; none where it is alone."""


@dataclass(frozen=True, slots=True)
class BCubed:
    """Precision and recall, from 0 to 1."""

    precision: float
    recall: float

    @property
    def f1(self) -> Rate:
        """The harmonic mean, in three places."""
        both = self.precision + self.recall
        return round(2 * self.precision * self.recall / both, 3) if both else 0.0


def bcubed(ours: Groups, theirs: Groups) -> BCubed:
    """How `ours` stands to `theirs`, over the things of `theirs`.

    For each thing and each other one that shares a group with it: the groups that both have in common by both, as a
    share of those by one side. A thing that is in no group of ours is right about nobody.
    """
    things = [thing for thing in theirs if theirs[thing]]
    return BCubed(_half(ours, theirs, things), _half(theirs, ours, things))


def _half(one: Groups, other: Groups, things: Collection[str]) -> float:
    total = 0.0
    for thing in things:
        shares = []
        for each in things:
            common = len({*one.get(thing, ())} & {*one.get(each, ())})
            if common:
                shares.append(min(common, len({*other.get(thing, ())} & {*other.get(each, ())})) / common)
        total += sum(shares) / len(shares) if shares else 0.0
    return total / len(things) if things else 0.0
