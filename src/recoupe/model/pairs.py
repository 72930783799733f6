"""Pairs of Figures of which people's Decisions say that they belong together or not, the newest Decision counting."""

from collections.abc import Iterable, Iterator
from itertools import combinations, product

from recoupe.model.decision import Decision, Verdict


class Pairs:
    """What Decisions of two verdicts, `together` and `apart`, say of pairs of Figures."""

    def __init__(self, decisions: Iterable[Decision], together: Verdict, apart: Verdict) -> None:
        ordered = sorted(decisions, key=lambda d: (d.when, d.id))
        withdrawn = {each for d in ordered if d.verdict == "withdrawn" for each in d.records}
        self._pairs: dict[tuple[str, str], bool] = {}
        for decision in ordered:
            if decision.id in withdrawn or decision.verdict not in (together, apart):
                continue
            several = (
                combinations(decision.records, 2)
                if decision.verdict == together
                else product(decision.records, decision.others)
            )
            for a, b in several:
                self._pairs[_pair(a, b)] = decision.verdict == together

    def said(self, a: str, b: str) -> bool | None:
        """Whether a person says that the two Figures, by their ids, belong together; None where nobody says anything."""
        return self._pairs.get(_pair(a, b))

    def joined(self) -> Iterator[tuple[str, str]]:
        """All pairs that are said to belong together."""
        return (pair for pair, together in self._pairs.items() if together)

    def parted(self) -> Iterator[tuple[str, str]]:
        """All pairs that are said not to."""
        return (pair for pair, together in self._pairs.items() if not together)


def _pair(a: str, b: str) -> tuple[str, str]:
    return (a, b) if a < b else (b, a)
