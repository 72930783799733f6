"""The article on a page: its lines without the furniture, with the credit lines that stand around it."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from recoupe.languages.page import Page
from recoupe.stages.acquire.credits import Reading, read_line
from recoupe.stages.acquire.elements import RawLine, Tree
from recoupe.stages.acquire.lines import Line
from recoupe.stages.acquire.markup import Markup, stated_title
from recoupe.stages.acquire.metadata import without_outlet
from recoupe.stages.acquire.sheet import Sheet
from recoupe.text import bare, plain

_MOST = 0.6
"""The part of a page's sentences that an element must hold to be the article."""
_LINKS = 0.8
"""The part of a line's characters that is in links when the line is one."""
_LONGEST_LINK = 25
_OPENING = 2
"""So many paragraphs may stand above the author's name, which may be a link."""
_SHORTEST_TITLE, _LONGEST_TITLE = 8, 300
_ORIGINS = frozenset({"source", "translator", "translated_from"})
"""The credits that pages set outside the article; they are kept wherever they stand below its beginning."""


@dataclass(frozen=True, slots=True)
class Extract:
    """The text taken from a page, and its lines."""

    text: str
    lines: tuple[Line, ...]


def extract(markup: Markup, page: Page) -> Extract:
    """The article's lines in reading order, joined by line breaks: title, byline, paragraphs, credits."""
    lines = markup.tree.lines
    furniture = _furniture(markup.tree)
    region = _region(markup.tree, furniture)
    title = _title_line(markup, furniture)
    inside = [i for i, line in enumerate(lines) if region is None or region in line.inside]
    first, last = (inside[0], inside[-1]) if inside else (len(lines), -1)
    start = min(first, title) if title is not None else first
    chosen: list[RawLine] = []
    paragraphs = 0
    for i, line in enumerate(lines[start:], start):
        if i == title:
            chosen.append(replace(line, hint="title"))
        elif i > last or any(element in furniture for element in line.inside):
            read = _read(line, page, edge=False)
            if read is not None and any(credit.kind in _ORIGINS for credit in read.credits):
                chosen.append(line)
        elif not _is_link(line) or _heads_prose(lines, i) or _read(line, page, edge=paragraphs < _OPENING) is not None:
            chosen.append(line)
            paragraphs += line.prose
    if title is None and (headline := stated_title(markup)):
        chosen.insert(0, RawLine(headline, "title", 0.0, ()))
    return join(chosen)


def join(lines: Sequence["RawLine | Line"]) -> Extract:
    """One text out of lines, each on a line of its own."""
    text = "\n".join(line.text for line in lines)
    key = plain(text)
    cut: list[Line] = []
    at = 0
    for line in lines:
        cut.append(Line.cut(text, key, at, at + len(line.text), gap=False, hint=line.hint))
        at += len(line.text) + 1
    return Extract(text, tuple(cut))


def _is_link(line: RawLine) -> bool:
    return line.linked >= _LINKS and len(line.text.split()) <= _LONGEST_LINK and line.hint != "h1"


def _heads_prose(lines: Sequence[RawLine], i: int) -> bool:
    """Whether a heading that is a link stands above text of its own, as on a front page."""
    return lines[i].hint == "heading" and i + 1 < len(lines) and lines[i + 1].prose


def _read(line: RawLine, page: Page, *, edge: bool) -> Reading | None:
    sheet = Sheet.of(line.text, page)
    return read_line(sheet, Line.cut(sheet.text, sheet.key, 0, len(line.text), gap=False, hint=line.hint), edge=edge)


def _furniture(tree: Tree) -> frozenset[int]:
    """The elements that are furniture by name and do not hold most of the page's sentences."""
    total, held = 0, dict.fromkeys(range(len(tree.elements)), 0)
    for line in tree.lines:
        if line.prose:
            total += len(line.text)
            for element in line.inside:
                held[element] += len(line.text)
    return frozenset(i for i, e in enumerate(tree.elements) if e.furniture and 2 * held[i] < max(total, 1))


def _region(tree: Tree, furniture: frozenset[int]) -> int | None:
    """The smallest element that holds most of the page's sentences, or None for the whole page."""
    held: dict[int, int] = {}
    total = 0
    for line in tree.lines:
        if not line.prose or any(element in furniture for element in line.inside):
            continue
        total += len(line.text)
        for element in line.inside:
            if tree.elements[element].article:
                held[element] = held.get(element, 0) + len(line.text)
    enough = [element for element, size in held.items() if size >= _MOST * total]
    return max(enough, default=None)


def _title_line(markup: Markup, furniture: frozenset[int]) -> int | None:
    """The heading that says what the page's head says, else the first `h1` that is not furniture."""
    lines = markup.tree.lines
    wanted = [bare(without_outlet(title, markup.outlet)) for title in markup.metadata.titles]
    for hint in ("h1", "heading", ""):
        for i, line in enumerate(lines):
            if (
                line.hint == hint
                and len(line.text) <= _LONGEST_TITLE
                and _says(bare(line.text), wanted, exactly=not hint)
            ):
                return i
    for i, line in enumerate(lines):
        if (
            line.hint == "h1"
            and bare(line.text) != bare(markup.outlet or "")
            and not any(e in furniture for e in line.inside)
        ):
            return i
    return None


def _says(said: str, wanted: list[str], *, exactly: bool) -> bool:
    """Whether a line says one of the titles, or the beginning or more of it; `exactly`: it begins with it."""
    if len(said) < _SHORTEST_TITLE:
        return False
    titles = [title for title in wanted if len(title) >= _SHORTEST_TITLE]
    return any(said.startswith(title) if exactly else (said in title or title in said) for title in titles)
