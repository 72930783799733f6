"""The entries of places-alias.toml, joined to the places of GeoNames or added to them."""

import sys
import tomllib
from collections import defaultdict
from pathlib import Path
from typing import Any

from places_rows import Row, distance

from recoupe.gazetteers.countries import Countries
from recoupe.gazetteers.keys import key, weak_key

FILE = Path(__file__).parent / "places-alias.toml"

RANKS = {"settlement": 50, "point": 38, "district": 40, "region": 50, "wide": 70}
"""The kinds of place, and the rank of each where the entry gives none."""

_SAME_TOWN_KM = 12.0
_SAME_UNIT_KM = 350.0
_NAMESAKE_KM = 90.0

LANGUAGES = ("en", "fr", "ru", "ar")

_Near = dict[tuple[str, str], list[Row]]


def merge(rows: dict[int, Row], countries: Countries) -> None:
    """Adds our entries to `rows`: names for a place that GeoNames has, else a place of ours.

    Exits with a sentence on an entry that cannot be; prints towns that may be the same but are too far apart.
    """
    near = _by_key(rows)
    ours: dict[str, Row] = {}
    parents: list[tuple[Row, str]] = []
    for code, entries in tomllib.loads(FILE.read_text("utf-8")).items():
        if code != "wide" and code not in countries.codes():
            sys.exit(f"places-alias.toml [{code}]: there is no such country")
        for slug, entry in entries.items():
            if slug in ours:
                sys.exit(f"places-alias.toml [{code}] {slug}: the id is taken")
            row = _row(-len(ours) - 1, slug, None if code == "wide" else code, entry)
            same = _twin(row, near)
            if same is None:
                _report_namesakes(row, near)
                rows[row.number] = row
            else:
                _join(same, row, keep_spot=row.precision == "settlement" and not entry.get("exact"))
            ours[slug] = same or row
            if "in" in entry:
                parents.append((ours[slug], entry["in"]))
    for row, holder in parents:
        if holder not in ours:
            sys.exit(f"places-alias.toml {row.slug}: its parent {holder!r} is not in the file")
        above = ours[holder]
        chain = [*row.parents, above.number, *above.parents]
        row.parents = [number for number in dict.fromkeys(chain) if number != row.number]


def _by_key(rows: dict[int, Row]) -> _Near:
    """The rows by country and key; a weak key is marked with ~."""
    near: _Near = defaultdict(list)
    for row in rows.values():
        codes = {key(name) for name in row.main | row.other}
        if row.precision == "settlement":
            codes |= {"~" + weak for name in row.main | row.other if (weak := weak_key(name))}
        for code in codes:
            near[(row.country or "", code)].append(row)
    return near


def _row(number: int, slug: str, country: str | None, entry: dict[str, Any]) -> Row:
    kind = entry.get("kind", "settlement")
    written = {lang: entry.get(lang, "").replace("’", "'").split(";") for lang in LANGUAGES}
    names = {lang: [n.strip() for n in group if n.strip()] for lang, group in written.items()}
    if kind not in RANKS or not names["en"]:
        sys.exit(f"places-alias.toml {slug}: it needs 'en' and a known kind")
    lat, lon = entry.get("at", (None, None))
    english = names["en"][0]
    row = Row(number, slug, english, (names["fr"] or [english])[0], country, lat, lon, kind, RANKS[kind])
    row.rank = entry.get("rank", row.rank)
    row.main = {name for group in names.values() for name in group}
    return row


def _twin(row: Row, near: _Near) -> Row | None:
    """The GeoNames row to which an entry of ours only gives names, or None."""
    if row.precision not in ("settlement", "region", "district"):
        return None
    reach = _SAME_TOWN_KM if row.precision == "settlement" else _SAME_UNIT_KM
    strong = {key(name) for name in row.main}
    weak = {"~" + code for name in row.main if (code := weak_key(name))}
    for codes in (strong, weak):
        found = {
            other.number: other
            for code in codes
            for other in near.get((row.country or "", code), ())
            if other.precision == row.precision and other.slug is None and distance(row, other) < reach
        }
        if found:
            return min(found.values(), key=lambda other: (-other.rank, distance(row, other), other.number))
    return None


def _join(same: Row, row: Row, *, keep_spot: bool) -> None:
    same.name, same.name_fr = row.name, row.name_fr
    same.other = (same.other | same.main) - row.main
    same.main = row.main
    same.rank = max(same.rank, row.rank)
    if not keep_spot:
        same.lat, same.lon = row.lat, row.lon


def _report_namesakes(row: Row, near: _Near) -> None:
    """Prints towns of the same name that are a little too far away: a slip in the coordinates, or another town."""
    if row.precision != "settlement":
        return
    others = {other.number: other for name in row.main for other in near.get((row.country or "", key(name)), ())}
    for other in others.values():
        if other.precision == "settlement" and distance(row, other) < _NAMESAKE_KM:
            print(f"{row.country} {row.slug} ({row.lat}, {row.lon}): {other.name} is at {other.lat}, {other.lon}")
