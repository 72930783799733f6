"""Side: one Document's part of what is set side by side, and what of it stands where something of the other stands."""

from collections.abc import Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from functools import reduce

from recoupe.model.span import Span
from recoupe.stages.derive.marks import Marks
from recoupe.stages.derive.profile import Passage, Profile


@dataclass(frozen=True, slots=True)
class Side:
    """Passages of one Document that together say what passages of the other say."""

    profile: Profile
    passages: tuple[Passage, ...]
    marks: Marks

    def span(self, start: int, end: int) -> Span:
        """The Span between two offsets of its Document."""
        return self.profile.cut(start, end)

    def words(self) -> list[tuple[str, int, int]]:
        """Its words with where they begin and end."""
        return [w for p in self.passages for w in zip(p.words, p.starts, p.ends, strict=True)]


def side(profile: Profile, members: Sequence[int], of: Sequence[Marks]) -> Side:
    """The Side of some passages of `profile`, by their numbers; `of` has the marks of all."""
    return Side(profile, tuple(profile.passages[n] for n in members), _joined([of[n] for n in members]))


def _joined(several: Sequence[Marks]) -> Marks:
    return reduce(
        lambda x, y: Marks(
            x.counts + y.counts,
            x.voices + y.voices,
            x.days + y.days,
            x.places + y.places,
            x.terms + y.terms,
            x.hedges + y.hedges,
            x.unclaimed + y.unclaimed,
            x.kinds | y.kinds,
            x.names | y.names,
            x.unverified + y.unverified,
        ),
        several,
    )


def opposite(side: Side, other: Side, start: int, end: int) -> Span | None:
    """What stands in the other text where these words stand in this one: what replaced them, or else their neighbours."""
    ours, theirs = side.words(), other.words()
    matcher = SequenceMatcher(None, [w for w, _, _ in ours], [w for w, _, _ in theirs], autojunk=False)
    for tag, a0, a1, b0, b1 in matcher.get_opcodes():
        if tag == "equal" or not any(start < ours[n][2] and ours[n][1] < end for n in range(a0, a1)):
            continue
        if b0 == b1:  # nothing: the words around the gap
            b0, b1 = max(0, b0 - 1), min(len(theirs), b1 + 1)
        if b0 < b1:
            return other.span(theirs[b0][1], theirs[b1 - 1][2])
    return None
