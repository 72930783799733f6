"""One thing that was read wrongly, with the words around it, ready for the error page."""

from dataclasses import dataclass

_AROUND = 110
"""Characters shown before and after."""
_HEAD, _TAIL = 160, 80
"""A longer span is shown by its first and last characters."""


@dataclass(frozen=True, slots=True)
class Miss:
    """A miss or a false alarm. Misses are counted by `kind`, then by `cause`."""

    kind: str
    """What went wrong (« attribution missed », « figure: place »)."""
    cause: str
    """By what construction or confusion, as far as the records tell."""
    where: str
    """Corpus and document."""
    before: str
    marked: str
    after: str
    detail: str = ""
    """What gold has and what was read, or whatever else helps to see it."""


def in_context(
    kind: str, cause: str, where: str, text: str, start: int | None, end: int | None, detail: str = ""
) -> Miss:
    """The Miss at text[start:end] with the words around it; without a place in the text, no words."""
    if start is None or end is None or not 0 <= start < end <= len(text):
        return Miss(kind, cause, where, "", "", "", detail)
    marked = text[start:end]
    if len(marked) > _HEAD + _TAIL:
        marked = f"{marked[:_HEAD]} […] {marked[-_TAIL:]}"
    return Miss(kind, cause, where, text[max(0, start - _AROUND) : start], marked, text[end : end + _AROUND], detail)
