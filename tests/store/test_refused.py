"""What is not a ledger of ours is refused in one sentence and left as it is."""

import shutil
import sqlite3
from collections.abc import Callable
from pathlib import Path

import pytest

from recoupe.errors import LedgerError
from recoupe.store.ledger import Ledger
from recoupe.store.view import View
from tests.factories import make_reading


def text_file(path: Path) -> None:
    path.write_text("Ceci n’est pas un registre.\n" * 20)


def empty_file(path: Path) -> None:
    path.touch()


def folder(path: Path) -> None:
    path.mkdir()


def other_database(path: Path) -> None:
    with sqlite3.connect(path) as connection:
        connection.execute("CREATE TABLE readings (seq INTEGER)")


def newer_tables(path: Path) -> None:
    Ledger.open(path).close()
    with sqlite3.connect(path) as connection:
        connection.execute("UPDATE alembic_version SET version_num = 'r9999'")


def cut_short(path: Path) -> None:
    with Ledger.open(path) as ledger:
        ledger.append(make_reading())
    path.write_bytes(path.read_bytes()[:5000])


def shorter_than_a_header(path: Path) -> None:
    path.write_bytes(b"SQLite format 3\0\x10")


CASES: dict[str, tuple[Callable[[Path], None], str]] = {
    "a text file": (text_file, "is not a recoupe ledger"),
    "an empty file": (empty_file, "is an empty file, not a ledger"),
    "a folder": (folder, "is a folder, not a ledger file"),
    "another program's database": (other_database, "is not a recoupe ledger"),
    "newer tables": (newer_tables, "was written by a newer recoupe"),
    "a ledger cut short": (cut_short, "is damaged"),
    "a header cut short": (shorter_than_a_header, "is not a recoupe ledger"),
}


@pytest.mark.parametrize(("make", "words"), CASES.values(), ids=CASES)
@pytest.mark.parametrize("opener", [Ledger.open, View.open], ids=["to write", "to read"])
def test_refused(
    tmp_path: Path, make: Callable[[Path], None], words: str, opener: Callable[[Path], Ledger | View]
) -> None:
    path = tmp_path / "l"
    make(path)
    before = path.read_bytes() if path.is_file() else None
    with pytest.raises(LedgerError, match=words) as caught:
        opener(path).close()
    assert "\n" not in str(caught.value)
    assert (path.read_bytes() if path.is_file() else None) == before


def test_none_to_read(tmp_path: Path) -> None:
    with pytest.raises(LedgerError, match="there is no ledger at"):
        View.open(tmp_path / "l")
    assert list(tmp_path.iterdir()) == []


def test_no_folder_to_write_in(tmp_path: Path) -> None:
    with pytest.raises(LedgerError, match="no folder to put it in"):
        Ledger.open(tmp_path / "no" / "l")


def test_damage_inside_is_one_sentence(tmp_path: Path) -> None:
    path = tmp_path / "l"
    with Ledger.open(path) as ledger:
        ledger.append(make_reading())
    data = bytearray(path.read_bytes())
    data[8192:] = b"\xff" * (len(data) - 8192)
    path.write_bytes(data)
    with pytest.raises(LedgerError, match="is damaged"), View.open(path) as view:
        list(view.readings())


def test_an_odd_name_is_no_trouble(tmp_path: Path) -> None:
    path = tmp_path / "a?mode=ro#b%20 c’é.ledger"
    with Ledger.open(path) as ledger:
        ledger.append(make_reading())
    with View.open(path) as view:
        assert len(list(view.readings())) == 1
    assert [p.name for p in tmp_path.iterdir()] == [path.name]


def test_read_only_can_be_read(tmp_path: Path) -> None:
    path = tmp_path / "archive" / "l"
    path.parent.mkdir()
    with Ledger.open(path) as ledger:
        ledger.append(make_reading())
    path.chmod(0o444)
    path.parent.chmod(0o555)
    try:
        with View.open(path) as view:
            assert len(list(view.readings())) == 1
    finally:
        path.parent.chmod(0o755)
        shutil.rmtree(path.parent)
