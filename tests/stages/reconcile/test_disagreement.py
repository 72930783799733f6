"""Disagreement: authored cases of each class; the order of the tests; which pairs are worth showing."""

import tomllib
from pathlib import Path
from typing import Any

import pytest

from recoupe.stages.reconcile.disagreement import disagreement, disagreements
from tests.stages.reconcile.texts import at, told

CASES = tomllib.loads(Path(__file__).with_name("cases.toml").read_text("utf-8"))["case"]


@pytest.mark.parametrize("case", CASES, ids=[f"{n}-{case['class']}" for n, case in enumerate(CASES)])
def test_the_class_is_the_one_written(case: dict[str, Any]) -> None:
    a, b = case["a"], case["b"]
    sides = [(a["day"], a["text"])] + ([(b["day"], b["text"])] if "text" in b else [])
    evidence = told(*sides)
    assert disagreement(at(evidence, a["figure"]), at(evidence, b["figure"]), evidence).kind == case["class"]


def test_the_one_told_first_comes_first_whatever_the_order_of_asking() -> None:
    evidence = told(
        ("2021-05-03", "L'attaque de samedi à Beni a fait 12 morts, selon la police."),
        ("2021-05-04", "L'attaque de samedi à Beni a fait 31 morts, selon la Croix-Rouge."),
    )
    first, second = evidence.figures
    assert disagreement(second, first, evidence) == disagreement(first, second, evidence)
    assert disagreement(second, first, evidence).first == first.id


def test_what_they_count_is_asked_before_when_it_was_said() -> None:
    evidence = told(
        ("2021-05-03", "L'attaque de samedi à Beni a fait 12 morts, selon la mairie de Beni."),
        ("2021-05-05", "L'attaque de samedi à Beni a fait 30 blessés, selon un nouveau bilan de la mairie de Beni."),
    )
    found = disagreement(*evidence.figures, evidence)
    assert (found.kind, found.detail) == ("scope", "effect")


def test_one_origins_number_said_again_is_no_pair() -> None:
    evidence = told(
        ("2021-05-03", "L'attaque de samedi à Beni a fait 12 morts, selon la police. Elle parle de 12 morts."),
        ("2021-05-03", "L'attaque de samedi à Beni a fait 31 morts, selon la Croix-Rouge."),
    )
    assert len(evidence.figures) == 3
    assert [each.kind for each in disagreements(evidence)] == ["conflict"]
