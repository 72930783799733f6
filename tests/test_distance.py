"""Distances on the earth, and boxes of degrees that miss no point."""

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from recoupe.distance import box, kilometres

LATITUDES = st.floats(-90, 90)
LONGITUDES = st.floats(-180, 180)


def test_known_distances() -> None:
    assert kilometres(48.8566, 2.3522, 51.5074, -0.1278) == pytest.approx(343.6, abs=1)  # Paris–London
    assert kilometres(0, 179.9, 0, -179.9) == pytest.approx(22.2, abs=0.1)
    assert kilometres(90, 0, -90, 77) == pytest.approx(20015, abs=2)
    assert kilometres(36.34, 43.12, 36.34, 43.12) == 0


@given(LATITUDES, LONGITUDES, LATITUDES, LONGITUDES)
def test_as_far_there_as_back(lat: float, lon: float, other_lat: float, other_lon: float) -> None:
    assert kilometres(lat, lon, other_lat, other_lon) == kilometres(other_lat, other_lon, lat, lon)


@given(LATITUDES, LONGITUDES, st.floats(0.5, 19_000), st.floats(0, 2 * math.pi), st.floats(0, 0.999))
def test_a_box_holds_all_that_lies_within(lat: float, lon: float, km: float, bearing: float, share: float) -> None:
    south, north, west, east = box(lat, lon, km)
    there_lat, there_lon = _towards(lat, lon, km * share, bearing)
    assert south - 1e-6 <= there_lat <= north + 1e-6
    if west <= east:
        assert west - 1e-6 <= there_lon <= east + 1e-6
    else:
        assert there_lon >= west - 1e-6 or there_lon <= east + 1e-6


def test_a_box_is_no_larger_than_it_must_be() -> None:
    south, north, west, east = box(60, 10, 111.19)
    assert (south, north) == (59, 61)
    assert (west, east) == pytest.approx((8, 12), abs=0.01)


def test_a_box_across_the_date_line_and_around_a_pole() -> None:
    _, _, west, east = box(-16.8, 179.9, 50)
    assert west > 179
    assert east < -179
    assert box(89.99, 0, 6)[1:] == (90.0, -180.0, 180.0)


def _towards(lat: float, lon: float, km: float, bearing: float) -> tuple[float, float]:
    """The point so far from another one in a direction."""
    angle, a = km / 6371.0, math.radians(lat)
    sine = math.sin(a) * math.cos(angle) + math.cos(a) * math.sin(angle) * math.cos(bearing)
    b = math.asin(max(-1.0, min(1.0, sine)))
    turn = math.atan2(math.sin(bearing) * math.sin(angle) * math.cos(a), math.cos(angle) - math.sin(a) * math.sin(b))
    return math.degrees(b), (lon + math.degrees(turn) + 180) % 360 - 180
