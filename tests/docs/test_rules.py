"""The page on the rules: its tables are those of the codebook, and its worked example is what the rules make of it."""

from itertools import groupby, takewhile
from pathlib import Path
from typing import Any

from recoupe.model.tally import Tally
from recoupe.stages.reconcile.codebook import SIZES, codebook
from recoupe.stages.reconcile.tallies import tallies
from tests.stages.reconcile.told import Said, evidence, report, said

PAGE = (Path(__file__).parents[2] / "docs" / "rules.md").read_text("utf-8")


def table(first: str) -> list[list[str]]:
    """The rows of the table whose heading begins with these cells."""
    lines = PAGE.split(f"| {first} |", 1)[1].splitlines()[2:]
    rows = takewhile(lambda line: line.startswith("|"), lines)
    return [[cell.strip() for cell in row.strip("|").split("|")] for row in rows]


def test_every_rule_is_named() -> None:
    assert [row[0].strip("`") for row in table("rule | whose")] == list(codebook().entries)


def test_words_are_taken_for_what_the_codebook_says() -> None:
    for rule, *cells in table("rule | tens (« des dizaines »)"):
        words = codebook().entries[rule.strip("`")].words
        for key, cell in zip(SIZES, cells, strict=True):
            low, _, high = cell.partition("–")
            told = (int(low), int(high or low)) if low else None
            assert words.get(key) == told


def test_the_worked_example_is_what_the_rules_make_of_it() -> None:
    rows = table("article | day | words")
    reports = [
        report(int(number), day, *(_figure(row) for row in lines))
        for (number, day), lines in groupby(rows, key=lambda row: (row[0], row[1]))
    ]
    found = {t.rule: t for t in tallies(evidence(*reports)) if t.group == "civilians"}
    assert [_row(t) for t in found.values()] == table("rule | low | best")


def _figure(row: list[str]) -> Said:
    _, _, words, number, group, by, remark = row
    more: dict[str, Any] = {"group": group}
    match remark.partition(":")[0]:
        case "part":
            more["part_of"] = "the whole"
        case "distorted":
            more["distorted"] = True
        case "hypothetical":
            more["reality"] = "hypothetical"
        case "unsourced":
            more["kind"] = "unsourced"
    if number == "tens":
        return said(words, None, by, magnitude=10, bound="several", **more)
    return said(words, float(number), by, **more)


def _row(tally: Tally) -> list[str]:
    numbers = ("–" if n is None else str(n) for n in (tally.low, tally.best, tally.high))
    return [f"`{tally.rule}`", *numbers, str(tally.origins)]
