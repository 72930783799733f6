"""Pages of many makes (pages/): a blog, portals, wires, a live page, a cookie wall, old tables, Windows text."""

from pathlib import Path

import pytest

from recoupe.model.document import READ_KINDS, Document
from recoupe.stages.acquire import acquire

PAGES = Path(__file__).parent / "pages"


def read(name: str) -> Document:
    document, _ = acquire(name, (PAGES / name).read_bytes())
    assert document is not None
    return document


def read_text(document: Document) -> str:
    return "\n".join(document.text[b.start : b.end] for b in document.blocks if b.kind in READ_KINDS)


@pytest.mark.parametrize(
    ("name", "title", "outlet", "author", "published", "credits"),
    [
        (
            "wordpress-blog.html",
            "Djibo : un convoi attaqué, au moins 11 morts",
            "Le Veilleur du Nord",
            "Salif Zongo-Barry",
            "2022-09-27",
            [
                "author: Salif Zongo-Barry",
                "photo: Archives du Veilleur",
                "source: Agence du Liptako",
                "translator: Odile Marchetti-Kone",
            ],
        ),
        (
            "spip-portal.html",
            "Bria : les combats font 16 morts et une quarantaine de blessés",
            "Portail des Trois-Rivières",
            "Prosper Yakité-Ndolo",
            "2016-12-06",
            ["author: Prosper Yakité-Ndolo", "source: AFP"],
        ),
        (
            "cookie-wall.html",
            "Kramatorsk : ce que l’on sait de la frappe sur le restaurant",
            "L’Estafette",
            "Inès Carbonnel, Yvan Prat",
            "2023-06-28",
            ["author: Inès Carbonnel et Yvan Prat", "source: AFP", "photo: Olena Marchuk"],
        ),
        (
            "liveblog.html",
            "DIRECT. Soudan : suivez la situation à El-Fasher",
            "Radio Confluence",
            None,
            "2025-10-28",
            [],
        ),
        (
            "old-newspaper.html",
            "Onze terroristes abattus près de Tissemsilt",
            "El Moudjahed du Sud",
            "K. B.",
            "2015-02-12",
            ["author: K. B.", "author: K. B.", "source: Algeria Press Service"],
        ),
        (
            "english-daily.html",
            "Six aid workers killed in Deir al-Balah, charity says",
            "The Lantern",
            "Priya Ramsden",
            "2024-04-02",
            ["author: Priya Ramsden", "source: agencies", "author: Sami Odeh"],
        ),
        (
            "african-portal.txt",
            "Attaque de Tessit : le bilan passe à 42 militaires tués",
            "Mali Carrefour",
            "Primature du Mali",
            "2022-08-10",
            ["author: Primature du Mali", "source: AFP", "source: Le Combat du Fleuve"],
        ),
        ("agency-wire.txt", None, None, None, None, ["source: APA News"]),
        (
            "russian-wire.txt",
            "При обстреле Херсона погибли пять человек",
            "Северная лента",
            "Пётр Лузгин",
            "2023-02-24",
            ["source: RIA Novosti", "author: Пётр Лузгин"],
        ),
        (
            "arabic-site.txt",
            "مقتل 15 مدنياً في قصف على سوق جنوب الخرطوم",
            "شبكة الضفتين",
            "هالة النور",
            "2023-12-03",
            ["author: هالة النور", "source: Reuters", "source: Reuters"],
        ),
        (
            "latin1-crlf.txt",
            "Mopti : une mine tue neuf passagers d’un autocar",
            "Le Journal du Delta",
            "Aïssata Guindo",
            "2022-10-14",
            ["author: Aïssata Guindo", "source: Reuters"],
        ),
        (
            "translation-blog.txt",
            "Ce que cache l'offensive sur Idleb",
            None,
            "Jonas Wetherby",
            "2020-02-19",
            [
                "translated_from: What the Idlib offensive hides",
                "author: Jonas Wetherby",
                "translator: Maëlle",
                "photo: Karim Doueihi",
                "translated_from: Grey Bulletin",
            ],
        ),
        ("no-furniture.txt", None, None, None, "2024-02-14", []),
    ],
)
def test_head_and_credits(
    name: str, title: str | None, outlet: str | None, author: str | None, published: str | None, credits: list[str]
) -> None:
    document = read(name)
    assert (document.title, document.outlet, document.author, document.published) == (title, outlet, author, published)
    assert [f"{credit.kind}: {credit.name}" for credit in document.credits] == credits


@pytest.mark.parametrize(
    ("name", "there", "not_there"),
    [
        (
            "wordpress-blog.html",
            ["Onze soldats", "9 habitants", "3 puits", "plus de sel"],
            ["Trente", "45 morts", "Silgadji", "200 morts", "Kaya"],
        ),
        (
            "spip-portal.html",
            ["Seize personnes", "quarante-deux", "Bornou\t9 morts"],
            ["Accueil", "cent morts", "Bambari"],
        ),
        (
            "cookie-wall.html",
            ["dix morts", "Soixante et une", "Deux généraux"],
            ["842", "Zaporijjia", "62 %", "boîte mail"],
        ),
        (
            "liveblog.html",
            ["460 patients", "26 000 personnes", "une trentaine de corps", "460 morts dans une maternité"],
            ["Confluence Médias"],
        ),
        ("english-daily.html", ["Six people", "Their driver"], ["Related", "evening briefing"]),
        (
            "african-portal.txt",
            ["42 morts et 22 blessés", "37 assaillants", "deuil de trois jours"],
            ["5 412", "mouton", "cent morts"],
        ),
        ("chronology.txt", ["20 civils", "2 avril 2018 – À Hodeïda", "13 octobre 2018"], []),
        ("hard-wrapped.txt", ["dans\ntrois villages", "31 morts, dont huit\nenfants"], []),
        ("translation-blog.txt", ["800 000 personnes", "Le fond de l'affaire"], ["12 000 exemplaires", "des tentes"]),
    ],
)
def test_what_is_read_and_what_is_not(name: str, there: list[str], not_there: list[str]) -> None:
    text = read_text(read(name))
    assert [words for words in there if words not in text] == []
    assert [words for words in not_there if words in text] == []


def test_a_page_with_nothing_but_a_menu_is_an_issue() -> None:
    document, issues = acquire("menu-only.html", (PAGES / "menu-only.html").read_bytes())
    assert document is not None
    assert [issue.kind for issue in issues] == ["empty"]


def test_windows_line_ends_stay() -> None:
    document = read("latin1-crlf.txt")
    assert document.charset == "windows-1252"
    assert document.text == (PAGES / "latin1-crlf.txt").read_bytes().decode("cp1252")
    assert "\r\n" in document.text
