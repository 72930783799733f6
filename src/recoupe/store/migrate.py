"""A ledger file made, and an older one brought up to the tables of today (alembic is imported only for that)."""

import os
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from sqlalchemy import Connection, Engine, text
from sqlalchemy.schema import CreateIndex, CreateTable

from recoupe.errors import LedgerError
from recoupe.store.database import errors_of, open_engine
from recoupe.store.schema import APPLICATION_ID, WORDS, metadata

REVISION = "r0004"
"""The newest step in `migrations/versions`."""
KNOWN = ("r0001", "r0002", "r0003", REVISION)
"""Every step that this code knows, oldest first."""


def create(path: Path) -> None:
    """Makes a new, empty ledger at `path`. It appears there whole or not at all, and never over another file.

    Raises LedgerError when it cannot be written.
    """
    with errors_of(path):
        handle, name = tempfile.mkstemp(prefix=f".{path.name}.", suffix=".new", dir=path.parent)
        os.close(handle)
        draft = Path(name)
        try:
            _fill(draft)
            draft.chmod(0o666 & ~_umask())
            _put(draft, path)
        finally:
            draft.unlink(missing_ok=True)


@contextmanager
def _engine(path: Path, *, write: bool) -> Iterator[Engine]:
    engine = open_engine(path, write=write)
    try:
        yield engine
    finally:
        engine.dispose()


@contextmanager
def _transaction(engine: Engine) -> Iterator[Connection]:
    with engine.connect().execution_options(write=True) as connection, connection.begin():
        yield connection


def _fill(draft: Path) -> None:
    with _engine(draft, write=True) as engine, _transaction(engine) as connection:
        connection.execute(text(f"PRAGMA application_id = {APPLICATION_ID}"))
        for table in metadata.sorted_tables:  # one by one: a ledger made today is the same, byte for byte, tomorrow
            connection.execute(CreateTable(table))
            for index in sorted(table.indexes, key=lambda index: str(index.name)):
                connection.execute(CreateIndex(index))
        connection.execute(text(WORDS))
        connection.execute(text("CREATE TABLE alembic_version (version_num VARCHAR(32) NOT NULL PRIMARY KEY)"))
        connection.execute(text("INSERT INTO alembic_version VALUES (:revision)"), {"revision": REVISION})


def _put(draft: Path, path: Path) -> None:
    try:
        os.link(draft, path)
    except OSError:  # no hard links on this disk, or another run made the ledger a moment ago
        if not path.exists():
            draft.replace(path)


def bring_up(path: Path) -> None:
    """Takes the ledger at `path` to the tables of today; does nothing to one that has them.

    Raises LedgerError when it comes from a newer recoupe, or is damaged.
    """
    with errors_of(path):
        with _engine(path, write=False) as engine, engine.connect() as connection:
            revision = revision_of(connection)
        if revision is not None and revision not in KNOWN:
            raise LedgerError(f"{path} was written by a newer recoupe (its tables are {revision}): use that one")
        if revision != REVISION:
            with _engine(path, write=True) as engine, _transaction(engine) as connection:
                upgrade(connection)


def upgrade(connection: Connection) -> None:
    """Takes the ledger behind `connection` through every step it has not had yet, in the transaction that is open."""
    from alembic import command
    from alembic.config import Config

    config = Config()
    config.set_main_option("script_location", "recoupe.store:migrations")
    config.attributes["connection"] = connection
    command.upgrade(config, "head")


def revision_of(connection: Connection) -> str | None:
    """The last step that the ledger has had; None when it has had none."""
    if connection.execute(text("SELECT 1 FROM sqlite_master WHERE name = 'alembic_version'")).first() is None:
        return None
    found: str | None = connection.execute(text("SELECT version_num FROM alembic_version")).scalar()
    return found


def _umask() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return mask
