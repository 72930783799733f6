"""An engine under measure, in a process of its own."""

import json
import os
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path
from types import TracebackType

from evals.corpora import CHECKOUT

STOCK_PYTHON = CHECKOUT / ".venv-bench" / "bin" / "python"
"""spaCy lives in an environment of its own: it is no dependency of the project."""


class Engine:
    """One worker process. Use it as a context manager."""

    def __init__(self, name: str) -> None:
        """Starts the worker and waits until its engine is loaded."""
        self.name = name
        python = str(STOCK_PYTHON) if name == "spacy" else sys.executable
        environment = os.environ | {f"{library}_NUM_THREADS": "1" for library in ("OMP", "OPENBLAS", "BLIS")}
        self._process = subprocess.Popen(
            [python, "-P", str(Path(__file__).with_name("worker.py")), name],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            encoding="utf-8",
            env=environment,
        )
        self.load_seconds = self._answer()["load"]

    def __enter__(self) -> "Engine":
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        assert self._process.stdin is not None
        self._process.stdin.close()
        self._process.wait()

    def seconds(self, files: Sequence[Path]) -> float:
        """Processor seconds of one pass over the files. One core, so it is the time on an idle machine."""
        return self._ask({"texts": [str(file) for file in files]})["seconds"]

    def megabytes(self) -> float:
        """The most memory the worker has held so far."""
        return self._ask({})["megabytes"]

    def _ask(self, question: dict[str, list[str]]) -> dict[str, float]:
        assert self._process.stdin is not None
        self._process.stdin.write(json.dumps(question) + "\n")
        self._process.stdin.flush()
        return self._answer()

    def _answer(self) -> dict[str, float]:
        assert self._process.stdout is not None
        line = self._process.stdout.readline()
        if not line:
            raise SystemExit(f"benchmarks: the worker for {self.name} has stopped; its message stands above")
        answer: dict[str, float] = json.loads(line)
        return answer
