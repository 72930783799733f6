"""Lines for tests: a sentence as the reader of cues sees it."""

from recoupe.gazetteers import load
from recoupe.languages.pack import pack
from recoupe.model.annotation import Annotations
from recoupe.model.document import Block, Document
from recoupe.stages.annotate import annotate
from recoupe.stages.attribute.words.line import Line
from tests.factories import make_document


def annotated(text: str, language: str = "fr") -> tuple[Document, Annotations]:
    """The text as one paragraph of a document, with what was seen in it."""
    document = make_document(text, blocks=(Block(0, len(text), "paragraph"),))
    return document, annotate(document, pack(language), load())


def make_line(text: str, language: str = "fr") -> Line:
    """The first sentence of `text`."""
    _, seen = annotated(text, language)
    return Line(seen.sentences[0], pack(language), seen.times, seen.mentions, seen.numerals)


def words(line: Line, stretch: tuple[int, int] | None) -> str | None:
    """The text of the tokens of a stretch."""
    if stretch is None:
        return None
    start, end = line.tokens[stretch[0]].start, line.tokens[stretch[1] - 1].end
    at = line.sentence.start
    return "".join(
        token.text + " " * (following.start - token.end)
        for token, following in zip(line.tokens, [*line.tokens[1:], line.tokens[-1]], strict=True)
        if start <= token.start and token.end <= end and token.start >= at
    ).rstrip()
