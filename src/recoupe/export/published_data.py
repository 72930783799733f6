"""What is published of incidents, as data: JSON, CSV, GeoJSON. Only a Published incident gets in."""

from collections.abc import Iterable
from typing import Any

from recoupe.export.incident_labels import labels
from recoupe.export.masks import Masks
from recoupe.export.safe_csv import table
from recoupe.model.figure import Figure
from recoupe.stages.reconcile.digest import origins
from recoupe.stages.reconcile.evidence import Evidence
from recoupe.stages.reconcile.reconciled import Reconciled
from recoupe.stages.review.published import Published

_INCIDENT = (
    "id", "kind", "label_fr", "label_en", "place", "country", "lat", "lon", "precision", "date_from", "date_to",
    "perpetrators", "origins_low", "origins_high", "grade", "figures", "documents",
)  # fmt: skip
_FIGURE = (
    "incident", "id", "words", "value", "value_high", "magnitude", "bound", "unit", "group", "effect", "scope", "reality",
    "place", "date_from", "date_to", "perpetrator", "stated_by", "origin", "part_of", "outlet", "published", "language",
    "accepted_by",
)  # fmt: skip


def incidents_json(incidents: Iterable[Published[Reconciled]], masks: Masks) -> list[dict[str, Any]]:
    """Each incident with its figures and tallies."""
    return [
        {
            **_incident(each.content),
            "figures": [_figure(figure, each, masks) for figure in each.content.evidence.figures],
            "tallies": [
                {
                    name: getattr(t, name)
                    for name in ("rule", "effect", "group", "unit", "low", "best", "high", "origins", "origins_high")
                }
                for t in each.content.tallies
            ],
        }
        for each in incidents
    ]


def incidents_csv(incidents: Iterable[Published[Reconciled]]) -> str:
    """One line an incident."""
    return table(_INCIDENT, (_row(_incident(each.content), _INCIDENT, each) for each in incidents))


def figures_csv(incidents: Iterable[Published[Reconciled]], masks: Masks) -> str:
    """One line a figure."""
    rows = (_figure(figure, each, masks) for each in incidents for figure in each.content.evidence.figures)
    return table(_FIGURE, ([_flat(row[name]) for name in _FIGURE] for row in rows))


def incidents_geojson(incidents: Iterable[Published[Reconciled]]) -> dict[str, Any]:
    """The incidents with a place that has coordinates; how exact the point is stands in `precision`."""
    told = [_incident(each.content) for each in incidents]
    features = [
        {
            "type": "Feature",
            "geometry": {"type": "Point", "coordinates": [each["lon"], each["lat"]]},
            "properties": {name: value for name, value in each.items() if name not in ("lat", "lon")},
        }
        for each in told
        if each["lat"] is not None and each["lon"] is not None
    ]
    return {"type": "FeatureCollection", "features": features}


def _row(told: dict[str, Any], names: Iterable[str], of: Published[Reconciled]) -> list[str | float | None]:
    counted = {
        "figures": len(of.content.evidence.figures),
        "documents": len(of.content.evidence.incident.documents),
    }
    return [_flat((told | counted)[name]) for name in names]


def _flat(value: Any) -> str | float | None:
    return " › ".join(value) if isinstance(value, list) else value


def _incident(found: Reconciled) -> dict[str, Any]:
    evidence = found.evidence
    incident, place = evidence.incident, evidence.incident.place
    called = labels(incident, (figure.effect for figure in evidence.figures))
    low, high = origins(evidence)
    return {
        "id": incident.id,
        "kind": incident.kind,
        **{f"label_{language}": label for language, label in called.items()},
        "place": place.name if place else incident.words,
        "country": place.country if place else None,
        "lat": place.lat if place else None,
        "lon": place.lon if place else None,
        "precision": place.precision if place else None,
        "date_from": incident.date_from,
        "date_to": incident.date_to,
        "perpetrators": list(incident.perpetrators),
        "origins_low": low,
        "origins_high": high,
        "grade": found.grading.suggested if found.grading else None,
    }


def _figure(figure: Figure, of: Published[Reconciled], masks: Masks) -> dict[str, Any]:
    evidence: Evidence = of.content.evidence
    document, traced = evidence.documents[figure.document], evidence.traced.get(figure.id)
    same = (
        "id", "value", "value_high", "magnitude", "bound", "unit", "group", "effect", "scope", "reality", "date_from",
        "date_to", "part_of",
    )  # fmt: skip
    return {
        **{name: getattr(figure, name) for name in same},
        "incident": evidence.incident.id,
        "words": masks(figure.span.text),
        "place": figure.place.name if figure.place else None,
        "perpetrator": masks(figure.perpetrator) if figure.perpetrator else None,
        "stated_by": [masks(name) for name in figure.stated_by],
        "origin": masks(traced.origin.name) if traced else None,
        "outlet": document.outlet,
        "published": document.published,
        "language": document.language,
        "accepted_by": len(of.by[figure.id]),
    }
