"""Incident: one moment and place of harm, and the accounts that several Documents give of it."""

from dataclasses import dataclass
from typing import Literal

from recoupe.model.annotation import Bound, Place
from recoupe.model.figure import Effect, Group, Reality, Scope, Unit

IncidentKind = Literal[
    "incident",  # one moment and place of harm
    "series",  # running totals and sums over a stretch of time: a count that grows, or covers several incidents
]
Family = Literal[
    "harm",  # killed, wounded, victims, missing; strikes; and at one moment all that is counted there
    "movement",  # displaced, returned
    "custody",  # detained, surrendered
    "held",  # besieged, used as shields, under somebody's control
]


@dataclass(frozen=True, slots=True)
class Count:
    """What of a Figure is compared with those of other Documents."""

    figure: str
    """The Figure's id."""
    start: int
    """Where its words stand in its Document."""
    end: int
    value: float | None
    value_high: float | None
    magnitude: int | None
    bound: Bound
    unit: Unit
    effect: Effect
    group: Group
    scope: Scope
    reality: Reality
    is_part: bool
    """Whether it counts a part of another Figure."""
    source: str | None
    """The innermost of those who state it."""


@dataclass(frozen=True, slots=True)
class Account:
    """What one Document tells of one incident, or of one running total: its Figures at one place and time."""

    id: str
    document: str
    published: str | None
    kind: IncidentKind
    family: Family
    counts: tuple[Count, ...]
    """In reading order."""
    places: tuple[Place, ...]
    """The most exact one first; the others hold it, or are told with it."""
    words: str | None
    """Where the gazetteer knows no place: its words, folded."""
    date_from: str | None
    date_to: str | None
    """The days of the harm (ISO dates); None when open or unknown."""
    perpetrators: tuple[str, ...]

    @property
    def place(self) -> Place | None:
        """The most exact place."""
        return self.places[0] if self.places else None


def is_account(identity: str) -> bool:
    """Whether this is the id of an Account, not of a Document that only speaks of what others tell."""
    return identity.startswith("account-")


@dataclass(frozen=True, slots=True)
class Reason:
    """Why two accounts may be of one incident, or may not."""

    key: str
    """Of the words in the catalogues (« same_place », « days_apart » …)."""
    weight: float
    """Above zero speaks for it, below zero against."""
    detail: str = ""


@dataclass(frozen=True, slots=True)
class Match:
    """Two Accounts of different Documents, in the order of their ids, compared."""

    first: str
    second: str
    score: float
    reasons: tuple[Reason, ...]


@dataclass(frozen=True, slots=True)
class Membership:
    """An Account in an Incident, and why."""

    account: str
    """The Account's id; the Document's where it has none."""
    document: str
    figures: tuple[str, ...]
    """Ids of its Figures; none where the Document only mentions the Incident, or its language is not read."""
    reasons: tuple[Reason, ...]
    """For it and against it; empty for the Account that began the Incident."""


@dataclass(frozen=True, slots=True)
class Incident:
    """Accounts that are of one moment and place of harm; or of one running total."""

    id: str
    """Of its first Account, by the day of publication: it stays when others join."""
    kind: IncidentKind
    family: Family
    place: Place | None
    words: str | None
    """The place's words where the gazetteer does not know it."""
    date_from: str | None
    date_to: str | None
    perpetrators: tuple[str, ...]
    members: tuple[Membership, ...]
    """By the day of publication; those that only mention it come last."""

    @property
    def figures(self) -> tuple[str, ...]:
        """Ids of all its Figures."""
        return tuple(figure for member in self.members for figure in member.figures)

    @property
    def documents(self) -> tuple[str, ...]:
        """Ids of its Documents, each once."""
        return tuple(dict.fromkeys(member.document for member in self.members))
