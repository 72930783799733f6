"""A run reads what the ledger lacks and nothing else, and accounts for every path."""

from collections.abc import Callable
from pathlib import Path

import pytest

from recoupe import pipeline
from recoupe.intake import Report
from recoupe.model.issue import Issue
from recoupe.model.reading import Reading
from recoupe.store.ledger import Ledger
from recoupe.store.view import View
from recoupe.version import version
from tests.factories import ARTICLE, make_reading

Read = Callable[..., Reading | tuple[Issue, ...]]


@pytest.fixture
def calls(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The paths that were read. The text « illisible » gives no Document, « faute » is a fault of ours."""
    made: list[str] = []

    def read(path: str, data: bytes, *, published: str | None = None) -> Reading | tuple[Issue, ...]:
        made.append(path)
        text = data.decode()
        if "faute" in text:
            raise ZeroDivisionError("no such luck")
        if "illisible" in text:
            return (Issue("unreadable", "it is not text", path),)
        return make_reading(text, path, version=version("fr"), published=published or "2018-05-04")

    monkeypatch.setattr(pipeline, "read", read)
    return made


def write(folder: Path, **texts: str) -> list[str]:
    for name, text in texts.items():
        (folder / f"{name}.txt").write_text(text, "utf-8")
    return [str(folder / f"{name}.txt") for name in texts]


def run(ledger: Path, paths: list[str], published: str | None = None) -> Report:
    with Ledger.open(ledger) as open_ledger:
        return pipeline.run(paths, open_ledger, jobs=1, published=published)


def test_what_is_there_is_not_read_again(tmp_path: Path, calls: list[str]) -> None:
    paths = write(tmp_path, a=ARTICLE, b=f"{ARTICLE}b")
    assert run(tmp_path / "l", paths) == Report(read=2)
    before = (tmp_path / "l").read_bytes()
    assert run(tmp_path / "l", paths) == Report(known=2)
    assert calls == paths
    assert (tmp_path / "l").read_bytes() == before


def test_a_copy_is_another_path_of_one_document(tmp_path: Path, calls: list[str]) -> None:
    paths = write(tmp_path, b=ARTICLE, a=ARTICLE)
    assert run(tmp_path / "l", paths) == Report(read=1, copies=1)
    assert run(tmp_path / "l", write(tmp_path, c=ARTICLE)) == Report(copies=1)
    assert run(tmp_path / "l", [*paths, str(tmp_path / "c.txt")]) == Report(known=3)
    assert calls == [str(tmp_path / "b.txt")]
    with View.open(tmp_path / "l") as view:
        [row] = view.documents()
    assert (row.path, row.paths) == (str(tmp_path / "a.txt"), 3)


def test_another_version_reads_again(tmp_path: Path, calls: list[str], monkeypatch: pytest.MonkeyPatch) -> None:
    paths = write(tmp_path, a=ARTICLE)
    run(tmp_path / "l", paths)
    monkeypatch.setattr("recoupe.intake.version", lambda language: f"recoupe/9 pack/{language}-9")
    assert run(tmp_path / "l", paths) == Report(again=1)
    assert len(calls) == 2


def test_a_date_given_reads_again_and_is_remembered(tmp_path: Path, calls: list[str]) -> None:
    paths = write(tmp_path, a=ARTICLE)
    run(tmp_path / "l", paths)
    assert run(tmp_path / "l", paths, "2018-05-06") == Report(again=1)
    assert run(tmp_path / "l", paths, "2018-05-06") == Report(known=1)
    assert run(tmp_path / "l", paths) == Report(known=1)
    assert len(calls) == 2
    with View.open(tmp_path / "l") as view:
        assert [row.published for row in view.documents()] == ["2018-05-06"]


def test_what_gives_no_document_is_an_issue_and_costs_no_other(tmp_path: Path, calls: list[str]) -> None:
    paths = write(tmp_path, a="illisible", b="", c="faute", d=ARTICLE, e="illisible")
    report = run(tmp_path / "l", paths)
    assert report == Report(read=1, refused=4)
    with View.open(tmp_path / "l") as view:
        reasons = {Path(issue.path).stem: issue.reason for issue in view.issues() if issue.document is None}
    assert reasons.keys() == {"a", "b", "c", "e"}
    assert reasons["c"] == "reading it failed inside recoupe (ZeroDivisionError: no such luck)"
    assert run(tmp_path / "l", paths) == Report(known=1, refused=4)
    with View.open(tmp_path / "l") as view:
        assert len([issue for issue in view.issues() if issue.document is None]) == 4


def test_a_file_that_was_mended_is_no_issue_any_more(tmp_path: Path, calls: list[str]) -> None:
    run(tmp_path / "l", write(tmp_path, a="illisible"))
    run(tmp_path / "l", write(tmp_path, a=ARTICLE))
    with View.open(tmp_path / "l") as view:
        assert [issue for issue in view.issues() if issue.document is None] == []


def test_a_folder_with_other_files_is_no_failure(tmp_path: Path, calls: list[str]) -> None:
    folder = tmp_path / "news"
    folder.mkdir()
    write(folder, a=ARTICLE)
    (folder / "notes.json").write_text("{}")
    assert run(tmp_path / "l", [str(folder)]) == Report(read=1)
    with View.open(tmp_path / "l") as view:
        [passed] = [issue for issue in view.issues() if issue.document is None]
    assert passed.path == str(folder)


def test_the_watch_is_told_of_every_path(tmp_path: Path, calls: list[str]) -> None:
    told: list[tuple[int, int]] = []
    with Ledger.open(tmp_path / "l") as ledger:
        pipeline.run(
            write(tmp_path, a=ARTICLE, b=""), ledger, jobs=1, watch=lambda done, total: told.append((done, total))
        )
    assert told == [(0, 2), (1, 2), (2, 2)]
