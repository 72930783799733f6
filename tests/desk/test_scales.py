"""Where numbers and days stand on an axis."""

import datetime as dt
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from recoupe.desk.drawing.scales import Days, Scale

days = st.dates(dt.date(1, 1, 1), dt.date(9999, 12, 31)).map(dt.date.isoformat)


@given(st.floats(0, 1e12))
def test_a_scale_holds_the_largest_in_few_whole_steps(largest: float) -> None:
    scale = Scale.upto(largest)
    assert scale.top >= largest
    assert 2 <= len(scale.ticks) <= 7
    assert (scale.ticks[0], scale.ticks[-1][0]) == ((0, 0), 100)
    assert all(n == int(n) for _, n in scale.ticks)
    assert len({n for _, n in scale.ticks}) == len(scale.ticks)


def test_the_numbers_of_a_scale() -> None:
    assert [n for _, n in Scale.upto(240).ticks] == [0, 50, 100, 150, 200, 250]
    assert Scale.upto(240).at(125) == 50
    assert Scale.upto(0).at(0) == 0


@given(st.lists(days, min_size=1, max_size=12))
def test_days_keep_their_order_and_their_names_have_room(given_days: list[str]) -> None:
    axis = Days.of(given_days)
    places = [axis.at[day] for day in sorted({*given_days})]
    assert places == sorted(places)
    assert all(0 <= place <= 100 for place in places)
    ticks = axis.ticks()
    assert all(b[0] - a[0] >= 13 for a, b in pairwise(ticks)) or len(ticks) == 2
    assert len({day for _, day in ticks}) == len(ticks)


def test_a_long_silence_is_broken() -> None:
    axis = Days.of(["2017-03-24", "2017-03-26", "2017-05-28"])
    assert len(axis.breaks) == 1
    assert axis.at["2017-03-26"] > 10
    assert Days.of(["2017-03-24", "2017-03-26", "2017-03-28"]).breaks == ()
