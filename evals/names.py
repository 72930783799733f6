"""When two names are the same source or party: by the gold folder's spellings, else by the words they share."""

import re
import unicodedata
from collections.abc import Iterable, Mapping

_SMALL_WORDS = frozenset(
    ["the", "of", "al", "el", "le", "la", "les", "l", "du", "de", "des", "d", "a", "an", "and", "et", "un", "une"]
)
_SHARED = 0.5
"""Share of words in common from which two names are one (« general Jean Durand », « Jean Durand »)."""


def key(text: str | None) -> str:
    """`text` without accents, case and marks; words set apart by one space."""
    decomposed = unicodedata.normalize("NFKD", text or "")
    bare = "".join(c for c in decomposed if not unicodedata.combining(c)).casefold()
    return re.sub(r"[^\w]+", " ", bare).strip()


class Names:
    """The spellings that count as one name."""

    def __init__(self, spellings: Mapping[str, Iterable[str]]) -> None:
        """`spellings` gives each canonical name its variants; a later entry wins where two claim one spelling."""
        self._canonical: dict[str, str] = {}
        for name, variants in spellings.items():
            for variant in (name, *variants):
                self._canonical[key(variant)] = key(name)

    def same(self, one: str | None, other: str | None) -> bool:
        """Whether both name the same; no name is the same only as no name."""
        if not one or not other:
            return (one or None) == (other or None)
        first, second = (self._canonical.get(key(name), key(name)) for name in (one, other))
        if first == second:
            return True
        words, others = set(first.split()) - _SMALL_WORDS, set(second.split()) - _SMALL_WORDS
        return bool(words and others) and len(words & others) / len(words | others) >= _SHARED

    def all_same(self, ones: Iterable[str], others: Iterable[str]) -> bool:
        """Whether two chains name the same, link by link."""
        first, second = list(ones), list(others)
        return len(first) == len(second) and all(map(self.same, first, second))
