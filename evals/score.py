"""The measures: counts that add up over documents and corpora, and the rates made of them.

The rates are those of the yardstick that the goals are written in; tests/evals checks that both agree in every number.
"""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import TypedDict

from evals.compare import ATTRIBUTION_PARTS, COMPLETE_PARTS, FIGURE_PARTS, Comparison
from evals.match import Matched

Rate = float | None
"""A share from 0 to 1 in three places; None where there was nothing to measure."""


class Report(TypedDict):
    """All measures of a Score."""

    documents: int
    language: Rate
    published: Rate
    credits: dict[str, Rate]
    attributions: dict[str, Rate]
    figures: dict[str, Rate]


def rate(part: int, whole: int) -> Rate:
    """`part` of `whole` in three places; None of nothing."""
    return round(part / whole, 3) if whole else None


@dataclass(frozen=True, slots=True)
class Found:
    """How many gold records were found, how many were missed, how many predicted ones are in no gold."""

    found: int = 0
    missed: int = 0
    spurious: int = 0

    @classmethod
    def of(cls, matched: Matched) -> "Found":
        """The counts of one matching."""
        return cls(len(matched.pairs), len(matched.missed), len(matched.spurious))

    def __add__(self, other: "Found") -> "Found":
        return Found(self.found + other.found, self.missed + other.missed, self.spurious + other.spurious)

    def held_to(self, right: int) -> "Found":
        """The same where only `right` of the pairs count as found, and the others as both missed and spurious."""
        return Found(right, self.found + self.missed - right, self.found + self.spurious - right)

    @property
    def f1(self) -> Rate:
        """The harmonic mean of precision and recall, each in three places; None where gold has none."""
        precision, recall = rate(self.found, self.found + self.spurious), rate(self.found, self.found + self.missed)
        if precision and recall:
            return round(2 * precision * recall / (precision + recall), 3)
        return 0.0 if self.found + self.missed else None

    def rates(self) -> dict[str, Rate]:
        """Precision, recall, F1 and the three counts."""
        return {
            "precision": rate(self.found, self.found + self.spurious),
            "recall": rate(self.found, self.found + self.missed),
            "f1": self.f1,
            "found": self.found,
            "missed": self.missed,
            "spurious": self.spurious,
        }


@dataclass(frozen=True)
class Score:
    """Counts over some documents. Scores add up, so that corpora can be measured together."""

    documents: int = 0
    language: int = 0
    published: int = 0
    dated: int = 0
    """Documents whose publication date gold gives."""
    credits: Found = Found()
    attributions: Found = Found()
    attribution_parts: Counter[str] = field(default_factory=Counter)
    """Matched attributions in which a part is right, by part."""
    figures: Found = Found()
    figure_parts: Counter[str] = field(default_factory=Counter)
    complete: int = 0
    """Matched figures with every one of COMPLETE_PARTS right."""

    @classmethod
    def of(cls, comparison: Comparison) -> "Score":
        """The counts of one document."""
        attributions = [_right(comparison.attribution_parts(g, p)) for g, p in comparison.attributions.pairs]
        figures = [_right(comparison.figure_parts(g, p)) for g, p in comparison.figures.pairs]
        return cls(
            documents=1,
            language=int(comparison.language_right),
            published=int(comparison.published_right is True),
            dated=int(comparison.published_right is not None),
            credits=Found.of(comparison.credits),
            attributions=Found.of(comparison.attributions),
            attribution_parts=Counter(part for right in attributions for part in right),
            figures=Found.of(comparison.figures),
            figure_parts=Counter(part for right in figures for part in right),
            complete=sum(right.issuperset(COMPLETE_PARTS) for right in figures),
        )

    def __add__(self, other: "Score") -> "Score":
        return Score(
            documents=self.documents + other.documents,
            language=self.language + other.language,
            published=self.published + other.published,
            dated=self.dated + other.dated,
            credits=self.credits + other.credits,
            attributions=self.attributions + other.attributions,
            attribution_parts=self.attribution_parts + other.attribution_parts,
            figures=self.figures + other.figures,
            figure_parts=self.figure_parts + other.figure_parts,
            complete=self.complete + other.complete,
        )

    def report(self) -> Report:
        """Every measure. Parts are shares of the matched pairs; `complete` is a share of gold's figures."""
        with_source = self.attributions.held_to(self.attribution_parts["source"])
        return {
            "documents": self.documents,
            "language": rate(self.language, self.documents),
            "published": rate(self.published, self.dated),
            "credits": self.credits.rates(),
            "attributions": self.attributions.rates()
            | {part: rate(self.attribution_parts[part], self.attributions.found) for part in ATTRIBUTION_PARTS}
            | {"f1_with_source": with_source.f1},
            "figures": self.figures.rates()
            | {part: rate(self.figure_parts[part], self.figures.found) for part in FIGURE_PARTS}
            | {"complete": rate(self.complete, self.figures.found + self.figures.missed)},
        }


def total(comparisons: Iterable[Comparison]) -> Score:
    """The Score over all of them, whatever their corpus."""
    return sum(map(Score.of, comparisons), Score())


def _right(parts: dict[str, bool]) -> set[str]:
    return {part for part, right in parts.items() if right}
