"""Frames: whoever a sentence names is read as who says it, whatever the way of reporting (decision 13: lists before structures)."""

import re
import tomllib
from pathlib import Path
from typing import Any

import pytest

from recoupe.model.reading import Reading
from recoupe.pipeline import read

_TABLE = tomllib.loads(Path(__file__).with_name("frames.toml").read_text("utf-8"))
_ENDINGS = {"f": ("e", "elle", "elle"), "m": ("", "il", "lui")}
_COUNTED = 12


def _sentence(frame: str, source: dict[str, str]) -> str:
    words = source["words"]
    ending, subject, stressed = _ENDINGS[source["gender"]]
    filled = frame.replace("{S}", words[0].upper() + words[1:]).replace("{s}", words)
    filled = filled.replace("{e}", ending).replace("{il}", subject).replace("{lui}", stressed)
    for written, spoken in ((" de le ", " du "), (" à le ", " au "), ("Quant à le ", "Quant au ")):
        filled = filled.replace(written, spoken)
    return re.sub(r",(?=\s*[,.:»]|$)", "", filled)  # an apposition's comma before another mark


def _speaker(sentence: str) -> str | None:
    """Who says that twelve died, by the innermost voice; None where nobody does, or nobody counts."""
    reading = read("frame.txt", f"Trois villages attaqués\n\n{sentence}\n".encode(), published="2021-05-04")
    assert isinstance(reading, Reading)
    figure = next((f for f in reading.figures if f.value == _COUNTED), None)
    return figure.stated_by[-1] if figure is not None and figure.stated_by else None


def _misread(frame: str) -> list[str]:
    """The sentences of the frame that are not read as their source's."""
    found = ((source, _sentence(frame, source)) for source in _TABLE["sources"])
    return [
        f"{text} → {who}"
        for source, text in found
        if (who := _speaker(text) or "").casefold() != source["name"].casefold()
    ]


@pytest.mark.parametrize("frame", _TABLE["frames"])
def test_every_source_speaks(frame: Any) -> None:
    misread = _misread(frame)
    assert not misread, "\n".join(misread)


@pytest.mark.parametrize("frame", _TABLE["not_yet"])
def test_not_yet(frame: Any) -> None:
    assert _misread(frame), "read from every source: move it to `frames`"


def _with_pronoun(text: str, between: str, pronoun: str, verb: list[str], *, many: bool) -> str:
    opens = not between or between.endswith(".")
    words = pronoun[0].upper() + pronoun[1:] if opens else pronoun
    return " ".join(part for part in (text, between, words, verb[many], verb[2]) if part) + "."


@pytest.mark.parametrize("antecedent", _TABLE["pronouns"]["antecedents"], ids=lambda one: one["text"])
def test_every_pronoun_points_back(antecedent: Any) -> None:
    tried = (
        _with_pronoun(
            antecedent["text"], between.replace("{other}", antecedent["other"]), pronoun, verb, many=antecedent["many"]
        )
        for pronoun in antecedent["pronouns"]
        for between in _TABLE["pronouns"]["between"]
        for verb in _TABLE["pronouns"]["verbs"]
    )
    misread = [f"{text} → {who}" for text in tried if (who := _speaker(text)) != antecedent["name"]]
    assert not misread, "\n".join(misread)
