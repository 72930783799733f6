"""Scorecard: below which rates no version may read, as `scorecard.json` holds them (`resources/scorecard.py` makes it)."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib import resources


@dataclass(frozen=True, slots=True)
class Score:
    """The floors on one set of annotated texts."""

    corpus: str
    language: str
    floors: Mapping[str, float]
    """By the measure's name, from 0 to 1."""


@cache
def scorecard() -> tuple[Score, ...]:
    """The scores that came with this version."""
    read = json.loads(resources.files("recoupe.export").joinpath("scorecard.json").read_text("utf-8"))
    return tuple(Score(corpus, about["language"], about["floors"]) for corpus, about in read.items())
