"""Asks the desk for a page without a server: `get(app, "/incidents")`."""

import asyncio
from typing import Any, NamedTuple

from starlette.applications import Starlette


class Answer(NamedTuple):
    """What the desk answered."""

    status: int
    headers: dict[str, str]
    text: str


def get(app: Starlette, path: str, language: str = "fr") -> Answer:
    """The answer to a GET of `path`, from this machine."""
    place, _, query = path.partition("?")
    headers = [(b"host", b"127.0.0.1"), (b"accept-language", language.encode())]
    scope = {
        "type": "http",
        "asgi": {"version": "3.0"},
        "http_version": "1.1",
        "method": "GET",
        "scheme": "http",
        "path": place,
        "raw_path": place.encode(),
        "query_string": query.encode(),
        "headers": headers,
        "client": ("127.0.0.1", 1),
        "server": ("127.0.0.1", 80),
        "root_path": "",
    }
    sent: list[Any] = []

    async def receive() -> dict[str, Any]:
        return {"type": "http.request", "body": b"", "more_body": False}

    async def send(message: Any) -> None:
        sent.append(message)

    asyncio.run(app(scope, receive, send))
    start = next(each for each in sent if each["type"] == "http.response.start")
    body = b"".join(each.get("body", b"") for each in sent if each["type"] == "http.response.body")
    said = {name.decode(): value.decode() for name, value in start["headers"]}
    return Answer(start["status"], said, body.decode("utf-8"))
