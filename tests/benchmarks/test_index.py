"""The index benchmark finds the copies that it planted, and nothing else."""

import pytest

from benchmarks import index


def test_planted_copies_are_found(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(index, "_WINDOW", 100)
    growth = index.measure(300)
    assert growth.copies > 5
    assert growth.found == growth.copies
    assert growth.others == 0
    assert growth.per_second > 0 < growth.ratio
