"""People's decisions: added, and read again."""

import datetime as dt
import json
from collections.abc import Collection, Iterator, Sequence
from dataclasses import asdict
from pathlib import Path

from sqlalchemy import Connection, select

from recoupe.model.decision import Decision, Verdict
from recoupe.model.ids import make_id
from recoupe.store import schema
from recoupe.store.groups import wait
from recoupe.store.incident_rows import written

_KNOWN: dict[Path, tuple[tuple[int, str], tuple[Decision, ...]]] = {}
"""The decisions of a ledger, with the `seq` and the id of the last one: they are only ever added to."""


def made(
    verdict: Verdict, records: Sequence[str], others: Sequence[str], who: str, why: str, value: str = ""
) -> Decision:
    """A Decision of this moment."""
    when = dt.datetime.now(dt.UTC).isoformat(timespec="microseconds")
    identity = make_id("decision", verdict, list(records), list(others), who, when, why, value)
    return Decision(identity, verdict, tuple(records), tuple(others), who, when, why, value)


def add(connection: Connection, decision: Decision) -> bool:
    """Whether the decision was new; it is then recorded, and the documents that it touches wait to be grouped again."""
    table = schema.decisions
    if connection.execute(select(table.c.seq).where(table.c.id == decision.id)).first():
        return False
    row = asdict(decision) | {"records": written(decision.records), "others": written(decision.others)}
    connection.execute(table.insert(), row)
    judged = {*decision.records, *decision.others}
    for each in every(connection):
        if each.id in decision.records:  # one that is withdrawn
            judged.update(each.records, each.others)
    wait(connection, _documents_of(connection, judged))
    return True


def every(connection: Connection) -> Iterator[Decision]:
    """Every decision, in the order in which they were made."""
    table = schema.decisions
    columns = [column for column in table.c if column.name != "seq"]
    for row in connection.execute(select(*columns).order_by(table.c.when, table.c.id)).mappings():
        lists = {name: tuple(json.loads(row[name])) for name in ("records", "others")}
        yield Decision(**dict(row) | lists)


def known(connection: Connection, path: Path) -> tuple[Decision, ...]:
    """Every decision of the ledger at `path`, in the order in which they were made; read again only when one was added."""
    table = schema.decisions.c
    last = connection.execute(select(table.seq, table.id).order_by(table.seq.desc()).limit(1)).first()
    if last is None:
        return ()
    kept = _KNOWN.get(path)
    if kept is None or kept[0] != tuple(last):
        _KNOWN[path] = kept = (tuple(last), tuple(every(connection)))
    return kept[1]


def _documents_of(connection: Connection, figures: Collection[str]) -> list[str]:
    """The ids of the documents in which figures with these ids were read."""
    f, r = schema.figures.c, schema.readings.c
    asked = select(r.document).join(schema.figures, f.reading == r.seq).where(f.id.in_(figures)).distinct()
    return list(connection.execute(asked.order_by(r.document)).scalars())
