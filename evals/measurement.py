"""What was measured on one corpus: named rates, the corpus's digest, and what went wrong."""

from collections.abc import Mapping
from dataclasses import dataclass

from evals.miss import Miss
from evals.score import Rate, Report


@dataclass(frozen=True, slots=True)
class Measurement:
    """Rates by name for one corpus (or for some together)."""

    corpus: str
    language: str
    digest: str
    rates: Mapping[str, Rate]
    counts: Mapping[str, int]
    """How many things each group of rates rests on, for the reader of the scorecard."""
    misses: tuple[Miss, ...] = ()
    failures: tuple[str, ...] = ()
    """Documents that broke the reader or could not be read, each with the reason."""


def rates(report: Report) -> dict[str, Rate]:
    """The rates of a report under one flat name each (« figures place »); counts are left out."""
    flat: dict[str, Rate] = {"language": report["language"], "published": report["published"]}
    for kind in ("credits", "attributions", "figures"):
        for measure, value in report[kind].items():
            if measure not in ("found", "missed", "spurious"):
                flat[f"{kind} {measure}"] = value
    return flat
