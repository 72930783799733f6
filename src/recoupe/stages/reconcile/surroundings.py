"""Surroundings: the words around a Figure, as the classes of this stage read them."""

import re
from dataclasses import dataclass
from functools import cached_property

from recoupe.languages.toll_words import Phrases, TollWords, toll_words
from recoupe.model.document import Document
from recoupe.model.figure import Figure
from recoupe.model.span import Span
from recoupe.text import plain

_END = re.compile(r"[.!?…]+[»\"”’)\]]*\s+(?=[«\"“(\[]?\s*[^\W\d_])")
"""Where a sentence ends: before a letter, so that « 1 200. » of a list and « n. 3 » do not count."""


@dataclass(frozen=True)
class Surroundings:
    """A Figure in its block, in plain text (`recoupe.text.plain`)."""

    block: str
    start: int
    end: int
    """Where the Figure stands in `block`."""
    offset: int
    """Where the block begins in the text of its Document."""
    title: str
    """The headline of its Document; empty where there is none, or where the Figure stands in it."""
    lead: str
    """The first paragraph below the headline, for a Figure that stands in the headline; else empty."""
    words: TollWords

    @classmethod
    def of(cls, figure: Figure, document: Document) -> "Surroundings":
        """What stands around `figure`."""
        return cls.at(figure.span, document)

    @classmethod
    def at(cls, span: Span, document: Document) -> "Surroundings":
        """What stands around `span`. A Document whose blocks do not hold it is one block."""
        text, at = document.text, span.start
        home = next((b for b in document.blocks if b.start <= at < b.end), None)
        start, end = (home.start, home.end) if home else (0, len(text))
        in_title = home is not None and home.kind == "title"
        title = next((b for b in document.blocks if b.kind == "title"), None)
        lead = next((b for b in document.blocks if in_title and b.kind == "paragraph"), None)
        return cls(
            plain(text[start:end]),
            at - start,
            span.end - start,
            start,
            "" if in_title or title is None else plain(text[title.start : title.end]),
            "" if lead is None else plain(text[lead.start : lead.end]),
            toll_words(document.language),
        )

    @cached_property
    def _bounds(self) -> list[int]:
        return [0, *(match.end() for match in _END.finditer(self.block)), len(self.block)]

    def _sentence(self, away: int) -> tuple[int, int] | None:
        bounds = self._bounds
        at = next((n for n in range(len(bounds) - 1) if bounds[n] <= self.start < bounds[n + 1]), 0) + away
        return (bounds[at], bounds[at + 1]) if 0 <= at < len(bounds) - 1 else None

    def place(self, away: int) -> tuple[int, int]:
        """Start and end in the Document's text of its sentence (0), or of one so many behind it; an empty stretch where
        there is none."""
        start, end = self._sentence(away) or (0, 0)
        return self.offset + start, self.offset + end

    @cached_property
    def sentence(self) -> str:
        """The sentence in which it stands."""
        start, end = self._sentence(0) or (0, len(self.block))
        return self.block[start:end]

    @cached_property
    def before(self) -> str:
        """What stands before it in its sentence."""
        start, _ = self._sentence(0) or (0, 0)
        return self.block[start : self.start]

    @cached_property
    def after(self) -> str:
        """What stands behind it in its sentence."""
        _, end = self._sentence(0) or (0, len(self.block))
        return self.block[self.end : end]

    @cached_property
    def near(self) -> str:
        """Its sentence with those beside it, and the headline or, for a headline, the first paragraph."""
        beside = [self._sentence(away) for away in (-1, 0, 1)]
        parts = [self.title, *(self.block[s[0] : s[1]] for s in beside if s), self.lead]
        return "\n".join(part for part in parts if part)

    def close(self, *, before: int, after: int) -> str:
        """Its sentence from `before` words before it to `after` words behind it, not beyond a semicolon."""
        if (before, after) not in self._close:
            self._close[before, after] = self._cut(before, after)
        return self._close[before, after]

    def says(self, phrases: Phrases, text: str) -> bool:
        """Whether one of the phrases stands in a part of these surroundings; looked for once."""
        if (phrases, text) not in self._said:
            self._said[phrases, text] = phrases.stand_in(text)
        return self._said[phrases, text]

    @cached_property
    def _close(self) -> dict[tuple[int, int], str]:
        return {}

    @cached_property
    def _said(self) -> dict[tuple[Phrases, str], bool]:
        return {}

    def _cut(self, before: int, after: int) -> str:
        left = self.before.rsplit(";", 1)[-1].split()
        right = self.after.split(";", 1)[0].split()
        number = self.block[self.start : self.end]
        return " ".join([*left[len(left) - min(before, len(left)) :], number, *right[:after]])
