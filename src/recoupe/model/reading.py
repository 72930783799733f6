"""Reading: all that was read from one Document, the unit that the ledger takes in whole or not at all."""

from dataclasses import dataclass

from recoupe.model.attribution import Attribution
from recoupe.model.claim import Claim
from recoupe.model.document import Document
from recoupe.model.figure import Figure
from recoupe.model.issue import Issue


@dataclass(frozen=True, slots=True)
class Reading:
    """One Document with its records, and the version of code and pack that read it."""

    document: Document
    attributions: tuple[Attribution, ...]
    figures: tuple[Figure, ...]
    claims: tuple[Claim, ...]
    issues: tuple[Issue, ...]
    version: str
    """`recoupe/<package version> pack/<language>-<hash of the pack and gazetteer data>`."""
