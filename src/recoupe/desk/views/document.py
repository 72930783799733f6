"""One document: the text as it was read, with what was read in it."""

from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response

from recoupe.desk.desk import Desk, found_or_none
from recoupe.desk.drawing.marked_text import marked_text


def whole(request: Request) -> Response:
    """The text with its attributions and figures marked, and the records beside it."""
    desk = Desk.of(request)
    with desk.view() as view:
        identity = found_or_none(view, request.path_params["document"])
        if identity is None:
            raise HTTPException(404)
        reading = view.reading(identity)
        words = desk.words(request, view)
    return desk.page(
        request, "document.html", reading=reading, document=reading.document, marked=marked_text(reading), words=words
    )
