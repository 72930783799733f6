"""Profile: what of a Reading is compared with other Documents: its sentences, word by word, in one form of letters."""

import re
from bisect import bisect_right
from dataclasses import dataclass
from functools import cached_property

from recoupe.model.document import READ_KINDS, BlockKind, Document
from recoupe.model.reading import Reading
from recoupe.model.span import Span
from recoupe.text import one_script

_MARKS = "\u0610-\u061a\u0640\u064b-\u065f\u0670"
"""Arabic vowel signs and stretches: written or not, the word is the same."""
_WORD = re.compile(rf"[^\W_](?:[^\W_]|[{_MARKS}])*(?:[.,](?=\d)\d+)*")
_UNMARKED = re.compile(f"[{_MARKS}]+")
_END = re.compile(r"[.!?…؟۔]+[\"»”’)\]]*\s+(?=[\"«“‘(\[—–-]*\s*[^\W\d_a-zа-яё]|[\"«“‘(\[]*\d)|\s*\n\s*")
_GUILLEMETS = r"«(?:[^«»]{1,1500}+|«[^«»]{0,300}+»){0,40}+»|«(?:[^«»\n]{1,1500}+«)?[^«»]{0,1500}+»"
"""A quotation may hold a name or another quotation between the same marks, and one mark may close both."""
_QUOTED = re.compile(rf"{_GUILLEMETS}|“[^”]{{0,1500}}”|„[^“”]{{0,1500}}[“”]|(?<!\w)\"[^\"\n]{{0,1500}}\"(?!\w)")
_ABBREVIATION = re.compile(r"(?:\b[^\W\d_]|\b(?:mr|mrs|dr|gen|col|lt|st|mme|mm|mgr|г|ул|им|т|gén|art|no))\.\s*$", re.I)


@dataclass(frozen=True, slots=True)
class Passage:
    """One sentence of the title or the body. `words` are folded; word n is `text[starts[n]:ends[n]]`."""

    start: int
    end: int
    kind: BlockKind
    words: tuple[str, ...]
    starts: tuple[int, ...]
    ends: tuple[int, ...]
    quoted: tuple[bool, ...]
    """For each word whether it stands between quotation marks."""


class Profile:
    """One Reading, made ready for comparison. All that is computed from it is computed once."""

    def __init__(self, reading: Reading) -> None:
        self.reading = reading
        self.document: Document = reading.document

    @property
    def id(self) -> str:
        """The Document's id."""
        return self.document.id

    @cached_property
    def passages(self) -> tuple[Passage, ...]:
        """The sentences of titles, headings and paragraphs, in reading order."""
        return tuple(passages(self.document))

    @cached_property
    def starts(self) -> list[int]:
        """Where each passage starts."""
        return [passage.start for passage in self.passages]

    def passage_at(self, offset: int) -> int | None:
        """The index of the passage that holds the character at `offset`; None in furniture, credits, bylines."""
        index = bisect_right(self.starts, offset) - 1
        return index if index >= 0 and offset < self.passages[index].end else None

    def cut(self, start: int, end: int) -> Span:
        """The Span of the Document's text from `start` to `end`."""
        return Span.cut(self.document.text, start, end)


@dataclass(frozen=True, slots=True)
class Pair:
    """Passage `a` of one Profile says what passage `b` of another one says; `score` 0 to 1."""

    a: int
    b: int
    score: float


def passages(document: Document) -> list[Passage]:
    """The sentences of `document`'s titles, headings and paragraphs, by marks that hold in every language."""
    text = document.text
    folded = one_script(text)
    quoted = [match.span() for match in _QUOTED.finditer(text)]
    found: list[Passage] = []
    for block in document.blocks:
        if block.kind in READ_KINDS:
            for start, end in _sentences(text, block.start, block.end):
                found.append(_passage(folded, start, end, block.kind, quoted))
    return found


def _sentences(text: str, start: int, end: int) -> list[tuple[int, int]]:
    stretches: list[tuple[int, int]] = []
    at = start
    for match in _END.finditer(text, start, end):
        if "\n" not in match.group() and _ABBREVIATION.search(text, max(at, match.start() - 8), match.end()):
            continue
        stop = match.start() + len(match.group().rstrip())
        if stop > at:
            stretches.append((at, stop))
        at = match.end()
    if at < end:
        stretches.append((at, end))
    return stretches


def _passage(folded: str, start: int, end: int, kind: BlockKind, quoted: list[tuple[int, int]]) -> Passage:
    words, starts, ends = [], [], []
    for match in _WORD.finditer(folded, start, end):
        words.append(_UNMARKED.sub("", match.group()))
        starts.append(match.start())
        ends.append(match.end())
    marks = [(a, b) for a, b in quoted if a < end and b > start]
    inside = tuple(any(a <= s < b for a, b in marks) for s in starts)
    return Passage(start, end, kind, tuple(words), tuple(starts), tuple(ends), inside)
