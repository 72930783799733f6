"""The forms that a language's words for voices take: pronouns, role nouns, heads of bodies' names, generic nouns."""

from dataclasses import dataclass
from functools import lru_cache
from typing import Literal, NamedTuple

from recoupe.languages.set_phrases import split_phrase
from recoupe.model.annotation import EntityKind, Voice
from recoupe.text import fold

Pointing = Literal["definite", "demonstrative", "indefinite", "possessive", "subject", "last", "weak", "self"]
Group = Literal["ranks", Voice]


class Form(NamedTuple):
    """A determiner or pronoun: how it points, and its gender (m, f, x) and number (s, p, x)."""

    points: Pointing
    gender: str
    number: str


class Role(NamedTuple):
    """One form of a role noun. `lemma` is its masculine singular."""

    lemma: str
    gender: str
    number: str
    group: Group

    @property
    def voice(self) -> Voice:
        """The kind of voice that somebody of this role is."""
        return "military" if self.group == "ranks" else self.group


class Head(NamedTuple):
    """The words at the head of a body's name, and how the whole is called in English."""

    words: tuple[str, ...]
    """Folded words, one a token."""
    name: str
    """With `{of}` for the country's adjective or the place."""
    kind: EntityKind
    gender: str
    number: str
    national: bool
    """Without adjective or place it is the article's country's."""
    bare: bool
    """May stand without adjective or place at all."""
    local: bool
    """Belongs to a place, not to a country."""
    ruling: bool
    """Rules a country: a capital after it stands for the country."""
    abroad: bool
    """Sits in another country, which its name tells (« ambassade de France au Mali »)."""
    led: bool
    """A coalition: named after who leads it."""


@dataclass(frozen=True, slots=True)
class Wider:
    """What a generic noun (« l'ONG », « le quotidien ») may stand for."""

    kinds: frozenset[str]
    gender: str
    private: bool
    """Never a body that is named by what it is (« l'armée irakienne »)."""


@lru_cache(maxsize=4096)  # the names and roles of an article's speakers are asked for again and again
def split(phrase: str) -> tuple[str, ...]:
    """The folded words of a phrase, cut as tokens are: « chef d'état-major » is « chef », « d' », « état-major »."""
    return split_phrase(fold(phrase))
