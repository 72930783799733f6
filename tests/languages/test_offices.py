"""Offices: a role that is not known to be an office makes nobody public."""

import pytest

from recoupe.languages.offices import offices


@pytest.mark.parametrize(
    ("language", "role", "organisation", "public"),
    [
        ("en", None, None, False),
        ("en", None, "Nile Relief Trust", True),
        ("en", "deputy police chief", None, True),
        ("en", "bodyguard of the mayor", None, False),
        ("en", "analyst", None, False),
        ("en", "analyst", "Crisis Monitor", True),
        ("en", "baker", "Old Market", False),
        ("fr", "vice-présidente", None, True),
        ("fr", "épouse du préfet", None, False),
        ("fr", "berger", None, False),
        ("ru", "заместитель министра", None, True),
        ("ru", "водитель министра", None, False),
        ("ru", "пасечник", None, False),
        ("ar", "الناطق", None, True),
        ("ar", "والمتحدث", None, True),
        ("ar", "سائق الوزير", None, False),
        ("de", "Minister", None, False),
    ],
)
def test_offices(language: str, role: str | None, organisation: str | None, public: bool) -> None:
    assert offices(language).public(role, organisation) is public


@pytest.mark.parametrize(
    ("language", "before", "expected"),
    [
        ("fr", "Selon le site ", True),
        ("fr", "Selon le site arabophone ", True),
        ("fr", "le journal de ", False),
        ("fr", "Il a quitté le journal. ", False),
        ("en", "he told the newspaper ", True),
        ("en", "", False),
        ("ru", "сообщила газета ", True),
        ("ar", "وقالت صحيفة ", True),
        ("ar", "وقال السائق ", False),
    ],
)
def test_outlets(language: str, before: str, expected: bool) -> None:
    assert offices(language).tells_of_outlet(before) is expected
