"""The migrations, run one after another, make the tables that `schema` describes."""

import importlib
import pkgutil
import sqlite3
import subprocess
import sys
from pathlib import Path

from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from sqlalchemy import text

from recoupe.store.database import open_engine
from recoupe.store.ledger import Ledger
from recoupe.store.migrate import KNOWN, REVISION
from recoupe.store.migrations import versions
from recoupe.store.schema import APPLICATION_ID, metadata
from recoupe.store.view import View
from tests.factories import make_reading

TABLES = "SELECT type, name, tbl_name FROM sqlite_master WHERE name NOT LIKE 'sqlite_%' ORDER BY name"
COLUMNS = (
    'SELECT m.name, c.name, c.type, c."notnull", c.pk '
    "FROM sqlite_master m, pragma_table_info(m.name) c ORDER BY 1, c.cid"
)


def shape(path: Path) -> list[list[tuple[object, ...]]]:
    with sqlite3.connect(path) as connection:
        return [connection.execute(statement).fetchall() for statement in (TABLES, COLUMNS)]


def known_to_sqlalchemy(name: str | None, kind: str, parents: object) -> bool:
    return kind != "table" or not (name or "").startswith("words")  # FTS5's own, compared by `shape`


def before_all_steps(path: Path) -> None:
    with sqlite3.connect(path) as connection:
        connection.execute(f"PRAGMA application_id = {APPLICATION_ID}")
        connection.execute("CREATE TABLE alembic_version (version_num VARCHAR(32) NOT NULL PRIMARY KEY)")


def test_all_steps_make_todays_tables(tmp_path: Path) -> None:
    before_all_steps(tmp_path / "old")
    Ledger.open(tmp_path / "old").close()
    Ledger.open(tmp_path / "new").close()
    assert shape(tmp_path / "old") == shape(tmp_path / "new")
    engine = open_engine(tmp_path / "old", write=False)
    with engine.connect() as connection:
        context = MigrationContext.configure(connection, opts={"include_name": known_to_sqlalchemy})
        assert compare_metadata(context, metadata) == []
        assert connection.execute(text("SELECT version_num FROM alembic_version")).scalar() == REVISION
    engine.dispose()


def test_an_older_ledger_is_brought_up_by_reading_too(tmp_path: Path) -> None:
    before_all_steps(tmp_path / "old")
    with View.open(tmp_path / "old") as view:
        assert list(view.readings()) == []


def test_a_new_ledger_is_the_same_file_in_every_process(tmp_path: Path) -> None:
    script = "import sys\nfrom recoupe.store.ledger import Ledger\nLedger.open(sys.argv[1]).close()"
    for n in range(4):
        subprocess.run([sys.executable, "-c", script, str(tmp_path / str(n))], check=True)
    assert len({(tmp_path / str(n)).read_bytes() for n in range(4)}) == 1


def test_every_step_is_known() -> None:
    names = [module.name for module in pkgutil.iter_modules(versions.__path__)]
    steps = [importlib.import_module(f"{versions.__name__}.{name}") for name in sorted(names)]
    assert tuple(step.revision for step in steps) == KNOWN
    assert [step.down_revision for step in steps] == [None, *KNOWN[:-1]]
    assert KNOWN[-1] == REVISION


def test_alembic_is_imported_only_to_migrate(tmp_path: Path) -> None:
    with Ledger.open(tmp_path / "l") as ledger:
        ledger.append(make_reading())
    script = (
        "import sys\nfrom recoupe.store.ledger import Ledger\nfrom recoupe.store.view import View\n"
        "Ledger.open(sys.argv[1]).close(); View.open(sys.argv[1]).close(); sys.exit('alembic' in sys.modules)"
    )
    assert subprocess.run([sys.executable, "-c", script, str(tmp_path / "l")]).returncode == 0
