"""The worker that times the reader answers, and reads what it is told to read."""

import pytest

from benchmarks.engine import Engine
from evals.corpora import corpora


def test_worker_times_the_reader() -> None:
    files = corpora()[0].files()
    with Engine("recoupe") as engine:
        engine.seconds(files)
        assert 0 < engine.seconds(files[:1]) < engine.seconds(files)
        assert engine.load_seconds > 0
        assert engine.megabytes() > 10


def test_a_worker_that_stops_is_told_in_a_sentence(capfd: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit, match="the worker for no-such-engine has stopped"):
        Engine("no-such-engine")
    assert "KeyError" in capfd.readouterr().err
