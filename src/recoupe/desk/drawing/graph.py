"""The relay graph: boxes in rows, from the earliest day down to the latest, and the ways between them.

After Sugiyama, Tagawa and Toda (1981): rows, places in the rows, and a lane for each way that passes a row, so that none
runs behind a box.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby

from recoupe.model.relay import RelayKind

BOX = (196, 46)
"""Width and height of a box, in units of the drawing."""
_GAP = (22, 52)
_LEFT = 92
"""Room for the days."""
_LANE = 26
"""Width that a way takes where it passes boxes."""
_LABEL = 11
"""Half the height of the sign with the number of changes."""
_LONGEST = 27
"""Characters that a box has room for."""
_CONTROLS = dict.fromkeys([*range(32), 0x7F, *range(0x202A, 0x202F), *range(0x2066, 0x206A), 0x200E, 0x200F], " ")


_Point = tuple[float, float]
_Curve = tuple[_Point, _Point, _Point, _Point]
"""The two ends of a cubic curve, and between them the two points that bend it."""


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
    """Each day, and the upper edge of its first row."""
    width: float
    height: float


def graph(nodes: Sequence[Node], links: Sequence[Link]) -> Graph:
    """Lays out boxes by day, and within one day those that relay below what they relay."""
    by_id = {node.id: node for node in nodes}
    links = [link for link in links if link.start in by_id and link.end in by_id and link.start != link.end]
    depth = _depths(by_id, links)
    keys = sorted({(*_when(node), depth[node.id]) for node in nodes})
    row = {node.id: keys.index((*_when(node), depth[node.id])) for node in nodes}
    boxes: dict[str, Box] = {}
    lanes: dict[tuple[int, int], float] = {}
    for n in range(len(keys)):
        _fill(n, [node for node in nodes if row[node.id] == n], links, row, boxes, lanes)
    days: list[tuple[float, str]] = []
    for n, (_, day, _) in enumerate(keys):
        if day and (not days or days[-1][1] != day):
            days.append((float(n * (BOX[1] + _GAP[1])), day))
    right = max([*(box.x + BOX[0] for box in boxes.values()), *lanes.values()], default=0.0)
    below = max((box.y + BOX[1] for box in boxes.values()), default=0.0)
    return Graph(
        tuple(boxes[node.id] for node in nodes),
        tuple(_ways(links, row, boxes, lanes)),
        tuple(days),
        right + _GAP[0],
        below + _GAP[1] / 2,
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


def _fill(
    n: int,
    nodes: Iterable[Node],
    links: Sequence[Link],
    row: Mapping[str, int],
    boxes: dict[str, Box],
    lanes: dict[tuple[int, int], float],
) -> None:
    """Places a row from left to right, each box and lane as near as may be to what it hangs on above."""

    def above(at: int, node: str) -> float | None:
        """The middle of what a link hangs on above this row."""
        if (at, n - 1) in lanes:
            return lanes[at, n - 1]
        other = links[at].start if links[at].end == node else links[at].end
        return boxes[other].x + BOX[0] / 2 if other in boxes else None

    wishes: list[tuple[float, int, Node | int]] = []
    for order, node in enumerate(nodes):
        hangs = [x for at, link in enumerate(links) if node.id in (link.start, link.end)
                 if (x := above(at, node.id)) is not None]  # fmt: skip
        wishes.append((sum(hangs) / len(hangs) if hangs else float("inf"), order, node))
    for at, link in enumerate(links):
        first, last = sorted((row[link.start], row[link.end]))
        if first < n < last:
            upper = link.start if row[link.start] == first else link.end
            middle = lanes[at, n - 1] if (at, n - 1) in lanes else boxes[upper].x + BOX[0] / 2
            wishes.append((middle, at, at))
    free = float(_LEFT)
    for wish, _, each in sorted(wishes, key=lambda w: w[:2]):
        width = _LANE if isinstance(each, int) else BOX[0]
        x = free if wish == float("inf") else max(free, wish - width / 2)
        if isinstance(each, int):
            lanes[each, n] = x + width / 2
        else:
            boxes[each.id] = Box(each, x, float(n * (BOX[1] + _GAP[1])))
        free = x + width + _GAP[0]


def _ways(
    links: Iterable[Link], row: Mapping[str, int], boxes: Mapping[str, Box], lanes: Mapping[tuple[int, int], float]
) -> Iterable[Way]:
    taken: list[tuple[float, float]] = []
    for at, link in enumerate(links):
        curves = _curves(at, link, row, boxes, lanes)
        spots = [_on(curve, t) for t in (0.5, 0.35, 0.65, 0.25, 0.75) for curve in curves]
        spot = next((s for s in spots if _is_free(s, taken, boxes.values())), spots[0])
        taken.append(spot)
        words = []
        for n, ((x, y), (x1, y1), (x2, y2), (x3, y3)) in enumerate(curves):
            words.append(f"{'L' if n else 'M'}{x:g} {y:g}C{x1:g} {y1:g} {x2:g} {y2:g} {x3:g} {y3:g}")
        yield Way(link, "".join(words), (round(spot[0], 1), round(spot[1], 1)))


def _curves(
    at: int, link: Link, row: Mapping[str, int], boxes: Mapping[str, Box], lanes: Mapping[tuple[int, int], float]
) -> list[_Curve]:
    """The curves of a way from its start to its end, one for each gap between rows; in between it runs straight."""
    down = row[link.start] <= row[link.end]
    upper, lower = (link.start, link.end) if down else (link.end, link.start)
    x, y = boxes[upper].x + BOX[0] / 2, boxes[upper].y + BOX[1]
    to_x = boxes[lower].x + BOX[0] / 2
    if row[upper] == row[lower]:  # round below
        return [((x, y), (x, y + _GAP[1] * 0.8), (to_x, y + _GAP[1] * 0.8), (to_x, y))]
    curves: list[_Curve] = []
    for n in range(row[upper] + 1, row[lower] + 1):
        next_x, next_y = lanes.get((at, n), to_x), float(n * (BOX[1] + _GAP[1]))
        bend = _GAP[1] / 2
        curves.append(((x, y), (x, y + bend), (next_x, next_y - bend), (next_x, next_y)))
        x, y = next_x, next_y + BOX[1]
    return curves if down else [(d, c, b, a) for a, b, c, d in reversed(curves)]


def _on(points: _Curve, t: float) -> tuple[float, float]:
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
