"""Whatever the text, it is read: broken sentences, broken quotation marks, words in any order."""

import random

import pytest

from recoupe.gazetteers import load
from recoupe.languages.pack import pack
from recoupe.stages.attribute import attribute
from tests.languages.examples import examples
from tests.stages.attribute.sentence import annotated

TEXTS = {
    code: [case.data["text"].replace("\n", " ").strip() for case in examples(code) if "attributions" in case.data]
    for code in ("fr", "en")
}
MARKS = ["«", "»", "“", "”", "'", '"', ",", ".", ":", "(", ")", "–", "?"]
STRAY = {
    "fr": [*MARKS, "que", "selon", "accusé par", "a annoncé", "en", "la promesse du"],
    "en": [*MARKS, "that", "which", "according to", "accused by", "said", "as saying", "quoted", "not", "'s", "told"],
}


def broken(seed: int, language: str) -> str:
    """Two examples, shuffled, cut short, or with words lost or strewn in."""
    chance = random.Random(seed)
    found = " ".join(chance.sample(TEXTS[language], 2)).split(" ")
    match seed % 4:
        case 0:
            chance.shuffle(found)
        case 1:
            found = found[: chance.randrange(1, len(found))]
        case 2:
            for _ in range(3):
                found.insert(chance.randrange(len(found)), chance.choice(STRAY[language]))
        case _:
            for _ in range(4):
                del found[chance.randrange(len(found))]
    return " ".join(found).strip() or "?"


@pytest.mark.parametrize("language", ["fr", "en"])
@pytest.mark.parametrize("seed", range(0, 400, 50))
def test_broken_texts_are_read(seed: int, language: str) -> None:
    for text in (broken(each, language) for each in range(seed, seed + 50)):
        document, seen = annotated(text, language)
        for found in attribute(document, seen, pack(language), load())[0]:
            assert found.content.text.strip()
            assert found.content.text == text[found.content.start : found.content.end]


@pytest.mark.parametrize(
    "text", ["a-t-il dit", "»", "« »", ":", "selon", "Le maire a accusé", "que que que", "(((", "1 2 3", "\u200b"]
)
def test_scraps_report_nothing(text: str) -> None:
    document, seen = annotated(text)
    assert attribute(document, seen, pack("fr"), load())[0] == ()


@pytest.mark.parametrize(
    "text", ["he said", "”", "“ ”", ":", "according to", "The mayor accused", "that that", "'s 's", "WHO"]
)
def test_english_scraps_report_nothing(text: str) -> None:
    document, seen = annotated(text, "en")
    assert attribute(document, seen, pack("en"), load())[0] == ()
