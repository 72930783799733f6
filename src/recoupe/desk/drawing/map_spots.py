"""Map spots: the places of incidents as GeoJSON, each as wide as it is known."""

from collections.abc import Iterable
from typing import Any

KILOMETRES = {"point": 1, "settlement": 5, "district": 20, "region": 75}
"""How far from its point a place of each precision may reach; of others a point would be a false one."""


def spot(
    at: tuple[float, float], label: str, precision: str, *, incidents: int, disputed: int, to: str
) -> dict[str, Any]:
    """One place with its incidents, `disputed` of them so. `at`: latitude and longitude, degrees; `to`: where its mark leads."""
    return {
        "type": "Feature",
        "geometry": {"type": "Point", "coordinates": [at[1], at[0]]},
        "properties": {
            "label": label,
            "precision": precision,
            "km": KILOMETRES[precision],
            "incidents": incidents,
            "disputed": disputed,
            "to": to,
        },
    }


def collection(spots: Iterable[dict[str, Any]], countries: Iterable[str]) -> dict[str, Any]:
    """What the map reads. `countries`: the codes of those of which no place is known, drawn hatched."""
    return {"type": "FeatureCollection", "features": list(spots), "countries": sorted(set(countries))}
