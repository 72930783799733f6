"""Heads and tails of pages: who signs, whose the pictures are, which agency the text is of."""

import pytest

from recoupe.model.document import Document
from recoupe.stages.acquire import acquire

TITLE = "Frappe sur un marché : trois morts, selon les secours"
BODY = """Trois civils ont été tués mardi dans une frappe sur un marché, a indiqué un responsable local de la santé.

Les secours cherchaient encore des survivants mercredi matin, selon un habitant joint par téléphone."""
Credits = list[tuple[str, str]]


def read(text: str) -> Document:
    document, _ = acquire("a.txt", text.encode())
    assert document is not None
    return document


def credits_of(document: Document) -> Credits:
    return [(credit.kind, credit.name) for credit in document.credits]


AWA = ("author", "Awa Diallo")
AFP = ("source", "AFP")
PAUL = ("photo", "Paul Bret")


@pytest.mark.parametrize(
    ("line", "credits"),
    [
        # agencies beside one another, and beside the page's own paper
        ("AFP-Reuters", [AFP, ("source", "Reuters")]),
        ("AFP et Le Vent", [AFP]),
        ("AFP - il y a 3 heures", [AFP]),
        ("AFP 03/03/2021", [AFP]),
        ("AFP Agence France-Presse", [AFP]),
        ("Agence France-Presse - Gao", [AFP]),
        ("Par Jeune Afrique avec AFP", [AFP]),
        ("Le Vent avec AFP Publié le 03/03/2021 à 10h12", [AFP]),
        ("LE VENT | 03.03.2021 à 10h12 • Mis à jour le 04.03.2021 à 18h03 | LeVent.fr avec AFP", [AFP]),
        ("Agence QMI | Publié le 3 mars 2021", [("source", "Agence QMI")]),
        ("Radio Okapi (Kinshasa)", [("source", "Radio Okapi")]),
        ("© Source : Le Vent", [("source", "Le Vent")]),
        ("Publié dans El Watan le 07 - 10 - 2009", [("source", "El Watan")]),
        ("http://www.vent-du-sud.com/", [("source", "Vent Du Sud")]),
        # who wrote
        ("AWA DIALLO", [("author", "AWA DIALLO")]),
        ("Awa Diallo, Abidjan", [AWA]),
        ("Awa Diallo (Abidjan)", [AWA]),
        ("Awa Diallo / Envoyée spéciale à Gao", [AWA]),
        ("Awa Diallo, notre correspondante à Gao", [AWA]),
        ("Awa Diallo 03/03/2021 à 10h12", [AWA]),
        ("Awa Diallo, Luc Nnam et Ali Konaté", [AWA, ("author", "Luc Nnam et Ali Konaté")]),
        ("Par Awa Diallo, Luc Nnam", [AWA, ("author", "Luc Nnam")]),
        ("Par Awa Diallo (AFP)", [AWA, AFP]),
        ("Awa Diallo Agence France-Presse", [AWA, AFP]),
        ("La Rédaction avec AFP le 3 mars 2021", [("author", "La Rédaction"), AFP]),
        ("Texte Awa Diallo Photos Paul Bret", [AWA, PAUL]),
        # whose pictures
        ("Paul Bret/Reuters", [PAUL]),
        ("AFP / Paul Bret", [PAUL]),
        ("AFP PHOTO / Paul Bret", [PAUL]),
        ("KEYSTONE/AP/Paul Bret", [PAUL]),
        ("© Paul Bret, AFP | Une rue de Gao, le 3 mars 2021", [PAUL]),
        ("© Paul Bret", [PAUL]),
        ("Photo ONU/Paul Bret", [PAUL]),
        ("PHOTO PAUL BRET, AGENCE FRANCE-PRESSE", [("photo", "PAUL BRET")]),
        ("Une rue de Gao, le 12/1/2015. Radio Okapi/Ph. Paul Bret", [PAUL]),
        ("Des secouristes à Gao, le 3 mars 2021. — Paul Bret / AFP", [PAUL]),
        ("Une rue de Gao, mardi | Paul Bret / AFP", [PAUL]),
        ("Une rue de Gao. [Paul Bret - Reuters]", [PAUL]),
    ],
)
def test_a_line_of_the_head(line: str, credits: Credits) -> None:
    document = read(f"{TITLE}\n\n{line}\n\n{BODY}\n")
    assert credits_of(document) == credits
    assert document.title == TITLE


@pytest.mark.parametrize(
    "line",
    [
        "Publié le Mis à jour le",
        "Ph : DR",
        "PHOTO COURTOISIE",
        "(DR)",
        "ACTUALITE.CD",
        "LeVent.net",
        "FAITS DIVERS",
        "PROCHE ORIENT",
        "Le Vent",
        "Burkina Faso",
        "Boko Haram",
        "Le Mali en crise",
        "Taille du texte",
        "© Le Vent",
    ],
)
def test_a_line_of_the_head_that_is_no_credit(line: str) -> None:
    assert credits_of(read(f"{TITLE}\n\n{line}\n\nMardi 3 mars 2021 - 10:12\n\n{BODY}\n")) == []


@pytest.mark.parametrize(
    ("line", "credits"),
    [
        ("(AFP-Reuters)", [AFP, ("source", "Reuters")]),
        ("(LaVille/AFP)", [AFP]),
        ("(L'Écho/AFP)", [AFP]),
        ("(L'Écho avec AFP)", [AFP]),
        ("(Par Awa Diallo)", [AWA]),
        ("Depuis Gao, Awa Diallo", [AWA]),
        ("AWA DIALLO, Abidjan", [("author", "AWA DIALLO")]),
        ("À propos de Awa Diallo", [AWA]),
        ("Adaptation web: Awa Diallo, avec ats", [AWA, ("source", "Keystone-ATS")]),
        ("Propos recueillis à Gao par Awa Diallo", [AWA]),
        ("Suite de l'article sur RFI", [("source", "RFI")]),
        ("»» http://www.vent-du-sud.com/a", [("source", "Vent Du Sud")]),
        (
            "Traduit par Luc Nnam\n\n»» http://north-wind.example/a",
            [("translator", "Luc Nnam"), ("translated_from", "North Wind")],
        ),
        ("~ Traduit de l'anglais par Luc Nnam ~", [("translator", "Luc Nnam")]),
        ("*Traduit du turc par Luc Nnam", [("translator", "Luc Nnam")]),
        ("Awa Diallo pour le service français", [("translator", "Awa Diallo")]),
        (
            "(Awa Diallo, Paul Bret; Luc Nnam pour le service français)",
            [AWA, ("author", "Paul Bret"), ("translator", "Luc Nnam")],
        ),
        (
            "(Awa Diallo, avec Ali Konaté à Gao, version française Luc Nnam)",
            [AWA, ("author", "Ali Konaté"), ("translator", "Luc Nnam")],
        ),
        ("Traduction : personne ne sait encore qui se trouvait dans l'immeuble.", []),
        ("LeVent.net", []),
        ("« Nous voulons la paix » Awa Diallo", []),
    ],
)
def test_a_line_of_the_tail(line: str, credits: Credits) -> None:
    assert credits_of(read(f"{TITLE}\n\n{BODY}\n\n{line}\n")) == credits


@pytest.mark.parametrize(
    ("signature", "credits"),
    [
        ("Avec AFP", [AFP]),
        ("AFP/Reuters", [AFP, ("source", "Reuters")]),
        ("Source : AFP", [AFP]),
        ("Awa Diallo", [AWA]),
        ("Gao", []),
    ],
)
def test_a_signature_behind_the_last_sentence(signature: str, credits: Credits) -> None:
    assert credits_of(read(f"{TITLE}\n\n{BODY} {signature}\n")) == credits


def test_the_name_of_the_page_as_its_last_line() -> None:
    text = f"{TITLE}\n\nAlwihda Info | Par Awa Diallo - 2 Février 2017\n\n{BODY}\n\nAlwihda Info\n"
    assert credits_of(read(text)) == [AWA]


def test_the_agency_beside_the_day_below_a_standfirst() -> None:
    stamp = "LE VENT | 09.03.2017 à 11h24 • Mis à jour le 09.03.2017 à 18h03 | LeVent.fr avec AFP et Reuters"
    text = f"{TITLE}\n\nUn marché de Gao a été visé mardi, disent les secours.\n\n{stamp}\n\n{BODY}\n"
    assert credits_of(read(text)) == [AFP, ("source", "Reuters")]


def test_an_author_above_a_dash_and_the_day() -> None:
    text = f"{TITLE}\n\nUn marché de Gao a été visé mardi, disent les secours.\n\nAwa Diallo avec AFP\n—\nPublié le 03/03/2021 à 10h12\n\n{BODY}\n"
    assert credits_of(read(text)) == [AWA, AFP]


@pytest.mark.parametrize(
    ("dateline", "credits"),
    [
        ("ALGER – Agences –", [("source", "agences")]),
        ("Gao, 05/04/2018 (MAP),", [("source", "Maghreb Arabe Presse")]),
        ("APA-Gao (Mali)", [("source", "APA News")]),
    ],
)
def test_datelines(dateline: str, credits: Credits) -> None:
    assert credits_of(read(f"{TITLE}\n\n{dateline} {BODY}\n")) == credits


@pytest.mark.parametrize(
    "above",
    [
        "© PAM/Awa Diallo\nDes familles ayant fui Gao sont hébergées dans une école de Mopti.",
        "Des familles ayant fui Gao sont hébergées dans une école de Mopti.\n© PAM/Awa Diallo",
        "Des familles ayant fui Gao sont hébergées dans une école de Mopti (image d'illustration).",
        "Des familles ayant fui Gao sont hébergées dans une école de Mopti. (Photo d'archives)",
    ],
)
def test_the_legend_of_a_picture_is_no_lead(above: str) -> None:
    document = read(f"{TITLE}\n\n{above}\n\n{BODY}\n")
    legend = document.text.index("Des familles")
    kinds = [block.kind for block in document.blocks if block.start <= legend < block.end]
    assert kinds == ["caption"]
    assert [b.kind for b in document.blocks if b.start == document.text.index("Trois civils")] == ["paragraph"]


@pytest.mark.parametrize("credit", ["© AFP", "Photo : AFP", "© PAM/Awa Diallo"])
@pytest.mark.parametrize("below", [True, False])
def test_a_lead_that_touches_the_credit_of_a_picture_tells(credit: str, below: bool) -> None:
    lead = "Douze soldats ont été tués samedi dans une embuscade près de Gao, a annoncé l'armée."
    document = read("\n".join([TITLE, *((lead, credit) if below else (credit, lead)), BODY, ""]))
    at = document.text.index("Douze soldats")
    assert [block.kind for block in document.blocks if block.start <= at < block.end] == ["paragraph"]


def test_a_tag_in_capitals_at_the_foot_is_no_author() -> None:
    text = f"{TITLE}\n\n{BODY}\n\nLe capitaine Moussa Koné a promis la victoire.\n\nMOUSSA KONÉ\n"
    assert credits_of(read(text)) == []


def test_a_day_written_twice_without_a_space_is_read() -> None:
    assert read(f"{TITLE}\nAwa Diallo\n17/02/202417 février 2024\n\n{BODY}\n").published == "2024-02-17"
