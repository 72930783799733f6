"""Lines: the sentences of a Document as folded words, with the phrases that stand in them."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from recoupe.languages.first import FirstWords
from recoupe.languages.lexicon import Hit
from recoupe.languages.relay_words import Hit as RelayHit
from recoupe.model.document import READ_KINDS, Document
from recoupe.text import one_script

_MARKS = "\u0610-\u061a\u0640\u064b-\u065f\u0670"
"""Arabic vowel signs and stretches: written or not, the word is the same."""
_WORD = re.compile(rf"\d+(?:[.,٫٬]\d+)*|[^\W\d_](?:[^\W\d_]|[{_MARKS}]|['’ʼ‑-](?=[^\W\d_]))*")
_UNMARKED = re.compile(f"[{_MARKS}]+")
_END = re.compile(r"[.!?…؟۔]+[\"»”’)\]]*(?:\s+[»”])?\s+(?=[\"«“‘(\[—–-]*\s*[^\W\d_a-zа-яё]|[\"«“‘(\[]*\d)|\s*\n\s*")
_SHORT = re.compile(r"(?:\b[^\W\d_]|\b(?:ул|им|тыс|млн|млрд|руб|гг|см|ст|д))\.\s*$", re.I)
"""What a full stop shortens: an initial, a unit."""
_CLOSES = {"»": "«", "”": "“", "“": "„"}
_HARD = re.compile(r"[,;:.!?…()\[\]«»“”„\"،؛؟—–\n]")


@dataclass(frozen=True, eq=False)
class Line:
    """One sentence. Word n is `text[spans[n][0]:spans[n][1]]`; `gaps[n]` stands in front of it, the last gap behind all."""

    start: int
    end: int
    kind: str
    """The block's kind: title, heading or paragraph."""
    block: int
    words: tuple[str, ...]
    spans: tuple[tuple[int, int], ...]
    gaps: tuple[str, ...]
    hits: tuple[Hit, ...]
    bounds: tuple[RelayHit, ...]
    """Approximators, units and the kinds of sources, of the relay words."""

    def of(self, *kinds: str) -> tuple[Hit, ...]:
        """The phrases of these kinds, in reading order."""
        return tuple(hit for hit in self.hits if hit.kind in kinds)

    def at(self, word: int, *kinds: str) -> Hit | None:
        """The phrase of one of these kinds that begins at `word`."""
        return next((hit for hit in self.hits if hit.first == word and hit.kind in kinds), None)

    def over(self, word: int, *kinds: str) -> Hit | None:
        """The phrase of one of these kinds in which `word` stands."""
        return next((hit for hit in self.hits if hit.first <= word < hit.last and hit.kind in kinds), None)

    def ending(self, word: int, *kinds: str) -> Hit | None:
        """The phrase of one of these kinds that ends right before `word`."""
        return next((hit for hit in self.hits if hit.last == word and hit.kind in kinds), None)

    def parted(self, first: int, last: int) -> bool:
        """Whether a mark (a comma, a bracket, a dash) stands between words `first` and `last`."""
        return any(_HARD.search(self.gaps[n]) for n in range(first + 1, last + 1))

    def mark(self, word: int) -> bool:
        """Whether a mark stands in front of `word`; in front of the first word there always is one."""
        return word <= 0 or word >= len(self.words) or _HARD.search(self.gaps[word]) is not None

    def stopped(self, word: int) -> bool:
        """Whether a mark other than a quotation mark stands in front of `word`."""
        return bool(set(self.gaps[word]) & set(",;:.!?…()[]،؛؟—–\n"))

    def bounds_of(self, text: str, first: int, last: int) -> tuple[int, int]:
        """The offsets of words `first` to `last` (exclusive), with the mark that closes a quotation begun inside."""
        start, end = self.spans[first][0], self.spans[last - 1][1]
        within, behind = text[start:end], text[end : end + 1]
        opened = _CLOSES.get(behind)
        return start, end + (opened is not None and within.count(opened) > within.count(behind))

    def word_at(self, offset: int) -> int:
        """The index of the first word that ends behind `offset`; the number of words when none does."""
        return next((n for n, (_, end) in enumerate(self.spans) if end > offset), len(self.words))


def lines(document: Document, words: FirstWords) -> tuple[Line, ...]:
    """The sentences of titles, headings and paragraphs, in reading order."""
    folded = one_script(document.text)
    found: list[Line] = []
    for number, block in enumerate(document.blocks):
        if block.kind in READ_KINDS:
            for start, end in _sentences(document.text, block.start, block.end):
                line = _line(document.text, folded, start, end, block.kind, number, words)
                if line is not None:
                    found.append(line)
    return tuple(found)


def _sentences(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    at = start
    for match in _END.finditer(text, start, end):
        if "\n" not in match.group() and _SHORT.search(text, max(at, match.start() - 6), match.start() + 2):
            continue
        stop = match.start() + len(match.group().rstrip())
        if stop > at:
            yield at, stop
        at = match.end()
    if at < end:
        yield at, end


def _line(text: str, folded: str, start: int, end: int, kind: str, block: int, words: FirstWords) -> Line | None:
    plain, spans, gaps, at = [], [], [], start
    for match in _WORD.finditer(folded, start, end):
        plain.append(words.relay.plainly(_UNMARKED.sub("", match.group())))
        spans.append(match.span())
        gaps.append(text[at : match.start()])
        at = match.end()
    if not plain:
        return None
    gaps.append(text[at:end])
    hits = words.lexicon.hits(plain)
    more = (RelayHit("source", hit.value, hit.first, hit.last) for hit in hits if hit.kind == "sources")
    bounds = tuple(sorted((*_relay_hits(plain, words), *more), key=lambda hit: (hit.first, hit.last)))
    return Line(start, end, kind, block, tuple(plain), tuple(spans), tuple(gaps), hits, bounds)


def _relay_hits(plain: Sequence[str], words: FirstWords) -> Iterator[RelayHit]:
    """The phrases of the relay words, whose table takes the parts of « пресс-секретарь » for words."""
    parts = [(part, n) for n, word in enumerate(plain) for part in word.split("-")]
    for hit in words.relay.hits([part for part, _ in parts]):
        if hit.kind in ("bound", "bound_after", "not_counted", "source"):
            yield hit._replace(first=parts[hit.first][1], last=parts[hit.last - 1][1] + 1)
