"""Parts of a place that have no record of their own: « l'est de la Syrie », « l'ouest de Mossoul »."""

import math

from recoupe.gazetteers.extents import part_middle
from recoupe.gazetteers.places import Places
from recoupe.model.annotation import Place


def part_of(place: Place, english: str, words: str, gazetteer: Places, *, inside: bool) -> Place:
    """The part of `place` that lies in a direction, given in English (`Eastern`); `words` are the text's.

    A town's part is its record, if there is one (`West Mosul`), else the town; so is a bearing (« à l'est de »).
    A country's part is a region of its own, `Eastern Syria`, with a middle of its own. A province without one stays itself.
    """
    if place.precision not in ("country", "wide"):
        return (_recorded(place, english, gazetteer) or place) if inside else place
    recorded = _recorded(place, english, gazetteer)
    if recorded is not None:
        return recorded
    middle = part_middle(place.country, english) if place.precision == "country" and place.country else None
    return Place(
        id=f"{place.id}-{english.lower().replace(' ', '-')}",
        name=f"{english} {place.name}",
        name_fr=words,
        country=place.country,
        lat=middle[0] if middle else place.lat,
        lon=middle[1] if middle else place.lon,
        precision="region",
        parents=(place.id, *place.parents),
    )


def province_of(place: Place, english: str, gazetteer: Places) -> Place | None:
    """The region that is called after a land and a direction (`South Kivu` of Kivu); None when there is none."""
    for word in (english.removesuffix("ern"), english):
        for candidate in gazetteer.lookup(f"{word} {place.name}"):
            if candidate.country == place.country and candidate.precision == "region":
                return candidate
    return None


def _recorded(place: Place, english: str, gazetteer: Places) -> Place | None:
    """The gazetteer's own record of the part, if it lies where the place does."""
    for word in (english, english.removesuffix("ern")):
        for candidate in gazetteer.lookup(f"{word} {place.name}"):
            if candidate.country == place.country and (
                place.precision in ("country", "wide") or _beside(candidate, place)
            ):
                return candidate
    return None


def _beside(one: Place, other: Place) -> bool:
    if one.lat is None or one.lon is None or other.lat is None or other.lon is None:
        return False
    return math.hypot(one.lat - other.lat, one.lon - other.lon) < 0.5
