"""What was found by comparing documents: sentence vectors, kept because they are dear, and the relays."""

import json
from collections.abc import Collection, Iterator
from dataclasses import asdict
from typing import Any

from sqlalchemy import Connection, func, or_, select

from recoupe.model.relay import Change, Evidence, Relay
from recoupe.model.span import Span
from recoupe.store import schema
from recoupe.store.groups import wait
from recoupe.store.queries import newest


def add_vectors(connection: Connection, document: str, model: str, data: bytes) -> None:
    """Keeps the sentence vectors of a document; the model's name says what they may be compared with."""
    connection.execute(
        schema.vectors.insert().prefix_with("OR REPLACE"), {"document": document, "model": model, "data": data}
    )


def vectors_of(connection: Connection, document: str, model: str) -> bytes | None:
    """The kept sentence vectors of a document by this model; None when there are none."""
    table = schema.vectors
    asked = select(table.c.data).where(table.c.document == document, table.c.model == model)
    return connection.execute(asked).scalar()


def add_relay(connection: Connection, first: str, second: str, relay: Relay | None) -> bool:
    """Whether what is now known of the pair is news; it is then recorded. None: that neither relays the other.

    The pair is in the order of the ids, whichever way the relay goes.
    """
    table = schema.relays
    written = None if relay is None else _write(relay)
    asked = select(table.c.relay).where(table.c.first == first, table.c.second == second)
    known = connection.execute(asked.order_by(table.c.seq.desc()).limit(1)).first()
    if (known is None and written is None) or (known is not None and known[0] == written):
        return False
    connection.execute(table.insert(), {"first": first, "second": second, "relay": written})
    wait(connection, (first, second))
    return True


def unrelated(connection: Connection) -> list[str]:
    """The ids of the documents whose newest reading was not compared with the others yet."""
    r, done = schema.readings.c, schema.related.c
    compared = select(done.document).where(done.document == r.document, done.version == r.version).exists()
    return list(connection.execute(select(r.document).where(newest, ~compared).order_by(r.document)).scalars())


def mark_related(connection: Connection, documents: Collection[str]) -> None:
    """Says of the newest readings of these documents that they have been compared."""
    r = schema.readings.c
    for document in documents:
        version = connection.execute(select(r.version).where(newest, r.document == document)).scalar_one()
        row = {"document": document, "version": version}
        connection.execute(schema.related.insert().prefix_with("OR REPLACE"), row)


def all_relays(connection: Connection) -> Iterator[Relay]:
    """What is known of every pair of documents of which one relays the other, by their ids."""
    table = schema.relays
    last = select(func.max(table.c.seq)).group_by(table.c.first, table.c.second)
    rows = select(table.c.relay).where(table.c.seq.in_(last), table.c.relay.is_not(None))
    for (written,) in connection.execute(rows.order_by(table.c.first, table.c.second)):
        yield _read(json.loads(written))


def relays_of(connection: Connection, documents: Collection[str]) -> list[Relay]:
    """What is known of the pairs of documents of which one is among these."""
    table = schema.relays
    pair = or_(table.c.first.in_(documents), table.c.second.in_(documents))
    last = select(func.max(table.c.seq)).where(pair).group_by(table.c.first, table.c.second)
    rows = select(table.c.relay).where(table.c.seq.in_(last), table.c.relay.is_not(None))
    written = connection.execute(rows.order_by(table.c.first, table.c.second)).scalars()
    return [_read(json.loads(each)) for each in written]


def _write(relay: Relay) -> str:
    return json.dumps(asdict(relay), ensure_ascii=False, separators=(",", ":"))


def _read(record: dict[str, Any]) -> Relay:
    evidence = tuple(Evidence(**_spans(each)) for each in record.pop("evidence"))
    changes = tuple(Change(**_spans(each)) for each in record.pop("changes"))
    return Relay(**record, evidence=evidence, changes=changes)


def _spans(record: dict[str, Any]) -> dict[str, Any]:
    both = {name: Span(**span) if (span := record[name]) else None for name in ("from_span", "to_span")}
    return record | both
