"""Capitals: how far a name runs, by the way that its words are written."""

from collections.abc import Sequence

from recoupe.model.annotation import Token

_LONGEST_RUN = 12


def capital_run(tokens: Sequence[Token], at: int) -> int:
    """The index after the run of capitalised words that begins at token `at`; `at` itself when none does."""
    end, last = at, min(len(tokens), at + _LONGEST_RUN)
    while end < last and is_name(tokens[end].text):
        if end > at and tokens[end].start - tokens[end - 1].end != 1:
            break
        end += 1
    return end


def is_name(text: str) -> bool:
    """Whether a word is written as a name: with a capital, or a small article and a hyphen first (« al-Anbar »)."""
    if text[0].isupper():
        return True
    hyphen = text.find("-")
    return 0 < hyphen <= 3 and hyphen + 1 < len(text) and text[hyphen + 1].isupper()
