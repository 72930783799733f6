"""Numbers with their approximators, ranges and magnitudes, and numbers that count nothing."""

import pytest

from recoupe.languages.pack import pack
from recoupe.model.annotation import Bound, Numeral
from recoupe.model.document import Block, Document
from recoupe.stages.annotate.numerals import numerals, read_numerals
from recoupe.stages.annotate.sentences import sentences


def read(text: str) -> tuple[Numeral, ...]:
    """The numerals of a text, ordinals and bare articles left out."""
    return tuple(n for n in read_numerals(text, pack("fr")) if not n.ordinal and not n.article)


def the_one(text: str) -> Numeral:
    """The only numeral of a text."""
    (numeral,) = read(text)
    return numeral


@pytest.mark.parametrize(
    ("text", "value", "bound"),
    [
        ("12 civils tués", 12, "exact"), ("environ 300 morts", 300, "about"), ("près de 300 morts", 300, "about"),
        ("quelque 700 blessés", 700, "about"), ("les quelque trois cents otages", 300, "about"),
        ("autour de 130 morts", 130, "about"), ("aux alentours de 50 blessés", 50, "about"),
        ("presque 400 tués", 400, "about"),
        ("de l'ordre de 60 victimes", 60, "about"), ("pas loin de 90 disparus", 90, "about"),
        ("grosso modo 80 tués", 80, "about"),
        ("approximativement 200 déplacés", 200, "about"), ("à peine 20 blessés", 20, "about"),
        ("dans les 300 morts", 300, "about"),
        ("au moins 14 morts", 14, "at_least"), ("pas moins de neuf morts", 9, "at_least"),
        ("au bas mot 500 tués", 500, "at_least"),
        ("au minimum 30 blessés", 30, "at_least"), ("plus de 130 civils", 130, "more_than"),
        ("bien plus de 100 tués", 100, "more_than"),
        ("un peu plus de 40 corps", 40, "more_than"), ("plus d'une centaine de civils", 100, "more_than"),
        ("au-delà de 1 000 morts", 1000, "more_than"), ("un bilan supérieur à 200 morts", 200, "more_than"),
        ("le bilan dépasse les 30 000 morts", 30000, "more_than"),
        ("a franchi la barre des 1 000 morts", 1000, "more_than"),
        ("jusqu'à 700 000 déplacés", 700000, "at_most"), ("tout au plus dix combattants", 10, "at_most"),
        ("pas plus de 62 morts", 62, "at_most"), ("moins de 20 blessés", 20, "less_than"),
        ("à peine plus de 30 tués", 30, "more_than"),
        ("jusqu'à environ 300 morts", 300, "at_most"), ("au moins quelque 60 morts", 60, "at_least"),
        ("PLUS DE 200 MORTS", 200, "more_than"), ("pres de 40 blesses", 40, "about"),
    ],
)  # fmt: skip
def test_an_approximator_before_the_number(text: str, value: float, bound: Bound) -> None:
    numeral = the_one(text)
    assert (numeral.value, numeral.value_high, numeral.bound) == (value, None, bound)


@pytest.mark.parametrize(
    ("text", "bound"),
    [
        ("30 morts au moins", "at_least"), ("30 personnes ou plus", "at_least"),
        ("30 soldats maliens au minimum", "at_least"),
        ("30 morts environ", "about"), ("30 combattants tout au plus", "at_most"), ("30 ou moins", "at_most"),
        ("30 morts, voire davantage", "at_least"), ("30 morts et au moins quelques blessés", "exact"),
        ("30 civils ont au moins été blessés", "exact"),
    ],
)  # fmt: skip
def test_an_approximator_after_the_number_or_its_noun(text: str, bound: Bound) -> None:
    numeral = read(text)[0]
    assert (numeral.value, numeral.bound, numeral.span.text) == (30, bound, "30")


def test_an_approximator_belongs_to_the_number_it_stands_before() -> None:
    first, second = read("12 morts et au moins 30 blessés")
    assert (first.bound, second.bound) == ("exact", "at_least")


def test_a_negation_turns_the_bound() -> None:
    assert the_one("il n'y aurait pas eu plus de 15 tués").bound == "at_most"
    assert the_one("le raid n'a jamais fait moins de 15 tués").bound == "at_least"
    assert the_one("il a plus de 15 blessés").bound == "more_than"


@pytest.mark.parametrize(
    ("text", "low", "high"),
    [
        ("3 000 à 4 000 déplacés", 3000, 4000), ("entre 20 et 30 blessés", 20, 30), ("de 30 à 35 soldats", 30, 35),
        ("2-3 blessés", 2, 3), ("deux ou trois morts", 2, 3), ("quinze à vingt tués", 15, 20),
        ("deux-trois blessés", 2, 3),
        ("une dizaine à une quinzaine de morts", 10, 15), ("30, voire 40 morts", 30, 40),
        ("3 à 4 millions d'habitants", 3e6, 4e6),
        ("12 à 15 000 combattants", 12000, 15000), ("300 à 400 000 réfugiés", 300000, 400000),
        ("un à deux morts", 1, 2),
        ("entre une vingtaine et une trentaine de morts", 20, 30),
        ("entre 1,2 et 1,5 million de personnes", 1.2e6, 1.5e6),
        ("2 000 – 3 000 hommes", 2000, 3000), ("20 à plus de 30 tués", 20, 30),
    ],
)  # fmt: skip
def test_ranges(text: str, low: float, high: float) -> None:
    numeral = the_one(text)
    assert (numeral.value, numeral.value_high, numeral.bound) == (low, high, "between")


@pytest.mark.parametrize(
    "text",
    ["Le bilan est passé de 37 à 44 morts", "Le nombre de blessés a été ramené de 44 à 37", "porté de 37 à 44"],
)
def test_a_revision_is_two_counts(text: str) -> None:
    assert sorted(n.value or 0 for n in read(text)) == [37, 44]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("une centaine de civils", 100), ("une dizaine de blessés", 10), ("une bonne centaine de tués", 100),
        ("une petite vingtaine de morts", 20), ("deux dizaines de corps", 20), ("la soixantaine de soldats", 60),
        ("un millier de familles", 1000), ("un demi-millier de tués", 500), ("une demi-douzaine d'enfants", 6),
        ("une centaine de milliers de déplacés", 100000), ("deux milliers de réfugiés", 2000),
    ],
)  # fmt: skip
def test_collectives_are_about_so_many(text: str, value: float) -> None:
    numeral = the_one(text)
    assert (numeral.value, numeral.magnitude, numeral.bound) == (value, None, "about")


@pytest.mark.parametrize(
    ("text", "words", "magnitude"),
    [
        ("des dizaines de morts", "des dizaines", 10), ("plusieurs centaines de civils", "plusieurs centaines", 100),
        ("quelques milliers de déplacés", "quelques milliers", 1000),
        ("la mort de milliers de civils", "milliers", 1000),
        ("des centaines de milliers de personnes", "des centaines de milliers", 100000),
        ("des dizaines, voire des centaines de tués", "des dizaines, voire des centaines", 10),
        ("des centaines et des centaines de corps", "des centaines et des centaines", 100),
        ("des millions d'enfants", "des millions", 1000000),
        ("par dizaines de milliers", "dizaines de milliers", 10000),
    ],
)  # fmt: skip
def test_magnitudes(text: str, words: str, magnitude: int) -> None:
    numeral = the_one(text)
    assert (numeral.span.text, numeral.value, numeral.magnitude, numeral.bound) == (words, None, magnitude, "several")


def test_a_magnitude_keeps_a_bound_that_says_more() -> None:
    numeral = the_one("au moins plusieurs centaines de tués")
    assert (numeral.magnitude, numeral.bound) == (100, "at_least")


@pytest.mark.parametrize("text", ["plusieurs morts", "quelques blessés", "quelques-uns des otages"])
def test_an_open_number_has_neither_value_nor_magnitude(text: str) -> None:
    numeral = the_one(text)
    assert (numeral.value, numeral.magnitude, numeral.bound) == (None, None, "several")


@pytest.mark.parametrize("text", ["de nombreux blessés", "un grand nombre de civils", "des civils", "quelque part"])
def test_what_gives_no_number_is_none(text: str) -> None:
    assert read(text) == ()


@pytest.mark.parametrize(
    "text",
    [
        "aucun mort", "aucune victime civile", "zéro blessé", "sans faire de victime", "n'a pas fait de blessés",
        "pas de mort",
        "pas un seul blessé", "n'a fait ni morts",
    ],
)  # fmt: skip
def test_none_is_zero(text: str) -> None:
    assert (the_one(text).value, the_one(text).bound) == (0, "exact")


def test_an_article_is_told_from_a_count_of_one() -> None:
    def one(text: str) -> Numeral:
        return read_numerals(text, pack("fr"))[0]

    assert one("un soldat et deux civils").article
    assert one("une frappe").article
    assert not one("l'un des soldats").article
    assert not one("un des trois otages").article
    assert not one("un seul mort").article
    assert not one("au moins un mort").article
    assert not one("un (1) mort").article
    assert one("un seul mort").span.text == "un seul"


def test_a_number_repeated_in_brackets_is_one() -> None:
    assert [n.span.text for n in read("deux (02) soldats et quatre (4) civils")] == ["deux (02)", "quatre (4)"]
    assert the_one("05 morts").value == 5


@pytest.mark.parametrize(
    "text",
    [
        "10 % des habitants", "15 pour cent des voix", "de 10 à 15 % des terres", "un tiers de la ville",
        "deux tiers des maisons",
        "trois cinquièmes des voix", "le prix a été multiplié par huit", "huit fois plus", "le 24 mars 2017",
        "à 7h12",
        "du 23 au 26 mars", "la saison 2016-2017", "En 2016, la ville", "l'année 2014", "un F-16", "un Mi-8",
        "des chars T-72",
        "le M23", "la résolution n° 214", "la résolution 2139 du Conseil", "un mortier de 81 mm", "à 40 km de là",
        "36,34° N",
        "il faut appeler le +33 1 42 34 56 78", "victoire 1-0", "le 12/03/2017", "le 2017-03-12", "le 17 au soir",
        "17 heures 30",
        "un AK 47", "le 192.168.1.2", "les années soixante", "un habitant sur dix.",
    ],
)  # fmt: skip
def test_decoys_are_refused(text: str) -> None:
    assert [n for n in read(text) if n.value not in (0, 17)] == []


def test_a_year_written_like_a_count_is_one_where_a_noun_follows() -> None:
    assert the_one("2017 morts").value == 2017
    assert read("en 2017 les combats") == ()


def test_every_number_of_a_sentence_in_order_with_its_offsets() -> None:
    text = "Le raid a tué trois enfants. Au moins 12 femmes ont été blessées, dont deux grièvement."
    document = Document(
        id="doc-x", sha256="", path="x", media_type="text/plain", charset="utf-8", text=text, language="fr",
        title=None, outlet=None,
        author=None, dateline=None, published=None, published_basis="unknown", published_source="unknown",
        blocks=(Block(0, len(text), "paragraph"),), credits=(),
    )  # fmt: skip
    french = pack("fr")
    found = numerals(document, sentences(document, french.traits), french)
    assert [n.span.text for n in found] == ["trois", "Au moins 12", "deux"]
    assert all(text[n.span.start : n.span.end] == n.span.text for n in found)
    assert [text[n.number_start : n.number_end] for n in found] == ["trois", "12", "deux"]
