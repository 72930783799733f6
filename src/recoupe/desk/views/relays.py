"""Relays: which documents of an incident have their text from which, and two passages side by side."""

from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response

from recoupe import pipeline
from recoupe.desk.desk import Desk
from recoupe.desk.drawing.pieces import rows
from recoupe.desk.views.incident import one
from recoupe.export.incident_labels import labels


def of_incident(request: Request) -> Response:
    """The relays between the Documents of one Incident, and those from which they have their text."""
    desk = Desk.of(request)
    with desk.view() as view:
        found = one(view, request.path_params["incident"])
        provenance = pipeline.provenance(view, found.evidence.incident.documents)
        words = desk.words(request, view)
    evidence = found.evidence
    return desk.page(
        request,
        "relays.html",
        incident=evidence.incident,
        label=labels(evidence.incident, (f.effect for f in evidence.figures))[words.language],
        provenance=provenance,
        words=words,
    )


def side_by_side(request: Request) -> Response:
    """The two passages of one relay, with what differs."""
    desk = Desk.of(request)
    first, _, second = request.path_params["relay"].partition("~")
    with desk.view() as view:
        try:
            a, b = view.reading(view.find(first)), view.reading(view.find(second))
        except KeyError:
            raise HTTPException(404) from None
        comparison = pipeline.compare(a, b)
        words = desk.words(request, view)
    return desk.page(request, "side_by_side.html", a=a, b=b, rows=rows(comparison), words=words)
