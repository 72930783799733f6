"""The benchmark of incidents fills ledgers and times documents in them."""

from pathlib import Path

from benchmarks import incidents


def test_documents_are_timed_in_a_filled_ledger(tmp_path: Path) -> None:
    cost = incidents._measure(300, tmp_path / "l")
    assert cost.documents > 600
    assert 0 < cost.median <= cost.high <= cost.longest
    assert cost.busiest >= 1
