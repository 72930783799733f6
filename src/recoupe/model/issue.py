"""Issue: something that could not be read, as a record with a reason."""

from dataclasses import dataclass
from typing import Literal

from recoupe.model.span import Span

IssueKind = Literal[
    "unreadable",  # the bytes could not be turned into text (binary, truncated, too large, wrong charset)
    "empty",  # nothing to read in the file or on the page
    "language",  # no pack reads this language, or it could not be told
    "date",  # a date that cannot be, or cannot be resolved
    "number",  # a number near harm that was not read as a figure
    "cue",  # a reporting cue whose source or content was not found
    "place",  # a place of harm that no gazetteer knows
]


@dataclass(frozen=True, slots=True)
class Issue:
    """What was not read and why. `document` is the Document's id, or None when there is none (the file could not be opened)."""

    kind: IssueKind
    reason: str
    """One sentence for a person."""
    path: str
    document: str | None = None
    span: Span | None = None
