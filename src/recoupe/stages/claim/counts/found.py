"""Found: a count that is tied to what befell those counted, while its sentence is still being read."""

from dataclasses import dataclass

from recoupe.model.figure import Effect, Figure, Group
from recoupe.stages.claim.counts.counts import Count
from recoupe.stages.claim.counts.harms import Harm

# which effects say worse of the same people than another does
_WORSE: dict[Effect, frozenset[Effect]] = {
    "wounded": frozenset({"killed"}),
    "casualties": frozenset({"killed", "wounded", "missing"}),
    "missing": frozenset({"killed"}),
    "detained": frozenset({"killed", "wounded", "casualties", "returned", "missing"}),
    "displaced": frozenset({"killed", "wounded", "casualties", "returned", "trapped", "missing"}),
    "trapped": frozenset({"killed", "wounded"}),
    "returned": frozenset({"killed", "wounded"}),
    "surrendered": frozenset({"killed"}),
}


@dataclass(slots=True, eq=False)
class Found:
    """A count, its effect and where that comes from."""

    count: Count
    effect: Effect
    harm: Harm | None = None
    """The words that say it; None when the noun does, or when it is carried over."""
    whole: "Found | Figure | None" = None
    """The count of which this one is a part."""
    like: "Found | Figure | None" = None
    """The count beside which this one is set, whose group and setting it shares."""
    group: Group | None = None
    """The group that the words of the toll name (« le nombre de soldats tués est de 44 »)."""
    identified: bool = False
    """Whether it says who those are that were counted before (« il s'agit de neuf hommes et six femmes »)."""
    spread: bool = False
    """Whether the words of harm are those of the count beside it."""
    carried: bool = False
    """Whether the words of harm stand in another clause or sentence."""

    def worsened_by(self, effect: Effect) -> bool:
        """Whether `effect` says worse of the same people."""
        return effect in _WORSE.get(self.effect, ())
