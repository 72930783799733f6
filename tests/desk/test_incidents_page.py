"""The list of incidents: what an address asks, and what it says when nothing answers."""

import pytest

from recoupe.desk.views.incidents import asked_of


@pytest.mark.parametrize(
    ("given", "first", "last"),
    [
        ("2017", "2017-01-01", "2017-12-31"),
        ("2017-02", "2017-02-01", "2017-02-28"),
        ("2016-02-29", "2016-02-29", "2016-02-29"),
        ("2017-02-29", None, None),
        ("2017-13", None, None),
        ("17", None, None),
        ("2017-3", None, None),
        ("\u0662\u0660\u0661\u0667", None, None),
        ("0000", None, None),
        ("", None, None),
    ],
)
def test_days(given: str, first: str | None, last: str | None) -> None:
    asked = asked_of({"from": given, "to": given})
    assert (asked.date_from, asked.date_to) == (first, last)


def test_what_cannot_be_is_passed_over() -> None:
    asked = asked_of({"effect": "x", "grade": "best", "disputed": "1", "language": "fr|", "order": "x", "q": " \0 "})
    assert (asked.effect, asked.grade, asked.disputed, asked.language, asked.words) == (None,) * 5
    assert asked.order == "newest"
    assert len(asked_of({"place": "x" * 9_999}).place or "") == 200
