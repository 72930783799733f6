"""A page's tree as lines: text in reading order, each line with what the mark-up says about it."""

import re
from dataclasses import dataclass, field
from typing import NamedTuple

from selectolax.lexbor import LexborHTMLParser, LexborNode


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


_SKIPPED = _words(
    "head script style noscript template svg math canvas iframe object embed audio video map select option datalist"
    " textarea input progress meter del dialog"
)
_INLINE = _words(
    "a abbr acronym b bdi bdo big cite code data em font i img ins kbd label mark nobr output picture q rp rt ruby s"
    " samp small source span strike strong sub sup time tt u var wbr -text"
)
_APART = _words("a span time")
"""Two of these with nothing between them are set apart by style, and need a space."""
_CELLS = _words("td th")
_REGIONS = _words("article main")
_HINTS = {"h1": "h1", "figcaption": "caption", "address": "byline", **dict.fromkeys(("li", "dt", "dd"), "item")}
_HINTS |= dict.fromkeys(("h2", "h3", "h4", "h5", "h6"), "heading")
_FURNITURE_TAGS = _words("nav footer aside form button menu")
_FURNITURE_ROLES = _words("navigation complementary contentinfo search banner")
_FURNITURE_NAMES = _words(
    "nav navbar navigation menu submenu sidebar breadcrumb breadcrumbs crumbs ariane share shares sharing"
    " sharedaddy social socials sociaux partage partages partager addtoany related relatedposts similar similaires"
    " connexes recommended recommendations recirc newsletter subscribe subscription abonnement paywall cookie"
    " cookies consent gdpr rgpd didomi banner bandeau promo ad ads advert advertisement adsense pub publicite"
    " sponsor sponsored outbrain taboola comment comments commentaires commentaire respond disqus reply replies"
    " tags keywords popup modal widget widgets toolbar pagination pager login search recherche skip footer"
    " colophon copyright legal trending popular teaser teasers hidden bio biography authorbox mostread toplist"
    " carousel compteur views"
)
_HIDDEN_NAMES = _words("screen-reader-text sr-only visually-hidden skip-link")
_BYLINE_NAMES = _words(
    "byline author auteur signature dateline pubdate kicker surtitre date published meta posted publi"
)
_CAPTION_NAMES = _words("caption legend legende credit")
_TOKEN = re.compile(r"[A-Z]?[a-z]+|[A-Z]+(?![a-z])")
_SPACES = re.compile(r"[ \t\n\r\f]+")
_CELL = "\0"
_LONG_CELL = 120
_SENTENCE = 60
_CLOSERS, _STOPS = " \"'»”’)", ".!?…:;؟۔"
_DEEPEST = 60
"""So many elements that say something may hold each other; those further in say nothing new."""


@dataclass(slots=True)
class Element:
    """An element that says something about all lines in it: it is furniture, or the article."""

    furniture: bool
    """Whether it is furniture by its name."""
    article: bool


@dataclass(slots=True)
class RawLine:
    """A line of the page."""

    text: str
    hint: str
    """`h1`, `heading`, `item`, `caption`, `byline`, `row` of a table, or nothing."""
    linked: float
    """Which part of its characters is in links."""
    inside: tuple[int, ...]
    """The elements that hold it, outermost first, as indexes into `Tree.elements`."""

    @property
    def prose(self) -> bool:
        """Whether it is a sentence of some length and no link."""
        return self.linked < 0.5 and len(self.text) >= _SENTENCE and self.text.rstrip(_CLOSERS)[-1:] in _STOPS


@dataclass(slots=True)
class Tree:
    """A page's lines with the elements they stand in."""

    lines: list[RawLine] = field(default_factory=list)
    elements: list[Element] = field(default_factory=list)


class _Opened(NamedTuple):
    tag: str
    element: bool
    hinted: bool


class _Walk:
    """One pass over the tree, without recursion: pages can be nested thousands deep."""

    def __init__(self) -> None:
        self.tree = Tree()
        self._pieces: list[str] = []
        self._letters = 0
        self._linked = 0
        self._links = 0
        self._closed_apart = False
        self._inside: list[int] = []
        self._hints: list[str] = [""]

    def run(self, root: LexborNode) -> Tree:
        opened: list[_Opened] = []
        node = root
        while True:
            child = self._enter(node, opened)
            if child is not None:
                node = child
                continue
            while opened and node.next is None:
                node = node.parent  # type: ignore[assignment]  # each open element is the parent of what is in it
                self._close(opened.pop())
            if not opened:
                self._flush()
                return self.tree
            node = node.next  # type: ignore[assignment]

    def _enter(self, node: LexborNode, opened: "list[_Opened]") -> LexborNode | None:
        """The first child, when there is something to read inside; the element is then among the opened."""
        tag = node.tag or ""
        if tag == "-text":
            self._text(node.text_content or "")
            return None
        if tag in _SKIPPED or tag.startswith(("-", "!", "_")) or _is_hidden(node):
            return None
        child = node.child
        if child is None:
            if tag not in _INLINE:
                self._flush()
            return None
        opened.append(self._open(tag, node))
        return child

    def _open(self, tag: str, node: LexborNode) -> _Opened:
        inline = tag in _INLINE
        if tag in _CELLS:
            self._pieces.append(_CELL)
        elif not inline:
            self._flush()
        elif tag in _APART and self._closed_apart:
            self._pieces.append(" ")
        self._closed_apart = False
        names = _names(node)
        element = _element(tag, names, node)
        if len(self._inside) >= _DEEPEST:
            element = None
        if element is not None:
            self._inside.append(len(self.tree.elements))
            self.tree.elements.append(element)
        hint = _hint(tag, names)
        hinted = not inline or hint == "byline"
        if hinted:
            self._hints.append(hint or (self._hints[-1] if tag not in _CELLS else ""))
        if tag == "a":
            self._links += 1
        elif tag == "q":
            self._pieces.append("“")
        return _Opened(tag, element is not None, hinted)

    def _close(self, opened: _Opened) -> None:
        self._closed_apart = opened.tag in _APART
        if opened.tag not in _INLINE and opened.tag not in _CELLS:
            self._flush()
        if opened.tag == "a":
            self._links -= 1
        elif opened.tag == "q":
            self._pieces.append("”")
        if opened.hinted:
            self._hints.pop()
        if opened.element:
            self._inside.pop()

    def _text(self, text: str) -> None:
        self._pieces.append(text)
        self._closed_apart = False
        length = len(text.strip())
        self._letters += length
        if self._links:
            self._linked += length

    def _flush(self) -> None:
        if not self._pieces:
            return
        text = _SPACES.sub(" ", "".join(self._pieces))
        linked = self._linked / self._letters if self._letters else 0.0
        self._pieces.clear()
        self._letters = self._linked = 0
        cells = [cell.strip() for cell in text.split(_CELL)]
        cells = [cell for cell in cells if cell]
        hint = self._hints[-1]
        if len(cells) > 1 and max(map(len, cells)) <= _LONG_CELL:
            cells, hint = ["\t".join(cells)], "row"
        for cell in cells:
            self.tree.lines.append(RawLine(cell, hint, linked, tuple(self._inside)))


def read_tree(page: LexborHTMLParser) -> Tree:
    """The lines of the parsed page; scripts, hidden parts and what a browser would not show are left out."""
    return _Walk().run(page.root) if page.root is not None else Tree()


def _names(node: LexborNode) -> frozenset[str]:
    """The words of an element's class and id."""
    attributes = node.attributes
    given = f"{attributes.get('class') or ''} {attributes.get('id') or ''}"
    if given == " ":
        return frozenset()
    whole = given[:300].split()
    return frozenset(token.lower() for token in _TOKEN.findall(given[:300])) | frozenset(w.lower() for w in whole)


def _element(tag: str, names: frozenset[str], node: LexborNode) -> Element | None:
    if tag in _REGIONS or node.attributes.get("role") == "main" or node.attributes.get("itemprop") == "articleBody":
        return Element(furniture=bool(names & {"comment", "comments", "teaser", "related"}), article=True)
    if tag in ("html", "body"):
        return None
    role = node.attributes.get("role")
    flagged = tag in _FURNITURE_TAGS or role in _FURNITURE_ROLES
    if flagged or names & _FURNITURE_NAMES:
        return Element(furniture=True, article=False)
    return None


def _hint(tag: str, names: frozenset[str]) -> str:
    if tag in _HINTS:
        return _HINTS[tag]
    if names & _BYLINE_NAMES and tag not in ("article", "section", "main", "body", "html"):
        return "byline"
    return "caption" if names & _CAPTION_NAMES and tag in ("p", "div", "span", "small", "em") else ""


def _is_hidden(node: LexborNode) -> bool:
    attributes = node.attributes
    if not attributes:
        return False
    style = (attributes.get("style") or "").replace(" ", "").lower()
    return (
        "hidden" in attributes
        or "display:none" in style
        or not _HIDDEN_NAMES.isdisjoint((attributes.get("class") or "").split())
    )
