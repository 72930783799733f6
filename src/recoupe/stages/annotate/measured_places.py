"""Places that the text measures from a known one: « à X, à 52 km au sud-ouest de Y », where no gazetteer has that X."""

import math
from collections.abc import Container, Mapping, Sequence

from recoupe.distance import kilometres
from recoupe.gazetteers.keys import key
from recoupe.languages.places import PlaceWords
from recoupe.model.annotation import Numeral, Place, Token
from recoupe.stages.annotate.place_seeker import Found

_COURSES = {
    "Northern": 0, "Northeastern": 45, "Eastern": 90, "Southeastern": 135,
    "Southern": 180, "Southwestern": 225, "Western": 270, "Northwestern": 315,
}  # fmt: skip
_BENDS = 0.9
"""What a way by road is as the crow flies."""
_SLACK, _SHARE = 30.0, 0.6
"""By how many kilometres, or by which share of the way, what a text measures may differ from the map."""
_GAP = 14
"""How many tokens may stand between the two names."""
_KM_A_DEGREE = 111.19
_EXACT = frozenset({"settlement", "district", "point"})

Measured = Mapping[str, Place | None]


def measured(
    found: Sequence[Found], chosen: Sequence[Place | None], numerals: Sequence[Numeral], words: PlaceWords
) -> Measured:
    """By spelling, where the text puts places that no gazetteer knows, or only elsewhere; None where it tells no direction.

    `chosen` are what the stretches `found` mean so far, in the same order; `numerals` are those of the text. A place
    reckoned so has two places of degrees, but is no surer than the kilometres and the eighth of the compass it came from.
    """
    places: dict[str, Place | None] = {}
    for i, (one, other) in enumerate(zip(found, found[1:], strict=False)):
        if one.name.sentence is not other.name.sentence or words.kilometres.keys().isdisjoint(
            one.name.sentence.words
        ):
            continue
        for item, place, base, at in ((one, chosen[i], other, i + 1), (other, chosen[i + 1], one, i)):
            known = chosen[at]
            way = _way(item, base, numerals, words) if _is_base(known) and known is not place else None
            if way is None or known is None or not _is_elsewhere(place, known, way[0]):
                continue
            places.setdefault(item.spelling, _reckoned(item.spelling, known, *way))
    return places


def _is_base(place: Place | None) -> bool:
    return place is not None and place.precision in _EXACT and place.lat is not None


def _is_elsewhere(place: Place | None, base: Place, km: float) -> bool:
    """Whether a place is unknown, or on the map farther from the base, or nearer, than the text can mean."""
    if place is None:
        return True
    if place.precision not in _EXACT or None in (place.lat, place.lon, base.lat, base.lon):
        return False
    assert place.lat is not None and place.lon is not None and base.lat is not None and base.lon is not None
    apart = kilometres(place.lat, place.lon, base.lat, base.lon)
    return abs(apart - km) > max(_SLACK, _SHARE * km)


def _way(item: Found, base: Found, numerals: Sequence[Numeral], words: PlaceWords) -> tuple[float, int | None] | None:
    """The kilometres from the base and the course in degrees, None for none told; None where no way is measured."""
    tokens = item.name.sentence.tokens
    first = min(i for i in (base.name.first, base.name.head, base.name.direction) if i is not None)
    if item.last < first:  # « X, à 50 km au nord de Y »
        gap = range(item.last + 1, base.name.first)
    else:  # « à 50 km au nord de Y, dans le village de X »
        behind = range(base.last + 1, min(i for i in (item.name.first, item.name.head) if i is not None))
        if not behind or tokens[behind[0]].text != "," or not _is_small(tokens, behind, (), words):
            return None
        gap = range(max(0, first - _GAP), base.name.first)
    if len(gap) > _GAP:
        return None
    unit = next((i for i in reversed(gap) if tokens[i].fold in words.kilometres), None)
    if unit is None:
        return None
    number = _number(tokens, unit, gap, numerals)
    if number is None:
        return None
    begin, count = number
    if item.last < first and not _is_small(tokens, range(gap[0], begin), words.placed, words):
        return None
    if not _is_small(tokens, range(unit + 1, base.name.first), words.directions, words):
        return None
    km = count * words.kilometres[tokens[unit].fold]
    courses = [words.directions.get(tokens[i].fold) for i in range(unit + 1, base.name.first)]
    course = next((_COURSES.get(english) for english in courses if english is not None), None)
    return km, course


def _number(
    tokens: Sequence[Token], unit: int, gap: range, numerals: Sequence[Numeral]
) -> tuple[int, float] | None:
    """The token with which the number before a unit of way begins, and its value, the middle of a range."""
    written = tokens[unit - 1].text.replace(",", ".")
    if unit - 1 in gap and written.replace(".", "", 1).isdecimal():
        return unit - 1, float(written)  # « 52 km » is a measure, which no Numeral holds
    numeral = next((n for n in reversed(numerals) if n.number_end <= tokens[unit].start), None)
    if numeral is None or numeral.value is None or numeral.span.start < tokens[gap[0]].start:
        return None
    begin = next(i for i in gap if tokens[i].start >= numeral.span.start)
    if any(tokens[i].start >= numeral.number_end for i in range(begin, unit - 1)):
        return None  # at most « de » between them
    high = numeral.value_high if numeral.value_high is not None else numeral.value
    return begin, (numeral.value + high) / 2


def _is_small(tokens: Sequence[Token], span: range, others: Container[str], words: PlaceWords) -> bool:
    """Whether only small words, or the others, stand in a stretch of tokens."""
    return all(
        tokens[i].fold in words.apposed
        or tokens[i].fold in words.articles
        or tokens[i].fold in words.of
        or tokens[i].fold in words.heads
        or tokens[i].fold in others
        for i in span
    )


def _reckoned(spelling: str, base: Place, km: float, course: int | None) -> Place | None:
    """The place so many kilometres from the base on a course; None without one."""
    if course is None or base.lat is None or base.lon is None:
        return None
    way, angle = km * _BENDS / _KM_A_DEGREE, math.radians(course)
    lat = base.lat + way * math.cos(angle)
    lon = base.lon + way * math.sin(angle) / max(0.1, math.cos(math.radians(base.lat)))
    return Place(
        id=f"measured-{key(spelling)}-{base.id}",
        name=spelling,
        name_fr=spelling,
        country=base.country,
        lat=round(lat, 2),
        lon=round(lon, 2),
        precision="settlement",
        parents=(f"country-{base.country}",) if base.country else (),
    )
