"""Span: exact text with its offsets in the Document."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Span:
    """Exact text and where it stands: `text == document.text[start:end]`.

    Offsets count Unicode code points (Python `str` indexes) of the text that was read; start inclusive, end exclusive.
    (W3C Web Annotation: text quote and text position selectors, together.)
    """

    start: int
    end: int
    text: str

    @classmethod
    def cut(cls, text: str, start: int, end: int) -> "Span":
        """The span of `text` from `start` to `end`; raises ValueError when it is empty or outside the text."""
        if not 0 <= start < end <= len(text):
            raise ValueError(f"no span {start}:{end} in a text of {len(text)} characters")
        return cls(start, end, text[start:end])

    def holds(self, start: int, end: int) -> bool:
        """Whether start:end lies inside this span."""
        return self.start <= start and end <= self.end

    def touches(self, start: int, end: int) -> bool:
        """Whether start:end and this span share a character."""
        return self.start < end and start < self.end
