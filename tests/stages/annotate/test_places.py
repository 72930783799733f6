"""Places in the text, with the shipped gazetteer. Coordinates are checked to 30 km, since sources differ."""

import math
import re

import pytest

from recoupe.gazetteers import load
from recoupe.languages.pack import pack
from recoupe.model.annotation import PlaceRef
from recoupe.model.document import Block, BlockKind, Document
from recoupe.stages.annotate.places import places
from recoupe.stages.annotate.sentences import sentences
from tests.factories import make_document


def document(text: str, first: BlockKind = "paragraph", dateline: str | None = None) -> Document:
    """A document of one block a line."""
    lines = list(re.finditer(r"[^\n]+", text))
    blocks = tuple(Block(m.start(), m.end(), first if i == 0 else "paragraph") for i, m in enumerate(lines))
    return make_document(text, blocks=blocks, dateline=dateline)


def read(text: str, first: BlockKind = "paragraph", dateline: str | None = None) -> tuple[PlaceRef, ...]:
    """The places of a text."""
    french, item = pack("fr"), document(text, first, dateline)
    return places(item, sentences(item, french.traits), french, load())


def named(text: str, first: BlockKind = "paragraph", dateline: str | None = None) -> list[tuple[str, str | None]]:
    """Words and country of each place."""
    return [(r.span.text, r.place.country if r.place else None) for r in read(text, first, dateline)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Un obus est tombé à Kharkiv.", "Kharkiv UA"),
        ("Trois roquettes se sont abattues près de Deir ez-Zor, en Syrie.", "Deir ez-Zor SY; Syrie SY"),
        ("Le convoi a quitté N’Djamena pour Khartoum et l’est du Tchad.", "N’Djamena TD; est du Tchad TD"),
        ("Ils ont fui Khan Younès vers Rafah, au sud de Gaza.", "Khan Younès PS; Rafah PS; sud de Gaza PS"),
        (
            "Les rebelles tiennent la ville de Goma, en République démocratique du Congo.",
            "ville de Goma CD; République démocratique du Congo CD",
        ),
        ("Des combats secouent le Nord-Kivu et l’Ituri, en RDC.", "Nord-Kivu CD; Ituri CD; RDC CD"),
        ("L’attaque a eu lieu à Djibo, au Burkina Faso.", "Djibo BF; Burkina Faso BF"),
        ("Les raids sur Hodeïda et Sanaa, au Yémen, se poursuivent.", "Hodeïda YE; Sanaa YE; Yémen YE"),
        ("À Tombouctou, dans le nord du Mali, un camp a été visé.", "Tombouctou ML; nord du Mali ML"),
        ("Une frappe a visé la capitale yéménite.", "capitale yéménite YE"),
        ("Des affrontements ont éclaté dans l’est ukrainien.", "est ukrainien UA"),
        ("Kirkouk (Irak) a été évacuée.", "Kirkouk IQ; Irak IQ"),
        ("Alep est tombée.", "Alep SY"),
    ],
)
def test_names_after_words_for_a_place(text: str, expected: str) -> None:
    assert "; ".join(f"{words} {country}" for words, country in named(text)) == expected


@pytest.mark.parametrize(
    "text",
    [
        "Moscou a dénoncé une provocation.",
        "Selon Washington, trois chefs ont été tués.",
        "L’opposition accuse Kiev de mensonge.",
        "Le gouvernement du Mali n’a pas réagi.",
        "Le ministre de la Défense du Niger a promis une enquête.",
        "L’Observatoire syrien des droits de l’homme compte douze morts.",
        "La Russie a mené vingt frappes.",
        "M. Sanaa a parlé de quatre blessés.",
        "Les Maliens et les soldats irakiens sont tombés.",
        "L’ONU et l’OMS demandent un accès.",
        "Cinq enfants sont morts dans un incendie.",
        "Le drame est imputé à Israël par la police.",
    ],
)
def test_voices_bodies_and_peoples_are_no_places(text: str) -> None:
    assert named(text) == []


def test_headline_names_its_country() -> None:
    found = named("Syrie : douze morts à Alep\nLe raid a visé un marché d’Alep.", "title")
    assert found == [("Syrie", "SY"), ("Alep", "SY"), ("marché d’Alep", "SY")]


def test_headline_in_capitals() -> None:
    assert ("KHARKIV", "UA") in named("FRAPPES SUR KHARKIV : DOUZE MORTS\nL’Ukraine compte ses morts.", "title")


def test_a_direction_makes_a_part_of_a_country_and_stays_a_town() -> None:
    found = read("Des raids ont visé l’est de la Syrie, puis le nord de Raqqa et le sud d’Alep, en Syrie.")
    assert [r.place.name for r in found[:1] if r.place] == ["Eastern Syria"]
    assert found[0].place is not None
    assert found[0].place.precision == "region"
    assert found[0].place.parents[0] == "country-SY"
    assert [r.place.precision for r in found[1:3] if r.place] == ["settlement", "settlement"]


def test_a_city_is_not_its_country() -> None:
    city, land = read("Une bombe a explosé à Djibouti.")[0], read("Une bombe a explosé au Mexique.")[0]
    assert [r.place and (r.place.precision, r.place.country) for r in (city, land)] == [
        ("settlement", "DJ"),
        ("country", "MX"),
    ]


def test_a_province_is_not_its_town() -> None:
    province, town = read("Dans la province de Kandahar, en Afghanistan.")[0], read("À Kandahar, en Afghanistan.")[0]
    assert province.place is not None
    assert town.place is not None
    assert (province.place.precision, town.place.precision) == ("region", "settlement")
    assert province.span.text == "province de Kandahar"


def test_a_village_that_no_gazetteer_knows_is_kept_without_a_place() -> None:
    refs = read("Des hommes ont incendié le village de Zoumbarati, au Niger.")
    assert [(r.span.text, r.place is None) for r in refs] == [("village de Zoumbarati", True), ("Niger", False)]


def test_an_unknown_name_needs_a_known_one_that_holds_it() -> None:
    assert [r.span.text for r in read("L’embuscade a eu lieu à Zoumbarati, dans l’ouest du Niger.")] == [
        "Zoumbarati",
        "ouest du Niger",
    ]
    assert read("Il a répondu à Zoumbarati hier.") == ()


def test_homonyms_follow_the_countries_of_the_article() -> None:
    def at(text: str) -> tuple[float, float]:
        ref = next(r for r in read(text) if "Tripoli" in r.span.text)
        assert ref.place is not None
        assert ref.place.lat is not None
        assert ref.place.lon is not None
        return ref.place.lat, ref.place.lon

    libya, lebanon = (
        at("En Libye, des tirs ont éclaté à Tripoli."),
        at("Au Liban, l’armée libanaise est entrée à Tripoli."),
    )
    assert math.dist(libya, (32.88, 13.19)) < 0.3
    assert math.dist(lebanon, (34.44, 35.83)) < 0.3


@pytest.mark.parametrize(
    ("text", "country"),
    [
        ("Colombie. Trois policiers ont été tués à Buenos Aires, une commune rurale du Cauca.", "CO"),
        ("Une bombe a tué 15 personnes à Tripoli, au Liban.", "LB"),
        ("Une bombe a tué 15 personnes à Tripoli.", "LY"),
    ],
)
def test_a_namesake_lies_in_the_land_that_is_told_behind_it(text: str, country: str) -> None:
    place = next(r.place for r in read(text) if r.span.text in ("Buenos Aires", "Tripoli"))
    assert place is not None
    assert place.country == country


def test_a_town_at_the_other_end_of_the_world_does_not_speak_for_itself() -> None:
    congo = "L’armée de la RDC accuse des miliciens. Treize villageois sont morts à Kashiba."
    assert all(country != "JP" for _, country in named(congo))
    assert named("Treize soldats du Mali sont morts à Tillabéri.")[-1] == ("Tillabéri", "NE")


def test_the_dateline_counts_for_a_country_only() -> None:
    found = named("Deux obus sont tombés sur Tripoli.", dateline="BEYROUTH (Liban), 3 mai")
    assert found == [("Tripoli", "LB")]


def test_a_list_shares_its_word_for_a_place() -> None:
    assert [w for w, _ in named("Des frappes ont touché des cibles à Idleb, Alep et Hama, en Syrie.")] == [
        "Idleb",
        "Alep",
        "Hama",
        "Syrie",
    ]


@pytest.mark.parametrize(
    "text",
    [
        "",
        "À",
        "À À À",
        "le village de",
        "« à »",
        "\u200fà Sanaa\u200f",
        "X" * 5000,
        "à " * 500 + "Sanaa",
        "\U0001f4a5 à \ud83d",
    ],
)
def test_any_text_is_read(text: str) -> None:
    for ref in read(text):
        assert ref.span.text == text[ref.span.start : ref.span.end]


def test_spans_hold_the_text_and_stand_in_order() -> None:
    text = "À Mossoul, dans le quartier d’al-Jadida, puis à Tall Afar et en Syrie, des corps ont été trouvés."
    refs = read(text)
    assert [r.span.start for r in refs] == sorted(r.span.start for r in refs)
    assert all(text[r.span.start : r.span.end] == r.span.text for r in refs)
