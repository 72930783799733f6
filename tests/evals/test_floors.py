"""The reader holds its floors on every corpus that is at hand."""

import pytest

from evals import gate
from evals.corpora import OWN
from evals.evaluate import Evaluation, evaluate


@pytest.fixture(scope="module")
def evaluation() -> Evaluation:
    return evaluate()


def test_own_corpus_is_measured_and_pinned(evaluation: Evaluation) -> None:
    assert OWN in {one.corpus for one in evaluation.measurements}
    assert gate.load()[OWN]["floors"], "no floors: python -m evals --pin"


def test_every_floor_is_held(evaluation: Evaluation) -> None:
    assert [breach.sentence for breach in gate.breaches(evaluation.measurements, gate.load())] == []


def test_every_document_is_read(evaluation: Evaluation) -> None:
    assert evaluation.failures == ()
