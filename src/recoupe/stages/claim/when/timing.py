"""Timing: the days of the harm that one figure counts, with its scope."""

from dataclasses import dataclass

from recoupe.model.figure import Figure, Scope
from recoupe.model.span import Span


@dataclass(frozen=True, slots=True)
class Timing:
    """When the harm was done."""

    span: Span | None
    """The words that name the days; they may stand in another sentence."""
    date_from: str | None
    """ISO date of the first day; None when open or unknown."""
    date_to: str | None
    scope: Scope
    """`incident` for one event, `period` for a sum over a stretch, `total` for a running total."""


def same_days(figure: Figure) -> Timing:
    """The timing that a figure already has."""
    return Timing(figure.date_span, figure.date_from, figure.date_to, figure.scope)
