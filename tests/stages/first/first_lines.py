"""Sentences for tests of a first reading: `line("…", "ru")` is the first sentence of a paragraph."""

from recoupe.languages.first import FirstWords, first_words
from recoupe.model.document import Block
from recoupe.stages.first.lines import Line, lines
from tests.factories import make_document


def words_of(code: str) -> FirstWords:
    """The words of the language, which it must have."""
    words = first_words(code)
    assert words is not None
    return words


def line(text: str, code: str) -> Line:
    """The first sentence of `text`."""
    document = make_document(text, language=code, blocks=(Block(0, len(text), "paragraph"),))
    return lines(document, words_of(code))[0]
