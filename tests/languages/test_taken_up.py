"""Taken up again: who has spoken is known under every word that the press calls him by later, whoever is named between."""

import re
import tomllib
from pathlib import Path
from typing import Any

import pytest

from recoupe.model.reading import Reading
from recoupe.pipeline import read
from recoupe.text import bare

_SPEAKERS = tomllib.loads(Path(__file__).with_name("taken-up.toml").read_text("utf-8"))["speakers"]
_BETWEEN = (
    "",
    "Les assaillants, venus à moto, ont pris la fuite vers la forêt. Le gouvernement a condamné l'attaque.\n\n",
    "Le président Joseph Mballa doit se rendre sur place lundi.\n\n",
)
_MANY = re.compile(r"(?:les|des|plusieurs|deux|ces)\b")
_COUNTED = 8


def _who(speaker: str, between: str, again: str) -> str | None:
    """Who says that eight are missing, under the words `again`; None where nobody does."""
    first = f"{speaker[0].upper()}{speaker[1:]} {'ont' if _MANY.match(speaker) else 'a'} annoncé que douze personnes avaient été tuées."
    text = f"Trois villages attaqués\n\n{first}\n\n{between}Selon {again}, huit personnes sont portées disparues.\n"
    reading = read("again.txt", text.encode(), published="2021-05-04")
    assert isinstance(reading, Reading)
    figure = next((f for f in reading.figures if f.value == _COUNTED), None)
    return figure.stated_by[-1] if figure is not None and figure.stated_by else None


@pytest.mark.parametrize("entry", _SPEAKERS, ids=lambda entry: entry["speaker"])
def test_who_has_spoken_is_known_again(entry: dict[str, Any]) -> None:
    wanted = bare(entry["name"])
    told = [
        (again, between, _who(entry["speaker"], between, again)) for again in entry["again"] for between in _BETWEEN
    ]
    wrong = [f"{again} → {who} ({between[:20]!r})" for again, between, who in told if wanted not in bare(who or "")]
    assert not wrong, "\n".join(wrong)
