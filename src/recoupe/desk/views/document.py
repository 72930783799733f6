"""One document: the text as it was read, with what was read in it."""

from dataclasses import replace

from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response

from recoupe import gazetteers
from recoupe.desk.desk import Desk, found_or_none
from recoupe.desk.drawing.marked_text import marked_text, records


def whole(request: Request) -> Response:
    """The text with its attributions and figures marked, and the records beside it."""
    desk = Desk.of(request)
    with desk.view() as view:
        identity = found_or_none(view, request.path_params["document"])
        if identity is None:
            raise HTTPException(404)
        reading = view.reading(identity)
        words = desk.words(request, view)
        judged = view.judged()
        incidents = view.incidents_of([figure.id for figure in reading.figures])
    corrected = judged.reading(reading, gazetteers.load().places)
    now = {figure.id: figure for figure in corrected.figures}
    shown = replace(reading, figures=tuple(now.get(figure.id, figure) for figure in reading.figures))
    return desk.page(
        request,
        "document.html",
        reading=reading,
        document=reading.document,
        marked=marked_text(shown),
        records=records(reading, now),
        incidents=incidents,
        judged=judged,
        words=words,
    )
