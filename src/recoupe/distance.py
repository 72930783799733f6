"""Distance: how far two points of the earth lie apart, and the degrees around one."""

import math
from typing import NamedTuple

_DIAMETER_KM = 12742.0
KM_A_DEGREE = 111.19
"""Kilometres of one degree of latitude."""


class Box(NamedTuple):
    """Degrees around a point. `west` is larger than `east` where the box lies across the date line."""

    south: float
    north: float
    west: float
    east: float


def kilometres(lat_a: float, lon_a: float, lat_b: float, lon_b: float) -> float:
    """Great-circle distance (haversine), in kilometres, of two points in decimal degrees."""
    a, b = math.radians(lat_a), math.radians(lat_b)
    across = math.sin(math.radians(lon_b - lon_a) / 2) ** 2
    half = math.sin((b - a) / 2) ** 2 + math.cos(a) * math.cos(b) * across
    return _DIAMETER_KM * math.asin(math.sqrt(min(1.0, half)))


def box(lat: float, lon: float, km: float) -> Box:
    """The smallest box of degrees that holds all points within `km` of a point."""
    up = km / KM_A_DEGREE
    south, north = max(-90.0, lat - up), min(90.0, lat + up)
    if abs(lat) + up >= 90.0:  # a pole lies within
        return Box(south, north, -180.0, 180.0)
    across = math.degrees(math.asin(math.sin(math.radians(up)) / math.cos(math.radians(lat))))
    return Box(south, north, _wrapped(lon - across), _wrapped(lon + across))


def _wrapped(lon: float) -> float:
    return (lon + 180.0) % 360.0 - 180.0
