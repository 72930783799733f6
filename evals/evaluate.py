"""Everything that can be measured with what is at hand."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from evals import dates, disagreement, edits, incidents, ntrex, numbers, popcorn, relays
from evals.annotated import Annotated, pooled, read_corpus
from evals.corpora import corpora, duckling, recognizers
from evals.corpora import ntrex as ntrex_folder
from evals.corpora import popcorn as popcorn_file
from evals.measurement import Measurement


@dataclass(frozen=True, slots=True)
class Evaluation:
    """What was measured, what was read for it, and which corpora are not at hand."""

    measurements: tuple[Measurement, ...]
    annotated: tuple[Annotated, ...]
    absent: tuple[str, ...]

    @property
    def failures(self) -> tuple[str, ...]:
        """Every document that could not be read, with the reason."""
        return tuple(failure for measurement in self.measurements for failure in measurement.failures)

    def keep(self, folder: Path) -> None:
        """What was read of each annotated corpus, one folder a corpus, for any other scorer."""
        for part in self.annotated:
            part.prediction.write(folder / part.corpus.name)


def evaluate(only: frozenset[str] = frozenset()) -> Evaluation:
    """Every corpus and case set at hand, measured, or only those named. Pooling needs all that are annotated in the first language."""
    absent = []
    parts = []
    measurements: list[Measurement] = []
    for corpus in corpora():
        if only and corpus.name not in only:
            continue
        if corpus.at_hand:
            parts.append(read_corpus(corpus))
            measurements.append(parts[-1].measurement())
        else:
            absent.append(corpus.name)
    first = corpora()[0].language
    together = [part for part in parts if part.corpus.language == first]
    if len(together) == sum(corpus.language == first for corpus in corpora()):
        measurements.append(pooled(together))
    for name, at_hand, measure in _others():
        if only and name not in only:
            continue
        if at_hand:
            measurements.append(measure())
        else:
            absent.append(name)
    return Evaluation(tuple(measurements), tuple(parts), tuple(absent))


def known() -> tuple[str, ...]:
    """The names of all corpora and case sets, at hand or not."""
    return (*(corpus.name for corpus in corpora()), *(name for name, _, _ in _others()))


def _others() -> tuple[tuple[str, bool, Callable[[], Measurement]], ...]:
    cases_at_hand = duckling().is_dir() and recognizers().is_dir()
    return (
        ("popcorn", popcorn_file().is_file(), lambda: popcorn.measure(popcorn_file())),
        ("numbers", cases_at_hand, numbers.measure),
        ("dates", cases_at_hand, dates.measure),
        ("ntrex", ntrex_folder().is_dir(), lambda: ntrex.measure(ntrex_folder())),
        ("relays", True, relays.measure),
        ("relays other", True, relays.measure_other),
        ("incidents", True, incidents.measure_samples),
        ("incidents other", True, incidents.measure_other),
        ("disagreement dev", True, lambda: disagreement.measure("dev")),
        ("disagreement test", True, lambda: disagreement.measure("test")),
        ("edits", True, edits.measure_samples),
        ("edits ntrex", ntrex_folder().is_dir(), edits.measure_ntrex),
    )
