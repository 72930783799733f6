"""What sources and parties are called in French, kept while the ledger's entities are the same."""

from collections.abc import Mapping
from pathlib import Path

from sqlalchemy import Connection, select, text

from recoupe.store import schema

_LAST = text("SELECT rowid, key FROM entities ORDER BY rowid DESC LIMIT 1")
_KEPT: dict[Path, tuple[tuple[int, str], Mapping[str, str]]] = {}
"""By the ledger's path: the entity that was added last (they are only ever added to), and the names."""


def french(connection: Connection, path: Path) -> Mapping[str, str]:
    """English name → French label, for every entity of the ledger at `path` that has one."""
    last = connection.execute(_LAST).first()
    if last is None:
        return {}
    kept = _KEPT.get(path)
    if kept is None or kept[0] != tuple(last):
        e = schema.entities.c
        asked = select(e.name, e.name_fr).where(e.name_fr.is_not(None)).order_by(e.key)
        rows = connection.execute(asked).all()
        _KEPT[path] = kept = ((last.rowid, last.key), {row.name: row.name_fr for row in rows})
    return kept[1]
