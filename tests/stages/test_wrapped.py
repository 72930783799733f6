"""Hard-wrapped articles: they read as they would on lines of their own."""

import textwrap

from recoupe import pipeline
from recoupe.export.reading_json import reading_to_json

ARTICLE = (
    "Le colonel Souleymane Dembélé a affirmé mercredi que douze soldats avaient été tués dans une embuscade près de Labbezanga, et que "
    "neuf autres avaient disparu depuis lors dans la région de Gao. D'après le porte-parole de la mission, Aliou Traoré, le conflit a "
    "fait plus de 5 000 morts et 30 000 blessés, un décompte que personne n'a pu vérifier depuis le début de la guerre dans le nord. "
    "Le maire, Ibrahim Touré, a parlé de son côté de six civils tués, dont deux enfants, et d'une vingtaine de blessés mardi soir."
)


def test_line_ends_change_no_name_and_no_number() -> None:
    expected = _told(ARTICLE)
    for width in range(58, 90):
        assert _told(textwrap.fill(ARTICLE, width)) == expected


def _told(text: str) -> list[tuple[object, ...]]:
    reading = pipeline.read("a.txt", text.encode(), published="2020-03-05")
    keys = ("value", "effect", "group", "scope", "place", "date_from", "date_to", "stated_by")
    return [tuple(figure[key] for key in keys) for figure in reading_to_json(reading)["figures"]]
