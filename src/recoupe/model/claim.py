"""Claim: one checkable proposition, with its attribution chain and its spans."""

from dataclasses import dataclass

from recoupe.model.span import Span


@dataclass(frozen=True, slots=True)
class Claim:
    """What is stated, on whose word. One for each Attribution's content, and for each sentence of the article's own voice that holds a Figure."""

    id: str
    document: str
    span: Span
    stated_by: tuple[str, ...]
    """Names of the chain, outermost first, innermost last; empty in the article's own voice."""
    attribution: str | None
    figures: tuple[str, ...]
    """Ids of the Figures that stand in the span and in no deeper content."""
