"""What speaks for one place of a name against the others: prominence, the countries of the text, nearness."""

import math
from collections.abc import Sequence

from recoupe.gazetteers.place_store import Candidate
from recoupe.model.annotation import Place

_COUNTRY_WORTH = 4.0
_WORLD_CITY = 70
"""The rank (a capital of some 600 000, a city of ten million) of a place that is meant in any text."""
_WORLD_CITY_WORTH = 2.0
_KNOWN_ALONE = 45
"""The rank (a town of some 30 000) from which a place may be meant in a text that says nothing of its country."""
_KNOWN_ABROAD = 57
"""The rank (a city of some 500 000) from which a place may be meant in a text about other countries."""
_ASKED_ALONE, _ASKED_ABROAD = 20, 38
"""The same for a region, a district or a camp of which there is one, where the words around ask for such a place."""
_ONLY_ONE = 50
"""The same where no other country has a place of that name."""


def worth(candidate: Candidate, weight: float, close: float, *, abroad: bool, alone: bool, asked: bool) -> float | None:
    """How much speaks for the candidate, or None when too little does for a place so small.

    `weight` is the share (0 to 1) of its country in the text, `close` the worth of its nearness to the other places;
    `abroad` says that the text has countries or places of its own, `alone` that only this country has the name, `asked` that the
    words around ask for what the candidate is.
    """
    if weight <= 0 and close <= 0 and candidate.place.precision != "wide":
        known = _KNOWN_ALONE if not abroad else _ONLY_ONE if alone else _KNOWN_ABROAD
        if candidate.grade == 1:
            known = _KNOWN_ABROAD  # « Kilo » is Kiel too, in some language
        if asked and alone:
            known = _ASKED_ABROAD if abroad else _ASKED_ALONE
        if candidate.grade == 2 or candidate.rank < known:
            return None
    world = _WORLD_CITY_WORTH if candidate.rank >= _WORLD_CITY and candidate.grade < 2 else 0.0
    return candidate.prior + max(world, _COUNTRY_WORTH * weight) + close


def closeness(place: Place, spots: Sequence[tuple[float, float]]) -> float:
    """What being near one of the spots (latitude, longitude) is worth: 3 within 40 km, 2 within 120, 1 within 250."""
    if place.lat is None or place.lon is None or not spots:
        return 0.0
    nearest = min(kilometres((place.lat, place.lon), spot) for spot in spots)
    return 3.0 if nearest < 40 else 2.0 if nearest < 120 else 1.0 if nearest < 250 else 0.0


def kilometres(a: tuple[float, float], b: tuple[float, float]) -> float:
    """The distance between two points (latitude, longitude, in degrees) on a flat map: within 1 % up to 500 km."""
    return 111.2 * math.hypot(a[0] - b[0], (a[1] - b[1]) * math.cos(math.radians((a[0] + b[0]) / 2)))
