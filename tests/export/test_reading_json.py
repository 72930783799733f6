"""The JSON of a Reading has the form of the annotation guidelines, and more keys."""

import dataclasses
import json

import pytest

from recoupe.export.reading_json import number, reading_to_json, stem
from tests.factories import ARTICLE, make_reading

CREDIT = {"text", "start", "end", "kind", "name"}
ATTRIBUTION = {
    *("id", "source", "source_start", "source_end", "name", "role", "organisation", "cue", "cue_start", "cue_end"),
    *("content_start", "content_end", "form", "parent"),
}
FIGURE = {
    *("id", "text", "start", "end", "value", "value_high", "magnitude", "bound", "unit", "group", "effect", "scope"),
    *("place_text", "place", "place_country", "lat", "lon", "date_text", "date_from", "date_to", "perpetrator"),
    *("stated_by", "attribution", "reality"),
}


def test_holds_every_key_of_the_guidelines() -> None:
    made = reading_to_json(make_reading())
    keys = ("document", "language", "published", "published_basis", "credits", "attributions", "figures")
    assert tuple(made)[:7] == keys
    assert made["credits"][0].keys() == CREDIT
    assert made["attributions"][0].keys() >= ATTRIBUTION
    assert all(figure.keys() >= FIGURE for figure in made["figures"])


def test_values() -> None:
    made = reading_to_json(make_reading())
    assert (made["document"], made["language"], made["published"]) == ("hodeida", "fr", "2018-05-04")
    [said] = made["attributions"]
    assert (said["id"], said["name"], said["source"]) == (
        "a1",
        "Khaled Souhail",
        "le directeur de l’hôpital Al-Thawra, Khaled Souhail",
    )
    assert said["parent"] is None
    headline, told = made["figures"]
    assert (headline["id"], headline["attribution"], headline["stated_by"]) == ("f1", None, [])
    assert (told["id"], told["attribution"], told["stated_by"]) == ("f2", "a1", ["Khaled Souhail"])
    assert (told["place_text"], told["place"], told["date_text"]) == ("Hodeïda", "Al Hudaydah", "jeudi")
    assert [claim["figures"] for claim in made["claims"]] == [["f1"], ["f2"]]


def test_offsets_are_into_the_text() -> None:
    made = reading_to_json(make_reading())
    for figure in made["figures"]:
        assert ARTICLE[figure["start"] : figure["end"]] == figure["text"]
        assert ARTICLE[figure["place_start"] : figure["place_end"]] == figure["place_text"]
    [said] = made["attributions"]
    assert ARTICLE[said["content_start"] : said["content_end"]] == said["content"]


def test_a_parent_and_a_whole_are_named_by_their_short_ids() -> None:
    reading = make_reading()
    [said] = reading.attributions
    inner = dataclasses.replace(said, id="attribution-inner", parent=said.id)
    part = dataclasses.replace(reading.figures[1], id="figure-part", part_of=reading.figures[0].id)
    made = reading_to_json(dataclasses.replace(reading, attributions=(said, inner), figures=(reading.figures[0], part)))
    assert made["attributions"][1]["parent"] == "a1"
    assert made["figures"][1]["part_of"] == "f1"


@pytest.mark.parametrize(
    ("path", "name"),
    [
        ("news/001.txt", "001"),
        ("page.html.gz", "page"),
        ("a/b.c.htm", "b.c"),
        ("rapport.v2", "rapport.v2"),
        (".txt", ".txt"),
        ("-", "stdin"),
    ],
)
def test_stem(path: str, name: str) -> None:
    assert stem(path) == name


@pytest.mark.parametrize(
    ("value", "written"),
    [
        (12.0, "12"),
        (2.5, "2.5"),
        (0.0, "0"),
        (None, "null"),
        (1e40, "1e+40"),
        (float("inf"), "null"),
        (float("nan"), "null"),
    ],
)
def test_numbers(value: float | None, written: str) -> None:
    assert json.dumps(number(value), allow_nan=False) == written
