"""Document: one acquired item, immutable, named by its content's hash; and the blocks its text is made of."""

from dataclasses import dataclass
from typing import Literal

from recoupe.model.span import Span

BlockKind = Literal[
    "title",  # the headline (a headline repeated above the body is a title again)
    "heading",  # a sub-headline inside the body
    "paragraph",  # body text
    "dateline",  # « GENÈVE, 28 mars 2017 (ALI) – » in front of a paragraph; « 30 octobre 2012. - »
    "byline",  # who wrote it and when it was published, section names
    "credit",  # where the text was taken from: « Source : Sputnik », « Traduction : … »
    "caption",  # of a photograph
    "furniture",  # navigation, counters, comment prompts, author biographies, mastheads, legal lines
]

READ_KINDS: frozenset[str] = frozenset({"title", "heading", "paragraph"})
"""The kinds of block in which claims are looked for."""

CreditKind = Literal["source", "translator", "translated_from", "author", "photo"]
PublishedBasis = Literal["stated", "inferred", "unknown"]
PublishedSource = Literal["given", "metadata", "text", "inferred", "unknown"]
MediaType = Literal["text/plain", "text/html"]


@dataclass(frozen=True, slots=True)
class Block:
    """A stretch of the text with one job. Blocks are in reading order, do not overlap, and hold no surrounding white space."""

    start: int
    end: int
    kind: BlockKind


@dataclass(frozen=True, slots=True)
class Credit:
    """Who the page says it took the text from (GUIDELINES.md, credits)."""

    span: Span
    kind: CreditKind
    name: str
    """The agency, outlet, person or address, resolved where the gazetteer knows it."""


@dataclass(frozen=True, slots=True)
class Document:
    """One acquired item. `text` is the text that was read, and every offset of every record is into it.

    For a plain text file `text` is the file's own characters, unchanged; for a page of HTML it is the text taken from it.
    """

    id: str
    """`doc-` and 16 hex digits of the SHA-256 of the bytes as acquired."""
    sha256: str
    path: str
    """The path as it was given."""
    media_type: MediaType
    charset: str
    text: str
    language: str
    """ISO 639-1 code, or `und` when it cannot be told."""
    title: str | None
    outlet: str | None
    author: str | None
    dateline: str | None
    published: str | None
    """ISO 8601 date (YYYY-MM-DD)."""
    published_basis: PublishedBasis
    published_source: PublishedSource
    """Where the date comes from: given by the user, the page's metadata, its text, inferred from the text, or unknown."""
    blocks: tuple[Block, ...]
    credits: tuple[Credit, ...]

    @property
    def year(self) -> int | None:
        """The year of publication; None where no date is known."""
        return int(self.published[:4]) if self.published else None
