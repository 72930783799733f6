"""What each line of a pasted page is."""

import pytest

from recoupe.model.document import Document
from recoupe.stages.acquire import acquire

BODY = """Trois civils ont été tués mardi dans une frappe sur un marché, a indiqué un responsable local de la santé.

Les secours cherchaient encore des survivants mercredi matin, selon un habitant joint par téléphone.

Le gouverneur a décrété deux jours de deuil."""


def read(text: str) -> Document:
    document, _ = acquire("a.txt", text.encode())
    assert document is not None
    assert document.text == text
    return document


def kinds(document: Document) -> list[tuple[str, str]]:
    return [(block.kind, document.text[block.start : block.end]) for block in document.blocks]


def kind_of(words: str, document: Document) -> str:
    (kind,) = [kind for kind, text in kinds(document) if text == words]
    return kind


def test_masthead_sections_and_title() -> None:
    document = read(f"LE COURRIER DU FLEUVE\nMonde / Afrique\n\nTrois morts au marché de Gao\n\n{BODY}\n")
    assert [kind for kind, _ in kinds(document)] == [
        "furniture",
        "furniture",
        "title",
        "paragraph",
        "paragraph",
        "paragraph",
    ]
    assert (document.title, document.outlet) == ("Trois morts au marché de Gao", "Le Courrier du Fleuve")


@pytest.mark.parametrize(
    "title",
    [
        "Trois morts au marché de Gao",
        "Gao : trois morts",
        "Qui a bombardé le marché de Gao ?",
        "GAO SOUS LE FEU",
        "Vidéo : le marché de Gao détruit",
        "Marché de Gao : le maire accuse l'armée d'avoir commis un « crime de guerre »",
    ],
)
def test_titles(title: str) -> None:
    assert read(f"{title}\n\n{BODY}\n").title == title


def test_a_repeated_headline_is_a_title_again() -> None:
    document = read(f"Trois morts au marché de Gao\n12 mars 2021\nTROIS MORTS AU MARCHÉ DE GAO\n\n{BODY}\n")
    assert [kind for kind, _ in kinds(document)][:3] == ["title", "byline", "title"]


def test_a_text_without_a_title_has_none() -> None:
    document = read(BODY)
    assert document.title is None
    assert {block.kind for block in document.blocks} == {"paragraph"}


@pytest.mark.parametrize(
    "line",
    [
        "350Facebook0TwitterGoogle+Total : 350",
        "Partager la publication « Trois morts au marché »",
        "Lu 2 417 fois",
        "3 commentaires - Signaler une erreur",
        "Commenter (7) | Envoyer à un ami",
        "À lire aussi : Dix morts à Ménaka, selon l'armée",
        "LIRE AUSSI. Dix morts à Ménaka, selon l'armée",
        "Mots-clés : Gao, marché",
        "image: http://relais.example/2017/11/frappe-230-morts.jpg",
        "© Le Relais – Reproduction interdite",
        "Le Relais ne saurait être tenu pour responsable des propos de ses lecteurs, qui ont fait 12 signalements.",
        "Ce site utilise des cookies pour mesurer son audience. En poursuivant, vous acceptez leur dépôt.",
        "Il vous reste 62 % de cet article à lire. La suite est réservée aux abonnés.",
        "Abonnez-vous à notre newsletter",
        "Votre commentaire",
        "Partagez cet article avant qu'il ne soit censuré !",
        "Share this:",
        "***",
    ],
)
def test_furniture_below_the_article(line: str) -> None:
    assert kind_of(line, read(f"Trois morts au marché de Gao\n\n{BODY}\n\n{line}\n")) == "furniture"


@pytest.mark.parametrize(
    "line",
    [
        "Partager le pouvoir ne suffira pas, a prévenu le gouverneur, qui compte encore 40 disparus dans la ville.",
        "À lire le rapport, 40 personnes auraient été tuées dans ce seul quartier au cours de la semaine.",
        "Source de toutes les peurs, la route du nord a vu mourir 40 voyageurs depuis janvier.",
        "Photo à l'appui, le maire a montré 40 tombes fraîches au cimetière de la ville.",
        "Publié mardi, le décompte de l'ONG fait état de 40 morts dans la région depuis janvier.",
        "Commentaires et démentis se succèdent : 40 morts pour les uns, quatre pour les autres.",
        "Vu de la capitale, ce bilan de 40 morts reste contesté par tous les partis.",
        "- 40 morts au nord de la ville ;",
        "Gao : 40 morts",
        "Après la prière, la foule a enterré 40 corps.",
    ],
)
def test_body_text_is_read(line: str) -> None:
    before, after = "\n\n".join(BODY.split("\n\n")[:2]), BODY.split("\n\n")[2]
    document = read(f"Trois morts au marché de Gao\n\n{before}\n\n{line}\n\n{after}\n")
    assert kind_of(line, document) in ("paragraph", "heading")


def test_a_list_of_links_ends_where_the_article_goes_on() -> None:
    first, rest = BODY.split("\n\n")[0], BODY.split("\n\n")[1]
    document = read(
        f"Trois morts au marché de Gao\n\n{first}\n\nÀ lire aussi\n- Dix morts à Ménaka\n- Le prix du mil\n"
        f"\nUne ville en deuil\n{rest}\n"
    )
    assert [kind for kind, _ in kinds(document)] == [
        "title", "paragraph", "furniture", "furniture", "furniture", "heading", "paragraph",
    ]  # fmt: skip


def test_links_without_marks_below_their_heading() -> None:
    document = read(
        f"Trois morts au marché de Gao\n\n{BODY}\n\n"
        "Sur le même sujet\nDix morts à Ménaka, selon l'armée\nLe prix du mil\n"
    )
    assert [kind for kind, _ in kinds(document)][-3:] == ["furniture"] * 3


def test_lists_in_the_article_are_read() -> None:
    document = read(
        f"Trois morts au marché de Gao\n\n{BODY}\n\n"
        "Le bilan par quartier :\n- Château : 2 morts\n- Sosso-Koïra : 1 mort\n"
    )
    assert [kind for kind, _ in kinds(document)][-3:] == ["paragraph"] * 3


def test_sub_headlines() -> None:
    document = read(f"Trois morts au marché de Gao\n\n{BODY}\n\nDes familles sans nouvelles\n\n{BODY}\n")
    assert kind_of("Des familles sans nouvelles", document) == "heading"


@pytest.mark.parametrize(
    "line",
    [
        "Qui est le chef de la katiba ?",
        "À propos de Daech",
        "À propos de Boko Haram",
        "Une réponse à la famine",
        "Récit de Gaza sous les bombes",
        "Retour à Mossoul",
        "Source de vie",
        "Photo de classe",
        "Partager le fardeau",
        "Commentaires acerbes à Bamako",
    ],
)
def test_headings_that_begin_like_furniture(line: str) -> None:
    document = read(f"Trois morts au marché de Gao\n\n{BODY}\n\n{line}\n\nNeuf autres civils sont morts à Ménaka.\n")
    assert kind_of(line, document) == "heading"
    assert kind_of("Neuf autres civils sont morts à Ménaka.", document) == "paragraph"


def test_comments_are_not_the_article() -> None:
    document = read(
        f"Trois morts au marché de Gao\n\n{BODY}\n\n2 commentaires\n\nModibo : il y a eu deux cents morts chez moi.\n"
    )
    assert kinds(document)[-1] == ("furniture", "Modibo : il y a eu deux cents morts chez moi.")


def test_a_count_of_comments_above_the_article_does_not_end_it() -> None:
    document = read(f"Trois morts au marché de Gao\n2 commentaires\nLaisser un commentaire\n\n{BODY}\n")
    assert [kind for kind, _ in kinds(document)][-3:] == ["paragraph"] * 3


@pytest.mark.parametrize(
    ("head", "dateline"),
    [
        ("ERBIL (Irak), 24 mars 2017 (ALI) – ", "ERBIL (Irak), 24 mars 2017 (ALI)"),
        ("MOSCOU/BEYROUTH, 17 septembre 2016 (ALI) - ", "MOSCOU/BEYROUTH, 17 septembre 2016 (ALI)"),
        ("Ouagadougou, samedi 5 juin 2021, 11h40 (DDL) - ", "Ouagadougou, samedi 5 juin 2021, 11h40 (DDL)"),
        ("Bamako, 3 mars (AFP) — ", "Bamako, 3 mars (AFP)"),
        ("GAZA (Reuters) - ", "GAZA (Reuters)"),
        ("Gaza (Territoires palestiniens) (AFP) - ", "Gaza (Territoires palestiniens) (AFP)"),
        ("30 octobre 2012. - ", "30 octobre 2012"),
        ("Kiev | AFP | 3 mars 2022 - ", "Kiev | AFP | 3 mars 2022"),
        ("APA-Niamey (Niger) – ", "APA-Niamey (Niger)"),
        ("BEYROUTH - ", "BEYROUTH"),
        ("(AFP) – ", "(AFP)"),
        ("(Beyrouth) – ", "(Beyrouth)"),
        ("N'DJAMENA, le 3 mars 2021 (Xinhua) -- ", "N'DJAMENA, le 3 mars 2021 (Xinhua)"),
    ],
)
def test_datelines(head: str, dateline: str) -> None:
    document = read(f"Trois morts au marché\n\n{head}{BODY}\n")
    assert document.dateline == dateline
    assert kinds(document)[2][1].startswith("Trois civils")


@pytest.mark.parametrize(
    "opening",
    [
        "La ville – ou ce qu'il en reste – enterrait mardi ses morts, quarante au moins selon le maire.",
        "L'armée (20 000 hommes) a perdu quarante soldats mardi, selon le porte-parole du gouvernement.",
        "Le 3 mars 2021, J. Traoré a vu mourir quarante voisins, dit-il au téléphone.",
        "Mardi 3 mars – jour de marché – une frappe a tué quarante personnes, selon le maire.",
    ],
)
def test_what_is_no_dateline(opening: str) -> None:
    document = read(f"Trois morts au marché\n\n{opening}\n\n{BODY}\n")
    assert kinds(document)[1] == ("paragraph", opening)


def test_the_dates_of_a_chronology_are_read() -> None:
    document = read(
        "Dix mois de frappes\n\n3 mars 2021 – Une frappe tue neuf civils.\n4 mai 2021 – Une autre en tue deux à Gao.\n"
    )
    assert {kind for kind, _ in kinds(document)} == {"title", "paragraph"}


def test_a_page_of_furniture_is_kept_and_said_to_be_one() -> None:
    document, issues = acquire("a.txt", "Accueil\nSe connecter\nPartager sur Facebook\nMentions légales\n".encode())
    assert document is not None
    assert {block.kind for block in document.blocks} == {"furniture"}
    assert "empty" in [issue.kind for issue in issues]
