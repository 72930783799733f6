"""Incidents in JSON. Offsets are into the text that was read of the Document with that path."""

from collections.abc import Iterator
from dataclasses import asdict
from typing import Any

from recoupe.export.incident_labels import labels
from recoupe.model.decision import Decision
from recoupe.model.figure import Figure
from recoupe.model.incident import Incident, Membership
from recoupe.model.origin import Origin
from recoupe.stages.reconcile.evidence import Evidence
from recoupe.stages.reconcile.reconciled import Reconciled


def incident_to_json(found: Reconciled) -> dict[str, Any]:
    """One Incident with its Figures, and all that follows from them."""
    evidence = found.evidence
    incident = evidence.incident
    grading = found.grading
    return {
        **header_to_json(evidence),
        "figures": [_figure(figure, evidence) for figure in evidence.figures],
        "members": [_member(member, evidence) for member in incident.members],
        "disagreements": [asdict(each) for each in found.disagreements],
        "tallies": [asdict(tally) for tally in found.tallies],
        "origins": list(_origins(evidence)),
        "grade": asdict(grading) if grading else None,
        "lines": [asdict(line) for line in found.lines],
        "checks": [asdict(check) for check in found.checks],
    }


def header_to_json(evidence: Evidence) -> dict[str, Any]:
    """What an Incident is, where, when, and in which Documents."""
    incident = evidence.incident
    return {
        "id": incident.id,
        "kind": incident.kind,
        "family": incident.family,
        "label": labels(incident, (figure.effect for figure in evidence.figures)),
        **_place(incident),
        "date_from": incident.date_from,
        "date_to": incident.date_to,
        "perpetrators": list(incident.perpetrators),
        "documents": [evidence.documents[document].path for document in incident.documents],
    }


def decision_to_json(decision: Decision) -> dict[str, Any]:
    """One Decision."""
    return asdict(decision)


def _place(incident: Incident) -> dict[str, Any]:
    place = incident.place
    return {
        "place": place.name if place else incident.words,
        "place_fr": place.name_fr if place else incident.words,
        "country": place.country if place else None,
        "lat": place.lat if place else None,
        "lon": place.lon if place else None,
        "precision": place.precision if place else None,
    }


def _figure(figure: Figure, evidence: Evidence) -> dict[str, Any]:
    traced = evidence.traced.get(figure.id)
    counted = traced is not None and traced.origin.kind == "own_count"
    return {
        "id": figure.id,
        "path": evidence.documents[figure.document].path,
        "published": evidence.stated(figure),
        "start": figure.span.start,
        "end": figure.span.end,
        "text": figure.span.text,
        "value": figure.value,
        "value_high": figure.value_high,
        "magnitude": figure.magnitude,
        "bound": figure.bound,
        "unit": figure.unit,
        "group": figure.group,
        "effect": figure.effect,
        "scope": figure.scope,
        "place": figure.place.name if figure.place else None,
        "date_from": figure.date_from,
        "date_to": figure.date_to,
        "perpetrator": figure.perpetrator,
        "reality": figure.reality,
        "stated_by": list(figure.stated_by),
        "part_of": figure.part_of,
        "origin": traced.origin.id if traced and counted else None,
        "distorted": traced.distorted if traced else None,
    }


def _member(member: Membership, evidence: Evidence) -> dict[str, Any]:
    return {
        "path": evidence.documents[member.document].path,
        "figures": list(member.figures),
        "reasons": [asdict(reason) for reason in member.reasons],
    }


def _origins(evidence: Evidence) -> Iterator[dict[str, Any]]:
    """Who counted, each with the Figures that start there and those that were distorted on the way."""
    found: dict[str, tuple[Origin, list[str], list[str]]] = {}
    for figure in evidence.figures:
        traced = evidence.traced.get(figure.id)
        if traced is not None and traced.origin.kind == "own_count":
            _, straight, distorted = found.setdefault(traced.origin.id, (traced.origin, [], []))
            (distorted if traced.distorted else straight).append(figure.id)
    for identity, (origin, straight, distorted) in found.items():
        about = {"id": identity, "name": origin.name, "unnamed": origin.unnamed}
        yield about | {"figures": straight, "distorted": distorted}
