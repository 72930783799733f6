"""Digesting: the lines by which lists show incidents, worked out once for each incident that is new or has changed."""

from collections.abc import Callable
from functools import lru_cache
from typing import TYPE_CHECKING

from recoupe import gazetteers
from recoupe.export.incident_labels import labels
from recoupe.provenance import Provenance, provenance
from recoupe.stages.reconcile.digest import digest
from recoupe.stages.reconcile.evidence import Evidence
from recoupe.stages.reconcile.reconciled import reconciled

if TYPE_CHECKING:
    from recoupe.model.incident import Incident
    from recoupe.store.ledger import Ledger
    from recoupe.store.view import View


_AT_HAND = 32
"""Sets of Documents kept at hand: a text that tells of many incidents is followed back once."""


def evidence(view: "View", incident: "Incident") -> Evidence:
    """All that the ledger knows of one Incident."""
    return _evidence(incident, provenance(view, incident.documents))


def _evidence(incident: "Incident", found: Provenance) -> Evidence:
    return Evidence.of(incident, found.readings, found.by_figure)


def digest_new(ledger: "Ledger", view: "View", watch: Callable[[int, int], None]) -> None:
    """Works out the lines of the Incidents that have none. `watch` is told how many are done."""
    todo = ledger.undigested()
    judged, world = view.judged(), gazetteers.load()
    behind = lru_cache(_AT_HAND)(lambda documents: provenance(view, documents))
    for done, identity in enumerate(todo):
        watch(done, len(todo))
        incident = view.incident(identity)
        found = reconciled(_evidence(incident, behind(frozenset(incident.documents))), world)
        figures = found.evidence.figures
        called = labels(found.evidence.incident, (figure.effect for figure in figures))
        count = sum(judged.of(figure).state != "waiting" for figure in found.evidence.incident.figures)
        ledger.digest(digest(found, called, count))
    watch(len(todo), len(todo))
