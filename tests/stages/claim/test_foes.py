"""Foes: who killed those whom the text calls enemies, or who fell as they attacked."""

import pytest

from tests.stages.claim.articles import figures


@pytest.mark.parametrize(
    ("later", "party"),
    [
        ("Huit assaillants ont péri.", "Nigerien army"),
        ("Les assaillants ont laissé sur place sept corps.", "Nigerien army"),
        ("Les assaillants ont tué sept soldats.", None),
        ("Sept pêcheurs ont été tués.", None),
    ],
)
def test_who_boasts_of_dead_enemies_killed_their_like_and_nobody_else(later: str, party: str | None) -> None:
    text = f"L'armée nigérienne affirme avoir tué 30 terroristes près de Diffa. {later}"
    assert [f.perpetrator for f in figures(text)] == ["Nigerien army", party]


def test_without_a_boast_attackers_may_have_died_by_their_own_hands() -> None:
    text = "L'armée nigérienne patrouille à Diffa. Huit assaillants ont péri dans une attaque."
    assert [f.perpetrator for f in figures(text)] == [None]


def test_enemies_fell_to_the_army_of_the_land() -> None:
    text = "Une trentaine de terroristes ont été neutralisés mardi à Diffa."
    assert [f.perpetrator for f in figures(text)] == [None]
    assert [f.perpetrator for f in figures(f"{text} L'armée nigérienne patrouille.")] == ["Nigerien army"]
    assert [f.perpetrator for f in figures(f"{text} L'armée malienne patrouille.")] == [None]


def test_a_boast_is_no_author_of_what_was_told() -> None:
    text = (
        "Boko Haram a tué douze pêcheurs. L'armée nigérienne a tué 30 terroristes. Quinze personnes ont été blessées."
    )
    assert [f.perpetrator for f in figures(text)] == ["Boko Haram", "Nigerien army", "Boko Haram"]
