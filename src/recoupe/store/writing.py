"""The rows that a Ledger's transactions add, and the few that they must see first."""

from typing import NamedTuple

from sqlalchemy import Connection, Table, insert, select
from sqlalchemy.dialects.sqlite import insert as insert_unless_there

from recoupe.model.claim import Claim
from recoupe.model.figure import Figure
from recoupe.model.issue import Issue
from recoupe.model.reading import Reading
from recoupe.store import schema, words
from recoupe.store.groups import wait
from recoupe.store.rows import (
    Row,
    attribution_row,
    chain_row,
    claim_row,
    credit_row,
    entity_row,
    figure_row,
    issue_row,
    place_row,
    reading_row,
    storable,
    storable_path,
    unique,
)


class Known(NamedTuple):
    """The newest reading that the ledger holds of some bytes."""

    document: str
    language: str
    version: str
    given: str | None
    """The publication date that the person gave with them."""


def known(connection: Connection, sha256: str) -> Known | None:
    """The newest reading of these bytes; None when they were never read, or gave no Document."""
    documents, readings = schema.documents, schema.readings
    row = connection.execute(
        select(readings.c.document, readings.c.language, readings.c.version, readings.c.given)
        .join(documents, documents.c.id == readings.c.document)
        .where(documents.c.sha256 == sha256)
        .order_by(readings.c.seq.desc())
        .limit(1)
    ).first()
    return None if row is None else Known(*row)


def add_reading(connection: Connection, reading: Reading, given: str | None, *, torn: bool) -> None:
    """Adds a Reading with all its records. `torn`: some text in it holds half a surrogate pair."""

    def add(table: Table, rows: list[Row], *, once: bool = False) -> None:
        if rows:
            statement = insert_unless_there(table).on_conflict_do_nothing() if once else insert(table)
            connection.execute(statement, storable(rows) if torn else rows)

    document = reading.document
    add(schema.documents, [{"id": document.id, "sha256": document.sha256}], once=True)
    row = reading_row(document, reading.version, given)
    seq = _add_one(connection, schema.readings, storable([row])[0] if torn else row)
    stated: tuple[Figure | Claim, ...] = (*reading.figures, *reading.claims)
    entities = (entity_row(a.entity) for a in reading.attributions if a.entity)
    chains = (chain_row(names) for names in dict.fromkeys(r.stated_by for r in stated))
    add(schema.entities, list(unique(entities)), once=True)
    add(schema.places, list(unique(place_row(f.place) for f in reading.figures if f.place)), once=True)
    add(schema.chains, list(chains), once=True)
    add(schema.credits_, [credit_row(seq, n, c) for n, c in enumerate(document.credits, 1)])
    add(schema.attributions, [attribution_row(seq, n, a) for n, a in enumerate(reading.attributions, 1)])
    add(schema.figures, [figure_row(seq, n, f) for n, f in enumerate(reading.figures, 1)])
    add(schema.claims, [claim_row(seq, n, c) for n, c in enumerate(reading.claims, 1)])
    add(schema.issues, [issue_row(i, reading=seq) for i in reading.issues])
    words.add(connection, seq, words.Read.of(reading))
    wait(connection, [document.id])


class Look(NamedTuple):
    """What was found at a path: a Document, or the Issues of a file that gave none."""

    path: str
    sha256: str | None
    document: str | None
    version: str
    issues: tuple[Issue, ...] = ()


def unchanged(connection: Connection, look: Look) -> bool:
    """Whether this is what was found at the path last time."""
    acquisitions = schema.acquisitions
    last = connection.execute(
        select(acquisitions)
        .where(acquisitions.c.path == storable_path(look.path))
        .order_by(acquisitions.c.seq.desc())
        .limit(1)
    ).first()
    if last is None or (last.sha256, last.document) != (look.sha256, look.document):
        return False
    return look.document is not None or _reasons(connection, last.seq) == _reasons_of(look)


def add_look(connection: Connection, look: Look) -> None:
    """Adds what was found at a path, with its Issues."""
    found = {
        "path": storable_path(look.path),
        "sha256": look.sha256,
        "document": look.document,
        "version": look.version,
    }
    seq = _add_one(connection, schema.acquisitions, found)
    if look.issues:
        connection.execute(insert(schema.issues), [{**reason, "acquisition": seq} for reason in _reasons_of(look)])


def _reasons_of(look: Look) -> list[Row]:
    return storable(issue_row(issue) for issue in look.issues)


def _add_one(connection: Connection, table: Table, row: Row) -> int:
    """The `seq` of the row that it adds."""
    key = connection.execute(insert(table), row).inserted_primary_key
    assert key is not None, "one row was added"
    seq: int = key[0]
    return seq


def _reasons(connection: Connection, acquisition: int) -> list[Row]:
    """The Issues of a refused file as `issue_row` makes them, tied to nothing."""
    table = schema.issues
    rows = connection.execute(select(table).where(table.c.acquisition == acquisition).order_by(table.c.seq))
    return [{k: v for k, v in row.items() if k != "seq"} | {"acquisition": None} for row in rows.mappings()]
