"""What a word is in its place: verb or noun, adverb or verb, head of a phrase."""

import pytest

from tests.stages.attribute.sentence import make_line


@pytest.mark.parametrize(
    ("text", "word", "verb"),
    [
        ("Le ministre annonce une trêve.", "annonce", True),
        ("Il a lu l'annonce du ministre.", "annonce", False),
        ("Les habitants l'accusent de trahison.", "accusent", True),
        ("Kigali les accuse de trahison.", "accuse", True),
        ("Son état est jugé critique par le médecin.", "critique", False),
        ("La police a décrit le véhicule.", "décrit", False),
        ("Les combattants affirment tenir la ville.", "affirment", True),
        ("Un conseiller, joint par téléphone, a parlé.", "joint", False),
        ("Airwars en dénombre 3 100 dans la région.", "dénombre", True),
        ("Le président de la commission a parlé.", "président", False),
    ],
)
def test_a_verb_in_its_place(text: str, word: str, verb: bool) -> None:
    line = make_line(text)
    assert line.verb_here(line.folds.index(word)) is verb


@pytest.mark.parametrize(
    ("text", "word", "verb"),
    [
        ("Russian strikes on the port killed nine.", "strikes", False),
        ("Officials report a new attack.", "report", True),
        ("The army reports 12 dead in the raid.", "reports", True),
        ("A drone attack kills five.", "attack", False),
        ("The drone launched from the coast hit a depot.", "launched", False),
        ("The army launched an attack.", "launched", True),
        ("The men, accused of spying, were held.", "accused", False),
        ("People killed by a mine lay there.", "killed", False),
        ("They will strike a depot.", "strike", False),
        ("It's over, the mayor says.", "'s", True),
        ("The army's chief left.", "'s", False),
        ("Troops will need greater care.", "care", False),
    ],
)
def test_an_english_verb_in_its_place(text: str, word: str, verb: bool) -> None:
    line = make_line(text, "en")
    assert line.verb_here(line.folds.index(word)) is verb


def test_the_main_verb_stands_in_no_relative_clause() -> None:
    line = make_line("Les soldats qui gardaient le pont ont fui vers le nord.")
    found = line.main_verb(0, line.n)
    assert found is not None
    assert line.folds[found] == "ont"


@pytest.mark.parametrize(
    ("text", "word", "adverb"),
    [
        ("Il a récemment parlé de paix.", "récemment", True),
        ("Ils réclament la paix depuis mars.", "réclament", False),
        ("Le bombardement a repris.", "bombardement", False),
    ],
)
def test_an_adverb_in_its_place(text: str, word: str, adverb: bool) -> None:
    line = make_line(text)
    assert line.adverb(line.folds.index(word)) is adverb


def test_the_token_of_an_offset() -> None:
    line = make_line("Le pont a été détruit.")
    assert [line.index(token.start) for token in line.tokens] == list(range(line.n))
    assert line.index(line.tokens[1].end) == 2
    assert line.index(10_000) == line.n


def test_who_can_speak() -> None:
    line = make_line("Un boulanger de Gao et le rapport du comité parlent de la pluie.")
    assert line.speaks(0, 4)
    assert line.document(5, 9)
    assert not line.speaks(11, 13)
