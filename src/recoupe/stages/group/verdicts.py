"""Verdicts: what people's Decisions say of pairs of Figures, the newest Decision counting."""

from collections.abc import Iterable, Iterator
from itertools import product

from recoupe.model.decision import Decision
from recoupe.model.pairs import Pairs


class Verdicts:
    """Which pairs of Figures are of one incident, and which are not, because a person says so."""

    def __init__(self, decisions: Iterable[Decision] = ()) -> None:
        self._pairs = Pairs(decisions, "same", "apart")
        self.says_apart = any(True for _ in self._pairs.parted())
        """Whether anything is said to be apart."""

    def same(self, a: str, b: str) -> bool:
        """Whether a person says that the two Figures, by their ids, are of one incident."""
        return self._pairs.said(a, b) is True

    def apart(self, a: str, b: str) -> bool:
        """Whether a person says that they are not."""
        return self._pairs.said(a, b) is False

    def any_apart(self, some: Iterable[str], others: Iterable[str]) -> bool:
        """Whether a Figure of the one and a Figure of the other are said to be apart."""
        return self.says_apart and any(self.apart(a, b) for a, b in product(some, others))

    def joined(self) -> Iterator[tuple[str, str]]:
        """All pairs that are said to be of one incident."""
        return self._pairs.joined()
