"""Keys: hashes under which an Account is kept, and those under which others that may match it are looked for.

Two accounts are compared only when each is found from the other: then it plays no part which of them came first.
"""

import math
from collections.abc import Iterable, Iterator
from hashlib import blake2b

from recoupe.model.annotation import Place
from recoupe.model.incident import Account
from recoupe.stages.group.closeness import Days, is_exact
from recoupe.stages.group.matching import LATE, days_told, rarity
from recoupe.stages.group.mentions import FRESH, Hints

_CELL = 0.5
"""Degrees of a cell's side: with its eight neighbours it holds all that is near a place in it."""
_WEEKS = 9
"""A stretch of more weeks than this is looked for by its numbers and its place only."""
_RARE = 2.0


def kept(account: Account) -> frozenset[int]:
    """The hashes under which an Account is kept."""
    return frozenset(map(_hash, _keys(account, 0)))


def sought(account: Account) -> frozenset[int]:
    """The hashes under which the Accounts are kept that may match this one."""
    return frozenset(map(_hash, _keys(account, 1)))


def hinted(hints: Hints, places: Iterable[Place]) -> frozenset[int]:
    """The hashes under which the Accounts are kept that a Document without Figures may speak of; `places` are those it names."""
    return frozenset(map(_hash, _hint_keys(hints, places)))


def _hint_keys(hints: Hints, places: Iterable[Place]) -> Iterator[str]:
    weeks = {n // 7 for n in hints.days}
    if hints.told is not None:
        weeks.update(range((hints.told - FRESH) // 7, hints.told // 7 + 1))
    for place in places:
        yield f"s {place.id}"
        if is_exact(place):
            for cell in _cells(place, 0):
                for week in weeks:
                    yield f"p {cell} {week}"


def _keys(account: Account, reach: int) -> Iterator[str]:
    numbers = {(c.effect, c.value if c.value is not None else f"x{c.magnitude}"): rarity(c) for c in account.counts}
    if account.kind == "series":
        for place in account.places:
            yield f"s {place.id}"
        for (effect, number), _ in numbers.items():
            yield f"t {account.family} {effect} {number}"
        return
    weeks = _weeks(days_told(account), reach)
    cells = {cell for place in account.places if is_exact(place) for cell in _cells(place, reach)}
    for week in weeks:
        for cell in cells:
            yield f"p {cell} {week}"
        if account.words:
            yield f"w {account.words} {week}"
        for effect, number in numbers:
            yield f"n {effect} {number} {week}"
    for (effect, number), weight in numbers.items():
        if weight >= _RARE:
            for cell in cells:
                yield f"r {cell} {effect} {number}"


def _weeks(days: Days, reach: int) -> range:
    if days.first is None or days.last is None or days.last - days.first > 7 * _WEEKS:
        return range(0)
    return range((days.first - LATE * reach) // 7, (days.last + LATE * reach) // 7 + 1)


def _cells(place: Place, reach: int) -> Iterator[str]:
    """The cell of a place, and those around it; empty where it has no coordinates."""
    if place.lat is None or place.lon is None:
        return
    row, column = math.floor(place.lat / _CELL), math.floor(place.lon / _CELL)
    around = round(360 / _CELL)
    for y in range(row - reach, row + reach + 1):
        for x in range(column - reach, column + reach + 1):
            yield f"{y}/{x % around}"


def _hash(key: str) -> int:
    return int.from_bytes(blake2b(key.encode(), digest_size=8, person=b"recoupe-grp").digest()) >> 1
