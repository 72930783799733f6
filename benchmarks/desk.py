"""How fast the desk answers, and how much memory it needs, with a made-up ledger of so many documents (see `desk_ledger`).

Each page is asked for through the application itself, without a network, one after the other, in a process of its own; what is timed is all
that the server does for it, compression included. The first request of that process is not timed. Judgements come last: each is recorded,
what it touches is put together anew, and then the browser is sent on.
"""

import multiprocessing
import random
import re
import resource
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory
from urllib.parse import urlencode

import numpy as np

from benchmarks.desk_ledger import Filled, fill
from benchmarks.visitor import Answer, Visitor
from evals.tables import Table

_DOCUMENTS_EACH = 5
_ROUNDS = 30
_SHOWN = re.compile(r'name="seen" value="([^" ]+)"')
"""On a review page, one figure and what is shown of it."""


@dataclass(frozen=True, slots=True)
class Page:
    """One kind of page."""

    name: str
    median: float
    """Milliseconds."""
    high: float
    """95 in 100 take no longer."""
    kilobytes: float
    """Of the largest answer, as sent."""


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
    from recoupe.desk.memory import settle
    from recoupe.desk.settings import Settings

    visitor = Visitor(create(Settings(str(path))))
    visitor.get("/incidents")
    settle()
    pages = [_time(visitor, name, addresses) for name, addresses in _addresses(filled).items()]
    pages += _judge(visitor, "of an incident", filled.some_incidents[:_ROUNDS])
    pages += _judge(visitor, "of 30 documents", filled.large_incidents)
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
        "incident of 30 documents": [f"/incident/{each}" for each in filled.large_incidents],
        "relays of an incident": [f"/incident/{each}/relays" for each in filled.some_incidents],
        "document": [f"/document/{each}" for each in filled.some_documents],
        "review queue": ["/review"] * _ROUNDS,
        "review of an incident": [f"/review/{each}" for each in filled.some_incidents],
        "review, 30 documents": [f"/review/{each}" for each in filled.large_incidents],
        "audit": ["/audit"] * _ROUNDS,
    }


def _time(visitor: Visitor, name: str, addresses: Sequence[str]) -> Page:
    return _page(name, [_right(visitor.get(address), 200, address) for address in addresses])


def _judge(visitor: Visitor, name: str, incidents: Sequence[str]) -> list[Page]:
    """Judges one figure of each of these incidents, as the forms of their pages do, and takes it back."""
    visitor.send("/enter", visitor.get("/enter").text, [("name", "A reviewer")])
    accepted, rejected, undone = [], [], []
    for each in incidents:
        page = visitor.get(f"/review/{each}").text
        shown = _SHOWN.search(page)
        if shown is None:
            raise RuntimeError(f"{each}: nothing to accept")
        figure = shown.group(1).partition(":")[0]
        about = [("incident", each), ("record", figure)]
        judged = [*about, ("verdict", "accepted"), ("seen", shown.group(1))]
        accepted.append(_right(visitor.send("/decide", page, judged), 303, each))
        rejected.append(_right(visitor.send("/decide", page, [*about, ("verdict", "rejected")]), 303, each))
        undone.append(_right(visitor.send("/undo", page, []), 303, each))
    kinds = (("accepted", accepted), ("rejected", rejected), ("taken back", undone))
    return [_page(f"a figure {kind}, {name}", answers) for kind, answers in kinds]


def _right(answer: Answer, status: int, asked: str) -> Answer:
    if answer.status != status:
        raise RuntimeError(f"{asked}: {answer.status}")
    return answer


def _page(name: str, answers: Sequence[Answer]) -> Page:
    median, high = (float(each) for each in np.percentile([each.milliseconds for each in answers], [50, 95]))
    return Page(name, median, high, max(each.kilobytes for each in answers))
