"""HTML to lines: what stands on a saved page, and what its head says of it."""

import re
from dataclasses import dataclass

from selectolax.lexbor import LexborHTMLParser

from recoupe.stages.acquire.elements import Tree, read_tree
from recoupe.stages.acquire.metadata import Metadata, read_metadata, title_ends, without_outlet
from recoupe.text import bare

_PAGES = (".html", ".htm", ".xhtml")
_TEXTS = (".txt", ".text")
_BEGINNING = re.compile(
    rb"\s*(?:<!--.*?-->\s*|<\?xml[^>]*>\s*)*<(?:!doctype\s+html|html|head|body|article|meta|title)\b", re.I | re.S
)
_BLOCKS = re.compile(
    r"<(/?)(?:div|ul|ol|dl|section|article|blockquote|center|details|fieldset|main|header)\b[^<>]*>", re.I
)
_LONG_TAG = re.compile(r"<([a-z][a-z0-9:-]*)\s[^<>]{50000,}>", re.I)
"""The parser's time grows with the square of the number of attributes; nothing so long says anything of an article."""
_DEEPEST = 3000
"""The parser's time grows with the square of the depth of blocks; no page that people read is a tenth so deep."""


@dataclass(frozen=True, slots=True)
class Markup:
    """A page cut into lines, with what its head says."""

    tree: Tree
    metadata: Metadata
    outlet: str | None


def looks_like_html(path: str, data: bytes) -> bool:
    """Whether the item is a page: by its name, or by how it begins when the name does not say."""
    name = path.lower().removesuffix(".gz")
    if name.endswith(_PAGES):
        return True
    if name.endswith(_TEXTS):
        return False
    return _BEGINNING.match(data[:4096].replace(b"\0", b"").lstrip(b"\xef\xbb\xbf\xff\xfe")) is not None


def read_markup(html: str) -> Markup:
    """The lines and the metadata of a page, however broken it is."""
    html = _LONG_TAG.sub(r"<\1>", html.replace("\0", ""))
    if _is_too_deep(html):
        html = _BLOCKS.sub("<p>", html)
    page = LexborHTMLParser(html)
    tree, metadata = read_tree(page), read_metadata(page)
    return Markup(tree, metadata, _outlet(tree, metadata))


def sample(markup: Markup) -> str:
    """The page's sentences, to tell its language by; all its text, or its title, when it has none."""
    prose = [line.text for line in markup.tree.lines if line.prose]
    return "\n".join(prose or [line.text for line in markup.tree.lines] or markup.metadata.titles)


def stated_title(markup: Markup) -> str | None:
    """The headline as the page's head states it, without the outlet's name; None when it is a single word."""
    titles = [without_outlet(title, markup.outlet) for title in markup.metadata.titles[:1]]
    return titles[0] if titles and " " in titles[0] else None


def _outlet(tree: Tree, metadata: Metadata) -> str | None:
    """The outlet: as the head says, else the short end of the title that stands elsewhere on the page as well."""
    if metadata.outlet:
        return metadata.outlet
    ends = [end for title in metadata.titles for end in title_ends(title)]
    if not ends:
        return None
    elsewhere = {bare(line.text) for line in tree.lines if line.hint != "heading" and len(line.text) < 200}
    exact = next((end for end, _ in ends if bare(end) in elsewhere), None)
    return exact or next((end for end, sure in ends if sure and any(bare(end) in said for said in elsewhere)), None)


def _is_too_deep(html: str) -> bool:
    depth = 0
    for match in _BLOCKS.finditer(html):
        depth += -1 if match.group(1) else 1
        if depth > _DEEPEST:
            return True
    return False
