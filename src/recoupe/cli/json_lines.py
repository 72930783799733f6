"""Listings as JSON Lines: one object a record, each with the document that it comes from."""

import json
from typing import TYPE_CHECKING, Any

from recoupe.export.reading_json import claim_to_json, figure_to_json, stem

if TYPE_CHECKING:
    from recoupe.store.view import ClaimRow, FigureRow, Origin


def line(record: object) -> str:
    """`record` as one line of JSON, line break included."""
    return json.dumps(record, ensure_ascii=False, separators=(", ", ": ")) + "\n"


def figure_line(row: "FigureRow") -> str:
    """The line for one Figure. `attribution_key` and `part_of_key` are lasting ids."""
    record = figure_to_json(row.figure, {}) | {"id": f"f{row.number}"} | _origin(row.origin)
    return line(_keyed(record, "attribution", "part_of"))


def claim_line(row: "ClaimRow") -> str:
    """The line for one Claim. `attribution_key` and `figures_key` are lasting ids."""
    record = claim_to_json(row.claim, {}) | {"id": f"c{row.number}"} | _origin(row.origin)
    return line(_keyed(record, "attribution", "figures"))


def _keyed(record: dict[str, Any], *names: str) -> dict[str, Any]:
    """`record` with the ids under `names` called keys: outside their document, short ids mean nothing."""
    return {(f"{name}_key" if name in names else name): value for name, value in record.items()}


def _origin(origin: "Origin") -> dict[str, Any]:
    return {
        "document": stem(origin.path),
        "path": origin.path,
        "document_key": origin.id,
        "language": origin.language,
        "title": origin.title,
        "outlet": origin.outlet,
        "published": origin.published,
        "version": origin.version,
    }
