"""Records as rows of the ledger's tables; `records` is the way back."""

import json
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import asdict
from typing import Any

from recoupe.model.annotation import Entity, Place
from recoupe.model.attribution import Attribution
from recoupe.model.claim import Claim, Comparison, Measure
from recoupe.model.document import Credit, Document
from recoupe.model.figure import Figure
from recoupe.model.ids import make_id
from recoupe.model.issue import Issue
from recoupe.model.span import Span
from recoupe.text import bare

Row = dict[str, Any]

_HALF_PAIR = re.compile("[\ud800-\udfff]")


def reading_row(document: Document, version: str, given: str | None) -> Row:
    """The row of `readings` for a Document, without its `seq`."""
    return {
        "id": make_id("reading", document.id, version, given),
        "document": document.id,
        "version": version,
        "given": given,
        "media_type": document.media_type,
        "charset": document.charset,
        "text": document.text,
        "language": document.language,
        "title": document.title,
        "outlet": document.outlet,
        "author": document.author,
        "dateline": document.dateline,
        "published": document.published,
        "published_basis": document.published_basis,
        "published_source": document.published_source,
        "blocks": _json([[b.start, b.end, b.kind] for b in document.blocks]),
    }


def credit_row(reading: int, number: int, credit: Credit) -> Row:
    """The row of `credits`."""
    return {"reading": reading, "number": number, **_span(credit.span), "kind": credit.kind, "name": credit.name}


def attribution_row(reading: int, number: int, attribution: Attribution) -> Row:
    """The row of `attributions`; its entity has a row of its own (`entity_row`)."""
    return {
        "reading": reading,
        "number": number,
        "id": attribution.id,
        **_span(attribution.source, "source_"),
        "entity": entity_row(attribution.entity)["key"] if attribution.entity else None,
        "role": attribution.role,
        "organisation": attribution.organisation,
        **_span(attribution.cue, "cue_"),
        **_span(attribution.content, "content_"),
        "form": attribution.form,
        "stance": attribution.stance,
        "negated": attribution.negated,
        "parent": attribution.parent,
    }


def figure_row(reading: int, number: int, figure: Figure) -> Row:
    """The row of `figures`; its place and its chain have rows of their own (`place_row`, `chain_row`)."""
    return {
        "reading": reading,
        "number": number,
        "id": figure.id,
        **_span(figure.span),
        "value": figure.value,
        "value_high": figure.value_high,
        "magnitude": figure.magnitude,
        "bound": figure.bound,
        "unit": figure.unit,
        "group": figure.group,
        "effect": figure.effect,
        "scope": figure.scope,
        **_span(figure.place_span, "place_"),
        "place": place_row(figure.place)["key"] if figure.place else None,
        **_span(figure.date_span, "date_"),
        "date_from": figure.date_from,
        "date_to": figure.date_to,
        "perpetrator": figure.perpetrator,
        "reality": figure.reality,
        "chain": chain_row(figure.stated_by)["key"],
        "attribution": figure.attribution,
        "part_of": figure.part_of,
    }


CLAIM_DETAIL = (
    "accused", "victims", "change", "actor", "place_span", "place", "date_span", "date_from", "date_to", "measures",
    "comparison",
)  # fmt: skip
"""Fields of a Claim that only some kinds have: they stand together in one column."""


def claim_row(reading: int, number: int, claim: Claim) -> Row:
    """The row of `claims`; its chain has a row of its own (`chain_row`)."""
    return {
        "reading": reading,
        "number": number,
        "id": claim.id,
        **_span(claim.span),
        "chain": chain_row(claim.stated_by)["key"],
        "attribution": claim.attribution,
        "figures": _json(claim.figures),
        "kind": claim.kind,
        "also": _json(claim.also),
        "detail": _json({name: _plain(getattr(claim, name)) for name in CLAIM_DETAIL}),
    }


def issue_row(issue: Issue, *, reading: int | None = None, acquisition: int | None = None) -> Row:
    """The row of `issues`, which hangs on a reading or on an acquisition that gave no Document."""
    return {
        "reading": reading,
        "acquisition": acquisition,
        "kind": issue.kind,
        "reason": issue.reason,
        **_span(issue.span),
    }


def entity_row(entity: Entity) -> Row:
    """The row of `entities`."""
    row = {
        "id": entity.id,
        "kind": entity.kind,
        "name": entity.name,
        "name_fr": entity.name_fr,
        "country": entity.country,
        "voice": entity.voice,
    }
    return {"key": make_id("e", *row.values()), **row}


def place_row(place: Place) -> Row:
    """The row of `places`."""
    row = {
        "id": place.id,
        "name": place.name,
        "name_fr": place.name_fr,
        "country": place.country,
        "lat": place.lat,
        "lon": place.lon,
        "precision": place.precision,
        "parents": _json(place.parents),
    }
    return {"key": make_id("p", *row.values()), **row}


def chain_row(names: Sequence[str]) -> Row:
    """The row of `chains` for who states a thing, outermost first."""
    search = "".join(f"|{bare(name)}" for name in names) + "|"
    return {"key": make_id("c", *names), "names": _json(names), "search": search}


def storable(rows: Iterable[Row]) -> list[Row]:
    """`rows` with every half of a surrogate pair, which no file can hold, as U+FFFD: one character for one."""
    return [{k: _HALF_PAIR.sub("\ufffd", v) if isinstance(v, str) else v for k, v in row.items()} for row in rows]


def storable_path(path: str) -> str:
    """`path` with the bytes that are not UTF-8 written as escapes, so that two paths stay two."""
    return path.encode("utf-8", "backslashreplace").decode("utf-8")


def unique(rows: Iterable[Row]) -> Iterator[Row]:
    """`rows` with each `key` once."""
    seen: set[str] = set()
    for row in rows:
        if row["key"] not in seen:
            seen.add(row["key"])
            yield row


def _span(span: Span | None, prefix: str = "") -> Row:
    start, end, text = (span.start, span.end, span.text) if span else (None, None, None)
    return {f"{prefix}start": start, f"{prefix}end": end, f"{prefix}text": text}


def _plain(value: object) -> object:
    """A field's value as JSON can write it."""
    if isinstance(value, tuple):
        return [_plain(each) for each in value]
    return asdict(value) if isinstance(value, Span | Place | Measure | Comparison) else value


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))
