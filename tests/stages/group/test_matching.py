"""What speaks for and against two accounts being of one incident."""

import pytest

from recoupe.stages.group.matching import ENOUGH, NEVER, match, rarity
from tests.stages.group.told import AROUND, BESIDE, HARBOUR, MOSUL, PROVINCE, TAIZ, count, keys_of, told, total


def test_same_place_and_day_are_enough() -> None:
    assert match(told("a", 12), told("b", 14)).score >= ENOUGH
    assert keys_of(told("a", 12), told("b", 12))["same_number"] == 1.0


@pytest.mark.parametrize(
    ("place", "key"),
    [
        (HARBOUR, "inside_place"),
        (BESIDE, "near_place"),
        (AROUND, "around_place"),
        (PROVINCE, "wide_place"),
        (TAIZ, "places_apart"),
    ],
)
def test_nearness(place: object, key: str) -> None:
    reasons = keys_of(told("a", 12), told("b", 12, place=place))
    assert key in reasons


def test_what_cannot_be() -> None:
    assert match(told("a", 12), told("b", 12, place=MOSUL)).score < NEVER / 2
    assert match(told("a", 12), told("b", 12, day="2018-05-08", published="2018-05-09")).score < NEVER / 2
    assert match(told("a", 12), told("b", 12, day="2018-05-08")).score < NEVER / 2  # told four days before it happened
    assert match(told("a", 12), total("b", 12)).score < NEVER / 2


def test_numbers_of_other_days_say_something_only_when_rare_and_at_one_place() -> None:
    undated = {"day": None, "published": "2020-01-01"}
    assert "same_number" not in keys_of(told("a", 12), told("b", 12, **undated))
    assert "same_number" in keys_of(told("a", 137), told("b", 137, **undated))
    assert "same_number" not in keys_of(told("a", 137, place=None), told("b", 137, place=None, **undated))


def test_a_running_total_is_followed_from_month_to_month() -> None:
    assert match(total("a", 900), total("b", 950)).score >= ENOUGH
    assert "told_apart" in keys_of(total("a", 900), total("b", 900, published="2019-01-02"))
    assert "other_effect" in keys_of(total("a", 900), total("b", 900, effects=["wounded"]))


def test_the_rarer_a_number_the_more_it_says() -> None:
    weights = [rarity(count("f", value)) for value in (None, 5.0, 30.0, 12.0, 120.0, 137.0, 1204.0)]
    assert weights == sorted(weights)
