"""Builds src/recoupe/desk/static/borders.geojson from Natural Earth's countries: the ground of the desk's map.

    python resources/build_borders.py countries-50m.json

The file is that of world-atlas 2.0.2 on npm (Natural Earth 4.1.0, 1:50m, as TopoJSON; public domain). Lines are simplified by the area
that a point makes with its neighbours (Visvalingam), each line between two countries once, so that neighbours still meet; finer where
countries are those of wars (`places_geonames.ALL_PLACES`), whose places the gazetteer holds in full. Antarctica is left out.
"""

import heapq
import json
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from places_geonames import ALL_PLACES

from recoupe.gazetteers.countries import Countries

OUT = Path(__file__).parent.parent / "src/recoupe/desk/static/borders.geojson"
_FINE, _COARSE = 0.0018, 0.06
"""Square degrees of the smallest triangle that stays."""
_SMALLEST = 0.1
"""Square degrees of the smallest island that stays, where its country has a larger part and is none of those."""
_ANTARCTICA = "010"

_SHORTENED = {
    "Bosnia and Herz.": "BA",
    "Central African Rep.": "CF",
    "Dem. Rep. Congo": "CD",
    "Dominican Rep.": "DO",
    "Eq. Guinea": "GQ",
    "S. Sudan": "SS",
    "Solomon Is.": "SB",
    "W. Sahara": "EH",
}
"""Names that the file shortens."""

Point = tuple[float, float]


def main() -> None:
    """Writes the file."""
    topology = json.loads(Path(sys.argv[1]).read_text("utf-8"))
    countries = Countries()
    units = [unit for unit in topology["objects"]["countries"]["geometries"] if unit.get("id") != _ANTARCTICA]
    fine = set()
    for unit in units:
        code = _code(unit, countries)
        if code in ALL_PLACES:
            fine.update(index if index >= 0 else ~index for ring in _rings(unit) for index in ring)
    lines = [_simplified(arc, _FINE if n in fine else _COARSE) for n, arc in enumerate(_lines(topology))]
    features = []
    for unit in units:
        name = unit["properties"]["name"]
        code = _code(unit, countries)
        record = countries.record(code) if code else None
        polygons = [[_ring(ring, lines) for ring in polygon] for polygon in _polygons(unit)]
        largest = max((abs(_area(polygon[0])) for polygon in polygons), default=0.0)
        kept = [
            p for p in polygons if len(p[0]) > 3 and (code in ALL_PLACES or abs(_area(p[0])) >= min(_SMALLEST, largest))
        ]
        if not kept:
            continue
        features.append(
            {
                "type": "Feature",
                "properties": {
                    "code": code or "",
                    "en": record.name if record else name,
                    "fr": record.name_fr if record else name,
                }
                | ({"at": [record.lon, record.lat]} if record else {}),
                "geometry": {
                    "type": "MultiPolygon",
                    "coordinates": [[_unbroken(r) for r in p if len(r) > 3] for p in kept],
                },
            }
        )
    features.sort(key=lambda feature: str(feature["properties"]["en"]))  # type: ignore[index]
    text = json.dumps({"type": "FeatureCollection", "features": features}, ensure_ascii=False, separators=(",", ":"))
    OUT.write_text(text + "\n", "utf-8")
    print(f"{len(features)} countries, {len(text.encode()) / 1000:.0f} KB")


def _code(unit: dict[str, Any], countries: Countries) -> str | None:
    name = unit["properties"]["name"]
    return _SHORTENED.get(name) or countries.by_name(name)


def _lines(topology: dict[str, Any]) -> list[list[Point]]:
    """The arcs in degrees; each point is given by what it adds to the one before."""
    (across, up), (west, south) = topology["transform"]["scale"], topology["transform"]["translate"]
    found = []
    for arc in topology["arcs"]:
        x = y = 0
        line = []
        for dx, dy in arc:
            x, y = x + dx, y + dy
            line.append((round(x * across + west, 2), round(y * up + south, 2)))
        found.append(line)
    return found


def _polygons(unit: dict[str, Any]) -> list[list[list[int]]]:
    if unit["type"] == "Polygon":
        return [unit["arcs"]]
    return unit["arcs"] if unit["type"] == "MultiPolygon" else []


def _rings(unit: dict[str, Any]) -> list[list[int]]:
    return [ring for polygon in _polygons(unit) for ring in polygon]


def _ring(arcs: Sequence[int], lines: Sequence[list[Point]]) -> list[Point]:
    found: list[Point] = []
    for index in arcs:
        line = lines[index] if index >= 0 else lines[~index][::-1]
        found.extend(line[1:] if found else line)
    return found


def _unbroken(ring: Sequence[Point]) -> list[Point]:
    """The ring with degrees beyond 180 where it crosses the date line, so that no line is drawn around the world."""
    found = [ring[0]]
    for lon, lat in ring[1:]:
        turns = round((found[-1][0] - lon) / 360)
        found.append((round(lon + 360 * turns, 2), lat))
    return found


def _simplified(line: list[Point], smallest: float) -> list[Point]:
    """The line without the points that make the smallest triangles; its ends stay, and of a closed one two more."""
    keep = 4 if line[0] == line[-1] else 2
    before = [n - 1 for n in range(len(line))]
    after = [n + 1 for n in range(len(line))]

    def weight(n: int) -> float:
        return abs(_area([line[before[n]], line[n], line[after[n]]]))

    heap = [(weight(n), n) for n in range(1, len(line) - 1)]
    weights = {n: w for w, n in heap}
    heapq.heapify(heap)
    while heap and len(weights) + 2 > keep:
        w, n = heapq.heappop(heap)
        if weights.get(n) != w:
            continue
        if w >= smallest:
            break
        del weights[n]
        left, right = before[n], after[n]
        after[left], before[right] = right, left
        for m in (left, right):
            if m in weights:
                weights[m] = max(w, weight(m))
                heapq.heappush(heap, (weights[m], m))
    return [line[0], *(line[n] for n in sorted(weights)), line[-1]]


def _area(ring: Sequence[Point]) -> float:
    pairs = zip(ring, [*ring[1:], ring[0]], strict=True)
    return sum(a[0] * b[1] - b[0] * a[1] for a, b in pairs) / 2


if __name__ == "__main__":
    main()
