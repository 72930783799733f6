"""Where the harm was done: the mini-articles as a whole, and one test for each rule."""

import pytest

from tests.stages.claim.mini import Answer, cases, read

FLOOR = 0.9


def one(body: str, title: str = "Dépêche", published: str = "2023-05-10") -> Answer:
    """What is read of the last marked count."""
    return read(title, body, published)[-1]


def place(body: str, title: str = "Dépêche") -> str | None:
    """The name of the place of the last marked count."""
    answer = one(body, title)
    return answer.place.name if answer.place else None


def country(body: str, title: str = "Dépêche") -> str | None:
    """The country of the place of the last marked count."""
    answer = one(body, title)
    return answer.place.country if answer.place else None


def test_mini_articles() -> None:
    found = [c for c in cases() if "at" in c.expected]
    wrong = [f"{c.name}: {c.answer.place and c.answer.place.name}" for c in found if not c.right_place()]
    assert len(wrong) <= (1 - FLOOR) * len(found), wrong


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("Un drone a tué <f>six personnes</f> à Omdourman, près de Khartoum.", "Omdurman"),
        ("À Omdourman, dans la banlieue de Khartoum, <f>six personnes</f> ont péri.", "Omdurman"),
        ("Il y a eu <f>quinze morts</f> à Kharkiv et six à Odessa.", "Kharkiv"),
        ("Il y a eu <f>quinze morts</f> à Kharkiv et <f>six</f> à Odessa.", "Odesa"),
        ("Une bombe a explosé à Alep. <f>Neuf enfants</f> y sont morts.", "Aleppo"),
        ("Une bombe a explosé à Alep. Sur place, <f>neuf corps</f> ont été retirés.", "Aleppo"),
        ("Une bombe a explosé à Alep. Dans la ville, <f>neuf écoliers</f> sont morts.", "Aleppo"),
        ("Des obus tirés depuis Belgorod ont tué <f>trois habitants</f> à Kharkiv.", "Kharkiv"),
    ],
)
def test_the_most_exact_place_of_the_harm(body: str, expected: str) -> None:
    answer = one(body)
    assert answer.place is not None
    assert answer.place.name == expected


@pytest.mark.parametrize(
    "body",
    [
        "À Genève, <s>le haut-commissaire</s> <q>a fait état</q> de <c><f>vingt morts</f> à Alep</c>.",
        "<c>Des obus sont tombés sur Alep, tuant <f>neuf civils</f></c>, <q>a déclaré</q> à Moscou <s>le ministre</s>.",
        "Un raid a visé Alep. <c><f>Neuf personnes</f> sont mortes</c>, <q>a indiqué</q> à Londres <s>une ONG</s>.",
        "Un raid a visé Alep. <s>Une ONG basée à Londres</s> <q>compte</q> <c><f>neuf morts</f></c>.",
        "Un raid a visé Alep. <s>Un médecin</s>, joint à Beyrouth, <q>parle</q> de <c><f>neuf morts</f></c>.",
    ],
)
def test_where_somebody_speaks_is_no_place_of_harm(body: str) -> None:
    answer = one(body)
    assert answer.place is not None
    assert answer.place.name == "Aleppo"


def test_a_headline_takes_the_exact_place_of_the_lead() -> None:
    answer = read(
        "Syrie : <f>neuf morts</f> dans un raid",
        "Un raid a tué <f>neuf civils</f> mardi à Alep, en Syrie.",
        "2023-05-10",
    )[0]
    assert answer.place is not None
    assert answer.place.name == "Aleppo"


def test_people_are_displaced_from_where_they_fled() -> None:
    assert country("<f>Dix mille habitants</f> ont fui El-Fasher, au Soudan, vers le Tchad.") == "SD"
    assert country("<f>Dix mille Soudanais</f> sont réfugiés à Adré, au Tchad.") == "TD"


def test_two_countries_together_have_no_middle() -> None:
    answer = one("<f>Trois cents civils</f> ont été tués en Irak et en Syrie depuis août 2014.")
    assert answer.place is not None
    assert (answer.place.name, answer.place.lat, answer.place.country) == ("Iraq and Syria", None, None)
    assert answer.place_text == "Irak et en Syrie"


def test_the_country_of_a_people_counted() -> None:
    assert country("Les chiffres divergent. Le rapport donne <f>352 Irakiens</f> tués.") == "IQ"


def test_a_part_is_where_its_whole_is() -> None:
    body = "Un raid a tué <f>neuf civils</f> à Alep, dont <f>trois enfants</f>, puis l’armée est entrée à Homs."
    assert place(body) == "Aleppo"


def test_an_unknown_village_gives_what_holds_it() -> None:
    answer = one("<f>Neuf bergers</f> ont été tués dans le village de Zoumbarati, près de Djibo, au Burkina Faso.")
    assert answer.place is not None
    assert answer.place.name == "Djibo"
    assert answer.place_text == "village de Zoumbarati, près de Djibo, au Burkina Faso"


def test_an_unknown_village_has_the_place_of_the_event() -> None:
    answer = one("Un raid a visé Alep. <f>Neuf bergers</f> ont été tués dans le village de Zoumbarati.")
    assert answer.place is not None
    assert answer.place.name == "Aleppo"
    assert answer.place_text == "village de Zoumbarati"


def test_a_paragraph_returns_to_the_main_event() -> None:
    body = """
Un raid a tué neuf civils mardi à Alep, en Syrie.

En 2015, une frappe avait fait vingt morts à Homs.

<c>Trente personnes sont encore soignées, et <f>dix</f> ont succombé</c>, <q>précise</q> <s>un médecin</s>.
"""
    assert place(body) == "Aleppo"


def test_a_long_sum_goes_beyond_the_place_of_one_day() -> None:
    body = "Un raid a visé Alep mardi, tuant neuf civils.\n\nDepuis mars 2011, <f>cent mille civils</f> ont été tués."
    answer = one(body)
    assert answer.place is not None
    assert answer.place.id == "country-SY"


def test_people_in_a_state_are_at_the_place_told_last() -> None:
    body = (
        "Un obus est tombé lundi à Omdourman, au Soudan. Le siège du Darfour dure. <f>Mille civils</f> y sont assiégés."
    )
    assert place(body) == "Darfur"


def test_two_parts_of_a_country_are_the_country() -> None:
    assert place("Des raids ont tué <f>neuf civils</f> lundi dans le sud et l’est du Liban.") == "Lebanon"


def test_where_a_body_has_its_seat_is_no_place_told() -> None:
    body = (
        "Un raid a visé Alep. L’ONG, dont le siège est à Londres, enquête. Dans la ville, <f>neuf civils</f> ont péri."
    )
    assert place(body) == "Aleppo"


def test_nothing_is_said_of_where() -> None:
    answer = one("<f>Neuf personnes</f> ont été tuées.")
    assert (answer.place, answer.place_text) == (None, None)


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("Un raid a tué <f>six civils</f> dans le nord de la Syrie. La frappe a touché la ville d'Al-Bab.", "al-Bab"),
        ("Un raid a tué <f>six civils</f> dans la région ukrainienne de Donetsk.", "Donetsk Oblast"),
        ("Un raid a touché Kharkiv. Dans le district de Kirovsky, <f>six civils</f> sont morts.", "Kharkiv"),
        ("Un raid a tué <f>six civils</f> à Alep. Le conflit a fait <f>300 000 morts</f>.", "Syria"),
        ("Un raid a tué six civils à Alep. La guerre a fait <f>300 000 morts</f> dans tout le pays.", "Syria"),
        ("Un raid a tué <f>six civils</f> dans une salle de Sanaa.", "Sanaa"),
    ],
)
def test_wars_parts_and_exacter_places(body: str, expected: str) -> None:
    answer = one(body)
    assert answer.place is not None
    assert answer.place.name == expected


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        (
            "Des combats ont éclaté à Khan Younès. Dans le territoire palestinien, <f>40 civils</f> sont morts.",
            "Gaza Strip",
        ),
        ("Des obus sont tombés sur Goma, au Nord-Kivu. Dans la province, <f>30 civils</f> ont péri.", "North Kivu"),
        ("Des obus sont tombés sur Nyala, au Soudan. Dans la capitale, <f>neuf civils</f> ont péri.", "Khartoum"),
        ("Un raid a tué <f>neuf civils</f> dans la capitale du Soudan.", "Khartoum"),
        ("Un raid a visé Gaza. <f>Neuf civils</f> ont péri.", "Gaza Strip"),
        ("Un raid a visé la ville de Gaza. <f>Neuf civils</f> ont péri.", "Gaza City"),
        ("Des raids ont tué <f>neuf civils</f> à Gaza, Rafah et Khan Younès.", "Gaza City"),
        ("Hormis Donetsk, un autre obus a touché Gorlovka. <f>Trois civils</f> y sont morts.", "Horlivka"),
        ("Une attaque a eu lieu à Goma, à 3 heures du matin, et <f>six civils</f> ont péri.", "Goma"),
        ("À Damas, <f>douze corps</f> ont été découverts dans le quartier de Zorbogo.", "Damascus"),
        ("L'assaut contre une base près de Marib a fait <f>neuf morts</f> du côté saoudien.", "Marib"),
        ("<f>Huit rebelles</f> ont péri dans une opération à Tame (Arauca), en Colombie.", "Tame"),
    ],
)
def test_words_that_stand_for_a_place(body: str, expected: str) -> None:
    assert place(body) == expected
