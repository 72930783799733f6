"""Profiles of texts written for a test: a paragraph a line, and nothing read from them."""

from recoupe.model.attribution import Attribution, Form
from recoupe.model.document import Block
from recoupe.model.reading import Reading
from recoupe.model.span import Span
from recoupe.stages.derive.profile import Profile
from tests.factories import VERSION, make_document


def profile(
    text: str, *, outlet: str | None = None, said: tuple[str, ...] = (), reported: tuple[str, ...] = ()
) -> Profile:
    """The Profile of `text`; the words of `said` are somebody's speech without quotation marks, those of `reported` are
    reported of somebody in the article's words."""
    blocks, at = [], 0
    for line in text.split("\n"):
        if line.strip():
            blocks.append(Block(at, at + len(line), "paragraph"))
        at += len(line) + 1
    document = make_document(text, blocks=tuple(blocks), outlet=outlet)
    attributions = []
    forms: tuple[tuple[Form, tuple[str, ...]], ...] = (("direct", said), ("indirect", reported))
    for form, contents in forms:
        for words in contents:
            content = Span.cut(text, text.index(words), text.index(words) + len(words))
            attributions.append(
                Attribution("a", document.id, None, None, None, None, None, content, form, "say", False, None)
            )
    return Profile(Reading(document, tuple(attributions), (), (), (), VERSION))
