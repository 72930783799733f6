"""Countries and territories: what they, their people, their capitals and their governments are called."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property, lru_cache

from recoupe.errors import DataError
from recoupe.gazetteers.keys import key, openings
from recoupe.gazetteers.tables import all_names, names, read_tables
from recoupe.languages.naming import FIRST, SECOND, folders
from recoupe.model.annotation import Entity

_FILE = "countries.toml"
_ADJECTIVES, _SECOND_ADJECTIVES = f"adj_{FIRST}", f"adj_{SECOND}"
_JOINT = f"joint_{SECOND}"
_KEYS = frozenset(
    {
        *folders(),
        "the",
        _ADJECTIVES,
        _SECOND_ADJECTIVES,
        "capital",
        "metonyms",
        "rulers",
        "occupier",
        "foes",
        "lat",
        "lon",
    }
    | {_JOINT, "island", "unrest"}
)


@dataclass(frozen=True, slots=True)
class Country:
    """A country or territory. Every tuple of names begins with the usual one."""

    code: str
    """ISO 3166-1 alpha-2 (XK for Kosovo)."""
    name: str
    name_fr: str
    article_fr: str
    """« le », « la », « l' », « les », or empty (« Cuba »)."""
    names: tuple[str, ...]
    """All names in all languages, English first."""
    adjectives_en: tuple[str, ...]
    """« Russian », « Russians »; empty for the few territories that have none."""
    adjectives_fr: tuple[str, ...]
    """All forms, masculine singular first; empty for the few territories that have none."""
    joint_fr: tuple[str, ...]
    """How its adjective opens one of two countries (« russo- »); empty for those that form none."""
    capital: tuple[str, ...]
    metonyms: tuple[str, ...]
    """Words that stand for the government beside the capital (« Kremlin »)."""
    rulers: tuple[str, ...]
    """Heads of state whose name tells whose a regime or an army is (« le régime de Bachar al-Assad »)."""
    occupier: str | None
    """The code of the country whose army is in it, where it has none of its own."""
    foes: frozenset[str]
    """The codes of all states whose soldiers have fought its own; empty where nobody has written them down."""
    unrest: bool
    """Armed groups have fought in it for years: its people are harmed at home, and it counts whom it lost there."""
    lat: float
    lon: float
    """The middle, decimal degrees."""
    island: bool
    """Whether « the island » may be the country."""


class _Names:
    """An index that forgives accents, and case if a capital remains: « Car » and « chili » are no countries."""

    def __init__(self, pairs: Iterable[tuple[str, str]]) -> None:
        self._exact: dict[str, str] = {}
        self._free: dict[str, tuple[bool, str]] = {}
        for name, code in pairs:
            if _is_acronym(name):
                self._exact.setdefault(name, code)
            else:
                self._free.setdefault(key(name), (name[0].isupper(), code))

    @lru_cache(maxsize=16384)  # noqa: B019 – the few indexes of the gazetteer live as long as the process
    def find(self, text: str) -> str | None:
        """The code for the text as written, or without its leading article."""
        for name in (text, *openings(text)):
            code = self._exact.get(name)
            if code is not None:
                return code
            capital, code = self._free.get(key(name), (False, None))
            if code is not None and (not capital or any(c.isupper() for c in name)):
                return code
        return None


class Countries:
    """Look-ups by any name, adjective or capital, in any of the languages."""

    @cached_property
    def _all(self) -> dict[str, Country]:
        return {code: _country(code, table) for code, table in read_tables(_FILE, _KEYS).items()}

    @cached_property
    def _by_name(self) -> _Names:
        return _Names((name, code) for code, country in self._all.items() for name in country.names)

    @cached_property
    def _by_adjective(self) -> dict[str, str]:
        found: dict[str, str] = {}
        for form, code in self.adjective_forms().items():
            found.setdefault(form if _is_acronym(form) else key(form), code)
            if "." in form:
                found.setdefault(form.lower(), code)  # « u.s. » is folded and no pronoun
        return found

    @cached_property
    def _by_joint(self) -> dict[str, str]:
        return {key(form): code for code, country in self._all.items() for form in country.joint_fr}

    @cached_property
    def _by_capital(self) -> _Names:
        return _Names((name, code) for code, country in self._all.items() for name in country.capital)

    @cached_property
    def _by_metonym(self) -> _Names:
        return _Names(
            (name, code) for code, country in self._all.items() for name in (*country.capital, *country.metonyms)
        )

    @cached_property
    def _by_ruler(self) -> _Names:
        return _Names((name, code) for code, country in self._all.items() for name in country.rulers)

    def codes(self) -> tuple[str, ...]:
        """Every code, in the file's order."""
        return tuple(self._all)

    def record(self, code: str) -> Country:
        """The country of that code; raises KeyError when there is none."""
        return self._all[code]

    def by_name(self, text: str) -> str | None:
        """The code of the country so named, with or without article (« l'Irak », « Ирак », « العراق »), or None."""
        return self._by_name.find(text)

    def by_adjective(self, text: str) -> str | None:
        """The code of the country whose adjective or people this is (« irakiennes », « Russes »), or None."""
        return self._by_adjective.get(text) or self._by_adjective.get(key(text))

    def by_joint(self, text: str) -> str | None:
        """The code of the first of two countries whose adjective this is (« russo-syriens »), or None."""
        first, hyphen, second = text.partition("-")
        return self._by_joint.get(key(first)) if hyphen and second and self.by_adjective(second) is not None else None

    def by_capital(self, text: str) -> str | None:
        """The code of the country of which this is the capital (« Moscou »), or None."""
        return self._by_capital.find(text)

    def by_metonym(self, text: str) -> str | None:
        """The code of the country whose government this stands for (« Moscou », « le Kremlin »), or None."""
        return self._by_metonym.find(text)

    def by_ruler(self, text: str) -> str | None:
        """The code of the country that this person ruled or rules for long, or None."""
        return self._by_ruler.find(text)

    def english(self, code: str) -> str:
        """The usual English name; raises KeyError for an unknown code."""
        return self._all[code].name

    def adjective_en(self, code: str) -> str:
        """The English adjective (« Russian »), or the name where there is none; raises KeyError for an unknown code."""
        country = self._all[code]
        return next(iter(country.adjectives_en), country.name)

    def adjective_forms(self) -> Mapping[str, str]:
        """Every French and English form of an adjective, as written in the data, with its country's code."""
        found: dict[str, str] = {}
        for code, country in self._all.items():
            for form in (*country.adjectives_fr, *country.adjectives_en):
                found.setdefault(form, code)
        return found

    def state(self, code: str) -> Entity:
        """The state as a source or party (`state-RU`, « Russia »); raises KeyError for an unknown code."""
        country = self._all[code]
        return Entity(f"state-{code}", "state", country.name, country.name_fr, code)


def _country(code: str, table: Mapping[str, object]) -> Country:
    first, second = names(table, FIRST), names(table, SECOND)
    lat, lon = table.get("lat"), table.get("lon")
    if not first or not second or not isinstance(lat, float) or not isinstance(lon, float):
        raise DataError(f"gazetteers/{_FILE} [{code}]: {FIRST!r}, {SECOND!r}, 'lat' and 'lon' are needed")
    return Country(
        code=code,
        name=first[0],
        name_fr=second[0],
        article_fr=next(iter(names(table, "the")), ""),
        names=all_names(table),
        adjectives_en=names(table, _ADJECTIVES),
        adjectives_fr=names(table, _SECOND_ADJECTIVES),
        joint_fr=names(table, _JOINT),
        capital=names(table, "capital"),
        metonyms=names(table, "metonyms"),
        rulers=names(table, "rulers"),
        occupier=next(iter(names(table, "occupier")), None),
        foes=frozenset(names(table, "foes")),
        unrest=table.get("unrest") is True,
        lat=lat,
        lon=lon,
        island=table.get("island") is True,
    )


def _is_acronym(name: str) -> bool:
    return name.isupper() and len(name) <= 5
