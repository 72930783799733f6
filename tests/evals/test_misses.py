"""Every difference from gold lands on the error page under its cause, in its context."""

from typing import Any

from evals.compare import Comparison
from evals.misses import construction, misses, source_form
from evals.names import Names
from evals.page import counts, page

TEXT = "Selon la mairie de Gao, « plus de 30 civils » ont été tués. Le maire a précisé : « Aucun de nos soldats. »"


def attribution(source: str, cue: str, content: str, **fields: Any) -> dict[str, Any]:
    record: dict[str, Any] = {"id": "a1", "name": "Gao", "form": "indirect", "parent": None}
    for part, words in (("source", source), ("cue", cue), ("content", content)):
        at = TEXT.index(words)
        record |= {part: words, f"{part}_start": at, f"{part}_end": at + len(words)}
    return record | fields


def figure(**fields: Any) -> dict[str, Any]:
    start = TEXT.index("plus")
    record = {"id": "f1", "text": TEXT[start : start + 18], "start": start, "end": start + 18, "value": 30}
    return (
        record | {"bound": "more_than", "effect": "killed", "stated_by": ["Gao"], "lat": 16.27, "lon": -0.04} | fields
    )


def found(gold: dict[str, Any], predicted: dict[str, Any]) -> list[tuple[str, str]]:
    comparison = Comparison("01", gold, predicted, Names({}))
    return [(miss.kind, miss.cause) for miss in misses(comparison, TEXT, "own")]


SAYS = attribution("la mairie de Gao", "Selon", "« plus de 30 civils » ont été tués")


def test_nothing_wrong_leaves_no_miss() -> None:
    gold = {"language": "fr", "attributions": [SAYS], "figures": [figure()], "credits": []}
    assert found(gold, gold) == []


def test_attribution_missed_by_its_construction() -> None:
    assert found({"attributions": [SAYS]}, {}) == [("attribution missed", "cue source content")]


def test_attribution_cut_otherwise_is_told_apart() -> None:
    short = attribution("la mairie de Gao", "Selon", "30 civils")
    kinds = found({"attributions": [SAYS]}, {"attributions": [short]})
    assert kinds == [
        ("attribution missed", "content cut otherwise: the other is shorter"),
        ("attribution spurious", "content cut otherwise: the other is longer"),
    ]


def test_source_wrong_by_the_kind_of_its_words() -> None:
    assert found({"attributions": [SAYS]}, {"attributions": [SAYS | {"name": None}]}) == [
        ("attribution: source", "name, not resolved")
    ]
    assert found({"attributions": [SAYS]}, {"attributions": [SAYS | {"name": "Mali"}]}) == [
        ("attribution: source", "name, another")
    ]


def test_forms_of_sources() -> None:
    assert source_form({"source": None}) == "no words"
    assert source_form({"source": "il"}) == "one word"
    assert source_form({"source": "Elle"}) == "one word"
    assert source_form({"source": "le général Ould Ahmed"}) == "name"
    assert source_form({"source": "l’Unicef"}) == "name"
    assert source_form({"source": "Reuters"}) == "name"
    assert source_form({"source": "des habitants du quartier"}) == "description"


def test_constructions() -> None:
    assert construction(attribution("Le maire", "a précisé", "Aucun de nos soldats.")) == "source cue content"
    inserted = attribution("Le maire", "a précisé", "Le maire a précisé : « Aucun")
    assert construction(inserted) == "cue inside the content"
    assert construction({"content_start": 3, "content_end": 9}) == "no cue: quotation marks or layout only"
    without_words = {"cue_start": 9, "content_start": 12, "content_end": 20}
    assert construction(without_words) == "cue content, source without words"


def test_figure_read_as_another_number() -> None:
    kinds = found({"figures": [figure()]}, {"figures": [figure(value=3)]})
    assert kinds == [
        ("figure missed", "read as another number, digits"),
        ("figure spurious", "read as another number, digits"),
    ]


def test_figure_parts_by_part_and_confusion() -> None:
    wrong = figure(effect="wounded", stated_by=[], lat=None, bound="at_least")
    assert set(found({"figures": [figure()]}, {"figures": [wrong]})) == {
        ("figure: bound", "more_than ≠ at_least"),
        ("figure: effect", "killed ≠ wounded"),
        ("figure: place", "not found"),
        ("figure: source", "not found"),
        ("figure: chain", "1 links, 0 read"),
    }


def test_document_head() -> None:
    gold = {"language": "fr", "published": "2021-06-06", "published_basis": "stated"}
    assert found(gold, {"language": "fr"}) == [("published", "stated not found")]


def test_page_counts_and_escapes() -> None:
    gold = {"figures": [figure()], "attributions": [SAYS]}
    some = list(misses(Comparison("<01>", gold, {}, Names({})), TEXT, "own"))
    assert counts(some + some[:1]) == [("attribution missed", 2), ("figure missed", 1)]
    html = page(some)
    assert "<mark>plus de 30 civils </mark>" in html
    assert "&lt;01&gt;" in html
    assert "<01>" not in html


def test_place_and_date_by_the_words_they_were_read_from() -> None:
    gold = figure(place_text="Gao", date_text="mardi", date_from="2021-06-01", date_to="2021-06-01")
    elsewhere = gold | {"lat": 40.0, "date_text": "mardi 1er juin", "date_from": "2022-06-01"}
    assert set(found({"figures": [gold]}, {"figures": [elsewhere]})) == {
        ("figure: place", "same words, read otherwise"),
        ("figure: date", "same words, read otherwise"),
    }
    assert found({"figures": [gold]}, {"figures": [elsewhere | {"place_text": "Mali", "date_text": "hier"}]}) == [
        ("figure: place", "other words chosen"),
        ("figure: date", "other words chosen"),
    ]
    assert found({"figures": [gold | {"date_from": None, "date_to": None}]}, {"figures": [gold]}) == [
        ("figure: date", "should be none")
    ]
