"""Seats: whether two holders of one office are told of different places (« le gouverneur de X » and « À Y, le gouverneur, Untel »)."""

from collections.abc import Callable, Sequence

from recoupe.distance import kilometres
from recoupe.model.annotation import Annotations, Place, Sentence
from recoupe.stages.attribute.naming.profiles import Profile, Profiles

_HEAD = 14
"""Characters from the head of a sentence within which the place stands that it opens with (« Dans la région de X, »)."""
_WIDE = frozenset({"country", "wide"})
_OUTSKIRTS = 20.0
"""Kilometres from a town within which a village may be told of by its mayor."""
_EXACT = frozenset({"settlement", "district"})
"""What has a mayor of its own."""


class Seats:
    """Of one article: the towns and provinces of which its sentences speak."""

    def __init__(self, profiles: Profiles, annotations: Annotations, called: Callable[[str], Sequence[Place]]) -> None:
        """`called` gives the places of a name."""
        self._profiles, self._called = profiles, called
        self._refs = [(r.span, r.place) for r in annotations.places if r.place and r.place.precision not in _WIDE]

    def apart(self, known: Profile, owner: str | None, start: int, *, of_town: bool = False) -> bool:
        """Whether the holder of an office asked for at offset `start`, of whom the description may say that he is of `owner`, has his
        seat elsewhere than somebody `known`: by the place named with the office, else by those of the sentence. `of_town`: the
        office is that of one town (« neuf blessés à X, selon le maire », behind « le maire de Y »)."""
        if not self._refs or (owner is not None and known.organisation is not None):
            return False  # whose both are is told: their words are compared
        named = known.organisation
        theirs = self._of(self._profiles.sentence(known.first)) if named is None else self._owned(named)
        if owner is not None:
            return _unrelated(self._owned(owner), theirs)
        here = self._profiles.sentence(start)
        if known.first > start:
            return _unrelated(self._of(here), theirs)
        if of_town and here.start > known.first:
            told = [p for span, p in self._refs if here.start <= span.start < start and p.precision in _EXACT]
            towns = [p for p in theirs if p.precision in _EXACT]
            return _unrelated(told, towns) and all(_is_away(a, b) for a in told for b in towns)
        opening = self._opening(here)
        # « À Maiduguri, le gouverneur », who was named at another town of his province
        within = any(_provinces(a) & _provinces(b) for a in opening for b in theirs)
        return here.start > known.first and not within and _unrelated(opening, theirs)

    def _of(self, sentence: Sentence) -> list[Place]:
        return [place for span, place in self._refs if sentence.start <= span.start < sentence.end]

    def _owned(self, owner: str) -> list[Place]:
        """The places that the name at the end of « la région de X » may mean."""
        words = owner.split()
        first = next((i + 1 for i in range(len(words) - 1, -1, -1) if not words[i][:1].isupper()), 0)
        name = " ".join(words[first:]).partition("'")
        return [p for p in self._called(name[2] or name[0]) if p.precision not in _WIDE]

    def _opening(self, sentence: Sentence) -> list[Place]:
        opens = range(sentence.start, sentence.start + _HEAD)
        return [place for span, place in self._refs if span.start in opens and sentence.start < span.start]


def _unrelated(asked: Sequence[Place], told: Sequence[Place]) -> bool:
    """Whether places of one land are told of both, and none of them lies in another; « la Santé » is also a village, elsewhere."""
    pairs = [(a, b) for a in asked for b in told if a.country is not None and a.country == b.country]
    return bool(pairs) and not any(_one(a, b) for a, b in pairs)


def _is_away(a: Place, b: Place) -> bool:
    """Whether a place is no village of a town's outskirts, of which its mayor may tell."""
    if a.lat is None or a.lon is None or b.lat is None or b.lon is None:
        return False
    return kilometres(a.lat, a.lon, b.lat, b.lon) > _OUTSKIRTS


def _one(a: Place, b: Place) -> bool:
    return a.id == b.id or a.id in b.parents or b.id in a.parents


def _provinces(place: Place) -> set[str]:
    return {p for p in place.parents if not p.startswith("country-")}
