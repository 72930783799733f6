"""Pages scraped on to one line, and days that stand in odd places."""

import pytest

from recoupe.stages.acquire import acquire

BODY = (
    "Trois civils ont été tués mardi dans une frappe sur un marché, a indiqué un responsable local de la santé. "
    "Les secours cherchaient encore des survivants mercredi matin, selon un habitant joint par téléphone."
)
TITLE = "Frappe sur un marché : trois morts"


@pytest.mark.parametrize(
    ("head", "credits", "tail"),
    [
        ("Le Parisien avec AFP Publié le 07/11/2014 à 09h33 Abonnez-vous", ["AFP"], ""),
        ("Par Awa Diallo (avec AFP)le 07/11/2014 à 06h13", ["Awa Diallo", "AFP"], ""),
        ("Publié le 07/11/2014 à 08:17, mis à jour le 08/11/2014 à 09:34 Photo AFP AFP", ["AFP", "AFP"], ""),
        ("Publié le 7 novembre 2014 à 13h26 Partager J'aime 63 Tweeter", ["Awa Diallo"], " Awa Diallo"),
        ("Publié le 7 novembre 2014 à 13h26", ["AFP"], " Source : AFP"),
        ("RFI Publié le 07-11-2014 Modifié le 08-11-2014 à 12:23", [], ""),
        ("07/11/2014 12:23 AFP", ["AFP"], ""),
        ("Vendredi 7 novembre 2014 à 12h23", [], ""),
        ("Publié le 7 novembre 2014 à 12h23 par Awa Diallo", ["Awa Diallo"], ""),
    ],
)
def test_a_page_on_one_line(head: str, credits: list[str], tail: str) -> None:
    document, _ = acquire("a.txt", f"{TITLE} {head} {BODY}{tail}".encode())
    assert document is not None
    assert (document.published, document.published_basis) == ("2014-11-07", "stated")
    assert [credit.name for credit in document.credits] == credits
    assert document.title is not None
    assert document.title.startswith(TITLE)


def test_a_day_inside_a_paragraph_cuts_nothing() -> None:
    text = f"Un rapport accablant. Publié le 3 mars 2021 par une organisation locale, il décrit la frappe. {BODY}"
    document, _ = acquire("a.txt", text.encode())
    assert document is not None
    assert document.published_basis != "stated"
    assert [block.kind for block in document.blocks] == ["paragraph"]


@pytest.mark.parametrize(
    ("text", "published"),
    [
        (
            "Samedi 21 février 2015 19:54 HNE\n\n{title}\n\nMise à jour le jeudi 24 mars 2011 à 10 h 42\n\n{body}",
            "2011-03-24",
        ),
        ("{title}\n\n15 septembre 2018 6 15 /09 /septembre /2018\n\n{body}", "2018-09-15"),
        ("{title}\n\n4 novembre 2013 Lu: 6194 Version imprimable\n\n{body}", "2013-11-04"),
        ("{title} : le direct du dimanche 10 septembre 2017\n\n{body}\n{body}", "2017-09-10"),
        ("{title}\n\nGAO – Mardi 9 septembre 2008. {body}", "2008-09-09"),
        ("Date of publication at Vent du Sud: 22/02/2013\n\n{title}\n\n{body}", "2013-02-22"),
    ],
)
def test_days_in_odd_places(text: str, published: str) -> None:
    document, _ = acquire("a.txt", text.format(title=TITLE, body=BODY).encode())
    assert document is not None
    assert (document.published, document.published_basis) == (published, "stated")
