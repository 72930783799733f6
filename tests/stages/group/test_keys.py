"""Keys find every pair of accounts that matching would join, from both sides."""

from hypothesis import example, given, settings

from recoupe.model.incident import Account
from recoupe.stages.group.keys import hinted, kept, sought
from recoupe.stages.group.matching import ENOUGH, match
from recoupe.stages.group.mentions import MENTIONED, Hints, mention
from tests.factories import HODEIDA
from tests.stages.group import told as made
from tests.stages.group.told import MOSUL, TAIZ, YEMEN, accounts, told, total


def find_each_other(a: Account, b: Account) -> bool:
    return bool(kept(a) & sought(b)) and bool(kept(b) & sought(a))


@settings(max_examples=400, deadline=None)
@given(accounts("a"), accounts("b"))
@example(told("a", 12), told("b", 14, place=made.FAR_QUARTER))
@example(told("a", 5, place=made.GARBAGE[0]), told("b", 7, place=made.GARBAGE[1]))
@example(told("a", 5, place=made.GARBAGE[2]), told("b", 7, place=made.GARBAGE[3]))
@example(told("a", 5, place=None), told("b", 5))
@example(told("a", 5, place=made.BOTH), told("b", 5, place=None))
@example(told("a", 240, day=None, published=None), told("b", 240, day="2012-01-01"))
def test_whatever_is_worth_enough_is_found_from_both_sides(a: Account, b: Account) -> None:
    if match(a, b).score >= ENOUGH:
        assert find_each_other(a, b), match(a, b)


@settings(max_examples=300, deadline=None)
@given(accounts("a"), accounts("b"))
def test_a_match_is_the_same_from_both_sides(a: Account, b: Account) -> None:
    assert match(a, b) == match(b, a)


def test_what_is_far_in_time_or_place_is_not_compared() -> None:
    one = told("a", 12)
    assert find_each_other(one, told("b", 14, day="2018-05-05"))
    assert not find_each_other(one, told("b", 12, day="2018-05-20", published="2018-05-21"))
    assert not find_each_other(one, told("b", 12, place=TAIZ))
    assert not find_each_other(one, told("b", 12, place=MOSUL))
    assert not find_each_other(total("a", 900), total("b", 900, published="2019-01-03"))


def test_a_long_document_has_few_keys() -> None:
    numbers = [float(n) for n in range(500)]
    assert len(kept(told("a", *numbers))) < 5_000
    assert len(kept(told("a", *numbers, day=None))) < 15_000


def test_a_document_without_figures_finds_what_it_names() -> None:
    numbers = frozenset({1204.0, 130.0, 240.0})
    hints = Hints("doc", "2018-05-05", frozenset({HODEIDA.id}), frozenset(), numbers)
    for account in (told("a", 130), told("a", 130, day="2018-05-06"), total("a", 1204, 130, place=HODEIDA)):
        assert mention(hints, account).score >= MENTIONED
        assert hinted(hints, [HODEIDA]) & kept(account)
    assert not hinted(hints, [HODEIDA, YEMEN]) & kept(told("a", 14, day="2018-03-01"))
