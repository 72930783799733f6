"""Places of a first reading: cases, articles and prepositions taken off; nothing without a word that leads to a place."""

import pytest

from recoupe import gazetteers
from recoupe.stages.first.spots import Spots
from tests.stages.first.first_lines import line, words_of


@pytest.mark.parametrize(
    ("code", "text", "names"),
    [
        ("ru", "погибли в Мосуле", ["Mosul"]),
        ("ru", "бежали из Алеппо и Идлиба", ["Aleppo", "Idlib"]),
        ("ru", "на западе Мосула", ["Mosul"]),
        ("ru", "под Дейр-эз-Зором", ["Deir ez-Zor"]),
        ("ru", "в Донецкой области Украины", ["Donetsk Oblast", "Ukraine"]),
        ("ru", "в секторе Газа", ["Gaza Strip"]),
        ("ru", "в городе Зюзюкинске", [None]),
        ("ru", "организация (запрещена в России) напала", []),
        ("ru", "Мосул помнит", []),
        ("ar", "قتلوا بالموصل", ["Mosul"]),
        ("ar", "في الموصل والرقة", ["Mosul", "Raqqa"]),
        ("ar", "في غرب الموصل", ["West Mosul"]),
        ("ar", "في ريف حلب", ["Aleppo Governorate"]),
        ("ar", "عبر معبر باب الهوى", []),
    ],
)
def test_spots(code: str, text: str, names: list[str | None]) -> None:
    sentence = line(text, code)
    spots = Spots(text, [sentence], words_of(code), gazetteers.load()).of(sentence)
    assert [spot.place.name if spot.place else None for spot in spots] == names
