"""Authored pairs of figures: what counts as right, and as read."""

import tomllib
from collections import Counter
from typing import Any

import pytest

from evals.disagreement import CLASSES, PAIRS, Pair, make_pair, measured
from recoupe.errors import DataError

DAY = "2021-05-03"
A = "Beni : une attaque\n\nL'attaque de samedi à Beni a fait 12 morts, selon la police. Le marché est fermé."
B = "Beni endeuillée\n\nL'attaque de samedi à Beni a fait 31 morts, selon la Croix-Rouge."


def _table(kind: str, figure: str = "31 morts", *, half: str = "dev", **side: Any) -> dict[str, Any]:
    b = side or {"outlet": "Y", "published": DAY, "text": B}
    a = {"outlet": "X", "published": DAY, "text": A, "figure": "12 morts"}
    return {"id": f"{kind}-1", "class": kind, "half": half, "a": a, "b": {**b, "figure": figure}}


def _rates(*pairs: Pair) -> dict[str, float | None]:
    return dict(measured("pairs", pairs).rates)


def test_a_pair_that_is_classed_as_written_is_right() -> None:
    rates = _rates(make_pair(_table("conflict")))
    assert (rates["accuracy"], rates["macro f1"], rates["both read"]) == (1.0, 1.0, 1.0)


def test_a_wrong_class_is_a_miss_of_one_and_a_false_alarm_of_the_other() -> None:
    rates = _rates(make_pair(_table("conflict")), make_pair(_table("time")))
    assert (rates["accuracy"], rates["conflict f1"], rates["time f1"]) == (0.5, 0.667, 0.0)
    assert rates["macro f1"] == pytest.approx(0.334, abs=0.001)


def test_a_figure_that_is_not_read_makes_its_pair_wrong() -> None:
    pair = make_pair(_table("conflict", "Le marché", same=True))
    rates = _rates(pair)
    assert (rates["accuracy"], rates["both read"], rates["conflict f1"]) == (0.0, 0.0, 0.0)


def test_the_words_of_the_half_that_nobody_has_seen_are_not_shown() -> None:
    shown, hidden = (measured("pairs", [make_pair(_table("time", half=half))]).misses for half in ("dev", "test"))
    assert "31 morts" in shown[0].detail + shown[0].marked
    assert (hidden[0].marked, hidden[0].detail, hidden[0].where) == ("", "", "time-1")


def test_words_that_are_not_in_the_text_are_an_error() -> None:
    with pytest.raises(DataError, match="time-1"):
        make_pair(_table("time", "44 morts"))


def test_there_are_as_many_pairs_of_each_class_in_both_halves() -> None:
    pairs = tomllib.loads(PAIRS.read_text("utf-8"))["pair"]
    assert Counter((pair["class"], pair["half"]) for pair in pairs) == {
        (kind, half): 10 for kind in CLASSES for half in ("dev", "test")
    }
