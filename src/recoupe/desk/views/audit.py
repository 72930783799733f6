"""The audit feed: every judgement, the newest first."""

from starlette.requests import Request
from starlette.responses import Response

from recoupe.desk.desk import Desk


def feed(request: Request) -> Response:
    """Who judged what, when and why."""
    desk = Desk.of(request)
    with desk.view() as view:
        decisions = view.decisions()
        words = desk.words(request, view)
    withdrawn = {each for d in decisions if d.verdict == "withdrawn" for each in d.records}
    return desk.page(request, "audit.html", decisions=tuple(reversed(decisions)), withdrawn=withdrawn, words=words)
