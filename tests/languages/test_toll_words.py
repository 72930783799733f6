"""Toll words: gaps, endings and choices of a phrase; a language without a table."""

from dataclasses import fields

import pytest

from recoupe.errors import DataError
from recoupe.languages.pack import codes
from recoupe.languages.toll_words import Phrases, toll_words
from recoupe.text import plain


@pytest.mark.parametrize(
    ("phrase", "text", "stands"),
    [
        ("s'alourdi*", "le bilan s’alourdissait", True),
        ("bilan (encore |)provisoire", "un bilan encore provisoire", True),
        ("bilan (encore |)provisoire", "un bilan provisoire", True),
        ("port(e|é) … à", "il a porté mardi soir à 12", True),
        ("port(e|é) … à", "il a porté plainte contre X devant le juge à Paris", False),
        ("bilan ~ monté", "le bilan de l'attaque de dimanche contre Inata est monté", True),
        ("bilan ~ monté", "le bilan est connu. Le ton est monté", False),
        ("contre", "à l'encontre", False),
    ],
)
def test_a_phrase_stands_in_a_text(phrase: str, text: str, stands: bool) -> None:
    assert Phrases([phrase]).stand_in(plain(text)) is stands


def test_a_phrase_may_end_or_begin_a_text_but_for_its_marks() -> None:
    phrases = Phrases(["et non"])
    assert phrases.end("37, et non ")
    assert not phrases.end("et non pas ")
    assert phrases.begin(", et non 35")
    assert not phrases.begin("35, et non")


def test_a_phrase_that_cannot_be_read_is_an_error() -> None:
    with pytest.raises(DataError):
        Phrases(["bilan (encore"]).stand_in("bilan encore")


@pytest.mark.parametrize("code", codes())
def test_every_phrase_of_every_language_can_be_read(code: str) -> None:
    words = toll_words(code)
    for field in fields(words):
        phrases: Phrases = getattr(words, field.name)
        assert not any([phrases.stand_in(""), phrases.begin(""), phrases.end("")])


def test_a_language_without_a_table_has_no_toll_words() -> None:
    assert not toll_words("und").revised.stand_in("nouveau bilan")
    assert toll_words("fr").revised.stand_in("nouveau bilan")
