"""Endless sentences, hostile or broken, cost no more than their length: nobody waits for minutes on one page."""

from time import process_time

import pytest

from recoupe import pipeline

PARTS = (
    "Selon ",
    "« dit-il ",
    "selon X, selon Y, ",
    "accusant X d'avoir tué ",
    ", a-t-il dit, ",
    "12 morts et ",
    "dont cinq ",
    "( ",
)


@pytest.mark.parametrize("part", PARTS)
def test_an_endless_sentence_is_read_in_seconds(part: str) -> None:
    text = "Les combats ont repris hier dans la ville. Douze personnes ont été tuées. " + part * 600
    before = process_time()
    reading = pipeline.read("endless.txt", text.encode())
    assert process_time() - before < 20
    assert any(figure.value == 12 for figure in reading.figures)
