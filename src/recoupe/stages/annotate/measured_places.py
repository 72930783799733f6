"""Places that the text measures from a known one: « à X, à 52 km au sud-ouest de Y », where no gazetteer has that X."""

import math
from collections.abc import Container, Iterator, Mapping, Sequence
from typing import NamedTuple

from recoupe.distance import KM_A_DEGREE
from recoupe.gazetteers.keys import key
from recoupe.languages.places import PlaceWords
from recoupe.model.annotation import Numeral, Place, Sentence, Token
from recoupe.stages.annotate.apart import apart
from recoupe.stages.annotate.place_names import is_name
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
_EXACT = frozenset({"settlement", "district", "point"})

Measured = Mapping[str, Place | None]


def measured(
    found: Sequence[Found],
    chosen: Sequence[Place | None],
    numerals: Sequence[Numeral],
    words: PlaceWords,
    capital: Place | None = None,
) -> Measured:
    """By spelling, where the text puts places that no gazetteer knows, or only elsewhere; None where it tells no direction.

    `chosen` are what the stretches `found` mean so far, in the same order; `numerals` are those of the text, `capital` is what « la
    capitale » means in it. A place reckoned so has two places of degrees, but is no surer than the kilometres and the eighth of the
    compass it came from.
    """
    places: dict[str, Place | None] = {}
    meant = {item.spelling: place for item, place in zip(found, chosen, strict=True)}
    before: Found | None = None
    for base, known in zip(found, chosen, strict=True):
        sentence = base.name.sentence
        if before is not None and before.name.sentence is not sentence:
            before = None
        if _is_base(known) and known is not None and not words.kilometres.keys().isdisjoint(sentence.words):
            _measure(places, meant, (sentence.tokens, base.name.first), known, numerals, words)
        if before is not None and base.spelling not in places and _is_behind(before, base, words):
            # « à 50 km au nord de Y, dans le village de X »
            held = meant[before.spelling]
            way = _way(sentence.tokens, before.name.first, numerals, words) if _is_base(held) else None
            if way is not None and held is not None and _is_elsewhere(known, held, way.km):
                places[base.spelling] = _reckoned(base.spelling, held, way)
        before = base
    if capital is not None:
        for sentence in {item.name.sentence.index: item.name.sentence for item in found}.values():
            for at in _bare_capitals(sentence, words):
                _measure(places, meant, (sentence.tokens, at), capital, numerals, words)
    return places


def _measure(
    places: dict[str, Place | None],
    meant: Measured,
    base: tuple[Sequence[Token], int],
    known: Place,
    numerals: Sequence[Numeral],
    words: PlaceWords,
) -> None:
    """Adds the place that is measured from the base, of which `base` says in which tokens and at which it is named."""
    tokens, at = base
    way = _way(tokens, at, numerals, words)
    spelling = _name_before(tokens, way.start, words) if way is not None else None
    if way is not None and spelling is not None and spelling in meant and _is_elsewhere(meant[spelling], known, way.km):
        places.setdefault(spelling, _reckoned(spelling, known, way))


def _bare_capitals(sentence: Sentence, words: PlaceWords) -> Iterator[int]:
    """The tokens at which « la capitale » stands, without a name or a country behind it."""
    if words.capitals.isdisjoint(sentence.words) or words.kilometres.keys().isdisjoint(sentence.words):
        return
    tokens = sentence.tokens
    for at, token in enumerate(tokens):
        behind = tokens[at + 1] if at + 1 < len(tokens) else None
        if token.fold not in words.capitals:
            continue
        small = behind is None or behind.fold in words.of or behind.fold in words.inside
        if small or (behind is not None and not behind.text[0].isalpha()):
            yield at


def _is_base(place: Place | None) -> bool:
    return place is not None and place.precision in _EXACT and place.lat is not None


def _is_elsewhere(place: Place | None, base: Place, km: float) -> bool:
    """Whether a place is unknown, or on the map farther from the base, or nearer, than the text can mean."""
    if place is None:
        return True
    return _is_base(place) and abs(apart(place, base) - km) > max(_SLACK, _SHARE * km)


class _Way(NamedTuple):
    km: float
    course: int | None
    """Degrees from the north; None where no direction is told."""
    start: int
    """Index of the first token of its words."""


def _way(tokens: Sequence[Token], first: int, numerals: Sequence[Numeral], words: PlaceWords) -> _Way | None:
    """The way to a base that is measured right before its first token (« à 50 km au nord de »); None where none is."""
    gap = range(max(0, first - _GAP), first)
    unit = next((i for i in reversed(gap) if tokens[i].fold in words.kilometres), None)
    if unit is None or not _is_small(tokens, range(unit + 1, first), words.directions, words):
        return None
    number = _number(tokens, unit, gap, numerals)
    if number is None:
        return None
    start, count = number
    courses = [words.directions.get(tokens[i].fold) for i in range(unit + 1, first)]
    course = next((_COURSES.get(english) for english in courses if english is not None), None)
    return _Way(count * words.kilometres[tokens[unit].fold], course, start)


def _name_before(tokens: Sequence[Token], end: int, words: PlaceWords) -> str | None:
    """The name before the words of a way (« X, village situé à », « Gokpa 2, à »); None when none stands there."""
    at = end - 1
    while at >= max(0, end - _GAP) and _is_small(tokens, range(at, at + 1), words.placed, words):
        at -= 1
    if at > 0 and tokens[at].text.isdecimal():
        at -= 1
    last = at
    while at >= 0 and is_name(tokens[at]) and tokens[at].fold not in words.openers:  # « À X, »
        at -= 1
    if at == last or last < 0:
        return None
    return " ".join(t.text for t in tokens[at + 1 : last + 1])


def _is_behind(base: Found, item: Found, words: PlaceWords) -> bool:
    """Whether a place follows another behind a comma and small words."""
    tokens = item.name.sentence.tokens
    gap = range(base.last + 1, min(i for i in (item.name.first, item.name.head) if i is not None))
    return bool(gap) and tokens[gap[0]].text == "," and _is_small(tokens, gap, (), words)


def _number(tokens: Sequence[Token], unit: int, gap: range, numerals: Sequence[Numeral]) -> tuple[int, float] | None:
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
    return all(tokens[i].fold in words.apposed or tokens[i].fold in words.of or tokens[i].fold in others for i in span)


def _reckoned(spelling: str, base: Place, way: _Way) -> Place | None:
    """The place at the end of a way from the base; None where the way has no direction."""
    if way.course is None or base.lat is None or base.lon is None:
        return None
    degrees, angle = way.km * _BENDS / KM_A_DEGREE, math.radians(way.course)
    lat = base.lat + degrees * math.cos(angle)
    lon = base.lon + degrees * math.sin(angle) / max(0.1, math.cos(math.radians(base.lat)))
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
