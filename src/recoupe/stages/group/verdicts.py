"""Verdicts: what people's Decisions say of pairs of Figures, the newest Decision counting."""

from collections.abc import Iterable, Iterator
from itertools import combinations, product
from typing import Literal

from recoupe.model.decision import Decision


class Verdicts:
    """Which pairs of Figures are of one incident, and which are not, because a person says so."""

    def __init__(self, decisions: Iterable[Decision] = ()) -> None:
        ordered = sorted(decisions, key=lambda d: (d.when, d.id))
        withdrawn = {each for d in ordered if d.verdict == "withdrawn" for each in d.records}
        self._pairs: dict[tuple[str, str], Literal["same", "apart"]] = {}
        for decision in ordered:
            if decision.id not in withdrawn and decision.verdict in ("same", "apart"):
                for a, b in _pairs(decision):
                    self._pairs[_pair(a, b)] = decision.verdict
        self.says_apart = "apart" in self._pairs.values()
        """Whether anything is said to be apart."""

    def same(self, a: str, b: str) -> bool:
        """Whether a person says that the two Figures, by their ids, are of one incident."""
        return self._pairs.get(_pair(a, b)) == "same"

    def apart(self, a: str, b: str) -> bool:
        """Whether a person says that they are not."""
        return self._pairs.get(_pair(a, b)) == "apart"

    def any_apart(self, some: Iterable[str], others: Iterable[str]) -> bool:
        """Whether a Figure of the one and a Figure of the other are said to be apart."""
        return bool(self._pairs) and any(self.apart(a, b) for a, b in product(some, others))

    def joined(self) -> Iterator[tuple[str, str]]:
        """All pairs that are said to be of one incident."""
        return (pair for pair, verdict in self._pairs.items() if verdict == "same")


def _pairs(decision: Decision) -> Iterator[tuple[str, str]]:
    if decision.verdict == "same":
        return combinations(decision.records, 2)
    return product(decision.records, decision.others)


def _pair(a: str, b: str) -> tuple[str, str]:
    return (a, b) if a < b else (b, a)
