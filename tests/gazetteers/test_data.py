"""The data files: the shipped place file is the one that was built, and what is written by hand agrees with itself."""

import hashlib
import tomllib
from importlib import resources
from pathlib import Path
from typing import Any

import pytest

from recoupe.errors import DataError
from recoupe.gazetteers import digest, load
from recoupe.gazetteers.tables import names, read_tables

ROOT = Path(__file__).parents[2]
FILES: list[dict[str, dict[str, dict[str, Any]]]] = [
    tomllib.loads(file.read_text("utf-8")) for file in sorted((ROOT / "resources/places").glob("*.toml"))
]
ENTRIES = [(code, slug, entry) for file in FILES for code, table in file.items() for slug, entry in table.items()]
KINDS = {"settlement", "point", "district", "region", "wide"}


def test_the_place_file_is_the_one_that_was_built() -> None:
    data = resources.files("recoupe.gazetteers").joinpath("data", "places.sqlite").read_bytes()
    assert hashlib.sha256(data).hexdigest() == (ROOT / "resources/places.sha256").read_text("utf-8").strip()
    assert len(data) <= 14_000_000


def test_alias_entries_are_whole() -> None:
    slugs = {slug for _, slug, _ in ENTRIES}
    assert len(slugs) == len(ENTRIES) > 1000
    codes = load().countries.codes()
    for code, slug, entry in ENTRIES:
        assert code == "wide" or code in codes, code
        assert set(entry) <= {"at", "en", "fr", "ru", "ar", "kind", "in", "holds", "rank", "exact", "is"}, slug
        assert entry["en"].strip(), slug
        assert entry.get("kind", "settlement") in KINDS, slug
        assert 20 <= entry.get("rank", 50) <= 80, slug
        if "at" in entry:
            lat, lon = entry["at"]
            assert -90 <= lat <= 90, slug
            assert -180 <= lon <= 180, slug


def test_alias_entries_reached_the_file() -> None:
    places = load().places
    for code, slug, entry in ENTRIES:
        if code == "wide" or "rank" in entry:
            continue
        english = entry["en"].replace("’", "'").split(";")[0].strip()
        place = places.choose(english, {code: 1.0}, prefer=entry.get("kind", "settlement"))
        assert place is not None, slug
        assert place.country == code, slug


def test_common_words_are_keys() -> None:
    text = resources.files("recoupe.gazetteers").joinpath("data", "common-words.txt").read_text("utf-8")
    words = [word for line in text.splitlines() if not line.startswith("#") for word in line.split()]
    assert len(words) == len(set(words)) > 1000
    assert all(word == word.casefold() and word.isalnum() for word in words)


def test_digest_is_eight_hex_digits() -> None:
    assert len(digest()) == 8
    assert int(digest(), 16) >= 0


def test_bad_tables_are_named() -> None:
    with pytest.raises(DataError, match=r"nothing\.toml is missing"):
        read_tables("nothing.toml", frozenset())
    with pytest.raises(DataError, match=r"media\.toml.*unknown key"):
        read_tables("media.toml", frozenset({"en"}))
    with pytest.raises(DataError, match=r"common-words\.txt is not TOML"):
        read_tables("common-words.txt", frozenset())
    with pytest.raises(DataError, match="must be one string"):
        names({"en": 3}, "en")


def test_lands_of_several_units_hold_what_stands_in_them() -> None:
    places = load().places
    darfur = places.choose("Darfour", {"SD": 1.0})
    nyala = places.choose("Nyala", {"SD": 1.0}, prefer="settlement")
    khartoum = places.choose("Khartoum", {"SD": 1.0}, prefer="settlement")
    assert darfur is not None
    assert nyala is not None
    assert khartoum is not None
    assert darfur.id in nyala.parents
    assert darfur.id not in khartoum.parents
