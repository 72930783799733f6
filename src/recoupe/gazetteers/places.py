"""Places: which ones a written name may mean, and which one it does mean among the others of a text."""

from collections.abc import Collection, Mapping, Sequence
from functools import cached_property, lru_cache

from recoupe.gazetteers.choice import closeness, worth
from recoupe.gazetteers.countries import Countries
from recoupe.gazetteers.keys import key, openings, weak_key
from recoupe.gazetteers.place_store import Candidate, PlaceStore
from recoupe.gazetteers.tables import data_file, read_tables
from recoupe.model.annotation import Place, PlacePrecision

_COUNTRY_RANK = 90
_PREFERRED = 3.0
_ACRONYM = 3
"""Capitals of this length or less are an acronym (« SUV »), never a town's name in a headline."""
_SHORT = 2
"""Latin names of this length or less (« Pô », « Ye ») need a word for a place beside them."""
_HOLDS = 4.0
"""What it is worth to hold a place told just before (« à Bahawalpur, au Pendjab »)."""
_BESIDE = 2
"""How many places told before it may lie in it."""
_ASKED: Mapping[PlacePrecision, frozenset[PlacePrecision]] = {
    "region": frozenset({"region", "district"}),
    "district": frozenset({"district", "point"}),
    "point": frozenset({"point", "district", "region"}),
    "wide": frozenset({"region", "district", "point"}),
}
"""What each word for a place may be before: « le territoire de X » is a district, « le mont X » a land, « le corridor de X » all."""
_CACHED = 1 << 16


class Places:
    """Look-ups of places by name and by id. Answers are kept, so that asking again costs next to nothing."""

    def __init__(self, countries: Countries | None = None) -> None:
        """Opens no file yet."""
        self._countries = countries or Countries()
        self._store = PlaceStore()
        self._known = lru_cache(_CACHED)(self._find)
        self._ordinary = lru_cache(_CACHED)(self._is_ordinary)
        self._country_places = lru_cache(512)(self._as_place)

    def lookup(self, name: str) -> tuple[Place, ...]:
        """The places that a written name may mean, most prominent first; empty when no gazetteer knows it.

        Case, accents, hyphens and a leading article do not matter. A like-sounding transliteration is tried only when
        nothing else is found.
        """
        return tuple(candidate.place for candidate in self._known(name))

    def candidates(self, name: str) -> tuple[Candidate, ...]:
        """What `lookup` finds, with how prominent each is and how well known by that name."""
        return self._known(name)

    def get(self, identity: str) -> Place | None:
        """The place of that id (`gn-99072`, `place-mosul-west`, `country-IQ`), or None."""
        if identity.startswith("country-"):
            code = identity.removeprefix("country-")
            return self.country(code) if code in self._countries.codes() else None
        return self._store.place(identity)

    def country(self, code: str) -> Place:
        """The country as a place: its middle, precision `country`; raises KeyError for an unknown code."""
        return self._country_places(code)

    def land(self, place: Place, published: str | None = None) -> Place | None:
        """The land whose war the place is in: its country, or a part of it that has wars of its own (the Gaza Strip).

        A part that shared its country's war later (the Donbas) is one only in a text `published` (YYYY-MM-DD) before.
        """
        theatre = next((i for i in (place.id, *place.parents) if self._is_theatre(i, published)), None)
        if theatre is not None:
            return self.get(theatre)
        return self.country(place.country) if place.country else None

    def town(self, place: Place) -> Place | None:
        """The town in which a quarter, a camp or a hospital lies; None where none is known."""
        if place.precision not in ("point", "district"):
            return None
        above = (self.get(identity) for identity in place.parents)
        return next((p for p in above if p is not None and p.precision == "settlement"), None)

    def _is_theatre(self, identity: str, published: str | None) -> bool:
        until = self._theatres.get(identity)
        return until is not None and (not until or (published is not None and published[:7] <= until))

    def has_theatre(self, country: str, published: str | None = None) -> bool:
        """Whether a part of the country has wars of its own (the West Bank, Kashmir)."""
        held = (self.get(i) for i in self._theatres if self._is_theatre(i, published))
        return any(place is not None and place.country == country for place in held)

    def is_common(self, name: str) -> bool:
        """Whether the name is also an ordinary word, a person's name or an acronym.

        Such a name is no place by itself: only with its capital and a word for a place beside it.
        """
        return self._ordinary(name)

    def choose(
        self,
        name: str,
        countries: Mapping[str, float],
        near: Sequence[Place] = (),
        prefer: PlacePrecision | None = None,
        *,
        named: bool = True,
    ) -> Place | None:
        """The place that the name means in this text, or None when nothing supports any.

        `countries` gives a weight above zero to each country that the text is about (any scale); `near` are places
        already resolved beside the name; `prefer` is the precision that the words around it ask for (« la province
        d'Idleb » → region); `named` is False for a name that many lands have (« la région de l'Est »).
        """
        found = self._known(name)
        if not found:
            return None
        most = max(countries.values(), default=0.0)
        spots = tuple((p.lat, p.lon) for p in near if p.lat is not None and p.lon is not None and _is_spot(p))
        holders = {identity for place in near[-_BESIDE:] for identity in place.parents}
        best = _best(found, countries, most, spots, prefer, holders, named=named)
        if best is None and found[0].grade < 2 and (most > 0 or spots):
            # Another country has a place of this very name; this text's may spell its own in another way.
            best = _best(self._alike(name), countries, most, spots, prefer)
        if best is not None and best.precision == "settlement" and prefer in ("region", "district"):
            return self._called_after(best, prefer) or best
        return best

    def _called_after(self, town: Place, precision: PlacePrecision) -> Place | None:
        """The unit that a town lies in and gave its name to (« province de Hajja » by another spelling than the unit's own)."""
        above = (self.get(identity) for identity in town.parents)
        units = (unit for unit in above if unit is not None and unit.precision == precision)
        return next((unit for unit in units if key(town.name) in key(unit.name)), None)

    def _is_ordinary(self, name: str) -> bool:
        code = key(name)
        return code in self._common or (len(code) <= _SHORT and code.isascii())

    def _find(self, name: str) -> tuple[Candidate, ...]:
        if len(name) <= _ACRONYM and name.isupper() and name.isascii() and name.isalpha():
            code = self._countries.by_name(name)
            if code is not None:
                return (Candidate(self.country(code), _COUNTRY_RANK, 0),)
            lands = (c for c in self._store.strong(key(name)) if c.grade == 0 and c.place.id.startswith("place-"))
            return _best_first(tuple(c for c in lands if c.place.precision in ("region", "wide")))  # « RPD »
        spellings = (name, *openings(name))
        if name.startswith(("d'", "d’")):
            spellings = (*spellings[1:], name)  # « l'État d'Ondo » is not Dondo
        for spelling in spellings:
            found = self._store.strong(key(spelling))
            code = self._countries.by_name(spelling)
            if code is not None:
                found = (Candidate(self.country(code), _COUNTRY_RANK, 0), *found)
            if found:
                return _best_first(found)
        return self._alike(name)

    def _alike(self, name: str) -> tuple[Candidate, ...]:
        for spelling in reversed((name, *openings(name))):
            found = self._store.weak(weak_key(spelling))
            if found:
                return _best_first(found)
        return ()

    def _as_place(self, code: str) -> Place:
        country = self._countries.record(code)
        return Place(f"country-{code}", country.name, country.name_fr, code, country.lat, country.lon, "country")

    @cached_property
    def _theatres(self) -> Mapping[str, str]:
        """Until which month (YYYY-MM) each land had a war of its own; empty where it still may."""
        tables = read_tables("theatres.toml", frozenset({"id", "until"})).values()
        return {str(table["id"]): str(table.get("until", "")) for table in tables}

    @cached_property
    def _common(self) -> frozenset[str]:
        lines = data_file("common-words.txt").read_text("utf-8").splitlines()
        return frozenset(word for line in lines if not line.startswith("#") for word in line.split())


def _best(
    found: tuple[Candidate, ...],
    countries: Mapping[str, float],
    most: float,
    spots: tuple[tuple[float, float], ...],
    prefer: PlacePrecision | None,
    holders: Collection[str] = (),
    *,
    named: bool = True,
) -> Place | None:
    """The candidate that is worth most among those that enough speaks for, or None."""
    alone = len({candidate.place.country for candidate in found}) == 1
    abroad = most > 0 or bool(spots)
    best: Place | None = None
    best_score = 0.0
    for candidate in found:
        place = candidate.place
        weight = countries.get(place.country, 0.0) / most if most > 0 and place.country else 0.0
        close = closeness(place, spots) if place.id not in holders else _HOLDS
        asked = named and prefer is not None and place.precision in _ASKED.get(prefer, ())
        score = worth(candidate, weight, close, abroad=abroad, alone=alone, asked=asked)
        if score is None:
            continue
        if place.precision == prefer:
            score += _PREFERRED
        if best is None or score > best_score:
            best, best_score = place, score
    return best


def _best_first(found: tuple[Candidate, ...]) -> tuple[Candidate, ...]:
    return tuple(sorted(found, key=lambda candidate: (-candidate.prior, candidate.place.id)))


def _is_spot(place: Place) -> bool:
    return place.precision not in ("country", "wide")
