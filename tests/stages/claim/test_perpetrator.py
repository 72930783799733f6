"""Perpetrators: a new deed, a doubtful one, and who owns up to the one told before."""

import pytest

from tests.stages.claim.articles import figures


def test_a_new_deed_has_an_author_of_its_own() -> None:
    text = "L'armée israélienne a tué douze civils à Gaza.\nEn mars, un attentat avait fait quatre morts à Beyrouth."
    assert [f.perpetrator for f in figures(text)] == ["Israel", None]


def test_a_doubtful_deed_is_nobodys() -> None:
    text = "Un raid de l'armée israélienne aurait touché un camion. Douze personnes sont mortes."
    assert [f.perpetrator for f in figures(text)] == [None]


@pytest.mark.parametrize(
    ("later", "party"),
    [
        ("L'État islamique a revendiqué l'attentat.", "Islamic State"),
        ("L'attentat a été revendiqué par l'État islamique.", "Islamic State"),
        ("Bagdad accuse l'État islamique d'en être l'auteur, ce que le groupe dément.", "Islamic State"),
        ("Bagdad accuse l'État islamique d'avoir mené cette attaque.", "Islamic State"),
        ("Bagdad accuse l'État islamique de recruter des enfants.", None),
        ("L'État islamique dément avoir mené cette attaque.", None),
        ("L'État islamique a revendiqué un attentat en Syrie.", None),
    ],
)
def test_who_owns_up_to_a_deed_told_before(later: str, party: str | None) -> None:
    text = f"Un attentat a fait douze morts lundi à Mossoul.\n{later}"
    assert [f.perpetrator for f in figures(text)] == [party]
