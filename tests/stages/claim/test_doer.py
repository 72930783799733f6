"""Doers: the party that the sentence itself says has done it."""

from dataclasses import replace

import pytest

from recoupe.model.annotation import Entity
from tests.stages.claim.articles import figures, said


@pytest.mark.parametrize(
    ("text", "party"),
    [
        ("Douze civils ont été tués par l'armée israélienne à Rafah.", "Israel"),
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
        ("Cinq villageois sont morts dans une attaque séparatiste à Bamenda.", "Ambazonian separatists"),
        ("Un commando de shebab a mené un raid contre une école de Kismayo, faisant six morts.", "al-Shabaab"),
        ("Six civils ont été tués par le groupe rebelle ougandais ADF à Beni.", "Allied Democratic Forces"),
        ("Le séisme a fait 300 morts.", None),
        ("Quarante corps ont été exhumés par l'armée israélienne.", None),
    ],
)
def test_in_the_sentence(text: str, party: str | None) -> None:
    assert [f.perpetrator for f in figures(text)] == [party]


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


def test_who_admits_it_did_it() -> None:
    text = "Le ministère reconnaît la mort de douze civils."
    admission = said(text, "reconnaît", "la mort de douze civils", "Russian army", stance="admit")
    army = Entity("army-ru", "party", "Russian army", country="RU")
    assert [f.perpetrator for f in figures(text, [replace(admission, entity=army)])] == ["Russian army"]


def test_an_embassy_is_attacked_and_attacks_nobody() -> None:
    assert [f.perpetrator for f in figures("L'attaque de l'ambassade de France a fait douze morts.")] == [None]
