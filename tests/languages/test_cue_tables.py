"""The tables of reported speech load, and say what is wrong with a table that does not."""

import tomllib
from importlib import resources
from typing import Any

import pytest

from recoupe.errors import DataError
from recoupe.languages.cues import Cues
from recoupe.languages.grammar import Grammar
from recoupe.languages.pack import pack
from recoupe.languages.set_phrases import SetPhrases
from recoupe.languages.tables import Table
from recoupe.languages.words import Words


def table(name: str) -> dict[str, Any]:
    return tomllib.loads(resources.files("recoupe.languages").joinpath("fr", f"{name}.toml").read_text("utf-8"))


def test_a_verb_has_the_frames_and_the_stance_of_its_lists() -> None:
    deny = pack("fr").cues.verbs["démentir"]
    assert {"that", "object", "infinitive", "inserted"} <= deny.frames
    assert deny.stance == "deny"


def test_reflexive_verbs_stand_apart() -> None:
    cues = pack("fr").cues
    assert "indigner" in cues.reflexive
    assert "indigner" not in cues.verbs


def test_idioms_are_tried_longest_first() -> None:
    sizes = [len(idiom.words) for idiom in pack("fr").cues.idioms["fournir"]]
    assert sizes == sorted(sizes, reverse=True)


def test_nouns_report_with_their_stance() -> None:
    assert pack("fr").cues.nouns["promesse"] == "promise"


@pytest.mark.parametrize(
    ("change", "message"),
    [
        ({"nonsense": {}}, "unknown key 'nonsense'"),
        ({"stances": {"whisper": "dire"}}, "unknown stance 'whisper'"),
        ({"nouns": {"whisper": "murmure"}}, "unknown stance 'whisper'"),
        ({"idioms": [{"verb": "faire", "phrases": ["état de"], "then": ["thing"], "stance": "say"}]}, "unknown frame"),
        ({"idioms": [{"verb": "faire", "phrases": [""], "then": ["that"], "stance": "hum"}]}, "unknown stance 'hum'"),
        ({"subjects": {}}, "'human_endings' is missing|must be strings"),
    ],
)
def test_a_wrong_cue_table_is_refused(change: dict[str, Any], message: str) -> None:
    with pytest.raises(DataError, match=message):
        Cues.load(Table("fr/cues.toml", table("cues") | change))


def test_unknown_classes_of_words_are_refused() -> None:
    with pytest.raises(DataError, match=r"fr/words\.toml: unknown key 'colours'"):
        Words.load(Table("fr/words.toml", table("words") | {"colours": "rouge"}))
    with pytest.raises(DataError, match=r"fr/grammar\.toml: unknown key 'colours'"):
        Grammar(Table("fr/grammar.toml", table("grammar") | {"colours": "rouge"}))


def test_a_class_that_nobody_defined_is_an_error() -> None:
    with pytest.raises(DataError, match="colours"):
        _ = pack("fr").grammar.colours


def test_a_class_left_out_is_empty() -> None:
    assert Grammar(Table("xx/grammar.toml", {})).that == frozenset()


def test_set_phrases_are_found_from_either_end() -> None:
    phrases = SetPhrases.of(["de nouveau", "d'abord", "tout d'abord"])
    words = ["il", "a", "tout", "d'", "abord", "dit"]
    assert phrases.at(words, 2) == 3
    assert phrases.at(words, 3) == 2
    assert phrases.before(words, 5) == 3
    assert phrases.at(words, 5) == 0
    assert set(phrases) == {("de", "nouveau"), ("d'", "abord"), ("tout", "d'", "abord")}
