"""The command as a process: fast to start, quiet when it is stopped."""

import os
import pty
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from recoupe.store.ledger import Ledger
from recoupe.store.view import View
from tests.cli.command import ROOT, command, environment, recoupe
from tests.factories import readings


@pytest.fixture(scope="module")
def ledger(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("ledger") / "l"
    with Ledger.open(path) as open_ledger:
        for reading in readings(300):
            open_ledger.append(reading)
    return path


def test_help_comes_at_once_and_lists_all() -> None:
    started = time.monotonic()
    done = recoupe("--help")
    assert time.monotonic() - started < 2  # 0.15 s on a quiet machine; the bound is for a busy one
    for word in ("read", "run", "summary", "documents", "figures", "claims", "show", "issues", "Exit codes:"):
        assert word in done.stdout
    assert "Codes de sortie" in recoupe("--help", LC_ALL="fr_FR.UTF-8").stdout


def test_help_imports_nothing_heavy() -> None:
    script = (
        "import sys\nfrom recoupe.cli import status\nstatus(['--help'])\n"
        "sys.exit(str({'sqlalchemy', 'rich', 'pydantic', 'multiprocessing', 'recoupe.pipeline'} & sys.modules.keys()))"
    )
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, env=environment())
    assert done.stderr.strip() == "set()"


def test_reading_imports_only_what_reads() -> None:
    script = (
        "import sys\nfrom recoupe.cli import status\nstatus(['read', 'samples/articles/01-ali-mossoul-civils.txt'])\n"
        "sys.exit(str({'sqlalchemy', 'pydantic', 'multiprocessing', 'asyncio'} & sys.modules.keys()))"
    )
    done = subprocess.run(
        [sys.executable, "-c", script], capture_output=True, text=True, env=environment(), cwd=ROOT, check=False
    )
    assert "Nawfal Hammadi" in done.stdout
    assert done.stderr.strip() == "set()"


@pytest.mark.parametrize("arguments", [["--nothing"], ["nothing"], ["read"], ["show"], ["figures", "x"]])
def test_wrong_usage(arguments: list[str]) -> None:
    done = recoupe(*arguments)
    assert done.returncode == 2
    assert done.stdout == ""
    assert done.stderr.startswith("recoupe: ")
    assert done.stderr.endswith("--help)\n")
    assert done.stderr.count("\n") == 1


def test_version() -> None:
    assert recoupe("--version").stdout.startswith("recoupe 0.")


def test_what_to_try_next_can_be_typed_as_it_stands(ledger: Path, tmp_path: Path) -> None:
    script = tmp_path / "bin" / "recoupe"
    script.parent.mkdir()
    script.write_text(f"#!{sys.executable}\nfrom recoupe.cli import main\nmain()\n")
    script.chmod(0o755)
    for path, shown in ((os.environ["PATH"], str(script)), (f"{script.parent}:{os.environ['PATH']}", "recoupe")):
        done = subprocess.run(
            [str(script), "summary", "--ledger", str(ledger)],
            capture_output=True,
            text=True,
            env=environment(PATH=path),
        )
        assert f"\n  {shown} show news/000.txt --ledger {ledger}\n" in done.stdout


def test_a_closed_pipe_is_quiet(ledger: Path) -> None:
    process = subprocess.Popen(
        command("figures", "--json", "--ledger", ledger),
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        cwd=ROOT,
        env=environment(),
    )
    assert process.stdout is not None
    assert process.stderr is not None
    process.stdout.readline()
    process.stdout.close()
    assert process.stderr.read() == b""
    assert process.wait() == 141


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="no /dev/full here")
def test_a_full_disk_behind_the_output(ledger: Path) -> None:
    with Path("/dev/full").open("w") as full:
        done = subprocess.run(
            command("documents", "--ledger", ledger), stdout=full, stderr=subprocess.PIPE, text=True, env=environment()
        )
    assert done.returncode == 1
    assert done.stderr == "recoupe: the output cannot be written: No space left on device\n"


@pytest.mark.parametrize("jobs", [1, 2])
def test_an_interrupt_is_quiet_and_keeps_what_was_read(tmp_path: Path, jobs: int) -> None:
    folder = tmp_path / "news"
    folder.mkdir()
    for n, reading in enumerate(readings(600)):
        (folder / f"{n:03}.txt").write_text(reading.document.text, "utf-8")
    process = subprocess.Popen(
        command("run", folder, "--ledger", tmp_path / "l", "--jobs", jobs),
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        cwd=ROOT,
        env=environment(),
        start_new_session=True,
    )
    journal = tmp_path / "l-wal"
    while not (journal.exists() and journal.stat().st_size > 100_000):
        assert process.poll() is None
        time.sleep(0.01)
    os.killpg(process.pid, signal.SIGINT)  # as the keyboard does: to all of them
    out, err = process.communicate(timeout=60)
    assert (process.returncode, out, err) == (130, b"", b"")
    with View.open(tmp_path / "l") as view:
        assert 0 < len(list(view.readings())) < 600


def test_colours_and_rules_on_a_terminal_only(ledger: Path) -> None:
    ours, theirs = pty.openpty()
    process = subprocess.Popen(command("documents", "--ledger", ledger), stdout=theirs, cwd=ROOT, env=environment())
    os.close(theirs)
    shown = b""
    try:
        while piece := os.read(ours, 65536):
            shown += piece
    except OSError:  # how a terminal says that the other side has gone
        pass
    assert process.wait() == 0
    assert "─".encode() in shown
    assert b"\x1b[1m" in shown
    assert "─" not in recoupe("documents", "--ledger", ledger).stdout


@pytest.mark.skipif(not Path("/proc/self/stat").exists(), reason="no /proc here")
def test_a_kill_leaves_no_process_behind(tmp_path: Path) -> None:
    folder = tmp_path / "news"
    folder.mkdir()
    for n, reading in enumerate(readings(600)):
        (folder / f"{n:03}.txt").write_text(reading.document.text, "utf-8")
    process = subprocess.Popen(
        command("run", folder, "--ledger", tmp_path / "l", "--jobs", 2),
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        cwd=ROOT,
        env=environment(),
        start_new_session=True,
    )
    while len(_of_session(process.pid)) < 4:  # itself, the server of processes, and two that read
        assert process.poll() is None
        time.sleep(0.01)
    process.kill()
    process.wait()
    until = time.monotonic() + 30
    while left := _of_session(process.pid):
        assert time.monotonic() < until, left
        time.sleep(0.05)


def test_an_interrupt_that_python_drops_is_sent_again() -> None:
    script = (
        "import signal, sys, time\n"
        "from recoupe import cli\n"
        "class Late:\n"
        "    def __del__(self): signal.raise_signal(signal.SIGINT); sum(range(1000))\n"
        "def busy(arguments): del globals()['late']; time.sleep(20)\n"
        "late = Late()\n"
        "cli.status = busy\n"
        "cli.main()\n"
    )
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, env=environment(), timeout=15)
    assert (done.returncode, done.stderr) == (130, "")


def _of_session(leader: int) -> list[str]:
    """The processes of one session, as /proc/PID/stat has them."""
    found = []
    for file in Path("/proc").glob("[0-9]*/stat"):
        try:
            stat = file.read_text()
        except OSError:  # it has just ended
            continue
        if int(stat.rpartition(")")[2].split()[3]) == leader and stat.rpartition(")")[2].split()[0] != "Z":
            found.append(stat)
    return found


@pytest.mark.skipif(not Path("/proc/self/stat").exists(), reason="no /proc here")
@pytest.mark.parametrize("processes", [2, 3, 4, 5])
def test_an_interrupt_while_processes_start_is_quiet(tmp_path: Path, processes: int) -> None:
    folder = tmp_path / "news"
    folder.mkdir()
    for n, reading in enumerate(readings(300)):
        (folder / f"{n:03}.txt").write_text(reading.document.text, "utf-8")
    process = subprocess.Popen(
        command("run", folder, "--ledger", tmp_path / "l", "--jobs", 3),
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        cwd=ROOT,
        env=environment(),
        start_new_session=True,
    )
    while len(_of_session(process.pid)) < processes:
        assert process.poll() is None
    os.killpg(process.pid, signal.SIGINT)
    out, err = process.communicate(timeout=60)
    assert (process.returncode, out, err) == (130, b"", b"")
