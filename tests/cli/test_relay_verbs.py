"""`recoupe relays`, `origins`, `trace` and `diff` on a small ledger, in both languages, for people and for programs."""

import json
from pathlib import Path

import pytest

from recoupe.cli import status
from tests.cli.command import output_of
from tests.test_relating import ARTICLES


@pytest.fixture(scope="module")
def ledger(tmp_path_factory: pytest.TempPathFactory) -> str:
    folder = tmp_path_factory.mktemp("relays")
    for name, text in ARTICLES.items():
        (folder / name).write_text(text, "utf-8")
    path = str(folder / "x.ledger")
    assert status(["run", *(str(folder / name) for name in ARTICLES), "--ledger", path]) == 0
    return path


def test_relays_for_programs(ledger: str, capsys: pytest.CaptureFixture[str]) -> None:
    records = [json.loads(line) for line in output_of(capsys, "relays", "--json", "--ledger", ledger).splitlines()]
    by_pair = {(Path(r["from"]).name, Path(r["to"]).name): r for r in records}
    copy = by_pair["agency.txt", "copy.txt"]
    assert copy["kind"] == "verbatim"
    assert copy["direction_known"] is True
    assert copy["score"] > 0.9
    texts = dict(ARTICLES.items())
    for evidence in copy["evidence"]:
        if evidence["to_start"] is not None:
            assert texts["copy.txt"][evidence["to_start"] : evidence["to_end"]] == evidence["to_text"]
    assert {e["kind"] for e in copy["evidence"]} == {"text", "credit"}


@pytest.mark.parametrize(("language", "kind"), [("en", "verbatim"), ("fr", "à l’identique")])
def test_relays_for_people(ledger: str, capsys: pytest.CaptureFixture[str], language: str, kind: str) -> None:
    printed = output_of(capsys, "--lang", language, "relays", "--document", "copy", "--ledger", ledger)
    assert printed.splitlines()[1].split("\t")[:3] == ["agency", "copy", kind]


def test_origins_for_programs(ledger: str, capsys: pytest.CaptureFixture[str]) -> None:
    records = [json.loads(line) for line in output_of(capsys, "origins", "--json", "--ledger", ledger).splitlines()]
    dead = [r for r in records if r["text"].endswith("23 civils")]
    assert {Path(r["path"]).name for r in dead} == {"agency.txt", "copy.txt", "review.txt"}
    assert len({r["origin"] for r in dead}) == 1
    assert {r["name"] for r in dead} == {"Oumar Traoré"}
    assert all((r["independent_minimum"], r["independent_maximum"]) == (1, 1) for r in dead)
    for record in records:
        text = ARTICLES[Path(record["path"]).name]
        assert text[record["start"] : record["end"]] == record["text"]


def test_a_figure_is_traced(ledger: str, capsys: pytest.CaptureFixture[str]) -> None:
    printed = output_of(capsys, "trace", "copy:f2", "--ledger", ledger)
    assert [word in printed for word in ("Au moins 23 civils", "agency", "Oumar Traoré", "verbatim")] == [True] * 4
    assert printed.rstrip().endswith("1")
    ways = [
        json.loads(line) for line in output_of(capsys, "trace", "copy:f2", "--json", "--ledger", ledger).splitlines()
    ]
    assert [Path(way["path"]).name for way in ways] == ["copy.txt", "agency.txt"]
    assert ways[0]["relay"]["kind"] == "verbatim"
    assert ways[1]["relay"] is None


@pytest.mark.parametrize("asked", ["copy:f99", "fig-0000", "%"])
def test_no_such_figure(ledger: str, capsys: pytest.CaptureFixture[str], asked: str) -> None:
    assert status(["trace", asked, "--ledger", ledger]) == 2
    assert asked in capsys.readouterr().err


def test_a_beginning_that_is_no_one_figures(ledger: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert status(["trace", "fig-", "--ledger", ledger]) == 2
    assert "fig-" in capsys.readouterr().err
