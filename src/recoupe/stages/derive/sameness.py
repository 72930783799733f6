"""Sameness: whether two Figures may count the same harm: their number, what was done, where and when."""

import datetime as dt

from recoupe.distance import kilometres
from recoupe.model.annotation import Place
from recoupe.model.figure import Figure

_NEAR_KM = 60.0
"""Two places of one incident: a village and the town it is reported from."""
_NEAR_DAYS = 3
_FLOORS, _CEILINGS = frozenset({"at_least", "more_than"}), frozenset({"at_most", "less_than"})
_ROUNDING = 0.1
"""A round number may be so far off, as a share: 105 and « plus d'une centaine »."""
_WIDE = frozenset({"country", "region"})
_DEATHS = frozenset({"killed", "casualties"})


def number(figure: Figure) -> str:
    """The number of a Figure as a key: a value, a range, or a magnitude."""
    if figure.value is None:
        return f"x{figure.magnitude}"
    return f"{figure.value:g}" if figure.value_high is None else f"{figure.value:g}-{figure.value_high:g}"


def same_or_rounded(a: Figure, b: Figure) -> bool:
    """Whether the number of one may stand for that of the other: the same, or « une centaine » for 105."""
    if number(a) == number(b):
        return True
    if a.value is None or b.value is None:
        known, size = (a, b.magnitude) if a.value is not None else (b, a.magnitude)
        return bool(known.value and size and size <= known.value < 10 * size)
    if a.value_high is not None or b.value_high is not None:
        return False
    return _rounds(a, b) or _rounds(b, a)


def _rounds(round_: Figure, exact: Figure) -> bool:
    """Whether the number of the first is a round one for that of the second, and its bound allows it."""
    if round_.value is None or exact.value is None or not (round_.bound == "about" or round_.value % 10 == 0):
        return False
    if (round_.bound in _FLOORS and round_.value > exact.value) or (
        round_.bound in _CEILINGS and round_.value < exact.value
    ):
        return False  # « plus de 50 » for 47
    return abs(round_.value - exact.value) <= _ROUNDING * max(round_.value, exact.value)


def same_count(a: Figure, b: Figure) -> bool:
    """Whether two Figures give the same number of the same harm, at a place and a time that agree."""
    return number(a) == number(b) and a.unit == b.unit and same_effect(a, b) and same_event(a, b)


def same_effect(a: Figure, b: Figure) -> bool:
    """Whether the effects are one; « victimes » may be the dead."""
    return a.effect == b.effect or {a.effect, b.effect} <= _DEATHS


def same_event(a: Figure, b: Figure) -> bool:
    """Whether nothing in the places and the days of two Figures forbids that they speak of one event."""
    return _places_agree(a.place, b.place) and _days_agree(a, b)


def _places_agree(a: Place | None, b: Place | None) -> bool:
    if a is None or b is None or a.id == b.id or a.id in b.parents or b.id in a.parents:
        return True
    if a.country and b.country and a.country != b.country:
        return False
    if a.precision in _WIDE or b.precision in _WIDE:
        return bool(a.country and a.country == b.country)
    if a.lat is None or a.lon is None or b.lat is None or b.lon is None:
        return True
    return kilometres(a.lat, a.lon, b.lat, b.lon) <= _NEAR_KM


def _days_agree(a: Figure, b: Figure) -> bool:
    first, last = _days(a)
    other_first, other_last = _days(b)
    margin = dt.timedelta(days=_NEAR_DAYS)
    if first and other_last and first - margin > other_last:
        return False
    return not (other_first and last and other_first - margin > last)


def _days(figure: Figure) -> tuple[dt.date | None, dt.date | None]:
    first = dt.date.fromisoformat(figure.date_from) if figure.date_from else None
    last = dt.date.fromisoformat(figure.date_to) if figure.date_to else None
    return first, last
