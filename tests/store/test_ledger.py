"""The ledger takes a Reading in whole, keeps what it had, and gives back what it was given."""

import dataclasses
import itertools
import json
import sqlite3
from pathlib import Path

import pytest

from recoupe.errors import LedgerError
from recoupe.export.reading_json import reading_to_json
from recoupe.model.issue import Issue
from recoupe.store.ledger import Ledger
from recoupe.store.view import View
from tests.factories import ARTICLE, MINISTRY, VERSION, make_document, make_reading, readings

NEWER = VERSION.replace("fr-00000000", "fr-11111111")


def export(path: Path) -> str:
    with View.open(path) as view:
        return "\n".join(json.dumps(reading_to_json(r), ensure_ascii=False) for r in view.readings())


def rows(path: Path, table: str) -> int:
    with sqlite3.connect(path) as connection:
        count: int = connection.execute(f"SELECT count(*) FROM {table}").fetchone()[0]
        return count


def test_gives_back_what_it_was_given(tmp_path: Path) -> None:
    given = make_reading()
    with Ledger.open(tmp_path / "l") as ledger:
        assert ledger.append(given)
    with View.open(tmp_path / "l") as view:
        assert view.reading(given.document.id) == given
        assert list(view.readings()) == [given]


def test_a_second_time_adds_nothing(tmp_path: Path) -> None:
    with Ledger.open(tmp_path / "l") as ledger:
        ledger.append(make_reading())
    before = (tmp_path / "l").read_bytes()
    with Ledger.open(tmp_path / "l") as ledger:
        assert not ledger.also("news/hodeida.txt", make_document().sha256)
    assert (tmp_path / "l").read_bytes() == before
    with Ledger.open(tmp_path / "l") as ledger:
        assert not ledger.append(make_reading())
        assert ledger.known(make_reading().document.sha256) == (make_reading().document.id, "fr", VERSION, None)
    for table in ("documents", "readings", "figures", "acquisitions", "issues"):
        assert rows(tmp_path / "l", table) == {"figures": 2}.get(table, 1)


def test_a_new_version_is_read_again_and_the_old_reading_kept(tmp_path: Path) -> None:
    with Ledger.open(tmp_path / "l") as ledger:
        ledger.append(make_reading())
        assert ledger.append(make_reading(version=NEWER))
    assert rows(tmp_path / "l", "readings") == 2
    with View.open(tmp_path / "l") as view:
        assert [r.version for r in view.readings()] == [NEWER]
        assert len(list(view.figures())) == 2
        assert view.summary().figures == 2


def test_a_date_given_is_another_reading(tmp_path: Path) -> None:
    dated = dataclasses.replace(make_document(), published="2018-05-05", published_source="given")
    with Ledger.open(tmp_path / "l") as ledger:
        ledger.append(make_reading())
        assert ledger.append(dataclasses.replace(make_reading(), document=dated), given="2018-05-05")
        known = ledger.known(dated.sha256)
    assert known is not None
    assert known.given == "2018-05-05"
    with View.open(tmp_path / "l") as view:
        assert [row.published for row in view.documents()] == ["2018-05-05"]


def test_another_path_of_the_same_bytes(tmp_path: Path) -> None:
    sha = make_document().sha256
    with Ledger.open(tmp_path / "l") as ledger:
        ledger.append(make_reading(path="b/again.txt"))
        assert ledger.also("a/first.txt", sha)
        assert not ledger.also("a/first.txt", sha)
        with pytest.raises(LedgerError, match="no reading"):
            ledger.also("a/first.txt", "0" * 64)
    with View.open(tmp_path / "l") as view:
        [row] = view.documents()
        assert (row.path, row.paths) == ("a/first.txt", 2)
        assert view.find("b/again.txt") == view.find("a/first.txt") == row.id


def test_the_order_of_documents_does_not_show(tmp_path: Path) -> None:
    several = [*readings(3), make_reading(path="other.txt")]
    exports = set()
    for n, order in enumerate(itertools.permutations(several)):
        with Ledger.open(tmp_path / str(n)) as ledger:
            for reading in order:
                ledger.append(reading)
        exports.add(export(tmp_path / str(n)))
    assert len(exports) == 1


def test_a_file_that_gave_no_document(tmp_path: Path) -> None:
    empty = Issue("empty", "the file is empty", "x.txt")
    with Ledger.open(tmp_path / "l") as ledger:
        assert ledger.refuse("x.txt", [empty], version=VERSION)
        assert not ledger.refuse("x.txt", [empty], version=VERSION)
        assert ledger.known("0" * 64) is None
        assert ledger.refuse("x.txt", [Issue("unreadable", "it is binary", "x.txt")], version=VERSION, sha256="0" * 64)
    with View.open(tmp_path / "l") as view:
        assert [i.reason for i in view.issues()] == ["it is binary"]
    with Ledger.open(tmp_path / "l") as ledger:
        ledger.append(make_reading(path="x.txt"))
    with View.open(tmp_path / "l") as view:
        assert "it is binary" not in [i.reason for i in view.issues()]
        assert view.summary().unread == ()


def test_half_a_surrogate_pair_cannot_be_stored_and_does_not_stop_the_reading(tmp_path: Path) -> None:
    text = f"{ARTICLE}\ud800 ?"
    reading = make_reading(text, "caf\udce9.txt", outlet="Le\udfffsoir")
    with Ledger.open(tmp_path / "l") as ledger:
        assert ledger.append(reading)
    with View.open(tmp_path / "l") as view:
        [back] = view.readings()
    assert back.document.text == f"{ARTICLE}\ufffd ?"
    assert back.document.outlet == "Le\ufffdsoir"
    assert back.document.path == "caf\\udce9.txt"
    assert back.figures == reading.figures


def test_what_was_known_of_a_source_then_stays(tmp_path: Path) -> None:
    old = make_reading()
    renamed = dataclasses.replace(MINISTRY, id="person-khaled-souhail", name="Khalid Suhail")
    new = make_reading(f"{ARTICLE}.")
    attributions = tuple(dataclasses.replace(a, entity=renamed) for a in new.attributions)
    new = dataclasses.replace(new, attributions=attributions)
    with Ledger.open(tmp_path / "l") as ledger:
        ledger.append(old)
        ledger.append(new)
    with View.open(tmp_path / "l") as view:
        assert view.reading(old.document.id) == old
        assert view.reading(new.document.id) == new


def test_at_rest_it_is_one_file(tmp_path: Path) -> None:
    with Ledger.open(tmp_path / "l") as ledger:
        ledger.append(make_reading())
        assert (tmp_path / "l-wal").exists()
    assert [p.name for p in tmp_path.iterdir()] == ["l"]


def test_can_be_read_while_it_is_written(tmp_path: Path) -> None:
    first, second = readings(2)
    with Ledger.open(tmp_path / "l") as ledger:
        ledger.append(first)
        with View.open(tmp_path / "l") as view:
            shown = view.figures()
            next(shown)
            ledger.append(second)
            assert {row.origin.id for row in shown} == {first.document.id}
            assert len(list(view.figures())) == 4
    with View.open(tmp_path / "l") as view:
        assert len(list(view.readings())) == 2
