"""When wars began."""

import pytest

from recoupe.gazetteers.wars import wars


@pytest.mark.parametrize(
    ("country", "published", "day"),
    [
        ("UA", "2016-05-01", "2014-04-14"),
        ("UA", "2022-03-01", "2022-02-24"),
        ("PS", "2014-07-20", "2014-07-08"),
        ("PS", "2019-07-20", None),
        ("SD", "2022-07-20", None),
        ("SD", "2024-07-20", "2023-04-15"),
        ("SD", None, "2023-04-15"),
        ("UA", None, None),
        ("FR", "2024-07-20", None),
    ],
)
def test_the_war_is_that_of_country_and_time(country: str, published: str | None, day: str | None) -> None:
    assert wars().began(country, published) == day


@pytest.mark.parametrize(
    ("month", "day", "text", "since"),
    [
        (4, 15, "Au Soudan, depuis le 15 avril", "2023-04-15"),
        (4, 15, "Au Tchad, depuis le 15 avril", None),
        (2, 24, "En Ukraine, depuis le 24 février", "2022-02-24"),
        (2, 25, "En Ukraine, depuis le 25 février", None),
    ],
)
def test_a_day_without_a_year_is_that_of_the_war_named(month: int, day: int, text: str, since: str | None) -> None:
    assert wars().begun_on(month, day, text) == since
