"""Places that only a way tells: where they are put, and when nothing is reckoned."""

import pytest

from recoupe import pipeline
from recoupe.distance import kilometres
from recoupe.model.annotation import Place


def place_of(text: str) -> Place | None:
    figures = pipeline.read("a.txt", f"Le 5 mars 2023\n\n{text}\n".encode()).figures
    return figures[0].place


@pytest.mark.parametrize(
    ("text", "name", "north", "east"),
    [
        ("Dix soldats ont été tués à Koutougou, à 50 km au sud de Torodi, au Niger.", "Koutougou", -45, 0),
        ("Dix soldats ont été tués à Zingoulé, localité située à une quarantaine de kilomètres à l'est de Torodi, au Niger.",
         "Zingoulé", 0, 36),
        ("À 30 kilomètres au nord de Torodi, dans le village de Zingoulé, au Niger, dix soldats ont été tués.", "Zingoulé", 27, 0),
        ("Le village de Zingoulé 2, à 60 km à l'ouest de Torodi, au Niger, a été attaqué : dix morts.", "Zingoulé", 0, -54),
    ],
)  # fmt: skip
def test_a_village_is_put_where_the_way_leads(text: str, name: str, north: float, east: float) -> None:
    place = place_of(text)
    assert place is not None
    assert place.name == name
    assert place.country == "NE"
    assert place.id.startswith("measured-")
    assert place.lat is not None
    assert place.lon is not None
    base = place_of("Dix soldats ont été tués à Torodi, au Niger.")
    assert base is not None
    assert base.lat is not None
    assert base.lon is not None
    assert kilometres(base.lat, base.lon, place.lat, place.lon) == pytest.approx(abs(north or east), abs=1.5)
    assert (place.lat - base.lat) * north >= 0
    assert (place.lon - base.lon) * east >= 0


@pytest.mark.parametrize(
    "text",
    [
        # no direction
        "Dix soldats ont été tués à Zingoulé, à 15 km de Torodi, au Niger.",
        # known, and where it is said to be
        "Dix soldats ont été tués à Makalondi, à 40 km au sud-ouest de Torodi, au Niger.",
        # the way is that of something else
        "Dix soldats ont été tués à Makalondi ; un pont a sauté à 200 km au nord de Torodi, au Niger.",
    ],
)
def test_nothing_is_reckoned_without_need(text: str) -> None:
    place = place_of(text)
    assert place is not None
    assert not place.id.startswith("measured-")


def test_a_village_is_measured_from_the_capital_without_its_name() -> None:
    place = place_of("Au Niger, à Zingoulé, à 40 km au sud de la capitale, dix soldats ont été tués.")
    base = place_of("Au Niger, dix soldats ont été tués à Niamey.")
    assert place is not None
    assert base is not None
    assert place.name == "Zingoulé"
    assert place.lat is not None
    assert base.lat is not None
    assert place.lat < base.lat
