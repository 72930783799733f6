"""Keys: hashes under which an Account is kept, and those under which others that may match it are looked for.

Whatever `match` finds worth `ENOUGH`, relays apart, is found by these from both sides (tests/stages/group/test_keys.py): two accounts are
told of the same days, or of one running total in months that follow each other, or share a number that few give. Each key names a place as
narrowly as the reasons allow, so that what is found does not grow with the ledger.
"""

import math
from collections.abc import Iterable, Iterator, Sequence
from hashlib import blake2b

from recoupe.distance import Box, box
from recoupe.model.annotation import Place
from recoupe.model.incident import Account
from recoupe.stages.group.closeness import AROUND_KM, NEAR_KM, is_exact
from recoupe.stages.group.matching import LATE, RARE, days_told, is_dated, month_told, number_key, rarity
from recoupe.stages.group.mentions import FRESH, LEAST, Hints

_DAYS = 3
"""Days that are kept together: fewer make more keys of an account without a day, more find more that is of other days."""
_SMALL, _LARGE = 0.1, 0.5
"""Degrees of a cell's side."""
_COUNTRY = "country-"
"""Begins the ids of countries in the gazetteer: each holds all places in it, and none is as exact as a district."""
_EXACT, _BROAD, _ANY = "ke", "kb", "-"


def kept(account: Account) -> frozenset[int]:
    """The hashes under which an Account is kept."""
    own = _keys(account, _kept_places(account), _kept_lands(account), 0)
    return frozenset(map(_hash, (*own, *_mentioned(account))))


def sought(account: Account) -> frozenset[int]:
    """The hashes under which the Accounts are kept that may match this one."""
    return frozenset(map(_hash, _keys(account, _sought_places(account), _sought_lands(account), LATE)))


def hinted(hints: Hints, places: Iterable[Place]) -> frozenset[int]:
    """The hashes under which the Accounts are kept that a Document without Figures may speak of; `places` are those it names."""
    return frozenset(map(_hash, _hint_keys(hints, places)))


def _hint_keys(hints: Hints, places: Iterable[Place]) -> Iterator[str]:
    days = {n // _DAYS for n in hints.days}
    if hints.told is not None:
        days.update(range((hints.told - FRESH) // _DAYS, (hints.told + 1) // _DAYS + 1))
    for place in places:
        for each in days if is_exact(place) else ():
            yield f"e {place.id} {each}"
        for number in hints.numbers:
            yield f"h {place.id} {number:g}"


def _mentioned(account: Account) -> Iterator[str]:
    """Keys for Documents without Figures alone: by a place that they name and a number that they give."""
    for place in account.places:
        for value in {count.value for count in account.counts if count.value and count.value >= LEAST}:
            yield f"h {place.id} {value:g}"


def _keys(account: Account, places: Sequence[str], lands: Sequence[str], reach: int) -> Iterator[str]:
    numbers = {number_key(count): rarity(count) for count in account.counts}
    if account.kind == "series":
        month = month_told(account)
        for each in () if month is None else range(month - bool(reach), month + bool(reach) + 1):
            for effect in {count.effect for count in account.counts}:
                for place in places:
                    yield f"s {place} {account.family} {effect} {each}"
            for number in numbers:
                for land in lands:
                    yield f"s {land} {account.family} {number} {each}"
        return
    days = days_told(account)
    if is_dated(account) and days.first is not None and days.last is not None:
        for each in range((days.first - reach) // _DAYS, (days.last + reach) // _DAYS + 1):
            for place in places:
                yield f"{place} {each}"
            for land in lands:
                for number in numbers:
                    yield f"{land} {number} {each}"
    for number, weight in numbers.items():
        for place in places if weight >= RARE else ():
            yield f"{place} {number}"


def _kept_places(account: Account) -> list[str]:
    found = [f"w {account.words}"] if account.words else []
    for place in account.places:
        if account.kind == "series":
            found.append(f"i {place.id}")
        elif is_exact(place):
            found.append(f"e {place.id}")
            found.extend(f"p {cell}" for cell in _cells(place, 0.0, _SMALL))
        else:
            found.append(f"x {place.id}")
        if account.kind == "incident":
            found.extend(f"u {parent}" for parent in place.parents if not parent.startswith(_COUNTRY))
    return list(dict.fromkeys(found))


def _sought_places(account: Account) -> list[str]:
    if account.kind == "series":
        return _kept_places(account)
    found = [f"w {account.words}"] if account.words else []
    for place in account.places:
        if is_exact(place):
            found += [f"e {place.id}", f"u {place.id}"]
            found.extend(f"p {cell}" for cell in _cells(place, NEAR_KM, _SMALL))
        else:
            found.append(f"x {place.id}")
        found.extend(f"e {parent}" for parent in place.parents if not parent.startswith(_COUNTRY))
    return list(dict.fromkeys(found))


def _kept_lands(account: Account) -> list[str]:
    """Where a number is kept that does not need one place: by cell, and by country apart for exact places and for others."""
    place = account.place
    kind, country = _land(place)
    around = [f"c {cell}" for cell in _cells(place, 0.0, _LARGE)] if place and kind == _EXACT else []
    return [*around, f"{kind} {country}", f"{kind} *"]


def _sought_lands(account: Account) -> list[str]:
    place = account.place
    kind, country = _land(place)
    if place and kind == _EXACT:
        around = [f"c {cell}" for cell in _cells(place, AROUND_KM, _LARGE)]
        return [*around, *([f"{_BROAD} *"] if country == _ANY else [f"{_BROAD} {country}", f"{_BROAD} {_ANY}"])]
    if country == _ANY:
        return [f"{_EXACT} *", f"{_BROAD} *"]
    return [f"{kind} {each}" for kind in (_EXACT, _BROAD) for each in (country, _ANY)]


def _land(place: Place | None) -> tuple[str, str]:
    """Whether it has a point that others may lie around, and its country."""
    if place is None:
        return _BROAD, _ANY
    has_point = is_exact(place) and place.lat is not None and place.lon is not None
    return _EXACT if has_point else _BROAD, place.country or _ANY


def _cells(place: Place, km: float, side: float) -> Iterator[str]:
    """The cells, so many degrees high, that lie within some kilometres of a place; empty where it has no coordinates."""
    if place.lat is None or place.lon is None:
        return
    south, north, west, east = box(place.lat, place.lon, km) if km else Box(place.lat, place.lat, place.lon, place.lon)
    for row in range(math.floor(south / side), math.floor(north / side) + 1):
        # as wide as high, so that there are few towards the poles
        columns = max(1, round(360 / side * math.cos(math.radians(min(90.0, max(abs(row), abs(row + 1)) * side)))))
        first, last = (math.floor((lon + 180.0) / 360.0 * columns) % columns for lon in (west, east))
        if east - west >= 360.0:
            first, last = 0, columns - 1
        for column in range(first, last + 1 if last >= first and west <= east else last + 1 + columns):
            yield f"{row}/{column % columns}"


def _hash(key: str) -> int:
    return int.from_bytes(blake2b(key.encode(), digest_size=8, person=b"recoupe-grp").digest()) >> 1
