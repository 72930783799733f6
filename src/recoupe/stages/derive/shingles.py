"""Hashes of what a text says in its own words: those that are stored to find texts that share some, and those of passages.

Measured on French news with 40 % of the words replaced, per stored hash: pairs of content words that stand next to each
other, or with one between them, survive twice as often as three words in a row, and are as seldom shared by chance.
"""

from collections.abc import Iterator, Mapping
from functools import lru_cache
from hashlib import blake2b

from recoupe.stages.derive.profile import Passage, Profile

CONTENT = 4
"""Words of so many letters carry content, as do numbers; the shorter ones are mostly articles and prepositions."""
_KEPT, _OF = 5, 16
"""Of 16 hashes 5 are stored, the same ones in every document: some 100 for 300 words."""
_REACH = (1, 2)
_FOOT = 2
"""So many of the last passages are a page's foot."""
_SHORT = 12
"""Passages of fewer words are boilerplate sooner: they are formulas."""


def stable(text: str) -> int:
    """63 bits of a hash of `text`, the same on every machine and in every run."""
    return int.from_bytes(blake2b(text.encode("utf-8", "surrogatepass"), digest_size=8).digest(), "big") >> 1


def is_content(word: str) -> bool:
    """Whether a folded word is one of content."""
    return len(word) >= CONTENT or word[0].isdigit()


def shingles(profile: Profile) -> frozenset[int]:
    """The hashes by which this text is found again: pairs of near content words, none of them wholly quoted."""
    return frozenset(h for passage in profile.passages for h in _pairs(passage) if (h >> 40) % _OF < _KEPT)


def passage_hash(passage: Passage) -> int:
    """The hash of a passage's words without its numbers, which a standing paragraph changes from day to day."""
    return stable(" ".join(word for word in passage.words if not word[0].isdigit()))


def outlet_key(profile: Profile) -> str:
    """The outlet that the Document names, in one form of letters; empty where it names none."""
    return " ".join((profile.document.outlet or "").casefold().split())


def standing(profile: Profile) -> dict[int, int]:
    """For each passage's hash the hash under which this outlet's documents that hold it are counted."""
    outlet = outlet_key(profile)
    return {h: stable(f"{outlet}\n{h}") for h in map(passage_hash, profile.passages)}


def boilerplate(profile: Profile, counts: Mapping[int, int]) -> frozenset[int]:
    """The hashes of passages that its outlet prints under many documents; they tell nothing of a relay.

    `counts`: for each value of `standing` in how many documents of the outlet (of all unnamed outlets together, where
    this one names none) it stands, this one included. A text of which most passages would go is no boilerplate: it is
    one dispatch printed several times, and only its short passages and its foot are taken out.
    """
    keys = standing(profile)
    known = bool(outlet_key(profile))
    last = len(profile.passages) - _FOOT
    found: dict[int, int] = {}
    always: set[int] = set()
    for n, passage in enumerate(profile.passages):
        h = passage_hash(passage)
        small = len(passage.words) < _SHORT or n >= last
        if counts.get(keys[h], 0) >= (_MANY_UNKNOWN if not known else _MANY_SMALL if small else _MANY):
            found[h] = len(passage.words)
            if small:
                always.add(h)
    total = sum(len(passage.words) for passage in profile.passages)
    return frozenset(always if 2 * sum(found.values()) > total else found)


_MANY, _MANY_SMALL, _MANY_UNKNOWN = 3, 2, 5


def _pairs(passage: Passage) -> Iterator[int]:
    content = [
        (_word(word), quoted) for word, quoted in zip(passage.words, passage.quoted, strict=True) if is_content(word)
    ]
    for reach in _REACH:
        for (one, one_quoted), (other, other_quoted) in zip(content, content[reach:], strict=False):
            if not (one_quoted and other_quoted):
                mixed = (one * _MIX_ONE + other) & _BITS
                yield ((mixed ^ mixed >> 29) * _MIX_BOTH & _BITS) >> 1


@lru_cache(maxsize=1 << 17)
def _word(word: str) -> int:
    return stable(word)


_BITS = (1 << 64) - 1
_MIX_ONE, _MIX_BOTH = 0x9E3779B97F4A7C15, 0xD6E8FEB86659FD93  # odd, with bits as if drawn by lot
