"""Sizes: no form may be larger than any of ours, so that nobody can fill the memory."""

from starlette.responses import PlainTextResponse
from starlette.types import ASGIApp, Message, Receive, Scope, Send

MOST = 256 * 1024
"""Bytes of a request's body."""


class Sizes:
    """Reads the body of each request up to `MOST`, and refuses what is longer."""

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Passes a request on, its body whole."""
        if scope["type"] != "http" or scope["method"] in ("GET", "HEAD"):
            await self._app(scope, receive, send)
            return
        body = bytearray()
        more = True
        while more:
            message = await receive()
            if message["type"] == "http.disconnect":
                return
            body += message.get("body", b"")
            if len(body) > MOST:
                await PlainTextResponse("413", 413)(scope, receive, send)
                return
            more = message.get("more_body", False)
        given: list[Message] = [{"type": "http.request", "body": bytes(body), "more_body": False}]

        async def whole() -> Message:
            return given.pop() if given else await receive()

        await self._app(scope, whole, send)
