"""Evidence: all that is known of one Incident, as the rules and classes of this stage read it."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property, wraps
from typing import Any, TypeVar

from recoupe.model.claim import Claim
from recoupe.model.document import Document
from recoupe.model.figure import Figure
from recoupe.model.incident import Incident
from recoupe.model.origin import Traced
from recoupe.model.reading import Reading
from recoupe.stages.reconcile.surroundings import Surroundings

T = TypeVar("T")


def once(function: "Callable[[Figure, Evidence], T]") -> "Callable[[Figure, Evidence], T]":
    """The same function, which works out its answer once for each Figure of an Evidence: each is compared with all others."""

    @wraps(function)
    def asked(figure: Figure, evidence: "Evidence") -> T:
        known: dict[str, T] = evidence.found_out.setdefault(function, {})
        if figure.id not in known:
            known[figure.id] = function(figure, evidence)
        return known[figure.id]

    return asked


@dataclass(frozen=True)
class Evidence:
    """One Incident with its records. Figures are by the day of publication, then in reading order."""

    incident: Incident
    figures: tuple[Figure, ...]
    claims: tuple[Claim, ...]
    """All Claims of its Documents, in the same order."""
    documents: Mapping[str, Document]
    """By id."""
    traced: Mapping[str, Traced]
    """Where each Figure starts, by the Figure's id."""
    readings: tuple[Reading, ...] = ()
    """All that its Documents tell, of other Incidents too: what a text sets beside each other may be of several."""

    @classmethod
    def of(cls, incident: Incident, readings: Iterable[Reading], traced: Mapping[str, Traced]) -> "Evidence":
        """What these Readings, and others that are passed over, say of the Incident."""
        told = sorted(
            (r for r in readings if r.document.id in incident.documents),
            key=lambda r: (r.document.published or "9999", r.document.path, r.document.id),
        )
        held = frozenset(incident.figures)
        figures = tuple(f for r in told for f in r.figures if f.id in held)
        claims = tuple(c for r in told for c in r.claims)
        return cls(incident, figures, claims, {r.document.id: r.document for r in told}, traced, tuple(told))

    @cached_property
    def _surroundings(self) -> dict[str, Surroundings]:
        return {}

    def around(self, figure: Figure) -> Surroundings:
        """The words around a Figure; looked up once, for each is compared with all others."""
        found = self._surroundings.get(figure.id)
        if found is None:
            found = self._surroundings[figure.id] = Surroundings.of(figure, self.documents[figure.document])
        return found

    @cached_property
    def found_out(self) -> dict[object, dict[str, Any]]:
        """What `once` keeps: by the function, and the Figure's id."""
        return {}

    @cached_property
    def by_id(self) -> Mapping[str, Figure]:
        """The Figures by id."""
        return {figure.id: figure for figure in self.figures}

    @cached_property
    def of_document(self) -> Mapping[str, Sequence[Figure]]:
        """The Figures by the id of their Document."""
        found: dict[str, list[Figure]] = defaultdict(list)
        for figure in self.figures:
            found[figure.document].append(figure)
        return found

    @cached_property
    def admitted(self) -> frozenset[str]:
        """The ids of the Figures of Claims in which somebody admits what was done."""
        return frozenset(f for claim in self.claims if "admission" in (claim.kind, *claim.also) for f in claim.figures)

    def stated(self, figure: Figure) -> str | None:
        """The day on which a Figure was published; None where the page states none."""
        return self.documents[figure.document].published
