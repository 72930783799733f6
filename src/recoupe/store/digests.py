"""The lines by which lists show incidents: kept, and found again by what a person asks."""

from collections.abc import Sequence
from dataclasses import asdict, dataclass
from typing import Any, Literal, NamedTuple

from sqlalchemy import ColumnElement, Connection, delete, func, or_, select

from recoupe.model.digest import Digest
from recoupe.store import schema
from recoupe.store.filters import Filter, days_conditions, places_meant
from recoupe.text import bare

Order = Literal["date", "newest", "worth", "killed", "documents"]
_D, _I = schema.digests.c, schema.incidents.c


class Line(NamedTuple):
    """One line of a list, with where and when."""

    digest: Digest
    kind: str
    country: str | None
    lat: float | None
    lon: float | None
    precision: str | None
    date_from: str | None
    date_to: str | None


@dataclass(frozen=True, slots=True)
class Asked:
    """What a person asks of incidents; None asks nothing. All that is asked must hold."""

    kind: str | None = "incident"
    place: str | None = None
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
    """Words of its name, its parties, or the texts of its Documents."""
    order: Order = "date"


def undigested(connection: Connection) -> list[str]:
    """The ids of the incidents that have no line yet."""
    asked = select(_I.id).outerjoin(schema.digests, _D.incident == _I.id).where(_D.incident.is_(None))
    return list(connection.execute(asked.order_by(_I.id)).scalars())


def keep(connection: Connection, digest: Digest) -> None:
    """Keeps the line of an incident."""
    row = asdict(digest)
    for name in ("effects", "parties", "languages"):
        row[name] = f"|{'|'.join(row[name])}|" if row[name] else ""
    connection.execute(schema.digests.insert().prefix_with("OR REPLACE"), row)


def drop(connection: Connection, incidents: Sequence[str]) -> None:
    """Takes out the lines of incidents that have changed."""
    connection.execute(delete(schema.digests).where(_D.incident.in_(incidents)))


def lines(connection: Connection, asked: Asked, *, first: int, most: int) -> list[Line]:
    """The lines that answer, from number `first` on, at most so many."""
    orders: dict[Order, tuple[Any, ...]] = {
        "date": (_I.date_from.is_(None), _I.date_from, _I.id),
        "newest": (_I.date_from.is_(None), _I.date_from.desc(), _I.id),
        "worth": (_D.worth.desc(), _I.id),
        "killed": (_D.killed_high.is_(None), _D.killed_high.desc(), _I.id),
        "documents": (_D.documents.desc(), _I.id),
    }
    columns = (*schema.digests.c, _I.kind, _I.country, _I.lat, _I.lon, _I.date_from, _I.date_to)
    precision = func.json_extract(_I.body, "$.place.precision").label("precision")
    statement = select(*columns, precision).join(schema.incidents, _I.id == _D.incident)
    statement = (
        statement.where(*_conditions(asked, connection)).order_by(*orders[asked.order]).offset(first).limit(most)
    )
    return [_line(row) for row in connection.execute(statement).mappings()]


def count(connection: Connection, asked: Asked) -> int:
    """How many incidents answer."""
    statement = select(func.count()).select_from(schema.digests).join(schema.incidents, _I.id == _D.incident)
    return int(connection.execute(statement.where(*_conditions(asked, connection))).scalar_one())


def _conditions(asked: Asked, connection: Connection) -> list[ColumnElement[bool]]:
    found: list[ColumnElement[bool]] = days_conditions(
        Filter(date_from=asked.date_from, date_to=asked.date_to), _I.date_from, _I.date_to
    )
    if asked.kind:
        found.append(_I.kind == asked.kind)
    if asked.place:
        found.append(_at(asked.place))
    if asked.party:
        found.append(func.lower(_D.parties).contains(asked.party.lower(), autoescape=True))
    if asked.effect:
        found.append(_D.effects.contains(f"|{asked.effect}|", autoescape=True))
    if asked.grade:
        found.append(_D.grade.is_(None) if asked.grade == "none" else _D.grade == asked.grade)
    if asked.disputed is not None:
        found.append(_D.conflicts > 0 if asked.disputed else _D.conflicts == 0)
    if asked.language:
        found.append(_D.languages.contains(f"|{asked.language}|", autoescape=True))
    if asked.reviewed is not None:
        found.append(_D.judged >= _D.figures if asked.reviewed else _D.judged < _D.figures)
    if asked.words:
        found.append(_says(asked.words))
    return found


def _at(words: str) -> ColumnElement[bool]:
    """True of incidents at a place of that name, or in one."""
    meant = sorted(places_meant(words))
    inside = [_I.body.contains(f'"{identity}"', autoescape=True) for identity in meant]
    countries = [_I.country == each.removeprefix("country-") for each in meant if each.startswith("country-")]
    named = [func.lower(label).contains(words.lower(), autoescape=True) for label in (_D.label_fr, _D.label_en)]
    return or_(*inside, *countries, *named)


def _says(words: str) -> ColumnElement[bool]:
    """True of incidents whose name or parties hold the words."""
    asked = bare(words)
    named = (_D.label_fr, _D.label_en, _D.parties)
    return or_(*(func.lower(each).contains(part, autoescape=True) for each in named for part in {words.lower(), asked}))


def _line(row: Any) -> Line:
    about = {name: row[name] for name in Digest.__dataclass_fields__}
    for name in ("effects", "parties", "languages"):
        about[name] = tuple(part for part in about[name].split("|") if part)
    return Line(Digest(**about), *(row[name] for name in Line._fields[1:]))
