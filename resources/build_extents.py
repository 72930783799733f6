"""Builds src/recoupe/gazetteers/data/extents.toml from places.sqlite: how far the places of each country reach.

    python resources/build_extents.py

The outermost hundredth on each side is left out, so that no far island stretches a country.
"""

import sqlite3
from collections import defaultdict
from pathlib import Path

DATA = Path(__file__).parent.parent / "src/recoupe/gazetteers/data"
_HEAD = "# South, west, north, east of where a country's places are, in degrees. Built by resources/build_extents.py.\n"


def edges(values: list[int]) -> tuple[float, float]:
    """Lower and upper edge in degrees of values in hundredths, the outermost hundredth left out."""
    values.sort()
    cut = len(values) // 100
    return values[cut] / 100, values[-1 - cut] / 100


def main() -> None:
    """Writes the file."""
    found: dict[str, tuple[list[int], list[int]]] = defaultdict(lambda: ([], []))
    base = sqlite3.connect(f"{(DATA / 'places.sqlite').as_uri()}?mode=ro", uri=True)
    for country, lat, lon in base.execute("SELECT country, lat, lon FROM place WHERE country IS NOT NULL"):
        found[country][0].append(lat)
        found[country][1].append(lon)
    lines = []
    for country, (lats, lons) in sorted(found.items()):
        (south, north), (west, east) = edges(lats), edges(lons)
        lines.append(f"{country} = [{south:.1f}, {west:.1f}, {north:.1f}, {east:.1f}]\n")
    (DATA / "extents.toml").write_text(_HEAD + "".join(lines), "utf-8")


if __name__ == "__main__":
    main()
