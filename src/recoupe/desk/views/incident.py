"""One incident: its figures by origin over time, how they differ, tallies, grade, documents."""

from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response

from recoupe import gazetteers, pipeline
from recoupe.desk.desk import Desk
from recoupe.desk.drawing.toll_chart import toll_chart
from recoupe.export.incident_labels import labels
from recoupe.stages.reconcile.codebook import codebook
from recoupe.stages.reconcile.digest import origins
from recoupe.stages.reconcile.reconciled import Reconciled, reconciled
from recoupe.stages.review.judged import Judged
from recoupe.store.view import View


def whole(request: Request) -> Response:
    """Everything about one Incident on one page."""
    desk = Desk.of(request)
    with desk.view() as view:
        found = one(view, request.path_params["incident"])
        words = desk.words(request, view)
        judged = Judged(view.decisions())
    evidence = found.evidence
    return desk.page(
        request,
        "incident.html",
        found=found,
        evidence=evidence,
        incident=evidence.incident,
        label=labels(evidence.incident, (f.effect for f in evidence.figures))[words.language],
        words=words,
        origins=origins(evidence),
        judged=judged,
        needed=desk.settings.needed,
        rules=codebook().entries,
        chart=toll_chart(found, words),
    )


def one(view: View, given: str) -> Reconciled:
    """What follows for the Incident that an address means; raises HTTPException when there is none."""
    ids = view.incident_ids(given) if given.startswith("incident-") else []
    if len(ids) != 1:
        raise HTTPException(404)
    return reconciled(pipeline.evidence(view, view.incident(ids[0])), gazetteers.load())
