"""A browser of twenty lines: asks the desk's application without a network, keeps its cookie, and fills in its forms."""

import asyncio
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlencode, urlsplit

from recoupe.desk.app import create
from recoupe.desk.settings import Settings


@dataclass(frozen=True)
class Answer:
    status: int
    headers: Mapping[str, str]
    text: str


class Browser:
    def __init__(self, settings: Settings, host: str = "127.0.0.1:8017") -> None:
        self.app, self.host, self.cookie = create(settings), host, ""

    def get(self, address: str, **headers: str) -> Answer:
        return self._ask("GET", address, b"", headers)

    def post(self, path: str, fields: Sequence[tuple[str, str]] | Mapping[str, str], **headers: str) -> Answer:
        body = urlencode(fields).encode()
        return self._ask("POST", path, body, {"content-type": "application/x-www-form-urlencoded", **headers})

    def token(self, page: str = "/enter") -> str:
        """The token that a form of the desk carries."""
        found = re.search(r'name="csrf" value="([^"]+)"', self.get(page).text)
        assert found, page
        return found.group(1)

    def send(self, path: str, **fields: str | Sequence[str]) -> Answer:
        """Sends a form as the desk's own page would."""
        pairs = [("csrf", self.token())]
        for name, value in fields.items():
            pairs += [(name, value)] if isinstance(value, str) else [(name, each) for each in value]
        return self.post(path, pairs)

    def _ask(self, method: str, address: str, body: bytes, headers: Mapping[str, str]) -> Answer:
        parts = urlsplit(address)
        given = {"host": self.host, **({"cookie": self.cookie} if self.cookie else {}), **headers}
        scope: dict[str, Any] = {
            "type": "http",
            "asgi": {"version": "3.0"},
            "http_version": "1.1",
            "method": method,
            "scheme": "http",
            "path": parts.path,
            "raw_path": parts.path.encode(),
            "root_path": "",
            "query_string": parts.query.encode(),
            "headers": [(name.replace("_", "-").lower().encode(), value.encode()) for name, value in given.items()],
            "client": ("127.0.0.1", 1),
            "server": ("127.0.0.1", 8017),
            "state": {},
        }
        sent: list[Any] = []
        waiting = [{"type": "http.request", "body": body, "more_body": False}]

        async def receive() -> Any:
            return waiting.pop() if waiting else {"type": "http.disconnect"}

        async def send(message: Any) -> None:
            sent.append(message)

        asyncio.run(self.app(scope, receive, send))
        start = next(each for each in sent if each["type"] == "http.response.start")
        named = {name.decode(): value.decode() for name, value in start["headers"]}
        if "set-cookie" in named:
            self.cookie = named["set-cookie"].partition(";")[0]
        data = b"".join(each.get("body", b"") for each in sent if each["type"] == "http.response.body")
        return Answer(start["status"], named, data.decode("utf-8", "replace"))
