"""A ledger that is killed, or runs out of disk, keeps every document that it took, and none in part."""

import random
import sqlite3
import subprocess
import sys
from pathlib import Path

import pytest

from recoupe.store.ledger import Ledger
from recoupe.store.view import View
from tests.factories import readings

ROOT = Path(__file__).parents[2]
COUNT = 250


def filler(*arguments: object) -> list[str]:
    return [sys.executable, "-m", "tests.store.filler", *map(str, arguments)]


def check_whole(path: Path, said: list[str]) -> int:
    """How many readings the ledger holds, after a look at each; all that it said it took must be there."""
    with View.open(path) as view:
        held = {reading.document.id: reading for reading in view.readings()}
    with sqlite3.connect(path) as connection:
        assert connection.execute("PRAGMA integrity_check").fetchone() == ("ok",)
        assert connection.execute("PRAGMA foreign_key_check").fetchall() == []
        for table in ("figures", "attributions", "claims", "issues"):
            orphans = f"SELECT count(*) FROM {table} WHERE reading NOT IN (SELECT seq FROM readings)"
            assert connection.execute(orphans).fetchone() == (0,)
    assert set(said) <= held.keys()
    made = {reading.document.id: reading for reading in readings(COUNT)}
    assert all(held[id_] == made[id_] for id_ in held)
    return len(held)


@pytest.mark.parametrize("seed", range(6))
def test_killed_at_any_moment(tmp_path: Path, seed: int) -> None:
    path = tmp_path / "l"
    process = subprocess.Popen(filler(path, COUNT), cwd=ROOT, stdout=subprocess.PIPE, text=True)
    assert process.stdout is not None
    chance = random.Random(seed)
    said = [process.stdout.readline().strip() for _ in range(chance.randrange(40))]
    if not said:  # in the middle of making the ledger, or before
        while not any(tmp_path.iterdir()):
            assert process.poll() is None
    process.kill()
    said += process.stdout.read().split()  # what it had said before it died
    process.wait()
    if path.exists():
        check_whole(path, said[:-1])  # the last line may have been cut
    with Ledger.open(path) as ledger:
        for reading in readings(COUNT):
            ledger.append(reading)
    assert check_whole(path, []) == COUNT


def test_full_disk(tmp_path: Path) -> None:
    path = tmp_path / "l"
    with Ledger.open(path) as ledger:
        ledger.append(readings(1)[0])
    room = path.stat().st_size + 200_000
    done = subprocess.run(filler(path, COUNT, room), cwd=ROOT, capture_output=True, text=True)
    assert done.returncode == 3
    assert done.stderr.count("\n") == 1
    assert "disk" in done.stderr
    held = check_whole(path, done.stdout.split())
    assert 1 < held < COUNT
    with Ledger.open(path) as ledger:
        for reading in readings(COUNT):
            ledger.append(reading)
    assert check_whole(path, []) == COUNT


def test_two_writers_at_a_time(tmp_path: Path) -> None:
    both = [subprocess.Popen(filler(tmp_path / "l", 60), cwd=ROOT, stdout=subprocess.DEVNULL) for _ in range(2)]
    assert [process.wait() for process in both] == [0, 0]
    assert check_whole(tmp_path / "l", []) == 60
    with sqlite3.connect(tmp_path / "l") as connection:
        assert connection.execute("SELECT count(*) FROM readings").fetchone() == (60,)
