"""The page tables of every language, and the phrases in them."""

import pytest

from recoupe.languages.page import page
from recoupe.languages.page_phrases import PagePhrases
from recoupe.text import plain


@pytest.mark.parametrize("code", ["fr", "en", "ru", "ar"])
def test_each_language_has_all_months_and_weekdays(code: str) -> None:
    loaded = page(code)
    assert loaded.code == code
    assert set(loaded.months.values()) == set(range(1, 13))
    assert set(loaded.weekdays.values()) == set(range(7))


def test_an_unknown_language_gets_the_phrases_of_all() -> None:
    phrases = page("sw")
    assert phrases.code == "und"
    for line in ("votre commentaire", "leave a reply", "оставить комментарий", "اترك تعليقا"):
        assert phrases.ends.whole(plain(line))


def test_english_stands_beside_the_page_s_own_language() -> None:
    assert page("fr").lines.whole("read more")
    assert not page("en").lines.whole(plain("À la une"))


@pytest.mark.parametrize(
    ("phrase", "line", "end"),
    [
        ("source :", "source : afp", 8),
        ("source :", "source: afp", 7),
        ("source :", "source afp", None),
        ("source", "sources", None),
        ("# commentaire[s]", "1 204 commentaires", 18),
        ("# commentaire[s]", "1 commentaire", 13),
        ("traduit * par", "traduit du russe par helene", 20),
        ("traduit * par", "traduit par", None),
        ("traduction * :", "traduction de l'arabe : leila", 23),
        ("à propos d'", "a propos d'awa", 11),
    ],
)
def test_phrases(phrase: str, line: str, end: int | None) -> None:
    assert PagePhrases([phrase]).end(line) == end


def test_the_longest_phrase_wins() -> None:
    assert PagePhrases(["photo", "photo :", "photo de"]).end("photo de presse") == 8
