"""Profiles of texts written for a test: a paragraph a line, and nothing read from them."""

from recoupe.model.attribution import Attribution
from recoupe.model.document import Block
from recoupe.model.reading import Reading
from recoupe.model.span import Span
from recoupe.stages.derive.profile import Profile
from tests.factories import VERSION, make_document


def profile(text: str, *, outlet: str | None = None, said: tuple[str, ...] = ()) -> Profile:
    """The Profile of `text`; the words of `said` are somebody's direct speech without quotation marks."""
    blocks, at = [], 0
    for line in text.split("\n"):
        if line.strip():
            blocks.append(Block(at, at + len(line), "paragraph"))
        at += len(line) + 1
    document = make_document(text, blocks=tuple(blocks), outlet=outlet)
    attributions = []
    for words in said:
        content = Span.cut(text, text.index(words), text.index(words) + len(words))
        attributions.append(
            Attribution("a", document.id, None, None, None, None, None, content, "direct", "say", False, None)
        )
    return Profile(Reading(document, tuple(attributions), (), (), (), VERSION))
