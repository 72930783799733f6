"""Relays: which documents of an incident have their text from which, the way of one figure, two passages side by side."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response

from recoupe import pipeline
from recoupe.desk.desk import Desk, found_or_none
from recoupe.desk.drawing.graph import Link, Node, graph
from recoupe.desk.drawing.pieces import numbered, rows
from recoupe.desk.views.incident import meant
from recoupe.export.incident_labels import labels
from recoupe.interface.catalogue import Catalogue
from recoupe.model.document import Document
from recoupe.model.figure import Figure
from recoupe.model.origin import Traced
from recoupe.model.relay import Relay
from recoupe.model.span import Span

if TYPE_CHECKING:
    from recoupe.provenance import Provenance


@dataclass(frozen=True, slots=True)
class Step:
    """One Document on the way of a Figure, and how the number came there."""

    figure: Figure
    document: Document
    before: str
    """What its sentence says before the number, and after it."""
    after: str
    traced: Traced
    relay: Relay | None


def of_incident(request: Request) -> Response:
    """The relays between the Documents of one Incident, and those from which they have their text."""
    desk = Desk.of(request)
    say = desk.say(request)
    with desk.view() as view:
        incident = view.incident(meant(view, request.path_params["incident"]))
        provenance = pipeline.provenance(view, incident.documents)
        words = desk.words(request, view)
    documents = provenance.documents
    told = {member.document: len(member.figures) for member in incident.members}
    linked = {end for relay in provenance.relays for end in (relay.from_document, relay.to_document)}
    ordered = sorted(documents.values(), key=lambda d: (d.published or "9999", d.path, d.id))
    nodes = [_document_node(each, say, told.get(each.id)) for each in ordered if each.id in linked]
    effects = [provenance.figures[each].effect for each in incident.figures if each in provenance.figures]
    return desk.page(
        request,
        "relays.html",
        incident=incident,
        label=labels(incident, effects)[words.language],
        provenance=provenance,
        alone=[each for each in ordered if each.id not in linked],
        drawn=graph(nodes, [_link(relay, documents, say) for relay in provenance.relays]),
        words=words,
    )


def of_figure(request: Request) -> Response:
    """The way of one Figure back to the body that first counted, and who else has it from there."""
    desk = Desk.of(request)
    say = desk.say(request)
    asked = request.path_params["figure"]
    with desk.view() as view:
        document = view.document_of(asked)
        if document is None:
            raise HTTPException(404)
        incidents = [view.incident(each) for each in view.incident_ids(asked)]
        provenance = pipeline.provenance(view, incidents[0].documents if incidents else [document])
        words = desk.words(request, view)
    if asked not in provenance.by_figure:  # somebody has rejected it
        raise HTTPException(404)
    way = _way(provenance, asked)
    origin = provenance.by_figure[asked].origin
    telling = [each for each in provenance.traced if each.origin.id == origin.id and origin.id] if origin.name else []
    held = {each.figure for each in telling} | {*way}
    figures = [provenance.figures[each.figure] for each in provenance.traced if each.figure in held]
    root = words.name(origin.name) or say("origin.unknown")
    nodes = [Node("origin", root, say(f"origin.{origin.kind}"), "", "origin", "", None)]
    links = []
    relays = {relay.id: relay for relay in provenance.relays}
    for figure in figures:
        traced, held_by = provenance.by_figure[figure.id], provenance.documents[figure.document]
        nodes.append(_figure_node(figure, held_by, asked))
        relay = relays.get(traced.hops[0]) if traced.hops else None
        before = traced.relayed_figure
        if before in held and before != figure.id:
            links.append(_figure_link(str(before), figure.id, relay, provenance.documents, say))
        else:
            name = say(f"traced.{'distorted' if traced.distorted else traced.reason}")
            links.append(Link("origin", figure.id, None, True, 0, "", name))
    return desk.page(
        request,
        "figure.html",
        figure=provenance.figures[asked],
        incidents=[(each.id, labels(each, [provenance.figures[asked].effect])[words.language]) for each in incidents],
        steps=[_step(provenance, each, relays) for each in way],
        origin=origin,
        behind=provenance.behind[asked],
        drawn=graph(nodes, links),
        provenance=provenance,
        words=words,
    )


def side_by_side(request: Request) -> Response:
    """The two passages of one relay, with what differs."""
    desk = Desk.of(request)
    first, _, second = request.path_params["relay"].partition("~")
    with desk.view() as view:
        found = found_or_none(view, first), found_or_none(view, second)
        if found[0] is None or found[1] is None:
            raise HTTPException(404)
        a, b = view.reading(found[0]), view.reading(found[1])
        words = desk.words(request, view)
        ends = {a.document.id, b.document.id}
        of_both = (r for r in view.relays_of([a.document.id]) if {r.from_document, r.to_document} == ends)
        relay = next(of_both, None)
    comparison = pipeline.compare(a, b)
    return desk.page(
        request,
        "side_by_side.html",
        a=a.document,
        b=b.document,
        relay=relay,
        rows=rows(comparison),
        changes=numbered(comparison),
        words=words,
    )


def _way(provenance: "Provenance", figure: str) -> list[str]:
    """The Figures from this one back, each once."""
    way: list[str] = []
    at: str | None = figure
    while at is not None and at not in way:
        way.append(at)
        at = provenance.by_figure[at].relayed_figure if at in provenance.by_figure else None
    return way


def _step(provenance: "Provenance", figure: str, relays: Mapping[str, Relay]) -> Step:
    counted, traced = provenance.figures[figure], provenance.by_figure[figure]
    profile = next(each for each in provenance.profiles if each.id == counted.document)
    at = profile.passage_at(counted.span.start)
    passage = counted.span if at is None else profile.cut(profile.passages[at].start, profile.passages[at].end)
    relay = relays.get(traced.hops[0]) if traced.hops else None
    return Step(counted, profile.document, *_around(passage, counted.span), traced, relay)


def _around(passage: Span, span: Span) -> tuple[str, str]:
    """What a passage says before a span in it, and after it."""
    return passage.text[: span.start - passage.start], passage.text[max(0, span.end - passage.start) :]


def _document_node(document: Document, say: Catalogue, figures: int | None) -> Node:
    about = [say.name(f"language.{document.language}")]
    if figures:
        about.append(say.count("drawn.figures", figures))
    kind = "inside" if figures is not None else "outside"
    name = document.outlet or document.title or document.path
    return Node(
        document.id,
        name,
        " · ".join(about),
        f"/document/{document.id}",
        kind,
        document.published or "",
        document.language,
    )


def _figure_node(figure: Figure, document: Document, asked: str) -> Node:
    name = document.outlet or document.title or document.path
    kind = "asked" if figure.id == asked else "inside"
    href = f"/document/{document.id}#at-{figure.span.start}"
    return Node(figure.id, figure.span.text, name, href, kind, document.published or "", document.language)


def _link(relay: Relay, documents: Mapping[str, Document], say: Catalogue) -> Link:
    ends = documents[relay.from_document], documents[relay.to_document]
    return Link(
        relay.from_document,
        relay.to_document,
        relay.kind,
        relay.direction_known,
        len(relay.changes),
        f"/relays/{relay.from_document}~{relay.to_document}",
        _called(relay, ends, say),
    )


def _figure_link(start: str, end: str, relay: Relay | None, documents: Mapping[str, Document], say: Catalogue) -> Link:
    """The way from one Figure to that which repeats it; without a Relay it stands in one Document twice."""
    if relay is None:
        return Link(start, end, None, True, 0, "", say("traced.said_again"))
    link = _link(relay, documents, say)
    return Link(start, end, link.kind, link.known, link.changes, link.href, link.name)


def _called(relay: Relay, ends: tuple[Document, Document], say: Catalogue) -> str:
    first, second = (each.outlet or each.title or each.path for each in ends)
    sign = "→" if relay.direction_known else "–"
    return f"{first} {sign} {second}{say('toll.colon')} {say(f'relay.{relay.kind}')}, {say.count('toll.changes', len(relay.changes))}"
