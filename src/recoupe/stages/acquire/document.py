"""Bytes to Document: the one door through which every article comes in."""

import hashlib
from collections.abc import Iterator
from dataclasses import replace

from recoupe.languages.page import page
from recoupe.model.document import READ_KINDS, Document
from recoupe.model.issue import Issue
from recoupe.stages.acquire.charset import Decoded, decode
from recoupe.stages.acquire.extraction import extract, join
from recoupe.stages.acquire.language import find_language
from recoupe.stages.acquire.layout import Layout, lay_out
from recoupe.stages.acquire.lines import split
from recoupe.stages.acquire.markup import looks_like_html, read_markup, sample, stated_title
from recoupe.stages.acquire.metadata import Metadata
from recoupe.stages.acquire.published import Published, find_published, given_date
from recoupe.stages.acquire.sheet import Sheet
from recoupe.stages.acquire.squeezed import unsqueezed
from recoupe.stages.acquire.titles import find_outlet
from recoupe.text import plain


def acquire(path: str, data: bytes, *, published: str | None = None) -> tuple[Document | None, tuple[Issue, ...]]:
    """The Document in `data` and what could not be read of it; no Document only where there are no characters to keep.

    `path` is what the item is called and is not opened. `published` (YYYY-MM-DD) overrides the date that it states;
    raises InputError when that is no date. Nothing else is raised, whatever the bytes.
    """
    if published is not None:
        published = given_date(published)
    if not data:
        return None, (Issue("empty", "the file is empty", path),)
    is_page = looks_like_html(path, data)
    decoded = decode(data, page=is_page)
    if decoded is None:
        return None, (Issue("unreadable", "this is not text", path),)
    read = _from_page(decoded.text) if is_page else _from_text(decoded.text)
    if read is None:
        return None, (Issue("empty", "there is no text to read", path),)
    layout, language, metadata = read
    when = find_published(layout, published, metadata.dates)
    sha256 = hashlib.sha256(data).hexdigest()
    document = Document(
        id=f"doc-{sha256[:16]}",
        sha256=sha256,
        path=path,
        media_type="text/html" if is_page else "text/plain",
        charset=decoded.charset,
        text=layout.sheet.text,
        language=language,
        title=layout.lines[layout.title].text if layout.title is not None else None,
        outlet=metadata.outlet or find_outlet(layout.sheet, layout.lines, layout.title),
        author=_author(layout, metadata),
        dateline=_dateline(layout),
        published=when.date,
        published_basis=when.basis,
        published_source=when.source,
        blocks=layout.blocks(),
        credits=layout.credits(),
    )
    return document, tuple(_issues(document, decoded, when))


def _from_text(text: str) -> tuple[Layout, str, Metadata] | None:
    key = plain(text)
    lines = split(text, key)
    if not lines:
        return None
    language = find_language("\n".join(line.text for line in lines if line.prose) or text)
    sheet = Sheet(text, key, page(language))
    return lay_out(sheet, unsqueezed(sheet, lines)), language, Metadata()


def _from_page(html: str) -> tuple[Layout, str, Metadata] | None:
    """The layout of a page's article, its furniture taken out; of the furniture, when there is nothing else."""
    markup = read_markup(html)
    language = find_language(sample(markup), markup.metadata.language)
    phrases = page(language)
    taken = extract(markup, phrases)
    headline = stated_title(markup)
    layout = lay_out(Sheet.of(taken.text, phrases), list(taken.lines), headline)
    kept = [line for line, kind in zip(layout.lines, layout.kinds, strict=True) if kind != "furniture"]
    if kept and len(kept) < len(layout.lines):
        taken = join(kept)
        layout = lay_out(Sheet.of(taken.text, phrases), list(taken.lines), headline)
    if not taken.text.strip():
        return None
    return layout, language, replace(markup.metadata, outlet=markup.outlet)


def _author(layout: Layout, metadata: Metadata) -> str | None:
    if metadata.author:
        return metadata.author
    named = [credit for credit in layout.credits() if credit.kind == "author"]
    return named[0].name if named else None


def _dateline(layout: Layout) -> str | None:
    if not layout.datelines:
        return None
    first = layout.datelines[0]
    return layout.sheet.text[first.start : first.end]


def _issues(document: Document, decoded: Decoded, when: Published) -> Iterator[Issue]:
    def issue(kind: "str", reason: str) -> Issue:
        return Issue(kind, reason, document.path, document.id)  # type: ignore[arg-type]

    if decoded.damaged:
        n, charset = decoded.damaged, decoded.charset
        one = f"1 character could not be read as {charset}"
        yield issue("unreadable", one if n == 1 else f"{n} characters could not be read as {charset}")
    if not any(block.kind in READ_KINDS for block in document.blocks):
        yield issue("empty", "no article was found, only menus, links and notices")
    elif not any(block.kind == "paragraph" for block in document.blocks):
        yield issue("empty", "there is a title and no article below it")
    if document.language == "und":
        yield issue("language", "the language could not be told")
    for written in when.impossible:
        yield issue("date", f"{written!r} cannot be the date of publication, or can be read in two ways")
