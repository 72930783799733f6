"""Actors: armed parties, organisations, agencies, media and bodies, found by any of their names in any language."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple, Protocol, cast

import ahocorasick  # type: ignore[import-not-found]  # ships no types

from recoupe.errors import DataError
from recoupe.gazetteers.keys import flat, openings
from recoupe.gazetteers.tables import names, read_tables
from recoupe.model.annotation import Entity, EntityKind

_FILES: tuple[tuple[str, EntityKind], ...] = (
    ("parties.toml", "party"),
    ("bodies.toml", "body"),
    ("media.toml", "media"),
)
_KEYS = frozenset({"en", "fr", "ru", "ar", "other", "country", "flags", "ambiguous"})
_FLAGS = frozenset({"armed", "agency", "state", "records"})
_CLITICS = frozenset("وفبلك")
_ENDS = frozenset('.!?…:;\n«"“')


@dataclass(frozen=True, slots=True)
class Actor:
    """An entry of the gazetteer with all that is known of it."""

    entity: Entity
    names: tuple[str, ...]
    """Every written form, in all languages."""
    flags: frozenset[str]
    """`armed`: bears arms; `agency`: a news agency; `state`: run by a state or party; `records`: counts the dead."""
    ambiguous: frozenset[str]
    """The names that are ordinary words too, and so must stand with just their own capitals."""


class _Form(NamedTuple):
    written: str
    ambiguous: bool
    entity: Entity


class _Automaton(Protocol):
    def iter(self, text: str) -> Iterator[tuple[int, tuple[int, list[_Form]]]]: ...


class Actors:
    """Look-ups of whole names, and the search for names in a text."""

    @cached_property
    def _all(self) -> dict[str, Actor]:
        found: dict[str, Actor] = {}
        for file, kind in _FILES:
            for identity, table in read_tables(file, _KEYS).items():
                english, french = names(table, "en"), names(table, "fr")
                flags, ambiguous = frozenset(names(table, "flags")), names(table, "ambiguous")
                if not english or identity in found or not flags <= _FLAGS:
                    raise DataError(f"gazetteers/{file} [{identity}]: it needs 'en', an id of its own, and known flags")
                written = (
                    *english,
                    *french,
                    *names(table, "ru"),
                    *names(table, "ar"),
                    *names(table, "other"),
                    *ambiguous,
                )
                entity = Entity(identity, kind, english[0], french[0] if french else None, table.get("country"))
                found[identity] = Actor(entity, tuple(dict.fromkeys(written)), flags, frozenset(ambiguous))
        return found

    @cached_property
    def _forms(self) -> dict[str, list[_Form]]:
        forms: dict[str, list[_Form]] = {}
        for actor in self._all.values():
            for name in actor.names:
                forms.setdefault(flat(name), []).append(_Form(name, name in actor.ambiguous, actor.entity))
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

    def ids(self) -> tuple[str, ...]:
        """Every id, in the files' order."""
        return tuple(self._all)

    def lookup(self, text: str) -> Entity | None:
        """The actor of which `text` is a whole name, a leading article aside; None when there is none.

        « EI » is a name and « ei » is not; « talibans » and « Talibans » both are.
        """
        for name in (text, *openings(text)):
            for form in self._forms.get(flat(name), ()):
                if _same_case(form, name):
                    return form.entity
        return None

    def find(self, text: str) -> tuple[tuple[int, int, Entity], ...]:
        """All actors named in `text` as (start, end, entity), the longest where names overlap, in reading order.

        Offsets are into `text`; an article or an elided « l' » stays outside.
        """
        flattened = flat(text)
        hits = []
        for last, (length, forms) in self._automaton.iter(flattened):
            start, end = last - length + 1, last + 1
            if _bounded(flattened, start, end):
                for form in forms:
                    if _same_case(form, text[start:end]) and not (form.ambiguous and _word_here(text, start, end)):
                        hits.append((start, end, form.entity))
                        break
        hits.sort(key=lambda hit: (hit[0], -hit[1]))
        kept: list[tuple[int, int, Entity]] = []
        for hit in hits:
            if not kept or hit[0] >= kept[-1][1]:
                kept.append(hit)
            elif hit[1] - hit[0] > kept[-1][1] - kept[-1][0]:
                kept[-1] = hit
        return tuple(kept)


def _bounded(text: str, start: int, end: int) -> bool:
    """Whether start:end are whole words; Arabic writes « and », « in », « for » onto the word, which is allowed."""
    if end < len(text) and text[end].isalnum():
        return False
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
    if not any(c.isupper() for c in written) or found.isupper():
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
