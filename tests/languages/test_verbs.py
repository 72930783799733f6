"""Which words the verb tables of French take for which form."""

import pytest

from recoupe.languages.pack import codes, pack
from recoupe.text import fold


def test_what_a_word_can_be() -> None:
    verbs = pack("fr").verbs
    assert verbs.is_past_participle("annoncé")
    assert not verbs.is_past_participle("annonce")
    assert verbs.finite("annonce")
    assert not verbs.finite("annonçons")
    assert verbs.is_auxiliary("ayant")
    assert not verbs.is_auxiliary("annonce")


def test_auxiliaries_of_what_was_over() -> None:
    assert {"avait", "avaient", "était", "étaient"} <= pack("fr").verbs.imperfect_auxiliaries
    assert pack("fr").verbs.imperfect_auxiliaries.isdisjoint({"a", "aura", "annonçait"})


@pytest.mark.parametrize("code", codes())
def test_forms_are_folded_as_the_words_of_a_text_are(code: str) -> None:
    words = pack(code).verbs.words_of([*pack(code).cues.verbs, *pack(code).verbs.auxiliaries])
    assert words
    assert words == {fold(word) for word in words}


def test_words_of_verbs_are_their_forms_and_no_others() -> None:
    verbs = pack("fr").verbs
    assert {"annonce", "annonçait", "annoncées"} <= verbs.words_of(["annoncer"])
    assert "affirme" not in verbs.words_of(["annoncer"])
    assert not verbs.words_of(["xyzer"])
