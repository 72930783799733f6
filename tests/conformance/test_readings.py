"""What must hold of every Reading, whatever was read: all samples, texts cut anywhere, and noise."""

import json
import random
from collections.abc import Iterable
from functools import cache
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from recoupe.export.reading_json import reading_to_json
from recoupe.model.reading import Reading
from recoupe.model.span import Span
from recoupe.pipeline import read

ARTICLES = sorted((Path(__file__).parents[2] / "samples" / "articles").iterdir())
WORDS = [
    *('selon l’armée , . « » " “ ” ( ) – au moins près de 12 trois cent mille une centaine des dizaines'.split()),
    *("civils soldats enfants ont été tués blessés morts a annoncé affirme-t-il lundi 3 mars 2022 hier".split()),
    *("Alep Mossoul l’ONU AFP dont qui que et mais aucun 10 000 1,5 million % aurait auraient démenti".split()),
    *(": ; ! ? … Sept 31 février 9999 Mme M. X".split()),
    *("\n", "\n\n", "\n \n"),
]


def spans(reading: Reading) -> Iterable[Span]:
    for credit in reading.document.credits:
        yield credit.span
    for attribution in reading.attributions:
        yield from (span for span in (attribution.source, attribution.cue, attribution.content) if span)
    for figure in reading.figures:
        yield from (span for span in (figure.span, figure.place_span, figure.date_span) if span)
    yield from (claim.span for claim in reading.claims)
    yield from (issue.span for issue in reading.issues if issue.span)


def check(reading: Reading) -> None:
    """What must hold of any Reading."""
    document, text = reading.document, reading.document.text
    for span in spans(reading):
        assert text[span.start : span.end] == span.text != ""
    end = 0
    for block in document.blocks:
        assert end <= block.start < block.end <= len(text)
        assert text[block.start : block.end].strip() == text[block.start : block.end]
        end = block.end
    attributions = {attribution.id: attribution for attribution in reading.attributions}
    figures = {figure.id: figure for figure in reading.figures}
    assert len(attributions) == len(reading.attributions)
    assert len(figures) == len(reading.figures)
    assert len({claim.id for claim in reading.claims}) == len(reading.claims)
    for attribution in reading.attributions:
        if attribution.parent is not None:
            parent, inner = attributions[attribution.parent].content, attribution.content
            assert parent.holds(inner.start, inner.end)
    for figure in reading.figures:
        assert figure.attribution is None or figure.attribution in attributions
        assert figure.part_of is None or figure.part_of in figures
        assert figure.value is not None or figure.magnitude is not None or figure.bound == "several"
        if figure.value is not None and figure.value_high is not None:
            assert figure.value <= figure.value_high
        if figure.date_from and figure.date_to:
            assert figure.date_from <= figure.date_to
    for claim in reading.claims:
        assert claim.attribution is None or claim.attribution in attributions
        assert set(claim.figures) <= figures.keys()
        assert all(claim.span.holds(figures[f].span.start, figures[f].span.end) for f in claim.figures)
    records = (*reading.attributions, *reading.figures, *reading.claims)
    assert {record.document for record in records} <= {document.id}
    assert {issue.document for issue in reading.issues} <= {document.id}
    json.dumps(reading_to_json(reading), allow_nan=False)


def check_bytes(data: bytes, path: str = "a.txt") -> None:
    reading = read(path, data)
    if isinstance(reading, Reading):
        check(reading)
    else:
        assert reading


@cache
def article(path: Path) -> Reading:
    reading = read(str(path), path.read_bytes())
    assert isinstance(reading, Reading)
    return reading


@pytest.mark.parametrize("path", ARTICLES, ids=lambda path: path.name)
def test_samples(path: Path) -> None:
    check(article(path))
    if path.suffix == ".txt":
        assert article(path).document.text == path.read_text("utf-8")


@pytest.mark.parametrize("path", ARTICLES[::4], ids=lambda path: path.name)
def test_reading_twice_changes_nothing(path: Path) -> None:
    assert read(str(path), path.read_bytes()) == article(path)


@pytest.mark.parametrize("path", ARTICLES, ids=lambda path: path.name)
def test_cut_anywhere(path: Path) -> None:
    chance = random.Random(path.name)
    data = path.read_bytes()
    for _ in range(4):
        start, end = sorted(chance.randrange(len(data)) for _ in range(2))
        check_bytes(data[start:end], path.name)


@settings(max_examples=150, deadline=None)
@given(st.text())
def test_any_text(text: str) -> None:
    check_bytes(text.encode("utf-8", "replace"))


@settings(max_examples=200, deadline=None)
@given(st.lists(st.sampled_from(WORDS), max_size=120))
def test_any_words_of_the_trade(words: list[str]) -> None:
    check_bytes(("Le point sur la guerre. " + " ".join(words)).encode())


@settings(max_examples=60, deadline=None)
@given(st.binary(max_size=400))
def test_any_bytes(data: bytes) -> None:
    check_bytes(data)
    check_bytes(b"<html><body>" + data, "a.html")
