"""One document's gold set against what was read from it: who pairs with whom, and which parts of each pair agree."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cached_property

from evals.match import Matched, Record, match, shared
from evals.names import Names
from evals.same import number, same_date, same_place, same_published

SAME_CONTENT = 0.5
"""Two contents are one from this share of common characters on (intersection over union)."""

ATTRIBUTION_PARTS = ("source", "parent", "cue", "form")
FIGURE_PARTS = (
    "bound",
    "unit",
    "effect",
    "group",
    "scope",
    "place",
    "date",
    "perpetrator",
    "source",
    "chain",
    "reality",
)
COMPLETE_PARTS = tuple(part for part in FIGURE_PARTS if part not in ("unit", "perpetrator", "chain"))
"""What must be right for a reviewer to leave a figure alone."""


@dataclass(frozen=True)
class Comparison:
    """Gold and prediction of one document. An unread document is an empty prediction."""

    document: str
    gold: Record
    predicted: Record
    names: Names

    @property
    def language_right(self) -> bool:
        """Whether the language is the one gold gives."""
        return bool(self.gold.get("language") == self.predicted.get("language"))

    @property
    def published_right(self) -> bool | None:
        """Whether the publication date is right; None where gold gives none."""
        return same_published(self.gold, self.predicted) if self.gold.get("published") else None

    @cached_property
    def credits(self) -> Matched:
        """Credits of one kind whose spans overlap."""
        return self._match("credits", lambda g, p: shared(g, p)[0] * (g["kind"] == p.get("kind")))

    @cached_property
    def attributions(self) -> Matched:
        """Attributions whose contents are the same by more than half."""
        return self._match("attributions", _same_content)

    @cached_property
    def figures(self) -> Matched:
        """Figures with the same number whose spans overlap."""
        return self._match("figures", lambda g, p: shared(g, p)[0] * (number(g) == number(p)))

    @cached_property
    def _twins(self) -> Mapping[object, object]:
        return {g["id"]: p.get("id") for g, p in self.attributions.pairs}

    def attribution_parts(self, gold: Record, predicted: Record) -> dict[str, bool]:
        """For each of ATTRIBUTION_PARTS, whether it is right in a matched pair."""
        parent = gold.get("parent")
        return {
            "source": self.names.same(gold.get("name"), predicted.get("name")),
            "parent": self._twins.get(parent) == predicted.get("parent") if parent else not predicted.get("parent"),
            "cue": shared(gold, predicted, "cue_")[0] > 0 if gold.get("cue") else not predicted.get("cue"),
            "form": gold.get("form") == predicted.get("form"),
        }

    def figure_parts(self, gold: Record, predicted: Record) -> dict[str, bool]:
        """For each of FIGURE_PARTS, whether it is right in a matched pair."""
        chain, other = gold.get("stated_by") or [], predicted.get("stated_by") or []
        equal = {part: gold.get(part) == predicted.get(part) for part in ("bound", "unit", "effect", "group", "scope")}
        return equal | {
            "place": same_place(gold, predicted),
            "date": same_date(gold, predicted),
            "perpetrator": self.names.same(gold.get("perpetrator"), predicted.get("perpetrator")),
            "source": self.names.same(chain[-1] if chain else None, other[-1] if other else None),
            "chain": self.names.all_same(chain, other),
            "reality": gold.get("reality") == predicted.get("reality"),
        }

    def _match(self, kind: str, closeness: Callable[[Record, Record], float]) -> Matched:
        return match(self.gold.get(kind, []), self.predicted.get(kind, []), closeness)


def _same_content(gold: Record, predicted: Record) -> float:
    share = shared(gold, predicted, "content_")[1]
    return share if share >= SAME_CONTENT else 0
