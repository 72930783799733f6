"""Tally: what follows from an incident's Figures under a stated rule, and how its Figures disagree."""

from dataclasses import dataclass
from typing import Literal

from recoupe.model.claim import Relation
from recoupe.model.figure import Effect, Group, Unit

DisagreementKind = Literal[
    "equal",  # the same number with the same meaning
    "compatible",  # both can be true at once, by their bounds
    "scope",  # they count different things: effect, group, part, place or stretch of time
    "time",  # an earlier toll that a later one has superseded
    "status",  # one is conditional, denied or hypothetical, or a claim stands against an admission
    "conflict",  # the same thing, by different origins, and no number satisfies both
]
CheckRelation = Literal[Relation, "sum"]
"""What a Comparison says of two tallies; or that a whole holds its parts."""
CheckVerdict = Literal["agrees", "differs", "unknown"]
Grade = Literal["confirmed", "fair", "weak", "contested", "discounted"]


@dataclass(frozen=True, slots=True)
class Disagreement:
    """How two Figures of one Incident differ."""

    first: str
    """Ids of the Figures; the one told first comes first."""
    second: str
    kind: DisagreementKind
    detail: str
    """What exactly, a key of the catalogues: `effect`, `group`, `part`, `place`, `period`, `superseded`, `conditional` …"""


@dataclass(frozen=True, slots=True)
class Taken:
    """A Figure as a rule reads it."""

    figure: str
    low: int
    """The smallest number that the rule takes it for."""
    high: int


@dataclass(frozen=True, slots=True)
class LeftOut:
    """A Figure that a rule does not use, and why."""

    figure: str
    reason: str
    """A key of the catalogues: `part`, `superseded`, `denied`, `hypothetical`, `other_group`, `distorted` …"""


@dataclass(frozen=True, slots=True)
class Tally:
    """One rule's answer for one effect and group of an Incident. A number that the rule does not give is None."""

    rule: str
    """The rule's name (`airwars`, `ucdp`, `acled`, `ibc`, `conservative` …)."""
    effect: Effect
    group: Group
    unit: Unit
    low: int | None
    best: int | None
    high: int | None
    used: tuple[Taken, ...]
    left_out: tuple[LeftOut, ...]
    origins: int
    """Independent origins behind the Figures used, at least."""
    origins_high: int | None
    """At most; None where it cannot be told."""


@dataclass(frozen=True, slots=True)
class Criterion:
    """One written criterion of a grade."""

    key: str
    """Of its words in the catalogues."""
    met: bool | None
    """None where it is not measured."""
    figures: tuple[str, ...] = ()
    """Ids of the Figures that show it."""
    claims: tuple[str, ...] = ()
    """Ids of the Claims that show it."""


@dataclass(frozen=True, slots=True)
class Grading:
    """A grade suggested, never given: a person decides."""

    suggested: Grade | None
    """None where the criteria measured do not lead to one."""
    criteria: tuple[Criterion, ...]


@dataclass(frozen=True, slots=True)
class Statement:
    """One point of a Line: a Figure as stated on a day."""

    figure: str
    stated: str | None
    """ISO date on which it was stated, as far as known: the Document's day of publication."""
    superseded_by: str | None
    """Id of the Figure with which the same origin revised it."""
    first: bool
    """Whether it is the first time that this origin gives this number; a later Statement repeats it."""


@dataclass(frozen=True, slots=True)
class Line:
    """What one origin has said over time of one effect and group: the toll as statements in time."""

    origin: str
    """The Origin's id, empty where nobody is known."""
    name: str
    effect: Effect
    group: Group
    concedes: bool
    """Whether the origin is the party that is said to have done it: what a belligerent admits stands apart."""
    statements: tuple[Statement, ...]
    """By day."""
    delay: int | None
    """Days from the harm to the first Statement; None where either is unknown."""


@dataclass(frozen=True, slots=True)
class Check:
    """Arithmetic that a text asserts, done again with the Figures that it sets beside each other."""

    claim: str | None
    """Id of the Claim that asserts it; None where a whole and its parts stand in no Claim."""
    relation: CheckRelation
    asserted: float | None
    """What the text says; None where it sets two tallies side by side and says no more."""
    computed: float | None
    """What the Figures give, in the unit of `asserted`; None where it cannot be computed."""
    operands: tuple[str, ...]
    """Ids of the Figures used: the larger first; of a sum the whole first, then its parts."""
    verdict: CheckVerdict
    reason: str
    """A key of the catalogues: `computed`, `adds_up`, `fits`, `nothing_asserted`, `operand_missing`, `operand_vague`,
    `operands_differ`, `operands_many`, `parts_overlap`."""
