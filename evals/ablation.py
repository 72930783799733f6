"""What each mechanism of the reader brings and costs: `python -m evals.ablation [--markdown]`.

Each mechanism is switched off in turn, at the door through which the rest of the reader reaches it, and the annotated
corpora at hand are read again. A row says how the pooled scores fall without it, and how much processor time a reading saves.
"""

import argparse
import importlib
import time
from collections.abc import Callable
from contextlib import AbstractContextManager, nullcontext
from dataclasses import dataclass
from typing import Any
from unittest import mock

from evals.annotated import Annotated, pooled, read_corpus
from evals.corpora import corpora
from evals.tables import Table

_ATTRIBUTE = "recoupe.stages.attribute"
_ROUNDS = 8
"""How often the corpora are read with each mechanism off; the quickest time counts."""


@dataclass(frozen=True, slots=True)
class Mechanism:
    """A part of the reader, where it is reached, and what stands there when it is off."""

    name: str
    module: str
    attribute: str
    off: Callable[..., Any]


def _nothing(*_: object, **__: object) -> None:
    return None


def _none_found(*_: object, **__: object) -> list[object]:
    return []


def _no_spans(*_: object, **__: object) -> tuple[object, ...]:
    return ()


def _no_parents(drafts: list[object]) -> list[None]:
    return [None] * len(drafts)


MECHANISMS = (
    Mechanism("cues turned round (« …, a-t-il dit »)", f"{_ATTRIBUTE}.forms.drafts", "turned", _nothing),
    Mechanism("subject, verb, content (« X affirme que … »)", f"{_ATTRIBUTE}.forms.drafts", "straight", _nothing),
    Mechanism("participles and infinitives (« ajoutant que »)", f"{_ATTRIBUTE}.forms.drafts", "nonfinite", _nothing),
    Mechanism("passives (« revendiqué par X »)", f"{_ATTRIBUTE}.forms.drafts", "passive", _nothing),
    Mechanism("adpositions (« selon X »)", f"{_ATTRIBUTE}.forms.drafts", "adpositions", _none_found),
    Mechanism("what a source rests on (« citant X »)", f"{_ATTRIBUTE}.forms.drafts", "resting", _none_found),
    Mechanism("quotations without a cue", _ATTRIBUTE, "loose_quotes", _none_found),
    Mechanism("headlines closed by a source in brackets", _ATTRIBUTE, "bracketed", _nothing),
    Mechanism("nesting", _ATTRIBUTE, "parents", _no_parents),
    Mechanism("names found before sources", "recoupe.stages.annotate", "mentions", _no_spans),
    Mechanism("times found before sources and figures", "recoupe.stages.annotate", "times", _no_spans),
    Mechanism("places found before figures", "recoupe.stages.annotate", "places", _no_spans),
)


@dataclass(frozen=True, slots=True)
class Run:
    """Pooled rates by name, and processor seconds a document."""

    rates: dict[str, float]
    seconds: float


def measure(switch: Callable[[], AbstractContextManager[object]] = nullcontext) -> Run:
    """The pooled scores of the annotated corpora at hand, read under `switch`."""
    start = time.process_time()
    with switch():
        parts: list[Annotated] = [read_corpus(corpus) for corpus in corpora() if corpus.at_hand]
    seconds = time.process_time() - start
    measurement = pooled(parts)
    documents = sum(len(part.prediction.records) for part in parts)
    return Run(
        {name: value for name, value in measurement.rates.items() if value is not None}, seconds / max(documents, 1)
    )


def without(mechanism: Mechanism) -> Run:
    """The same with one mechanism switched off."""
    module = importlib.import_module(mechanism.module)
    return measure(lambda: mock.patch.object(module, mechanism.attribute, mechanism.off))


def _quicker(one: Run, other: Run) -> Run:
    return min(one, other, key=lambda run: run.seconds)


_COLUMNS = (
    "attributions f1",
    "attributions f1_with_source",
    "attributions parent",
    "figures source",
    "figures place",
    "figures date",
    "figures complete",
)


def table() -> Table:
    """One row a mechanism: what the pooled rates lose without it, and the milliseconds a document that it costs."""
    measure()  # the first reading pays for tables and gazetteers
    whole = measure()
    runs = {mechanism: without(mechanism) for mechanism in MECHANISMS}
    for _ in range(_ROUNDS - 1):  # in turns, so that other work on the machine falls on all of them
        whole = _quicker(whole, measure())
        runs = {mechanism: _quicker(run, without(mechanism)) for mechanism, run in runs.items()}
    rows = [("the whole reader", *(f"{whole.rates[name]:.3f}" for name in _COLUMNS), f"{1000 * whole.seconds:.1f}")]
    for mechanism, run in runs.items():
        falls = (run.rates.get(name, 0.0) - whole.rates[name] for name in _COLUMNS)
        rows.append(
            (
                f"without {mechanism.name}",
                *(f"{fall:+.3f}" for fall in falls),
                f"{1000 * (run.seconds - whole.seconds):+.1f}",
            )
        )
    heads = (
        "",
        *(name.replace("attributions", "attr.").replace("figures", "fig.").replace("_", " ") for name in _COLUMNS),
        "ms",
    )
    return Table("What each mechanism brings and costs", heads, rows)


def main() -> None:
    """Prints the table."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--markdown", action="store_true", help="print the table as Markdown, for docs/ablation.md")
    found = table()
    if parser.parse_args().markdown:
        print(found.markdown())
    else:
        found.show()


if __name__ == "__main__":
    main()
