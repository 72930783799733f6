"""Offices: what makes somebody a public person, and what is no person's name, from `offices.toml`."""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from importlib import resources

from recoupe.languages.key_words import KeyWords, key_words
from recoupe.languages.tables import Table
from recoupe.text import plain

_REACH = 60
"""Letters before a name in which it is told what bears it."""
_ADJECTIVE = 5
"""Letters of an adjective, at least; what is shorter may tie two nouns."""


@dataclass(frozen=True, slots=True)
class _Words:
    """Words of one class; they are plain."""

    whole: frozenset[str]
    begun: tuple[str, ...]

    @classmethod
    def of(cls, words: Iterable[str]) -> "_Words":
        made = [plain(word) for word in words]
        begun = tuple(word.removesuffix("*") for word in made if word.endswith("*"))
        return cls(frozenset(word for word in made if not word.endswith("*")), begun)

    def hold(self, word: str) -> bool:
        return word in self.whole or bool(self.begun and word.startswith(self.begun))


@dataclass(frozen=True, slots=True)
class Offices:
    """The words of one language."""

    cased: bool
    """Whether names are written with a capital."""
    prefixes: tuple[str, ...]
    """What is written onto the front of names (« and », « to »), the longest first."""
    _keys: KeyWords
    _offices: _Words
    _posts: _Words
    _others: _Words
    _articles: _Words
    _outlets: _Words
    _media: _Words

    def public(self, role: str | None, organisation: str | None) -> bool:
        """Whether who has this role, in this body, is a public person; what is not known to be an office is none."""
        if not role:
            return bool(organisation)
        words = {each for word in plain(role).split() for each in self._forms(word)}
        if any(map(self._others.hold, words)):
            return False
        return any(map(self._offices.hold, words)) or bool(organisation and any(map(self._posts.hold, words)))

    def names_nobody(self, name: str) -> bool:
        """Whether the words cannot be a person's name: an article opens them, or they end as an outlet's name does."""
        words = plain(name).split()
        return not words or self._articles.hold(words[0]) or self._outlets.hold(words[-1])

    def tells_of_outlet(self, before: str) -> bool:
        """Whether the text before a name says that an outlet bears it (« le site anglophone … »)."""
        *_, second, first = ["", "", *plain(before[-_REACH:]).split()]
        if not before[-1:].isspace() or not first.isalpha():
            return False
        between = len(first) >= _ADJECTIVE and second.isalpha()
        return any(map(self._media.hold, self._forms(first) + (self._forms(second) if between else ())))

    def _forms(self, word: str) -> tuple[str, ...]:
        parts = word.split("-") if "-" in word else []
        return tuple(form for each in (word, *parts) for form in self._keys.stripped(each))


@cache
def offices(code: str) -> Offices:
    """The words of the language `code`; none where its pack has no `offices.toml`, so that nobody holds an office."""
    folder = resources.files("recoupe.languages").joinpath(code)
    known = code.isalpha() and folder.joinpath("offices.toml").is_file()
    keys = ("offices", "posts", "others", "articles", "outlets", "media")
    table = Table.read(folder, "offices", code).only(*keys) if known else Table(code, dict.fromkeys(keys, ""))
    words = key_words(code)
    return Offices(words.cased, words.prefixes, words, *(_Words.of(table.words(key)) for key in keys))
