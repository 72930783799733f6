"""Claim: one checkable proposition, with its attribution chain, its spans, and what kind of thing it states."""

from dataclasses import dataclass
from typing import Literal

from recoupe.model.annotation import Place
from recoupe.model.span import Span

ClaimKind = Literal[
    "denial",  # says that it is not so, or that one did not do it
    "admission",  # says that one did it: admits it, or claims it as one's own
    "responsibility",  # says who did it or answers for it, as an accusation
    "comparison",  # sets tallies against each other: « multiplié par huit », « soit 12 % »
    "harm",  # people killed, hurt, missing, held, trapped, abused; what they live by destroyed
    "displacement",  # people who flee, are driven out, or return
    "control",  # who takes, loses, holds or besieges a place
    "protection",  # corridor, evacuation, warning, ceasefire, access of aid
    "strike",  # fire from the air or from afar: strikes, sorties, shells, missiles, drones
    "other",
]
ControlChange = Literal[
    "taken",
    "lost",  # given up, left, or lost to somebody who is not named as taking it
    "held",
    "besieged",
    "relieved",  # a siege lifted or broken
    "entered",
]
MeasureKind = Literal["corridor", "evacuation", "warning", "ceasefire", "aid"]
MeasureStatus = Literal[
    "exists",
    "missing",
    "refused",  # or blocked
    "asked",  # called for, ordered, proposed, promised: not there yet
    "broken",  # or ended
]
Relation = Literal[
    "times",  # `value` times as many: 8 for « multiplié par huit », 0.5 for « divisé par deux »
    "percent",  # « soit 12 % de la population », « en hausse de 30 % »
    "share",  # « la moitié des victimes », « un blessé sur trois »; `value` between 0 and 1
    "difference",  # « douze de plus qu'en février »
    "against",  # two tallies side by side: « 212 morts, contre 98 en août »; no `value`
]


@dataclass(frozen=True, slots=True)
class Measure:
    """A measure to protect people, and what is said of it."""

    kind: MeasureKind
    status: MeasureStatus


@dataclass(frozen=True, slots=True)
class Comparison:
    """What is said of two tallies. The operands are kept by their words, so that it can be recomputed."""

    span: Span
    """The words that compare (« huit fois plus »)."""
    relation: Relation
    value: float | None
    operands: tuple[Span, ...]
    """The numbers compared, in reading order; those that the text leaves out are not there."""


@dataclass(frozen=True, slots=True)
class Claim:
    """What is stated, on whose word.

    One for each Attribution's content, and for each sentence of the article's own voice that holds a Figure or states
    something of a kind.
    """

    id: str
    document: str
    span: Span
    stated_by: tuple[str, ...]
    """Names of the chain, outermost first, innermost last; empty in the article's own voice."""
    attribution: str | None
    figures: tuple[str, ...]
    """Ids of the Figures that stand in the span and in no deeper content."""
    kind: ClaimKind = "other"
    also: tuple[ClaimKind, ...] = ()
    """What else it states, in the order of `ClaimKind`."""
    accused: tuple[str, ...] = ()
    """Who is said to have done it or to answer for it: usual English names; the article's words for the unnamed."""
    victims: tuple[str, ...] = ()
    """Who is said to suffer it: usual English names, and groups of people (`civilians`, `children`, …)."""
    change: ControlChange | None = None
    """What is said of the control of a place."""
    actor: str | None = None
    """Who takes, loses, holds, besieges or enters it: usual English name."""
    place_span: Span | None = None
    """The words for the place whose control it is about."""
    place: Place | None = None
    date_span: Span | None = None
    date_from: str | None = None
    date_to: str | None = None
    measures: tuple[Measure, ...] = ()
    comparison: Comparison | None = None
