"""Documents made up for measuring: what nobody asks of them is the same in all."""

import datetime as dt
import hashlib
from collections.abc import Iterable

from recoupe.model.document import Block, Document

_FIRST = dt.date(2014, 1, 1)


def iso(day: int) -> str:
    """The ISO date so many days after the first of January 2014."""
    return (_FIRST + dt.timedelta(day)).isoformat()


def document(
    name: str,
    text: str,
    blocks: Iterable[Block],
    *,
    language: str,
    title: str | None = None,
    outlet: str | None = None,
    published: str | None = None,
) -> Document:
    """A Document with that text, found under `name`; two of one text and different names are two. `published`: an ISO date."""
    sha = hashlib.sha256(f"{name} {text}".encode()).hexdigest()
    return Document(
        id=f"doc-{sha[:16]}",
        sha256=sha,
        path=f"{name}.txt",
        media_type="text/plain",
        charset="utf-8",
        text=text,
        language=language,
        title=title,
        outlet=outlet,
        author=None,
        dateline=None,
        published=published,
        published_basis="stated" if published else "unknown",
        published_source="text" if published else "unknown",
        blocks=tuple(blocks),
        credits=(),
    )
