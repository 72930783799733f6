"""Decision: a person's judgement on records, which every later run takes into account."""

from dataclasses import dataclass
from typing import Literal

Verdict = Literal[
    "same",  # the figures are of one incident
    "apart",  # none of `records` is of one incident with any of `others`
    "withdrawn",  # an earlier Decision (its id stands in `records`) holds no more
]


@dataclass(frozen=True, slots=True)
class Decision:
    """Who judged what, when and why. The newest Decision on two figures counts."""

    id: str
    verdict: Verdict
    records: tuple[str, ...]
    """Ids of Figures, in order."""
    others: tuple[str, ...]
    who: str
    when: str
    """ISO 8601 date and time, UTC."""
    why: str
