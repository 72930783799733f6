"""The timeline: its unit follows the stretch, and every bar leads to days that it counted."""

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
