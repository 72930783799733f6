"""Which Document a person means by what they typed."""

from difflib import get_close_matches

from sqlalchemy import ColumnElement, Connection, or_, select

from recoupe.errors import InputError
from recoupe.store.rows import storable_path
from recoupe.store.schema import acquisitions, documents

_SHOWN = 3
"""How many suggestions a message holds."""
_COMPARED = 20_000
"""How many paths are compared letter by letter with one that is not known."""
_SHORTEST_ID = 4
"""Fewer characters of an id than these say nothing."""


def find(connection: Connection, words: str) -> str:
    """The id of the one Document that `words` mean: its path, its file's name, its id, or the beginning of one.

    Raises InputError, with suggestions, when there is none or more than one.
    """
    words = storable_path(words)
    path = acquisitions.c.path
    names = (f"/{words}{ending}" for ending in ("", ".txt", ".html"))
    conditions = (
        path == words,
        or_(*(path.endswith(name, autoescape=True) for name in names)),
        or_(path.startswith(words, autoescape=True), path.contains(f"/{words}", autoescape=True)),
    )
    if connection.execute(select(documents.c.id).where(documents.c.id == words)).first():
        return words
    for condition in conditions if words else ():
        found = _documents(connection, condition)
        if found:
            return _only(words, found)
    start = words.removeprefix("doc-").lower()
    if len(start) >= _SHORTEST_ID and set(start) <= set("0123456789abcdef"):
        by_id = connection.execute(
            select(documents.c.id, documents.c.id.label("name"))
            .where(or_(documents.c.id.startswith(f"doc-{start}"), documents.c.sha256.startswith(start)))
            .limit(_SHOWN + 1)
        )
        found = {row.id: row.name for row in by_id}
        if found:
            return _only(words, found)
    raise InputError(f"the ledger has no document {words!r}{_suggestions(connection, words)}")


def _documents(connection: Connection, condition: ColumnElement[bool]) -> dict[str, str]:
    statement = select(acquisitions.c.document, acquisitions.c.path).where(
        condition, acquisitions.c.document.is_not(None)
    )
    rows = connection.execute(statement.order_by(acquisitions.c.seq).limit(200))
    return {row.document: row.path for row in rows}


def _only(words: str, found: dict[str, str]) -> str:
    """The one id. A path at which the file has changed since means what was found there last."""
    if len(found) > 1 and set(found.values()) != {words}:
        several = ", ".join(sorted(found.values())[:_SHOWN])
        raise InputError(f"{words!r} may be {several}{', …' if len(found) > _SHOWN else ''}: say which")
    return list(found)[-1]


def _suggestions(connection: Connection, words: str) -> str:
    held = select(acquisitions.c.path).where(acquisitions.c.document.is_not(None)).distinct()
    containing = held.where(acquisitions.c.path.contains(words, autoescape=True))
    near = list(connection.execute(containing.order_by(acquisitions.c.path).limit(_SHOWN)).scalars())
    if not near:
        paths = list(connection.execute(held.order_by(acquisitions.c.path).limit(_COMPARED)).scalars())
        near = get_close_matches(words, paths, _SHOWN)
    return f"; did you mean {' or '.join(near)}?" if near else "; `recoupe documents` lists what it has"
