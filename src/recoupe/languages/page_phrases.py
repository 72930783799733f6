"""Page phrases: set phrases of web pages, and the quick question whether a line begins with one of them."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property, lru_cache

from recoupe.text import plain

_WORD = re.compile(r"[^\W_]+|\S")
_NUMBER = r"\d[\d .,]*[km]?\+?"
_SOME_WORDS = r"[^:.|,]{1,60}?"
_OPTIONAL = re.compile(r"\[([^\]]*)\]")
_COLONS = (":", "\uff1a")


@dataclass(frozen=True)
class _Phrase:
    words: str
    """In the form of `recoupe.text.plain`, the final colon taken off."""
    colon: bool

    @cached_property
    def _pattern(self) -> re.Pattern[str] | None:
        if "#" not in self.words and "*" not in self.words:
            return None
        wild = re.escape(self.words).replace(r"\#", _NUMBER).replace(r"\*", _SOME_WORDS)
        wild += r"(?![^\W_])" if self.words.endswith("*") else ""  # whole words
        return re.compile(wild + (rf"(?=\s*[{''.join(_COLONS)}])" if self.colon else ""))

    def end(self, key: str, at: int) -> int | None:
        if self._pattern is None:
            if not key.startswith(self.words, at):
                return None
            end = at + len(self.words)
        elif match := self._pattern.match(key, at):
            end = match.end()
        else:
            return None
        if key[end - 1].isalnum() and key[end : end + 1].isalnum():
            return None
        if self.colon:
            while key[end : end + 1] == " ":
                end += 1
            return end + 1 if key[end : end + 1] in _COLONS else None
        return end


class PagePhrases:
    """Set phrases, looked up by their first word.

    In a phrase `#` is a number, `*` some words, `[s]` what may be missing; a final colon must be there. All questions
    are put to a text in the form of `recoupe.text.plain`, and offsets are into it.
    """

    def __init__(self, phrases: Iterable[str]) -> None:
        self._by_word: dict[str, list[_Phrase]] = {}
        for written in dict.fromkeys(plain(" ".join(v.split())) for p in phrases for v in _variants(p)):
            words = written.removesuffix(":").rstrip()
            first = _WORD.match(words)
            if first is not None:
                self._by_word.setdefault(first.group(), []).append(_Phrase(words, written.endswith(":")))

    def end(self, key: str, at: int = 0) -> int | None:
        """Where the longest phrase that begins at `at`, spaces aside, ends; None when none does."""
        word, at = _word_at(key, at)
        listed = self._by_word.get("#" if word[:1].isdigit() else word)
        if listed is None:
            return None
        longest: int | None = None
        for phrase in listed:
            end = phrase.end(key, at)
            if end is not None and (longest is None or end > longest):
                longest = end
        return longest

    def whole(self, key: str, at: int = 0) -> bool:
        """Whether `key`, from `at` on, is one of the phrases and nothing more than marks and spaces."""
        end = self.end(key, at)
        return end is not None and not any(c.isalnum() for c in key[end:])


@lru_cache(maxsize=64)  # whether this or that phrase stands there is asked of the same place again and again
def _word_at(key: str, at: int) -> tuple[str, int]:
    """The word or mark at `at`, spaces aside, and where it begins; no word at the end of `key`."""
    while key[at : at + 1] == " ":
        at += 1
    first = _WORD.match(key, at)
    return (first.group(), at) if first is not None else ("", at)


def _variants(phrase: str) -> Iterable[str]:
    """The phrase with and without each part that may be missing."""
    match = _OPTIONAL.search(phrase)
    if match is None:
        yield phrase
        return
    before, after = phrase[: match.start()], phrase[match.end() :]
    for middle in (match.group(1), ""):
        yield from _variants(before + middle + after)
