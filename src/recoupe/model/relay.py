"""Relay: one hop by which a text or a claim travels from one Document to another, with its evidence and what changed on the way."""

from dataclasses import dataclass
from typing import Literal

from recoupe.model.span import Span

RelayKind = Literal["verbatim", "edited", "translation", "cites"]
EvidenceKind = Literal["text", "translation", "credit", "citation"]
ChangeKind = Literal["number", "effect", "group", "attribution", "date", "place", "word"]


@dataclass(frozen=True, slots=True)
class Evidence:
    """One reason to believe in a Relay, with the words it rests on."""

    kind: EvidenceKind
    reason: str
    """A key of the reason's words in the catalogues (« shared_passage », « credit_names_outlet » …)."""
    from_span: Span | None
    """In the Document that is relayed; None where the evidence stands on one side only (a credit line)."""
    to_span: Span | None
    """In the Document that relays."""
    score: float
    """0 to 1: for shared text the share of words in common, for a translation the cosine of the sentence vectors, else 1."""


@dataclass(frozen=True, slots=True)
class Change:
    """What differs in meaning between two passages that say the same."""

    kind: ChangeKind
    detail: str
    """What exactly: `value`, `bound`, `effect`, `group`, `dropped`, `added`, `loaded`, `hedge` …"""
    from_span: Span | None
    """None where the relay added it."""
    to_span: Span | None
    """None where the relay dropped it."""


@dataclass(frozen=True, slots=True)
class Relay:
    """`to_document` relays `from_document`. Where the direction cannot be told, the two stand in the order of their ids."""

    id: str
    from_document: str
    to_document: str
    kind: RelayKind
    direction_known: bool
    direction_reason: str
    """`published`, `credit`, `citation`, `translated`, `one_sided`, `unknown`."""
    score: float
    """0 to 1: how much of the shorter side the evidence covers; 1 for a citation."""
    evidence: tuple[Evidence, ...]
    changes: tuple[Change, ...]
