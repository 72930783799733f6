"""Rows of the ledger's tables as records again: the inverse of `rows`."""

import json
from collections.abc import Iterable, Mapping
from typing import Any

from recoupe.model.annotation import Entity, Place
from recoupe.model.attribution import Attribution
from recoupe.model.claim import Claim, Comparison, Measure
from recoupe.model.document import Block, Credit, Document
from recoupe.model.figure import Figure
from recoupe.model.issue import Issue
from recoupe.model.span import Span

Columns = Mapping[Any, Any]
"""A row, by the names of its columns."""


def document_of(row: Columns, path: str, credit_rows: Iterable[Columns]) -> Document:
    """The Document of a row of `readings` joined with `documents.sha256`."""
    return Document(
        id=row["document"],
        sha256=row["sha256"],
        path=path,
        media_type=row["media_type"],
        charset=row["charset"],
        text=row["text"],
        language=row["language"],
        title=row["title"],
        outlet=row["outlet"],
        author=row["author"],
        dateline=row["dateline"],
        published=row["published"],
        published_basis=row["published_basis"],
        published_source=row["published_source"],
        blocks=tuple(Block(start, end, kind) for start, end, kind in json.loads(row["blocks"])),
        credits=tuple(Credit(_needed(c), c["kind"], c["name"]) for c in credit_rows),
    )


def attribution_of(row: Columns, document: str) -> Attribution:
    """The Attribution of a row joined with its entity's columns (`entity_id`, `entity_kind`, …)."""
    entity = None
    if row["entity"] is not None:
        entity = Entity(
            row["entity_id"],
            row["entity_kind"],
            row["entity_name"],
            row["entity_name_fr"],
            row["entity_country"],
            row["entity_voice"],
        )
    return Attribution(
        id=row["id"],
        document=document,
        source=_given(row, "source_"),
        entity=entity,
        role=row["role"],
        organisation=row["organisation"],
        cue=_given(row, "cue_"),
        content=_needed(row, "content_"),
        form=row["form"],
        stance=row["stance"],
        negated=row["negated"],
        parent=row["parent"],
    )


def figure_of(row: Columns, document: str) -> Figure:
    """The Figure of a row joined with its chain's `names` and its place's columns (`at_id`, `at_name`, …)."""
    place = None
    if row["place"] is not None:
        place = Place(
            row["at_id"],
            row["at_name"],
            row["at_name_fr"],
            row["at_country"],
            row["at_lat"],
            row["at_lon"],
            row["at_precision"],
            tuple(json.loads(row["at_parents"])),
        )
    return Figure(
        id=row["id"],
        document=document,
        span=_needed(row),
        value=row["value"],
        value_high=row["value_high"],
        magnitude=row["magnitude"],
        bound=row["bound"],
        unit=row["unit"],
        group=row["group"],
        effect=row["effect"],
        scope=row["scope"],
        place_span=_given(row, "place_"),
        place=place,
        date_span=_given(row, "date_"),
        date_from=row["date_from"],
        date_to=row["date_to"],
        perpetrator=row["perpetrator"],
        reality=row["reality"],
        stated_by=tuple(json.loads(row["names"])),
        attribution=row["attribution"],
        part_of=row["part_of"],
    )


def claim_of(row: Columns, document: str) -> Claim:
    """The Claim of a row joined with its chain's `names`."""
    return Claim(
        id=row["id"],
        document=document,
        span=_needed(row),
        stated_by=tuple(json.loads(row["names"])),
        attribution=row["attribution"],
        figures=tuple(json.loads(row["figures"])),
        kind=row["kind"],
        also=tuple(json.loads(row["also"])),
        **_claim_detail(json.loads(row["detail"])),
    )


def _claim_detail(detail: dict[str, Any]) -> dict[str, Any]:
    """The fields of a Claim that stand in its `detail`, as records."""
    place, comparison = detail["place"], detail["comparison"]
    return detail | {
        "accused": tuple(detail["accused"]),
        "victims": tuple(detail["victims"]),
        "place_span": _span_of(detail["place_span"]),
        "date_span": _span_of(detail["date_span"]),
        "place": Place(**(place | {"parents": tuple(place["parents"])})) if place else None,
        "measures": tuple(Measure(**measure) for measure in detail["measures"]),
        "comparison": Comparison(
            Span(**comparison["span"]),
            comparison["relation"],
            comparison["value"],
            tuple(Span(**operand) for operand in comparison["operands"]),
        )
        if comparison
        else None,
    }


def _span_of(fields: dict[str, Any] | None) -> Span | None:
    return Span(**fields) if fields else None


def issue_of(row: Columns, path: str, document: str | None) -> Issue:
    """The Issue of a row."""
    return Issue(row["kind"], row["reason"], path, document, _given(row))


def _given(row: Columns, prefix: str = "") -> Span | None:
    return None if row[f"{prefix}start"] is None else _needed(row, prefix)


def _needed(row: Columns, prefix: str = "") -> Span:
    return Span(row[f"{prefix}start"], row[f"{prefix}end"], row[f"{prefix}text"])
