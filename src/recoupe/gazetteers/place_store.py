"""The file of places: read-only SQLite, opened at the first question, with its records kept once read."""

import sqlite3
from functools import cached_property, lru_cache
from importlib import resources
from typing import NamedTuple

from recoupe.errors import DataError
from recoupe.gazetteers.tables import data_file
from recoupe.model.annotation import Place, PlacePrecision

PRECISIONS: tuple[PlacePrecision, ...] = ("point", "settlement", "district", "region", "country", "wide")
"""The file holds a precision as an index into this."""

SCHEMA = """
CREATE TABLE place (
    number INTEGER PRIMARY KEY, slug TEXT, name TEXT NOT NULL, name_fr TEXT, country TEXT,
    lat INTEGER, lon INTEGER, precision INTEGER NOT NULL, parents TEXT, rank INTEGER NOT NULL
) STRICT;
CREATE TABLE strong (
    key TEXT NOT NULL, number INTEGER NOT NULL, grade INTEGER NOT NULL, PRIMARY KEY (key, number)
) STRICT, WITHOUT ROWID;
CREATE TABLE weak (
    key TEXT NOT NULL, number INTEGER NOT NULL, PRIMARY KEY (key, number)
) STRICT, WITHOUT ROWID;
"""

_CACHED = 1 << 16
_GRADE_COST = (0.0, 0.8, 2.0)
_PRECISION_COST = {"region": 1.0, "district": 1.3}


class Candidate(NamedTuple):
    """A place that a name may mean, and how well it is known by that name."""

    place: Place
    rank: int
    """Prominence, about ten times the logarithm of the population."""
    grade: int
    """0 a usual name, 1 another name, 2 only a like sound."""

    @property
    def prior(self) -> float:
        """What speaks for it before anything is known of the text; a town goes before the region named after it."""
        return self.rank / 10 - _GRADE_COST[self.grade] - _PRECISION_COST.get(self.place.precision, 0.0)


class PlaceStore:
    """What the file holds, by key and by id."""

    def __init__(self) -> None:
        """Opens nothing yet."""
        self.place = lru_cache(_CACHED)(self._place)
        self.strong = lru_cache(_CACHED)(self._strong)
        self.weak = lru_cache(_CACHED)(self._weak)

    @cached_property
    def _base(self) -> sqlite3.Connection:
        try:
            with resources.as_file(data_file("places.sqlite")) as path:
                base = sqlite3.connect(
                    f"{path.absolute().as_uri()}?mode=ro&immutable=1", uri=True, check_same_thread=False
                )
            base.execute("SELECT 1 FROM strong LIMIT 1").fetchone()
        except (sqlite3.Error, OSError):
            raise DataError("gazetteers/places.sqlite is missing or damaged") from None
        return base

    def _place(self, identity: str) -> Place | None:
        """The place of that id, or None."""
        if identity.startswith("gn-") and identity[3:].isdecimal():
            return self._one("number = ?", int(identity[3:]))
        return self._one("slug = ?", identity.removeprefix("place-"))

    def _one(self, where: str, value: int | str) -> Place | None:
        row = self._base.execute(f"SELECT {_COLUMNS} FROM place p WHERE {where}", (value,)).fetchone()  # noqa: S608
        return None if row is None else self._record(row)

    def _strong(self, key: str) -> tuple[Candidate, ...]:
        """The places of which this is a strong key, in no order."""
        return self._candidates("strong", "k.grade", key)

    def _weak(self, key: str) -> tuple[Candidate, ...]:
        """The places of which this is a weak key, in no order."""
        return self._candidates("weak", "2", key)

    def _candidates(self, table: str, grade: str, key: str) -> tuple[Candidate, ...]:
        if len(key) < 2:
            return ()
        question = f"SELECT {_COLUMNS}, p.rank, {grade} FROM {table} k JOIN place p USING (number) WHERE k.key = ?"  # noqa: S608
        rows = self._base.execute(question, (key,)).fetchall()
        return tuple(Candidate(self._record(row), row[9], row[10]) for row in rows)

    def _record(self, row: tuple[object, ...]) -> Place:
        number, slug, name, name_fr, country, lat, lon, precision, parents = row[:9]
        above = tuple(self._name_of(int(n)) for n in str(parents).split()) if parents else ()
        return Place(
            id=f"place-{slug}" if slug else f"gn-{number}",
            name=str(name),
            name_fr=str(name_fr or name),
            country=None if country is None else str(country),
            lat=_degrees(lat),
            lon=_degrees(lon),
            precision=PRECISIONS[int(str(precision))],
            parents=(*above, *((f"country-{country}",) if country else ())),
        )

    def _name_of(self, number: int) -> str:
        if number > 0:
            return f"gn-{number}"
        row = self._base.execute("SELECT slug FROM place WHERE number = ?", (number,)).fetchone()
        return f"place-{row[0]}"


def _degrees(hundredths: object) -> float | None:
    return hundredths / 100 if isinstance(hundredths, int) else None


_COLUMNS = "p.number, p.slug, p.name, p.name_fr, p.country, p.lat, p.lon, p.precision, p.parents"
