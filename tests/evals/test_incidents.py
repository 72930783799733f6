"""The truth about incidents says what stands in the articles, and the measure is what it says it is."""

import json

import pytest

from evals.bcubed import bcubed
from evals.incidents import OTHER

INCIDENTS = json.loads((OTHER / "incidents.json").read_text("utf-8"))["incidents"]


@pytest.mark.parametrize("incident", INCIDENTS, ids=lambda each: str(each["id"]))
def test_every_figure_stands_where_the_truth_says(incident: dict[str, list[dict[str, object]]]) -> None:
    for figure in incident["figures"]:
        text = (OTHER / "articles" / f"{figure['article']}.txt").read_text("utf-8")
        assert text[figure["start"] : figure["end"]] == figure["text"]  # type: ignore[misc]


def test_what_is_put_together_rightly_scores_one() -> None:
    truth = {"a": ["1"], "b": ["1"], "c": ["2"]}
    assert bcubed({"a": ["x"], "b": ["x"], "c": ["y"]}, truth).f1 == 1.0


def test_one_group_of_all_has_recall_and_no_precision() -> None:
    found = bcubed({"a": ["x"], "b": ["x"], "c": ["x"], "d": ["x"]}, {"a": ["1"], "b": ["1"], "c": ["2"], "d": ["2"]})
    assert (found.precision, found.recall) == (0.5, 1.0)


def test_everything_alone_has_precision_and_half_the_recall() -> None:
    found = bcubed({"a": ["x"], "b": ["y"]}, {"a": ["1"], "b": ["1"]})
    assert (found.precision, found.recall) == (1.0, 0.5)


def test_a_thing_in_two_groups_counts_for_both() -> None:
    truth = {"a": ["1", "2"], "b": ["1", "2"]}
    assert bcubed({"a": ["x"], "b": ["x"]}, truth).recall == 0.5
    assert bcubed({"a": ["x", "y"], "b": ["x", "y"]}, truth).f1 == 1.0
