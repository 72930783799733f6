"""Evidence: all that is known of one Incident, as the rules and classes of this stage read it."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

from recoupe.model.claim import Claim
from recoupe.model.document import Document
from recoupe.model.figure import Figure
from recoupe.model.incident import Incident
from recoupe.model.origin import Traced


@dataclass(frozen=True)
class Evidence:
    """One Incident with its records. Figures are by the day of publication, then in reading order."""

    incident: Incident
    figures: tuple[Figure, ...]
    claims: tuple[Claim, ...]
    """All Claims of its Documents that hold one of its Figures or stand beside one, in the same order."""
    documents: Mapping[str, Document]
    """By id."""
    traced: Mapping[str, Traced]
    """Where each Figure starts, by the Figure's id."""

    @cached_property
    def by_id(self) -> Mapping[str, Figure]:
        """The Figures by id."""
        return {figure.id: figure for figure in self.figures}

    def stated(self, figure: Figure) -> str | None:
        """The day on which a Figure was published; None where the page states none."""
        return self.documents[figure.document].published
