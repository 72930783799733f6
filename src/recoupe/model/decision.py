"""Decision: a person's judgement on records, which every later run takes into account."""

from dataclasses import dataclass
from typing import Literal

Verdict = Literal[
    "same",  # the figures are of one incident
    "apart",  # none of `records` is of one incident with any of `others`
    "same_origin",  # one body counted the figures
    "other_origin",  # other bodies counted `records` than counted `others`
    "accepted",  # the figures are read rightly, and may be published
    "rejected",  # they are no figures, or must not count
    "corrected",  # one figure is read wrongly: `value` has the parts that are to stand in it
    "withdrawn",  # an earlier Decision (its id stands in `records`) holds no more
]


@dataclass(frozen=True, slots=True)
class Decision:
    """Who judged what, when and why. The newest Decision on a record counts."""

    id: str
    verdict: Verdict
    records: tuple[str, ...]
    """Ids of Figures, in order."""
    others: tuple[str, ...]
    who: str
    when: str
    """ISO 8601 date and time, UTC."""
    why: str
    value: str = ""
    """For `corrected`: JSON, the parts of the Figure by name, with what is to stand there."""
