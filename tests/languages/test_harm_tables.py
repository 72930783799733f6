"""The tables of harm, of what is counted, of joints and agents: what they hold, and what they refuse."""

from collections.abc import Callable
from typing import Any

import pytest

from recoupe.errors import DataError
from recoupe.languages.agents import AgentWords
from recoupe.languages.counted import Counted
from recoupe.languages.figures import FigureWords
from recoupe.languages.harm import Harm
from recoupe.languages.pack import pack
from recoupe.languages.set_phrases import SetPhrases
from recoupe.languages.spelling import spelled
from recoupe.languages.tables import Table

FORMS = pack("fr").rules("morphology").forms
LOADERS: dict[str, Callable[[Table], object]] = {
    "harm": lambda table: Harm.load(table, FORMS),
    "counted": Counted.load,
    "figures": lambda table: FigureWords.load(table, FORMS),
    "agents": lambda table: AgentWords.load(table, FORMS),
}


@pytest.mark.parametrize("name", LOADERS)
def test_an_unknown_key_is_named_with_its_file(name: str) -> None:
    table = pack("fr").table(name)
    with pytest.raises(DataError, match=f"fr/{name}.toml.*'surprise'"):
        LOADERS[name](Table(table.where, {**table.data, "surprise": 1}))


@pytest.mark.parametrize(("key", "value"), [("effect", "bored"), ("frame", "sideways"), ("victims", "nobody")])
def test_an_unknown_effect_frame_or_victims_is_refused(key: str, value: str) -> None:
    table = pack("fr").table("harm")
    entry: dict[str, Any] = {"effect": "killed", "frame": "object", "victims": "any", "lemmas": "tuer"} | {key: value}
    with pytest.raises(DataError, match="unknown effect, frame or victims"):
        LOADERS["harm"](Table(table.where, {**table.data, "verbs": [entry]}))


def test_verbs_stand_in_all_their_forms() -> None:
    harm = Harm.load(pack("fr").table("harm"), FORMS)
    assert {"tuées", "tuèrent", "tuant", "péri", "blessaient"} <= harm.verbs.keys()


def test_no_noun_is_both_people_and_thing() -> None:
    counted, harm = Counted.load(pack("fr").table("counted")), Harm.load(pack("fr").table("harm"), FORMS)
    things = counted.objects | counted.measures
    assert not things & (counted.people.keys() | harm.nouns.keys() | counted.families)


def test_spelled() -> None:
    assert spelled(("blessé(e)(s)", "corps")) == ("blessé", "blessés", "blessée", "blessées", "corps")


def test_set_phrases_are_found_from_either_end() -> None:
    phrases = SetPhrases.of(["d'entre eux", "dont", "et non"])
    folds = ["dont", "3", "d'", "entre", "eux", "et", "non", "4"]
    assert (phrases.at(folds, 0), phrases.at(folds, 2), phrases.at(folds, 3)) == (1, 3, 0)
    assert (phrases.before(folds, 7), phrases.before(folds, 5), phrases.before(folds, 0)) == (2, 3, 0)
