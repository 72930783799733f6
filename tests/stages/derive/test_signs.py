"""Signs: one sentence in four languages has the same numbers, dates and names."""

import pytest

from recoupe import gazetteers
from recoupe.languages.key_words import key_words
from recoupe.model.reading import Reading
from recoupe.pipeline import read
from recoupe.stages.derive.keys import COMMON, keys, proposed
from recoupe.stages.derive.profile import Profile
from recoupe.stages.derive.signs import Signs, signs

_FILLER = {
    "fr": "La situation reste tendue dans les quartiers du nord, où les habitants craignent de nouveaux tirs.",
    "en": "The situation remains tense in the northern districts, where residents fear that more shelling will follow.",
    "ru": "Обстановка в северных районах остаётся напряжённой, жители опасаются новых обстрелов в ближайшие дни.",
    "ar": "ولا يزال الوضع متوترا في الأحياء الشمالية حيث يخشى السكان من تجدد القصف في الأيام المقبلة.",
}


def _signs(text: str, language: str) -> tuple[Signs, ...]:
    reading = read("a.txt", f"{_FILLER[language]}\n{text}\n{_FILLER[language]}".encode())
    assert isinstance(reading, Reading)
    assert reading.document.language == language
    return signs(Profile(reading), key_words(language), gazetteers.load())


def _all(found: tuple[Signs, ...], what: str) -> set[object]:
    return {one for signs_of_one in found for one in getattr(signs_of_one, what)}


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("fr", "Le 14 avril, 1 250 obus sont tombés sur Kharkiv, a dit Valentyna Horobets."),
        ("en", "On April 14, 1,250 shells fell on Kharkiv, said Valentyna Horobets."),
        ("ru", "14 апреля на Харьков упало 1250 снарядов, сообщила Валентина Горобец."),
        ("ar", "في 14 نيسان سقطت ١٢٥٠ قذيفة على خاركيف بحسب فالنتينا هوروبيتس."),
    ],
)
def test_numbers_dates_and_places_are_the_same_in_every_language(language: str, text: str) -> None:
    found = _signs(text, language)
    assert _all(found, "numbers") == {14.0, 1250.0}
    assert _all(found, "dates") == {"04-14"}
    assert "gn-706483" in _all(found, "meant")


@pytest.mark.parametrize(
    ("language", "text", "number"),
    [
        ("en", "They counted twenty-three bodies.", 23),
        ("ru", "Без крова остались 12 тысяч человек.", 12000),
        ("ar", "وقتل في الهجوم سبعة عشر شخصا.", 17),
        ("en", "The road is 4.5 kilometres long.", 4.5),
    ],
)
def test_numbers_in_words_are_put_together(language: str, text: str, number: float) -> None:
    assert _all(_signs(text, language), "numbers") == {number}


def test_acronyms_are_taken_without_their_plural_and_not_from_a_line_in_capitals() -> None:
    assert _all(_signs("Two MSFs and one IED were named by the witness.", "en"), "acronyms") == {"msf", "ied"}
    assert not _all(_signs("TWO DEAD IN TOWN", "en"), "acronyms")


def test_weekdays_are_no_names() -> None:
    assert not _all(_signs("The guns fell silent on Saturday and on Sunday.", "en"), "names")


def test_keys_are_the_same_across_languages_and_few() -> None:
    french = keys(_signs("Le 14 avril, 1 250 obus sont tombés sur Kharkiv.", "fr"), cased=True)
    arabic = keys(_signs("في 14 نيسان سقطت 1250 قذيفة على خاركيف.", "ar"), cased=False)
    shared = {key.hash for key in french} & {key.hash for key in arabic}
    assert {key.kind for key in french if key.hash in shared} == {"number", "date", "meant", "pair"}
    assert all(0 <= key.hash < 1 << 63 for key in (*french, *arabic))


def test_a_long_document_has_no_more_than_sixty_keys() -> None:
    many = [Signs(frozenset({float(n), n + 100.0, n + 200.0}), frozenset(), frozenset(), frozenset(), frozenset())
            for n in range(1000, 1090, 3)]  # fmt: skip
    assert len(keys(many, cased=True)) == 60


def test_rare_keys_are_worth_more_and_common_ones_nothing() -> None:
    found = {1: ["a", "b"], 2: ["c"], 3: [str(n) for n in range(COMMON + 1)], 4: []}
    assert proposed(found, 5000) == ("c", "a", "b")
    assert len(proposed({1: [str(n) for n in range(50)]}, 5000)) == 20
