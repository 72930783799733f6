"""Phrases by what they say: the longest wins, endings are spelled out, clitics are taken off."""

import pytest

from recoupe.errors import DataError
from recoupe.languages.lexicon import Hit, Lexicon, spelled


def lexicon(*entries: tuple[str, str, str], clitics: tuple[str, ...] = (), **contracted: str) -> Lexicon:
    return Lexicon(entries, str.lower, clitics, contracted)


def test_longest_phrase_of_a_kind_wins_and_hides_those_inside_it() -> None:
    words = lexicon(("по", "at", "a"), ("по данным", "before", "b"), ("данным", "before", "c"))
    assert words.hits(["по", "данным"]) == (Hit("at", "a", 0, 1, ""), Hit("before", "b", 0, 2, ""))


def test_any_ending_stands_for_a_star() -> None:
    words = lexicon(("мирн* жител*", "people", "civilians"))
    assert words.hits(["мирных", "жителей"]) == (Hit("people", "civilians", 0, 2, ""),)
    assert words.hits(["мирных", "переговоров"]) == ()


def test_what_is_written_onto_a_word_is_kept_apart() -> None:
    words = lexicon(("جيش", "bodies", "0"), clitics=("و", "ال", "وال"))
    assert words.hits(["والجيش"]) == (Hit("bodies", "0", 0, 1, "وال"),)


def test_a_clitic_may_swallow_letters() -> None:
    words = lexicon(("الجيش", "bodies", "0"), clitics=("لل",), لل="ال")
    assert words.hits(["للجيش"]) == (Hit("bodies", "0", 0, 1, "لل"),)


def test_endings_are_spelled_out() -> None:
    assert sorted(spelled("погиб<past>", {"past": ("", "ла", "ли")})) == ["погиб", "погибла", "погибли"]
    assert sorted(spelled("в (плен|заложники)", {})) == ["в заложники", "в плен"]


def test_unknown_endings_are_an_error() -> None:
    with pytest.raises(DataError, match="no endings 'past'"):
        list(spelled("погиб<past>", {}))


@pytest.mark.parametrize("phrase", ["", "* слово"])
def test_an_entry_without_a_first_word_is_an_error(phrase: str) -> None:
    with pytest.raises(DataError, match="no first word"):
        lexicon((phrase, "people", "civilians"))
