"""`recoupe diff`: two articles side by side."""

import json
from pathlib import Path

import pytest

from recoupe import pipeline
from recoupe.cli import status
from recoupe.model.reading import Reading
from recoupe.stages.derive.comparison import Comparison
from recoupe.store.ledger import Ledger

FIRST = """Mali : quinze soldats tués près de Ménaka

Quinze soldats ont été tués mardi près de Ménaka, a annoncé le porte-parole de l’armée.

Les rebelles ont brûlé deux véhicules avant de se replier vers le nord.
"""
SECOND = """Mali : cinquante soldats tués près de Ménaka

Cinquante soldats ont été tués mardi près de Ménaka.

Les terroristes ont brûlé deux véhicules avant de se replier vers le nord.

La route reste fermée à la circulation, selon des témoins.
"""


@pytest.fixture
def articles(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> tuple[str, str]:
    for name in ("LC_ALL", "LC_MESSAGES", "LANG", "FORCE_COLOR", "RECOUPE_LEDGER"):
        monkeypatch.delenv(name, raising=False)
    for name, text in (("first.txt", FIRST), ("second.txt", SECOND)):
        (tmp_path / name).write_text(text, "utf-8")
    return str(tmp_path / "first.txt"), str(tmp_path / "second.txt")


def comparison(first: str, second: str) -> Comparison:
    a, b = pipeline.read("a.txt", first.encode()), pipeline.read("b.txt", second.encode())
    assert isinstance(a, Reading)
    assert isinstance(b, Reading)
    return pipeline.compare(a, b)


def test_side_by_side(articles: tuple[str, str], capsys: pytest.CaptureFixture[str]) -> None:
    assert status(["diff", *articles]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert lines[0] == "\t".join(articles)
    assert "Les {word rebelles} ont brûlé" in "".join(lines)
    assert "number\tanother one\tQuinze soldats\tCinquante soldats" in lines
    assert "who says so\tdropped\ta annoncé le porte-parole de l’armée\t" in lines
    assert "\tLa route reste fermée à la circulation, {who says so selon des témoins}." in lines


def test_for_people(
    articles: tuple[str, str], capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("FORCE_COLOR", "1")
    monkeypatch.setenv("COLUMNS", "120")
    assert status(["diff", *articles, "--lang", "fr"]) == 0
    out = capsys.readouterr().out
    assert "\x1b[33mQuinze soldats\x1b[0m" in out
    assert "qui le dit" in out
    assert "{" not in out


def test_json(articles: tuple[str, str], capsys: pytest.CaptureFixture[str]) -> None:
    assert status(["diff", *articles, "--json"]) == 0
    found = json.loads(capsys.readouterr().out)
    assert (found["from"], found["to"]) == articles
    assert len(found["passages"]) == 3
    for change in found["changes"]:
        for side, text in (("from", FIRST), ("to", SECOND)):
            span = change[side]
            assert span is None or span["text"] == text[span["start"] : span["end"]]


def test_documents_of_a_ledger(articles: tuple[str, str], tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    ledger = tmp_path / "essai.ledger"
    with Ledger.open(ledger) as opened:
        pipeline.run(articles, opened)
    assert status(["diff", "first", "second", "--ledger", str(ledger), "--json"]) == 0
    assert json.loads(capsys.readouterr().out)["to"] == articles[1]


def test_nothing_in_common(tmp_path: Path, articles: tuple[str, str], capsys: pytest.CaptureFixture[str]) -> None:
    other = tmp_path / "other.txt"
    other.write_text(
        "Le marché de Noël ouvre samedi\n\nLes commerçants attendent une foule nombreuse sur la place.\n", "utf-8"
    )
    assert status(["diff", articles[0], str(other)]) == 0
    assert capsys.readouterr().out == "The two have no passage in common.\n"
    assert status(["diff", articles[0], articles[0]]) == 0
    assert capsys.readouterr().out.endswith("Nothing was found to differ in meaning.\n")


def test_a_file_that_is_not_there(articles: tuple[str, str], capsys: pytest.CaptureFixture[str]) -> None:
    assert status(["diff", articles[0], "nowhere.txt"]) == 2
    assert "nowhere.txt" in capsys.readouterr().err


def test_every_passage_is_shown_once() -> None:
    shown = comparison(FIRST, SECOND)
    for document, side in ((shown.a, "left"), (shown.b, "right")):
        spans = [span for row in shown.rows for span in getattr(row, side)]
        assert [s.start for s in spans] == sorted({s.start for s in spans})
        assert all(word in "".join(s.text for s in spans) for word in document.text.split())
    assert all(any(change in row.changes for row in shown.rows) for change in shown.changes)
