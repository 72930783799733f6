"""How a page sets an article changes nothing of what is read from it: quotation marks, apostrophes, spaces, line ends, menus."""

import json
import re
import textwrap
from collections.abc import Callable
from pathlib import Path

import pytest

from recoupe import pipeline
from recoupe.export.reading_json import reading_to_json

SAMPLES = Path(__file__).parents[2] / "samples"
ARTICLES = [
    SAMPLES / "articles" / document["file"]
    for document in json.loads((SAMPLES / "truth" / "documents.json").read_text("utf-8"))
    if document["language"] == "fr" and document["file"].endswith(".txt")
]
KEYS = (
    *("value", "value_high", "effect", "group", "scope", "place", "date_from", "date_to"),
    *("reality", "stated_by", "perpetrator"),
)


def quoted(opening: str, closing: str) -> Callable[[str], str]:
    return lambda text: re.sub(r"\s*»", closing, re.sub(r"«\s*", opening, text))


def wrapped(text: str) -> str:
    """Cut at 72 characters below the headline, as mail and old archives have it; numbers stay whole."""
    text = re.sub(r"(?<=\d) (?=\d{3}\b)", "\u202f", text)
    lines = [line for line in text.split("\n") if line.strip()]
    return "\n\n".join([*lines[:3], *(textwrap.fill(line, 72, break_on_hyphens=False) for line in lines[3:])])


CHANGES: dict[str, Callable[[str], str]] = {
    "straight quotation marks": quoted('"', '"'),
    "curly quotation marks": quoted("“", "”"),
    "guillemets without spaces": quoted("«", "»"),
    "typewriter apostrophes": lambda text: text.replace("’", "'"),
    "curly apostrophes": lambda text: text.replace("'", "’"),
    "no-break spaces": lambda text: re.sub(r" (?=[:;!?»])|(?<=«) ", "\u00a0", text),
    "narrow spaces in numbers": lambda text: re.sub(r"(?<=\d)[ \u00a0.](?=\d{3}\b)", "\u202f", text),
    "Windows line ends": lambda text: text.replace("\n", "\r\n"),
    "no empty lines": lambda text: re.sub(r"\n{2,}", "\n", text),
    "spaces before and behind lines": lambda text: text.replace("\n", "  \n    "),
    "hard-wrapped": wrapped,
    "menus and buttons": lambda text: (
        f"Accueil\nMenu\nRechercher\n\n{text}\n\nPartager\nFacebook\nLire aussi\nVotre commentaire\n"
    ),
}


@pytest.mark.parametrize("article", ARTICLES, ids=lambda path: path.stem)
def test_what_a_page_does_to_an_article_changes_no_reading(article: Path) -> None:
    text = article.read_text("utf-8")
    expected = told(text)
    assert any(expected)
    changed = {name: change(text) for name, change in CHANGES.items()}
    assert {name: told(other) for name, other in changed.items() if other != text} == {
        name: expected for name, other in changed.items() if other != text
    }


def told(text: str) -> tuple[list[tuple[object, ...]], list[str]]:
    """The figures and the names of those who are quoted."""
    reading = reading_to_json(pipeline.read("a.txt", text.encode()))
    figures = [tuple(plain(figure[key]) for key in KEYS) for figure in reading["figures"]]
    return figures, [plain(attribution["name"]) for attribution in reading["attributions"]]


def plain(value: object) -> object:
    """Names in the article's own words without the marks that the page sets."""
    if isinstance(value, list):
        return tuple(map(plain, value))
    return re.sub(r"[\s«»\"“”'’]+", " ", value).strip() if isinstance(value, str) else value
