"""Set phrases, looked for at a word, before one, and anywhere."""

from recoupe.languages.set_phrases import SetPhrases

_PHRASES = SetPhrases.of(["à ce jour", "au total", "à ce", "jusqu'ici"])


def test_the_longest_phrase_that_begins_at_a_word_is_found() -> None:
    folds = ["neuf", "morts", "à", "ce", "jour"]
    assert _PHRASES.at(folds, 2) == 3
    assert _PHRASES.at(folds[:4], 2) == 2
    assert _PHRASES.at(folds, 3) == 0
    assert _PHRASES.at(folds, 5) == 0


def test_a_phrase_is_found_by_the_word_behind_it() -> None:
    folds = ["au", "total", "neuf"]
    assert _PHRASES.before(folds, 2) == 2
    assert _PHRASES.before(folds, 1) == 0
    assert _PHRASES.before(["total", "neuf"], 1) == 0


def test_a_phrase_stands_in_a_sentence_only_whole() -> None:
    assert _PHRASES.stand_in(["on", "compte", "au", "total", "neuf", "morts"])
    assert _PHRASES.stand_in(["jusqu'", "ici", "neuf", "morts"])
    assert not _PHRASES.stand_in(["au", "grand", "total"])
    assert not _PHRASES.stand_in([])


def test_all_phrases_of_a_stretch_are_found_with_their_lengths() -> None:
    folds = ["à", "ce", "jour", "neuf", "morts", "au", "total"]
    assert list(_PHRASES.standing(folds)) == [(0, 3), (5, 2)]
    assert list(_PHRASES.standing(folds, 1, 6)) == [(5, 2)]
    assert list(_PHRASES.standing(folds, 0, 5)) == [(0, 3)]
    assert list(_PHRASES.standing(["neuf", "morts"])) == []
