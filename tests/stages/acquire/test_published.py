"""The date of publication and where it comes from."""

import pytest

from recoupe.errors import InputError
from recoupe.model.document import Document
from recoupe.model.issue import Issue
from recoupe.stages.acquire import acquire

BODY = """
Trois civils ont été tués dans une frappe sur le marché, a indiqué un responsable local de la santé.

Les secours cherchaient encore des survivants, selon un habitant joint par téléphone.
"""


def read(text: str, published: str | None = None) -> tuple[Document, tuple[Issue, ...]]:
    document, issues = acquire("a.txt", text.encode(), published=published)
    assert document is not None
    return document, issues


def told(text: str) -> tuple[str | None, str, str]:
    document, _ = read(text)
    return document.published, document.published_basis, document.published_source


def test_what_the_user_gives_wins() -> None:
    document, _ = read(f"Titre de l'article\n3 mars 2020\n{BODY}", published="2021-06-05")
    assert (document.published, document.published_basis, document.published_source) == (
        "2021-06-05",
        "stated",
        "given",
    )


@pytest.mark.parametrize("given", ["2021-02-30", "9999-01-01", "hier", "2021", "1899-12-31", ""])
def test_what_the_user_gives_must_be_a_date(given: str) -> None:
    with pytest.raises(InputError, match="YYYY-MM-DD"):
        acquire("a.txt", b"Trois morts.", published=given)


@pytest.mark.parametrize(
    "line",
    [
        "Publié le 3 mars 2020 à 10h12",
        "Mardi 3 mars 2020",
        "03/03/2020 - 10:12 | Lu 204 fois",
        "Par Awa Diallo - 3 mars 2020",
        "Bamako, le 3 mars 2020",
        "Mis à jour le 3 mars 2020",
        "Mis à jour le 5 mars 2020, publié le 3 mars 2020",
        "Édition du mardi 3 mars 2020",
        "Édition du 3 et du 4 mars 2020",
        "La Voix du Fleuve, mardi 3 mars 2020, p. 7",
        "Bulletin d'information n° 12 du 3 mars 2020",
        "Suivez heure par heure les événements du mardi 3 mars 2020",
        "Rapport de situation n° 4 (3 mars 2020)",
        "De notre envoyé spécial à Gao, 3 mars 2020",
        "3 mars 2020 Laisser un commentaire",
        "le Courrier du matin en ligne 3.03.2020 à 08h41",
    ],
)
def test_a_date_between_title_and_body(line: str) -> None:
    assert told(f"Frappe sur un marché : trois morts\n\n{line}\n{BODY}") == ("2020-03-03", "stated", "text")


def test_a_date_in_the_dateline() -> None:
    assert told("GAO, 3 mars 2020 (AFP) – Trois civils ont été tués.\n" + BODY) == ("2020-03-03", "stated", "text")


def test_the_year_of_a_dateline_stands_above_the_title() -> None:
    text = f"L'ÉCHO DES SABLES\nMardi 3 mars 2020\n\nTrois morts au marché de Gao\n\nGAO, 3 mars (AFP) – {BODY.strip()}"
    assert told(text) == ("2020-03-03", "stated", "text")


def test_a_date_below_the_article() -> None:
    assert told(f"Trois morts au marché de Gao\n{BODY}\nPublié par Awa Diallo le 3 mars 2020\n")[0] == "2020-03-03"


def test_the_dateline_is_believed_before_the_day_on_which_the_page_was_saved() -> None:
    text = f"Le Journal du Delta\nJeudi 7 mai 2020\n\nTrois morts au marché\n\nGAO, 3 mars 2020 (AFP) – {BODY.strip()}"
    assert told(text)[0] == "2020-03-03"


def test_weekday_and_named_year_pin_an_undated_text() -> None:
    text = "La mission a confirmé ce dimanche 28 mai la mort de douze civils.\nEn 2016, elle en comptait déjà neuf.\n"
    assert told(text) == ("2017-05-28", "inferred", "inferred")


def test_weekday_and_a_name_of_its_time_pin_an_undated_text() -> None:
    text = "Le général Burhane s'est exprimé samedi 15 avril. Les Forces de soutien rapide disent tenir l'aéroport.\n"
    assert told(text) == ("2023-04-15", "inferred", "inferred")


def test_a_december_day_in_a_text_of_january_is_of_the_year_before() -> None:
    text = "L'armée a compté vingt morts mercredi 3 janvier. Jeudi 28 décembre, elle disait 2017 meurtrière.\n"
    assert told(text) == ("2018-01-03", "inferred", "inferred")


@pytest.mark.parametrize(
    "line", ["Attentats du 3 mars 2020", "La journée du 3 mars 2020 à Gao", "Rapport du 3 mars 2020 sur Gao"]
)
def test_the_day_of_what_a_line_is_about_dates_no_page(line: str) -> None:
    assert told(f"Frappe sur un marché : trois morts\n\n{line}\n{BODY}")[0] is None


@pytest.mark.parametrize(
    "text",
    [
        "Une frappe a tué douze personnes vendredi 24 mars, selon le maire.\n",  # nothing to tell the year
        "Une frappe a tué douze personnes le 17 mars 2017, selon le maire.\n",  # of the harm, not of the text
        "Une frappe a tué douze personnes hier, selon le maire de la ville.\n",
    ],
)
def test_what_cannot_be_told_is_unknown(text: str) -> None:
    assert told(text) == (None, "unknown", "unknown")


def test_a_date_that_cannot_be_is_an_issue() -> None:
    document, issues = read(f"Trois morts au marché de Gao\n\nPublié le 3 mars 9999\n{BODY}")
    assert document.published is None
    assert [issue.kind for issue in issues] == ["date"]


def test_a_page_updated_before_it_was_published_states_no_date() -> None:
    text = f"Trois morts au marché de Gao\n\nPublié le 4 mars 2031 à 10h12. Mis à jour le 5 mars 2021 à 9h\n{BODY}"
    assert told(text) == (None, "unknown", "unknown")
    assert [i.kind for i in read(text)[1]] == ["date", "date"]
    dateline = text.replace(BODY.strip(), f"GAO, 3 mars 2021 (AFP) – {BODY.strip()}")
    assert told(dateline) == ("2021-03-03", "stated", "text")


def test_an_english_date_that_can_be_read_in_two_ways_is_an_issue() -> None:
    document, issues = read(
        "Three killed at the market\n\nBy Ann Lee\n03/04/2020\n\nThree people were killed, the mayor said.\n"
    )
    assert document.published is None
    assert [issue.kind for issue in issues] == ["date"]


@pytest.mark.parametrize(
    ("head", "published"),
    [
        ('<meta property="article:published_time" content="2020-03-03T23:50:00+01:00">', "2020-03-03"),
        ('<meta name="dcterms.created" content="2020-03-03">', "2020-03-03"),
        (
            '<script type="application/ld+json">{"@graph":[{"@type":"NewsArticle","datePublished":"2020-03-03"}]}'
            "</script>",
            "2020-03-03",
        ),
        ('<link rel="canonical" href="https://relais.example/2020/03/03/gao.html">', "2020-03-03"),
        ('<meta name="date" content="Tue, 3 Mar 2020 10:00:00 GMT">', "2020-03-03"),
        ('<meta property="article:published_time" content="1970-01-01T00:00:00Z">', None),
        ('<meta property="article:modified_time" content="2020-03-05">', None),
        ('<script type="application/ld+json">{"@type":"NewsArticle","datePublished":</script>', None),
        ('<script type="application/ld+json">' + "[" * 5000 + "</script>", None),
    ],
)
def test_the_date_in_a_page_s_head(head: str, published: str | None) -> None:
    html = f"<html><head>{head}</head><body><h1>Trois morts à Gao</h1><p>{BODY}</p></body></html>"
    document, _ = acquire("a.html", html.encode())
    assert document is not None
    assert document.published == published
    assert document.published_source == ("metadata" if published else "unknown")


@pytest.mark.parametrize(
    "line",
    [
        "Date de publication : 3 mars 2021",
        "Temps de lecture : 2 min. - 3 mars 2021",
        "Actualités | Sahel | 3 mars 2021",
    ],
)
def test_a_short_line_above_the_article_dates_it(line: str) -> None:
    assert told(f"{line}\nMali : trois civils tués\n{BODY}")[:2] == ("2021-03-03", "stated")


@pytest.mark.parametrize(
    "line",
    [
        "Publié samedi 7 août 2021 | K. L.",
        "09:14 07.08.2021 (mis à jour 10:02 07.08.2021) URL courte",
    ],
)
def test_a_line_that_looks_like_a_sentence_or_a_heading_may_date_the_page(line: str) -> None:
    assert told(f"Frappe sur un marché de Marib au Yémen\n\n{line}\n{BODY}")[:2] == ("2021-08-07", "stated")


def test_a_heading_that_tells_of_a_day_does_not_date_the_page() -> None:
    assert told(f"Yémen : les marchés visés\n\nMarib, retour sur le 7 août 2019\n{BODY}")[1] != "stated"


def test_what_happened_on_a_day_does_not_date_the_page() -> None:
    assert told(f"Dossier : attentat du 3 mars 2021\nMali : trois civils tués\n{BODY}")[0] is None


def test_a_dateline_may_stand_in_brackets() -> None:
    text = f"Mali : trois civils tués\n\n(Bamako, le 3 mars 2021) – {BODY.strip()}"
    assert told(text)[:2] == ("2021-03-03", "stated")


CAPTION = "Une rue de Tyr après un raid, le 3 octobre 2024."


def test_the_day_of_a_photograph_dates_the_news_that_lies_shortly_before_it() -> None:
    assert told(f"{CAPTION}\nLes raids durent depuis le 23 septembre, dit le ministère.\n{BODY}") == (
        "2024-10-03",
        "inferred",
        "inferred",
    )


@pytest.mark.parametrize("line", ["Les raids durent toujours.", "Les raids durent depuis avril 2025 et le 2 mai."])
def test_the_day_of_a_photograph_alone_dates_nothing(line: str) -> None:
    assert told(f"{CAPTION}\n{line}\n{BODY}")[0] is None


def test_what_goes_on_for_long_pins_no_year() -> None:
    """24 August was a Tuesday in 2010 and in 2021, and Boko Haram was news in both."""
    assert told(f"Niger : des soldats tués\n\nBoko Haram a attaqué Diffa mardi 24 août.\n{BODY}")[0] is None


def test_the_youngest_thing_named_pins_the_year_until_today() -> None:
    text = f"Mali : des civils tués\n\nLe colonel Assimi Goïta a promis, mardi 24 août, une enquête.\n{BODY}"
    assert told(text)[:2] == ("2021-08-24", "inferred")


@pytest.mark.parametrize(
    ("lead", "date"),
    [
        ("Neuf civils ont été tués le 4 juin 2019 à Tripoli. Mardi, un obus est tombé.", "2019-06-04"),
        ("Neuf civils ont été tués le 4 juin 2019 à Tripoli. Jeudi, un obus est tombé.", "2019-06-06"),
        ("Le bilan de l'attentat du 4 juin 2019 reste lourd. Mardi, un obus est tombé.", None),
        ("Neuf civils ont été tués le 4 juin 2019 à Tripoli. Mardi, dit-on en 2021, un obus.", None),
        ("Depuis le 15 avril, les FSR pillent le Soudan. Le 12 mai, elles ont attaqué.", "2023-05-12"),
        ("Ce 27 septembre, on recensait les tués au Haut-Karabakh, après l'offensive. Le 2 octobre, rien.", None),
        ("Des civils ont été tués le 7 octobre à Niono, dit la mairie.", None),
        ("La mairie a publié ce mardi 4 juin 2019 une liste de tués à Tripoli.", "2019-06-04"),
        ("La mairie a publié ce mardi 4 juin 2019 une liste. En 2021, elle l'a revue.", None),
        ("Ce jeudi 14 mars, 160e jour de l'agression, on compte les tués à Gaza.", "2024-03-14"),
        ("Ce jeudi 14 mars, 161e jour de la marche, on compte les tués à Niono.", None),
    ],
)
def test_full_dates_and_the_first_days_of_wars_pin_the_week(lead: str, date: str | None) -> None:
    text = f"Des civils tués\n\n{lead}\nLa mairie a donné ce bilan et promis une enquête sur ces faits, selon elle."
    assert told(text)[0] == date


@pytest.mark.parametrize(
    ("said", "date"),
    [
        ("a annoncé la police ce mercredi", "2019-08-07"),
        ("a indiqué jeudi l'état-major", "2019-08-08"),
        ("a indiqué l'état-major, qui a promis du renfort dès jeudi", "2019-08-06"),
        ("qui doivent partir jeudi", "2019-08-06"),
        ("a indiqué lundi l'état-major", "2019-08-06"),
    ],
)
def test_the_day_of_a_statement_follows_that_of_the_event(said: str, date: str) -> None:
    text = (
        f"Des soldats tués\n\nUn obus est tombé mardi 6 août à Goma, tuant neuf soldats, {said}.\n{BODY}\nDepuis 2019."
    )
    assert told(text)[0] == date


def test_a_dateline_takes_the_year_of_its_day_elsewhere() -> None:
    text = f"Douze morts\n\nGENÈVE, 30 septembre (AFP) - {BODY.strip()}\n\n30 Septembre 2005 Egalement disponible ici :"
    assert told(text)[0] == "2005-09-30"


@pytest.mark.parametrize("end", [" -", " –", ""])
def test_a_dateline_may_fill_a_line(end: str) -> None:
    text = f"Mali : trois morts au marché de Gao\n\nGao, 3 mars 2020 (AFP){end}\n{BODY}"
    assert told(text) == ("2020-03-03", "stated", "text")
