"""A sentence's tokens by offset, and its folded words."""

from recoupe.languages.pack import pack
from recoupe.model.annotation import Sentence
from recoupe.stages.annotate.tokens import tokenize

_TEXT = "Hier. L’armée, à Bor, nie l’armée."


def _sentence() -> Sentence:
    tokens = tuple(tokenize(_TEXT, 6, len(_TEXT), pack("fr").traits))
    return Sentence(1, 6, len(_TEXT), 0, "paragraph", tokens)


def test_a_sentence_knows_its_folded_words() -> None:
    sentence = _sentence()
    assert sentence.folds == ("l'", "armée", ",", "à", "bor", ",", "nie", "l'", "armée", ".")
    assert sentence.words == {"l'", "armée", ",", "à", "bor", "nie", "."}


def test_tokens_are_found_by_the_offset_of_their_start() -> None:
    sentence = _sentence()
    at = _TEXT.index("Bor")
    assert sentence.first_at(at) == 4
    assert sentence.first_at(at + 1) == 5
    assert sentence.first_at(0) == 0
    assert sentence.first_at(len(_TEXT)) == len(sentence.tokens)
    assert [token.text for token in sentence.within(at - 2, at + 4)] == ["à", "Bor", ","]
    assert sentence.within(at + 1, at + 3) == ()
