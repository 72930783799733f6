"""Authors: what the author told before may have done, and what not."""

import pytest

from tests.stages.claim.articles import figures


def test_told_before() -> None:
    text = "L'armée israélienne a tué douze civils à Gaza. Trente personnes ont été blessées."
    assert [f.perpetrator for f in figures(text)] == ["Israel", "Israel"]


def test_the_missing_of_a_strike_are_its_author_s() -> None:
    text = "Une frappe russe a tué douze civils à Soumy. Sept habitants sont portés disparus."
    assert [f.perpetrator for f in figures(text)] == ["Russia", "Russia"]
    text = "Une frappe russe a tué douze civils à Soumy. Cent migrants sont portés disparus au large de la Libye."
    assert [f.perpetrator for f in figures(text)] == ["Russia", None]


def test_the_dead_of_a_war_are_not_all_of_who_struck_last() -> None:
    two = "Une frappe russe a tué six civils à Soumy. Une frappe ukrainienne a tué neuf civils à Belgorod."
    text = f"{two} Quelque 40.000 civils sont morts."
    assert [f.perpetrator for f in figures(text)] == ["Russia", "Ukraine", None]


@pytest.mark.parametrize(
    ("since", "party"),
    [
        ("le début de la guerre", None),
        ("le déclenchement de l'invasion russe", "Russia"),
        ("lundi", "Russia"),
    ],
)
def test_the_dead_since_a_war_began_are_those_of_who_began_it(since: str, party: str | None) -> None:
    text = f"Une frappe russe a tué six civils à Soumy. Quelque 9.000 civils sont morts depuis {since}."
    assert [f.perpetrator for f in figures(text)] == ["Russia", party]


@pytest.mark.parametrize(
    ("author", "party"),
    [
        ("les forces armées ukrainiennes", "Ukrainian army"),
        ("les forces ukrainiennes", "Ukrainian army"),
        ("l'armée russe", "Russia"),
        ("les forces armées russes", "Russia"),
        ("les forces spéciales russes", "Russian special forces"),
        ("la Russie", "Russia"),
    ],
)
def test_an_army_has_one_name_and_abroad_its_state_s(author: str, party: str) -> None:
    assert [f.perpetrator for f in figures(f"Six civils ont été tués par {author} à Soumy.")] == [party]


def test_attackers_are_not_killed_by_their_own() -> None:
    text = "Une attaque de Boko Haram a fait douze morts. Trois assaillants ont péri."
    assert [f.perpetrator for f in figures(text)] == ["Boko Haram", None]


@pytest.mark.parametrize(
    ("later", "party"),
    [
        ("Quatre soldats maliens sont morts dans les combats.", None),
        ("Quatre soldats tchadiens sont morts dans les combats.", "Malian army"),
        ("Quatre éleveurs sont morts dans les combats.", None),
        ("Quatre éleveurs ont été tués ensuite par des inconnus.", None),
        ("Une autre frappe a fait quatre morts.", "Malian army"),
        ("Un autre attentat a fait quatre morts.", None),
    ],
)
def test_what_an_author_told_before_has_not_done(later: str, party: str | None) -> None:
    text = f"Une frappe de l'armée malienne a tué douze personnes à Kidal.\n{later}"
    assert [f.perpetrator for f in figures(text)] == ["Malian army", party]


@pytest.mark.parametrize(
    "text",
    [
        "Neuf soldats ont été tués, selon le M23, cité par Boko Haram.",
        "« Nous avons tué neuf soldats », a dit Boko Haram, cité par le M23.",
    ],
)
def test_two_groups_may_say_the_same_words(text: str) -> None:
    assert [f.value for f in figures(text)] == [9]
