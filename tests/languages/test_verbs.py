"""Which words the verb tables of French take for which form."""

from recoupe.languages.pack import pack


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
