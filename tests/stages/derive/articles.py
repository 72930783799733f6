# ruff: noqa: E501 (a paragraph is a line)
"""Small articles of invented outlets, read as a user's are, for the tests of what documents have from one another."""

from recoupe import pipeline
from recoupe.model.reading import Reading
from recoupe.stages.derive.profile import Profile


def profile(text: str, *, name: str = "article.txt", published: str | None = None) -> Profile:
    """The Profile of an article given as text: its first line is the outlet's name where that stands alone in capitals."""
    reading = pipeline.read(name, text.encode(), published=published)
    assert isinstance(reading, Reading)
    return Profile(reading)


AGENCY = """Agence Sahel-Presse (ASP)
Dépêches > Mali

Mali : au moins 23 civils tués dans l'attaque d'un village près de Bankass

BAMAKO, 12 mai 2022 (ASP) – Au moins 23 civils ont été tués mercredi 11 mai dans l'attaque d'un village près de Bankass, dans le centre du Mali, a annoncé jeudi le gouverneur de la région, Oumar Traoré.

Quatorze blessés ont été évacués vers l'hôpital de Mopti, selon une source médicale.
"""

DAILY = """LE COURRIER DES COLLINES
Accueil / Monde

Mali : un village attaqué près de Bankass
Publié le 13/05/2022 à 08h10

Des hommes armés ont attaqué mercredi un village près de Bankass. Le bilan est de 23 morts et de quatorze blessés, selon le gouverneur Oumar Traoré.

(Avec ASP)
"""

REVIEW = """LA VIGIE DU FLEUVE
14 mai 2022

Ce que disent les journaux de l'attaque de Bankass

L'Agence Sahel-Presse rapportait jeudi la mort de 23 civils dans l'attaque d'un village près de Bankass. Le Courrier des Collines parle de quatorze blessés.
"""
