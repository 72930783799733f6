"""Implied doers: who did it where the sentence names no deed."""

import pytest

from tests.stages.claim.articles import figures


@pytest.mark.parametrize(
    ("text", "party"),
    [
        ("L'armée malienne a fait huit morts dans un village de Mopti.", "Malian army"),
        ("Les forces russes ont fait huit morts à Kherson.", "Russia"),
        ("Le ministère malien fait état de huit morts à Mopti.", None),
        ("Les Chebab ont revendiqué la mort de douze soldats à Baidoa.", "al-Shabaab"),
        ("Une mine posée sur la route de l'armée malienne a fait huit morts.", None),
        ("Les Chebab sont responsables de huit morts à Baidoa.", "al-Shabaab"),
        ("Les Chebab ne sont pas responsables de huit morts à Baidoa.", None),
    ],
)
def test_who_made_the_victims(text: str, party: str | None) -> None:
    assert [f.perpetrator for f in figures(text)] == [party]


@pytest.mark.parametrize(
    ("text", "party"),
    [
        ("Les rebelles houthis s'en sont pris à un convoi près de Marib. Quatre soldats ont péri.", "Houthis"),
        ("Les rebelles houthis ont ouvert le feu près de Marib. Quatre soldats ont péri.", "Houthis"),
        ("Les rebelles houthis n'ont pas ouvert le feu près de Marib. Quatre soldats ont péri.", None),
        ("Un village de Rutshuru a été la cible du M23 : sept habitants ont été tués.", "M23"),
        ("Un village de Rutshuru a été la cible de tirs : sept habitants ont été tués.", None),
    ],
)
def test_who_attacks_in_set_words(text: str, party: str | None) -> None:
    assert [f.perpetrator for f in figures(text)] == [party]


@pytest.mark.parametrize(
    ("later", "party"),
    [
        ("L'attaque est l'œuvre des Chebab.", "al-Shabaab"),
        ("Ce carnage porte la marque des Chebab.", "al-Shabaab"),
        ("La police a arrêté un membre des Chebab.", None),
    ],
)
def test_whose_a_deed_told_before_is_by_its_look(later: str, party: str | None) -> None:
    dead, *_ = figures(f"Un attentat a fait neuf morts à Mogadiscio.\n{later}")
    assert dead.perpetrator == party


@pytest.mark.parametrize(
    ("text", "party"),
    [
        ("Quelque 3 000 habitants fuyant les combattants du M23 sont arrivés à Goma.", "M23"),
        ("Quelque 3 000 habitants ont fui les attaques du M23.", "M23"),
        ("Quelque 3 000 habitants ont fui leurs maisons, selon le M23.", None),
    ],
)
def test_whom_people_fled(text: str, party: str | None) -> None:
    assert [f.perpetrator for f in figures(text)] == [party]
