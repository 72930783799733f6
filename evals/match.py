"""One-to-one matching of gold records with predicted ones, the best pair first."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

Record = Mapping[str, Any]
"""One object of the JSON form of GUIDELINES.md."""


@dataclass(frozen=True, slots=True)
class Matched:
    """What came of a matching: pairs of (gold, predicted) in the order they were made, and what stayed alone."""

    pairs: tuple[tuple[Record, Record], ...]
    missed: tuple[Record, ...]
    spurious: tuple[Record, ...]


def shared(gold: Record, predicted: Record, prefix: str = "") -> tuple[int, float]:
    """How many characters two spans share, and that number over the stretch from the first start to the last end.

    The spans are the fields `<prefix>start` and `<prefix>end`; (0, 0.0) where one is not given or they do not touch.
    """
    start, end = gold.get(f"{prefix}start"), gold.get(f"{prefix}end")
    other_start, other_end = predicted.get(f"{prefix}start"), predicted.get(f"{prefix}end")
    if start is None or end is None or other_start is None or other_end is None:
        return 0, 0.0
    common = min(end, other_end) - max(start, other_start)
    if common <= 0:
        return 0, 0.0
    return common, common / (max(end, other_end) - min(start, other_start))


def match(gold: Sequence[Record], predicted: Sequence[Record], closeness: Callable[[Record, Record], float]) -> Matched:
    """Gold and predicted records paired one to one, the closest first; ties go to the earlier.

    No pair is made at closeness 0.
    """
    ranked = sorted(
        (-how, g, p)
        for g, one in enumerate(gold)
        for p, other in enumerate(predicted)
        if (how := closeness(one, other)) > 0
    )
    of_gold: dict[int, int] = {}
    taken: set[int] = set()
    for _, g, p in ranked:
        if g not in of_gold and p not in taken:
            of_gold[g] = p
            taken.add(p)
    return Matched(
        pairs=tuple((gold[g], predicted[p]) for g, p in of_gold.items()),
        missed=tuple(one for g, one in enumerate(gold) if g not in of_gold),
        spurious=tuple(other for p, other in enumerate(predicted) if p not in taken),
    )
