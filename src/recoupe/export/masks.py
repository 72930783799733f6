"""Masks: the names of private persons, and what stands in their place where something is published."""

import re
from collections.abc import Callable, Iterable

from recoupe.languages.offices import Offices
from recoupe.model.annotation import Entity, Mention
from recoupe.model.attribution import Attribution
from recoupe.text import plain

_PERSON = "person-"
"""How the ids of persons begin whom no gazetteer knows: the others are public figures."""
_SHORTEST = 3
"""Letters of a last name that stands alone for the person."""


class Masks:
    """Text with a word in the place of these names; with `names` empty, as it is.

    A name is met as it is written, or all in capitals, with what a language writes onto the front of it.
    """

    def __init__(self, names: Iterable[str], word: str, prefixes: Iterable[str] = ()) -> None:
        self._word = word
        ordered = sorted({name for name in names if name.strip()}, key=lambda name: (-len(name), name))
        written = dict.fromkeys(form for name in ordered for form in (name, name.upper()))
        whole = "|".join(r"\s+".join(map(re.escape, form.split())) for form in written)
        front = "|".join(map(re.escape, sorted(prefixes, key=lambda prefix: (-len(prefix), prefix))))
        self._pattern = re.compile(rf"(?<!\w)(?P<front>(?:{front})?)(?:{whole})(?!\w)") if ordered else None

    def __call__(self, text: str) -> str:
        """The text without these names."""
        return self._pattern.sub(lambda met: met["front"] + self._word, text) if self._pattern else text


class PersonsNamed:
    """Whom articles name as persons, and what they tell of them.

    `others`: names of outlets, so of no person. `is_place`: whether a last name is rather that of a well-known place, which
    does not stand alone for a person.
    """

    def __init__(self, others: Iterable[str] = (), is_place: Callable[[str], bool] = lambda _: False) -> None:
        self._others = {plain(name) for name in others}
        self._is_place = is_place
        self._named: dict[str, set[str]] = {}
        self._public: set[str] = set()
        self._nobody: set[str] = set()
        self._last: set[str] = set()

    def take(self, mentions: Iterable[Mention], attributions: Iterable[Attribution], offices: Offices) -> None:
        """What one article tells; `offices` are those of its language."""
        for each in mentions:
            self._take(each.entity, each.role, each.organisation, each.span.text, offices)
        for act in attributions:
            if act.entity is not None:
                words = act.source.text if act.source and act.source.text == act.entity.name else ""
                self._take(act.entity, act.role, act.organisation, words, offices)

    def hide_nothing_of(self, identity: str) -> None:
        """Takes it that this one is no person, whatever the articles say."""
        self._nobody.add(identity)

    def private(self) -> frozenset[str]:
        """Every name of the private ones, and their last names: those without an office or a body that an article gives them.

        A person of whom any article tells an office is an official in all of them.
        """
        shown = {identity for identity in self._named if self._is_none(identity)} | self._public
        names = {name for identity, several in self._named.items() if identity not in shown for name in several}
        known = {part for identity in self._public for name in self._named[identity] for part in name.split()}
        lasts = {name.split()[-1] for name in names if name in self._last}
        alone = {last for last in lasts - known if plain(last) not in self._others and not self._is_place(last)}
        return frozenset(names | alone)

    def _is_none(self, identity: str) -> bool:
        return identity in self._nobody or any(plain(name) in self._others for name in self._named[identity])

    def _take(self, entity: Entity, role: str | None, organisation: str | None, words: str, offices: Offices) -> None:
        if entity.kind != "person":
            self._others.update(plain(name) for name in (entity.name, entity.name_fr or "", words) if name)
            return
        names = {name for name in (entity.name, entity.name_fr or "", words) if len(name) >= _SHORTEST}
        if offices.cased:
            names = {name for name in names if any(part[:1].isupper() for part in name.split())}
        self._named.setdefault(entity.id, set()).update(names)
        if any(map(offices.names_nobody, names)):
            self._nobody.add(entity.id)
        if not entity.id.startswith(_PERSON) or offices.public(role, organisation):
            self._public.add(entity.id)
        for name in names:
            last = name.split()[-1]
            if last[:1].isupper() and len(last) >= _SHORTEST:
                self._last.add(name)
