"""Our measures are the yardstick's, number for number."""

import json
from pathlib import Path

import pytest

from evals.corpora import corpora
from evals.folders import compare, documents
from evals.score import Score, total
from tests.evals.agreement import RECORDED, SPOILS, Spoil, gold_digest, original, own_gold, spoilt, yardstick

GOLD = [corpus.gold for corpus in corpora() if corpus.at_hand]


@pytest.mark.skipif(not yardstick().exists(), reason="the yardstick is not at hand")
@pytest.mark.parametrize("gold", GOLD, ids=lambda gold: gold.name)
@pytest.mark.parametrize("spoil", SPOILS, ids=lambda spoil: spoil.__name__)
def test_agrees_with_the_yardstick(gold: Path, spoil: Spoil) -> None:
    for seed in range(2):
        predicted = spoilt(gold, spoil, seed)
        assert total(compare(gold, predicted)).report() == original(gold, predicted)


@pytest.mark.parametrize("spoil", SPOILS, ids=lambda spoil: spoil.__name__)
def test_agrees_with_the_recorded_numbers(spoil: Spoil) -> None:
    recorded = json.loads(RECORDED.read_text("utf-8"))
    assert recorded["gold"] == gold_digest(own_gold()), "gold has changed: record anew: python -m tests.evals.agreement"
    assert total(compare(own_gold(), spoilt(own_gold(), spoil, 1))).report() == recorded["numbers"][spoil.__name__]


def test_spoiling_reaches_every_measure() -> None:
    gold = own_gold()
    perfect = total(compare(gold, dict(documents(gold)))).report()
    spoiled = total(compare(gold, spoilt(gold, SPOILS[-1], 1))).report()
    for kind in ("credits", "attributions", "figures"):
        for measure, value in perfect[kind].items():
            if measure not in ("found", "missed", "spurious"):
                assert value == 1
                assert spoiled[kind][measure] < 1, f"{kind} {measure}"
    assert (perfect["language"], perfect["published"]) == (1, 1)


def test_scores_add_up() -> None:
    gold = own_gold()
    comparisons = compare(gold, spoilt(gold, SPOILS[-1], 3))
    halves = total(comparisons[:9]) + total(comparisons[9:])
    assert halves == total(comparisons)
    assert Score().report()["figures"]["f1"] is None
