"""How fast the desk answers, and how much memory it needs, with a made-up ledger of so many documents (see `desk_ledger`).

Each page is asked for through the application itself, without a network, one after the other, in a process of its own; what is timed is all
that the server does for it. The first request of that process is not timed.
"""

import asyncio
import multiprocessing
import random
import resource
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any
from urllib.parse import urlencode

import numpy as np

from benchmarks.desk_ledger import Filled, fill
from evals.tables import Table

_DOCUMENTS_EACH = 5
_ROUNDS = 30


@dataclass(frozen=True, slots=True)
class Page:
    """One kind of page."""

    name: str
    median: float
    """Milliseconds."""
    high: float
    """95 in 100 take no longer."""
    kilobytes: float
    """Of the largest answer, not compressed."""


@dataclass(frozen=True, slots=True)
class Measured:
    """What was measured."""

    filled: Filled
    megabytes: float
    """Of the ledger."""
    pages: list[Page]
    memory: float
    """Megabytes of the server, at most."""


def measure(documents: int, kept: Path | None = None) -> Measured:
    """What the pages of a ledger of so many documents cost. `kept`: where the ledger stays; it must not exist yet."""
    with TemporaryDirectory() as folder:
        path = kept or Path(folder) / "benchmark.ledger"
        filled = fill(path, documents // _DOCUMENTS_EACH)
        with multiprocessing.get_context("spawn").Pool(1) as pool:
            pages, memory = pool.apply(_visit, (path, filled))
        return Measured(filled, path.stat().st_size / 1e6, pages, memory)


def table(measured: Measured) -> Table:
    """What was measured, for a person."""
    filled = measured.filled
    rows = [[p.name, f"{p.median:.0f}", f"{p.high:.0f}", f"{p.kilobytes:.0f}"] for p in measured.pages]
    rows.append(["(goal)", "200", "500", ""])
    rows.append(
        [f"memory of the server: {measured.memory:.0f} MB (goal 500); ledger: {measured.megabytes:.0f} MB", "", "", ""]
    )
    title = f"The desk with {filled.documents} documents, {filled.claims} claims, {filled.incidents} incidents"
    return Table(title, ["page", "median, ms", "95 in 100, ms", "KB"], rows)


def _visit(path: Path, filled: Filled) -> tuple[list[Page], float]:
    from recoupe.desk.app import create
    from recoupe.desk.settings import Settings

    app = create(Settings(str(path)))
    asyncio.run(_ask(app, "/incidents"))
    pages = [asyncio.run(_time(app, name, addresses)) for name, addresses in _addresses(filled).items()]
    return pages, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1000


def _addresses(filled: Filled) -> dict[str, list[str]]:
    rng = random.Random(20)
    effects, grades, languages = ("killed", "wounded"), ("confirmed", "weak", "none"), ("fr", "ar", "ru")
    places = [rng.choice(filled.some_places) for _ in range(_ROUNDS)]
    searched = [rng.choice(filled.some_words) for _ in range(_ROUNDS)]

    def listed(**asked: str) -> str:
        return f"/incidents?{urlencode({'from' if k == 'since' else k: v for k, v in asked.items()})}"

    return {
        "incidents": ["/incidents"] * _ROUNDS,
        "incidents, a later page": [listed(page=str(rng.randrange(1, 300))) for _ in range(_ROUNDS)],
        "incidents, of a place": [listed(place=place) for place in places],
        "incidents, of a country": [listed(place=each) for each in ("Syrie", "Irak", "Yemen") * (_ROUNDS // 3)],
        "incidents, of a party": [listed(party=each) for each in ("army", "houthis", "Islamic") * (_ROUNDS // 3)],
        "incidents, many filters": [
            listed(
                since=f"{rng.randrange(2014, 2020)}",
                effect=rng.choice(effects),
                grade=rng.choice(grades),
                disputed="yes",
                language=rng.choice(languages),
                reviewed="no",
            )
            for _ in range(_ROUNDS)
        ],
        "incidents, none found": [listed(q="zzzzzz", grade="weak", place=place) for place in places],
        "search, a word": [listed(q=word) for word in searched],
        "search, a word of every text": [listed(q="civils")] * _ROUNDS,
        "search, beginnings": [listed(q=word[:3]) for word in searched if len(word) > 2],
        "search, a phrase": [listed(q=f'"civils ont été tués à {place}"') for place in places],
        "search, a name": [listed(q=f"Bureau de santé {rng.randrange(400)}") for _ in range(_ROUNDS)],
        "map": ["/incidents.geojson"] * _ROUNDS,
        "map, of a search": [f"/incidents.geojson?{urlencode({'q': word})}" for word in searched],
        "incident": [f"/incident/{each}" for each in filled.some_incidents],
        "relays of an incident": [f"/incident/{each}/relays" for each in filled.some_incidents],
        "document": [f"/document/{each}" for each in filled.some_documents],
        "review queue": ["/review"] * _ROUNDS,
        "review of an incident": [f"/review/{each}" for each in filled.some_incidents],
        "audit": ["/audit"] * _ROUNDS,
    }


async def _time(app: Any, name: str, addresses: Sequence[str]) -> Page:
    took, sizes = [], []
    for address in addresses:
        start = time.perf_counter()
        status, size = await _ask(app, address)
        took.append(1000 * (time.perf_counter() - start))
        sizes.append(size)
        if status != 200:
            raise RuntimeError(f"{address}: {status}")
    median, high = (float(each) for each in np.percentile(took, [50, 95]))
    return Page(name, median, high, max(sizes) / 1000)


async def _ask(app: Any, address: str) -> tuple[int, int]:
    """The status and the size of what the application answers."""
    path, _, query = address.partition("?")
    scope = {
        "type": "http",
        "asgi": {"version": "3.0"},
        "http_version": "1.1",
        "method": "GET",
        "scheme": "http",
        "path": path,
        "raw_path": path.encode(),
        "query_string": query.encode(),
        "root_path": "",
        "headers": [(b"host", b"127.0.0.1"), (b"accept-language", b"fr")],
        "client": ("127.0.0.1", 1),
        "server": ("127.0.0.1", 80),
    }
    status = size = 0

    async def receive() -> dict[str, Any]:
        return {"type": "http.request", "body": b"", "more_body": False}

    async def send(message: dict[str, Any]) -> None:
        nonlocal status, size
        if message["type"] == "http.response.start":
            status = message["status"]
        else:
            size += len(message.get("body", b""))

    await app(scope, receive, send)
    return status, size
