"""Sheet: a text with what is needed to read its lines: its folded form and the set phrases of its language."""

from dataclasses import dataclass

from recoupe.languages.page import Page
from recoupe.languages.page_phrases import PagePhrases
from recoupe.model.document import Credit, CreditKind
from recoupe.model.span import Span
from recoupe.text import plain

_SPACES = " \u00a0\u202f\t"


@dataclass(frozen=True, slots=True)
class Sheet:
    """All offsets into it are into the whole text."""

    text: str
    key: str
    """`text` in the form of `recoupe.text.plain`."""
    page: Page

    @classmethod
    def of(cls, text: str, page: Page) -> "Sheet":
        """The sheet of `text`."""
        return cls(text, plain(text), page)

    def said(self, phrases: PagePhrases, start: int, end: int) -> int | None:
        """Where the phrase that begins at `start` ends, when one does and it ends by `end`."""
        found = phrases.end(self.key, start)
        return found if found is not None and found <= end else None

    def is_labelled(self, start: int) -> bool:
        """Whether a label of any kind begins at `start`."""
        return self.page.labels.end(self.key, start) is not None

    def is_all(self, phrases: PagePhrases, start: int, end: int) -> bool:
        """Whether the stretch is one of the phrases and nothing else."""
        return phrases.whole(self.key[start:end])

    def after(self, start: int, end: int, marks: str = "") -> int:
        """The first place from `start` on that is neither white space nor one of `marks`; `end` when there is none."""
        while start < end and (self.text[start] in _SPACES or self.text[start] in marks):
            start += 1
        return start

    def before(self, start: int, end: int, marks: str = "") -> int:
        """`end`, moved back over white space and `marks`, at most to `start`."""
        while end > start and (self.text[end - 1] in _SPACES or self.text[end - 1] in marks):
            end -= 1
        return end

    def credit(self, kind: CreditKind, start: int, end: int, name: str) -> Credit:
        """The credit that stands at start:end."""
        return Credit(Span.cut(self.text, start, end), kind, name or self.text[start:end])
