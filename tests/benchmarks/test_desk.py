"""The benchmark of the desk fills a ledger, asks for every page of it, and judges."""

from pathlib import Path

from benchmarks import desk


def test_pages_and_judgements_are_timed(tmp_path: Path) -> None:
    measured = desk.measure(200, tmp_path / "l")
    assert measured.filled.incidents == 40
    names = {page.name: page for page in measured.pages}
    assert {"incident of 30 documents", "search, a phrase", "audit"} <= names.keys()
    assert names["a figure rejected, of 30 documents"].median > 0
    assert all(0 < page.median <= page.high and page.kilobytes >= 0 for page in measured.pages)
    assert "95 in 100" in desk.table(measured).markdown()
