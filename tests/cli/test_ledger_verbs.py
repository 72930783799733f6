"""The verbs that show what a ledger holds."""

import json
import shlex
from pathlib import Path

import pytest

from recoupe.cli import status
from recoupe.model.issue import Issue
from recoupe.store.ledger import Ledger
from tests.factories import ARTICLE, VERSION, make_reading, readings


@pytest.fixture
def ledger(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Two French articles, a Russian one, and a file that could not be read."""
    path = tmp_path / "essai.ledger"
    with Ledger.open(path) as open_ledger:
        for reading in readings(2):
            open_ledger.append(reading)
        open_ledger.append(make_reading("Заголовок\n\nТекст.\n", "ru/001.txt", language="ru"))
        open_ledger.refuse("vide.txt", [Issue("empty", "the file is empty", "vide.txt")], version=VERSION)
    monkeypatch.setenv("RECOUPE_LEDGER", str(path))
    for name in ("LC_ALL", "LC_MESSAGES", "LANG", "FORCE_COLOR"):
        monkeypatch.delenv(name, raising=False)
    return path


def run(capsys: pytest.CaptureFixture[str], *arguments: str, code: int = 0) -> str:
    assert status(arguments) == code
    captured = capsys.readouterr()
    if code == 0:
        assert captured.err == ""
        return captured.out
    assert captured.out == ""
    assert captured.err.count("\n") == 1
    return captured.err


def table(text: str) -> list[list[str]]:
    return [line.split("\t") for line in text.splitlines()]


@pytest.mark.usefixtures("ledger")
def test_documents(capsys: pytest.CaptureFixture[str]) -> None:
    rows = table(run(capsys, "documents"))
    assert [row[1:4] for row in rows[1:]] == [
        ["news/000.txt", "fr", "2018-05-04"],
        ["news/001.txt", "fr", "2018-05-04"],
        ["ru/001.txt", "ru", "2018-05-04"],
    ]
    records = [json.loads(line) for line in run(capsys, "documents", "--json").splitlines()]
    assert [(r["document"], r["figures"], r["paths"]) for r in records] == [("000", 2, 1), ("001", 2, 1), ("001", 0, 1)]


FOUND = {
    "": 4,
    "--document news/000.txt": 2,
    "--source souhail": 2,
    "--source Sana": 0,
    "--effect killed": 4,
    "--effect wounded": 0,
    "--group civilians --effect killed": 4,
    "--place Hodeïda": 4,
    "--place Yémen": 4,
    "--place Syrie": 0,
    "--date 2018-05-03": 4,
    "--date 2018-05": 4,
    "--date 2017": 0,
    "--from 2018-05-04": 0,
    "--to 2018-05-03": 4,
    "--from 2018 --to 2018-06": 4,
}


@pytest.mark.usefixtures("ledger")
@pytest.mark.parametrize(("filters", "count"), FOUND.items())
def test_figures(capsys: pytest.CaptureFixture[str], filters: str, count: int) -> None:
    assert len(table(run(capsys, "figures", *filters.split()))) == 1 + count
    records = [json.loads(line) for line in run(capsys, "figures", "--json", *filters.split()).splitlines()]
    assert len(records) == count
    assert all(ARTICLE[r["start"] : r["end"]] == r["text"] for r in records)


@pytest.mark.usefixtures("ledger")
@pytest.mark.parametrize(
    ("filters", "numbers"),
    [
        ("", ["c1", "c2"] * 2),
        ("--source Khaled", ["c2"] * 2),
        ("--effect wounded", []),
        ("--place Yémen", ["c1", "c2"] * 2),
        ("--kind harm", ["c1", "c2"] * 2),
        ("--kind strike", ["c2"] * 2),
        ("--kind strike --effect wounded", []),
        ("--kind comparison", []),
    ],
)
def test_claims(capsys: pytest.CaptureFixture[str], filters: str, numbers: list[str]) -> None:
    assert [row[1] for row in table(run(capsys, "claims", *filters.split()))[1:]] == numbers
    records = [json.loads(line) for line in run(capsys, "claims", "--json", *filters.split()).splitlines()]
    assert [r["id"] for r in records] == numbers


@pytest.mark.usefixtures("ledger")
def test_show_marks_the_spans_and_lists_them(capsys: pytest.CaptureFixture[str]) -> None:
    shown = run(capsys, "show", "news/000.txt")
    assert "Yémen : {f1 douze civils tués} à Hodeïda\n" in shown
    assert "[a1 {f2 Douze civils} ont été tués jeudi dans une frappe à Hodeïda], a annoncé" in shown
    assert "a1  Khaled Souhail (directeur, hôpital Al-Thawra) – a annoncé" in shown
    for words in ("000", "000.txt", "news/000"):
        assert json.loads(run(capsys, "show", words, "--json"))["document"] == "000"


@pytest.mark.usefixtures("ledger")
def test_show_in_colours(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("FORCE_COLOR", "1")
    monkeypatch.setenv("COLUMNS", "200")
    shown = run(capsys, "show", "000")
    assert "\x1b[33mdouze civils tués\x1b[0m" in shown
    assert "{f1" not in shown


@pytest.mark.usefixtures("ledger")
@pytest.mark.parametrize(
    ("words", "message"),
    [
        ("001", "may be news/001.txt, ru/001.txt"),
        ("news/00", "may be news/000.txt, news/001.txt: say which"),
        ("ews/00", "did you mean news/000.txt or news/001.txt?"),
        ("news/0O0.txt", "did you mean"),
        ("rien-de-tel", "`recoupe documents` lists"),
        ("%", "`recoupe documents` lists"),
    ],
)
def test_a_document_that_cannot_be_told(capsys: pytest.CaptureFixture[str], words: str, message: str) -> None:
    assert message in run(capsys, "show", words, code=2)


@pytest.mark.usefixtures("ledger")
def test_a_document_by_the_beginning_of_its_id(capsys: pytest.CaptureFixture[str]) -> None:
    ids = {json.loads(line)["key"] for line in run(capsys, "documents", "--json").splitlines()}
    for id_ in ids:
        assert id_ in run(capsys, "show", id_)
        assert id_ in run(capsys, "show", id_[:12])
        assert id_ in run(capsys, "show", id_[4:12])


@pytest.mark.usefixtures("ledger")
def test_issues(capsys: pytest.CaptureFixture[str]) -> None:
    assert [row[0] for row in table(run(capsys, "issues"))[1:]] == ["vide.txt", "news/000.txt", "news/001.txt"]
    assert [row[0] for row in table(run(capsys, "issues", "--kind", "empty"))[1:]] == ["vide.txt"]
    [record] = [json.loads(line) for line in run(capsys, "issues", "--json", "--document", "000").splitlines()]
    assert (record["kind"], record["text"]) == ("date", "jeudi")


@pytest.mark.usefixtures("ledger")
def test_summary(capsys: pytest.CaptureFixture[str]) -> None:
    shown = run(capsys, "summary", "--lang", "fr")
    assert "3 documents : 2 en français, 1 en russe\n" in shown
    assert "4 chiffres, 4 avec un lieu, 4 avec une date" in shown
    assert "Douze civils\ttués\tHodeïda\tl’article (2), Khaled Souhail (2)\t2" in shown
    assert "1 × vide – le fichier est vide" in shown
    record = json.loads(run(capsys, "summary", "--json"))
    assert record["largest"][0]["documents"] == 2
    assert record["unread"][0]["examples"] == ["vide.txt"]


def test_what_to_try_next_works(capsys: pytest.CaptureFixture[str], ledger: Path) -> None:
    lines = run(capsys, "summary", "--ledger", str(ledger)).splitlines()
    tips = [shlex.split(line)[1:] for line in lines if line.startswith("  recoupe ")]
    assert [tip[0] for tip in tips] == ["show", "figures", "claims", "relays", "origins", "issues"]
    for tip in tips:
        # two articles that share no text have no relay to show
        assert len(run(capsys, *tip).splitlines()) > (tip[0] != "relays")


def test_an_empty_ledger(capsys: pytest.CaptureFixture[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LANG", "fr_FR.UTF-8")
    Ledger.open(tmp_path / "l").close()
    assert "Le registre est vide" in run(capsys, "summary", "--ledger", str(tmp_path / "l"))


@pytest.mark.usefixtures("ledger")
@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["figures", "--effect", "tués"], "--effect 'tués' is not one of killed, wounded"),
        (["figures", "--date", "mars 2017"], "--date 'mars 2017' is not a date"),
        (["claims", "--from", "2017-3"], "--from '2017-3' is not a date"),
        (["claims", "--kind", "harms"], "--kind 'harms' is not one of denial, admission"),
        (["issues", "--kind", "x"], "--kind 'x' is not one of"),
        (["show", ""], "the ledger has no document ''"),
        (["summary", "--lang", "de"], "--lang 'de' is not one of en, fr"),
    ],
)
def test_wrong_options(capsys: pytest.CaptureFixture[str], arguments: list[str], message: str) -> None:
    assert message in run(capsys, *arguments, code=2)


def test_no_ledger_named(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("RECOUPE_LEDGER", raising=False)
    assert "name a ledger" in run(capsys, "documents", code=2)


def test_a_ledger_that_is_not_there(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    assert "there is no ledger at" in run(capsys, "documents", "--ledger", str(tmp_path / "rien"), code=3)


def test_hostile_texts_reach_no_terminal(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    path = tmp_path / "l"
    with Ledger.open(path) as open_ledger:
        hostile = make_reading(f"{ARTICLE}\x1b[2J\u202e", "a\x1b[31m.txt", outlet="\x1b]0;x\x07", title="\x9b2J")
        open_ledger.append(hostile)
    for verb in (["documents"], ["figures"], ["claims"], ["issues"], ["summary"], ["show", hostile.document.id]):
        shown = run(capsys, *verb, "--ledger", str(path))
        assert not {"\x1b", "\x07", "\x9b", "\u202e"} & set(shown), verb
