"""A visitor of the desk: asks the application itself, without a network, as a browser would: with a cookie, compressed, forms filled in."""

import asyncio
import re
import time
import zlib
from collections.abc import Sequence
from typing import Any, NamedTuple
from urllib.parse import urlencode

_FORM = (b"content-type", b"application/x-www-form-urlencoded")


class Answer(NamedTuple):
    """What the desk answered."""

    status: int
    milliseconds: float
    """From the request to the last byte."""
    kilobytes: float
    """As sent."""
    text: str


class Visitor:
    """One browser at one desk."""

    def __init__(self, app: Any) -> None:
        self._app, self._cookie = app, b""

    def get(self, address: str) -> Answer:
        """The answer to a page that is asked for."""
        return asyncio.run(self._ask("GET", address, b""))

    def send(self, path: str, page: str, fields: Sequence[tuple[str, str]]) -> Answer:
        """The answer to a form, sent with the token that the `page` on which it stands carries."""
        token = re.search(r'name="csrf" value="([^"]+)"', page)
        if token is None:
            raise ValueError("no form stands on this page")
        return asyncio.run(self._ask("POST", path, urlencode([("csrf", token.group(1)), *fields]).encode()))

    async def _ask(self, method: str, address: str, body: bytes) -> Answer:
        path, _, query = address.partition("?")
        headers = [(b"host", b"127.0.0.1"), (b"accept-language", b"fr"), (b"accept-encoding", b"gzip"), _FORM]
        scope = {
            "type": "http",
            "asgi": {"version": "3.0"},
            "http_version": "1.1",
            "method": method,
            "scheme": "http",
            "path": path,
            "raw_path": path.encode(),
            "query_string": query.encode(),
            "root_path": "",
            "headers": [*headers, *([(b"cookie", self._cookie)] if self._cookie else [])],
            "client": ("127.0.0.1", 1),
            "server": ("127.0.0.1", 80),
        }
        sent: list[Any] = []
        waiting = [{"type": "http.request", "body": body, "more_body": False}]

        async def receive() -> Any:
            return waiting.pop() if waiting else {"type": "http.disconnect"}

        async def send(message: Any) -> None:
            sent.append(message)

        start = time.perf_counter()
        await self._app(scope, receive, send)
        took = 1000 * (time.perf_counter() - start)
        named = dict(sent[0]["headers"])
        self._cookie = named.get(b"set-cookie", self._cookie).partition(b";")[0]
        raw = b"".join(each.get("body", b"") for each in sent[1:])
        packed = named.get(b"content-encoding") == b"gzip"
        text = (zlib.decompress(raw, wbits=31) if packed else raw).decode()
        return Answer(sent[0]["status"], took, len(raw) / 1000, text)
