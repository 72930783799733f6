"""Guard: where there are users, nobody reads a page before they have shown who they are."""

from starlette.requests import Request
from starlette.responses import RedirectResponse
from starlette.types import ASGIApp, Receive, Scope, Send

from recoupe.desk.desk import Desk

_OPEN = ("/enter", "/favicon.ico")
_LOOKS = "/static/"
"""What is there for everybody: the entrance, and the looks of it."""


class Guard:
    """Leads all others to the entrance."""

    def __init__(self, app: ASGIApp, desk: Desk) -> None:
        self._app, self._desk = app, desk

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Passes a request on."""
        path = scope.get("path", "")
        if scope["type"] == "http" and self._desk.settings.users and not (path in _OPEN or path.startswith(_LOOKS)):
            request = Request(scope)
            if not self._desk.sessions.of(request).name:
                await RedirectResponse("/enter", 303)(scope, receive, send)
                return
        await self._app(scope, receive, send)
