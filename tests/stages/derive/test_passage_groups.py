"""Passage groups: which passages belong together."""

from recoupe.stages.derive.passage_groups import groups
from recoupe.stages.derive.profile import Pair


def test_passages_go_together_surest_first() -> None:
    pairs = [Pair(0, 0, 0.9), Pair(1, 0, 0.8), Pair(2, 2, 0.9), Pair(2, 0, 0.3)]
    assert groups(pairs) == [((0, 1), (0,)), ((2,), (2,))]
