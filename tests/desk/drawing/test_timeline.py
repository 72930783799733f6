"""The timeline: its unit follows the stretch, and every bar leads to days that it counted."""

from itertools import pairwise

import pytest

from recoupe.desk.drawing.timeline import HEIGHT, WIDTH, timeline


@pytest.mark.parametrize(
    ("first", "last", "unit", "number", "names"),
    [
        ("2017-03-01", "2017-03-17", "day", 17, ("2017-03-01", "2017-03-17")),
        ("2016-11-30", "2017-03-17", "month", 5, ("2016-11", "2017-03")),
        ("2003-05-01", "2017-03-17", "year", 15, ("2003", "2017")),
    ],
)
def test_the_unit_follows_the_stretch(first: str, last: str, unit: str, number: int, names: tuple[str, str]) -> None:
    found = timeline([last, first])
    assert found is not None
    assert (found.unit, len(found.bars)) == (unit, number)
    assert (found.bars[0].name, found.bars[-1].name) == names
    assert all(bar.count == (bar.name in names) for bar in found.bars)


def test_what_is_empty_is_drawn_as_nothing_and_one_of_many_is_seen() -> None:
    found = timeline(["2017-03-01"] * 500 + ["2017-03-03", None])
    assert found is not None
    assert [bar.count for bar in found.bars] == [500, 0, 1]
    assert [bar.height for bar in found.bars] == [HEIGHT, 0.0, 2.0]
    assert found.bars[-1].x + found.bars[-1].width == WIDTH
    assert found.undated == 1


def test_one_bar_says_nothing() -> None:
    assert timeline([]) is None
    assert timeline([None]) is None
    assert timeline(["2017-03-01", "2017-03-01"]) is None


@pytest.mark.parametrize(
    "last",
    ["2017-03-03", "2017-03-11", "2017-03-14", "2017-04-30", "2017-05-02", "2019-04-01", "2022-12-31", "2045-06-01"],
)
def test_no_words_are_cut_off_or_stand_over_others(last: str) -> None:
    drawn = timeline(["2017-03-01", last])
    assert drawn is not None
    room = 7.0 * len(drawn.bars[0].name)
    middles = [bar.x + bar.label_at for bar in drawn.bars if bar.label_at is not None]
    assert len(middles) >= 2
    assert middles[0] >= room / 2 - 0.1
    assert middles[-1] <= WIDTH - room / 2 + 0.1
    assert all(b - a >= room for a, b in pairwise(middles))
