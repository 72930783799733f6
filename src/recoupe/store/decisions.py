"""People's decisions: added, and read again."""

import datetime as dt
import json
from collections.abc import Collection, Iterator, Sequence
from dataclasses import asdict
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, select

from recoupe.model.decision import Decision, Verdict
from recoupe.model.ids import make_id
from recoupe.stages.review.judged import Judged, Opinion
from recoupe.store import digests, incidents, schema
from recoupe.store.groups import wait
from recoupe.store.incident_rows import written

_KNOWN: dict[Path, tuple[tuple[int, str], tuple[Decision, ...]]] = {}
"""The decisions of a ledger, with the `seq` and the id of the last one: they are only ever added to."""
_GROUPING = frozenset({"same", "apart"})
_READING = frozenset({"accepted", "rejected", "corrected"})


def made(
    verdict: Verdict, records: Sequence[str], others: Sequence[str], who: str, why: str, value: str = ""
) -> Decision:
    """A Decision of this moment."""
    when = dt.datetime.now(dt.UTC).isoformat(timespec="microseconds")
    identity = make_id("decision", verdict, list(records), list(others), who, when, why, value)
    return Decision(identity, verdict, tuple(records), tuple(others), who, when, why, value)


def add(connection: Connection, decision: Decision) -> bool:
    """Whether the decision was new; it is then recorded.

    The documents that it touches wait to be grouped again, where it changes what their figures say or with which they belong;
    the lines of the incidents that hold its figures are worked out again in any case.
    """
    table = schema.decisions
    if connection.execute(select(table.c.seq).where(table.c.id == decision.id)).first():
        return False
    known = list(every(connection))
    row = asdict(decision) | {"records": written(decision.records), "others": written(decision.others)}
    connection.execute(table.insert(), row)
    meant = [decision, *(each for each in known if each.id in decision.records)]  # also one that is withdrawn
    about = {figure for each in meant for figure in (*each.records, *each.others)}
    moved = {f for each in meant if each.verdict in _GROUPING for f in (*each.records, *each.others)}
    if any(each.verdict in _READING for each in meant):
        before, after = Judged(known), Judged([*known, decision])
        moved |= {figure for figure in about if _counts(before.of(figure)) != _counts(after.of(figure))}
    wait(connection, _documents_of(connection, moved))
    digests.drop(connection, sorted(set(incidents.holding(connection, about).values())))
    return True


def _counts(opinion: Opinion) -> tuple[bool, Any]:
    """What of an opinion plays a part in grouping."""
    return opinion.state == "rejected", opinion.parts


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
