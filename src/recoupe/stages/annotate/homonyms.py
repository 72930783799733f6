"""Homonyms: towns of the gazetteer that the text cannot mean: put into a land far from them (« à Gedeb, en région Amhara »), or
the quarter of a town of another land."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise

from recoupe.gazetteers.places import Places
from recoupe.languages.places import PlaceWords
from recoupe.model.annotation import Place
from recoupe.stages.annotate.apart import apart
from recoupe.stages.annotate.place_seeker import Found

_FAR = 300.0
"""Kilometres from the middle of a land beyond which no town is told to be in it."""
_GAP = 6
"""How many tokens may stand between the town and its land."""
_LIST = 3
"""How many tokens on the next member of a list stands."""
_KNOWN = 48
"""The rank (a town of some 60 000) from which a name is that town's, whatever stands behind it."""
_ALIKE = 2
"""The grade of names that only sound alike."""
_LANDS = frozenset({"district", "region", "country"})


def homonyms(
    found: Sequence[Found], chosen: Sequence[Place | None], known: Places, words: PlaceWords
) -> Mapping[str, Place | None]:
    """By spelling, what towns are that are said to be where they are not: a namesake in the land that is told, else None."""
    meant = dict.fromkeys(_quarters(found, chosen, words))
    refs = list(zip(found, chosen, strict=True))
    for at, ((item, place), (other, land)) in enumerate(pairwise(refs)):
        if place is None or land is None or place.precision != "settlement" or land.precision not in _LANDS:
            continue
        third, wider = refs[at + 2] if at + 2 < len(refs) else (None, None)
        listed = third is not None and _is_beside(other, third) and (wider is None or wider.id not in land.parents)
        if listed or _lies_in(place, land) or not _is_held(item, other, words):
            continue
        named = known.candidates(item.spelling)
        namesake = next((c.place for c in named if c.grade < _ALIKE and _lies_in(c.place, land)), None)
        sure = any(c.place.id == place.id and c.rank >= _KNOWN for c in named)
        if namesake is not None or not (sure or land.precision == "country" or apart(place, land) <= _FAR):
            meant[item.spelling] = namesake
    return meant


def _quarters(found: Sequence[Found], chosen: Sequence[Place | None], words: PlaceWords) -> Iterator[str]:
    """The spellings of quarters that a town of another land is called like: « à Mogadiscio, dans le quartier de Médina »."""
    lands = Counter(p.country for p in chosen if p is not None and p.country is not None)
    most = next((land for land, _ in lands.most_common(1)), None)
    for item, place in zip(found, chosen, strict=True):
        head, tokens = item.name.head, item.name.sentence.tokens
        if place is None or head is None or head < 1 or place.precision != "settlement" or place.country == most:
            continue
        # « un quartier de Damas » is in Damascus
        told = tokens[head - 1].fold not in words.indefinite
        if told and words.heads.get(tokens[head].fold) == "district" and head < item.name.first:
            yield item.spelling


def _lies_in(place: Place, land: Place) -> bool:
    """Whether a place is one of the land's."""
    return land.id in place.parents or (land.precision == "country" and place.country == land.country)


def _is_held(item: Found, other: Found, words: PlaceWords) -> bool:
    """Whether the second name says where the first is: a comma and small words part them, or a bracket."""
    if item.part is not None or other.part is not None or item.name.sentence is not other.name.sentence:
        return False
    tokens = item.name.sentence.tokens
    between = tokens[item.last + 1 : other.name.first]
    if not 1 <= len(between) <= _GAP or between[0].text not in (",", "(") or between[-1].text == ",":
        return False
    return all(t.fold in words.apposed for t in between[1:])


def _is_beside(other: Found, third: Found) -> bool:
    """Whether a list goes on behind the land: « à X, en Ituri et au Tanganyika »."""
    return other.name.sentence is third.name.sentence and third.name.first - other.last <= _LIST
