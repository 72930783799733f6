"""Names: persons with their titles, bodies by what they are and whose, acronyms, half-named bodies, states."""

from itertools import pairwise

import pytest

from recoupe.gazetteers import load
from recoupe.languages.pack import pack
from recoupe.model.annotation import Mention
from recoupe.model.document import Block
from recoupe.stages.annotate.names import mentions
from recoupe.stages.annotate.sentences import sentences
from tests.factories import make_document


def read(text: str, kind: str = "paragraph") -> tuple[Mention, ...]:
    """The mentions of a text of one block a line, the first of that kind."""
    blocks, at = [], 0
    for number, line in enumerate(text.split("\n")):
        if line:
            blocks.append(Block(at, at + len(line), kind if number == 0 else "paragraph"))  # type: ignore[arg-type]
        at += len(line) + 1
    document = make_document(text, blocks=tuple(blocks))
    french = pack("fr")
    return mentions(document, sentences(document, french.traits), french, load())


def names(text: str, *kinds: str) -> list[str]:
    """The names of the mentions, of those kinds alone when some are given."""
    return [m.entity.name for m in read(text) if not kinds or m.entity.kind in kinds]


@pytest.mark.parametrize(
    ("phrase", "name"),
    [
        ("l'armée irakienne", "Iraqi army"),
        ("l'armée régulière soudanaise", "Sudanese army"),
        ("l'armée de l'air israélienne", "Israeli air force"),
        ("le ministère russe de la Défense", "Russian Defence Ministry"),
        ("le ministère de la Défense russe", "Russian Defence Ministry"),
        ("le ministère malien de l'Intérieur", "Malian Interior Ministry"),
        ("le ministère des Affaires étrangères ukrainien", "Ukrainian Foreign Ministry"),
        ("le ministère de la Santé publique du Niger", "Nigerien Health Ministry"),
        ("la diplomatie russe", "Russian Foreign Ministry"),
        ("le gouvernement malien", "Malian government"),
        ("le régime de Damas", "Syrian government"),
        ("la police afghane", "Afghan police"),
        ("la défense civile de Kharkiv", "Kharkiv civil defence"),
        ("la mairie de Goma", "Goma municipality"),
        ("l'ambassade de France au Mali", "French embassy in Mali"),
        ("le Croissant-Rouge soudanais", "Sudanese Red Crescent"),
        ("le commandement de l'armée irakienne", "Iraqi army command"),
        ("l'état-major général des armées maliennes", "Malian General Staff"),
        ("la coalition dirigée par l'Arabie saoudite", "Saudi-led coalition"),
        ("la coalition sous commandement américain", "US-led coalition"),
        ("la télévision publique malienne", "Malian state television"),
        ("l'administration d'occupation russe", "Russian occupation authorities"),
    ],
)
def test_bodies_by_what_they_are_and_whose(phrase: str, name: str) -> None:
    assert names(f"Selon {phrase}, dix hommes sont morts.") == [name]


@pytest.mark.parametrize(
    "phrase",
    [
        "les autorités locales",
        "une déclaration commune de ses alliés",
        "la police de l'air et des frontières",
        "des forces hostiles",
        "au pouvoir depuis dix ans",
    ],
)
def test_what_cannot_be_told_from_others_is_no_name(phrase: str) -> None:
    assert names(f"Dix hommes sont morts selon {phrase} en Irak.", "body", "party") == []


@pytest.mark.parametrize(
    ("sentence", "role", "organisation"),
    [
        ("Le porte-parole du ministère, Yacouba Traoré, a parlé.", "porte-parole", "ministère"),
        ("Yacouba Traoré, porte-parole du ministère, a parlé.", "porte-parole", "ministère"),
        ("Le colonel Yacouba Traoré a parlé.", "colonel", None),
        ("Le général de brigade Yacouba Traoré a parlé.", "général de brigade", None),
        ("Le chef de la police de Gao, le colonel Yacouba Traoré, a parlé.", "chef, colonel", "police de Gao"),
        ("Le président malien Yacouba Traoré a parlé.", "président malien", None),
        ("Yacouba Traoré, 45 ans, habitant de Gao, a parlé.", "habitant", "Gao"),
        ("M. Yacouba Traoré a parlé.", None, None),
        ("Selon le gouverneur, Yacouba Traoré a fui.", None, None),
        ("La veuve du général Yacouba Traoré a parlé.", "général", None),
        ("Yacouba Traoré, sa femme Awa et son fils ont fui.", None, None),
        ("Yacouba Traoré, de Médecins sans frontières, a parlé.", None, "Médecins sans frontières"),
        ("Le porte-parole des talibans, Yacouba Traoré, a parlé.", "porte-parole", "talibans"),
    ],
)
def test_titles(sentence: str, role: str | None, organisation: str | None) -> None:
    found = next(m for m in read(sentence) if m.span.text == "Yacouba Traoré")
    assert (found.role, found.organisation) == (role, organisation)


@pytest.mark.parametrize(
    ("text", "name", "times"),
    [
        ("Le général Oleg Tarnavski a parlé. M. Tarnavski a menti. Tarnavsky est parti.", "Oleg Tarnavski", 3),
        ("Zakia Benhamou est morte. Mme Benhamou vivait à Gaza.", "Zakia Benhamou", 2),
        ("Emmanuel de Merode a parlé. M. de Merode est parti.", "Emmanuel de Merode", 2),
        ("Abou Walid al-Sahraoui a parlé. Al-Sahraoui est mort.", "Abou Walid al-Sahraoui", 2),
        ("Le colonel Moussa Diarra, dit « Le Lion de Gao », parle. Moussa Diarra.", "Moussa Diarra", 2),
        ("Mohamed Hamdane Daglo, alias Hemedti, parle. Hemedti ment.", "Mohamed Hamdane Daglo", 3),
        ("J. Dupont a parlé. John Dupont est parti.", "John Dupont", 2),
    ],
)
def test_one_person_however_much_of_the_name_is_left(text: str, name: str, times: int) -> None:
    assert names(text, "person") == [name] * times


def test_a_name_after_a_preposition_has_to_stand_free_somewhere() -> None:
    assert names("Il parle de Tarko Boumala.", "person") == []
    assert names("Il parle de Tarko Boumala. Boumala est parti.", "person") == ["Tarko Boumala"] * 2


def test_two_people_of_like_names_stay_two() -> None:
    assert len(set(names("Alpha Konaré a parlé. Moussa Konaté a répondu. M. Konaré est parti.", "person"))) == 2


def test_a_surname_is_the_one_named_last() -> None:
    text = "Issa Diallo est mort. M. Diallo pleure. Oumar Diallo est parti. M. Diallo parle."
    assert names(text, "person") == ["Issa Diallo", "Issa Diallo", "Oumar Diallo", "Oumar Diallo"]


@pytest.mark.parametrize(
    "text",
    [
        "Dix hommes sont morts à Deir ez-Zor.",
        "Les combats de Khan Younès continuent.",
        "Selon Moscou, tout va bien.",
        "Hier Lundi, Plusieurs hommes sont morts.",
    ],
)
def test_places_and_plain_words_are_nobody(text: str) -> None:
    assert names(text, "person") == []


def test_a_headline_in_capitals_names_nobody_new() -> None:
    loud = "Frappes Meurtrières Sur Une École Selon Le Maire Oleg\nLe maire, Oleg Boïko, a parlé."
    assert [m.entity.name for m in read(loud, "title") if m.entity.kind == "person"][-1] == "Oleg Boïko"
    assert {m.entity.name for m in read(loud, "title") if m.entity.kind == "person"} == {"Oleg Boïko"}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Le Collectif pour la vie des peuples du Nord (CVPN) parle. Le CVPN ment.",
            ["Collectif pour la vie des peuples du Nord"] * 2,
        ),
        (
            "La Ligue tchadienne des droits paysans (LTDP) parle. La Ligue ment.",
            ["Ligue tchadienne des droits paysans"] * 2,
        ),
        ("L'association Espoir Kivu parle.", ["Espoir Kivu"]),
        ("Le Sahel Conflict Monitor parle.", ["Sahel Conflict Monitor"]),
    ],
)
def test_bodies_that_no_gazetteer_knows(text: str, expected: list[str]) -> None:
    assert names(text, "body") == expected


def test_brackets_with_another_source_are_no_acronym() -> None:
    assert names("Dix morts dans un raid de l'armée malienne (RFI)", "party", "media") == ["Malian army", "RFI"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("L'armée malienne avance. L'armée a perdu dix hommes.", ["Malian army"] * 2),
        ("L'armée avance. Dix hommes de l'armée malienne sont morts.", ["Malian army"] * 2),
        ("En Irak, l'armée avance.", ["Iraqi army"]),
        ("En Irak et en Syrie, l'armée avance.", []),
        ("Au Yémen, la coalition a bombardé Saada.", ["Saudi-led coalition"]),
        ("En Irak, la coalition a bombardé Mossoul.", ["US-led coalition"]),
        ("En Cisjordanie, en Palestine, l'armée a tiré.", ["Israeli army"]),
        ("Le ministère malien de la Défense parle. Le ministère ment.", ["Malian Defence Ministry"] * 2),
    ],
)
def test_half_named_bodies(text: str, expected: list[str]) -> None:
    assert names(text, "body", "party") == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("La Russie a démenti.", ["Russia"]),
        ("Bamako dénonce une agression.", ["Mali"]),
        ("À Bamako, dix hommes sont morts.", []),
        ("En Russie, rien ne bouge.", []),
        ("M. Dominique Tapsoba a parlé.", []),
    ],
)
def test_states_speak_and_places_do_not(text: str, expected: list[str]) -> None:
    assert names(text, "state") == expected


def test_mentions_are_in_order_and_hold_the_text() -> None:
    text = "Le général Oleg Tarnavski et l'ONU accusent l'armée russe (AFP). L'ONU et M. Tarnavski attendent Kiev."
    found = read(text)
    assert [m.span.start for m in found] == sorted(m.span.start for m in found)
    assert all(text[m.span.start : m.span.end] == m.span.text for m in found)
    assert all(a.span.end <= b.span.start for a, b in pairwise(found))


def test_a_long_text_of_names_is_read_in_time() -> None:
    flood = "armée de " * 3000 + "Moussa Traoré, " * 500 + "Le Front De La Paix " * 500 + "(ABC) " * 300
    assert read(flood + "l'armée " * 900)


def test_a_public_figure_is_known_by_the_last_name() -> None:
    assert names("Zelensky réclame des avions.", "person") == ["Volodymyr Zelensky"]
    assert names("Anna Zelensky chante. Zelensky salue.", "person") == ["Anna Zelensky"] * 2


def test_mr_and_mrs_of_one_name_stay_two() -> None:
    text = "Omar Tolba est là. Lubna Tolba, son épouse, aussi. M. Tolba parle. Mme Tolba écoute."
    assert names(text, "person") == ["Omar Tolba", "Lubna Tolba", "Omar Tolba", "Lubna Tolba"]


def test_a_verb_after_what_is_said_is_no_title() -> None:
    text = "« Rien ne change », juge Paul Kamba."
    assert [m.role for m in read(text) if m.entity.kind == "person"] == [None]


def test_an_acronym_that_is_known_tells_the_long_name_before_it() -> None:
    text = "La Mission multidimensionnelle intégrée des Nations unies pour la stabilisation au Mali (Minusma) part."
    assert "MINUSMA" in names(text, "body") + names(text, "party")


def test_a_name_beside_a_given_name_is_no_country() -> None:
    assert names("Le président Paul Congo parle.", "person") == ["Paul Congo"]


def test_the_country_tells_which_of_two_parties_an_acronym_is() -> None:
    assert names("Au Burkina Faso, les FDS avancent. Ouagadougou parle.", "party") != names(
        "En Syrie, les FDS avancent. Damas parle.", "party"
    )
