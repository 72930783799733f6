"""Spots: the places that a passage names, outside the words for who speaks."""

from collections.abc import Iterator, Sequence

from recoupe.gazetteers.places import Places
from recoupe.languages.relay_words import RelayWords
from recoupe.stages.derive.marks import Spot, Voice
from recoupe.stages.derive.name_skeletons import name_skeletons
from recoupe.stages.derive.profile import Passage
from recoupe.text import one_script

_LONGEST = 3
"""Words of the longest name that is looked for."""
_SHORTEST = 4
"""Characters of the shortest one."""
_KNOWN = 52
"""Rank of a place in the gazetteer that is meant rather than an ordinary word."""
_PRECISE = frozenset(("settlement", "point", "district", "region"))


def spots(
    text: str, passage: Passage, words: RelayWords, voices: Sequence[Voice], taken: frozenset[int], known: Places
) -> Iterator[Spot]:
    """Names of places outside the words for who speaks, the longest name first."""
    at = 0
    while at < len(passage.words):
        size = 0
        if at not in taken and not any(v.start <= passage.starts[at] < v.end for v in voices):
            for size in range(min(_LONGEST, len(passage.words) - at), 0, -1):
                start, end = passage.starts[at], passage.ends[at + size - 1]
                spot = _spot(text, start, end, words, known, first=at == 0) if "\n" not in text[start:end] else None
                if spot is not None:
                    yield spot
                    break
            else:
                size = 0
        at += size or 1


def _spot(text: str, start: int, end: int, words: RelayWords, known: Places, *, first: bool) -> Spot | None:
    written = text[start:end]
    capital = written[0].isupper()
    small = any(word[0].islower() for word in (written.split()[0], written.split()[-1]))
    if small or len(written) < _SHORTEST or known.is_common(written):
        return None
    if capital and first and " " not in written and words.hits([words.plainly(one_script(written))]):
        return None  # an ordinary word that begins the sentence
    shapes = [written] if capital else list(words.shapes(written))
    for shape in shapes:
        # A script without capitals: only a well-known place by its very name.
        found = [c for c in known.candidates(shape) if c.grade < 2 and (capital or (c.grade == 0 and c.rank >= _KNOWN))]
        if found and all(c.place.precision in _PRECISE for c in found) and (capital or len(shape) >= _SHORTEST):
            meant = frozenset(c.place.id for c in found)
            around = frozenset(i for c in found for i in c.place.parents if not i.startswith("country-"))
            town = any(c.place.precision in ("settlement", "point") for c in found)
            countries = frozenset(c.place.country for c in found if c.place.country)
            return Spot(start, end, meant, around, countries, name_skeletons(written), town)
    return None
