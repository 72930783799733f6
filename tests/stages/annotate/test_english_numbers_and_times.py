"""Numbers and times in English, by the pack's tables and the code that all languages share."""

import datetime as dt

import pytest

from recoupe.languages.pack import pack
from recoupe.stages.annotate.numerals import read_numerals
from recoupe.stages.annotate.times import read_times

PUBLISHED = dt.date(2024, 5, 15)


@pytest.mark.parametrize(
    ("text", "words", "value", "bound"),
    [
        ("two hundred and five soldiers", "two hundred and five", 205, "exact"),
        ("one hundred twenty-three people", "one hundred twenty-three", 123, "exact"),
        ("a hundred thousand people", "a hundred thousand", 100_000, "exact"),
        ("half a million refugees", "half a million", 500_000, "exact"),
        ("two and a half million refugees", "two and a half million", 2_500_000, "exact"),
        ("1.4m people", "1.4m", 1_400_000, "exact"),
        ("no fewer than 12 miners", "no fewer than 12", 12, "at_least"),
        ("not more than 62 people", "not more than 62", 62, "at_most"),
        ("a further 20 people", "20", 20, "exact"),
        ("two dozen rebels", "two dozen", 24, "about"),
        ("100+ killed", "100", 100, "at_least"),
        ("50 or so villagers", "50", 50, "about"),
        ("no one was hurt", "no one", 0, "exact"),
    ],
)
def test_a_number(text: str, words: str, value: float, bound: str) -> None:
    (found,) = (n for n in read_numerals(text, pack("en")) if not n.article)
    assert (found.span.text, found.value, found.bound) == (words, value, bound)


@pytest.mark.parametrize(
    ("text", "words", "magnitude"),
    [
        ("several hundred people", "several hundred", 100),
        ("a few hundred thousand people", "a few hundred thousand", 100_000),
        ("scores of people", "scores", 10),
        ("tens of thousands of people", "tens of thousands", 10_000),
    ],
)
def test_a_magnitude(text: str, words: str, magnitude: int) -> None:
    (found,) = read_numerals(text, pack("en"))
    assert (found.span.text, found.magnitude, found.value) == (words, magnitude, None)


@pytest.mark.parametrize(
    "text",
    [
        "Omar Saleh, 23, was killed", "a 35-year-old man", "children under 16", "girls aged 6 and 11", "No. 12",
        "one in five children", "nine out of ten", "the 2014 war", "on March 24", "a quarter of the victims",
        "they no longer fight", "for $3 million",
    ],
)  # fmt: skip
def test_what_is_no_count(text: str) -> None:
    assert [n.span.text for n in read_numerals(text, pack("en")) if not (n.article or n.ordinal)] == []


@pytest.mark.parametrize(
    ("text", "first", "last", "kind"),
    [
        ("on May 3", "2024-05-03", "2024-05-03", "point"),
        ("Sunday, May 5, 2024", "2024-05-05", "2024-05-05", "point"),
        ("Oct. 7", "2023-10-07", "2023-10-07", "point"),
        ("on May 3-9", "2024-05-03", "2024-05-09", "interval"),
        ("March 27 to 31, 2023", "2023-03-27", "2023-03-31", "interval"),
        ("from 3 to 9 May", "2024-05-03", "2024-05-09", "interval"),
        ("since October 7", "2023-10-07", "2024-05-15", "since"),
        ("as of 3 May", None, "2024-05-03", "until"),
        ("overnight", "2024-05-14", "2024-05-15", "interval"),
        ("over the past 24 hours", "2024-05-14", "2024-05-15", "interval"),
        ("in the whole of 2021", "2021-01-01", "2021-12-31", "interval"),
        ("late last month", "2024-04-21", "2024-04-30", "interval"),
        ("two days after the Russian missile attack", "2024-05-13", "2024-05-13", "point"),
    ],
)
def test_a_time(text: str, first: str | None, last: str | None, kind: str) -> None:
    (found,) = read_times(text, PUBLISHED, pack("en"))
    assert (found.date_from, found.date_to, found.kind) == (first, last, kind)


@pytest.mark.parametrize("text", ["12 may have died", "up to 24 civilians", "they sat by the sun", "six months after"])
def test_what_is_no_time(text: str) -> None:
    assert read_times(text, PUBLISHED, pack("en")) == ()
