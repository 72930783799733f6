"""The lines by which lists show incidents: kept, and found again by what a person asks."""

from collections.abc import Iterable, Sequence
from dataclasses import asdict, dataclass
from typing import Any, Literal, NamedTuple

from sqlalchemy import ColumnElement, Connection, Integer, cast, delete, false, func, or_, select, union_all

from recoupe import gazetteers
from recoupe.model.digest import Digest
from recoupe.model.incident import Incident
from recoupe.store import schema
from recoupe.store.filters import Filter, days_conditions, places_meant
from recoupe.store.incident_rows import incident_of
from recoupe.store.words import Term, folded, in_name, incidents_telling, terms

Order = Literal["date", "newest", "worth", "killed", "documents"]
_D, _I = schema.digests.c, schema.incidents.c
_NAMED = schema.digests.alias("named").c
_ORDERS: dict[Order, tuple[Any, ...]] = {
    "date": (_D.date_from.is_(None), _D.date_from, _D.incident),
    "newest": (_D.date_from.desc(), _D.incident.desc()),  # in SQLite nothing is less than all else
    "worth": (_D.worth.desc(), _D.incident),
    "killed": (_D.killed_high.is_(None), _D.killed_high.desc(), _D.incident),
    "documents": (_D.documents.desc(), _D.incident),
}


class Line(NamedTuple):
    """One line of a list, with where and when."""

    digest: Digest
    kind: str
    place: str | None
    """Its id."""
    country: str | None
    lat: float | None
    lon: float | None
    precision: str | None
    date_from: str | None
    date_to: str | None


class Spot(NamedTuple):
    """All incidents of one place."""

    place: str
    country: str | None
    lat: float | None
    lon: float | None
    precision: str
    incidents: int
    disputed: int
    incident: str
    """The id of one of them."""
    name: str
    name_fr: str
    """What the place is called; where only one incident is there, what that is called."""


class Answer(NamedTuple):
    """One incident that answers."""

    incident: str
    day: str | None
    """The first one."""
    place: str | None
    """Its id."""
    precision: str | None
    disputed: bool


@dataclass(frozen=True, slots=True)
class Asked:
    """What a person asks of incidents; None asks nothing. All that is asked must hold."""

    kind: str | None = "incident"
    place: str | None = None
    at: str | None = None
    """The id of a place: just there, not in it."""
    date_from: str | None = None
    date_to: str | None = None
    party: str | None = None
    effect: str | None = None
    grade: str | None = None
    """A grade, or `none` for those without."""
    disputed: bool | None = None
    language: str | None = None
    reviewed: bool | None = None
    """Whether every Figure has been judged."""
    words: str | None = None
    """Words of its name and parties, or of the title, text and names of one of its Documents."""
    order: Order = "date"


def undigested(connection: Connection) -> list[str]:
    """The ids of the incidents that have no line yet."""
    # in no order of SQLite's, which would go through the incidents themselves, not through an index of them
    asked = select(_I.id).where(_I.id.not_in(select(_D.incident)))
    return sorted(connection.execute(asked).scalars())


def keep(connection: Connection, digest: Digest) -> None:
    """Keeps the line of an incident; what a list asks of the incident itself is kept with it."""
    about = connection.execute(select(_I.body).where(_I.id == digest.incident)).scalar_one()
    connection.execute(schema.digests.insert().prefix_with("OR REPLACE"), digest_row(digest, incident_of(about)))


def digest_row(digest: Digest, incident: Incident) -> dict[str, Any]:
    """The row of `digests`."""
    row = asdict(digest)
    for name in ("effects", "parties", "languages"):
        row[name] = _barred(row[name])
    place = incident.place
    held = (place.id, *place.parents, f"country-{place.country}") if place else ()
    row |= {"kind": incident.kind, "date_from": incident.date_from, "date_to": incident.date_to}
    row |= {name: getattr(place, name, None) for name in ("country", "lat", "lon", "precision")}
    called = (digest.label_fr, digest.label_en, *digest.parties)
    return row | {
        "place": place.id if place else None,
        "places": _barred(dict.fromkeys(held)),
        "search": f" {folded(' '.join(called))} ",
    }


def drop(connection: Connection, incidents: Sequence[str]) -> None:
    """Takes out the lines of incidents that have changed."""
    connection.execute(delete(schema.digests).where(_D.incident.in_(incidents)))


def lines(connection: Connection, asked: Asked, *, first: int, most: int) -> list[Line]:
    """The lines that answer, from number `first` on, at most so many."""
    statement = select(schema.digests).where(*_conditions(asked, connection))
    statement = statement.order_by(*_ORDERS[asked.order]).offset(first).limit(most)
    return [_line(row) for row in connection.execute(statement).mappings()]


def answers(connection: Connection, asked: Asked) -> list[Answer]:
    """All incidents that answer, in order: to be counted, laid along time, and shown page by page."""
    columns = (_D.incident, _D.date_from, _D.place, _D.precision, _D.conflicts > 0)
    statement = select(*columns).where(*_conditions(asked, connection)).order_by(*_ORDERS[asked.order])
    return list(map(Answer._make, connection.execute(statement).all()))


def lines_of(connection: Connection, incidents: Sequence[str]) -> list[Line]:
    """The lines of these incidents, in their order."""
    rows = connection.execute(select(schema.digests).where(_D.incident.in_(incidents))).mappings()
    by_id = {row["incident"]: _line(row) for row in rows}
    return [by_id[each] for each in incidents if each in by_id]


def spots(connection: Connection, asked: Asked) -> list[Spot]:
    """The places of the incidents that answer, those with most of them first."""
    disputed = func.sum(cast(_D.conflicts > 0, Integer)).label("disputed")
    counts = select(func.min(_D.incident).label("incident"), func.count().label("incidents"), disputed)
    here = counts.where(_D.place.is_not(None), *_conditions(asked, connection)).group_by(_D.place).subquery()
    # what is the same for all of a place is looked up once
    columns = (_D.place, _D.country, _D.lat, _D.lon, _D.precision, *here.c["incidents", "disputed", "incident"])
    found = select(*columns, _D.label_en, _D.label_fr).join(here, here.c.incident == _D.incident)
    rows = connection.execute(found.order_by(here.c.incidents.desc(), _D.place)).all()
    called = names_of(connection, [row[0] for row in rows if row[5] > 1])
    return [Spot(*row[:8], *(called.get(row[0]) or (row[8], row[9]))) for row in rows]


def names_of(connection: Connection, places: Sequence[str]) -> dict[str, tuple[str, str]]:
    """What these places are called, in English and in French, by their ids."""
    p, countries = schema.places.c, gazetteers.load().countries
    rows = connection.execute(select(p.id, p.name, p.name_fr).where(p.id.in_(places)))
    found = {row.id: (row.name, row.name_fr or row.name) for row in rows}
    for each in places:
        code = each.removeprefix("country-")
        if code != each and code in countries.codes():
            found[each] = (countries.record(code).name, countries.record(code).name_fr)
    return found


def count(connection: Connection, asked: Asked) -> int:
    """How many incidents answer."""
    statement = select(func.count()).select_from(schema.digests)
    return int(connection.execute(statement.where(*_conditions(asked, connection))).scalar_one())


def _conditions(asked: Asked, connection: Connection) -> list[ColumnElement[bool]]:
    """The cheap ones first: SQLite looks at them in this order."""
    found: list[ColumnElement[bool]] = days_conditions(
        Filter(date_from=asked.date_from, date_to=asked.date_to), _D.date_from, _D.date_to
    )
    if asked.kind:
        found.append(_D.kind == asked.kind)
    if asked.at:
        found.append(_D.place == asked.at)
    if asked.disputed is not None:
        found.append(_D.conflicts > 0 if asked.disputed else _D.conflicts == 0)
    if asked.reviewed is not None:
        found.append(_D.judged >= _D.figures if asked.reviewed else _D.judged < _D.figures)
    if asked.grade:
        found.append(_D.grade.is_(None) if asked.grade == "none" else _D.grade == asked.grade)
    if asked.effect:
        found.append(_has(_D.effects, asked.effect))
    if asked.language:
        found.append(_has(_D.languages, asked.language))
    if asked.place:
        found.append(_at(asked.place))
    if asked.party:
        found.append(_by(asked.party, connection))
    if asked.words:
        found.append(_says(asked.words))
    return found


def _at(words: str) -> ColumnElement[bool]:
    """True of incidents at a place of that name, or in one; also of those whose name holds the words."""
    meant = [_has(_D.places, each) for each in sorted(places_meant(words))]
    term = Term(folded(words), begins=True)
    return or_(false(), *meant, *([term.is_in(_D.search)] if term.words else []))


def _by(words: str, connection: Connection) -> ColumnElement[bool]:
    """True of incidents of a party whose English or French name holds the words."""
    asked = folded(words)
    held = connection.execute(select(_D.parties).where(_D.parties != "").distinct()).scalars()
    names = {name for row in held for name in row.split("|") if name}
    e = schema.entities.c
    known = connection.execute(select(e.name, e.name_fr).where(e.name.in_(sorted(names)), e.name_fr.is_not(None)))
    called = [(name, name) for name in names] + [(row.name, row.name_fr) for row in known]
    meant = {name for name, said in called if asked and f" {asked}" in f" {folded(said)}"}
    return or_(false(), *(_has(_D.parties, name) for name in sorted(meant)))


def _says(words: str) -> ColumnElement[bool]:
    """True of incidents whose name and parties hold the words, or of which one Document does."""
    asked = terms(words)
    if not asked:
        return false()
    named = select(_NAMED.incident).where(in_name(asked, _NAMED.search))
    # one list of both: with OR, the names of all incidents would be looked at in no good order
    return _D.incident.in_(union_all(named, incidents_telling(asked)))


def _has(column: ColumnElement[str], value: str) -> ColumnElement[bool]:
    """True where a value stands in a column between bars."""
    return func.instr(column, f"|{value}|") > 0


def _barred(values: Iterable[str]) -> str:
    return f"|{'|'.join(values)}|" if (values := tuple(values)) else ""


def _line(row: Any) -> Line:
    about = {name: row[name] for name in Digest.__dataclass_fields__}
    for name in ("effects", "parties", "languages"):
        about[name] = tuple(part for part in about[name].split("|") if part)
    return Line(Digest(**about), *(row[name] for name in Line._fields[1:]))
