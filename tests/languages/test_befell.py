"""Befell: each way to say what happened to people is read, with its effect (decision 13: lists before structures)."""

import tomllib
from pathlib import Path

import pytest

from recoupe.model.reading import Reading
from recoupe.pipeline import read

_TABLE = tomllib.loads(Path(__file__).with_name("befell.toml").read_text("utf-8"))
_COUNTED = {12, 12_000, 1600, 2000}


def _effect(sentence: str) -> str | None:
    """What is said to have befallen those counted; None where nobody is counted."""
    reading = read("befell.txt", f"Attaque dans le nord\n\n{sentence}\n".encode(), published="2021-05-04")
    assert isinstance(reading, Reading)
    return next((f.effect for f in reading.figures if f.value in _COUNTED), None)


@pytest.mark.parametrize("effect", _TABLE)
def test_what_befell_people(effect: str) -> None:
    misread = [f"{text} → {found}" for text in _TABLE[effect] if (found := _effect(text)) != effect]
    assert not misread, "\n".join(misread)
