"""Figure: a number that a claim gives, of people or strikes (GUIDELINES.md, figures)."""

from dataclasses import dataclass
from typing import Literal

from recoupe.model.annotation import Bound, Place
from recoupe.model.span import Span

Unit = Literal["people", "families", "strikes", "sorties"]
Group = Literal["civilians", "children", "women", "combatants", "unspecified"]
Effect = Literal[
    "killed",
    "wounded",
    "casualties",
    "missing",
    "detained",
    "displaced",
    "trapped",
    "returned",
    "surrendered",
    "struck",
]
Scope = Literal["incident", "period", "total"]
Reality = Literal["asserted", "conditional", "denied", "hypothetical"]


@dataclass(frozen=True, slots=True)
class Figure:
    """One count. Raw words and resolved values stand side by side."""

    id: str
    document: str
    span: Span
    """Number with its approximator and the noun counted (« plus de 130 civils »)."""
    value: float | None
    value_high: float | None
    magnitude: int | None
    bound: Bound
    unit: Unit
    group: Group
    effect: Effect
    scope: Scope
    place_span: Span | None
    place: Place | None
    date_span: Span | None
    date_from: str | None
    date_to: str | None
    perpetrator: str | None
    """A party's usual English name, or None."""
    reality: Reality
    stated_by: tuple[str, ...]
    """Names of the chain, outermost first, innermost last; empty when the article says it in its own voice."""
    attribution: str | None
    """Id of the innermost Attribution that holds it."""
    part_of: str | None = None
    """Id of the Figure of which this one counts a part (« dont 12 enfants »); parts are never added."""
