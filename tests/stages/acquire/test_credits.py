"""Credit lines of the press, in their forms."""

import pytest

from recoupe.model.document import Document
from recoupe.stages.acquire import acquire

TITLE = "Frappe sur un marché : trois morts, selon les secours"
BODY = """Trois civils ont été tués mardi dans une frappe sur un marché, a indiqué un responsable local de la santé.

Les secours cherchaient encore des survivants mercredi matin, selon un habitant joint par téléphone."""


def below(line: str) -> Document:
    document, _ = acquire("a.txt", f"{TITLE}\n\n{BODY}\n\n{line}\n".encode())
    assert document is not None
    return document


def above(line: str) -> Document:
    document, _ = acquire("a.txt", f"{TITLE}\n\n{line}\n\n{BODY}\n".encode())
    assert document is not None
    return document


def kinds(document: Document) -> list[tuple[str, str]]:
    return [(credit.kind, credit.name) for credit in document.credits]


@pytest.mark.parametrize(
    ("line", "credits"),
    [
        ("(AFP)", [("source", "AFP")]),
        ("Avec AFP", [("source", "AFP")]),
        ("(avec AFP et Reuters)", [("source", "AFP"), ("source", "Reuters")]),
        ("AFP/Reuters", [("source", "AFP"), ("source", "Reuters")]),
        ("Avec les agences", [("source", "agences")]),
        ("(avec agences)", [("source", "agences")]),
        ("Sources : AFP, Reuters, Xinhua", [("source", "AFP"), ("source", "Reuters"), ("source", "Xinhua")]),
        ("Source : communiqué du gouvernorat", [("source", "communiqué du gouvernorat")]),
        ("Source: https://www.vent-du-sud.example/2020/frappe", [("source", "Vent Du Sud")]),
        ("D'après Reuters", [("source", "Reuters")]),
        ("Via Telegram", [("source", "Telegram")]),
        ("Publié sur Le Vent du Sud", [("source", "Le Vent du Sud")]),
        ("Traduction : Maëlle K. pour Le Vent du Sud", [("translator", "Maëlle K.")]),
        ("Traduit du russe par Hélène Maroual, relu par Kim", [("translator", "Hélène Maroual")]),
        ("Traduction de l'arabe : Leïla Haddad", [("translator", "Leïla Haddad")]),
        ("Traduction : https://north-wind.example/strike", [("translated_from", "North Wind")]),
        ("Article original : The strike on the market", [("translated_from", "The strike on the market")]),
        ("Source : Xinhua. Traduction : K. Lévy", [("source", "Xinhua"), ("translator", "K. Lévy")]),
        ("Par Awa Diallo", [("author", "Awa Diallo")]),
        ("Par Awa Diallo et Karim Benali (avec AFP)", [("author", "Awa Diallo et Karim Benali"), ("source", "AFP")]),
        ("Publié par Awa Diallo le 3 mars 2021", [("author", "Awa Diallo")]),
        ("Propos recueillis par Karim Benali", [("author", "Karim Benali")]),
        ("De notre correspondante à Gao, Awa Diallo", [("author", "Awa Diallo")]),
        ("A. D.", [("author", "A. D.")]),
        ("A. D. (avec Reuters)", [("author", "A. D."), ("source", "Reuters")]),
        ("K. B. / APS", [("author", "K. B."), ("source", "Algeria Press Service")]),
        ("Awa Diallo, correspondante à Gao", [("author", "Awa Diallo")]),
        ("La rédaction", [("author", "La rédaction")]),
        ("L'Écho quotidien avec AFP", [("source", "AFP")]),
        ("La rédaction avec AFP", [("author", "La rédaction"), ("source", "AFP")]),
        ("© Photo : Jean Petit / AFP", [("photo", "Jean Petit")]),
        ("Crédit photo : Reuters", [("photo", "Reuters")]),
        ("Texte : Awa Diallo. Photos : Paul Bret", [("author", "Awa Diallo"), ("photo", "Paul Bret")]),
        (
            "(Reportage Awa Diallo et Paul Bret, version française Hélène Maroual, édité par Kim Lévy)",
            [("author", "Awa Diallo et Paul Bret"), ("translator", "Hélène Maroual")],
        ),
        (
            "(Awa Diallo, Hélène Maroual pour le service français)",
            [("author", "Awa Diallo"), ("translator", "Hélène Maroual")],
        ),
        (
            "(Awa Diallo, version française Hélène Maroual)",
            [("author", "Awa Diallo"), ("translator", "Hélène Maroual")],
        ),
        (
            "(Reportage de Reuters; Hélène Maroual pour le service français)",
            [("source", "Reuters"), ("translator", "Hélène Maroual")],
        ),
        (
            "(Awa Diallo ; Hélène Maroual et Kim Lévy pour le service français)",
            [("author", "Awa Diallo"), ("translator", "Hélène Maroual et Kim Lévy")],
        ),
        ("* Traduit de l'anglais par Hélène Maroual", [("translator", "Hélène Maroual")]),
        ("- Traduit du turc par Hélène Maroual", [("translator", "Hélène Maroual")]),
        ("Awa Diallo/ANP", [("author", "Awa Diallo"), ("source", "ANP")]),
        ("Awa Diallo (correspondante à Gao)", [("author", "Awa Diallo")]),
        ("A. D. / Agences", [("author", "A. D."), ("source", "agences")]),
        ("© La mairie de Gao via AFP", [("photo", "La mairie de Gao")]),
        ("(©AFP / 03 mars 2021 10h12)", [("source", "AFP")]),
        ("ats/afp/kro", [("source", "Keystone-ATS"), ("source", "AFP")]),
        ("Adapté de The Guardian", [("source", "The Guardian")]),
        ("SOURCE : Reuters - Awa Diallo", [("source", "Reuters")]),
        ("Source : Vent du Sud, le 5 mai 2023", [("source", "Vent du Sud")]),
        ("Par Le Figaro avec AFP", [("source", "AFP")]),
        ("Le Figaro avec AFP et Reuters", [("source", "AFP"), ("source", "Reuters")]),
    ],
)
def test_a_credit_below_the_article(line: str, credits: list[tuple[str, str]]) -> None:
    assert kinds(below(line)) == credits


@pytest.mark.parametrize(
    "line",
    [
        "© AFP",
        "AFP/VNA/cgd",
        "bur-sg/jri/tp",
        "FIN",
        "Syrie",
        "FAITS DIVERS",
        "Mots-clés : Syrie, AFP",
        "Par ailleurs, neuf personnes ont été blessées.",
        "Source de tensions, la frappe a été condamnée par neuf États de la région.",
        "Avec 35 morts, c'est le bilan le plus lourd depuis le début de la guerre.",
        "Bilan : 35 morts et 12 blessés",
        "(Awa Diallo, Gao ; Tombouctou)",
        "Publié dans Actualités",
    ],
)
def test_what_is_no_credit(line: str) -> None:
    assert kinds(below(line)) == [("source", "AFP")] * ("VNA" in line and "cgd" not in line)


@pytest.mark.parametrize(
    ("line", "credits"),
    [
        ("Awa Diallo | 3 mars 2021", [("author", "Awa Diallo")]),
        ("3 mars 2021, par Awa Diallo", [("author", "Awa Diallo")]),
        ("Publié le 3 mars 2021 à 10h12 par Awa Diallo", [("author", "Awa Diallo")]),
        ("Le Figaro avec AFP", [("source", "AFP")]),
        ("LaVille.fr avec AFP", [("source", "AFP")]),
        ("Réseau International", [("source", "Réseau International")]),
        ("AA/Khartoum/Awa Diallo", [("source", "Anadolu Agency"), ("author", "Awa Diallo")]),
        ("© Reuters", [("photo", "Reuters")]),
        ("Crédit photo © Reuters", [("photo", "Reuters")]),
        ("© Le Vent du Sud", []),
        ("© AFP 2024 Awa Diallo", [("photo", "AFP")]),
        ("© 2024 Le Vent du Sud", []),
        ("Publié par VentDuSud.ml", [("source", "VentDuSud.ml")]),
        ("Par Awa Diallo (Gao, correspondance)", [("author", "Awa Diallo")]),
        ("Des gravats au marché, mardi. (Photo Paul Bret / AFP)", [("photo", "Paul Bret")]),
        ("Des gravats au marché, mardi © Paul Bret", [("photo", "Paul Bret")]),
        ("Des gravats au marché, mardi. (AFP photo)", [("photo", "AFP")]),
        ("Des gravats au marché, le lendemain. / Paul Bret / REUTERS", [("photo", "Paul Bret")]),
        ("Une rue de Gao, le 3 mars 2021 - Paul Bret / AFP", [("photo", "Paul Bret")]),
        ("Une rue de Gao, le 3 mars 2021 ( AFP / Paul Bret )", [("photo", "Paul Bret")]),
        ("Une rue de Gao, le 3 mars 2021. Photo Paul Bret / Le Vent du Sud", [("photo", "Paul Bret")]),
        ("Les ruines du marché de Gao. Ph/Droits tiers", [("photo", "Droits tiers")]),
        ("Les ruines du marché de Gao. Ph. DR", [("photo", "DR")]),
        ("© OCHA/Awa Diallo", [("photo", "Awa Diallo")]),
        ("© UNICEF/UN0613/Awa Diallo", [("photo", "Awa Diallo")]),
        ("Des soldats à Gao, le 3 mars 2021. © Awa Diallo, AFP", [("photo", "Awa Diallo")]),
        ("Des soldats à Gao (image d'illustration). AFP - AWA DIALLO", [("photo", "AWA DIALLO")]),
        ("Gao, 3 mars 2021 (AFP) -", [("source", "AFP")]),
        ("(Photo d'illustration : DR)", [("photo", "DR")]),
        ("© Keystone / AP Photo / Awa Diallo", [("photo", "Awa Diallo")]),
        ("Rédigé par Awa Diallo le mardi 2 mars 2021 modifié le mardi 2 mars 2021 - 12:44", [("author", "Awa Diallo")]),
        ("Publié dans Le Vent du Sud le 03 - 03 - 2021", [("source", "Le Vent du Sud")]),
        ("VentDuSud.net • mardi 3 mars 2021 à 21h10min • Par Awa Diallo", [("author", "Awa Diallo")]),
        ("Source des photos : Al-Manar", [("photo", "Al-Manar")]),
        ("(Xinhua 03/03/21)", [("source", "Xinhua")]),
        ("Par Awa Diallo et Paul Bret, AFP", [("author", "Awa Diallo et Paul Bret"), ("source", "AFP")]),
        ("3 mars 2021, RFI Afrique", []),
    ],
)
def test_a_credit_between_title_and_body(line: str, credits: list[tuple[str, str]]) -> None:
    document = above(line)
    assert kinds(document) == credits
    assert document.title == TITLE


def test_the_agency_of_the_dateline_as_the_masthead_spells_it_out() -> None:
    text = f"Agence du Delta (ADD)\n\n{TITLE}\n\nMOPTI, 3 mars 2021 (ADD) – {BODY}\n\nADD/rk/bm\n"
    document, _ = acquire("a.txt", text.encode())
    assert document is not None
    (credit,) = document.credits
    assert (credit.span.text, credit.name, document.dateline) == (
        "(ADD)",
        "Agence du Delta",
        "MOPTI, 3 mars 2021 (ADD)",
    )
    assert credit.span.start == text.rindex("(ADD)")


def test_letters_beside_an_agency_are_its_desk() -> None:
    text = f"{TITLE}\n\n(Belga) {BODY} Les secours cherchent encore. (KRM)\n"
    document, _ = acquire("a.txt", text.encode())
    assert document is not None
    assert kinds(document) == [("source", "Belga")]


def test_the_source_behind_the_last_word() -> None:
    assert kinds(below("« Nous creusons à la main », a-t-il dit. (avec AFP)")) == [("source", "AFP")]
    assert kinds(below("« Nous creusons à la main », a-t-il dit. AFP")) == [("source", "AFP")]
    signed = "Les routes sont coupées. (Reportage de Reuters; version française Hélène Maroual)"
    assert kinds(below(signed)) == [("source", "Reuters"), ("translator", "Hélène Maroual")]
    assert kinds(below("Les hommes sont partis (avec leurs familles, leurs bêtes et leurs sacs).")) == []
    assert kinds(below("Neuf corps ont été sortis des ruines, selon l'Observatoire (OSDH).")) == []


def test_the_person_of_a_biography_is_an_author_and_the_biography_furniture() -> None:
    document = below(
        "Un troisième bilan est attendu jeudi.\n\nAbout Awa Diallo\n\nElle a compté 3 000 morts dans ses livres."
    )
    assert kinds(document) == [("author", "Awa Diallo")]
    assert [b.kind for b in document.blocks][-2:] == ["furniture", "furniture"]


@pytest.mark.parametrize(
    ("text", "credits"),
    [
        (
            "Three killed at a market\n\nBy Ann Lee in Gao and agencies\n\n{}\n",
            [("author", "Ann Lee"), ("source", "agencies")],
        ),
        ("Three killed at a market\n\n{}\n\nTranslated from the French by the desk\n", [("translator", "the desk")]),
        ("Three killed at a market\n\n{}\n\nAdditional reporting by Ann Lee\n", [("author", "Ann Lee")]),
    ],
)
def test_english_credits(text: str, credits: list[tuple[str, str]]) -> None:
    body = "Three civilians were killed on Tuesday in a strike on a market in the town, a health official said."
    document, _ = acquire("a.txt", text.format(body).encode())
    assert document is not None
    assert kinds(document) == credits


def test_russian_and_arabic_credits() -> None:
    russian = (
        "Трое погибших на рынке\n\nТрое жителей погибли при обстреле рынка, сообщила мэрия города.\n\nИсточник: ТАСС\n"
    )
    arabic = (
        "مقتل ثلاثة في سوق\n\nقال شهود إن ثلاثة مدنيين قتلوا الأحد في قصف استهدف سوقاً جنوب العاصمة.\n\nالمصدر: رويترز\n"
    )
    for text, name in ((russian, "TASS"), (arabic, "Reuters")):
        document, _ = acquire("a.txt", text.encode())
        assert document is not None
        assert kinds(document) == [("source", name)]


@pytest.mark.parametrize(
    ("line", "credits"),
    [
        ("AA / Niamey", [("source", "Anadolu Agency")]),
        ("APA-Niamey", [("source", "APA News")]),
        ("Reuters, 3 mars 2021", [("source", "Reuters")]),
        ("Awa Diallo, AFP", [("author", "Awa Diallo"), ("source", "AFP")]),
        ("Publié mardi 3 mars 2021 | A. D.", [("author", "A. D.")]),
        ("Texte par : FRANCE 24", [("source", "France 24")]),
        ("Texte par : FRANCE 24 avec AFP", [("source", "AFP")]),
        ("Texte par Awa Diallo", [("author", "Awa Diallo")]),
        ("Par notre correspondante à Gao, Awa Diallo", [("author", "Awa Diallo")]),
        ("Information fournie par Le Parisien", [("source", "Le Parisien")]),
        ("© Sputnik. Ivan Morel", [("photo", "Ivan Morel")]),
        ("© AP Photo / Awa Diallo", [("photo", "Awa Diallo")]),
        ("© Ivan Morel Source: Sputnik", [("photo", "Ivan Morel")]),
        ("Une rue de Mopti, le 3 mars 2021. REUTERS/Awa Diallo", [("photo", "Awa Diallo")]),
    ],
)
def test_lines_between_headline_and_text(line: str, credits: list[tuple[str, str]]) -> None:
    document, _ = acquire("a.txt", f"{TITLE}\n\n{line}\n\n{BODY}\n".encode())
    assert document is not None
    assert kinds(document) == credits


def test_agencies_in_small_letters() -> None:
    document, _ = acquire("a.txt", f"{TITLE}\n\n(afp) {BODY}\n".encode())
    assert document is not None
    assert kinds(document) == [("source", "AFP")]
    assert kinds(below("« Nous creusons à la main », a-t-il dit. (ats/afp)")) == [
        ("source", "Keystone-ATS"),
        ("source", "AFP"),
    ]


def test_a_medium_on_its_own_page_is_the_author() -> None:
    text = f"RFI\nAccueil > Afrique\n\n{TITLE}\n\nPar RFI\nPublié le 3 mars 2021\n\n{BODY}\n"
    document, _ = acquire("a.txt", text.encode())
    assert document is not None
    assert kinds(document) == [("author", "RFI")]


def test_a_photograph_named_behind_the_lead() -> None:
    lead = "Un marché de Gao a été visé lundi par un attentat qui a fait au moins huit morts et vingt blessés."
    document = above(f"{lead} /Photo prise le 3 mars 2021/REUTERS/Paul Bret")
    assert kinds(document) == [("photo", "Paul Bret")]
    paragraphs = [document.text[block.start : block.end] for block in document.blocks if block.kind == "paragraph"]
    assert paragraphs[0].startswith(lead)
