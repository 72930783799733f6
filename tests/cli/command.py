"""The command as a user's shell runs it: a process of its own."""

import os
import resource
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from recoupe.cli import status

ROOT = Path(__file__).parents[2]


def command(*arguments: object) -> list[str]:
    """The command line."""
    return [sys.executable, "-c", "from recoupe.cli import main; main()", *map(str, arguments)]


def environment(**changes: str) -> dict[str, str]:
    """An environment in which the command speaks English and knows no ledger."""
    dropped = {"RECOUPE_LEDGER", "RECOUPE_DEBUG", "FORCE_COLOR", "LC_ALL", "LC_MESSAGES", "LANG"}
    kept = {name: value for name, value in os.environ.items() if name not in dropped}
    return kept | {"LC_ALL": "C.UTF-8"} | changes


def recoupe(
    *arguments: object, given: bytes = b"", most_bytes: int | None = None, **changes: str
) -> "subprocess.CompletedProcess[str]":
    """What one call did. `most_bytes`: no file may grow beyond it, as on a disk that is nearly full."""
    before: Callable[[], None] | None = None
    if most_bytes is not None:
        limit = (most_bytes, most_bytes)
        before = lambda: resource.setrlimit(resource.RLIMIT_FSIZE, limit)  # noqa: E731
    done = subprocess.run(
        command(*arguments),
        input=given,
        capture_output=True,
        cwd=ROOT,
        env=environment(**changes),
        preexec_fn=before,
        timeout=120,
    )
    return subprocess.CompletedProcess(done.args, done.returncode, done.stdout.decode(), done.stderr.decode())


def output_of(capsys: pytest.CaptureFixture[str], *arguments: str) -> str:
    """What a call in this process prints, when it does what it was asked."""
    capsys.readouterr()
    assert status(list(arguments)) == 0
    return capsys.readouterr().out
