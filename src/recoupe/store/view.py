"""View: what a ledger holds, for those who only read. It shows the newest reading of every Document."""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any, NamedTuple

from sqlalchemy import Connection, Engine, RowMapping, Select, func, select

from recoupe.model.claim import Claim
from recoupe.model.decision import Decision
from recoupe.model.figure import Figure
from recoupe.model.incident import Incident
from recoupe.model.issue import Issue
from recoupe.model.reading import Reading
from recoupe.model.relay import Relay
from recoupe.stages.review.judged import Judged
from recoupe.store import decisions, digests, incidents, links, names, queries, readings, schema
from recoupe.store.database import check_ours, errors_of, open_engine
from recoupe.store.digests import Answer, Asked, Line, Spot
from recoupe.store.filters import Filter, Near, claim_conditions, figure_conditions, places_meant, source_condition
from recoupe.store.lookup import find
from recoupe.store.migrate import bring_up
from recoupe.store.records import claim_of, figure_of, issue_of
from recoupe.store.summary import Summary, summarize

_AT_ONCE = 5000
"""Ids in one question."""


class DocumentRow(NamedTuple):
    """One Document in a listing."""

    id: str
    path: str
    paths: int
    """Under how many paths the same bytes were found."""
    language: str
    published: str | None
    published_basis: str
    outlet: str | None
    title: str | None
    attributions: int
    figures: int
    claims: int
    issues: int
    version: str


class Origin(NamedTuple):
    """The Document that a record of a listing comes from."""

    id: str
    path: str
    language: str
    title: str | None
    outlet: str | None
    published: str | None
    version: str


class FigureRow(NamedTuple):
    """One Figure in a listing; `number` is its place in the Document, the 3 of « f3 »."""

    number: int
    figure: Figure
    origin: Origin


class ClaimRow(NamedTuple):
    """One Claim in a listing; `number` is its place in the Document, the 3 of « c3 »."""

    number: int
    claim: Claim
    origin: Origin


class View:
    """The reading side of a ledger file. Get it from `View.open`; close it, or use it in a `with`.

    Every method raises LedgerError when the file turns out to be damaged.
    """

    def __init__(self, path: Path, engine: Engine) -> None:
        self.path = path
        self._engine = engine

    @classmethod
    def open(cls, path: str | Path) -> "View":
        """The ledger at `path`.

        Raises LedgerError when there is none, when it is not a ledger, or comes from a newer recoupe.
        """
        file = Path(path)
        check_ours(file)
        bring_up(file)
        return cls(file, open_engine(file, write=False))

    def __enter__(self) -> "View":
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def close(self) -> None:
        """Lets go of the file."""
        self._engine.dispose()

    def find(self, words: str) -> str:
        """The id of the Document that a person means by a path, an id or the beginning of one.

        Raises InputError, with suggestions, when there is none or more than one.
        """
        with errors_of(self.path), self._engine.connect() as connection:
            return find(connection, words)

    def documents(self) -> Iterator[DocumentRow]:
        """Every Document, by path."""
        r = schema.readings.c
        counted = (schema.attributions, schema.figures, schema.claims, schema.issues)
        counts = (
            select(func.count()).where(t.c.reading == r.seq).correlate(schema.readings).scalar_subquery()
            for t in counted
        )
        path = queries.path_of(r.document).label("path")
        about = (r.language, r.published, r.published_basis, r.outlet, r.title)
        statement = select(r.document, path, queries.paths_of(r.document), *about, *counts, r.version)
        for row in self._rows(statement.where(queries.newest).order_by(path, r.document)):
            yield DocumentRow(*row.values())

    def reading(self, document: str) -> Reading:
        """The newest Reading of the Document with this id; raises KeyError when there is none."""
        found = next(self._readings(queries.reading_rows().where(schema.readings.c.document == document)), None)
        if found is None:
            raise KeyError(document)
        return found

    def readings_of(self, documents: Collection[str]) -> list[Reading]:
        """The newest Readings of the Documents with these ids, in the order of the ids; raises KeyError when one is none."""
        document = schema.readings.c.document
        found = list(self._readings(queries.reading_rows().where(document.in_(documents)).order_by(document)))
        if missing := {*documents} - {reading.document.id for reading in found}:
            raise KeyError(min(missing))
        return found

    def readings(self) -> Iterator[Reading]:
        """The newest Reading of every Document, in the order of their ids: the same however the ledger was filled."""
        return self._readings(queries.reading_rows().order_by(schema.readings.c.document))

    def figures(self, asked: Filter = Filter()) -> Iterator[FigureRow]:  # noqa: B008 (frozen)
        """The Figures that answer `asked`, by path and in reading order."""
        statement = queries.with_document(queries.figure_rows(), schema.figures.c.reading)
        with errors_of(self.path), self._engine.connect() as connection:
            statement = _asked(statement, asked, connection).where(*figure_conditions(asked, connection))
            statement = statement.order_by("path", schema.figures.c.reading, schema.figures.c.number)
            for row in _mappings(connection, statement):
                yield FigureRow(row["number"], figure_of(row, row["document"]), _origin(row))

    def claims(self, asked: Filter = Filter()) -> Iterator[ClaimRow]:  # noqa: B008 (frozen)
        """The Claims that answer `asked`, by path and in reading order."""
        statement = queries.with_document(queries.claim_rows(), schema.claims.c.reading)
        with errors_of(self.path), self._engine.connect() as connection:
            statement = _asked(statement, asked, connection).where(*claim_conditions(asked, connection))
            statement = statement.order_by("path", schema.claims.c.reading, schema.claims.c.number)
            for row in _mappings(connection, statement):
                yield ClaimRow(row["number"], claim_of(row, row["document"]), _origin(row))

    def issues(self, document: str | None = None) -> Iterator[Issue]:
        """What could not be read: first the files that gave no Document, then by path and place in the text."""
        if document is None:
            for row in self._rows(queries.refusals().order_by("path", schema.issues.c.seq)):
                yield issue_of(row, row["path"], None)
        statement = queries.with_document(select(schema.issues), schema.issues.c.reading)
        if document is not None:
            statement = statement.where(schema.readings.c.document == document)
        for row in self._rows(statement.order_by("path", schema.issues.c.reading, schema.issues.c.seq)):
            yield issue_of(row, row["path"], row["document"])

    def relays(self) -> tuple[Relay, ...]:
        """Every pair of Documents of which one relays the other, also by way of a third, by their ids."""
        with errors_of(self.path), self._engine.connect() as connection:
            return tuple(links.all_relays(connection))

    def paths(self) -> dict[str, str]:
        """The path of every Document, by its id."""
        r = schema.readings.c
        path = queries.path_of(r.document).label("path")
        return {row["document"]: row["path"] for row in self._rows(select(r.document, path).where(queries.newest))}

    def figure_ids(self, words: str) -> list[str]:
        """The ids of the Figures that a person may mean by an id, the beginning of one, or `DOCUMENT:f3`.

        Raises InputError when the part before the colon is no Document.
        """
        document, colon, short = words.rpartition(":f")
        if colon and short.isdecimal():
            reading = self.reading(self.find(document))
            return [f.id for n, f in enumerate(reading.figures, 1) if n == int(short)]
        table = schema.figures.c
        statement = select(table.id).where(table.id.startswith(words, autoescape=True)).distinct()
        return [row["id"] for row in self._rows(statement.order_by(table.id).limit(2))]

    def document_of(self, figure: str) -> str | None:
        """The id of the Document that holds the Figure with this id; None when there is no such Figure."""
        held = queries.with_document(select(schema.figures.c.id), schema.figures.c.reading)
        row = next(self._rows(held.where(schema.figures.c.id == figure).limit(1)), None)
        return None if row is None else str(row["document"])

    def incidents(self, asked: Filter = Filter()) -> Iterator[Incident]:  # noqa: B008 (frozen)
        """The Incidents of the place and the days that are asked for, by first day; those without one come last."""
        with errors_of(self.path), self._engine.connect() as connection:
            ids = incidents.every(connection, asked)
        meant = places_meant(asked.place) if asked.place else set()
        for each in map(self.incident, ids):  # the ledger may be asked about each before the next
            if asked.place is None or incidents.lies_in(each, asked.place, meant):
                yield each

    def incident(self, identity: str) -> Incident:
        """The Incident with this id; raises KeyError when there is none."""
        with errors_of(self.path), self._engine.connect() as connection:
            found = incidents.one(connection, identity)
        if found is None:
            raise KeyError(identity)
        return found

    def incident_ids(self, words: str) -> list[str]:
        """The ids of the Incidents that a person may mean by an id, the beginning of one, or one of its Figures.

        Raises InputError when the part before the colon of `DOCUMENT:f3` is no Document.
        """
        with errors_of(self.path), self._engine.connect() as connection:
            if found := incidents.ids(connection, words):
                return found
        figures = self.figure_ids(words)
        with errors_of(self.path), self._engine.connect() as connection:
            return sorted(set(incidents.holding(connection, figures).values()))

    def incidents_of(self, figures: Iterable[str]) -> dict[str, str]:
        """The id of the Incident of each of these Figures that is in one, by the Figure's id."""
        with errors_of(self.path), self._engine.connect() as connection:
            return dict(incidents.holding(connection, list(figures)))

    def holding(self, figures: Collection[str]) -> list[str]:
        """The ids of the Incidents in which any of these Figures stands, in order."""
        return sorted({*self.held(figures).values()})

    def ungrouped(self) -> bool:
        """Whether there are Figures, and none has been put into an Incident."""
        with errors_of(self.path), self._engine.connect() as connection:
            figures = connection.execute(select(schema.figures.c.id).limit(1)).first()
            return figures is not None and connection.execute(select(schema.accounts.c.id).limit(1)).first() is None

    def held(self, figures: Collection[str]) -> dict[str, str]:
        """For each of these Figures that stands in one, the id of its Incident."""
        asked, found = sorted(figures), dict[str, str]()
        with errors_of(self.path), self._engine.connect() as connection:
            for at in range(0, len(asked), _AT_ONCE):
                found |= incidents.holding(connection, asked[at : at + _AT_ONCE])
        return {figure: incident for figure, incident in found.items() if incident}

    def incidents_near(self, near: Near) -> list[tuple[float, Incident]]:
        """The Incidents whose place lies so near to a point, with their distance in kilometres, the nearest first."""
        with errors_of(self.path), self._engine.connect() as connection:
            return incidents.within(connection, near)

    def incidents_beside(self, incident: Incident, *, km: float, days: int, most: int) -> list[Incident]:
        """Other Incidents that this one may be: so near in place and time, the nearest first, at most so many."""
        with errors_of(self.path), self._engine.connect() as connection:
            return incidents.beside(connection, incident, km=km, days=days, most=most)

    def digests(self, asked: Asked, *, first: int = 0, most: int = 50) -> list[Line]:
        """The lines of the Incidents that answer, from number `first` on, at most so many."""
        with errors_of(self.path), self._engine.connect() as connection:
            return digests.lines(connection, asked, first=first, most=most)

    def count(self, asked: Asked) -> int:
        """How many Incidents answer."""
        with errors_of(self.path), self._engine.connect() as connection:
            return digests.count(connection, asked)

    def answers(self, asked: Asked) -> list[Answer]:
        """All Incidents that answer, in order."""
        with errors_of(self.path), self._engine.connect() as connection:
            return digests.answers(connection, asked)

    def digests_of(self, incidents: Sequence[str]) -> list[Line]:
        """The lines of the Incidents with these ids, in their order."""
        with errors_of(self.path), self._engine.connect() as connection:
            return digests.lines_of(connection, incidents)

    def spots(self, asked: Asked) -> list[Spot]:
        """The places of the Incidents that answer, with how many are there."""
        with errors_of(self.path), self._engine.connect() as connection:
            return digests.spots(connection, asked)

    def languages(self) -> list[str]:
        """The codes of the languages of all Documents."""
        language = schema.readings.c.language
        return [row["language"] for row in self._rows(select(language).distinct().order_by(language))]

    def place_names(self, places: Sequence[str]) -> dict[str, tuple[str, str]]:
        """What places are called, in English and in French, by their ids."""
        with errors_of(self.path), self._engine.connect() as connection:
            return digests.names_of(connection, places)

    def decisions(self) -> tuple[Decision, ...]:
        """Every Decision, in the order in which they were made."""
        with errors_of(self.path), self._engine.connect() as connection:
            return decisions.known(connection, self.path)

    def judged(self) -> Judged:
        """What the Decisions say of each Figure."""
        with errors_of(self.path), self._engine.connect() as connection:
            return decisions.judged(connection, self.path)

    def relays_of(self, documents: Collection[str]) -> list[Relay]:
        """What is known of the pairs of Documents of which one is among these."""
        with errors_of(self.path), self._engine.connect() as connection:
            return links.relays_of(connection, documents)

    def french_names(self) -> Mapping[str, str]:
        """English name → French label, for every entity that has one."""
        with errors_of(self.path), self._engine.connect() as connection:
            return names.french(connection, self.path)

    def summary(self, *, largest: int = 12) -> Summary:
        """What the whole ledger holds, with its `largest` figures."""
        with errors_of(self.path), self._engine.connect() as connection:
            return summarize(connection, largest)

    def _rows(self, statement: Select[Any]) -> Iterator[RowMapping]:
        with errors_of(self.path), self._engine.connect() as connection:
            yield from _mappings(connection, statement)

    def _readings(self, statement: Select[Any]) -> Iterator[Reading]:
        with errors_of(self.path), self._engine.connect() as connection:
            yield from readings.whole(connection, _mappings(connection, statement))


def _mappings(connection: Connection, statement: Select[Any]) -> Iterable[RowMapping]:
    return connection.execution_options(yield_per=500).execute(statement).mappings()


def _asked(statement: Select[Any], asked: Filter, connection: Connection) -> Select[Any]:
    if asked.document:
        statement = statement.where(schema.readings.c.document == asked.document)
    if asked.source:
        statement = statement.where(source_condition(asked.source, connection))
    return statement


def _origin(row: RowMapping) -> Origin:
    return Origin(*(row["document" if name == "id" else name] for name in Origin._fields))
