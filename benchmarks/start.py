"""How long a person waits: for the help, and for the first article in a fresh process."""

import os
import subprocess
import sys
import time
from collections.abc import Sequence
from pathlib import Path

from evals.corpora import corpora
from evals.tables import Table

_TRIES = 5


def measure() -> Table:
    """Wall seconds of fresh processes, the best of some tries each, beside the promise that is made of them."""
    command = Path(sys.executable).with_name("recoupe")
    article = next(corpus.files()[0] for corpus in corpora() if corpus.at_hand)
    rows = [
        ["recoupe --help", f"{_best([str(command), '--help']):.2f}", "0.30"],
        ["recoupe read, the first article", f"{_best([str(command), 'read', str(article), '--json']):.2f}", "1.50"],
    ]
    return Table("Cold start, seconds", ["", "measured", "promised"], rows)


def _best(command: Sequence[str]) -> float:
    return min(_seconds(command) for _ in range(_TRIES))


def _seconds(command: Sequence[str]) -> float:
    # where Python is told to keep no bytecode, every process compiles five hundred modules: two thirds of a second
    environment = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    start = time.perf_counter()
    subprocess.run(command, stdout=subprocess.DEVNULL, check=True, env=environment)
    return time.perf_counter() - start
