"""The words for a first reading: which languages have them, and that each table is whole."""

import pytest

from recoupe.languages.first import first_words
from recoupe.languages.pack import codes, digest, first_codes


def test_a_language_is_read_in_full_or_for_the_first_time_or_not_at_all() -> None:
    assert not set(codes()) & set(first_codes())
    assert all(first_words(code) is not None for code in first_codes())
    assert all(first_words(code) is None for code in codes())
    assert first_words("xx") is None


@pytest.mark.parametrize("code", first_codes())
def test_every_kind_of_source_has_a_voice(code: str) -> None:
    words = first_words(code)
    assert words is not None
    entries = (
        entry for index in (words.relay.exact, words.relay.beginnings) for each in index.values() for entry in each
    )
    assert {value for _, kind, value in entries if kind == "source"} <= words.voices.keys()


@pytest.mark.parametrize("code", first_codes())
def test_a_folder_has_a_digest_of_its_own(code: str) -> None:
    assert digest(code) not in {digest(other) for other in (*codes(), *first_codes()) if other != code}
