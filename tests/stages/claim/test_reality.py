"""Reality: asserted, reported with reserve, denied, supposed; by the verb, and by whoever says it."""

import pytest

from tests.stages.claim.articles import figures, said


@pytest.mark.parametrize(
    ("text", "reality"),
    [
        ("L'armée a tué 12 civils à Kidal.", "asserted"),
        ("L'armée aurait tué 12 civils à Kidal.", "conditional"),
        ("Douze civils seraient morts dans le raid.", "conditional"),
        ("Douze civils auraient, selon un élu, été tués.", "conditional"),
        ("L'armée n'a pas tué 12 civils.", "denied"),
        ("L'armée dément avoir tué 12 civils.", "denied"),
        ("L'armée ne dément pas avoir tué 12 civils.", "asserted"),
        ("Le ministre a nié que 12 civils aient péri.", "denied"),
        ("L'offensive pourrait faire 12 000 morts.", "hypothetical"),
        ("Il faudra loger 12 000 déplacés.", "hypothetical"),
        ("Le groupe menace d'exécuter douze otages.", "hypothetical"),
        ("L'ONG craint que douze civils aient péri.", "hypothetical"),
        ("A-t-on vraiment compté 12 morts ?", "hypothetical"),
        ("Douze mille habitants ont pu fuir la ville.", "asserted"),
        ("Douze mille habitants ont dû fuir la ville.", "asserted"),
        ("Les États-Unis n'ont reconnu que 12 morts.", "asserted"),
        ("Douze passagers n'ont pas survécu.", "asserted"),
        ("L'attaque, qui aurait été menée par un drone, a fait 12 morts.", "asserted"),
    ],
)
def test_by_the_verb(text: str, reality: str) -> None:
    assert [f.reality for f in figures(text)] == [reality]


def test_the_count_withdrawn_is_denied() -> None:
    text = "L'observatoire a relevé son bilan : 37 civils tués, et non 35 comme il l'avait indiqué."
    assert [(f.value, f.reality) for f in figures(text)] == [(37, "asserted"), (35, "denied")]


def test_a_source_that_denies_denies_the_count() -> None:
    text = "Bamako réfute la mort de 30 civils."
    denial = said(text, "réfute", "la mort de 30 civils", stance="deny")
    assert [f.reality for f in figures(text, [denial])] == ["denied"]


def test_what_a_denying_source_puts_in_its_place_is_asserted() -> None:
    text = "Bamako conteste : 30 terroristes ont péri."
    denial = said(text, "conteste", "30 terroristes ont péri", stance="deny")
    assert [f.reality for f in figures(text, [denial])] == ["asserted"]
