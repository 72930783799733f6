"""Bodies: the actors that a sentence names, in any case, and the bodies known by what they are and whose they are."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from recoupe.gazetteers import Actors, Gazetteers
from recoupe.languages.first import BodyForm, FirstWords
from recoupe.languages.lexicon import Hit
from recoupe.model.annotation import Entity, Place
from recoupe.stages.first.lines import Line
from recoupe.stages.first.spots import Spots
from recoupe.text import bare, plain

_OWNER = 2
"""Words between a body and the adjective that says whose it is, at most."""
_STEM, _ENDING = 4, 2
"""Letters that two forms of a noun share at least, and that their endings have at most."""
_US = "US"
"""The country whose bodies bear its letters: « US army »."""


@dataclass(frozen=True, slots=True)
class Body:
    """A body named at words `first` to `last` (exclusive)."""

    first: int
    last: int
    entity: Entity | None
    """None where the words do not say whose it is."""


class Bodies:
    """Finds the bodies of one article."""

    def __init__(self, text: str, words: FirstWords, world: Gazetteers, spots: Spots) -> None:
        self._text, self._words, self._world, self._spots = text, words, world, spots
        self._owned: dict[str, set[Entity]] = {}
        """By the number of the form, the bodies of that form whose owner is told somewhere in the article."""
        self._words_of: dict[str, list[tuple[int, Entity]]] = {}
        """By the words of their names, where bodies were named."""
        self._held: dict[int, tuple[tuple[int, int, Entity], ...]] = {}

    def learn(self, lines: Sequence[Line]) -> None:
        """Takes note of the bodies whose owner is told, for the places where it is not (a headline)."""
        for line in lines:
            for hit in line.of("bodies"):
                body = self._formed(line, hit, 0, len(line.words))
                if body.entity is not None:
                    self._owned.setdefault(hit.value, set()).add(body.entity)
        for line in lines:
            for body in self.of(line, 0, len(line.words)):
                for word in line.words[body.first : body.last] if body.entity is not None else ():
                    assert body.entity is not None
                    self._words_of.setdefault(self.stem(word), []).append((line.start, body.entity))

    def called(self, line: Line, word: str) -> Entity | None:
        """The one body that was named with this word up to here (« коалиция », « المرصد »); None where several were."""
        named = {entity for start, entity in self._words_of.get(self.stem(word), ()) if start <= line.start}
        return next(iter(named)) if len(named) == 1 else None

    def of(self, line: Line, first: int, last: int) -> Iterator[Body]:
        """The bodies that begin and end in the stretch, in reading order."""
        actors = [(a, b, e) for a, b, e in self.actors(line) if first <= a and b <= last]
        forms = [h for h in line.of("bodies") if first <= h.first and h.last <= last]
        forms = [h for h in forms if not any(a <= h.first < b for a, b, _ in actors)]
        found = [Body(a, b, e) for a, b, e in actors]
        found += [self._formed(line, hit, first, last) for hit in forms]
        yield from sorted(found, key=lambda body: (body.first, -body.last))

    def actors(self, line: Line) -> tuple[tuple[int, int, Entity], ...]:
        """The actors of the gazetteer in the sentence, by words."""
        key = line.start
        if key not in self._held:
            found = []
            for start, end, entity in self._world.actors.find(self._text[line.start : line.end], self._spots.countries):
                first = line.word_at(line.start + start)
                last = first + 1
                while last < len(line.words) and line.spans[last][0] < line.start + end:
                    last += 1
                found.append((first, last, entity))
            found += [
                each for each in self._inflected(line) if not any(a < each[1] and each[0] < b for a, b, _ in found)
            ]
            self._held[key] = tuple(sorted(found, key=lambda each: each[0]))
        return self._held[key]

    def _inflected(self, line: Line) -> Iterator[tuple[int, int, Entity]]:
        """The actors whose names of several words stand in another case (« Международной организации по миграции »)."""
        if not self._words.cases:
            return
        stems = [self.stem(word) for word in line.words]
        at = 0
        while at < len(stems):
            for name, entity in _names(self._words, self._world.actors).get(stems[at], ()):
                capital = self._text[line.spans[at][0]].isupper()
                if capital and tuple(stems[at : at + len(name)]) == name and not line.parted(at, at + len(name) - 1):
                    yield at, at + len(name), entity
                    at += len(name) - 1
                    break
            at += 1

    def _formed(self, line: Line, hit: Hit, first: int, last: int) -> Body:
        """A body that is known by what it is and whose it is (« минобороны России », « وزارة الصحة العراقية »)."""
        form = self._words.bodies[int(hit.value)]
        if "{of}" not in form.template:
            return Body(hit.first, hit.last, self._entity(form.template, form.kind, None))
        start, stop = hit.first, hit.last
        owner = next((h for h in line.of("states") if h.last == start or hit.last <= h.first < hit.last + _OWNER), None)
        if (
            owner is not None
            and first <= owner.first
            and owner.last <= last
            and not line.parted(*sorted((start, owner.first)))
        ):
            start, stop = min(start, owner.first), max(stop, owner.last)
            if stop > hit.last and (more := line.at(stop, "bodies")) is not None and not line.mark(stop):
                stop = more.last
            return Body(start, stop, self._entity(self._adjective(form.template, owner.value), form.kind, owner.value))
        within = line.at(stop, "inside")
        if within is not None and not line.parted(hit.first, stop) and (place := self._in_place(line, within.last)):
            return self._of_place(form, start, place)
        if stop < last and not line.mark(stop):
            country = self._spots.country_at(line, stop)
            if country is not None and country[1] <= last:
                template = self._adjective(form.template, country[0])
                return Body(start, country[1], self._entity(template, form.kind, country[0]))
            if (place := self._in_place(line, stop)) is not None and place[1] <= last:
                return self._of_place(form, start, place)
        owned = self._owned.get(hit.value, set())
        return Body(start, stop, next(iter(owned)) if len(owned) == 1 else None)

    def _of_place(self, form: BodyForm, first: int, place: tuple[Place, int]) -> Body:
        """The body of a town or a province; of a state in one, the town says which (« Gaza City » is no part of a name)."""
        of = place[0].name.removesuffix(" City")
        return Body(first, place[1], self._entity(form.template.replace("{of}", of), form.kind, None))

    def _in_place(self, line: Line, at: int) -> tuple[Place, int] | None:
        """The place named from word `at` on, below a country, and the index behind it."""
        for width in (2, 1):
            if at + width <= len(line.words) and not line.parted(at, at + width - 1):
                place = self._spots.named(line, at, at + width)
                if place is not None and place.precision != "country":
                    return place, at + width
        return None

    def _adjective(self, template: str, code: str) -> str:
        """The English name of a country's body: the one that the gazetteer knows, if it knows any."""
        record = self._world.countries.record(code)
        adjectives = (_US, *record.adjectives_en) if code == _US else record.adjectives_en
        names = [template.replace("{of}", of) for of in (*adjectives, record.name)]
        return next((name for name in names if self._world.actors.lookup(name) is not None), names[0])

    def _entity(self, name: str, kind: str, country: str | None) -> Entity:
        known = self._world.actors.lookup(name)
        if known is not None:
            return known
        slug = "-".join(bare(name).split())
        return Entity(f"{kind}-{slug}", "party" if kind == "party" else "body", name, None, country)

    def stem(self, word: str) -> str:
        """What two forms of a noun share."""
        return _stem(word) if self._words.cased else word


def _stem(word: str) -> str:
    return word[: max(_STEM, len(word) - _ENDING)]


@cache
def _names(words: FirstWords, actors: Actors) -> dict[str, list[tuple[tuple[str, ...], Entity]]]:
    """The gazetteer's names of several words, cut to what their cases share, by the first one; longest first."""
    found: dict[str, list[tuple[tuple[str, ...], Entity]]] = {}
    for identity in actors.ids():
        record = actors.record(identity)
        for written in record.names:
            if written.isascii() or not (" " in written or "-" in written):
                continue
            parts = words.relay.plainly(plain(written)).replace("-", " ").split()
            if len(parts) > 1 and all(len(part) < _STEM or part.isalpha() for part in parts):
                stems = tuple(map(_stem, parts))
                found.setdefault(stems[0], []).append((stems, record.entity))
    for names in found.values():
        names.sort(key=lambda pair: -len(pair[0]))
    return found
