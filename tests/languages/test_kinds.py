"""The table of kinds: what is wrong in it is named with its place."""

from typing import Any

import pytest

from recoupe.errors import DataError
from recoupe.languages.kinds import KindWords
from recoupe.languages.pack import codes, pack
from recoupe.languages.tables import Table

FORMS = pack("fr").rules("morphology").forms


def load(**changes: Any) -> KindWords:
    data = dict(pack("fr").table("kinds").data) | changes
    return KindWords.load(Table("kinds.toml", data), FORMS)


@pytest.mark.parametrize("code", codes())
def test_every_pack_has_one(code: str) -> None:
    words = KindWords.load(pack(code).table("kinds"), pack(code).rules("morphology").forms)
    assert {sign.rule.kind for signs in words.signs.values() for sign in signs} >= {"control", "protection", "denial"}


@pytest.mark.parametrize(
    ("changes", "message"),
    [
        ({"signs": [{"kind": "arm", "words": "x"}]}, r"\[\[signs\]\] #1: unknown 'arm'"),
        ({"signs": [{"kind": "harm", "near": "x"}]}, "there is no list 'x'"),
        ({"signs": [{"kind": "harm", "nears": "x"}]}, "unknown key 'nears'"),
        ({"signs": [{"kind": "control", "change": "stolen"}]}, "unknown 'stolen'"),
        ({"status_by_stance": {"ask": "maybe"}}, "unknown 'maybe'"),
        ({"status_by_stance": {"mumble": "asked"}}, "unknown 'mumble'"),
        ({"statuses": {"maybe": "x"}}, "unknown 'maybe'"),
        ({"acts": {}}, "must be strings"),
    ],
)
def test_faults_are_named(changes: dict[str, Any], message: str) -> None:
    with pytest.raises(DataError, match=message):
        load(**changes)


def test_a_phrase_is_found_by_its_first_word_and_a_verb_by_each_form() -> None:
    signs = load().signs
    assert any(s.phrase == ("sous", "le", "contrôle") for s in signs["sous"])
    assert any(s.rule.change == "taken" for s in signs["reprennent"])


def test_the_first_group_of_statuses_wins() -> None:
    statuses = load().statuses
    assert (statuses["violation"], statuses["bloqué"], statuses["sans"], statuses["exigent"]) == (
        "broken",
        "refused",
        "missing",
        "asked",
    )
