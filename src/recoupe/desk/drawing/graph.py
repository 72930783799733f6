"""The relay graph: boxes in columns, from the earliest day to the latest, and the ways between them."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby

from recoupe.model.relay import RelayKind

BOX = (196, 46)
"""Width and height of a box, in units of the drawing."""
_GAP = (104, 20)
_TOP = 34
_LABEL = 11
"""Half the height of the sign with the number of changes."""
_LONGEST = 27
"""Characters that a box has room for."""
_CONTROLS = dict.fromkeys([*range(32), 0x7F, *range(0x202A, 0x202F), *range(0x2066, 0x206A), 0x200E, 0x200F], " ")


@dataclass(frozen=True, slots=True)
class Node:
    """What a box stands for."""

    id: str
    name: str
    about: str
    href: str
    kind: str
    """`inside` the incident, `outside` it, `origin` (a body), `asked` (the figure that was asked for)."""
    day: str
    """ISO date; empty where unknown: it then stands last."""
    language: str | None


@dataclass(frozen=True, slots=True)
class Link:
    """What a way stands for."""

    start: str
    end: str
    kind: RelayKind | None
    """None from a body to the first who tells of its count."""
    known: bool
    """Whether it is known which of the two has it from the other."""
    changes: int
    href: str
    name: str


@dataclass(frozen=True, slots=True)
class Box:
    """A Node and where it stands: its upper left corner."""

    node: Node
    x: float
    y: float

    @property
    def short(self) -> str:
        """Its name as far as there is room."""
        return clip(self.node.name, _LONGEST)


@dataclass(frozen=True, slots=True)
class Way:
    """A Link and the curve that draws it."""

    link: Link
    curve: str
    """The `d` of an SVG path."""
    at: tuple[float, float]
    """Where the number of changes stands."""


@dataclass(frozen=True, slots=True)
class Graph:
    """The drawing."""

    boxes: tuple[Box, ...]
    ways: tuple[Way, ...]
    days: tuple[tuple[float, str], ...]
    """Over which columns each day stands: the left edge of the first."""
    width: float
    height: float


def graph(nodes: Sequence[Node], links: Sequence[Link]) -> Graph:
    """Lays out boxes by day, and within one day those that relay to the right of what they relay."""
    by_id = {node.id: node for node in nodes}
    links = [link for link in links if link.start in by_id and link.end in by_id and link.start != link.end]
    depth = _depths(by_id, links)
    columns: dict[tuple[int, str, int], list[Node]] = {}
    for node in nodes:
        columns.setdefault((*_when(node), depth[node.id]), []).append(node)
    boxes: dict[str, Box] = {}
    days: list[tuple[float, str]] = []
    for n, of in enumerate(sorted(columns)):
        x = n * (BOX[0] + _GAP[0])
        if not days or days[-1][1] != of[1]:
            days.append((x, of[1]))
        _stack(columns[of], x, links, boxes)
    height = max((box.y + BOX[1] for box in boxes.values()), default=0.0)
    return Graph(
        tuple(boxes[node.id] for node in nodes),
        tuple(_ways(links, boxes)),
        tuple((x, day) for x, day in days if day),
        max((box.x + BOX[0] for box in boxes.values()), default=0.0) + _GAP[0] / 2,
        height + _GAP[1],
    )


def clip(text: str, most: int) -> str:
    """The beginning of a text, in one line, without signs that steer the direction of writing."""
    line = " ".join(text.translate(_CONTROLS).split())
    return line if len(line) <= most else line[: most - 1].rstrip() + "…"


def _when(node: Node) -> tuple[int, str]:
    if node.kind == "origin":
        return 0, ""
    return (1, node.day) if node.day else (2, "")


def _depths(nodes: Mapping[str, Node], links: Iterable[Link]) -> dict[str, int]:
    """How many of the same day stand before each, on the longest way; ways that lead in a ring are followed once round."""
    depth = dict.fromkeys(nodes, 0)
    same = [link for link in links if link.known and _when(nodes[link.start]) == _when(nodes[link.end])]
    for _ in range(min(len(nodes), 12)):
        changed = False
        for link in same:
            if depth[link.end] <= depth[link.start] < len(nodes):
                depth[link.end] = depth[link.start] + 1
                changed = True
        if not changed:
            return depth
    order = {each: n for n, (each, _) in enumerate(groupby(sorted(set(depth.values()))))}
    return {node: order[each] for node, each in depth.items()}


def _stack(column: Iterable[Node], x: float, links: Sequence[Link], boxes: dict[str, Box]) -> None:
    """Puts the boxes of a column below each other, each as near as may be to those from which it has its text."""
    linked = {each for link in links for each in (link.start, link.end)}

    def wish(node: Node) -> float | None:
        ends = [link.start if link.end == node.id else link.end for link in links if node.id in (link.start, link.end)]
        known = [boxes[end].y for end in ends if end in boxes]
        return sum(known) / len(known) if known else None

    wished = [(node.id not in linked, wish(node), n, node) for n, node in enumerate(column)]
    free = float(_TOP)
    for alone, at, _, node in sorted(wished, key=lambda w: (w[0], w[1] if w[1] is not None else 0.0, w[2])):
        y = max(free, at) if at is not None and not alone else free
        boxes[node.id] = Box(node, x, y)
        free = y + BOX[1] + _GAP[1]


def _ways(links: Iterable[Link], boxes: Mapping[str, Box]) -> Iterable[Way]:
    taken: list[tuple[float, float]] = []
    for link in links:
        a, b = boxes[link.start], boxes[link.end]
        points = _points(a, b)
        spots = [_on(points, t) for t in (0.5, 0.4, 0.6, 0.3, 0.7, 0.2, 0.8)]
        free = (s for s in spots if _is_free(s, taken, boxes.values()))
        at = next(free, spots[0])
        taken.append(at)
        (x, y), (x1, y1), (x2, y2), (x3, y3) = points
        yield Way(link, f"M{x:g} {y:g}C{x1:g} {y1:g} {x2:g} {y2:g} {x3:g} {y3:g}", (round(at[0], 1), round(at[1], 1)))


def _points(a: Box, b: Box) -> tuple[tuple[float, float], ...]:
    """From the side of one box to that of the other, and the two points that bend the curve."""
    y, to_y = a.y + BOX[1] / 2, b.y + BOX[1] / 2
    if a.x == b.x:  # round by the right
        x = a.x + BOX[0]
        return (x, y), (x + _GAP[0] * 0.8, y), (x + _GAP[0] * 0.8, to_y), (x, to_y)
    if a.x < b.x:
        x, to_x, bend = a.x + BOX[0], b.x, _GAP[0] / 2
    else:
        x, to_x, bend = a.x, b.x + BOX[0], -_GAP[0] / 2
    return (x, y), (x + bend, y), (to_x - bend, to_y), (to_x, to_y)


def _on(points: Sequence[tuple[float, float]], t: float) -> tuple[float, float]:
    """The point of the curve at `t`, 0 to 1 (Bernstein)."""
    weights = ((1 - t) ** 3, 3 * t * (1 - t) ** 2, 3 * t**2 * (1 - t), t**3)
    return (
        sum(w * p[0] for w, p in zip(weights, points, strict=True)),
        sum(w * p[1] for w, p in zip(weights, points, strict=True)),
    )


def _is_free(spot: tuple[float, float], taken: Iterable[tuple[float, float]], boxes: Iterable[Box]) -> bool:
    x, y = spot
    if any(abs(x - a) < 2 * _LABEL and abs(y - b) < 2 * _LABEL for a, b in taken):
        return False
    return not any(
        box.x - _LABEL < x < box.x + BOX[0] + _LABEL and box.y - _LABEL < y < box.y + BOX[1] + _LABEL for box in boxes
    )
