"""Actors: armed parties, organisations, agencies, media and bodies, found by any of their names in any language."""

from collections.abc import Iterator, Mapping, Set
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple, Protocol, cast

import ahocorasick  # type: ignore[import-not-found]  # ships no types

from recoupe.errors import DataError
from recoupe.gazetteers.keys import flat, openings
from recoupe.gazetteers.tables import all_names, names, read_tables
from recoupe.languages.naming import FIRST, SECOND, folders
from recoupe.model.annotation import Entity, EntityKind
from recoupe.text import fold_word

_FILES: tuple[tuple[str, EntityKind], ...] = (
    ("parties.toml", "party"),
    ("bodies.toml", "body"),
    ("media.toml", "media"),
)
_KEYS = frozenset({*folders(), "other", "country", "where", "flags", "ambiguous", "leaders", "after", "kin"})
_FLAGS = frozenset({"armed", "agency", "state", "records", "civil", "mission", "states"})
_ARTICLE = 8
"""How many characters before a name its article stands in."""
_NOWHERE: Mapping[str, float] = {}
_CLITICS = frozenset("وفبلك")
_ENDS = frozenset('.!?…:;\n«"“')


@dataclass(frozen=True, slots=True)
class Actor:
    """An entry of the gazetteer with all that is known of it."""

    entity: Entity
    names: tuple[str, ...]
    """Every written form, in all languages."""
    flags: frozenset[str]
    """`armed`: bears arms; `agency`: a news agency; `state`: run by a state or party; `records`: counts the dead;
    `civil`: helps, studies or pleads, and bears no arms; `mission`: a force of several states; `states`: a body of several
    states."""
    ambiguous: frozenset[str]
    """The names that are ordinary words too, and so must stand with just their own capitals."""
    leaders: tuple[str, ...]
    """Family names of who leads it: « les forces de Haftar »."""
    where: frozenset[str]
    """The countries in whose news it is meant by a name that it shares with another actor, or with anybody (« bandits »);
    empty for any."""

    after: frozenset[str]
    """The articles behind which a name that it shares with another actor means it (« au CMA »); empty for any."""
    kin: str | None
    """The state of whose people it is in its own country: « les obus serbes » in Bosnia are the Bosnian Serbs'."""


class _Form(NamedTuple):
    written: str
    ambiguous: bool
    entity: Entity
    capitals: bool
    """Whether a capital stands in it."""


class _Automaton(Protocol):
    def iter(self, text: str) -> Iterator[tuple[int, tuple[int, list[_Form]]]]: ...


class Actors:
    """Look-ups of whole names, and the search for names in a text."""

    @cached_property
    def _all(self) -> dict[str, Actor]:
        found: dict[str, Actor] = {}
        for file, kind in _FILES:
            for identity, table in read_tables(file, _KEYS).items():
                first, second = names(table, FIRST), names(table, SECOND)
                flags, ambiguous = frozenset(names(table, "flags")), names(table, "ambiguous")
                if not first or identity in found or not flags <= _FLAGS:
                    raise DataError(
                        f"gazetteers/{file} [{identity}]: it needs {FIRST!r}, an id of its own, and known flags"
                    )
                written = (*all_names(table), *names(table, "other"), *ambiguous)
                entity = Entity(identity, kind, first[0], second[0] if second else None, table.get("country"))
                where = frozenset(names(table, "where"))
                led = names(table, "leaders")
                kin = table.get("kin")
                after, forms = frozenset(names(table, "after")), tuple(dict.fromkeys(written))
                found[identity] = Actor(entity, forms, flags, frozenset(ambiguous), led, where, after, kin)
        return found

    @cached_property
    def _forms(self) -> dict[str, list[_Form]]:
        forms: dict[str, list[_Form]] = {}
        for actor in self._all.values():
            for name in actor.names:
                forms.setdefault(flat(name), []).append(
                    _Form(name, name in actor.ambiguous, actor.entity, any(c.isupper() for c in name))
                )
        return forms

    @cached_property
    def _automaton(self) -> _Automaton:
        automaton = ahocorasick.Automaton()
        for form, entries in self._forms.items():
            automaton.add_word(form, (len(form), entries))
        automaton.make_automaton()
        return cast(_Automaton, automaton)

    def record(self, identity: str) -> Actor:
        """The entry of that id; raises KeyError when there is none."""
        return self._all[identity]

    @cached_property
    def _sharing(self) -> frozenset[str]:
        shared = ({form.entity.id for form in forms} for forms in self._forms.values())
        somewhere = {identity for identity, actor in self._all.items() if actor.where}
        return frozenset(identity for ids in shared if len(ids) > 1 for identity in ids) | somewhere

    def shares(self, identity: str) -> bool:
        """Whether the actor of that id bears a name that another actor bears too, or that means it in some countries only."""
        return identity in self._sharing

    def is_shared(self, name: str) -> bool:
        """Whether several actors bear that name."""
        return len({form.entity.id for form in self._forms.get(flat(name), ())}) > 1

    def of_land(self, name: str, land: str) -> Entity | None:
        """The only one of the actors that bear that name whose country is `land`, or None."""
        found = {form.entity.id: form.entity for form in self._forms.get(flat(name), ()) if form.entity.country == land}
        return next(iter(found.values())) if len(found) == 1 else None

    @cached_property
    def missions(self) -> frozenset[str]:
        """The ids of the forces of several states, which serve none and are no armed group either."""
        return frozenset(identity for identity, actor in self._all.items() if "mission" in actor.flags)

    @cached_property
    def of_states(self) -> frozenset[str]:
        """The ids of the bodies of several states and of the missions, none of which is a private association."""
        return frozenset(identity for identity, actor in self._all.items() if actor.flags & {"states", "mission"})

    @cached_property
    def bystanders(self) -> frozenset[str]:
        """The ids of those who count the dead, help or study, and to whom no deed of their country's state belongs."""
        return frozenset(identity for identity, actor in self._all.items() if actor.flags & {"records", "civil"})

    @cached_property
    def _first_words(self) -> dict[str, frozenset[str]]:
        long = {identity: [n for n in actor.names if " " in n] for identity, actor in self._all.items()}
        return {identity: frozenset(fold_word(name).split()[0] for name in found) for identity, found in long.items()}

    def openings_of(self, entity: Entity) -> frozenset[str]:
        """The folded first words of the names of several words that an entity bears; empty for one that is not here."""
        return self._first_words.get(entity.id, frozenset())

    @cached_property
    def _later_words(self) -> dict[str, frozenset[str]]:
        later = {
            identity: [fold_word(name).split()[1:] for name in actor.names] for identity, actor in self._all.items()
        }
        return {identity: frozenset(word for words in found for word in words) for identity, found in later.items()}

    def qualities_of(self, entity: Entity) -> frozenset[str]:
        """The folded words behind the first one in the names that an entity bears (« Hezbollah chiite »); empty for one that is not
        here."""
        return self._later_words.get(entity.id, frozenset())

    @cached_property
    def _by_land(self) -> dict[tuple[str, str], list[Entity]]:
        found: dict[tuple[str, str], list[Entity]] = {}
        for actor in self._all.values():
            last = actor.entity.name.split()[-1]
            if actor.entity.kind == "party" and actor.entity.country is not None and last.islower():
                found.setdefault((actor.entity.country, last), []).append(actor.entity)
        return found

    def fighters(self, country: str, noun: str) -> Entity | None:
        """The only party of a country that is called by that English noun (`separatists`: `Chechen separatists`), or None."""
        found = self._by_land.get((country, noun), [])
        return found[0] if len(found) == 1 else None

    @cached_property
    def _kin(self) -> dict[tuple[str | None, str], Entity]:
        kept = (actor for actor in self._all.values() if actor.kin is not None)
        return {(actor.entity.country, actor.kin): actor.entity for actor in kept if actor.kin is not None}

    def kin(self, land: str, state: str) -> Entity | None:
        """The party of a land that is of the people of another state, whose adjective it bears there, or None."""
        return self._kin.get((land, state))

    @cached_property
    def _led(self) -> dict[str, Entity]:
        return {fold_word(name): actor.entity for actor in self._all.values() for name in actor.leaders}

    def led_by(self, name: str) -> Entity | None:
        """The party that is called after its leader of that folded family name (« les forces de Haftar »), or None."""
        return self._led.get(name)

    def ids(self) -> tuple[str, ...]:
        """Every id, in the files' order."""
        return tuple(self._all)

    def lookup(self, text: str, countries: Mapping[str, float] = _NOWHERE) -> Entity | None:
        """The actor of which `text` is a whole name, a leading article aside; None when there is none.

        « EI » is a name and « ei » is not; « talibans » and « Talibans » both are. Of actors that share a name, that of
        the `countries` (weights above zero, any scale) is meant.
        """
        for name in (text, *openings(text)):
            forms = self._forms.get(flat(name), ())
            meant = list(dict.fromkeys(form.entity for form in forms if _same_case(form, name)))
            if meant:
                return self._meant(meant, countries, frozenset())
        return None

    def find(self, text: str, countries: Mapping[str, float] = _NOWHERE) -> tuple[tuple[int, int, Entity], ...]:
        """All actors named in `text` as (start, end, entity), the longest where names overlap, in reading order.

        Offsets are into `text`; an article or an elided « l' » stays outside. Of actors that share a name, the one that
        the text names in another way too is meant, or that of the `countries` (see `lookup`) or of the other actors;
        nobody where `countries` are given and the name is borne in others only.
        """
        kept: list[tuple[int, int, list[Entity]]] = []
        for hit in self._behind_articles(text):
            if not kept or hit[0] >= kept[-1][1]:
                kept.append(hit)
            elif hit[1] - hit[0] > kept[-1][1] - kept[-1][0]:
                kept[-1] = hit
        if countries is _NOWHERE and all(len(meant) == 1 for _, _, meant in kept):
            return tuple((start, end, meant[0]) for start, end, meant in kept)
        sure = [(text[start:end], meant[0]) for start, end, meant in kept if len(meant) == 1]
        # « bandits » alone does not say that those of one country are meant
        named = frozenset(e.id for name, e in sure if not self._all[e.id].where or not name.islower())
        around = countries or {entity.country: 1.0 for _, entity in sure if entity.country and entity.kind != "media"}
        found = ((start, end, self._meant(meant, around, named)) for start, end, meant in kept)
        return tuple(one for one in found if countries is _NOWHERE or not self._elsewhere(one[2], around, named))

    def _behind_articles(self, text: str) -> Iterator[tuple[int, int, list[Entity]]]:
        """Every name in the text, without those of who share it who are not meant behind its article."""
        for start, end, meant in self._hits(text):
            if len(meant) > 1:
                before = text[max(0, start - _ARTICLE) : start].lower().split()[-1:]
                fitting = [
                    e for e in meant if not self._all[e.id].after or not self._all[e.id].after.isdisjoint(before)
                ]
                yield start, end, fitting or meant
            else:
                yield start, end, meant

    def _elsewhere(self, entity: Entity, countries: Mapping[str, float], named: Set[str]) -> bool:
        """Whether the best of those who share a name is meant by it in the news of other countries only."""
        where = self._all[entity.id].where
        return bool(where) and entity.id not in named and where.isdisjoint(countries)

    def _hits(self, text: str) -> list[tuple[int, int, list[Entity]]]:
        """Every name in the text with the actors it may mean, by start, the longest first."""
        flattened, size = flat(text), len(text)
        hits = []
        for last, (length, forms) in self._automaton.iter(flattened):
            start, end = last - length + 1, last + 1
            if end < size and flattened[end].isalnum():
                continue
            if start and flattened[start - 1].isalnum() and not _opens_word(flattened, start):
                continue
            found = text[start:end]
            meant = dict.fromkeys(
                form.entity
                for form in forms
                if _same_case(form, found) and not (form.ambiguous and _word_here(text, start, end))
            )
            if meant:
                hits.append((start, end, list(meant)))
        hits.sort(key=lambda hit: (hit[0], -hit[1]))
        return hits

    def _meant(self, entities: list[Entity], countries: Mapping[str, float], named: Set[str]) -> Entity:
        """Of actors that share a name: one named otherwise too, else that of the countries, else one meant anywhere."""
        if len(entities) == 1:
            return entities[0]

        def claim(entity: Entity) -> tuple[bool, float, bool]:
            where = self._all[entity.id].where or ({entity.country} if entity.country else frozenset())
            here = max((countries.get(code, 0.0) for code in where), default=0.0)
            return entity.id in named, here, not self._all[entity.id].where

        return max(entities, key=claim)


def _opens_word(text: str, start: int) -> bool:
    """Whether a word begins at `start`; Arabic writes « and », « in », « for » onto the word, which is allowed."""
    if start == 0 or not text[start - 1].isalnum():
        return True
    if not "\u0600" <= text[start] <= "\u06ff":
        return False
    return any(
        _CLITICS.issuperset(text[start - width : start]) and (start == width or not text[start - width - 1].isalnum())
        for width in (1, 2)
        if start >= width
    )


def _same_case(form: _Form, found: str) -> bool:
    """Whether the capitals of `found` allow it to be the name as written in the data."""
    written = form.written
    if form.ambiguous:
        rest = [c.isupper() for c in written[1:]]
        if rest != [c.isupper() for c in found[1:]]:
            return False
        return written[0].isupper() == found[0].isupper() or written[1:2] == "'"  # « l'Express » for « L'Express »
    if not form.capitals or found.isupper():
        return True
    if written.isupper():  # an acronym: ONU, and Unesco for UNESCO; but Ei, Ap and the like are words
        return len(written) >= 4 and found[0].isupper() and found[1:].islower()
    return any(c.isupper() for c in found)


def _word_here(text: str, start: int, end: int) -> bool:
    """Whether an ambiguous name may be the ordinary word here: it opens a sentence, or all around is in capitals."""
    name = text[start:end]
    if name.isupper() and len(name) > 1:
        before, after = text[:start].split()[-1:], text[end : end + 40].split()[:1]
        return any(len(word) > 2 and word.isupper() for word in (*before, *after))
    if any(c.isupper() for c in name[1:]):
        return False
    ahead = text[:start].rstrip(" \t\u00a0\u202f")
    return not ahead or ahead[-1] in _ENDS
