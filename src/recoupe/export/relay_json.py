"""Relays and origins in JSON. Offsets are into the text that was read of the Document on that side."""

from collections.abc import Mapping
from typing import Any

from recoupe.model.document import Document
from recoupe.model.figure import Figure
from recoupe.model.origin import Independence, Traced
from recoupe.model.relay import Change, Evidence, Relay
from recoupe.model.span import Span


def relay_to_json(relay: Relay, paths: Mapping[str, str]) -> dict[str, Any]:
    """One Relay; `paths` by the id of the Document."""
    return {
        "id": relay.id,
        "from": paths[relay.from_document],
        "to": paths[relay.to_document],
        "kind": relay.kind,
        "direction_known": relay.direction_known,
        "direction_reason": relay.direction_reason,
        "score": relay.score,
        "evidence": [evidence_to_json(evidence) for evidence in relay.evidence],
        "changes": [change_to_json(change) for change in relay.changes],
    }


def evidence_to_json(evidence: Evidence) -> dict[str, Any]:
    """One reason for a Relay; a side without words has null offsets and an empty text."""
    about = {"kind": evidence.kind, "reason": evidence.reason, "score": round(evidence.score, 3)}
    return about | _side("from", evidence.from_span) | _side("to", evidence.to_span)


def change_to_json(change: Change) -> dict[str, Any]:
    """One Change; what was dropped has no words on the side that relays, what was added none on the other."""
    about = {"type": change.kind, "detail": change.detail}
    return about | _side("from", change.from_span) | _side("to", change.to_span)


def traced_to_json(traced: Traced, figure: Figure, document: Document, behind: Independence) -> dict[str, Any]:
    """One Figure with its origin, and how many independent origins stand behind its number.

    `origin` is null where nobody is known to have counted.
    """
    counted = traced.origin.kind == "own_count"
    return {
        "path": document.path,
        "figure": figure.id,
        "start": figure.span.start,
        "end": figure.span.end,
        "text": figure.span.text,
        "origin": traced.origin.id if counted else None,
        "name": traced.origin.name or None,
        "kind": traced.origin.kind,
        "reason": traced.reason,
        "distorted": traced.distorted,
        "hops": list(traced.hops),
        "independent_minimum": behind.minimum,
        "independent_maximum": behind.maximum,
        "independent_reasons": list(behind.reasons),
    }


def _side(name: str, span: Span | None) -> dict[str, Any]:
    return {
        f"{name}_start": span.start if span else None,
        f"{name}_end": span.end if span else None,
        f"{name}_text": span.text if span else "",
    }
