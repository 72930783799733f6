"""Whatever the text, it is read: broken sentences, broken quotation marks, words in any order."""

import random

import pytest

from recoupe.gazetteers import load
from recoupe.languages.pack import pack
from recoupe.stages.attribute import attribute
from tests.languages.examples import examples
from tests.stages.attribute.sentence import annotated

TEXTS = [case.data["text"].replace("\n", " ").strip() for case in examples("fr") if "attributions" in case.data]
STRAY = [
    "«",
    "»",
    '"',
    ",",
    ".",
    ":",
    "(",
    ")",
    "–",
    "que",
    "selon",
    "accusé par",
    "a annoncé",
    "en",
    "?",
    "la promesse du",
]


def broken(seed: int) -> str:
    """Two examples, shuffled, cut short, or with words lost or strewn in."""
    chance = random.Random(seed)
    found = " ".join(chance.sample(TEXTS, 2)).split(" ")
    match seed % 4:
        case 0:
            chance.shuffle(found)
        case 1:
            found = found[: chance.randrange(1, len(found))]
        case 2:
            for _ in range(3):
                found.insert(chance.randrange(len(found)), chance.choice(STRAY))
        case _:
            for _ in range(4):
                del found[chance.randrange(len(found))]
    return " ".join(found).strip() or "?"


@pytest.mark.parametrize("seed", range(0, 400, 50))
def test_broken_texts_are_read(seed: int) -> None:
    for text in map(broken, range(seed, seed + 50)):
        document, seen = annotated(text)
        for found in attribute(document, seen, pack("fr"), load())[0]:
            assert found.content.text.strip()
            assert found.content.text == text[found.content.start : found.content.end]


@pytest.mark.parametrize(
    "text", ["a-t-il dit", "»", "« »", ":", "selon", "Le maire a accusé", "que que que", "(((", "1 2 3", "\u200b"]
)
def test_scraps_report_nothing(text: str) -> None:
    document, seen = annotated(text)
    assert attribute(document, seen, pack("fr"), load())[0] == ()
