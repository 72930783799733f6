"""Countries by name, adjective, capital and metonym."""

import pytest

from recoupe.gazetteers import load

COUNTRIES = load().countries


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("Irak", "IQ"),
        ("l'Irak", "IQ"),
        ("l’Iraq", "IQ"),
        ("les Etats-Unis", "US"),
        ("ÉTATS-UNIS", "US"),
        ("USA", "US"),
        ("la République démocratique du Congo", "CD"),
        ("RDC", "CD"),
        ("Congo-Brazzaville", "CG"),
        ("le Burkina", "BF"),
        ("territoires palestiniens", "PS"),
        ("Birmanie", "MM"),
        ("Судан", "SD"),
        ("Йемен", "YE"),
        ("أوكرانيا", "UA"),
        ("السودان", "SD"),
    ],
)
def test_by_name(text: str, code: str) -> None:
    assert COUNTRIES.by_name(text) == code


@pytest.mark.parametrize("text", ["car", "Car", "us", "chili", "tchad", "Mossoul", "", "rca"])
def test_ordinary_words_are_no_country(text: str) -> None:
    assert COUNTRIES.by_name(text) is None


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("irakien", "IQ"),
        ("Irakiennes", "IQ"),
        ("nigérien", "NE"),
        ("nigérianes", "NG"),
        ("sud-soudanaises", "SS"),
        ("burkinabè", "BF"),
        ("yéménites", "YE"),
        ("Russes", "RU"),
        ("turque", "TR"),
        ("Iraqi", "IQ"),
        ("US", "US"),
    ],
)
def test_by_adjective(text: str, code: str) -> None:
    assert COUNTRIES.by_adjective(text) == code


def test_a_pronoun_is_no_adjective() -> None:
    assert COUNTRIES.by_adjective("us") is None


@pytest.mark.parametrize(("text", "code"), [("Moscou", "RU"), ("Le Caire", "EG"), ("Kiev", "UA"), ("باريس", "FR")])
def test_by_capital(text: str, code: str) -> None:
    assert COUNTRIES.by_capital(text) == code
    assert COUNTRIES.by_metonym(text) == code


@pytest.mark.parametrize(("text", "code"), [("le Kremlin", "RU"), ("l'Élysée", "FR"), ("Downing Street", "GB")])
def test_metonyms_are_no_capitals(text: str, code: str) -> None:
    assert COUNTRIES.by_metonym(text) == code
    assert COUNTRIES.by_capital(text) is None


def test_english_words_for_composition() -> None:
    assert COUNTRIES.english("RU") == "Russia"
    assert COUNTRIES.adjective_en("RU") == "Russian"
    assert COUNTRIES.adjective_en("CF") == "Central African"
    assert COUNTRIES.state("ML").name_fr == "Mali"
    assert COUNTRIES.state("ML").kind == "state"
    assert COUNTRIES.record("FR").article_fr == "la"
    with pytest.raises(KeyError):
        COUNTRIES.english("ZZ")


def test_every_country_says_where_and_what_it_is_called() -> None:
    assert len(COUNTRIES.codes()) > 215
    for code in COUNTRIES.codes():
        country = COUNTRIES.record(code)
        assert -90 <= country.lat <= 90
        assert -180 <= country.lon <= 180
        assert COUNTRIES.by_name(country.name) == code, code
        assert COUNTRIES.by_name(country.name_fr) == code, code


def test_no_adjective_form_means_two_countries() -> None:
    owners: dict[str, set[str]] = {}
    for code in COUNTRIES.codes():
        country = COUNTRIES.record(code)
        for form in (*country.adjectives_fr, *country.adjectives_en):
            owners.setdefault(form.casefold(), set()).add(code)
    shared = {form: codes for form, codes in owners.items() if len(codes) > 1}
    assert shared == {}
