"""Apart: how far two places of an article are from one another."""

from recoupe.distance import kilometres
from recoupe.model.annotation import Place


def apart(one: Place, other: Place) -> float:
    """The kilometres between two places, 0 where one has no coordinates."""
    if one.lat is None or one.lon is None or other.lat is None or other.lon is None:
        return 0.0
    return kilometres(one.lat, one.lon, other.lat, other.lon)
