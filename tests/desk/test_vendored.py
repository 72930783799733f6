"""What is not ours is listed, with its version, its licence and the hash of each file; and the map's ground is the one that was built."""

import hashlib
import itertools
import json
import tomllib
from pathlib import Path

from recoupe.desk.desk import STATIC

VENDOR = STATIC / "vendor"
LISTED = tomllib.loads((VENDOR / "VENDORED.toml").read_text("utf-8"))
RESOURCES = Path(__file__).parents[2] / "resources"


def sha256(path: Path) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest()


def test_every_file_is_listed_as_it_is() -> None:
    files = {name: sha for library in LISTED.values() for name, sha in library["files"].items()}
    assert files == {path.name: sha256(path) for path in VENDOR.iterdir() if path.name != "VENDORED.toml"}
    assert all(library.keys() == {"package", "version", "licence", "files"} for library in LISTED.values())


def test_the_ground_of_the_map_is_the_one_that_was_built() -> None:
    file = STATIC / "borders.geojson"
    rings = [
        r for f in json.loads(file.read_text("utf-8"))["features"] for p in f["geometry"]["coordinates"] for r in p
    ]
    assert all(abs(a[0] - b[0]) < 180 for ring in rings for a, b in itertools.pairwise(ring))  # none around the world
    assert sha256(file) == (RESOURCES / "borders.sha256").read_text("utf-8").strip()
    assert file.stat().st_size <= 400_000
    features = json.loads(file.read_text("utf-8"))["features"]
    codes = [each["properties"]["code"] for each in features if each["properties"]["code"]]
    assert {"SY", "IQ", "YE", "UA", "SD", "SS", "CD", "CF", "PS", "IL", "LB", "ML", "BF", "MM", "AF"} <= set(codes)
    for each in features:
        for ring in (ring for polygon in each["geometry"]["coordinates"] for ring in polygon):
            assert ring[0] == ring[-1]
            assert len(ring) >= 4
