"""Which number of one side became which of the other, told by harm, group and order alone."""

from recoupe.stages.derive.leftovers import paired, told
from recoupe.stages.derive.marks import Count


def count(
    value: float, at: int = 0, effect: str | None = "killed", group: str | None = None, bound: str = "exact"
) -> Count:
    return Count(at, at + 2, value, None, None, bound, effect, None, group, people=True, person=False, read=True)


def values(lost: list[Count], gained: list[Count]) -> list[tuple[float | None, float | None]]:
    return [(x.value, y.value) for x, y in paired([(c, False) for c in lost], [(c, False) for c in gained])]


def test_one_number_of_a_harm_on_either_side() -> None:
    assert values([count(9), count(30, effect="wounded")], [count(50, effect="wounded"), count(12)]) == [
        (30, 50),
        (9, 12),
    ]


def test_several_of_one_harm_only_in_their_order() -> None:
    assert values([count(8), count(20)], [count(11), count(26)]) == [(8, 11), (20, 26)]
    assert values([count(8), count(20)], [count(11)]) == []


def test_numbers_of_other_groups_or_other_sizes_are_not_one() -> None:
    assert values([count(9, group="children")], [count(12)]) == []
    assert values([count(9)], [count(900)]) == []


def test_a_headline_is_set_beside_the_headline() -> None:
    a = [(count(9, 0), True), (count(9, 50), False)]
    b = [(count(12, 0), True), (count(12, 70), False)]
    assert [(x.start, y.start) for x, y in paired(a, b)] == [(0, 0), (50, 70)]


def test_a_round_number_tells_the_same() -> None:
    assert told(count(22), [count(20, bound="about")])
    assert not told(count(22), [count(20)])
    assert not told(count(22), [count(22, effect="wounded")])
