"""Folders of JSON files in the form of GUIDELINES.md, one a document; gold folders may hold `names.json` too."""

import json
from pathlib import Path

from evals.compare import Comparison
from evals.match import Record
from evals.names import Names

NAMES = "names.json"


def documents(folder: Path) -> dict[str, Record]:
    """The records of each document by its file's stem, in order of name."""
    files = sorted(file for file in folder.glob("*.json") if file.name != NAMES)
    return {file.stem: json.loads(file.read_text("utf-8")) for file in files}


def names(folder: Path) -> Names:
    """The spellings of a gold folder; none where it has no names.json."""
    file = folder / NAMES
    return Names(json.loads(file.read_text("utf-8")) if file.exists() else {})


def compare(gold: Path, predicted: dict[str, Record]) -> list[Comparison]:
    """Each document of a gold folder with what was read from it; what was not read counts as empty."""
    spellings = names(gold)
    return [Comparison(stem, record, predicted.get(stem, {}), spellings) for stem, record in documents(gold).items()]
