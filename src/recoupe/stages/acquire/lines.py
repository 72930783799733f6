"""Lines: a text cut where its author cut it, hard-wrapped lines put together again."""

import re
from collections.abc import Iterator
from itertools import pairwise
from typing import NamedTuple

_LINE = re.compile(r"[^\n\r\v\f\x1c-\x1e\x85\u2028\u2029]+")
_BREAKS = str.maketrans(dict.fromkeys("\n\r\v\f\x1c\x1d\x1e\x85\u2028\u2029", " "))
_WORD = re.compile(r"[^\W\d_][\w'’-]*")
_CLOSERS = " \u00a0\u202f\"'»”’)]"
_STOPS = ".…!?:;,؟؛،۔"
_SIGNED = re.compile(r"(?:(?<=[^\W_]{2})[.…]|[!?»”])\s*(?:\([^()\n]{2,60}\)|[A-Z]{2,6}(?:/[A-Z]{2,6})*)\.?$")
"""The source behind the last sentence: « … a-t-il dit. (avec AFP) »."""
_MAY_SIGN = re.compile(r"[)A-Z]\.?$")
"""How it ends: few lines do, and only those are searched for it."""
_BULLET = re.compile(r"(?:[-–—•·*>►▶→»‣◦▪■●✓]+|\d{1,2}[.)])\s+")
_WRAPPED_AT = (55, 100)
_LONG_LINES = 0.1
"""The share of lines, headlines among them, that may be longer in a hard-wrapped text."""


class Line(NamedTuple):
    """A line, or a hard-wrapped paragraph, without the white space around it."""

    start: int
    end: int
    text: str
    key: str
    """`text` in the form of `recoupe.text.plain`, line breaks as spaces; same length."""
    gap: bool
    """Whether an empty line stands before it."""
    words: int
    """How many words of letters it has."""
    stop: str
    """The mark that ends it (closing quotes and brackets aside), or nothing."""
    prose: bool
    """Whether it reads like a sentence of an article rather than a title, a link or a label."""
    hint: str = ""
    """What the page's mark-up says it is: `title`, `heading`, `item`, `caption`, `row`, or nothing."""

    @classmethod
    def cut(cls, text: str, key: str, start: int, end: int, *, gap: bool, hint: str = "") -> "Line":
        """The line of `text` from `start` to `end`, which are no white space; `key` is the whole text's."""
        raw = text[start:end]
        signed = _SIGNED.search(raw, max(0, len(raw) - 80)) if _MAY_SIGN.search(raw, max(0, len(raw) - 2)) else None
        last = (raw[: signed.start() + 1] if signed else raw).rstrip(_CLOSERS)[-1:]
        stop = last if last in _STOPS else ""
        words = len(_WORD.findall(raw))
        return cls(start, end, raw, key[start:end], gap, words, stop, _is_prose(raw, words, stop), hint)

    @property
    def bulleted(self) -> bool:
        """Whether it begins with the mark of a list."""
        return self.hint == "item" or _BULLET.match(self.text) is not None


def _is_prose(text: str, words: int, stop: str) -> bool:
    if words >= 25:
        return True
    if stop in (".", "…", "۔"):
        return words >= 4
    # « Kiev dénonce un « crime de guerre » » is a title: a sentence has its stop inside or behind the quotation
    closed = text[:-1].rstrip().endswith((".", "!", "?", "…")) or text.startswith(("«", "“"))
    return words >= 8 and (bool(stop) or (closed and text.endswith(("»", "”"))))


def split(text: str, key: str) -> list[Line]:
    """The lines of `text`, empty ones left out; the lines of a hard-wrapped text are joined to paragraphs.

    `key` is `text` in the form of `recoupe.text.plain`.
    """
    physical = list(_physical(text))
    if _is_wrapped(text, physical):
        physical = list(_joined(text, physical))
        key = key.translate(_BREAKS)
    return [Line.cut(text, key, start, end, gap=gap) for start, end, gap in physical]


def _physical(text: str) -> Iterator[tuple[int, int, bool]]:
    before, gap = 0, False
    for match in _LINE.finditer(text):
        raw = match.group()
        stripped = raw.strip()
        breaks = text[before : match.start()]
        gap = gap or breaks.count("\n") > 1 or breaks.count("\r") > max(1, breaks.count("\n"))
        before = match.end()
        if stripped:
            start = match.start() + len(raw) - len(raw.lstrip())
            yield start, start + len(stripped), gap
            gap = False
        else:
            gap = True


def _is_wrapped(text: str, lines: list[tuple[int, int, bool]]) -> bool:
    """Whether most lines are cut at one width, in the middle of sentences: then the cut says nothing."""
    if len(lines) < 6:
        return False
    widths = [end - start for start, end, _ in lines]
    widest = _width(lines)
    if widest < _WRAPPED_AT[0] or sum(width > widest for width in widths) > max(1, _LONG_LINES * len(lines)):
        return False
    followed = [(width, start) for width, (start, _, gap) in zip(widths, lines[1:], strict=False) if not gap]
    full = sum(width >= widest - 18 for width, _ in followed)
    running = sum(text[start].islower() for _, start in followed)
    return full >= 3 and full >= 0.7 * len(followed) and running >= 0.4 * len(followed)


def _width(lines: list[tuple[int, int, bool]]) -> int:
    """The width of the widest line that another follows at once, and that is no longer than any at which texts are cut."""
    cut = (end - start for (start, end, _), (_, _, gap) in pairwise(lines) if not gap)
    return max((width for width in cut if width <= _WRAPPED_AT[1]), default=0)


def _joined(text: str, lines: list[tuple[int, int, bool]]) -> Iterator[tuple[int, int, bool]]:
    """Lines put together up to the next empty line, list mark or line that ends early."""
    widest = _width(lines)
    open_start, open_end, open_gap = lines[0]
    for (start, end, gap), (before_start, before_end, _) in zip(lines[1:], lines, strict=False):
        # a headline may be longer than the lines of the article
        own = not widest - 25 <= before_end - before_start <= widest
        if gap or own or _BULLET.match(text, start, end):
            yield open_start, open_end, open_gap
            open_start, open_gap = start, gap
        open_end = end
    yield open_start, open_end, open_gap
