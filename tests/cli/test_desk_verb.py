"""`recoupe desk` as a user's shell runs it: it says where it is, answers there, and closes when it is told to."""

import re
import signal
import subprocess
import urllib.request
from pathlib import Path

from tests.cli.command import ROOT, command, environment
from tests.desk.ledgers import of_articles


def _answer(ledger: Path, *options: str) -> str:
    """The first page of a desk that was started for it."""
    call = command("desk", "--ledger", ledger, "--port", "0", *options)
    desk = subprocess.Popen(call, stderr=subprocess.PIPE, text=True, cwd=ROOT, env=environment())
    try:
        assert desk.stderr is not None
        said = desk.stderr.readline()
        found = re.search(r"http://\S+", said)
        assert found, said + desk.stderr.read()
        address = found.group().replace("0.0.0.0", "127.0.0.1")
        with urllib.request.urlopen(f"{address}incidents", timeout=30) as answer:
            return str(answer.read().decode())
    finally:
        desk.send_signal(signal.SIGINT)
        desk.wait(20)


def test_the_desk_opens_and_answers(tmp_path: Path) -> None:
    of_articles(tmp_path / "l.ledger")
    assert "Bankass" in _answer(tmp_path / "l.ledger")


def test_the_desk_opens_for_others_with_passwords(tmp_path: Path) -> None:
    of_articles(tmp_path / "l.ledger")
    users = tmp_path / "users.toml"
    hashed = "scrypt$16384$8$1$00$00"
    users.write_text(f'[Ines]\nrole = "editor"\npassword = "{hashed}"\n')
    page = _answer(tmp_path / "l.ledger", "--host", "0.0.0.0", "--users", str(users))
    assert "<html" in page


def test_nobody_else_is_let_in_without_passwords(tmp_path: Path) -> None:
    of_articles(tmp_path / "l.ledger")
    call = command("desk", "--ledger", tmp_path / "l.ledger", "--port", "0", "--host", "0.0.0.0")
    done = subprocess.run(call, capture_output=True, text=True, cwd=ROOT, env=environment(), timeout=60)
    assert done.returncode == 2
    assert "Traceback" not in done.stderr
