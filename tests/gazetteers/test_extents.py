"""The middle of a part of a country."""

import pytest

from recoupe.gazetteers import load
from recoupe.gazetteers.extents import part_middle


@pytest.mark.parametrize(
    ("part", "north", "east"),
    [("Eastern", 0, 1), ("Western", 0, -1), ("Northern", 1, 0), ("Southwestern", -1, -1), ("Central", 0, 0)],
)
def test_a_part_lies_on_its_side_of_the_middle(part: str, north: int, east: int) -> None:
    middle, found = part_middle("DZ", "Central"), part_middle("DZ", part)
    assert middle is not None
    assert found is not None
    assert [(b > a) - (b < a) for a, b in zip(middle, found, strict=True)] == [north, east]


def test_where_a_war_is_fought_is_what_its_news_means() -> None:
    found = part_middle("ML", "Central")
    mopti = load().places.choose("Mopti", {"ML": 1.0})
    assert found is not None
    assert mopti is not None
    assert mopti.lat is not None
    assert abs(found[0] - mopti.lat) < 0.5


def test_far_is_farther() -> None:
    near, far = part_middle("CM", "Northern"), part_middle("CM", "Far Northern")
    assert near is not None
    assert far is not None
    assert far[0] > near[0]


def test_every_country_at_war_has_an_extent_and_the_unknown_has_none() -> None:
    codes = "SY IQ YE SD SS ML NE BF NG TD CD CF ET SO MZ UA PS LB AF MM"
    assert all(part_middle(code, "Central") for code in codes.split())
    assert part_middle("ZZ", "Eastern") is None


def test_a_part_lies_in_its_country() -> None:
    town = load().places.choose("Deir ez-Zor", {"SY": 1.0})
    part = part_middle("SY", "Eastern")
    assert town is not None
    assert part is not None
    assert town.lon is not None
    assert abs(town.lon - part[1]) < 1.5
