"""The relay graph: nothing covers anything else."""

import re

from hypothesis import given, settings
from hypothesis import strategies as st

from recoupe.desk.drawing.graph import BOX, Box, Graph, Link, Node, clip, graph

_days = st.sampled_from(["2017-03-24", "2017-03-25", "2017-03-26", "2017-04-01", ""])


def node(n: int, day: str = "2017-03-24") -> Node:
    return Node(f"n{n}", f"Le Courrier {n}", "français", f"/document/n{n}", "inside", day, "fr")


def link(start: int, end: int, *, known: bool = True) -> Link:
    return Link(f"n{start}", f"n{end}", "edited", known, 2, f"/relays/{start}~{end}", "")


@st.composite
def graphs(draw: st.DrawFn) -> Graph:
    nodes = [node(n, draw(_days)) for n in range(draw(st.integers(1, 9)))]
    ends = st.integers(0, len(nodes) - 1)
    pairs = draw(st.lists(st.tuples(ends, ends, st.booleans()), max_size=14, unique_by=lambda p: p[:2]))
    return graph(nodes, [link(a, b, known=known) for a, b, known in pairs])


def along(curve: str) -> list[tuple[float, float]]:
    """Points of a path of `M`, `L` and `C`, close to each other."""
    found: list[tuple[float, float]] = []
    for letter, numbers in re.findall(r"([MLC])([^MLC]+)", curve):
        values = [float(each) for each in numbers.split()]
        points = list(zip(values[::2], values[1::2], strict=True))
        if letter == "M":
            found.append(points[0])
            continue
        (x, y), *rest = [found[-1], *points]
        steps = [n / 20 for n in range(1, 21)]
        if letter == "L":
            found += [(x + (rest[0][0] - x) * t, y + (rest[0][1] - y) * t) for t in steps]
        else:
            (a, b), (c, d), (e, f) = rest
            for t in steps:
                w = ((1 - t) ** 3, 3 * t * (1 - t) ** 2, 3 * t * t * (1 - t), t**3)
                found.append((w[0] * x + w[1] * a + w[2] * c + w[3] * e, w[0] * y + w[1] * b + w[2] * d + w[3] * f))
    return found


def inside(x: float, y: float, box: Box) -> bool:
    return box.x + 1 < x < box.x + BOX[0] - 1 and box.y + 1 < y < box.y + BOX[1] - 1


@settings(max_examples=150, deadline=None)
@given(graphs())
def test_no_box_covers_another_and_no_way_runs_behind_one(drawn: Graph) -> None:
    for n, box in enumerate(drawn.boxes):
        assert 0 <= box.x <= drawn.width - BOX[0]
        assert 0 <= box.y <= drawn.height - BOX[1]
        for other in drawn.boxes[n + 1 :]:
            assert abs(box.x - other.x) >= BOX[0] or abs(box.y - other.y) >= BOX[1]
    for way in drawn.ways:
        for x, y in along(way.curve):
            assert not any(inside(x, y, box) for box in drawn.boxes)


def test_rows_are_days_and_who_relays_on_the_same_day_stands_below() -> None:
    drawn = graph([node(0), node(1, "2017-03-25"), node(2)], [link(0, 1), link(0, 2)])
    y = {box.node.id: box.y for box in drawn.boxes}
    assert y["n0"] < y["n2"] < y["n1"]
    assert [day for _, day in drawn.days] == ["2017-03-24", "2017-03-25"]


def test_a_ring_of_relays_is_drawn_too() -> None:
    drawn = graph([node(0), node(1)], [link(0, 1), link(1, 0)])
    assert len(drawn.ways) == 2


def test_names_are_cut_and_cannot_steer_the_writing() -> None:
    assert clip("a" * 40, 10) == "a" * 9 + "…"
    assert clip("un\u202enom\n court", 20) == "un nom court"
