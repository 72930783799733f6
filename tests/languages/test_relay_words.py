"""The relay words of each language: all concepts have words, and words are found however they are written."""

from collections.abc import Sequence

import pytest

from recoupe.languages.relay_words import FAMILIES, RelayWords, relay_words

CODES = ("ar", "en", "fr", "ru")


def words_of(code: str) -> RelayWords:
    words = relay_words(code)
    assert words is not None
    return words


def found(code: str, words: Sequence[str], kind: str) -> list[tuple[str, int, int]]:
    of = words_of(code)
    return [(h.value, h.first, h.last) for h in of.hits([of.plainly(word) for word in words]) if h.kind == kind]


@pytest.mark.parametrize("code", CODES)
def test_every_concept_has_words(code: str) -> None:
    words = words_of(code)
    entries = {(k, v) for t in (words.exact, words.beginnings, words.endings) for e in t.values() for _, k, v in e}
    kinds = {kind for kind, _ in entries}
    assert {"bound", "bound_after", "effect", "group", "source", "hedge", "not_counted", "pronoun"} <= kinds
    # What one language has no word for (« Tsahal »), another may.
    values = {(family, value) for family, both in FAMILIES.items() for some in both for value in some}
    assert len(values & entries) > 0.8 * len(values)


def test_a_language_without_any() -> None:
    assert relay_words("fi") is None


@pytest.mark.parametrize(
    ("code", "words", "kind", "expected"),
    [
        ("fr", ["au", "moins", "dix"], "bound", [("at_least", 0, 2)]),
        ("fr", ["la", "coalition", "americaine"], "coalition", [("us", 1, 3)]),
        ("fr", ["ils", "auraient", "fui"], "hedge", [("conditional", 1, 2)]),
        ("fr", ["il", "tirait"], "hedge", []),
        ("ru", ["исламского", "государства"], "islamic_state", [("islamic_state", 0, 2)]),
        ("ar", ["والمدنيين"], "group", [("civilians", 0, 1)]),
        ("ar", ["للارهابيين"], "fighters", [("terrorist", 0, 1)]),
    ],
)
def test_found(code: str, words: list[str], kind: str, expected: list[tuple[str, int, int]]) -> None:
    assert found(code, words, kind) == expected
