"""`recoupe incidents`, `incident`, `series`, `near`, `decide`, `decisions` and `rules` on a small ledger."""

import json
from pathlib import Path
from typing import Any

import pytest

from recoupe import pipeline
from recoupe.cli import status
from recoupe.store.ledger import Ledger
from tests.cli.command import output_of

ARTICLES = {
    "wire.txt": """Mali : 23 civils tués à Ménaka, selon le gouverneur

MÉNAKA, 12 juin 2019 (AVS) – Vingt-trois civils ont été tués lundi au marché de Ménaka, a annoncé le gouverneur Oumar Traoré.
""",
    "hospital.txt": """Ménaka : l'hôpital compte 31 morts

Publié le 13 juin 2019

L'hôpital de Ménaka a indiqué mercredi que 31 civils avaient été tués lundi 10 juin dans l'attaque du marché de la ville.
""",
    "later.txt": """Nouvelle attaque à Ménaka

Publié le 22 juin 2019

Six civils ont été tués vendredi 21 juin à Ménaka, a déclaré le maire.

Depuis le 1er janvier 2019, au moins 412 civils ont été tués au Mali, selon l'ONU.
""",
    "election.txt": """Législatives en Islande : la participation en hausse

Publié le 13 juin 2019

Quelque 31 candidats se présentent dans le nord de l'île, a indiqué la préfecture.
""",
}


@pytest.fixture(scope="module")
def ledger(tmp_path_factory: pytest.TempPathFactory) -> str:
    folder = tmp_path_factory.mktemp("incidents")
    for name, text in ARTICLES.items():
        (folder / name).write_text(text, "utf-8")
    path = str(folder / "x.ledger")
    assert status(["run", *(str(folder / name) for name in ARTICLES), "--ledger", path]) == 0
    return path


def _records(capsys: pytest.CaptureFixture[str], *arguments: str) -> list[dict[str, Any]]:
    return [json.loads(line) for line in output_of(capsys, *arguments, "--json").splitlines()]


def test_incidents_for_programs(ledger: str, capsys: pytest.CaptureFixture[str]) -> None:
    first, second = _records(capsys, "incidents", "--ledger", ledger)
    assert (first["date_from"], second["date_from"]) == ("2019-06-10", "2019-06-21")
    assert {Path(path).name for path in first["documents"]} == {"wire.txt", "hospital.txt"}
    assert first["label"] == {"fr": "Ménaka, 10 juin 2019", "en": "Menaka, 10 June 2019"}
    assert (first["country"], first["precision"]) == ("ML", "settlement")
    for figure in first["figures"]:
        text = ARTICLES[Path(figure["path"]).name]
        assert text[figure["start"] : figure["end"]] == figure["text"]
    texts = {figure["id"]: figure["text"] for figure in first["figures"]}
    conflicts = [(texts[d["first"]], texts[d["second"]]) for d in first["disagreements"] if d["kind"] == "conflict"]
    assert conflicts == [("23 civils", "31 civils")]
    own = next(t for t in first["tallies"] if t["rule"] == "origins" and t["group"] == "civilians")
    assert (own["low"], own["high"], own["origins_high"]) == (23, 31, 2)
    assert {each["name"] for each in first["origins"]} >= {"Oumar Traoré"}
    assert all(criterion["met"] in (True, False, None) for criterion in first["grade"]["criteria"])


@pytest.mark.parametrize(("language", "conflict"), [("en", "1 conflict"), ("fr", "1 conflit")])
def test_incidents_for_people(ledger: str, capsys: pytest.CaptureFixture[str], language: str, conflict: str) -> None:
    printed = output_of(capsys, "--lang", language, "incidents", "--ledger", ledger)
    assert conflict in printed.splitlines()[1]
    assert len(printed.splitlines()) == 3


@pytest.mark.parametrize(("asked", "count"), [("Mali", 2), ("Ménaka", 2), ("Niger", 0)])
def test_incidents_of_a_place(ledger: str, capsys: pytest.CaptureFixture[str], asked: str, count: int) -> None:
    assert len(_records(capsys, "incidents", "--place", asked, "--ledger", ledger)) == count


def test_incidents_of_a_time(ledger: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert len(_records(capsys, "incidents", "--from", "2019-06-15", "--ledger", ledger)) == 1
    assert len(_records(capsys, "incidents", "--date", "2019-06", "--ledger", ledger)) == 2


@pytest.mark.parametrize("language", ["en", "fr"])
def test_an_incident_told_in_full(ledger: str, capsys: pytest.CaptureFixture[str], language: str) -> None:
    by_figure = output_of(capsys, "--lang", language, "incident", "wire:f1", "--ledger", ledger)
    identity = _records(capsys, "incidents", "--ledger", ledger)[0]["id"]
    assert by_figure == output_of(capsys, "--lang", language, "incident", identity[:14], "--ledger", ledger)
    for words in ("23 civils", "31 civils", "Airwars", "UCDP", "ACLED", "Iraq Body Count", "wire", "hospital"):
        assert words in by_figure
    (record,) = _records(capsys, "incident", identity, "--ledger", ledger)
    assert record["id"] == identity


@pytest.mark.parametrize("asked", ["incident-0000", "nothing", "wire:f99", "%"])
def test_no_such_incident(ledger: str, capsys: pytest.CaptureFixture[str], asked: str) -> None:
    assert status(["incident", asked, "--ledger", ledger]) == 2
    assert asked in capsys.readouterr().err


def test_series(ledger: str, capsys: pytest.CaptureFixture[str]) -> None:
    (record,) = _records(capsys, "series", "--ledger", ledger)
    assert (record["kind"], record["country"], record["date_from"]) == ("series", "ML", "2019-01-01")
    assert record["grade"] is None
    assert "412" in output_of(capsys, "series", "--ledger", ledger)


def test_near(ledger: str, capsys: pytest.CaptureFixture[str]) -> None:
    near = _records(capsys, "near", "Ménaka", "--km", "15", "--ledger", ledger)
    incidents = [record for record in near if "km" in record]
    assert [record["km"] for record in incidents] == [0.0, 0.0]
    assert {record["document"] for record in near if "km" not in record} == {"wire", "hospital", "later"}
    assert _records(capsys, "near", "Bamako", "--km", "15", "--ledger", ledger) == []
    assert "Ménaka" in output_of(capsys, "near", "Ménaka", "--ledger", ledger)


@pytest.mark.parametrize("km", ["-1", "far", "nan", "inf", "99999", ""])
def test_no_such_distance(ledger: str, capsys: pytest.CaptureFixture[str], km: str) -> None:
    assert status(["near", "Ménaka", f"--km={km}", "--ledger", ledger]) == 2
    assert "km" in capsys.readouterr().err


def test_no_such_place(ledger: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert status(["near", "Xyzzyville", "--ledger", ledger]) == 2
    assert "Xyzzyville" in capsys.readouterr().err


def test_a_ledger_that_was_only_read_says_why_it_has_no_incidents(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "x.ledger"
    article = tmp_path / "wire.txt"
    article.write_text(ARTICLES["wire.txt"], "utf-8")
    with Ledger.open(path) as ledger:
        pipeline.run([str(article)], ledger)
    assert status(["incidents", "--ledger", str(path)]) == 0
    assert "`recoupe run`" in capsys.readouterr().err
    assert status(["run", str(article), "--ledger", str(path)]) == 0
    assert status(["incidents", "--place", "Paris", "--ledger", str(path)]) == 0
    assert "`recoupe run`" not in capsys.readouterr().err


def test_decisions_are_kept_to_and_taken_back(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = str(tmp_path / "x.ledger")
    names = []
    for name in ("wire.txt", "hospital.txt"):
        (tmp_path / name).write_text(ARTICLES[name], "utf-8")
        names.append(str(tmp_path / name))
    assert status(["run", *names, "--ledger", path]) == 0
    judge = ("--who", "A. B.", "--why", "two markets", "--ledger", path)
    assert len(_records(capsys, "incidents", "--ledger", path)) == 1
    decided = ["decide", "apart", "wire:f1", "wire:f2", "--from", "hospital:f1", "--from", "hospital:f2", *judge]
    (decision,) = _records(capsys, *decided)
    assert len(_records(capsys, "incidents", "--ledger", path)) == 2
    assert status(["run", *names, "--ledger", path]) == 0
    assert len(_records(capsys, "incidents", "--ledger", path)) == 2
    output_of(capsys, "decide", "withdrawn", decision["id"], *judge)
    again = output_of(capsys, *decided)
    first, second = _records(capsys, "incidents", "--ledger", path)
    assert first["id"] in again
    assert second["id"] in again
    assert again.count("2 of its figures now stand in") == 2
    assert "of its figures" not in output_of(capsys, "decide", "withdrawn", again.split()[1], *judge)
    assert len(_records(capsys, "incidents", "--ledger", path)) == 1
    kept = _records(capsys, "decisions", "--ledger", path)
    assert [each["verdict"] for each in kept] == ["apart", "withdrawn"] * 2
    assert "two markets" in output_of(capsys, "decisions", "--ledger", path)


@pytest.mark.parametrize(
    "arguments",
    [
        ["same", "wire:f1", "hospital:f1"],  # nobody says so
        ["same", "wire:f1", "--who", "A", "--why", "b"],
        ["apart", "wire:f1", "--who", "A", "--why", "b"],
        ["apart", "wire:f1", "--from", "wire:f1", "--who", "A", "--why", "b"],
        ["merge", "wire:f1", "wire:f2", "--who", "A", "--why", "b"],
        ["withdrawn", "decision-0000", "--who", "A", "--why", "b"],
        ["same", "nothing", "wire:f1", "--who", "A", "--why", "b"],
    ],
)
def test_decisions_that_cannot_be(ledger: str, capsys: pytest.CaptureFixture[str], arguments: list[str]) -> None:
    assert status(["decide", *arguments, "--ledger", ledger]) == 2
    assert capsys.readouterr().err.count("\n") == 1
    assert _records(capsys, "decisions", "--ledger", ledger) == []


@pytest.mark.parametrize("language", ["en", "fr"])
def test_rules(capsys: pytest.CaptureFixture[str], language: str) -> None:
    printed = output_of(capsys, "--lang", language, "rules")
    records = _records(capsys, "rules")
    assert {"airwars", "ucdp", "acled", "ibc", "conservative", "informative", "representative", "origins"} == {
        record["rule"] for record in records
    }
    assert all(record["name"][language] in printed for record in records)
