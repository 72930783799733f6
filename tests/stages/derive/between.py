"""What changed between two passages, as tests ask for it."""

from recoupe.model.relay import Change
from recoupe.stages.derive.changes import changes
from recoupe.stages.derive.profile import Pair, Profile
from tests.stages.derive.passage_pairs import WORLD, every_pair


def between(a: Profile, b: Profile, pairs: list[Pair] | None = None) -> tuple[Change, ...]:
    """The changes from `a` to `b`, by all pairs of their passages unless `pairs` are given."""
    return changes(a, b, every_pair(a, b) if pairs is None else pairs, WORLD.places)


def told(found: tuple[Change, ...]) -> list[tuple[str, str, str, str]]:
    """Kind, detail and the words on both sides of each change."""
    return [
        (c.kind, c.detail, c.from_span.text if c.from_span else "", c.to_span.text if c.to_span else "") for c in found
    ]
