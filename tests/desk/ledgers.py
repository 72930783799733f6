"""Ledgers for the desk's tests: of short articles that are really read, or of records that are hostile."""

from collections.abc import Iterable
from pathlib import Path

from recoupe import pipeline
from recoupe.model.reading import Reading
from recoupe.store.ledger import Ledger

ARTICLES = {
    "relief.txt": (
        "AGENCE DU DÉTROIT\n\nMali : au moins 23 civils tués près de Bankass\n\n"
        "BAMAKO, 12 mai 2022 – Au moins 23 civils ont été tués mercredi 11 mai 2022 dans l’attaque d’un village près de "
        "Bankass, a annoncé jeudi le gouverneur de la région, Oumar Traoré. « Il y a 30 morts », a affirmé Seydou Guindo, "
        "qui a fui le village.\n"
    ),
    "daily.txt": (
        "LE QUOTIDIEN DU FLEUVE\n\nMali : 25 civils tués à Bankass\n\n"
        "13 mai 2022 – Vingt-cinq civils ont été tués mercredi 11 mai 2022 à Bankass, selon l’hôpital de Mopti.\n"
    ),
}


def fill(path: Path, readings: Iterable[Reading]) -> None:
    """Puts the readings into a new ledger, and their figures together into incidents."""
    with Ledger.open(path) as ledger:
        for reading in readings:
            ledger.append(reading)
        pipeline.group(ledger)
        pipeline.digest(ledger)


def of_articles(path: Path) -> None:
    """A ledger of two articles about one attack."""
    read = [pipeline.read(name, text.encode()) for name, text in ARTICLES.items()]
    fill(path, [each for each in read if isinstance(each, Reading)])
