"""A Reading as plain JSON values: the form of the annotation guidelines, one object a document, and more keys."""

import math
from collections.abc import Mapping
from pathlib import PurePath
from typing import Any

from recoupe.model.annotation import Entity, Place
from recoupe.model.attribution import Attribution
from recoupe.model.claim import Claim
from recoupe.model.document import Credit
from recoupe.model.figure import Figure
from recoupe.model.issue import Issue
from recoupe.model.reading import Reading
from recoupe.model.span import Span

Json = dict[str, Any]

_SUFFIXES = (".gz", ".txt", ".text", ".html", ".htm", ".xhtml")
_EXACT = 2**53
"""Beyond it a float no longer tells one whole number from the next, and is written as a float."""


def reading_to_json(reading: Reading) -> Json:
    """The object for one document, its guideline keys first.

    Ids are short (`a1`, `f1`, `c1`) and count in the order of the Reading; `key` is the record's lasting id. All
    offsets are into `Document.text`.
    """
    document = reading.document
    short = short_ids(reading)
    return {
        "document": stem(document.path),
        "language": document.language,
        "published": document.published,
        "published_basis": document.published_basis,
        "credits": [credit_to_json(c) for c in document.credits],
        "attributions": [attribution_to_json(a, short) for a in reading.attributions],
        "figures": [figure_to_json(f, short) for f in reading.figures],
        "claims": [claim_to_json(c, short) for c in reading.claims],
        "issues": [issue_to_json(i) for i in reading.issues],
        "title": document.title,
        "outlet": document.outlet,
        "author": document.author,
        "dateline": document.dateline,
        "published_source": document.published_source,
        "path": document.path,
        "key": document.id,
        "sha256": document.sha256,
        "media_type": document.media_type,
        "charset": document.charset,
        "characters": len(document.text),
        "version": reading.version,
    }


def stem(path: str) -> str:
    """The document's short name: the file's name without its folder and ending, `stdin` for standard input."""
    if path == "-":
        return "stdin"
    name = PurePath(path).name
    while PurePath(name).suffix.lower() in _SUFFIXES and PurePath(name).stem:
        name = PurePath(name).stem
    return name


def short_ids(reading: Reading) -> dict[str, str]:
    """Lasting id → short id (`a1`, `f1`, `c1`), counted in the order of the Reading."""
    short = {a.id: f"a{n}" for n, a in enumerate(reading.attributions, 1)}
    short |= {f.id: f"f{n}" for n, f in enumerate(reading.figures, 1)}
    short |= {c.id: f"c{n}" for n, c in enumerate(reading.claims, 1)}
    return short


def credit_to_json(credit: Credit) -> Json:
    """The object for one credit line."""
    return {**_span(credit.span), "kind": credit.kind, "name": credit.name}


def attribution_to_json(attribution: Attribution, short: Mapping[str, str]) -> Json:
    """The object for one Attribution; `short` is that of `short_ids`."""
    entity = attribution.entity
    return {
        "id": short.get(attribution.id, attribution.id),
        **_span(attribution.source, "source"),
        "name": entity.name if entity else None,
        "role": attribution.role,
        "organisation": attribution.organisation,
        **_span(attribution.cue, "cue"),
        "content_start": attribution.content.start,
        "content_end": attribution.content.end,
        "form": attribution.form,
        "parent": short.get(attribution.parent, attribution.parent) if attribution.parent else None,
        "content": attribution.content.text,
        "stance": attribution.stance,
        "negated": attribution.negated,
        "name_fr": entity.name_fr if entity else None,
        "entity": _entity(entity),
        "key": attribution.id,
    }


def figure_to_json(figure: Figure, short: Mapping[str, str]) -> Json:
    """The object for one Figure; `short` is that of `short_ids`."""
    place = figure.place
    return {
        "id": short.get(figure.id, figure.id),
        **_span(figure.span),
        "value": number(figure.value),
        "value_high": number(figure.value_high),
        "magnitude": figure.magnitude,
        "bound": figure.bound,
        "unit": figure.unit,
        "group": figure.group,
        "effect": figure.effect,
        "scope": figure.scope,
        "place_text": figure.place_span.text if figure.place_span else None,
        "place": place.name if place else None,
        "place_country": place.country if place else None,
        "lat": place.lat if place else None,
        "lon": place.lon if place else None,
        "date_text": figure.date_span.text if figure.date_span else None,
        "date_from": figure.date_from,
        "date_to": figure.date_to,
        "perpetrator": figure.perpetrator,
        "stated_by": list(figure.stated_by),
        "attribution": short.get(figure.attribution, figure.attribution) if figure.attribution else None,
        "reality": figure.reality,
        "part_of": short.get(figure.part_of, figure.part_of) if figure.part_of else None,
        "place_start": figure.place_span.start if figure.place_span else None,
        "place_end": figure.place_span.end if figure.place_span else None,
        "place_name_fr": place.name_fr if place else None,
        "place_precision": place.precision if place else None,
        "place_key": place.id if place else None,
        "place_parents": _parents(place),
        "date_start": figure.date_span.start if figure.date_span else None,
        "date_end": figure.date_span.end if figure.date_span else None,
        "key": figure.id,
    }


def _comparison(claim: Claim) -> Json | None:
    found = claim.comparison
    if found is None:
        return None
    operands = [_span(operand) for operand in found.operands]
    return {**_span(found.span), "relation": found.relation, "value": found.value, "operands": operands}


def claim_to_json(claim: Claim, short: Mapping[str, str]) -> Json:
    """The object for one Claim; `short` is that of `short_ids`."""
    return {
        "id": short.get(claim.id, claim.id),
        **_span(claim.span),
        "stated_by": list(claim.stated_by),
        "attribution": short.get(claim.attribution, claim.attribution) if claim.attribution else None,
        "figures": [short.get(f, f) for f in claim.figures],
        "kind": claim.kind,
        "also": list(claim.also),
        "accused": list(claim.accused),
        "victims": list(claim.victims),
        "change": claim.change,
        "actor": claim.actor,
        "place": claim.place.name if claim.place else None,
        "place_text": claim.place_span.text if claim.place_span else None,
        "date_text": claim.date_span.text if claim.date_span else None,
        "date_from": claim.date_from,
        "date_to": claim.date_to,
        "measures": [{"kind": m.kind, "status": m.status} for m in claim.measures],
        "comparison": _comparison(claim),
        "key": claim.id,
    }


def issue_to_json(issue: Issue) -> Json:
    """The object for one Issue."""
    return {
        "kind": issue.kind,
        "reason": issue.reason,
        "path": issue.path,
        "document_key": issue.document,
        **_span(issue.span),
    }


def number(value: float | None) -> int | float | None:
    """`value` as JSON can write it: a whole number without a point, None for what is not a number."""
    if value is None or not math.isfinite(value):
        return None
    return int(value) if value == int(value) and abs(value) < _EXACT else value


def _span(span: Span | None, prefix: str = "") -> Json:
    """`text`, `start`, `end`; with a prefix `source`, `source_start`, `source_end`."""
    keys = (prefix, f"{prefix}_start", f"{prefix}_end") if prefix else ("text", "start", "end")
    values = (span.text, span.start, span.end) if span else (None, None, None)
    return dict(zip(keys, values, strict=True))


def _entity(entity: Entity | None) -> Json | None:
    if entity is None:
        return None
    return {
        "key": entity.id,
        "kind": entity.kind,
        "name": entity.name,
        "name_fr": entity.name_fr,
        "country": entity.country,
        "voice": entity.voice,
    }


def _parents(place: Place | None) -> list[str]:
    return list(place.parents) if place else []
