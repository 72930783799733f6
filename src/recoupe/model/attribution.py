"""Attribution: one source–cue–content relation (PARC 3, Pareti 2016; PolNeAR, Newell et al. 2018); may stand inside another."""

from dataclasses import dataclass
from typing import Literal

from recoupe.model.annotation import Entity
from recoupe.model.span import Span

Form = Literal["direct", "indirect", "mixed"]
Stance = Literal[
    "say",
    "announce",
    "estimate",
    "deny",
    "admit",
    "accuse",
    "ask",
    "promise",
    "quote",
    "recall",
    "claim_responsibility",
    "refuse",
    "warn",
    "stance",
]


@dataclass(frozen=True, slots=True)
class Attribution:
    """Who is said to have said what, as one reporting act (GUIDELINES.md, attributions)."""

    id: str
    document: str
    source: Span | None
    """The words that name the source in this sentence; None where no word does."""
    entity: Entity | None
    """Who it is, resolved; None when it cannot be told."""
    role: str | None
    organisation: str | None
    cue: Span | None
    content: Span
    form: Form
    stance: Stance
    negated: bool
    parent: str | None
    """Id of the Attribution inside whose content this one stands."""
