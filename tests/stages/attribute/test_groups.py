"""Verb groups: tense, negation, idiom, what is hung on."""

import pytest

from recoupe.stages.attribute.words.groups import Group, find_groups
from tests.stages.attribute.sentence import make_line, words


def only(text: str) -> tuple[Group, str | None]:
    line = make_line(text)
    (group,) = find_groups(line)
    return group, words(line, (group.front, group.end))


@pytest.mark.parametrize(
    ("text", "cue", "kind"),
    [
        ("Le maire a notamment annoncé la trêve.", "a notamment annoncé", "finite"),
        ("Le rapport fait également état de dix morts.", "fait également état de", "finite"),
        ("La trêve a été annoncée par le maire.", "a été annoncée", "passive"),
        ("Les habitants l'accusent de trahison.", "accusent", "finite"),
        ("Le maire s'est dit inquiet.", "s'est dit", "finite"),
        ("La trêve, annoncée par le maire, tient.", "annoncée", "bare"),
        ("Le maire est parti, ajoutant que la trêve tenait.", "ajoutant", "gerund"),
    ],
)
def test_words_and_kind(text: str, cue: str, kind: str) -> None:
    group, found = only(text)
    assert (found, group.kind) == (cue, kind)


def test_denied_and_only() -> None:
    assert only("Le maire n'a pas annoncé la trêve.")[0].negated
    group, _ = only("Le maire n'admet que six morts.")
    assert group.restrictive
    assert not group.negated


def test_conditional() -> None:
    assert only("Le maire aurait annoncé la trêve.")[0].conditional


def test_a_pronoun_hung_on_the_verb() -> None:
    line = make_line("La trêve tient, a-t-il dit.")
    (group,) = find_groups(line)
    assert group.subject is not None
    assert line.pronoun(group.subject) == "il"


@pytest.mark.parametrize("text", ["L'annonce du maire a surpris.", "On en conclut que la trêve tient."])
def test_no_group(text: str) -> None:
    assert find_groups(make_line(text)) == []
