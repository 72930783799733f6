"""The keys of names: what they forgive, and what they keep apart."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from recoupe.gazetteers.keys import flat, key, openings, weak_key


@pytest.mark.parametrize(
    "spellings",
    [
        ("Deir ez-Zor", "Deïr Ezzor", "DEIR EZ ZOR", "Deir ez‑Zor"),
        ("N'Djamena", "N’Djaména", "Ndjamena"),
        ("Ba‘qūbah", "Baqubah", "Baqūba‘h"),
        ("الأنبار", "الانبار"),
        ("غزة", "غزه"),
        ("Артёмовск", "Артемовск"),
    ],
)
def test_one_key_for_spellings_of_one_name(spellings: tuple[str, ...]) -> None:
    assert len({key(spelling) for spelling in spellings}) == 1


@pytest.mark.parametrize(
    ("french", "english"),
    [
        ("Khan Cheikhoun", "Khan Shaykhun"),
        ("Makhmour", "Makhmur"),
        ("Hassaké", "Hasakah"),
        ("Tarhouna", "Tarhuna"),
        ("Al-Moukalla", "Mukalla"),
        ("Djénine", "Jenin"),
    ],
)
def test_weak_key_hears_the_same_name(french: str, english: str) -> None:
    assert weak_key(french) == weak_key(english) != ""


@pytest.mark.parametrize("name", ["Мосул", "الموصل", "Côte", "Par", ""])
def test_no_weak_key_for_other_scripts_and_short_words(name: str) -> None:
    assert weak_key(name) == ""


def test_openings_take_one_article_after_the_other() -> None:
    assert openings("l'al-Anbar") == ("al-Anbar", "Anbar")
    assert openings("La Mecque") == ("Mecque",)
    assert openings("Alep") == ()
    assert openings("Lattaquié") == ()


@given(st.text())
def test_flat_keeps_every_offset(text: str) -> None:
    assert len(flat(text)) == len(text)


@given(st.text())
def test_keys_hold_only_letters_and_digits_and_are_stable(text: str) -> None:
    once = key(text)
    assert once == "" or once.isalnum()
    assert key(once) == once
    weak_key(text)
    openings(text)
