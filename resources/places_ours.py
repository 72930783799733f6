"""The entries of the files in places/, joined to the places of GeoNames or added to them."""

import math
import sys
import tomllib
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from places_rows import Row, distance

from recoupe.gazetteers.countries import Countries
from recoupe.gazetteers.keys import key, weak_key

FOLDER = Path(__file__).parent / "places"

RANKS = {"settlement": 50, "point": 38, "district": 40, "region": 50, "wide": 70}
"""The kinds of place, and the rank of each where the entry gives none."""

_SAME_TOWN_KM = 12.0
_SAME_UNIT_KM = 350.0
_NAMESAKE_KM = 90.0
_LONELY_KM = 150.0
_OTHER_LAND_KM = 12.0
_UNIT_KM = 60.0
_BESIDE_KM = 12.0
_REGION_KM = 120.0
_CALLED_AFTER_KM = 30.0
_SHORT = 3

LANGUAGES = ("en", "fr", "ru", "ar")

_Near = dict[tuple[str, str], list[Row]]


def merge(rows: dict[int, Row], countries: Countries) -> None:
    """Adds our entries to `rows`: names for a place that GeoNames has, else a place of ours.

    Exits with a sentence on an entry that cannot be; prints towns that may be the same but are too far apart.
    """
    near = _by_key(rows)
    towns = _Towns(rows)
    ours: dict[str, Row] = {}
    parents: list[tuple[Row, str]] = []
    holders: list[tuple[Row, str]] = []
    for label, code, slug, entry in _entries(countries):
        if slug in ours:
            sys.exit(f"{label} {slug}: the id is taken")
        row = _row(-len(ours) - 1, slug, None if code == "wide" else code, entry, label)
        same = _named(rows, entry["is"], row) if "is" in entry else _twin(row, near)
        if same is None:
            _report_namesakes(row, near)
            towns.report(row)
            rows[row.number] = row
        else:
            _join(same, row, keep_spot=row.precision == "settlement" and not entry.get("exact"))
        ours[slug] = same or row
        if "in" in entry:
            parents.append((ours[slug], entry["in"]))
        elif same is None and row.precision in ("settlement", "point", "district"):
            row.parents = towns.units_around(row)
        if "holds" in entry:
            holders.append((ours[slug], entry["holds"]))
    for row, holder in parents:
        above = ours.get(holder) or _unit(holder, row, near)
        if above is None:
            sys.exit(f"{row.slug}: its parent {holder!r} is no id of these files and no one unit of {row.country}")
        chain = [*row.parents, above.number, *above.parents]
        row.parents = [number for number in dict.fromkeys(chain) if number != row.number]
    for row, held in holders:
        for name in held.split("; "):
            unit = ours.get(name) or _unit(name, row, near, "region") or _unit(name, row, near)
            if unit is None or unit is row:
                sys.exit(
                    f"{row.slug}: {name!r}, which it holds, is no other id of these files and no unit of {row.country}"
                )
            _hold(row, unit, rows)
    towns = _Towns(rows)
    for row in ours.values():
        if row.precision == "point":
            _raise(row, towns)
    _name_alone(ours, _by_key(rows))


def _name_alone(ours: dict[str, Row], near: _Near) -> None:
    """Lets « Songo, Bandiagara » be called Songo too, where nothing else is: « Tikrit, Akkar » leaves Tikrit alone."""
    taken = {name for _, name in near}
    alone: dict[tuple[str, str], dict[int, tuple[Row, str]]] = defaultdict(dict)
    for row in ours.values():
        if row.precision not in ("settlement", "point", "district"):
            continue
        for name in row.main | row.other:
            bare, comma, _ = name.partition(",")
            code = (row.country or "", key(bare))
            if comma and len(code[1]) > _SHORT and code[1] not in taken:
                alone[code][row.number] = (row, bare.strip())
    for known in alone.values():
        for row, bare in known.values() if len(known) == 1 else ():
            row.other.add(bare)


def _hold(row: Row, unit: Row, rows: dict[int, Row]) -> None:
    """Makes a land of several units (« Darfour ») a parent of one of them, and of all that stands in it."""
    for other in rows.values():
        if other is not row and (other is unit or unit.number in other.parents):
            other.parents = [*other.parents, *(n for n in (row.number, *row.parents) if n not in other.parents)]


def _raise(row: Row, towns: "_Towns") -> None:
    """Gives a place that is called after a town beside it the town's rank: « base de Tessalit » is as sure as Tessalit."""
    for town in towns.around(row):
        if distance(row, town) > _CALLED_AFTER_KM:
            return
        if town.country == row.country and _is_called_after(row, town):
            row.rank = max(row.rank, town.rank)
            row.parents = row.parents or [town.number, *town.parents]
            return


def _is_called_after(row: Row, town: Row) -> bool:
    """Whether every name of a place holds one of the town's."""
    codes = {code for name in town.main if len(code := key(name)) > _SHORT and code.isascii()}
    return all(any(code in key(name) for code in codes) for name in row.main if key(name).isascii())


def _entries(countries: Countries) -> Iterator[tuple[str, str, str, dict[str, Any]]]:
    """File and table (`sahel.toml [ML]`), country or `wide`, id and content of each entry, file by file."""
    for file in sorted(FOLDER.glob("*.toml")):
        for code, table in tomllib.loads(file.read_text("utf-8")).items():
            label = f"{file.name} [{code}]"
            if code != "wide" and code not in countries.codes():
                sys.exit(f"{label}: there is no such country")
            for slug, entry in table.items():
                yield label, code, slug, entry


def _unit(name: str, row: Row, near: _Near, *kinds: str) -> Row | None:
    """The unit of GeoNames in the row's country that bears the name, the nearest of several; None when there is none."""
    named = near.get((row.country or "", key(name)), ())
    units = [r for r in named if r.precision in (kinds or ("region", "district"))]
    return min(units, key=lambda unit: (distance(row, unit), unit.number), default=None)


class _Towns:
    """The towns of GeoNames by the degree they stand in, to look around a place."""

    def __init__(self, rows: dict[int, Row]) -> None:
        self._cells: dict[tuple[int, int], list[Row]] = defaultdict(list)
        for row in rows.values():
            if row.precision == "settlement" and row.lat is not None and row.lon is not None:
                self._cells[math.floor(row.lat), math.floor(row.lon)].append(row)

    def around(self, row: Row) -> list[Row]:
        """The towns of the nine degrees around a place, the nearest first."""
        if row.lat is None or row.lon is None:
            return []
        lat, lon = math.floor(row.lat), math.floor(row.lon)
        cells = ((lat + i, lon + j) for i in (-1, 0, 1) for j in (-1, 0, 1))
        found = [town for cell in cells for town in self._cells.get(cell, ())]
        return sorted(found, key=lambda town: (distance(row, town), town.number))

    def units_around(self, row: Row) -> list[int]:
        """The units that both towns nearest to a place stand in: those that it stands in, too.

        Where they share none, or there are not two near by: those of a town right beside, else the one region of the next three.
        """
        at_home = [t for t in self.around(row) if t.country == row.country and t.parents]
        near = [t for t in at_home if distance(row, t) < _UNIT_KM][:2]
        shared = [unit for unit in near[0].parents if all(unit in town.parents for town in near)] if near else []
        if shared:
            return shared
        if near and distance(row, near[0]) < _BESIDE_KM:
            return list(near[0].parents)
        far = [t for t in at_home if distance(row, t) < _REGION_KM][:3]
        return [unit for unit in far[0].parents if all(unit in town.parents for town in far)] if len(far) > 1 else []

    def report(self, row: Row) -> None:
        """Prints a place that stands far from every town of its country, or among those of another: a likely slip."""
        if row.precision not in ("settlement", "point", "district"):
            return
        towns = self.around(row)
        at_home = next((town for town in towns if town.country == row.country), None)
        if at_home is None or distance(row, at_home) > _LONELY_KM:
            print(f"{row.country} {row.slug} ({row.lat}, {row.lon}): no town of the country is near")
        elif towns[0].country != row.country and distance(row, towns[0]) < _OTHER_LAND_KM < distance(row, at_home):
            print(f"{row.country} {row.slug} ({row.lat}, {row.lon}): {towns[0].name}, {towns[0].country} is near")


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


def _row(number: int, slug: str, country: str | None, entry: dict[str, Any], label: str) -> Row:
    kind = entry.get("kind", "settlement")
    written = {lang: entry.get(lang, "").replace("’", "'").split(";") for lang in LANGUAGES}
    names = {lang: [n.strip() for n in group if n.strip()] for lang, group in written.items()}
    if kind not in RANKS or not names["en"]:
        sys.exit(f"{label} {slug}: it needs 'en' and a known kind")
    lat, lon = entry.get("at", (None, None))
    english = names["en"][0]
    row = Row(number, slug, english, (names["fr"] or [english])[0], country, lat, lon, kind, RANKS[kind])
    row.rank = entry.get("rank", row.rank)
    row.main = {name for group in names.values() for name in group}
    return row


def _named(rows: dict[int, Row], number: int, row: Row) -> Row:
    """The GeoNames row that an entry says it is; exits with a sentence where there is none such in its country."""
    same = rows.get(number)
    if same is None or same.country != row.country:
        sys.exit(f"{row.slug}: {number} is no place of {row.country}")
    return same


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
