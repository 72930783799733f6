"""Voices: who is meant by the words beside a cue: a person, a body, a state, somebody unnamed, or him of whom it was said."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from recoupe.gazetteers import Gazetteers
from recoupe.gazetteers.person_key import sound
from recoupe.languages.first import FirstWords
from recoupe.languages.lexicon import Hit
from recoupe.model.annotation import Entity, Mention, Voice
from recoupe.model.document import Document
from recoupe.model.ids import make_id
from recoupe.model.span import Span
from recoupe.stages.first.bodies import Bodies
from recoupe.stages.first.lines import Line
from recoupe.stages.first.person_names import in_latin, own_name, own_names
from recoupe.stages.first.speaker import NO_NAME, OFFICES, PERSONS, TITLES, Speaker
from recoupe.stages.first.spots import Spots
from recoupe.text import bare, plain

_SHORT = 3
"""Letters of a name that may end like an adjective."""
_STATE = 2
"""Words of the longest name that stands for a state."""
_NAME = 4
"""Words of the longest name of a person."""


class Voices:
    """Reads sources in one article, and remembers who was named."""

    def __init__(
        self, document: Document, text: str, lines: Sequence[Line], words: FirstWords, world: Gazetteers, spots: Spots
    ) -> None:
        self._document, self._text, self._words, self._world, self._spots = document.id, text, words, world, spots
        self._year = document.year
        self._capitals = {text[a:b] for line in lines for a, b in line.spans if text[a].isupper()}
        self._persons: dict[str, Speaker] = {}
        """By the sound of the last name."""
        self._written: dict[str, Speaker] = {}
        """By the whole name as the article first writes it, folded."""
        self.subject_first, self.plural = words.subject_first, words.plural
        self.last: Speaker | None = None
        """Who spoke last."""
        self._last_person: Speaker | None = None
        self._last_body: Speaker | None = None
        self._bodies = Bodies(text, words, world, spots)
        self._bodies.learn(lines)

    def speaker(self, line: Line, first: int, last: int, *, oblique: bool) -> Speaker | None:
        """Who the words `first` to `last` name; None where that cannot be told. `oblique`: they stand in another case."""
        if first >= last:
            return None
        again = next((h for h in line.of("he") if first <= h.first and h.last <= last), None)
        if again is not None and (found := self._again(again)) is not None:
            return found
        ways = (
            self._person(line, first, last, oblique),
            self._by_office(line, first, last),
            self._named(line, first, last),
        )
        named = [speaker for speaker in (*ways, self._unnamed(line, first, last)) if speaker is not None]
        if self._words.subject_first:
            return named[0] if named else None

        # Where the verb stands first, who speaks stands right behind it, and may name others further on.
        start = next((n for n in range(first, last) if not line.over(n, "times", "more", "notices")), first)
        told = next((speaker for speaker in named if speaker.first <= start), None)
        told = told or self._hearsay(line, start, last)
        return replace(told, skip=self._skip(line, told.first)) if told is not None else None

    def _hearsay(self, line: Line, first: int, last: int) -> Speaker | None:
        """« معلومات لم يتسن التحقق منها »: what is told, but nobody answers for."""
        if first >= last or not any(
            rest in self._words.hearsay for _, rest in self._words.lexicon.shapes(line.words[first])
        ):
            return None
        stop = first + 1
        if stop < last and line.words[stop].endswith(self._words.epithets) and not line.mark(stop):
            stop += 1
        return self._nameless(line, first, stop, Hit("source", "", first, stop, ""), None)

    @staticmethod
    def is_source(line: Line, at: int) -> bool:
        """Whether a word for a body or an office stands at word `at`."""
        return line.at(at, "bodies") is not None or any(h.kind == "source" and h.first == at for h in line.bounds)

    def heard(self, speaker: Speaker) -> None:
        """Takes note of who spoke, for what the article calls him next."""
        self.last = speaker
        if speaker.entity.kind == "person":
            self._last_person = speaker
            if speaker.body is not None:
                self._last_body = Speaker(speaker.first, speaker.last, speaker.body)
        elif speaker.entity.kind in ("body", "party"):
            self._last_body = speaker

    def _again(self, hit: Hit) -> Speaker | None:
        """« он », « в ведомстве »: him, or the body, of whom it was said."""
        known = {"he": self._last_person, "same": self._last_body}.get(hit.value, self.last)
        if known is None:
            return None
        return Speaker(hit.first, hit.last, known.entity, known.role, known.organisation, known.body)

    def _by_office(self, line: Line, first: int, last: int) -> Speaker | None:
        """« добавил министр »: the person who spoke just before, where only an office is named."""
        known = self._last_person
        if known is None or last - first != 1:
            return None
        source = next((h for h in line.bounds if h.kind == "source" and (h.first, h.last) == (first, last)), None)
        if source is None or source.value not in OFFICES:
            return None
        return Speaker(first, last, known.entity, known.role, known.organisation, known.body)

    def _person(self, line: Line, first: int, last: int, oblique: bool) -> Speaker | None:
        if not self._words.cased and (known := self._called(line, first, last)) is not None:
            return known
        run = self._name(line, first, last)
        if run is None:
            return None
        start, stop = run
        written = self._text[line.spans[start][0] : line.spans[stop - 1][1]]
        key = sound(self._latin(written, oblique).split()[-1])
        known = self._persons.get(key)
        if stop - start == 1:
            if known is not None:
                return Speaker(
                    self._role_start(line, first, start), stop, known.entity, known.role, known.organisation, known.body
                )
            titles = self._sources(line, max(first, start - 1), start)
            if any(h.value in ("media", "agency") for h in titles):
                name = in_latin(written, self._words)
                return Speaker(start - 1, stop, Entity("media-" + "-".join(bare(name).split()), "media", name))
            if not any(h.value in TITLES for h in titles):
                return None  # « представитель Хафтара » is not he
        public = self._public(written, oblique)
        known_as = public or (self._latin(written, oblique) if self._words.latin else written)
        parts = [sound(part) for part in known_as.split()] if public or self._words.latin else [bare(known_as)]
        opening = self._role_start(line, first, start)
        office = next((h for h in self._sources(line, opening, start) if h.kind == "source"), None)
        voice = self._words.voices.get(office.value) if office is not None else None
        identity = "person-" + "-".join(p.replace(" ", "-") for p in parts)
        entity = Entity(identity, "person", known_as, voice=voice)
        body = next((b for b in self._bodies.of(line, opening, start)), None)
        role_end = body.first if body is not None and body.first > opening else start
        role = self._cut(line, opening, role_end) if opening < role_end else None
        organisation = self._cut(line, body.first, body.last) if body is not None else None
        found = Speaker(opening, stop, entity, role, organisation, body.entity if body is not None else None)
        self._persons.setdefault(key, found)
        self._written.setdefault(plain(written), found)
        return found

    def _public(self, written: str, oblique: bool) -> str | None:
        """The usual Latin name of a public person; its possible forms are tried where the name stands in a case."""
        forms = own_names(written, self._words) if oblique else (written,)
        return next(filter(None, (self._world.persons.named(form, self._year) for form in forms)), None)

    def persons(self, line: Line) -> Iterator[Mention]:
        """Everybody whom the sentence names with two words or more, speakers or not; where names have no capitals, only
        those behind an office."""
        at = 0
        other = self._other(line, 0, len(line.words))
        while at < len(line.words):
            stop = at
            while stop < len(line.words) and stop not in other and self._is_name_word(line, stop):
                if stop > at and line.gaps[stop] != " ":
                    break
                stop += 1
            if stop - at > 1 and (found := self._person(line, 0, stop, oblique=True)) is not None:
                span = Span(line.spans[at][0], line.spans[stop - 1][1], self._cut(line, at, stop))
                yield Mention(span, found.entity, found.role, found.organisation)
            at = max(stop, at + 1)

    def _called(self, line: Line, first: int, last: int) -> Speaker | None:
        """Somebody who was named further up, by the last of his names."""
        words = line.words[first:last]
        for name, known in self._written.items():
            if words and " ".join(words) == " ".join(name.split()[-len(words) :]):
                return Speaker(first, last, known.entity, known.role, known.organisation, known.body)
        return None

    def _name(self, line: Line, first: int, last: int) -> tuple[int, int] | None:
        """The words of a person's name: the last run of capitals that names nobody and nothing else."""
        if not self._words.cased:
            return self._uncased_name(line, first, last)
        other = self._other(line, first, last)
        best: tuple[int, int] | None = None
        at = first
        while at < last:
            stop = at
            while (
                stop < last
                and stop not in other
                and self._is_name_word(line, stop)
                and (stop == at or line.gaps[stop] == " ")
            ):
                stop += 1
            if stop - at > 2 and self._spots.named(line, at, at + 1) is not None:
                at += 1  # « мэр Харькова … »
            if stop > at and stop - at <= _NAME:
                alone = stop - at == 1 and sound(self._latin(self._cut(line, at, stop), True)) not in self._persons
                if not (alone and best is not None) and not (alone and self._spots.named(line, at, stop) is not None):
                    best = at, stop
            at = max(stop, at + 1)
        return best

    def _is_name_word(self, line: Line, at: int) -> bool:
        word = self._text[line.spans[at][0] : line.spans[at][1]]
        capital = word[0].isupper() or any(part[:1].isupper() for part in word.split("-")[1:])
        return capital and not word.isupper() and not word[0].isascii()

    def _uncased_name(self, line: Line, first: int, last: int) -> tuple[int, int] | None:
        """Where names have no capitals: what follows the last word for an office, up to the end of the stretch."""
        other = self._other(line, first, last)
        roles = [
            h for h in line.bounds if h.kind == "source" and first <= h.first and h.last <= last and h.value in PERSONS
        ]
        if not roles:
            return None
        start = last
        while start > roles[-1].last and start - 1 not in other and not line.mark(start):
            start -= 1
        start = max(start, roles[-1].last)
        if last - start > 2 and self._spots.named(line, start, start + 1) is not None:
            start += 1  # « محافظ الحديدة … »
        epithet = (
            len(line.words[start]) > _SHORT and line.words[start].endswith(self._words.epithets)
            if start < last
            else True
        )
        if epithet:  # « مسؤول محلي رفيع »
            return None
        return (start, last) if 2 <= last - start <= _NAME and all(n not in other for n in range(start, last)) else None

    def _other(self, line: Line, first: int, last: int) -> set[int]:
        """The words that are of a body, a place, an office, a date or a cue."""
        taken: set[int] = set()
        for start, stop, _ in self._bodies.actors(line):
            taken.update(range(start, stop))
        for hit in line.hits:
            if hit.kind in NO_NAME:
                taken.update(range(hit.first, hit.last))
        for each in line.bounds:
            within = self._words.cased and each.first > first and line.gaps[each.first] == " "
            named = within and self._is_name_word(line, each.first) and self._is_name_word(line, each.first - 1)
            if each.kind == "source" and each.last <= last and (not named or each.first - 1 in taken):
                taken.update(range(each.first, each.last))
        taken.update(n for n in range(first, last) if self._is_time(line, n))
        for at in range(first, last):
            country = self._spots.country_at(line, at) if at not in taken else None
            if country is not None:
                taken.update(range(at, country[1]))
        for body in self._bodies.of(line, first, last):
            taken.update(range(body.first, body.last))
        return taken

    def _role_start(self, line: Line, first: int, start: int) -> int:
        """Where the office begins that stands in front of a name."""
        parts = [h.last for h in line.of("inside", "at") if first <= h.first < start]
        sources = [h.first for h in self._sources(line, max(parts, default=first), start)]
        at = min(sources, default=start)
        if any(line.stopped(n) for n in range(at + 1, start + 1)):
            return start
        while at > first and self._is_adjective(line, at - 1) and not line.mark(at):
            at -= 1
        return at

    def _is_time(self, line: Line, at: int) -> bool:
        """Whether the word is of a date: a weekday, a month."""
        relay, word = self._words.relay, line.words[at]
        return relay.number(relay.weekdays, word) is not None or relay.number(relay.months, word) is not None

    def _is_adjective(self, line: Line, at: int) -> bool:
        if line.over(at, "states"):
            return True
        return (
            self._words.cased
            and line.words[at].endswith(self._words.modifiers)
            and not line.over(at, "cues", "times", "ends")
        )

    def _sources(self, line: Line, first: int, last: int) -> list[Hit]:
        """The words for kinds of sources, offices and bodies that begin in the stretch."""
        kinds = [Hit("source", h.value, h.first, h.last, "") for h in line.bounds if h.kind == "source"]
        return [h for h in (*kinds, *line.of("bodies")) if first <= h.first and h.last <= last]

    def _named(self, line: Line, first: int, last: int) -> Speaker | None:
        """A body, a party, a medium or a state; somebody of it who is not named keeps the article's words."""
        bodies = list(self._bodies.of(line, first, last))
        if not bodies:
            return self._state(line, first, last)
        body = bodies[0]
        before = [
            h for h in self._sources(line, first, body.first) if h.value in PERSONS or h.value in ("unnamed", "media")
        ]
        if before:
            start = self._role_start(line, first, body.first)
            heard = body.entity is not None and body.entity.kind == "media" and self._told_to(line, body.first)
            if heard and start < body.first:  # « مدير المستشفى لوكالة … »
                return self._nameless(line, start, body.first, before[0], None)
            return self._nameless(line, start, body.last, before[0], self._cut(line, body.first, body.last))
        if body.entity is not None:
            return Speaker(self._led_by(line, first, body.first), body.last, body.entity)
        start = body.first
        while start > first and self._is_adjective(line, start - 1) and not line.mark(start):
            start -= 1
        words = self._cut(line, start, body.last)
        return Speaker(start, body.last, Entity("body-" + bare(words).replace(" ", "-"), "body", words))

    def _led_by(self, line: Line, first: int, start: int) -> int:
        """Where the noun in front of a body begins that is its head (« командование иракской армии »)."""
        head = next((h for h in self._sources(line, first, start) if h.last in (start, start - 1)), None)
        return head.first if head is not None and not line.parted(head.first, start) else start

    def _state(self, line: Line, first: int, last: int) -> Speaker | None:
        """« Москва », « Киев »: only where the words are nothing but the name."""
        taken = [n for n in range(first, last) if not line.over(n, "inside", "times", "joins")]
        if taken:
            first, last = taken[0], taken[-1] + 1
        if 0 < last - first <= _STATE:
            for name in self._spots.forms(line, first, last):
                code = self._world.countries.by_metonym(name) or self._world.countries.by_name(name)
                if code is not None:
                    return Speaker(first, last, self._world.countries.state(code))
        return None

    def _unnamed(self, line: Line, first: int, last: int) -> Speaker | None:
        sources = self._sources(line, first, last)
        if not sources:
            return None
        if sources[0].first == first and (
            sources[0].last == last or line.mark(sources[0].last) or self._relative(line, first + 1)
        ):
            known = self._bodies.called(line, line.words[first])
            if known is not None and sources[0].value not in PERSONS:
                return Speaker(first, first + 1, known)
        start = min(hit.first for hit in sources)
        while start > first and self._is_adjective(line, start - 1) and not line.mark(start):
            start -= 1
        some = line.ending(start, "some")
        start = some.first if some is not None and some.first >= first else start
        stop = sources[0].last
        while stop < last and not line.mark(stop) and not line.at(stop, "times", "ends", "notices", "reached"):
            if self._is_time(line, stop):
                break
            if line.words[stop] in self._words.relay.clitics or self._told_to(line, stop):
                break
            if line.over(stop, "more") or (
                line.at(stop, "inside") and line.at(stop + 1, "notices")
            ):  # « … в разговоре с нами »
                break
            stop += 1
        return self._nameless(line, start, stop, sources[0], None)

    def _told_to(self, line: Line, at: int) -> bool:
        """« لوكالة رويترز »: to whom it was said, with the preposition written onto it."""
        written_on = next(
            (p for p, _ in self._words.lexicon.shapes(line.words[at]) if p in self._words.prepositions), ""
        )
        return bool(written_on) and any(h.kind == "source" and h.first == at for h in line.bounds)

    @staticmethod
    def _relative(line: Line, at: int) -> bool:
        return (hit := line.at(at, "ends")) is not None and hit.value == "clause"

    def _nameless(self, line: Line, first: int, last: int, head: Hit, organisation: str | None) -> Speaker:
        name = self._cut(line, first, last)
        voice: Voice | None = self._words.voices.get(head.value) if head.kind == "source" else "official"
        entity = Entity(make_id("unnamed", self._document, bare(name)), "unnamed", name, voice=voice)
        return Speaker(first, last, entity, None, organisation)

    def _skip(self, line: Line, first: int) -> int:
        """How many letters are written onto the front of a word for a source (« لوزارة »)."""
        if line.words[first].startswith(tuple(self._words.contracted)):
            return 0
        for prefix, rest in self._words.lexicon.shapes(line.words[first]):
            if len(prefix) == 1 and prefix in self._words.prepositions and self._words.relay.hits([rest]):
                return 1
        return 0

    def _cut(self, line: Line, first: int, last: int) -> str:
        skip = 0 if self._words.cased else self._skip(line, first)
        start, end = line.bounds_of(self._text, first, last)
        return self._text[start + skip : end]

    def _latin(self, name: str, oblique: bool) -> str:
        """The name as its owner bears it, in Latin letters."""
        own = own_name(name, self._words, self._capitals) if oblique else name
        return in_latin(own, self._words)
