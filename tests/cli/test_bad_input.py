"""Whatever is given, there is one clear sentence or an Issue, the right exit code, and no trace of the insides."""

import gzip
import json
import random
from collections.abc import Callable
from pathlib import Path

import pytest

from recoupe.store.ledger import Ledger
from recoupe.store.view import View
from tests.cli.command import recoupe
from tests.factories import ARTICLE, readings

BODY = (
    "Bamako : sept soldats tués près de Ménaka\n\nBamako, 3 mars 2022 (Agence du Fleuve) – Sept soldats ont été tués "
    "mercredi dans une attaque près de Ménaka, a annoncé jeudi le ministère malien de la Défense.\n"
)
FURNITURE = (
    "<html><head><title>Le Fleuve</title></head><body><nav><a href='/'>Accueil</a> <a href='/m'>Monde</a></nav>"
    "<div class='cookies'>Nous utilisons des cookies. <a href='#'>Tout accepter</a></div>"
    "<footer><a href='/c'>Contact</a> <a href='/l'>Mentions légales</a></footer></body></html>"
)


def empty(path: Path) -> None:
    path.touch()


def binary(path: Path) -> None:
    path.write_bytes(random.Random(1).randbytes(50_000))


def huge(path: Path) -> None:
    with path.open("wb") as file:
        file.truncate(200_000_000)


def cut_gzip(path: Path) -> None:
    path.write_bytes(gzip.compress((BODY * 50).encode())[:-20])


def bomb(path: Path) -> None:
    path.write_bytes(gzip.compress(b"\0" * 60_000_000))


REFUSED: dict[str, tuple[str, Callable[[Path], None], str]] = {
    "an empty file": ("a.txt", empty, "the file is empty"),
    "a binary file": ("a.txt", binary, ""),
    "200 MB": ("a.txt", huge, "it is larger than"),
    "gzip cut short": ("a.txt.gz", cut_gzip, "gzip data is damaged or stops in the middle"),
    "a gzip bomb": ("a.txt.gz", bomb, "it is larger than"),
}


@pytest.mark.parametrize(("name", "make", "words"), REFUSED.values(), ids=REFUSED)
def test_refused(tmp_path: Path, name: str, make: Callable[[Path], None], words: str) -> None:
    make(tmp_path / name)
    read = recoupe("read", tmp_path / name)
    assert (read.returncode, read.stdout) == (1, "")
    assert read.stderr.startswith(f"{tmp_path / name}: ")
    assert words in read.stderr
    assert read.stderr.count("\n") == 1
    (tmp_path / "good.txt").write_text(BODY)
    run = recoupe("run", tmp_path / name, tmp_path / "good.txt", "--ledger", tmp_path / "l")
    assert (run.returncode, run.stderr) == (1, "")
    assert "1 could not be read" in run.stdout
    with View.open(tmp_path / "l") as view:
        assert [row.path for row in view.documents()] == [str(tmp_path / "good.txt")]
        [issue] = [issue for issue in view.issues() if issue.document is None]
        assert issue.path == str(tmp_path / name)
        assert words in issue.reason


KEPT: dict[str, tuple[str, bytes]] = {
    "Latin-1": ("a.txt", BODY.replace("–", "-").encode("latin-1")),
    "Windows-1252 that says UTF-8": ("a.html", f"<meta charset='utf-8'><h1>Mali</h1><p>{BODY}".encode("cp1252")),
    "UTF-8 with a wrong byte": ("a.txt", BODY.encode() + b"Fin \xff."),
    "a page that is all furniture": ("a.html", FURNITURE.encode()),
    "Turkish": ("a.txt", "Ankara, Dakuk’ta onlarca sivilin öldüğünü açıkladı; bölgeye ekipler gönderildi.\n".encode()),
    "Klingon": ("a.txt", b"qaStaH nuq jay'? tlhIngan maH! Heghlu'meH QaQ jajvam.\n"),
    "10^40 dead": ("a.txt", BODY.replace("Sept", "1" + "0" * 40).encode()),
    "ten thousand digits": ("a.txt", BODY.replace("Sept", "9" * 10_000).encode()),
    "the year 9999": ("a.txt", BODY.replace("2022", "9999").encode()),
    "the 31st of February": ("a.txt", BODY.replace("3 mars 2022", "31 février 2022").encode()),
    "one character": ("a.txt", b"a"),
    "only marks": ("a.txt", "« « « “ » – … ?!\n\n\n".encode()),
    "zero bytes in a text": ("a.txt", BODY.replace("\n\n", "\n\0\n").encode()),
    "one line without end": ("a.txt", ("Sept civils tués, selon l’armée, " * 300).encode()),
    "nested marks": ("a.html", b"<div>" * 5000 + BODY.encode()),
}


@pytest.mark.parametrize(("name", "data"), KEPT.values(), ids=KEPT)
def test_kept(tmp_path: Path, name: str, data: bytes) -> None:
    (tmp_path / name).write_bytes(data)
    read = recoupe("read", "--json", tmp_path / name)
    run = recoupe("run", tmp_path / name, "--ledger", tmp_path / "l")
    assert "Traceback" not in read.stderr + run.stderr
    assert read.returncode == run.returncode
    if read.returncode == 1:  # nothing in it to keep: then it says why
        assert read.stderr.count("\n") == 1
        with View.open(tmp_path / "l") as view:
            assert len(list(view.issues())) == 1
        return
    assert (read.returncode, read.stderr, run.stderr) == (0, "", "")
    made = json.loads(read.stdout, parse_constant=pytest.fail)
    with View.open(tmp_path / "l") as view:
        [document] = view.documents()
        assert document.issues == len(made["issues"])
    for figure in made["figures"]:
        assert figure["value"] is None or figure["value"] < 10**9
        assert all(day is None or "1900" < day < "2100" for day in (figure["date_from"], figure["date_to"]))


@pytest.mark.parametrize("text", ["Turkish", "a page that is all furniture", "Klingon"])
def test_what_was_not_read_is_an_issue(tmp_path: Path, text: str) -> None:
    name, data = KEPT[text]
    (tmp_path / name).write_bytes(data)
    recoupe("run", tmp_path / name, "--ledger", tmp_path / "l")
    with View.open(tmp_path / "l") as view:
        assert {issue.kind for issue in view.issues()} & {"language", "empty"}


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["read", "nowhere/x.txt"], "there is no file or folder 'nowhere/x.txt'"),
        (["read", "nowhere/*.txt"], "nothing matches 'nowhere/*.txt'"),
        (["read", ""], "an empty path was given"),
        (["read", "-", "--published", "hier"], "--published 'hier' is not a day"),
        (["read", "-", "--published", "2022-02-30"], "--published '2022-02-30' is not a day"),
        (["run", "-", "--ledger", "l", "--published", "2101-01-01"], "--published '2101-01-01' is not a day"),
        (["run", "-", "--ledger", "l", "--jobs", "0"], "--jobs '0' is not a number"),
        (["run", "-", "--ledger", "l", "--jobs", "²"], "--jobs '²' is not a number"),
        (["run", "-"], "name a ledger"),
    ],
)
def test_wrong_from_the_start(arguments: list[str], message: str) -> None:
    done = recoupe(*arguments)
    assert (done.returncode, done.stdout) == (2, "")
    assert message in done.stderr
    assert done.stderr.count("\n") == 1


def test_a_missing_path_leaves_no_ledger(tmp_path: Path) -> None:
    assert recoupe("run", tmp_path / "x.txt", "--ledger", tmp_path / "l").returncode == 2
    assert list(tmp_path.iterdir()) == []


def test_a_ledger_that_is_not_ours(tmp_path: Path) -> None:
    (tmp_path / "l").write_text("des notes")
    (tmp_path / "a.txt").write_text(BODY)
    for arguments in (["run", tmp_path / "a.txt"], ["summary"], ["show", "a"]):
        done = recoupe(*arguments, "--ledger", tmp_path / "l")
        assert (done.returncode, done.stdout) == (3, "")
        assert "is not a recoupe ledger" in done.stderr
        assert done.stderr.count("\n") == 1
    assert (tmp_path / "l").read_text() == "des notes"


def test_a_full_disk(tmp_path: Path) -> None:
    with Ledger.open(tmp_path / "l") as ledger:
        ledger.append(readings(1)[0])
    for n in range(60):
        (tmp_path / f"{n}.txt").write_text(f"{BODY}\nDépêche {n}. {ARTICLE}")
    room = (tmp_path / "l").stat().st_size + 60_000
    done = recoupe("run", tmp_path / "*.txt", "--ledger", tmp_path / "l", most_bytes=room)
    assert (done.returncode, done.stdout) == (3, "")
    assert "disk" in done.stderr
    assert done.stderr.count("\n") == 1
    with View.open(tmp_path / "l") as view:
        assert 1 <= len(list(view.readings())) < 61
    assert recoupe("run", tmp_path / "*.txt", "--ledger", tmp_path / "l").returncode == 0
    with View.open(tmp_path / "l") as view:
        assert len(list(view.readings())) == 61


def test_a_full_disk_under_the_output(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(BODY)
    done = recoupe("read", tmp_path / "a.txt", "--out", tmp_path / "out", most_bytes=100)
    assert (done.returncode, done.stdout) == (1, "")
    assert "the output cannot be written" in done.stderr
    assert list((tmp_path / "out").iterdir()) == []


def test_two_documents_of_one_name(tmp_path: Path) -> None:
    for folder in ("a", "b"):
        (tmp_path / folder).mkdir()
        (tmp_path / folder / "x.txt").write_text(BODY)
    done = recoupe("read", tmp_path / "a", tmp_path / "b", "--out", tmp_path / "out")
    assert (done.returncode, done.stdout) == (2, "")
    assert "would both be written to x.json" in done.stderr
    assert not (tmp_path / "out").exists()


def test_a_name_that_is_no_text(tmp_path: Path) -> None:
    name = bytes(tmp_path) + b"/caf\xe9\x1b[31m.txt"
    Path(name.decode(errors="surrogateescape")).write_text(BODY)
    done = recoupe("run", tmp_path, "--ledger", tmp_path / "l")
    assert (done.returncode, done.stderr) == (0, "")
    shown = recoupe("documents", "--ledger", tmp_path / "l").stdout
    assert "\x1b" not in shown
    assert "caf\\udce9" in shown
    assert recoupe("run", tmp_path, "--ledger", tmp_path / "l").stdout.startswith("1 already in the ledger")


def test_a_terminal_that_knows_no_unicode(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(BODY)
    done = recoupe("read", tmp_path / "a.txt", PYTHONIOENCODING="ascii", PYTHONUTF8="0")
    assert done.returncode == 0
    assert "M\\xe9naka" in done.stdout
