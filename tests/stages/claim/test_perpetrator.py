"""Perpetrators: the party said to have done it, in the sentence or around it."""

from dataclasses import replace

import pytest

from recoupe.model.annotation import Entity
from tests.stages.claim.articles import figures, said


@pytest.mark.parametrize(
    ("text", "party"),
    [
        ("Douze civils ont été tués par l'armée israélienne à Rafah.", "Israeli army"),
        ("Les rebelles houthis ont tué douze soldats près de Marib.", "Houthis"),
        ("Une frappe russe a fait cinq morts à Kharkiv.", "Russia"),
        ("Cinq personnes ont péri dans des tirs israéliens.", "Israel"),
        ("Des combattants de Boko Haram ont égorgé douze pêcheurs.", "Boko Haram"),
        ("L'exécution, jeudi, par les rebelles houthis, de 28 soldats a été filmée.", "Houthis"),
        ("Quelque 600 000 civils vivent dans les zones tenues par l'État islamique.", "Islamic State"),
        ("Douze personnes ont été tuées par des hommes armés.", None),
        ("Les shebab ont revendiqué un attentat qui a fait douze morts à Mogadiscio.", "al-Shabaab"),
        ("Le Hezbollah dément avoir lancé une attaque qui a fait trois morts à Haïfa.", None),
        ("Des tirs d'artillerie israéliens ont fait cinq morts à Khiam.", "Israel"),
        ("Un bombardement russe a poussé 300 familles à fuir Soumy.", "Russia"),
        ("Trente civils sont portés disparus après une frappe russe à Kharkiv.", "Russia"),
        ("Huit civils sont morts dans des tirs rebelles sur Damas.", "Syrian rebels"),
        ("Huit civils ont été tués par des rebelles à Damas.", "Syrian rebels"),
        ("Huit civils sont morts dans les quartiers rebelles de Damas.", None),
        ("Cinq villageois sont morts dans une attaque séparatiste à Bamenda.", "Cameroonian separatists"),
        ("Un commando de shebab a mené un raid contre une école de Kismayo, faisant six morts.", "al-Shabaab"),
        ("Six civils ont été tués par le groupe rebelle ougandais ADF à Beni.", "Allied Democratic Forces"),
        ("Le séisme a fait 300 morts.", None),
        ("Quarante corps ont été exhumés par l'armée israélienne.", None),
    ],
)
def test_in_the_sentence(text: str, party: str | None) -> None:
    assert [f.perpetrator for f in figures(text)] == [party]


def test_told_before() -> None:
    text = "L'armée israélienne a tué douze civils à Gaza. Trente personnes ont été blessées."
    assert [f.perpetrator for f in figures(text)] == ["Israeli army", "Israeli army"]


def test_the_missing_of_a_strike_are_its_author_s() -> None:
    text = "Une frappe russe a tué douze civils à Soumy. Sept habitants sont portés disparus."
    assert [f.perpetrator for f in figures(text)] == ["Russia", "Russia"]
    text = "Une frappe russe a tué douze civils à Soumy. Cent migrants sont portés disparus au large de la Libye."
    assert [f.perpetrator for f in figures(text)] == ["Russia", None]


def test_rebels_are_the_group_that_the_article_calls_so() -> None:
    text = "Les rebelles houthis avancent vers Marib. Six civils ont péri dans un bombardement rebelle."
    assert [f.perpetrator for f in figures(text)] == ["Houthis"]


def test_who_owns_up_is_who_the_terrorists_were() -> None:
    text = "Six soldats ont été tués par des terroristes à Djibo."
    assert [f.perpetrator for f in figures(text)] == ["terrorists"]
    assert [f.perpetrator for f in figures(f"{text} L'attaque a été revendiquée par les shebab.")] == ["al-Shabaab"]
    assert [f.perpetrator for f in figures("Une attaque terroriste a tué six soldats à Djibo.")] == [None]


def test_the_dead_of_a_war_are_not_all_of_who_struck_last() -> None:
    two = "Une frappe russe a tué six civils à Soumy. Une frappe ukrainienne a tué neuf civils à Belgorod."
    text = f"{two} Quelque 40.000 civils sont morts."
    assert [f.perpetrator for f in figures(text)] == ["Russia", "Ukraine", None]


@pytest.mark.parametrize(
    ("author", "party"),
    [
        ("des hélicoptères du régime de Bachar el-Assad", "Syria"),
        ("l'armée de Vladimir Poutine", "Russian army"),
        ("l'armée de Jean Dupont", None),
    ],
)
def test_an_army_named_after_its_head_of_state(author: str, party: str | None) -> None:
    assert [f.perpetrator for f in figures(f"Six civils ont été tués par {author}.")] == [party]


def test_a_new_deed_has_an_author_of_its_own() -> None:
    text = "L'armée israélienne a tué douze civils à Gaza.\nEn mars, un attentat avait fait quatre morts à Beyrouth."
    assert [f.perpetrator for f in figures(text)] == ["Israeli army", None]


def test_attackers_are_not_killed_by_their_own() -> None:
    text = "Une attaque de Boko Haram a fait douze morts. Trois assaillants ont péri."
    assert [f.perpetrator for f in figures(text)] == ["Boko Haram", None]


def test_what_a_later_sentence_lays_at_somebodys_door() -> None:
    text = "Un raid a fait 57 morts à Raqqa.\nL'ONG attribue ce bombardement à la Russie."
    assert [f.perpetrator for f in figures(text)] == ["Russia"]


def test_a_headline_takes_the_party_of_the_lead() -> None:
    text = "Douze civils tués à Rafah\nL'armée israélienne a tué douze civils à Rafah."
    assert [f.perpetrator for f in figures(text, titled=True)] == ["Israeli army", "Israeli army"]


def test_a_doubtful_deed_is_nobodys() -> None:
    text = "Un raid de l'armée israélienne aurait touché un camion. Douze personnes sont mortes."
    assert [f.perpetrator for f in figures(text)] == [None]


def test_who_admits_it_did_it() -> None:
    text = "Le ministère reconnaît la mort de douze civils."
    admission = said(text, "reconnaît", "la mort de douze civils", "Russian army", stance="admit")
    army = Entity("army-ru", "party", "Russian army", country="RU")
    assert [f.perpetrator for f in figures(text, [replace(admission, entity=army)])] == ["Russian army"]


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


@pytest.mark.parametrize(
    ("later", "party"),
    [
        ("Quatre soldats maliens sont morts dans les combats.", None),
        ("Quatre soldats tchadiens sont morts dans les combats.", "Malian army"),
        ("Quatre éleveurs sont morts dans les combats.", "Malian army"),
        ("Quatre éleveurs ont été tués ensuite par des inconnus.", None),
        ("Une autre frappe a fait quatre morts.", "Malian army"),
        ("Un autre attentat a fait quatre morts.", None),
    ],
)
def test_what_an_author_told_before_has_not_done(later: str, party: str | None) -> None:
    text = f"Une frappe de l'armée malienne a tué douze personnes à Kidal.\n{later}"
    assert [f.perpetrator for f in figures(text)] == ["Malian army", party]


def test_an_embassy_is_attacked_and_attacks_nobody() -> None:
    assert [f.perpetrator for f in figures("L'attaque de l'ambassade de France a fait douze morts.")] == [None]
