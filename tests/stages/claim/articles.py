"""Short texts read as far as their claims, with attributions given by hand where a test needs them."""

from collections.abc import Sequence

from recoupe.gazetteers import load
from recoupe.languages.pack import pack
from recoupe.model.annotation import Annotations, Entity
from recoupe.model.attribution import Attribution, Stance
from recoupe.model.claim import Claim
from recoupe.model.document import Block, BlockKind, Document
from recoupe.model.figure import Figure
from recoupe.model.issue import Issue
from recoupe.stages.annotate import annotate
from recoupe.stages.claim import claim
from tests.factories import make_document, span

PUBLISHED = "2024-10-09"


def article(text: str, *, titled: bool = False) -> tuple[Document, Annotations]:
    """The text as a Document, one paragraph a line, with its Annotations; `titled`: the first line is the headline."""
    blocks: list[Block] = []
    at = 0
    for line in text.split("\n"):
        if line.strip():
            kind: BlockKind = "title" if titled and not blocks else "paragraph"
            blocks.append(Block(at, at + len(line), kind))
        at += len(line) + 1
    document = make_document(text, blocks=tuple(blocks), published=PUBLISHED)
    return document, annotate(document, pack("fr"), load())


def read(
    text: str, attributions: Sequence[Attribution] = (), *, titled: bool = False
) -> tuple[tuple[Figure, ...], tuple[Claim, ...], tuple[Issue, ...]]:
    """What the claim stage makes of the text."""
    document, annotations = article(text, titled=titled)
    return claim(document, annotations, attributions, pack("fr"), load())


def figures(text: str, attributions: Sequence[Attribution] = (), *, titled: bool = False) -> tuple[Figure, ...]:
    """The Figures of the text."""
    return read(text, attributions, titled=titled)[0]


def said(
    text: str,
    cue: str,
    content: str,
    name: str = "the army",
    *,
    stance: Stance = "say",
    parent: str | None = None,
    **of: str,
) -> Attribution:
    """An attribution of `content` to somebody, by the words as they stand in the text."""
    document = make_document(text)
    return Attribution(
        id=of.get("id", f"said-{cue}"),
        document=document.id,
        source=None,
        entity=Entity(name, "body", name),
        role=None,
        organisation=None,
        cue=span(text, cue),
        content=span(text, content),
        form="indirect",
        stance=stance,
        negated=False,
        parent=parent,
    )
