"""Quotations: nested, carried on over sentences and paragraphs, unclosed."""

import re
from functools import cache

from recoupe.languages.traits import Traits
from recoupe.model.annotation import Quote
from recoupe.model.document import READ_KINDS, Block, Document

_APOSTROPHES = frozenset("'’")


class _Marks:
    """Which characters open, close, or do both; built once a language."""

    def __init__(self, traits: Traits) -> None:
        self.closes = {a: b for a, b in traits.quote_pairs if a != b}
        self.closing = frozenset(self.closes.values())
        self.toggles = frozenset(a for a, b in traits.quote_pairs if a == b)
        every = sorted({*self.closes, *self.closing, *self.toggles})
        self.any = re.compile(f"[{re.escape(''.join(every))}]")


@cache
def _marks(traits: Traits) -> _Marks:
    return _Marks(traits)


def _trim(text: str, start: int, end: int) -> tuple[int, int]:
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return start, end


def _make(text: str, start: int, end: int, depth: int, closed: bool) -> Quote | None:
    inner_start, inner_end = _trim(text, start + 1, end - 1 if closed else end)
    if closed and inner_end > inner_start and text[inner_end - 1] == ",":
        inner_end -= 1  # « “We left,” he said »: the comma is the sentence's
    return Quote(start, end, inner_start, inner_end, depth, closed) if inner_start < inner_end else None


def quotes(document: Document, traits: Traits) -> tuple[Quote, ...]:
    """The quotations of the blocks that are read, in reading order, an outer one before those inside it.

    A quotation that a paragraph leaves open is carried on when the next paragraph opens with a mark of continuation or
    closes without opening (the press' habit for long quotations); otherwise it ends with its paragraph, `closed=False`.
    """
    marks = _marks(traits)
    text = document.text
    found: list[Quote] = []
    # (mark, position) of every quotation still open
    stack: list[tuple[str, int]] = []
    blocks = [b for b in document.blocks if b.kind in READ_KINDS]
    for number, block in enumerate(blocks):
        before = block.start
        for mark in marks.any.finditer(text, block.start, block.end):
            at, char = mark.start(), mark.group()
            if char in _APOSTROPHES and not _quoting(text, at, bool(stack)):
                continue
            first = before == block.start and not text[before:at].strip()
            before = at + 1
            if first and len(stack) == 1 and char == stack[0][0] and char in marks.closes:
                continue  # « at the head of a paragraph inside an open quotation: it goes on
            expected = marks.closes.get(stack[-1][0], stack[-1][0]) if stack else None
            if stack and char == expected:
                opened = stack.pop()[1]
                quote = _make(text, opened, at + 1, len(stack), True)
                if quote:
                    found.append(quote)
            elif char in marks.closes or char in marks.toggles:
                stack.append((char, at))
            elif char in marks.closing and len(stack) > 1 and char == marks.closes.get(stack[0][0]):
                # an inner quotation was never closed: this closes the outer one
                opened = stack[0][1]
                stack.clear()
                quote = _make(text, opened, at + 1, 0, True)
                if quote:
                    found.append(quote)
        if stack and not _goes_on(text, stack[0][0], blocks[number + 1] if number + 1 < len(blocks) else None, marks):
            while stack:
                opened = stack.pop()[1]
                quote = _make(text, opened, block.end, len(stack), False)
                if quote:
                    found.append(quote)
    return tuple(sorted(found, key=lambda q: (q.start, -q.end)))


def _quoting(text: str, at: int, inside: bool) -> bool:
    """Whether the single mark at `at` is a quotation mark and no apostrophe: it opens before a word that it touches, or,
    `inside` a quotation, closes behind one."""
    before, after = text[at - 1 : at], text[at + 1 : at + 2]
    opens = not before.isalnum() and not after.isspace() and after not in '"”.,'
    return opens or (inside and not before.isspace() and not after.isalnum())


def _goes_on(text: str, mark: str, block: Block | None, marks: _Marks) -> bool:
    """Whether the next paragraph carries the open quotation on."""
    if block is None or block.kind != "paragraph" or mark in marks.toggles:
        return False
    body = text[block.start : block.end]
    close = marks.closes[mark]
    opens, closes = body.find(mark), body.find(close)
    if opens == 0:
        # opened again as a sign of continuation: then it closes as often as it opens
        return closes >= 0 and body.count(close) >= body.count(mark)
    return closes >= 0 and (opens == -1 or closes < opens)
