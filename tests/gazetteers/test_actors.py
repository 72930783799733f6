"""Actors looked up by a whole name, and found in running text."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from recoupe.gazetteers import load

ACTORS = load().actors


def found(text: str) -> list[tuple[str, str]]:
    return [(text[start:end], entity.name) for start, end, entity in ACTORS.find(text)]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Daech", "Islamic State"),
        ("l'État islamique", "Islamic State"),
        ("organisation Etat islamique", "Islamic State"),
        ("EI", "Islamic State"),
        ("ИГИЛ", "Islamic State"),
        ("داعش", "Islamic State"),
        ("FDS", "Syrian Democratic Forces"),
        ("SDF", "Syrian Democratic Forces"),
        ("les talibans", "Taliban"),
        ("Talibans", "Taliban"),
        ("FSR", "Rapid Support Forces"),
        ("le Groupe de soutien à l’islam et aux musulmans", "JNIM"),
        ("OSDH", "Syrian Observatory for Human Rights"),
        ("Onu", "United Nations"),
        ("Tsahal", "Israeli army"),
        ("Maison Blanche", "White House"),
        ("ministère de la Santé du Hamas", "Gaza Health Ministry"),
    ],
)
def test_lookup(text: str, name: str) -> None:
    entity = ACTORS.lookup(text)
    assert entity is not None
    assert entity.name == name


@pytest.mark.parametrize("text", ["ei", "fds", "onu dit", "Ei", "libération", "un", "le monde", "", "Fds"])
def test_words_are_no_actors(text: str) -> None:
    assert ACTORS.lookup(text) is None


def test_find_gives_spans_without_article() -> None:
    text = "Selon l’ONU et l'OSDH, douze civils sont morts à Idleb ; les Casques blancs parlent de quinze."
    assert found(text) == [
        ("ONU", "United Nations"),
        ("OSDH", "Syrian Observatory for Human Rights"),
        ("Casques blancs", "White Helmets"),
    ]


def test_the_longest_name_wins() -> None:
    text = "Le Haut-Commissariat de l'ONU aux droits de l'homme et l’Etat islamique au Grand Sahara (EIGS)"
    assert [name for _, name in found(text)] == [
        "OHCHR",
        "Islamic State in the Greater Sahara",
        "Islamic State in the Greater Sahara",
    ]


def test_ambiguous_names_need_their_capitals_and_no_full_stop_before() -> None:
    assert found("Libération de deux otages. Le monde regarde.") == []
    assert found("Deux otages sont libres, écrit Libération.") == [("Libération", "Libération")]
    assert found("Le Monde rapporte la mort de trois soldats.") == [("Le Monde", "Le Monde")]
    assert found("C'est ce qu'écrit l'Express.") == [("l'Express", "L'Express")]


def test_capitals_of_a_headline_hide_no_acronym_and_make_none() -> None:
    assert found("UN MORT ET DEUX BLESSÉS AU MALI") == []
    assert found("The UN says so.") == [("UN", "United Nations")]


def test_names_inside_words_are_not_found() -> None:
    assert found("Les étatiques et les EIGSX, la confiance, l'hamasien") == []


def test_arabic_prefixes_stay_outside() -> None:
    assert found("قال شهود إن مقاتلي طالبان وداعش هاجموا البلدة") == [("طالبان", "Taliban"), ("داعش", "Islamic State")]


def test_a_shared_name_is_that_of_the_actor_named_otherwise_too() -> None:
    sahel = "Les Forces de défense et de sécurité ont riposté. Les FDS déplorent deux morts."
    syria = "Les Forces démocratiques syriennes ont riposté. Les FDS déplorent deux morts."
    assert found(sahel)[-1] == ("FDS", "Defence and Security Forces")
    assert found(syria)[-1] == ("FDS", "Syrian Democratic Forces")


def test_a_shared_name_is_that_of_the_countries_of_the_text() -> None:
    text = "Les FDS et les VDP ont repoussé l'attaque."
    assert found(text)[0] == ("FDS", "Defence and Security Forces")
    assert found("Les FDS ont repoussé l'attaque.")[0] == ("FDS", "Syrian Democratic Forces")
    assert ACTORS.find("Les FDS ont riposté.", {"NE": 1.0})[0][2].name == "Defence and Security Forces"
    press = ACTORS.lookup("RSF")
    party = ACTORS.lookup("RSF", {"SD": 2.0, "FR": 1.0})
    assert press is not None
    assert party is not None
    assert (press.name, party.name) == ("Reporters Without Borders", "Rapid Support Forces")


def test_record() -> None:
    record = ACTORS.record("afp")
    assert "agency" in record.flags
    assert record.entity.country == "FR"
    assert "armed" in ACTORS.record("boko-haram").flags
    assert "records" in ACTORS.record("airwars").flags
    with pytest.raises(KeyError):
        ACTORS.record("nobody")


@given(st.text())
def test_offsets_hold_in_any_text(text: str) -> None:
    last = 0
    for start, end, _ in ACTORS.find(text):
        assert last <= start < end <= len(text)
        last = end
    ACTORS.lookup(text)
