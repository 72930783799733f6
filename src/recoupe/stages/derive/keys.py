"""Keys: hashes by which a document's translations are found in the inverted index, whatever their language."""

from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from hashlib import blake2b
from itertools import combinations
from math import log
from typing import Literal

from recoupe.stages.derive.signs import Signs, is_year

KeyKind = Literal["number", "name", "acronym", "date", "meant", "pair"]

_SINGLE = 30
_PAIRED = 30
"""Keys kept of a document: single signs, and pairs of signs of one passage."""
_LONG = 5
"""Consonants of a name that hardly any other word shares."""
_IN_PASSAGE = 8
"""The weightiest signs of a passage, of which pairs are made."""
COMMON = 1000
"""A key of more documents than this tells nothing worth the time; with it a look-up costs the same in any ledger."""
_PROPOSED = 20


@dataclass(frozen=True, slots=True)
class Key:
    """One sign of a document, or two that stand together, as a number of 63 bits."""

    hash: int
    weight: float
    """How rare it is likely to be, before an index has counted it: above zero, a few at most."""
    kind: KeyKind


def keys(signs: Iterable[Signs], *, cased: bool) -> tuple[Key, ...]:
    """The keys of the document with these signs, the rarest first; the same in any language, as far as signs are.

    `cased`: whether its names were told by their capitals. Without capitals any word may be one: then only long words
    are taken, fewer of them, and none in pairs.
    """
    weighed = [dict(_weighed(one, cased)) for one in signs]
    singles: dict[tuple[KeyKind, str], float] = {}
    times: Counter[tuple[KeyKind, str]] = Counter()
    pairs: dict[tuple[KeyKind, str], float] = {}
    for one in weighed:
        times.update(one.keys())
        singles |= one
        paired = [sign for sign in one if cased or sign[0] != "name"]
        best = sorted(paired, key=lambda sign: (-one[sign], sign))[:_IN_PASSAGE]
        for a, b in combinations(sorted(best), 2):
            pairs["pair", f"{a[0]}:{a[1]}+{b[0]}:{b[1]}"] = one[a] + one[b]
    # What a text says again and again is what it is about.
    lasting = {sign: weight + min(times[sign] - 1, 3) / 3 for sign, weight in singles.items()}
    return (*_top(pairs, _PAIRED), *_top(lasting, _SINGLE))


def proposed(found: Mapping[int, Collection[str]], documents: int) -> tuple[str, ...]:
    """The documents worth comparing, the likeliest first, at most twenty.

    `found` gives for each key of the document asked about the other documents in other languages that have it, of
    `documents` in all. A list longer than `COMMON` may have been cut, and is passed over.
    """
    worth: dict[str, float] = {}
    for others in found.values():
        if 0 < len(others) <= COMMON:
            rarity = log(1 + documents / len(others))
            for other in others:
                worth[other] = worth.get(other, 0.0) + rarity
    return tuple(sorted(worth, key=lambda other: (-worth[other], other))[:_PROPOSED])


def _weighed(one: Signs, cased: bool) -> Iterator[tuple[tuple[KeyKind, str], float]]:
    for number in one.numbers:
        digits = len(str(int(number)).rstrip("0"))  # 352 is rarer than 300
        yield ("number", f"{number:g}"), 0.5 if is_year(number) else 0.3 + 0.7 * digits
    for name in one.names:
        if cased:
            yield ("name", name), min(len(name), 8) / 4 + (len(name) >= _LONG)
        elif len(name) >= _LONG:
            yield ("name", name), len(name) / 8
    for acronym in one.acronyms:
        yield ("acronym", acronym), len(acronym) / 2
    for date in one.dates:
        yield ("date", date), 2.5
    for identity in one.meant:
        yield ("meant", identity), 0.8 if identity.startswith("country-") else 2.0


def _top(weights: dict[tuple[KeyKind, str], float], most: int) -> Iterator[Key]:
    for sign in sorted(weights, key=lambda sign: (-weights[sign], sign))[:most]:
        kind, value = sign
        digest = blake2b(f"{kind}\0{value}".encode(), digest_size=8, person=b"recoupe-key").digest()
        yield Key(int.from_bytes(digest) >> 1, weights[sign], kind)
