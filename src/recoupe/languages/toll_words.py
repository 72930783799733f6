"""Toll words: how a text says that a toll is new, old, taken back or only a part, as each language's `tolls.toml` lists it.

They are looked for in text in the form of `recoupe.text.plain`, which keeps offsets. In a phrase `*` is any ending,
`(a|b)` a choice, `…` stands for up to four words and `~` for up to ten, without a stop between.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, fields
from functools import cache, cached_property
from importlib import resources

from recoupe.errors import DataError
from recoupe.languages.tables import Table
from recoupe.text import plain

_GAPS = {"…": r"(?:[^\s.;:!?]+\s+){0,4}?", "~": r"(?:[^\s.;:!?]+\s+){0,10}?"}
_SPECIAL = {"*": r"[^\W_]*", "(": "(?:", ")": ")", "|": "|"}


class Phrases:
    """Set phrases of one meaning, found in plain text; a phrase whose brackets do not match raises DataError when asked."""

    def __init__(self, written: Iterable[str]) -> None:
        self._written = tuple(written)

    # compiled when first asked for: reading one article needs one of these patterns, not the eighty of a pack
    @cached_property
    def _any(self) -> re.Pattern[str]:
        try:
            return re.compile("|".join(map(_pattern, self._written)) or r"(?!)")
        except re.error as error:
            raise DataError(f"a phrase of {list(self._written)} cannot be read: {error}") from None

    @cached_property
    def _first(self) -> re.Pattern[str]:
        return re.compile(rf"\W*(?:{self._any.pattern})")

    @cached_property
    def _last(self) -> re.Pattern[str]:
        return re.compile(rf"(?:{self._any.pattern})\W*\Z")

    def stand_in(self, text: str) -> bool:
        """Whether one of them stands in a plain text."""
        return self._any.search(text) is not None

    def places(self, text: str) -> Iterator[tuple[int, int]]:
        """Start and end of each one."""
        return (match.span() for match in self._any.finditer(text))

    def begin(self, text: str) -> bool:
        """Whether the plain text begins with one, marks aside."""
        return self._first.match(text) is not None

    def end(self, text: str) -> bool:
        """Whether the plain text ends with one, marks aside."""
        return self._last.search(text) is not None


@dataclass(frozen=True)
class TollWords:
    """The phrases of one language; what each says stands beside it in the table."""

    revised: Phrases
    grown: Phrases
    earlier: Phrases
    unfinished: Phrases
    formerly: Phrases
    replaced: Phrases
    against: Phrases
    contested: Phrases
    moved: Phrases
    to: Phrases
    part: Phrases
    others: Phrases
    single: Phrases
    several: Phrases
    intake: Phrases
    hospitals: Phrases
    unconfirmed: Phrases
    civilians: Phrases
    own: Phrases
    tolls: Phrases
    anybody: Phrases
    admitted: Phrases
    hearsay: Phrases
    over: Phrases
    under: Phrases
    nearly: Phrases
    rises: Phrases
    falls: Phrases


@cache
def toll_words(code: str) -> TollWords:
    """The toll words of the language `code`; for a language without them, phrases that stand nowhere.

    Raises DataError when a key is missing or unknown.
    """
    names = [field.name for field in fields(TollWords)]
    folder = resources.files("recoupe.languages").joinpath(code)
    if not code.isalpha() or not folder.joinpath("tolls.toml").is_file():
        return TollWords(**{name: Phrases(()) for name in names})
    table = Table.read(folder, "tolls", code).only(*names)
    return TollWords(**{name: Phrases(table.words(name)) for name in names})


def _pattern(phrase: str) -> str:
    """The regular expression of a phrase: whole words, any white space between them."""
    joined, after_gap = "", True
    for word in plain(phrase).split(" "):
        written = _GAPS.get(word) or "".join(_SPECIAL.get(c, c if c.isalnum() else re.escape(c)) for c in word)
        joined += written if after_gap else r"\s+" + written
        after_gap = word in _GAPS
    return rf"(?<![^\W_])(?:{joined})(?![^\W_])"
