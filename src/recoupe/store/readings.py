"""Readings put together again from their rows: one question for each table, however many readings are asked for."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from itertools import islice
from typing import Any

from sqlalchemy import Connection, RowMapping, Select, Table, select

from recoupe.model.reading import Reading
from recoupe.store import queries, schema
from recoupe.store.records import attribution_of, claim_of, document_of, figure_of, issue_of

_AT_ONCE = 100
"""Readings in one question; that many are in memory."""


def whole(connection: Connection, rows: Iterable[RowMapping]) -> Iterator[Reading]:
    """The Readings of rows of `queries.reading_rows`, in their order."""
    left = iter(rows)
    while some := list(islice(left, _AT_ONCE)):
        seqs = [row["seq"] for row in some]

        def held(statement: Select[Any], table: Table, order: str = "number") -> dict[int, list[RowMapping]]:
            return _by_reading(connection, statement, table, order, seqs)  # noqa: B023 (called in this round)

        credits_ = held(select(schema.credits_), schema.credits_)
        attributions = held(queries.attribution_rows(), schema.attributions)
        figures = held(queries.figure_rows(), schema.figures)
        claims = held(queries.claim_rows(), schema.claims)
        issues = held(select(schema.issues), schema.issues, "seq")
        for row in some:
            seq, document, path = row["seq"], row["document"], row["path"]
            yield Reading(
                document_of(row, path, credits_[seq]),
                tuple(attribution_of(r, document) for r in attributions[seq]),
                tuple(figure_of(r, document) for r in figures[seq]),
                tuple(claim_of(r, document) for r in claims[seq]),
                tuple(issue_of(r, path, document) for r in issues[seq]),
                row["version"],
            )


def _by_reading(
    connection: Connection, statement: Select[Any], table: Table, order: str, seqs: Sequence[int]
) -> dict[int, list[RowMapping]]:
    found: dict[int, list[RowMapping]] = defaultdict(list)
    asked = statement.where(table.c.reading.in_(seqs)).order_by(table.c.reading, table.c[order])
    for row in connection.execute(asked).mappings():
        found[row["reading"]].append(row)
    return found
