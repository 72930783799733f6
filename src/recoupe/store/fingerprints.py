"""The inverted index: hashes of what documents say, and which documents share some. What it costs to ask does not grow
with the ledger: of each hash a few documents are read, the first ones."""

import json
import math
from collections.abc import Collection, Iterable, Mapping
from typing import NamedTuple

from sqlalchemy import Connection, select, text
from sqlalchemy.dialects.sqlite import insert as insert_unless_there

from recoupe.store import schema

Kind = int
"""What a hash is of: 0 the words of a text, 1 the passages of an outlet, 2 numbers and names that are the same in every language, 3 the names
of an outlet, 4 those names, each with a number that the document tells, 5 names of outlets that it cites, with a number beside, 6 all
that may be names in its text."""
TEXT: Kind = 0
STANDING: Kind = 1
KEYS: Kind = 2
OUTLETS: Kind = 3
TOLD: Kind = 4
CITES: Kind = 5
NAMES: Kind = 6

_READ = 16
"""So many documents are read of one hash. A turn that stands in more says little, and a dispatch that was copied more
often is found by the first of its copies."""
_ONE = 1000
"""The weight of one hash that no other document holds, as it is summed up."""
_SHARED_BITS = 20

_POSTINGS = text(
    "SELECT (SELECT group_concat(document) FROM (SELECT document FROM fingerprints"
    " WHERE kind = :kind AND hash = asked.value LIMIT :most)) FROM json_each(:hashes) AS asked"
)
_COUNTS = text(
    "SELECT asked.value, (SELECT count(*) FROM (SELECT 1 FROM fingerprints"
    " WHERE kind = :kind AND hash = asked.value LIMIT :most)) FROM json_each(:hashes) AS asked"
)
_NUMBERS = text(
    "SELECT asked.value, number FROM json_each(:documents) AS asked JOIN indexed ON indexed.document = asked.value"
)


class Alike(NamedTuple):
    """A document that shares hashes with those that were asked for."""

    document: str
    shared: int
    weight: float
    """What the shared hashes weigh together: the fewer documents hold one, the more."""


def add(connection: Connection, documents: Mapping[str, Mapping[Kind, Collection[int]]]) -> None:
    """Adds the hashes of each document, by kind. Those that are there already stay as they are."""
    if not documents:
        return
    names = [{"document": document} for document in documents]
    connection.execute(insert_unless_there(schema.indexed).on_conflict_do_nothing(), names)
    numbers = _numbers(connection, documents)
    rows = sorted(  # in the order of the index, so that each of its pages is written once
        (kind, h, numbers[document])
        for document, by_kind in documents.items()
        for kind, hashes in by_kind.items()
        for h in hashes
    )
    if rows:
        connection.exec_driver_sql("INSERT OR IGNORE INTO fingerprints (kind, hash, document) VALUES (?, ?, ?)", rows)


def alike(
    connection: Connection, kind: Kind, hashes: Collection[int], *, but: str, least: float, limit: int
) -> list[Alike]:
    """The documents whose hashes in common with `hashes` weigh `least` or more, without the document `but`; the most
    alike first. A hash that no other document holds weighs 1, one of a set phrase 0.25."""
    asked = {"kind": kind, "most": _READ, "hashes": json.dumps(sorted(hashes))}
    sums: dict[int, int] = {}
    for (found,) in connection.execute(_POSTINGS, asked):
        if found:
            numbers = found.split(",")
            weight = round(_ONE / math.log2(max(2, len(numbers)))) << _SHARED_BITS | 1  # the sum and the count in one
            for number in numbers:
                sums[number] = sums.get(number, 0) + weight
    least_sum = round(least * _ONE) << _SHARED_BITS
    ranked = sorted((-total, int(number)) for number, total in sums.items() if total >= least_sum)[: limit + 1]
    table = schema.indexed
    rows = connection.execute(select(table.c.number, table.c.document).where(table.c.number.in_(n for _, n in ranked)))
    documents = {row.number: row.document for row in rows}
    others = ((documents[number], -total) for total, number in ranked if documents[number] != but)
    return [
        Alike(document, total & (1 << _SHARED_BITS) - 1, (total >> _SHARED_BITS) / _ONE) for document, total in others
    ][:limit]


def counts(connection: Connection, kind: Kind, hashes: Iterable[int]) -> dict[int, int]:
    """In how many documents each hash stands; those in more than are read count as so many."""
    asked = {"kind": kind, "most": _READ, "hashes": json.dumps(sorted(hashes))}
    return {row[0]: row[1] for row in connection.execute(_COUNTS, asked)}


def is_indexed(connection: Connection, document: str) -> bool:
    """Whether the hashes of this document are there."""
    table = schema.indexed
    return connection.execute(select(table.c.number).where(table.c.document == document)).first() is not None


def _numbers(connection: Connection, documents: Collection[str]) -> dict[str, int]:
    rows = connection.execute(_NUMBERS, {"documents": json.dumps(list(documents))})
    return {row[0]: row[1] for row in rows}
