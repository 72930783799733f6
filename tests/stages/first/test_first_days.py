"""Days of a first reading, resolved against the day of publication (a Friday)."""

import pytest

from recoupe.stages.first.days import days
from tests.stages.first.first_lines import line, words_of

PUBLISHED = "2023-05-12"


@pytest.mark.parametrize(
    ("code", "text", "first", "last"),
    [
        ("ru", "погибли 17 марта 2017 года", "2017-03-17", "2017-03-17"),
        ("ru", "погибли 3 мая", "2023-05-03", "2023-05-03"),
        ("ru", "погибли 3 июня", "2022-06-03", "2022-06-03"),
        ("ru", "с 3 по 8 мая", "2023-05-03", "2023-05-08"),
        ("ru", "с 28 апреля по 2 мая", "2023-04-28", "2023-05-02"),
        ("ru", "во вторник", "2023-05-09", "2023-05-09"),
        ("ru", "в пятницу", "2023-05-12", "2023-05-12"),
        ("ru", "накануне вечером", "2023-05-11", "2023-05-11"),
        ("ru", "с конца марта", "2023-03-21", "2023-05-12"),
        ("ru", "за сутки", "2023-05-11", "2023-05-12"),
        ("ru", "с начала войны", None, "2023-05-12"),
        ("ru", "11.05.2023", "2023-05-11", "2023-05-11"),
        ("ar", "في 17 آذار/مارس 2017", "2017-03-17", "2017-03-17"),
        ("ar", "بين 3 و8 مايو", "2023-05-03", "2023-05-08"),
        ("ar", "في كانون الأول الماضي", "2022-12-01", "2022-12-31"),
        ("ar", "يوم الثلاثاء", "2023-05-09", "2023-05-09"),
        ("ar", "أمس", "2023-05-11", "2023-05-11"),
        ("ar", "منذ اندلاع الحرب", None, "2023-05-12"),
    ],
)
def test_day(code: str, text: str, first: str | None, last: str) -> None:
    assert [(day.date_from, day.date_to) for day in days(line(text, code), PUBLISHED, words_of(code))] == [
        (first, last)
    ]


@pytest.mark.parametrize(
    ("code", "text"),
    [
        ("ru", "в следующую пятницу"),
        ("ru", "31 февраля 2020 года"),
        ("ru", "2004: 26 декабря случилось цунами"),
        ("ar", "السبت المقبل"),
        ("ar", "في السابع من أكتوبر"),
    ],
)
def test_a_day_that_cannot_be_told_is_none(code: str, text: str) -> None:
    assert all(not day.known for day in days(line(text, code), PUBLISHED, words_of(code)))


def test_without_a_day_of_publication_only_whole_dates_are_known() -> None:
    found = days(line("погибли 17 марта 2017 года, во вторник", "ru"), None, words_of("ru"))
    assert [day.date_from for day in found] == ["2017-03-17", None]
