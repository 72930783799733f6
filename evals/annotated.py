"""The corpora that are annotated in full, measured one by one and together."""

import hashlib
from collections.abc import Iterable
from dataclasses import dataclass

from evals.compare import Comparison
from evals.corpora import POOLED, Corpus
from evals.folders import compare
from evals.measurement import Measurement, rates
from evals.misses import misses
from evals.predict import Prediction, predict
from evals.score import Score, total


@dataclass(frozen=True, slots=True)
class Annotated:
    """One corpus as it was read."""

    corpus: Corpus
    prediction: Prediction
    comparisons: tuple[Comparison, ...]

    @property
    def score(self) -> Score:
        """Its counts."""
        return total(self.comparisons)

    def measurement(self) -> Measurement:
        """Its rates, and every miss with the words around it."""
        texts = self.prediction.texts
        return Measurement(
            self.corpus.name,
            self.corpus.language,
            self.corpus.digest(),
            rates(self.score.report()),
            _counts(self.score),
            tuple(
                miss for one in self.comparisons for miss in misses(one, texts.get(one.document, ""), self.corpus.name)
            ),
            tuple(f"{self.corpus.name} {stem}: {why}" for stem, why in self.prediction.failures.items()),
        )


def read_corpus(corpus: Corpus) -> Annotated:
    """The corpus, read and set against its gold."""
    prediction = predict(corpus.files())
    return Annotated(corpus, prediction, tuple(compare(corpus.gold, prediction.records)))


def pooled(parts: Iterable[Annotated]) -> Measurement:
    """All of them together, each document by its own corpus's spellings of names. Misses stay with the parts."""
    parts = tuple(parts)
    score = sum((part.score for part in parts), Score())
    together = hashlib.sha256("".join(part.corpus.digest() for part in parts).encode()).hexdigest()[:16]
    languages = "+".join(sorted({part.corpus.language for part in parts}))
    return Measurement(POOLED, languages, together, rates(score.report()), _counts(score))


def _counts(score: Score) -> dict[str, int]:
    return {
        "documents": score.documents,
        "credits": score.credits.found + score.credits.missed,
        "attributions": score.attributions.found + score.attributions.missed,
        "figures": score.figures.found + score.figures.missed,
    }
