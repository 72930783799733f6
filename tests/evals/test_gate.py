"""Floors rise by themselves and fall only by decision."""

from pathlib import Path

import pytest

from evals import gate
from evals.gate import GateError, breaches, pin
from evals.measurement import Measurement


def measured(corpus: str = "own", digest: str = "d1", **rates: float | None) -> Measurement:
    named = {measure.replace("_", " "): rate for measure, rate in rates.items()}
    return Measurement(corpus, "fr", digest, named, {})


@pytest.fixture
def decision(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> str:
    pages = tmp_path / "docs" / "decisions"
    pages.mkdir(parents=True)
    (pages / "0007-stricter-gold.md").write_text("Why.", "utf-8")
    monkeypatch.setattr(gate, "CHECKOUT", tmp_path)
    monkeypatch.setattr(gate, "DECISIONS", pages)
    return "docs/decisions/0007-stricter-gold.md"


def test_pins_what_is_measured_rounded_down() -> None:
    floors = pin([measured(figures_f1=0.859, credits_f1=0.29, figures_place=None)], {})
    assert floors == {"own": {"language": "fr", "digest": "d1", "floors": {"figures f1": 0.85, "credits f1": 0.29}}}


def test_leaves_the_sides_of_an_f1_free() -> None:
    assert pin([measured(figures_precision=0.9, figures_f1=0.9)], {})["own"]["floors"] == {"figures f1": 0.9}


def test_small_corpora_are_pinned_by_their_headlines() -> None:
    floors = pin([measured("seeds", figures_f1=0.9, figures_complete=0.5, figures_place=0.8)], {})
    assert set(floors["seeds"]["floors"]) == {"figures f1", "figures complete"}
    floors = pin([measured("pooled", figures_complete=0.5, figures_place=0.8)], {})
    assert set(floors["pooled"]["floors"]) == {"figures place", "figures complete"}


def test_holds_what_is_above_and_names_what_is_below() -> None:
    floors = pin([measured(figures_f1=0.85, credits_f1=0.7)], {})
    assert breaches([measured(figures_f1=0.851, credits_f1=0.7)], floors) == []
    found = breaches([measured(figures_f1=0.849, credits_f1=None)], floors)
    assert [breach.measure for breach in found] == ["figures f1", "credits f1"]
    assert found[0].sentence == "own: figures f1 is 0.849, its floor is 0.85"


def test_says_when_the_corpus_is_another() -> None:
    floors = pin([measured(figures_f1=0.85)], {})
    assert [breach.measure for breach in breaches([measured(digest="d2", figures_f1=0.9)], floors)] == ["digest"]


def test_what_is_not_at_hand_is_neither_judged_nor_forgotten() -> None:
    floors = pin([measured(figures_f1=0.85), measured("seeds", figures_f1=0.9)], {})
    assert breaches([measured(figures_f1=0.85)], floors) == []
    assert pin([measured(figures_f1=0.95)], floors)["seeds"] == floors["seeds"]


def test_raises_by_itself_and_never_lowers() -> None:
    floors = pin([measured(figures_f1=0.85)], {})
    floors = pin([measured(figures_f1=0.91)], floors)
    assert floors["own"]["floors"] == {"figures f1": 0.91}
    with pytest.raises(GateError, match=r"figures f1 is 0\.9, its floor is 0\.91"):
        pin([measured(figures_f1=0.9)], floors)


def test_lowers_for_a_reason_and_a_decision_and_says_so(decision: str) -> None:
    floors = pin([measured(figures_f1=0.91, credits_f1=0.5)], {})
    lowered = pin([measured(figures_f1=0.8, credits_f1=0.6)], floors, lower="gold was wrong", decision=decision)
    assert lowered["own"]["floors"] == {"figures f1": 0.8, "credits f1": 0.6}
    (entry,) = lowered["lowered"]
    assert (entry["measure"], entry["from"], entry["to"]) == ("figures f1", 0.91, 0.8)
    assert (entry["reason"], entry["decision"]) == ("gold was wrong", decision)


@pytest.mark.parametrize("page", [None, "docs/decisions/0099-absent.md", "README.md", "docs/decisions"])
def test_does_not_lower_without_a_page(decision: str, page: str | None) -> None:
    floors = pin([measured(figures_f1=0.91)], {})
    with pytest.raises(GateError, match="no page in docs/decisions"):
        pin([measured(figures_f1=0.8)], floors, lower="gold was wrong", decision=page)
    with pytest.raises(GateError, match="for a reason"):
        pin([measured(figures_f1=0.8)], floors, lower=" ", decision=decision)


def test_floors_survive_the_file(tmp_path: Path) -> None:
    floors = pin([measured(figures_f1=0.85)], {})
    gate.save(floors, tmp_path / "floors.json")
    assert gate.load(tmp_path / "floors.json") == floors
    assert gate.load(tmp_path / "absent.json") == {}
