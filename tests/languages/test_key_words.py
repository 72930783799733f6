"""Key words: what is stripped from a name, and what a language without a table gets."""

import pytest

from recoupe.languages.key_words import key_words


def test_a_case_ending_goes_and_a_short_word_stays() -> None:
    russian = key_words("ru")
    assert "краматорск" in russian.stripped("краматорске")
    assert russian.stripped("мы") == ("мы",)


def test_arabic_prefixes_go_one_by_one() -> None:
    assert {"والخرطوم", "الخرطوم", "خرطوم"} <= set(key_words("ar").stripped("والخرطوم"))


@pytest.mark.parametrize("code", ["de", "und", ""])
def test_a_language_without_a_table_has_capitals_and_no_words(code: str) -> None:
    words = key_words(code)
    assert words.cased
    assert not words.numbers
    assert words.months["march"] == 3
