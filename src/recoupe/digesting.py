"""Digesting: the lines by which lists show incidents, worked out once for each incident that is new or has changed."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from recoupe import gazetteers
from recoupe.export.incident_labels import labels
from recoupe.provenance import provenance
from recoupe.stages.reconcile.digest import digest
from recoupe.stages.reconcile.evidence import Evidence
from recoupe.stages.reconcile.reconciled import reconciled
from recoupe.stages.review.judged import Judged

if TYPE_CHECKING:
    from recoupe.model.incident import Incident
    from recoupe.store.ledger import Ledger
    from recoupe.store.view import View


def evidence(view: "View", incident: "Incident") -> Evidence:
    """All that the ledger knows of one Incident."""
    found = provenance(view, incident.documents)
    return Evidence.of(incident, found.readings, found.by_figure)


def digest_new(ledger: "Ledger", view: "View", watch: Callable[[int, int], None]) -> None:
    """Works out the lines of the Incidents that have none. `watch` is told how many are done."""
    todo = ledger.undigested()
    judged, world = Judged(view.decisions()), gazetteers.load()
    for done, identity in enumerate(todo):
        watch(done, len(todo))
        found = reconciled(evidence(view, view.incident(identity)), world)
        figures = found.evidence.figures
        called = labels(found.evidence.incident, (figure.effect for figure in figures))
        count = sum(judged.of(figure).state != "waiting" for figure in found.evidence.incident.figures)
        ledger.digest(digest(found, called, count))
    watch(len(todo), len(todo))
