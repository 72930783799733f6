"""Every string of the command line is there in both languages, and every word of the records has one."""

import re
import string
import tomllib
from pathlib import Path
from typing import Any, get_args

import pytest

from recoupe import interface
from recoupe.interface.catalogue import LANGUAGES, Catalogue, language_of
from recoupe.model.annotation import Bound, PlacePrecision
from recoupe.model.attribution import Form, Stance
from recoupe.model.claim import ClaimKind, ControlChange, MeasureKind, MeasureStatus
from recoupe.model.decision import Verdict
from recoupe.model.document import PublishedBasis
from recoupe.model.figure import Effect, Group, Reality, Scope, Unit
from recoupe.model.issue import IssueKind
from recoupe.model.relay import ChangeKind
from recoupe.model.tally import CheckRelation, CheckVerdict, DisagreementKind

FOLDER = Path(interface.__file__).parent
STRINGS: dict[str, dict[str, Any]] = tomllib.loads((FOLDER / "strings.toml").read_text("utf-8"))
KEYS = [f"{section}.{name}" for section, names in STRINGS.items() for name in names]
WORDS = {
    "bound": Bound,
    "kind": ClaimKind,
    "change": ControlChange,
    "changed": ChangeKind,
    "measure": MeasureKind,
    "status": MeasureStatus,
    "form": Form,
    "stance": Stance,
    "effect": Effect,
    "group": Group,
    "reality": Reality,
    "scope": Scope,
    "unit": Unit,
    "issue": IssueKind,
    "basis": PublishedBasis,
    "verdict": Verdict,
    "disagreement": DisagreementKind,
    "precision": PlacePrecision,
    "relation": CheckRelation,
    "check": CheckVerdict,
}


def words_of(literal: Any) -> list[str]:
    return [word for each in get_args(literal) for word in (get_args(each) or (each,))]


def fields(words: str) -> set[str]:
    return {name for _, name, _, _ in string.Formatter().parse(words) if name}


@pytest.mark.parametrize("key", KEYS)
def test_complete_in_both_languages(key: str) -> None:
    section, name = key.split(".")
    said = STRINGS[section][name]
    assert said.keys() == set(LANGUAGES)
    forms = [words if isinstance(words, list) else [words] for words in said.values()]
    assert len({len(words) for words in forms}) == 1
    assert all(words.strip() for several in forms for words in several)
    assert len({frozenset(fields(words)) for several in forms for words in several}) == 1


@pytest.mark.parametrize("section", WORDS)
def test_every_word_of_the_records_has_a_string(section: str) -> None:
    assert STRINGS[section].keys() == set(words_of(WORDS[section]))


def test_every_key_that_the_code_names_exists() -> None:
    named = set()
    for file in (each for name in ("cli", "desk", "interface") for each in (FOLDER.parent / name).rglob("*.py")):
        named |= set(re.findall(r"""(?:say|_say|count)\(\s*f?["']([a-z_]+\.[a-z_]+)["']""", file.read_text("utf-8")))
    assert len(named) > 50
    assert named <= set(KEYS)


def test_numbers_and_plurals() -> None:
    french, english = Catalogue("fr"), Catalogue("en")
    assert french.number(1234567) == "1\u202f234\u202f567"
    assert english.number(1234567.0) == "1,234,567"
    assert (english.number(2.5), english.number(1e40)) == ("2.5", "1e+40")
    assert french.count("summary.documents", 0) == "0 document"
    assert english.count("summary.documents", 0) == "0 documents"
    assert english.count("summary.documents", 1) == "1 document"


def test_a_name_that_nobody_wrote_stands_for_itself() -> None:
    assert Catalogue("fr").name("language.ru") == "russe"
    assert Catalogue("fr").name("language.tlh") == "tlh"


@pytest.mark.parametrize(
    ("arguments", "environment", "language", "rest"),
    [
        (["summary"], {}, "en", ["summary"]),
        (["summary"], {"LANG": "fr_FR.UTF-8"}, "fr", ["summary"]),
        (["summary"], {"LANG": "fr_FR.UTF-8", "LC_ALL": "C"}, "en", ["summary"]),
        (["summary"], {"LANG": "fr_CA", "LC_ALL": ""}, "fr", ["summary"]),
        (["summary", "--lang", "FR", "--json"], {}, "fr", ["summary", "--json"]),
        (["--lang=en", "summary"], {"LANG": "fr"}, "en", ["summary"]),
        (["read", "--", "--lang"], {}, "en", ["read", "--", "--lang"]),
    ],
)
def test_language_of_the_call(
    arguments: list[str], environment: dict[str, str], language: str, rest: list[str]
) -> None:
    assert language_of(arguments, environment) == (language, rest, None)


@pytest.mark.parametrize("arguments", [["--lang", "de", "summary"], ["summary", "--lang"], ["--lang="]])
def test_a_language_that_is_not_spoken(arguments: list[str]) -> None:
    assert language_of(arguments, {})[2] is not None
