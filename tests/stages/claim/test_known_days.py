"""A town told once with its day keeps that day for what the article counts there later, in whatever words it is taken up again."""

import pytest

from recoupe.model.reading import Reading
from recoupe.pipeline import read

ARTICLES = {
    ("Kutum", "2022-01-07"): """\
Une double frappe fait 19 morts au Soudan
Publié le 12 janvier 2022

Dix-neuf personnes sont mortes dans des frappes de drones au Darfour ces deux derniers jours, ont indiqué mercredi des humanitaires.
Une première frappe, lundi, sur Nyala, a tué 17 civils, a indiqué une source médicale.
Vendredi, une autre frappe avait touché Kutum, dans le nord du Darfour, faisant des dizaines de morts.
""",
    ("Samarra", "2016-03-12"): """\
Attentat à Kirkouk : douze morts
Publié le 15 mars 2016

Douze personnes ont été tuées lundi soir dans un attentat suicide à Kirkouk, dans le nord de l'Irak, a annoncé la police.
L'attaque, qui n'a pas été revendiquée, a visé un café.
Samedi, une voiture piégée avait explosé sur un marché de Samarra, selon la police.
""",
    ("Baga", "2014-08-11"): """\
Nigeria : raid contre un village
Publié le 20 août 2014

Au moins dix villageois ont été tués mardi par des hommes armés à Gwoza, dans l'Etat de Borno, ont rapporté des habitants.
Les assaillants sont arrivés à moto, selon un responsable local.
Le 11 août, des insurgés avaient attaqué Baga, dans le même Etat, et enlevé des pêcheurs.
""",
}
"""By town and day: an article about another event, which then tells one of that town."""
AGAIN = [
    "Selon la Croix-Rouge, l'attaque de {B} a fait 59 morts.",
    "L'attaque à {B} a coûté la vie à 59 personnes, selon l'ONU.",
    "L'attaque contre {B} a fait 59 morts et 138 blessés, d'après un médecin.",
    "Le bilan de l'attaque de {B} est de 59 morts, a précisé mercredi un élu.",
    "À {B}, 59 corps ont été dénombrés, a indiqué une source hospitalière.",
    "A {B}, l'attaque a tué 59 personnes, a-t-on appris de source locale.",
    "Selon des sources humanitaires interrogées mercredi, l'attaque à {B} a tué 59 personnes, l'une d'elles faisant état de 138 blessés.",
    "59 personnes ont péri à {B}, selon un nouveau bilan communiqué mercredi.",
    "Les 59 victimes de {B} ont été enterrées dimanche.",
    "Cette attaque a fait 59 morts, a déclaré un élu.",
    "Ce raid a tué 59 personnes, dont 12 enfants, selon une ONG.",
    "Un médecin de {B} a fait état de 59 morts.",
    "Le bilan s'établissait mercredi à 59 morts à {B}.",
    "Un habitant de {B} a affirmé que 59 personnes avaient été tuées.",
    "Quelque 59 personnes étaient mortes dans cette attaque, l'une des plus sanglantes de l'année.",
    "L'armée a évoqué 59 tués à {B}.",
    "Mercredi, le gouverneur a porté à 59 le nombre de morts de l'attaque de {B}.",
    "Elle avait fait 59 morts, selon un bilan officiel.",
    "Cette dernière attaque avait fait 59 morts.",
    "Le drame de {B} a fait 59 morts, d'après un décompte d'une ONG.",
    "Au total, 59 personnes ont été tuées à {B}, d'après le gouvernement.",
]
"""The sentence that counts its dead, in a paragraph of its own."""


@pytest.mark.parametrize("town", ARTICLES, ids=lambda town: town[0])
@pytest.mark.parametrize("again", AGAIN)
def test_a_town_keeps_its_day(town: tuple[str, str], again: str) -> None:
    article, (name, day) = ARTICLES[town], town
    reading = read("article.txt", (article + again.format(B=name) + "\n").encode())
    assert isinstance(reading, Reading)
    counted = [figure for figure in reading.figures if figure.span.start >= reading.document.text.rstrip().rindex("\n")]
    assert counted
    for figure in counted:
        assert figure.place is not None
        assert (figure.place.name.split()[0], figure.date_from, figure.date_to) == (name, day, day)
        assert figure.scope == "incident"


def test_a_new_attack_there_is_of_no_older_day() -> None:
    article = ARTICLES["Samarra", "2016-03-12"]
    reading = read("article.txt", (article + "Une nouvelle attaque a fait neuf morts à Samarra.\n").encode())
    assert isinstance(reading, Reading)
    assert reading.figures[-1].date_from != "2016-03-12"
