"""The SQLite file behind a ledger: opened, known for ours or refused, and its errors said in one sentence."""

import logging
import os
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from json import JSONDecodeError
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, Dialect, Engine, create_engine, event, make_url
from sqlalchemy.exc import DBAPIError
from sqlalchemy.pool import StaticPool
from sqlalchemy.util import LRUCache

from recoupe.distance import kilometres
from recoupe.errors import LedgerError
from recoupe.store.schema import APPLICATION_ID

_STATEMENTS: LRUCache[Any, Any] = LRUCache(1_000)
"""Statements as SQL, put together once for all engines: it takes longer than most of them run."""

_HEADER = b"SQLite format 3\0"
_APPLICATION_ID_AT = 68
"""Where the header of an SQLite file holds the application id (four bytes, big-endian)."""
_WAIT_SECONDS = 30
"""How long a writer waits for another one to finish its Document."""

_CACHE_KIB = 64 * 1024
_JOURNAL_PAGES = 8 * 1024
"""Hashes fall anywhere in the index: with a small cache and journal each of its pages is read and written many times."""


# An interrupt while a connection is put away is raised again; the pool's log would print its trace besides.
logging.getLogger("sqlalchemy.pool").setLevel(logging.CRITICAL + 1)


def check_ours(path: Path) -> None:
    """Raises LedgerError unless the file at `path` is a ledger by its header; opens nothing as a database."""
    if path.is_dir():
        raise LedgerError(f"{path} is a folder, not a ledger file")
    with errors_of(path), path.open("rb") as file:
        head = file.read(_APPLICATION_ID_AT + 4)
    if not head:
        raise LedgerError(f"{path} is an empty file, not a ledger: delete it, or name another one")
    if not head.startswith(_HEADER) or head[_APPLICATION_ID_AT:] != APPLICATION_ID.to_bytes(4, "big"):
        raise LedgerError(f"{path} is not a recoupe ledger; it was left as it is")


def open_engine(path: Path, *, write: bool) -> Engine:
    """An Engine with one connection to the file.

    A transaction with the execution option `write=True` takes the write lock at its start, and so waits for other
    writers before it looks at anything.
    """
    uri = f"{Path(os.path.abspath(path)).as_uri()}?mode={'rw' if write else 'ro'}"  # noqa: PTH100 (keep symlinks)

    def opened() -> Any:
        connection = sqlite3.connect(uri, uri=True, timeout=_WAIT_SECONDS, isolation_level=None)
        connection.create_function("kilometres", 4, kilometres, deterministic=True)
        connection.execute("PRAGMA foreign_keys = ON")
        connection.execute("PRAGMA synchronous = NORMAL")
        connection.execute(f"PRAGMA cache_size = -{_CACHE_KIB}")
        connection.execute(f"PRAGMA wal_autocheckpoint = {_JOURNAL_PAGES}")
        return connection

    dialect = _dialect()
    plain = Engine(StaticPool(opened, dialect=dialect), dialect, make_url("sqlite://"))
    engine = plain.execution_options(compiled_cache=_STATEMENTS)

    @event.listens_for(engine, "begin")
    def begin(connection: Connection) -> None:
        writes = connection.get_execution_options().get("write", False)
        connection.exec_driver_sql("BEGIN IMMEDIATE" if writes else "BEGIN")

    return engine


@cache
def _dialect() -> Dialect:
    """The one that all engines have: statements are kept by it, and a page of the desk opens the ledger anew."""
    engine = create_engine("sqlite://")
    with engine.connect():  # it looks at what SQLite can do
        return engine.dialect


@contextmanager
def errors_of(path: Path) -> Iterator[None]:
    """Turns what the disk and SQLite say about the ledger at `path` into one LedgerError."""
    try:
        yield
    except DBAPIError as error:
        raise LedgerError(_sentence(path, error.orig)) from None
    except sqlite3.Error as error:
        raise LedgerError(_sentence(path, error)) from None
    except JSONDecodeError as error:  # a value that no Ledger wrote
        raise LedgerError(_sentence(path, error)) from None
    except FileNotFoundError:
        raise LedgerError(f"there is no ledger at {path}, or no folder to put it in") from None
    except OSError as error:
        raise LedgerError(f"{path} cannot be opened or written: {error.strerror or error}") from None


def _sentence(path: Path, error: BaseException | None) -> str:
    name = getattr(error, "sqlite_errorname", "")
    if name == "SQLITE_FULL":
        return f"the disk is full: {path} keeps every document that was read before this one, and nothing of this one"
    if name.startswith("SQLITE_IOERR"):
        return f"{path} cannot be written further (disk full or failing); what was read before is kept"
    if name.startswith(("SQLITE_BUSY", "SQLITE_LOCKED")):
        return f"{path} is being written by another program; try again when it has finished"
    if name.startswith("SQLITE_READONLY"):
        return f"{path} cannot be written: the file or its folder is read-only"
    if name.startswith("SQLITE_CANTOPEN"):
        return f"{path} cannot be opened, or its folder cannot be written"
    return f"{path} is damaged, or is not a recoupe ledger ({error})"
