"""Counters: who counted, as far as one article tells: the body behind the innermost voice of a Figure."""

from dataclasses import dataclass

from recoupe.model.attribution import Attribution
from recoupe.model.origin import OriginKind
from recoupe.text import bare

_VAGUE = frozenset({"media", "other", None})
"""Kinds of unnamed voices that stand behind nothing where they are hearsay."""
_SHORT = 3
"""Letters of the words that a name may do without: « la », « de »."""


_NAMELESS = "unnamed:"
_AUTHORITIES = ("state-", "body-", "party-")
"""How the ids of bodies begin that are known by their country and office, not by the gazetteer: ministries, armies."""


@dataclass(frozen=True, slots=True)
class Counter:
    """Who counted. Two counters are one body when they share a key, or when one speaks for the other."""

    kind: OriginKind
    name: str
    key: str
    """The entity's id; of an unnamed voice its kind."""
    labels: tuple[frozenset[str], ...]
    """The words of each of its names."""
    speaks_for: frozenset[str]
    """The words of the body that a person speaks for; empty for a body, and for a person of whom it is not told."""
    organ_of: str | None
    """The country of which it is an authority; None for others."""

    @property
    def unnamed(self) -> bool:
        """Whether the article names nobody."""
        return self.key.startswith(_NAMELESS)

    def same(self, other: "Counter") -> bool:
        """Whether the two are one body, or cannot be held apart when they give one number: an unnamed voice may be the
        named one, and the authorities of one state share a count."""
        if self.key == other.key or self.unnamed or other.unnamed:
            return True
        if self.organ_of and self.organ_of == other.organ_of:
            return True
        mine, theirs = self.speaks_for, other.speaks_for
        if mine and theirs:
            return mine <= theirs or theirs <= mine
        return any(_means(mine, label) for label in other.labels) or any(_means(theirs, label) for label in self.labels)


def counter(attribution: Attribution, hearsay: frozenset[str]) -> Counter | None:
    """Who counted what the content of `attribution` counts; None where no word names anybody.

    `hearsay`: the plain words for what nobody answers for, in the language of the article.
    """
    entity = attribution.entity
    if entity is None:
        return None
    organisation = _words(attribution.organisation or "")
    if entity.kind == "unnamed":
        words = _words(attribution.source.text if attribution.source else entity.name)
        vague = entity.voice in _VAGUE and not organisation and not hearsay.isdisjoint(words)
        kind: OriginKind = "unsourced" if vague else "own_count"
        return Counter(kind, entity.name, f"{_NAMELESS}{entity.voice or entity.name}", (words,), frozenset(), None)
    names = [entity.name, entity.name_fr or "", attribution.source.text if attribution.source else ""]
    labels = tuple(dict.fromkeys(_words(name) for name in names if name))
    speaks_for = organisation if entity.kind == "person" else frozenset()
    organ_of = entity.country if entity.id.startswith(_AUTHORITIES) else None
    return Counter("own_count", entity.name, entity.id, labels, speaks_for, organ_of)


def _words(name: str) -> frozenset[str]:
    words = bare(name).split()
    return frozenset(word for word in words if len(word) > _SHORT) or frozenset(words)


def _means(spoken_for: frozenset[str], label: frozenset[str]) -> bool:
    """Whether the body that somebody speaks for is the one of that name: « gouvernement », « gouvernement burkinabè »."""
    return bool(spoken_for and label) and (spoken_for <= label or label <= spoken_for)
