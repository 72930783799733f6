"""The same records come out of every way to fill a ledger: any order, any engine, all at once or in parts."""

import json
import random
from pathlib import Path

import pytest

from recoupe.export.reading_json import reading_to_json
from recoupe.model.reading import Reading
from recoupe.pipeline import read, run
from recoupe.store.ledger import Ledger
from recoupe.store.view import View

ARTICLES = sorted(str(path) for path in (Path(__file__).parents[2] / "samples" / "articles").iterdir())


def export(path: Path) -> str:
    with View.open(path) as view:
        return "\n".join(json.dumps(reading_to_json(r), ensure_ascii=False) for r in view.readings())


@pytest.fixture(scope="module")
def plain(tmp_path_factory: pytest.TempPathFactory) -> str:
    """The export of a ledger filled by one process, in the order of the names."""
    path = tmp_path_factory.mktemp("plain") / "l"
    with Ledger.open(path) as ledger:
        assert run(ARTICLES, ledger, jobs=1).read == len(ARTICLES)
    return export(path)


def test_the_order_of_documents_does_not_show(tmp_path: Path, plain: str) -> None:
    shuffled = random.Random(2).sample(ARTICLES, len(ARTICLES))
    with Ledger.open(tmp_path / "l") as ledger:
        run(shuffled, ledger, jobs=1)
    assert export(tmp_path / "l") == plain


def test_several_processes_make_the_same_file(tmp_path: Path, plain: str) -> None:
    for name, jobs in (("one", 1), ("two", 2)):
        with Ledger.open(tmp_path / name) as ledger:
            assert run(ARTICLES, ledger, jobs=jobs).read == len(ARTICLES)
    assert export(tmp_path / "two") == plain
    assert (tmp_path / "one").read_bytes() == (tmp_path / "two").read_bytes()


def test_in_parts_and_again(tmp_path: Path, plain: str) -> None:
    for part in (ARTICLES[:20], ARTICLES[10:], ARTICLES):
        with Ledger.open(tmp_path / "l") as ledger:
            report = run(part, ledger, jobs=1)
    assert (report.read, report.again, report.known) == (0, 0, len(ARTICLES))
    assert export(tmp_path / "l") == plain


def test_the_ledger_gives_back_what_was_read(tmp_path: Path) -> None:
    with Ledger.open(tmp_path / "l") as ledger:
        run(ARTICLES, ledger, jobs=1)
    with View.open(tmp_path / "l") as view:
        held = {reading.document.path: reading for reading in view.readings()}
    for path in ARTICLES:
        made = read(path, Path(path).read_bytes())
        assert isinstance(made, Reading)
        assert held[path] == made
