"""Places by name, and the choice among places of one name."""

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from recoupe.gazetteers import load
from recoupe.model.annotation import Place

PLACES = load().places


def chosen(name: str, **countries: float) -> Place:
    place = PLACES.choose(name, countries)
    assert place is not None, name
    return place


@pytest.mark.parametrize(
    ("name", "country", "english"),
    [
        ("Mossoul", "IQ", "Mosul"),
        ("Мосул", "IQ", "Mosul"),
        ("الموصل", "IQ", "Mosul"),
        ("Abou Kamal", "SY", "Abu Kamal"),
        ("البوكمال", "SY", "Abu Kamal"),
        ("Deïr Ezzor", "SY", "Deir ez-Zor"),
        ("la Ghouta orientale", "SY", "Eastern Ghouta"),
        ("camp de Jabaliya", "PS", "Jabalia camp"),
        ("l'hôpital al-Chifa", "PS", "al-Shifa Hospital"),
        ("Tchassiv Yar", "UA", "Chasiv Yar"),
        ("El-Facher", "SD", "El Fasher"),
        ("Haut-Karabakh", "AZ", "Nagorno-Karabakh"),
        ("forêt de Sambisa", "NG", "Sambisa Forest"),
        ("N’Djamena", "TD", "N'Djamena"),
    ],
)
def test_names_of_the_wars_of_our_time(name: str, country: str, english: str) -> None:
    place = chosen(name, **{country: 1.0})
    assert (place.country, place.name) == (country, english)


def test_a_like_sound_is_heard_in_its_own_country_only() -> None:
    assert chosen("Makhmoor", IQ=1).name == "Makhmur"
    assert PLACES.choose("Makhmoor", {"ML": 1}) is None


@pytest.mark.parametrize(("country", "english"), [("LB", "Tripoli, Lebanon"), ("LY", "Tripoli")])
def test_the_country_of_the_text_decides(country: str, english: str) -> None:
    assert chosen("Tripoli", **{country: 1.0}).name == english


def test_a_quarter_is_not_taken_for_a_far_town() -> None:
    assert chosen("al-Jadida", IQ=2, FR=1).name == "al-Jadida, Mosul"
    assert chosen("al-Jadida", MA=1).country == "MA"
    assert PLACES.choose("al-Jadida", {"SY": 1}) is None
    assert chosen("Rawa", IQ=1).country == "IQ"


def test_a_great_city_is_meant_anywhere_and_a_village_is_not() -> None:
    assert chosen("Paris", SY=3, US=1).country == "FR"
    assert PLACES.choose("Kokologo", {"UA": 1}) is None
    assert chosen("Kokologo", BF=1).country == "BF"


def test_nearness_decides_inside_a_country() -> None:
    by_mykolaiv = PLACES.choose("Pervomaïsk", {"UA": 1}, near=[chosen("Mykolaïv", UA=1)])
    by_luhansk = PLACES.choose("Pervomaïsk", {"UA": 1}, near=[chosen("Lougansk", UA=1)])
    assert by_mykolaiv is not None
    assert by_luhansk is not None
    assert by_mykolaiv.lon == pytest.approx(30.9, abs=0.2)
    assert by_luhansk.lon == pytest.approx(38.6, abs=0.2)


def test_the_words_around_ask_for_the_region() -> None:
    assert chosen("Idleb", SY=1).precision == "settlement"
    region = PLACES.choose("Idleb", {"SY": 1}, prefer="region")
    assert region is not None
    assert region.precision == "region"


def test_countries_are_places() -> None:
    assert PLACES.lookup("l'Irak")[0] == PLACES.country("IQ")
    assert (PLACES.country("SY").lat, PLACES.country("SY").lon) == (35.0, 38.0)
    assert PLACES.country("IQ").precision == "country"
    assert PLACES.get("country-ZZ") is None
    with pytest.raises(KeyError):
        PLACES.country("ZZ")


def test_get_and_parents() -> None:
    quarter = chosen("al-Jadida", IQ=1)
    assert PLACES.get(quarter.id) == quarter
    assert quarter.parents[-1] == "country-IQ"
    city = PLACES.get(quarter.parents[0])
    assert city is not None
    assert city.name == "Mosul"
    assert PLACES.get("gn-1") is None
    assert PLACES.get("place-nowhere") is None
    assert PLACES.get("gn-x") is None


@pytest.mark.parametrize("name", ["Selon", "par", "Maria", "SDF", "ONU", "Mercredi", "Tours", "Hassan", "Ye", "Nice"])
def test_ordinary_words_are_common(name: str) -> None:
    assert PLACES.is_common(name)


@pytest.mark.parametrize("name", ["Mossoul", "Raqqa", "Moura", "Kherson", "Rafah", "Beni", "Kati", "Quimper", "Mali"])
def test_places_are_not_common(name: str) -> None:
    assert not PLACES.is_common(name)


def test_capitals_are_no_towns() -> None:
    assert PLACES.lookup("SUV") == ()
    assert PLACES.lookup("USA")[0].country == "US"
    assert chosen("GAZA", PS=1).country == "PS"


@given(st.text())
def test_any_text_is_answered(text: str) -> None:
    assert isinstance(PLACES.lookup(text), tuple)
    PLACES.choose(text, {"IQ": 1.0})
    PLACES.is_common(text)
    PLACES.get(text)


def test_asking_again_is_fast() -> None:
    names = ["Mossoul", "Raqqa", "Solhan", "Kharkiv", "Gaza", "Tombouctou", "Irak", "Bakhmout"] * 250
    for name in names:
        PLACES.lookup(name)
    start = time.perf_counter()
    for name in names:
        PLACES.lookup(name)
    assert len(names) / (time.perf_counter() - start) > 50_000


@pytest.mark.parametrize(
    ("name", "country", "land"),
    [
        ("Jabaliya", "PS", "Gaza Strip"),
        ("Grozny", "RU", "Chechnya"),
        ("Stepanakert", "AZ", "Nagorno-Karabakh"),
        ("Hadrout", "AZ", "Nagorno-Karabakh"),
        ("Palma", "MZ", "Cabo Delgado"),
        ("Kharkiv", "UA", "Ukraine"),
        ("Gao", "ML", "Mali"),
    ],
)
def test_the_land_whose_war_a_place_is_in(name: str, country: str, land: str) -> None:
    found = PLACES.land(chosen(name, **{country: 1.0}))
    assert found is not None
    assert found.name == land


@pytest.mark.parametrize(
    ("published", "land"), [("2015-01-30", "Donbas"), ("2023-05-01", "Ukraine"), (None, "Ukraine")]
)
def test_a_land_may_have_had_a_war_of_its_own_for_a_time(published: str | None, land: str) -> None:
    found = PLACES.land(chosen("Debaltseve", UA=1), published)
    assert found is not None
    assert found.name == land


def test_of_namesakes_the_one_that_holds_the_town_beside_it_is_meant() -> None:
    town = chosen("Bahawalpur", PK=1)
    place = PLACES.choose("Pendjab", {"IN": 1.0, "PK": 0.9}, [town])
    assert place is not None
    assert place.country == "PK"


def test_a_place_goes_by_its_name_without_its_province_where_nothing_else_does() -> None:
    assert chosen("Songo", ML=1).name == "Songo, Bandiagara"
