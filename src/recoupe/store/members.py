"""Which readings tell or speak of which incidents, as rows: the way from words found in texts to incidents."""

from collections.abc import Collection, Iterable

from sqlalchemy import Connection, delete, text

from recoupe.model.incident import Incident
from recoupe.store import schema

_ADD = text(
    "INSERT OR IGNORE INTO members (reading, incident)"
    " SELECT max(seq), :incident FROM readings WHERE document = :document HAVING max(seq) IS NOT NULL"
)


def replace(connection: Connection, old: Collection[str], new: Iterable[Incident]) -> None:
    """Puts the members of Incidents in the place of those of the incidents with the ids `old`."""
    made = list(new)
    table = schema.members
    connection.execute(delete(table).where(table.c.incident.in_({*old, *(each.id for each in made)})))
    rows = [{"incident": each.id, "document": document} for each in made for document in each.documents]
    if rows:
        connection.execute(_ADD, rows)
