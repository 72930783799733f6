"""How exact places are, and whether one lies in or beside another."""

import math

from recoupe.model.annotation import Place

_SCALE = {"point": 0, "district": 1, "settlement": 2, "region": 3, "country": 5, "wide": 6}
_PART = 4
APART = 100
"""Kilometres between places of a list from which what is told of all is at none of them."""
_TOWN_KM = 15.0
"""Kilometres within which a place may be a part of a town."""
_BESIDE_KM, _REGION_KM, _PART_KM = 150.0, 150.0, 900.0


def exactness(place: Place) -> int:
    """How wide the place is: 0 point, 1 quarter, 2 town, 3 region, 4 part of a country, 5 country, 6 wider."""
    # a district with a town's seat is wider than the town; one that lies in a town is a quarter of it
    return _PART if is_part(place) else _SCALE[place.precision]


def is_part(place: Place) -> bool:
    """Whether the place is a part of a country that has no bounds (`Eastern Syria`)."""
    return place.precision == "region" and place.id.startswith("country-")


def is_exact(place: Place | None) -> bool:
    """Whether the place is a town or less."""
    return place is not None and place.precision in ("point", "district", "settlement")


def coarser(one: Place, other: Place) -> int:
    """Above zero when `one` is wider than `other`, below when it is more exact, 0 when nothing tells."""
    if one.id in other.parents:
        return 1
    if other.id in one.parents:
        return -1
    if {one.precision, other.precision} == {"district", "settlement"}:
        return 1 if one.precision == "district" else -1  # no quarter of that town: a unit that holds it, or another's
    return exactness(one) - exactness(other)


def kilometres(one: Place, other: Place) -> float | None:
    """The distance in kilometres, on a flat map; None when one has no coordinates."""
    if one.lat is None or one.lon is None or other.lat is None or other.lon is None:
        return None
    east = (one.lon - other.lon) * math.cos(math.radians((one.lat + other.lat) / 2))
    return 111.2 * math.hypot(one.lat - other.lat, east)


def same_area(one: Place, other: Place) -> bool:
    """Whether both can be said of one place: one may hold the other, or they are near."""
    if one.id == other.id or one.id in other.parents or other.id in one.parents:
        return True
    if one.country is None or other.country is None:
        return True
    if one.country != other.country:
        return False
    if "country" in (one.precision, other.precision):
        return True
    apart = kilometres(one, other)
    if apart is None:
        return True
    if is_part(one) or is_part(other):
        return apart <= _PART_KM
    return apart <= (_REGION_KM if "region" in (one.precision, other.precision) else _BESIDE_KM)


def is_elsewhere(there: Place | None, here: Place | None) -> bool:
    """Whether a town is another than the one told, in the same country."""
    if there is None or here is None or not is_exact(here) or here.country != there.country or here == there:
        return False
    if is_exact(there):
        return (kilometres(there, here) or 0.0) > _TOWN_KM
    return not (same_area(there, here) and coarser(there, here) > 0)
