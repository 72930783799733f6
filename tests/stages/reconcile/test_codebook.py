"""Codebook: complete, in both languages, and of one mind with the rules."""

from recoupe.stages.reconcile.codebook import codebook
from recoupe.stages.reconcile.rules import RULES


def test_each_rule_has_its_entry_in_the_same_order() -> None:
    assert list(codebook().entries) == list(RULES)


def test_texts_are_one_paragraph_each_in_french_and_english() -> None:
    for entry in codebook().entries.values():
        for text in (entry.name, entry.whose, entry.text):
            assert set(text) == {"en", "fr"}
            assert all("\n" not in each for each in text.values())
        assert entry.text["en"] != entry.text["fr"]
        assert entry.source
        assert entry.version


def test_what_no_codebook_says_is_marked_as_a_reading() -> None:
    for entry in codebook().entries.values():
        if entry.basis == "part":
            assert "as recoupe reads it" in entry.text["en"].lower()
            assert "lecture" in entry.text["fr"]


def test_numbers_for_words_do_not_fall_with_their_size() -> None:
    for entry in codebook().entries.values():
        ends = [entry.words[key] for key in ("tens", "hundreds", "thousands") if key in entry.words]
        assert ends == sorted(ends)
