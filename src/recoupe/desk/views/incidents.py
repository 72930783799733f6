"""The incidents: listed, filtered, on a map and along time."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, get_args
from urllib.parse import urlencode

from starlette.requests import Request
from starlette.responses import JSONResponse, Response

from recoupe.desk.desk import Desk, number
from recoupe.model.figure import Effect
from recoupe.model.tally import Grade
from recoupe.store.digests import Asked, Line

_PAGE = 50
_MOST = 5000
"""Incidents on one map."""
_ORDERS = ("newest", "date", "worth", "killed", "documents")


@dataclass(frozen=True)
class Pages:
    """Where one page stands among the others."""

    number: int
    last: int
    found: int
    previous: str | None
    next: str | None


def index(request: Request) -> Response:
    """The first page leads to the incidents."""
    return Desk.of(request).go(request, "/incidents")


def listing(request: Request) -> Response:
    """One page of the incidents that answer."""
    desk = Desk.of(request)
    asked = asked_of(request.query_params)
    at = number(request.query_params.get("page"), least=1, most=100_000, default=1)
    with desk.view() as view:
        found = view.count(asked)
        lines = view.digests(asked, first=(at - 1) * _PAGE, most=_PAGE)
    return desk.page(
        request,
        "incidents.html",
        lines=lines,
        asked=asked,
        pages=_pages(request, at, found),
        effects=get_args(Effect),
        grades=(*get_args(Grade), "none"),
        orders=_ORDERS,
        query=urlencode([(k, v) for k, v in request.query_params.multi_items() if k not in ("page", "lang")]),
    )


def geojson(request: Request) -> Response:
    """The places of the incidents that answer, for the map."""
    desk = Desk.of(request)
    language = desk.say(request).language
    with desk.view() as view:
        lines = view.digests(asked_of(request.query_params), most=_MOST)
    features = [_feature(line, language) for line in lines if line.lat is not None and line.lon is not None]
    return desk.keep(request, JSONResponse({"type": "FeatureCollection", "features": features}))


def asked_of(query: Mapping[str, str]) -> Asked:
    """What an address asks; parts that cannot be are passed over."""
    order = query.get("order", "")
    return Asked(
        kind="series" if query.get("kind") == "series" else "incident",
        place=_words(query, "place"),
        date_from=_day(query, "from", "-01-01"),
        date_to=_day(query, "to", "-12-31"),
        party=_words(query, "party"),
        effect=_one_of(query, "effect", get_args(Effect)),
        grade=_one_of(query, "grade", (*get_args(Grade), "none")),
        disputed={"yes": True, "no": False}.get(query.get("disputed", "")),
        language=_one_of(query, "language", ("fr", "en", "ru", "ar")),
        reviewed={"yes": True, "no": False}.get(query.get("reviewed", "")),
        words=_words(query, "q"),
        order=order if order in _ORDERS else "newest",  # type: ignore[arg-type]
    )


def _words(query: Mapping[str, str], name: str) -> str | None:
    return query.get(name, "").strip()[:200] or None


def _one_of(query: Mapping[str, str], name: str, allowed: tuple[str, ...]) -> str | None:
    return value if (value := query.get(name)) in allowed else None


def _day(query: Mapping[str, str], name: str, rest: str) -> str | None:
    """A day (2017-03-17), or a year for its first or last one."""
    given = query.get(name, "").strip()
    if len(given) == 4 and given.isdecimal():
        return given + rest
    parts = given.split("-")
    return given if [len(p) for p in parts] == [4, 2, 2] and all(p.isdecimal() for p in parts) else None


def _pages(request: Request, at: int, found: int) -> Pages:
    last = max(1, -(-found // _PAGE))

    def to(page: int) -> str | None:
        if not 1 <= page <= last:
            return None
        kept = [(k, v) for k, v in request.query_params.multi_items() if k not in ("page", "lang")]
        return f"{request.url.path}?{urlencode([*kept, ('page', str(page))])}"

    return Pages(at, last, found, to(at - 1), to(at + 1))


def _feature(line: Line, language: str) -> dict[str, Any]:
    digest = line.digest
    return {
        "type": "Feature",
        "geometry": {"type": "Point", "coordinates": [line.lon, line.lat]},
        "properties": {
            "id": digest.incident,
            "label": digest.label_fr if language == "fr" else digest.label_en,
            "precision": line.precision,
            "low": digest.killed_low,
            "high": digest.killed_high,
            "disputed": digest.conflicts > 0,
        },
    }
