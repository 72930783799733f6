"""Figures: counts tied to harm, in sentences of many wars; parts, ellipsis, spans, Issues."""

import tomllib
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from recoupe.model.figure import Figure
from tests.stages.claim.articles import article, figures, read

CASES: list[dict[str, Any]] = tomllib.loads(Path(__file__).with_name("figures.toml").read_text("utf-8"))["case"]


def in_short(figure: Figure) -> str:
    """« 12 killed civilians », with the reality where it is not asserted."""
    number = figure.magnitude if figure.value is None else int(figure.value)
    tail = "" if figure.reality == "asserted" else f" {figure.reality}"
    return f"{number} {figure.effect} {figure.group}{tail}"


@pytest.mark.parametrize("case", CASES, ids=lambda c: c["text"][:60])
def test_sentence(case: dict[str, Any]) -> None:
    assert [in_short(f) for f in figures(case["text"])] == case["figures"]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Plus de 35 civils syriens ont péri à Idleb.", ["Plus de 35 civils syriens"]),
        (
            "Une vingtaine de membres des forces de sécurité ont été tués.",
            ["Une vingtaine de membres des forces de sécurité"],
        ),
        (
            "Le raid a tué quinze éléments de Boko Haram et blessé une dizaine.",
            ["quinze éléments de Boko Haram", "une dizaine"],
        ),
        ("Cinq assaillants ont été tués, les deux autres ont fui.", ["Cinq assaillants", "deux autres"]),
        ("Trois d'entre eux sont morts.", ["Trois d'entre eux"]),
        ("L'attaque a fait 12 morts.", ["12 morts"]),
    ],
)
def test_span_is_number_approximator_and_noun(text: str, words: list[str]) -> None:
    assert [f.span.text for f in figures(text)][: len(words)] == words


@pytest.mark.parametrize(
    ("text", "bound"),
    [
        ("Au moins 12 personnes ont été tuées.", "at_least"),
        ("Le bilan a dépassé les 3 000 morts.", "more_than"),
        ("Le nombre de morts avoisine 3 000.", "about"),
        ("Il n'y a pas eu plus de 62 morts.", "at_most"),
        ("On compte deux cents morts, voire davantage.", "at_least"),
        ("Entre 20 et 30 civils ont péri.", "between"),
        ("Des dizaines de civils ont péri.", "several"),
    ],
)
def test_bound(text: str, bound: str) -> None:
    assert [f.bound for f in figures(text)] == [bound]


@pytest.mark.parametrize(
    ("text", "unit"),
    [
        ("L'aviation a effectué 60 sorties.", "sorties"),
        ("L'armée a mené 14 raids aériens contre le port.", "strikes"),
        ("Quelque 800 familles ont fui leur village.", "families"),
        ("Quelque 800 habitants ont fui leur village.", "people"),
    ],
)
def test_unit(text: str, unit: str) -> None:
    assert [f.unit for f in figures(text)] == [unit]


def test_parts_name_their_whole() -> None:
    whole, women, children = figures("Quarante civils, dont douze femmes et cinq enfants, ont été tués à Djibo.")
    assert (whole.part_of, women.part_of, children.part_of) == (None, whole.id, whole.id)


def test_bare_counts_that_add_up_are_parts() -> None:
    whole, first, second = figures("Vingt et un civils ont péri dans des raids, quinze à Marib et six à Taëz.")
    assert (whole.part_of, first.part_of, second.part_of) == (None, whole.id, whole.id)


def test_bare_counts_of_others_are_no_parts() -> None:
    first, second = figures("L'attaque a fait 132 morts selon le gouvernement, 160 selon des élus.")
    assert (first.part_of, second.part_of) == (None, None)


def test_part_of_a_count_that_stands_behind_it() -> None:
    part, whole = figures("Onze des 46 soldats arrêtés à Kati ont été libérés.")
    assert (part.effect, part.part_of, whole.effect) == ("returned", whole.id, "detained")


def test_pronoun_takes_up_people_counted_in_the_sentence_before() -> None:
    text = (
        "L'observatoire est parti d'une trentaine de morts. Il en a annoncé 80 le soir, puis plus de 90 le lendemain."
    )
    assert [in_short(f) for f in figures(text)] == [
        "30 killed unspecified",
        "80 killed unspecified",
        "90 killed unspecified",
    ]


def test_toll_takes_its_effect_from_the_sentence_before() -> None:
    text = "Personne ne s'accorde sur le nombre de soldats tués. Le chiffre le plus répandu est 60."
    assert [in_short(f) for f in figures(text)] == ["60 killed combatants"]


def test_a_number_is_not_carried_far() -> None:
    between = "Le marché a rouvert.\nLa pluie tombe.\nLe préfet est venu.\nLe maire aussi.\n"
    text = f"L'attaque a fait 12 morts.\n{between}Il en a compté 80."
    assert [f.value for f in figures(text)] == [12]


def test_strikes_of_a_footballer_are_no_strikes() -> None:
    text = "Le gardien a repoussé trois frappes. Deux raids de l'ailier ont affolé la défense de ce match."
    assert figures(text) == ()


def test_zero_is_a_count() -> None:
    (figure,) = figures("L'explosion n'a fait aucun mort.")
    assert (figure.value, figure.bound, figure.reality) == (0, "exact", "asserted")


def test_more_people_than_there_are_is_an_issue() -> None:
    found, _, issues = read("La guerre a fait 90 000 milliards de morts.")
    assert found == ()
    assert [i.kind for i in issues] == ["number"]


def test_people_harmed_without_a_number_are_an_issue() -> None:
    found, _, issues = read("Plusieurs civils ont été tués à Kidal.")
    assert found == ()
    assert [i.span.text for i in issues if i.span] == ["Plusieurs civils"]


def test_people_near_harm_that_nothing_befell_are_an_issue() -> None:
    found, _, issues = read("Une foule de 400 personnes a entouré les tués et leurs familles.")
    assert found == ()
    assert [i.span.text for i in issues if i.span] == ["400 personnes"]


def test_a_place_of_harm_that_no_gazetteer_knows_is_an_issue() -> None:
    found, _, issues = read("Douze pêcheurs ont été tués lundi dans le village de Zorbogo, dans la région de Mopti.")
    assert [f.place.name for f in found if f.place] == ["Mopti Region"]
    assert [(i.kind, i.span.text) for i in issues if i.span] == [("place", "village de Zorbogo")]
    assert "Mopti Region stands for it" in issues[0].reason


def test_a_place_of_harm_that_is_known_is_no_issue() -> None:
    _, _, issues = read("Douze pêcheurs ont été tués lundi dans le village de Mondoro, dans la région de Mopti.")
    assert issues == ()


def test_parts_of_a_count_have_places_of_their_own() -> None:
    found = figures("Les assauts ont tué 30 villageois en RCA, dont 13 à Bria, 9 à Zorbogo et huit à Bambari.")
    assert [f.place.name if f.place else None for f in found][1:] == ["Bria", "Central African Republic", "Bambari"]


def test_recognised_decoys_are_no_issue() -> None:
    _, _, issues = read(
        "À 30 km du front, les blessés, âgés de 33, 34 et 39 ans, ont attendu 12 heures dans 3 camions."
    )
    assert issues == ()


def test_ids_differ_for_every_figure() -> None:
    found = figures("Douze morts à Kidal. Douze morts à Gao.\nDouze morts à Gao, dont douze hommes.")
    assert len({f.id for f in found}) == len(found) == 4


def test_figures_and_spans_agree_with_the_text() -> None:
    text = "Selon l’ONU, 12 000 civils ont fui ; « plus de 130 » ont été tués (dont 12 enfants)."
    document, _ = article(text)
    for figure in figures(text):
        assert document.text[figure.span.start : figure.span.end] == figure.span.text


WORDS = [
    *("douze", "12 000", "civils", "morts", "tués", "ont", "été", "blessés", "dont", ",", ".", ":", "«", "»", "par"),
    *("l'armée", "d'", "entre", "eux", "qui", "que", "de", "à", "un", "une", "frappes", "selon", "en", "les", "soit"),
    *("\n", "’", "²", "\u202f", "Mayadine", "aucun", "%", "plus"),
]


@settings(max_examples=150, deadline=None)
@given(st.lists(st.sampled_from(WORDS), max_size=40).map(" ".join))
def test_any_order_of_words_is_read(text: str) -> None:
    document, _ = article(text)
    for figure in figures(text):
        assert document.text[figure.span.start : figure.span.end] == figure.span.text


@settings(max_examples=60, deadline=None)
@given(st.text(max_size=200))
def test_any_text_is_read(text: str) -> None:
    figures("Douze morts. " + text)
