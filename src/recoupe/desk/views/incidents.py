"""The incidents: listed, filtered, searched, on a map and along time."""

import calendar
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any, get_args
from urllib.parse import quote_plus, urlencode

from starlette.requests import Request
from starlette.responses import JSONResponse, Response

from recoupe.desk.desk import Desk, number
from recoupe.desk.drawing.map_spots import KILOMETRES, collection, spot
from recoupe.desk.drawing.timeline import timeline
from recoupe.interface.catalogue import Catalogue
from recoupe.model.figure import Effect
from recoupe.model.tally import Grade
from recoupe.store.digests import Answer, Asked, Spot
from recoupe.store.view import View

_PAGE = 50
_ORDERS = ("newest", "date", "worth", "killed", "documents")
_NOT_FILTERS = frozenset(("page", "lang", "kind", "order"))
_VAGUE = frozenset(("country", "wide"))
"""Precisions of which a point on a map would be a false one."""
_BESIDE = 12
"""Countries and wide regions named beside the map."""


@dataclass(frozen=True, slots=True)
class Pages:
    """Where one page stands among the others."""

    number: int
    last: int
    found: int
    previous: str | None
    next: str | None


@dataclass(frozen=True, slots=True)
class Chosen:
    """One filter that is set."""

    name: str
    """What it is called, in the person's language."""
    value: str
    without: str
    """The address of the list without it."""
    found: int | None = None
    """How many incidents answer without it; None where it was not counted."""


@dataclass(frozen=True, slots=True)
class Beside:
    """A country or wide region, named beside the map because no point of it may be shown."""

    place: str
    name: str
    incidents: int
    disputed: int


def index(request: Request) -> Response:
    """The first page leads to the incidents."""
    return Desk.of(request).go(request, "/incidents")


def listing(request: Request) -> Response:
    """One page of the incidents that answer."""
    desk = Desk.of(request)
    say, query = desk.say(request), _query(request)
    asked = asked_of(query)
    at = number(query.get("page"), least=1, most=100_000, default=1)
    with desk.view() as view:
        answers = view.answers(asked)
        pages = _pages(request, query, at, len(answers))
        shown = answers[(pages.number - 1) * _PAGE : pages.number * _PAGE]
        lines = view.digests_of([each.incident for each in shown])
        beside = _beside(view, answers, say)
        chosen = _chosen(request, view, query, say, count=not answers)
        languages = view.languages()
    return desk.page(
        request,
        "incidents.html",
        lines=lines,
        asked=asked,
        given={name: query.get(name, "") for name in _NAMES},
        pages=pages,
        chosen=chosen,
        nothing_asked=_address(request, {k: v for k, v in query.items() if k in ("kind", "order")}),
        wrong_days=[query[name] for name in ("from", "to") if query.get(name) and not _day(query, name, last=False)],
        timeline=timeline([each.day for each in answers]),
        at_time=_address(request, {k: v for k, v in query.items() if k not in ("from", "to", "page")}),
        beside=beside,
        unplaced=sum(each.place is None for each in answers),
        at_place=_address(request, {k: v for k, v in query.items() if k not in ("at", "page")}),
        effects=get_args(Effect),
        grades=(*get_args(Grade), "none"),
        languages=languages,
        orders=_ORDERS,
        query=urlencode({k: v for k, v in query.items() if k != "page"}),
    )


def geojson(request: Request) -> Response:
    """The places of the incidents that answer, for the map: how exact each is known, and how many incidents are there."""
    desk = Desk.of(request)
    query, say = _query(request), desk.say(request)
    with desk.view() as view:
        found = view.spots(asked_of(query))
    at_place = urlencode([*((k, v) for k, v in query.items() if k not in ("at", "page")), ("at", "")])
    spots = [each for each in found if each.precision in KILOMETRES and each.lat is not None and each.lon is not None]
    countries = [each.country for each in found if each.precision == "country" and each.country]
    return desk.keep(request, JSONResponse(collection((_spot(each, at_place, say) for each in spots), countries)))


def _spot(each: Spot, at_place: str, say: Catalogue) -> dict[str, Any]:
    alone = each.incidents == 1
    return spot(
        (each.lat or 0.0, each.lon or 0.0),
        say.called(each.name, each.name_fr),
        each.precision,
        incidents=each.incidents,
        disputed=each.disputed,
        to=f"/incident/{each.incident}" if alone else f"/incidents?{at_place}{quote_plus(each.place)}",
    )


def asked_of(query: Mapping[str, str]) -> Asked:
    """What an address asks; parts that cannot be are passed over."""
    order = query.get("order", "")
    return Asked(
        kind="series" if query.get("kind") == "series" else "incident",
        place=_words(query, "place"),
        at=_words(query, "at"),
        date_from=_day(query, "from", last=False),
        date_to=_day(query, "to", last=True),
        party=_words(query, "party"),
        effect=_one_of(query, "effect", get_args(Effect)),
        grade=_one_of(query, "grade", (*get_args(Grade), "none")),
        disputed={"yes": True, "no": False}.get(query.get("disputed", "")),
        language=_code(query, "language"),
        reviewed={"yes": True, "no": False}.get(query.get("reviewed", "")),
        words=_words(query, "q"),
        order=order if order in _ORDERS else "newest",  # type: ignore[arg-type]
    )


def _query(request: Request) -> dict[str, str]:
    """What the address says; an empty field of the form says nothing."""
    return {name: value for name, value in request.query_params.items() if value.strip() and name != "lang"}


def _words(query: Mapping[str, str], name: str) -> str | None:
    return query.get(name, "").replace("\0", "").strip()[:200] or None


def _one_of(query: Mapping[str, str], name: str, allowed: tuple[str, ...]) -> str | None:
    return value if (value := query.get(name)) in allowed else None


def _code(query: Mapping[str, str], name: str) -> str | None:
    value = query.get(name, "")
    return value if value.isascii() and value.isalpha() and len(value) <= 3 else None


def _day(query: Mapping[str, str], name: str, *, last: bool) -> str | None:
    """A day (2017-03-17), or the first or last one of a month (2017-03) or a year (2017)."""
    given = query.get(name, "").strip()
    parts = given.split("-")
    if [len(part) for part in parts] != [4, 2, 2][: len(parts)] or not given.isascii():
        return None
    if not all(part.isdecimal() for part in parts):
        return None
    year, month, day = (*map(int, parts), *((12, 31) if last else (1, 1))[len(parts) - 1 :])
    if not (year >= 1 and 1 <= month <= 12):
        return None
    longest = calendar.monthrange(year, month)[1]
    if len(parts) == 3 and not 1 <= day <= longest:
        return None
    return f"{year:04}-{month:02}-{min(day, longest):02}"


def _pages(request: Request, query: Mapping[str, str], at: int, found: int) -> Pages:
    last = max(1, -(-found // _PAGE))
    at = min(at, last)

    def to(page: int) -> str | None:
        return _address(request, {**query, "page": str(page)}) if 1 <= page <= last else None

    return Pages(at, last, found, to(at - 1), to(at + 1))


def _address(request: Request, query: Mapping[str, str]) -> str:
    """An address of this list, to which further parts of a query may be added."""
    return f"{request.url.path}?{urlencode(query)}"


def _chosen(request: Request, view: View, query: Mapping[str, str], say: Catalogue, *, count: bool) -> list[Chosen]:
    """The filters that are set; `count`: with what would be found without each."""
    parts = asked_of(query)
    fields = {"q": "words", "from": "date_from", "to": "date_to"}
    found = []
    for name, value in query.items():
        field = fields.get(name, name)
        if name in _NOT_FILTERS or getattr(parts, field, None) is None:
            continue
        without = {k: v for k, v in query.items() if k not in (name, "page")}
        left = view.count(_without(parts, field)) if count else None
        found.append(Chosen(say(_NAMES[name]), _value(view, name, value, say), _address(request, without), left))
    return found


def _without(asked: Asked, field: str) -> Asked:
    nothing: dict[str, Any] = {field: None}
    return replace(asked, **nothing)


_NAMES = {
    "q": "desk.words",
    "place": "desk.place",
    "at": "desk.at",
    "from": "desk.from",
    "to": "desk.to",
    "party": "desk.party",
    "effect": "column.effect",
    "grade": "column.grade",
    "disputed": "column.disputed",
    "reviewed": "desk.judged",
    "language": "desk.language",
}


def _value(view: View, name: str, value: str, say: Catalogue) -> str:
    """What a filter is set to, in words."""
    if name == "at":
        return say.called(*view.place_names([value]).get(value, (value, value)))
    if name in ("effect", "grade"):
        return say(f"{name}.{value}")
    if name == "language":
        return say.name(f"language.{value}")
    if name in ("disputed", "reviewed"):
        return say(f"desk.{value}")
    return value


def _beside(view: View, answers: Sequence[Answer], say: Catalogue) -> list[Beside]:
    """The countries and wide regions of which no more is known of most incidents."""
    vague = [each for each in answers if each.precision in _VAGUE]
    counts = Counter(each.place for each in vague if each.place)
    disputed = Counter(each.place for each in vague if each.disputed)
    most = sorted(counts, key=lambda place: (-counts[place], place))[:_BESIDE]
    names = view.place_names(most)
    return [Beside(each, say.called(*names.get(each, (each, each))), counts[each], disputed[each]) for each in most]
