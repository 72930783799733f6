"""People's decisions: added, and read again."""

import datetime as dt
import json
from collections.abc import Collection, Iterator, Sequence
from dataclasses import asdict
from pathlib import Path
from typing import Any, NamedTuple

from sqlalchemy import Connection, RowMapping, select, text

from recoupe.model.decision import Decision, Verdict
from recoupe.model.ids import make_id
from recoupe.stages.review.judged import Judged, Opinion
from recoupe.store import digests, incidents, schema
from recoupe.store.groups import wait
from recoupe.store.incident_rows import written


class _Kept(NamedTuple):
    """The decisions of a ledger as they were read last."""

    last: tuple[int, str]
    """The `seq` and the id of the one that was added last: they are only ever added to."""
    decisions: tuple[Decision, ...]
    judged: Judged


_KEPT: dict[Path, _Kept] = {}
_ABOUT = text(
    "SELECT * FROM decisions WHERE verdict = 'withdrawn' OR EXISTS (SELECT 1 FROM json_each(decisions.records) AS held"
    " WHERE held.value IN (SELECT value FROM json_each(:figures)))"
)
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
    row = asdict(decision) | {"records": written(decision.records), "others": written(decision.others)}
    meant = [decision, *_with_ids(connection, decision.records)]  # also one that is withdrawn
    about = {figure for each in meant for figure in (*each.records, *each.others)}
    moved = {f for each in meant if each.verdict in _GROUPING for f in (*each.records, *each.others)}
    if any(each.verdict in _READING for each in meant):
        known = _about(connection, about)
        before, after = Judged(known), Judged([*known, decision])
        moved |= {figure for figure in about if _counts(before.of(figure)) != _counts(after.of(figure))}
    connection.execute(table.insert(), row)
    wait(connection, _documents_of(connection, moved))
    digests.drop(connection, sorted(set(incidents.holding(connection, about).values())))
    return True


def _counts(opinion: Opinion) -> tuple[bool, Any]:
    """What of an opinion plays a part in grouping."""
    return opinion.state == "rejected", opinion.parts


def every(connection: Connection) -> Iterator[Decision]:
    """Every decision, in the order in which they were made."""
    table = schema.decisions.c
    return map(_decision, connection.execute(select(schema.decisions).order_by(table.when, table.id)).mappings())


def known(connection: Connection, path: Path) -> tuple[Decision, ...]:
    """Every decision of the ledger at `path`, in the order in which they were made; read once only."""
    kept = _kept(connection, path)
    return kept.decisions if kept else ()


def judged(connection: Connection, path: Path) -> Judged:
    """What the decisions of the ledger at `path` say of each figure; put together anew only when one was added."""
    kept = _kept(connection, path)
    return kept.judged if kept else Judged()


def _kept(connection: Connection, path: Path) -> _Kept | None:
    table = schema.decisions.c
    last = connection.execute(select(table.seq, table.id).order_by(table.seq.desc()).limit(1)).first()
    if last is None:
        return None
    kept = _KEPT.get(path)
    if kept is None or kept.last != tuple(last):
        _KEPT[path] = kept = _read(connection, (last.seq, last.id), kept)
    return kept


def _read(connection: Connection, last: tuple[int, str], kept: _Kept | None) -> _Kept:
    """Every decision, of which those that were kept are not read again; all are, where it is another ledger by now."""
    table = schema.decisions.c
    if kept is None or connection.execute(select(table.id).where(table.seq == kept.last[0])).scalar() != kept.last[1]:
        found = tuple(every(connection))
        return _Kept(last, found, Judged(found))
    rows = connection.execute(select(schema.decisions).where(table.seq > kept.last[0])).mappings()
    new = sorted(map(_decision, rows), key=_made)
    found = tuple(sorted((*kept.decisions, *new), key=_made))
    follows = _made(kept.decisions[-1]) < _made(new[0]) and all(each.verdict != "withdrawn" for each in new)
    return _Kept(last, found, kept.judged.then(new) if follows else Judged(found))


def _made(decision: Decision) -> tuple[str, str]:
    """By what decisions are in order."""
    return decision.when, decision.id


def _with_ids(connection: Connection, ids: Sequence[str]) -> list[Decision]:
    rows = connection.execute(select(schema.decisions).where(schema.decisions.c.id.in_(ids))).mappings()
    return list(map(_decision, rows))


def _about(connection: Connection, figures: Collection[str]) -> list[Decision]:
    """The decisions on any of these figures, and all withdrawals."""
    rows = connection.execute(_ABOUT, {"figures": json.dumps(sorted(figures))}).mappings()
    return list(map(_decision, rows))


def _decision(row: RowMapping) -> Decision:
    lists = {name: tuple(json.loads(row[name])) for name in ("records", "others")}
    return Decision(**{name: row[name] for name in Decision.__dataclass_fields__} | lists)


def _documents_of(connection: Connection, figures: Collection[str]) -> list[str]:
    """The ids of the documents in which figures with these ids were read."""
    f, r = schema.figures.c, schema.readings.c
    asked = select(r.document).join(schema.figures, f.reading == r.seq).where(f.id.in_(figures)).distinct()
    return list(connection.execute(asked.order_by(r.document)).scalars())
