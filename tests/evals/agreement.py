"""Gold spoilt on purpose, in ways that touch every measure; and what the yardstick (`score/score.py`) makes of it.

`python -m tests.evals.agreement`, with the yardstick at hand, records its numbers on the project's own gold, so that
the agreement is tested where the yardstick is absent too.
"""

import copy
import json
import subprocess
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path
from random import Random
from typing import Any

from evals.corpora import corpora, digest, shared
from evals.folders import documents

RECORDED = Path(__file__).with_name("agreement.json")

Document = dict[str, Any]
Spoil = Callable[[Document, Random], None]
_KINDS = ("credits", "attributions", "figures")
_SPANS = ("", "cue_", "content_", "source_")
_WRONG: dict[str, list[object]] = {
    "bound": ["exact", "about", "several"],
    "unit": ["people", "strikes"],
    "effect": ["killed", "wounded", "missing"],
    "group": ["civilians", "combatants", "unspecified"],
    "scope": ["incident", "period", "total"],
    "reality": ["asserted", "conditional"],
    "perpetrator": [None, "Russia", "the Russian army", "Islamic State"],
    "date_from": [None, "2017-03-17", "2019-01-01", "9999-99-99"],
    "date_to": [None, "2017-03-18"],
    "name": [None, "", "Airwars", "spokesman for the coalition", "Igor Konachenkov"],
    "cue": [None],
    "cue_start": [None],
    "form": ["direct", "mixed"],
    "parent": [None, "a1", "a2"],
    "kind": ["source", "photo"],
    "lat": [None, 36.34],
    "place_country": ["IQ", "SY", None],
    "stated_by": [[], ["Airwars"], ["Russia", "Airwars"], None],
    "value": [None, 3],
    "magnitude": [None, 1000],
}


def _each(document: Document) -> list[Document]:
    return [record for kind in _KINDS for record in document[kind]]


def drop(document: Document, random: Random) -> None:
    """A third of the records away."""
    for kind in _KINDS:
        document[kind] = [record for record in document[kind] if random.random() > 0.33]


def shift(document: Document, random: Random) -> None:
    """Every span moved by up to 40 characters, and some drawn out or turned inside out."""
    for record in _each(document):
        for prefix in _SPANS:
            if record.get(f"{prefix}start") is not None:
                by = int(random.random() * 80) - 40
                record[f"{prefix}start"] += by
                record[f"{prefix}end"] += by + int(random.random() * 60) - 20


def change(document: Document, random: Random) -> None:
    """One field in six wrong, whichever it is."""
    for record in _each(document):
        for field, wrong in _WRONG.items():
            if field in record and random.random() < 0.17:
                record[field] = wrong[int(random.random() * len(wrong))]


def repeat(document: Document, random: Random) -> None:
    """Half of the records twice, the second a little to the right: rivals for one gold record."""
    for kind in _KINDS:
        for record in list(document[kind]):
            if random.random() < 0.5:
                twin = copy.deepcopy(record)
                for prefix in _SPANS:
                    if twin.get(f"{prefix}end") is not None:
                        twin[f"{prefix}end"] += 5
                document[kind].insert(int(random.random() * len(document[kind])), twin)


def forget(document: Document, random: Random) -> None:
    """Fields left out altogether, the head of the document too."""
    for field in ("language", "published", "published_basis", "credits"):
        if random.random() < 0.3:
            del document[field]
    for kind in ("attributions", "figures"):
        for record in document[kind]:
            for field in list(record):
                if field != "lon" and random.random() < 0.1:  # half a place is no place to either scorer
                    del record[field]


def misdate(document: Document, random: Random) -> None:
    """Another publication date and another language."""
    document["published"] = ["2017-04-02", "2017-04-06", "2021-06-06", None][int(random.random() * 4)]
    document["language"] = "en" if random.random() < 0.5 else "fr"


def everything(document: Document, random: Random) -> None:
    """All of it, one after the other."""
    for spoil in (drop, shift, change, repeat, misdate, forget):
        spoil(document, random)


SPOILS: tuple[Spoil, ...] = (drop, shift, change, repeat, forget, misdate, everything)


def spoilt(gold: Path, spoil: Spoil, seed: int) -> dict[str, Document]:
    """The documents of a gold folder, spoilt; the same for the same seed. One document in nine is not read at all."""
    random = Random(f"{spoil.__name__}-{seed}")
    predicted = {stem: copy.deepcopy(dict(record)) for stem, record in documents(gold).items()}
    for document in predicted.values():
        spoil(document, random)
    return {stem: document for stem, document in predicted.items() if random.random() > 0.11}


def yardstick() -> Path:
    """The original scorer; it may not be at hand."""
    return shared() / "score" / "score.py"


def original(gold: Path, predicted: dict[str, Document]) -> dict[str, Any]:
    """What the original makes of a prediction, with its word for a source turned into ours."""
    with tempfile.TemporaryDirectory() as folder:
        for stem, document in predicted.items():
            Path(folder, f"{stem}.json").write_text(json.dumps(document), "utf-8")
        command = [sys.executable, str(yardstick()), str(gold), folder, "--json"]
        report = subprocess.run(command, capture_output=True, check=True, encoding="utf-8").stdout
    numbers: dict[str, Any] = json.loads(report.replace("speaker", "source"))
    return numbers


def own_gold() -> Path:
    """The project's own gold folder."""
    return corpora()[0].gold


def gold_digest(gold: Path) -> str:
    """Changes when any file of a gold folder does."""
    return digest(sorted(gold.glob("*.json")))


if __name__ == "__main__":
    numbers = {spoil.__name__: original(own_gold(), spoilt(own_gold(), spoil, 1)) for spoil in SPOILS}
    RECORDED.write_text(json.dumps({"gold": gold_digest(own_gold()), "numbers": numbers}, indent=1) + "\n", "utf-8")
