"""Closeness: how near two places are to being one, and two stretches of days."""

import datetime as dt
from typing import Literal, NamedTuple

from recoupe.distance import kilometres
from recoupe.model.annotation import Place, PlacePrecision

Nearness = Literal["same", "inside", "near", "around", "wide", "apart", "unknown"]

NEAR_KM = 6.0
"""A village and its other half, a camp at the edge of a town."""
AROUND_KM = 40.0
"""A village and the town it is reported from."""
EXACTNESS: tuple[PlacePrecision, ...] = ("point", "district", "settlement", "region", "country", "wide")
"""The most exact first."""
_EXACT = frozenset({"point", "settlement", "district"})


def nearness(a: Place | None, b: Place | None) -> Nearness:
    """How the two lie to each other.

    `inside`: one holds the other, and is no larger than a district; `wide`: one is a region, a country or larger that holds
    the other.
    """
    if a is None or b is None:
        return "unknown"
    if a.id == b.id:
        return "same"
    for inner, outer in ((a, b), (b, a)):
        if outer.id in inner.parents:
            return "inside" if outer.precision in _EXACT else "wide"
        if outer.precision in ("country", "wide") and outer.country and outer.country == inner.country:
            return "wide"
        if outer.precision == "wide" and outer.country is None:
            return "wide"  # « l'Irak et la Syrie »
    if a.country and b.country and a.country != b.country:
        return "apart"
    if a.precision not in _EXACT or b.precision not in _EXACT:
        return "apart" if a.precision == b.precision else "unknown"
    apart = distance(a, b)
    if apart is None:
        return "unknown"
    if apart <= NEAR_KM:
        return "near"
    return "around" if apart <= AROUND_KM else "apart"


def is_exact(place: Place | None) -> bool:
    """Whether the place is no larger than a town or a district."""
    return place is not None and place.precision in _EXACT


def distance(a: Place, b: Place) -> float | None:
    """Kilometres between them; None where one has no coordinates."""
    if a.lat is None or a.lon is None or b.lat is None or b.lon is None:
        return None
    return kilometres(a.lat, a.lon, b.lat, b.lon)


class Days(NamedTuple):
    """A stretch of days, as ordinals of the proleptic calendar; None where open or unknown."""

    first: int | None
    last: int | None

    @classmethod
    def of(cls, date_from: str | None, date_to: str | None) -> "Days":
        """The days from one ISO date to the other, whichever comes first; one that is no date is unknown."""
        first, last = day(date_from), day(date_to)
        return cls(last, first) if first is not None and last is not None and last < first else cls(first, last)

    @property
    def known(self) -> bool:
        """Whether both ends are."""
        return self.first is not None and self.last is not None

    @property
    def length(self) -> int | None:
        """How many days; None where an end is open."""
        return None if self.first is None or self.last is None else self.last - self.first + 1


def day(date: str | None) -> int | None:
    """The ordinal of an ISO date."""
    try:
        return dt.date.fromisoformat(date).toordinal() if date else None
    except ValueError:
        return None


def gap(a: Days, b: Days) -> int | None:
    """Days between two stretches: 0 when they share one, 1 when the second begins the day after the first ends.

    An open end shares whatever is beyond it; None where nothing is known of one of them.
    """
    if a == (None, None) or b == (None, None):
        return None
    for earlier, later in ((a, b), (b, a)):
        if earlier.last is not None and later.first is not None and earlier.last < later.first:
            return later.first - earlier.last
    return 0
