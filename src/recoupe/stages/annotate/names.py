"""Names: every person, body, party, medium and state that the article names, and who that is."""

import re
from collections.abc import Sequence

from recoupe.gazetteers import Gazetteers
from recoupe.gazetteers.person_key import sounds
from recoupe.languages.pack import LanguagePack
from recoupe.model.annotation import Entity, EntityKind, Mention, PlaceRef, Sentence, Token
from recoupe.model.document import Document
from recoupe.model.span import Span
from recoupe.stages.annotate.associations import whole_name
from recoupe.stages.annotate.bodies import BodyReader
from recoupe.stages.annotate.capitals import capital_run, is_name
from recoupe.stages.annotate.entities import body_entity, by_form
from recoupe.stages.annotate.halves import Found, family_of, first_words, head_family, is_head, meet
from recoupe.stages.annotate.organisations import acronym_after, expansion_before, foreign_at, organisation_at
from recoupe.stages.annotate.people import Person, Run, join
from recoupe.stages.annotate.persons import PersonReader
from recoupe.stages.annotate.places import place_words
from recoupe.stages.annotate.units import Units
from recoupe.stages.annotate.world import World
from recoupe.text import fold_word

_KINDS: tuple[EntityKind, ...] = ("body", "media", "party")
# tokens between the head of a name and the brackets with its acronym
_BRACKET_WITHIN = 14


_SENT_FROM = re.compile(r"[^\W\d_]+(?:[- ’'][^\W\d_]+)*")
"""The town that opens a dateline."""


def mentions(
    document: Document,
    sentences: Sequence[Sentence],
    pack: LanguagePack,
    gazetteers: Gazetteers,
    places: Sequence[PlaceRef] = (),
) -> tuple[Mention, ...]:
    """The names in `sentences`, in reading order, none inside another. Offsets are into `document.text`.

    A later surname, acronym or half a name (« l'Observatoire », « l'armée ») is the same entity as the full one.
    `places`, when given, tell better which country the article is about.
    """
    sent = _SENT_FROM.match(document.dateline or "")
    seat = gazetteers.countries.by_metonym(sent.group().strip()) if sent is not None else None
    return _Reader(document.text, sentences, pack, gazetteers, places, seat, document.year).read()


class _Reader:
    def __init__(
        self,
        text: str,
        sentences: Sequence[Sentence],
        pack: LanguagePack,
        gazetteers: Gazetteers,
        places: Sequence[PlaceRef],
        seat: str | None,
        year: int | None,
    ) -> None:
        self._text = text
        self._sentences = sentences
        self._words = pack.voices
        self._actors = gazetteers.actors
        self._known = gazetteers.actors.find(text)
        # who counts the dead and helps says nothing of whose war it is (« selon Human Rights Watch »)
        # nor does a name that others bear elsewhere (« les FDS »)
        sure = [e for start, end, e in self._known if not self._actors.is_shared(text[start:end])]
        acting = (e for e in sure if e.kind != "media" and e.id not in self._actors.bystanders)
        parties = [entity.country for entity in acting if entity.country]
        self._world = World(text, sentences, self._words, gazetteers, places, parties, seat, pack.cue_words)
        if any(self._actors.shares(entity.id) for _, _, entity in self._known):
            # which of two actors of one name is meant, the country tells
            found = gazetteers.actors.find(text, self._world.weights)
            self._known = tuple((start, end, self._nearest(start, end, entity)) for start, end, entity in found)
        self._bodies = BodyReader(self._words, self._world, Units(places, place_words(pack).heads))
        self._public, self._year = gazetteers.persons, year
        self._people = PersonReader(text, self._words, pack.cue_words, self._world, self._public, year)
        self._aliases: dict[str, Entity] = {}
        self._found: list[Found] = []
        self._told: frozenset[str] | None = None
        """The countries of which the article tells, once they are asked for."""

    def _nearest(self, start: int, end: int, entity: Entity) -> Entity:
        """Of two who bear an acronym, the one in whose land the towns of its sentence lie: « selon l'ANP, à Hébron »."""
        name = self._text[start:end]
        if not name.isupper() or not self._actors.is_shared(name) or self._actors.record(entity.id).after:
            return entity
        sentence = next((s for s in self._sentences if s.start <= start < s.end), None)
        towns = {self._world.town_at(token.start) for token in sentence.tokens} - {None} if sentence else set()
        other = self._actors.of_land(name, next(iter(towns)) or "") if len(towns) == 1 else None
        return other if other is not None and not self._actors.record(other.id).after else entity

    def read(self) -> tuple[Mention, ...]:
        runs: list[Run] = []
        known, at = self._known, 0
        for sentence in self._sentences:
            while at < len(known) and known[at][0] < sentence.start:
                at += 1
            stop = at
            while stop < len(known) and known[stop][1] <= sentence.end:
                stop += 1
            runs += self._people.runs(sentence, self._name_bodies(sentence, known[at:stop]))
            at = stop
        meet(self._found, self._text, self._words, self._actors, self._world)
        read = [Mention(Span.cut(self._text, f.start, f.end), f.entity) for f in self._found if f.entity is not None]
        for person in join(runs):
            entity = self._entity(person)
            for run in person.runs:
                read.append(Mention(Span(run.start, run.end, run.name), entity, run.title.role, run.title.organisation))
        return tuple(sorted(read, key=lambda m: (m.span.start, -m.span.end)))

    def _entity(self, person: Person) -> Entity:
        """The person as the gazetteer spells the name, else as the article does."""
        whole = (
            self._public.named(run.name, self._year, self._world.weights) for run in person.runs if len(run.parts) > 1
        )
        name = next(filter(None, whole), None)
        if name is not None:
            person = Person(name, sounds(name))
        return Entity(person.id, "person", person.name)

    def _name_bodies(self, sentence: Sentence, known: Sequence[tuple[int, int, Entity]]) -> list[bool]:
        """Adds the bodies, parties, media and states of a sentence to what was found; says which tokens they take."""
        tokens, words = sentence.tokens, self._words
        taken = [False] * len(tokens)
        starts = {token.start: index for index, token in enumerate(tokens)} if known else {}
        actors = {starts[start]: (end, entity) for start, end, entity in known if start in starts}
        done, last = 0, len(tokens)
        body_words = words.body_words
        opening = {at for at in sentence.not_small if tokens[at].text[0].isupper()}
        opening.update(actors)
        if not body_words.isdisjoint(sentence.words):
            opening.update(at for at, fold in enumerate(sentence.folds) if fold in body_words)
        for at in sorted(opening):
            if at < done:
                continue
            found = self._name_at(tokens, at, actors.get(at), opens=tokens[at].fold in body_words)
            if found is None:
                continue
            end = at
            while end < last and tokens[end].start < found.end:
                end += 1
            behind = actors.get(end) if found.body is not None and found.body.kind == "party" else None
            if (
                behind is not None
                and behind[1].kind == "party"
                and found.body is not None
                and found.body.of is not None
            ):
                # « les rebelles yéménites houthis »: the party, by its name
                found = Found(found.start, behind[0], behind[1], found.family)
                while end < last and tokens[end].start < found.end:
                    end += 1
            end = self._acronym(tokens, end, found)
            self._found.append(found)
            taken[at:end] = [True] * (end - at)
            done = end
        return taken

    def _name_at(
        self, tokens: Sequence[Token], at: int, actor: tuple[int, Entity] | None, *, opens: bool
    ) -> Found | None:
        """The name that begins with token `at`: of what the gazetteer, the words and the form say, what says most."""
        token = tokens[at]
        capital = token.text[0].isupper()
        opening = "-" in token.text and self._words.modifies(token)
        if capital and self._words.possessors and actor is None and (opening or token.fold in self._words.determiners):
            return None  # « the Britain-based Observatory », « The Sudan … »
        found = self._owned(tokens, at) if capital else None
        if found is None and opens:
            found = self._body(tokens, at)
        if actor is not None and found is not None and self._of_any_land(found, actor):
            actor = None  # « l'état-major des armées », where nothing tells of France
        field = self._bodies.field(tokens, at) if capital and found is None and actor is None else None
        if field is not None:
            start, end = token.start, tokens[field.end - 1].end
            found = Found(start, end, body_entity(field, self._world), field.template, field)
        if capital and token.fold in self._words.heads:
            formal = self._organisation(tokens, at)
            if formal is not None and actor is not None and self._given_at(tokens, actor[0], formal.end):
                formal = None  # « (le porte-parole de) la Maison Blanche Jean Untel »
            if formal is not None and (found is None or (formal.entity is not None and _less(found, formal.end))):
                found = formal
        if actor is not None and (found is None or found.entity is None or actor[0] >= found.end):
            adjective = self._world.english(actor[1].country) if actor[1].country is not None else None
            family = family_of(self._words, self._actors, actor[1], adjective)
            found = Found(token.start, actor[0], actor[1], family)
        return found or (self._capital(tokens, at) if capital else None)

    def _of_any_land(self, found: Found, actor: tuple[int, Entity]) -> bool:
        """Whether an actor is called by what the body of its kind is called in the country that the article is about, and nothing else
        in it tells of the actor's own."""
        half = found.entity is None and found.body is not None and found.body.national and found.end == actor[0]
        land = actor[1].country
        if not half or land is None or land in self._lands(actor[1].id):
            return False
        return self._world.home(army=True) in self._words.alike

    def _lands(self, but: str) -> frozenset[str]:
        """The countries of which the article tells by name, adjective, seat or actor, leaving out the actor of the id `but`."""
        if self._told is None:
            told: set[str | None] = set()
            for sentence in self._sentences:
                for at, token in enumerate(sentence.tokens):
                    if token.text[0].islower():
                        told.add((self._world.adjective(token.fold) or ("", None))[1])
                        continue
                    country = self._world.country(sentence.tokens, at)
                    told |= {self._world.metonym(token.text), country[0] if country is not None else None}
                    told.add((self._world.adjective(token.fold) or ("", None))[1])
            self._told = frozenset(code for code in told if code is not None)
        others = {entity.country for _, _, entity in self._known if entity.country is not None and entity.id != but}
        return self._told | others

    def _given_at(self, tokens: Sequence[Token], start: int, end: int) -> bool:
        """Whether the first word between the offsets is a given name."""
        first = next((t for t in tokens if t.start >= start), None)
        return first is not None and first.start < end and first.fold in self._words.given

    def _body(self, tokens: Sequence[Token], at: int) -> Found | None:
        body = self._bodies.at(tokens, at)
        if body is None:
            return None
        start, end = tokens[body.start].start, tokens[body.end - 1].end
        if body.name is not None:
            return Found(start, end, body_entity(body, self._world), body.template, body)
        definite = self._definite(tokens, at) or (
            body.led and bool(self._words.possessors)
        )  # « coalition air strikes »
        owned = body.national and self._is_possessed(tokens, at)
        family = None if owned else body.template
        return Found(start, end, None, family, body) if body.bare and (definite or owned) else None

    def _is_possessed(self, tokens: Sequence[Token], at: int) -> bool:
        """Whether a possessive for one owner stands before token `at` (« son ministère de la Défense »)."""
        return at > 0 and self._words.owners.get(tokens[at - 1].fold, ("", ""))[1] == "s"

    def _owned(self, tokens: Sequence[Token], at: int) -> Found | None:
        """The body whose owner stands before it from token `at` on (« Gaza's health ministry »), or None."""
        body = self._bodies.owned(tokens, at)
        if body is None or body.name is None:
            return None
        start, end = tokens[body.start].start, tokens[body.end - 1].end
        return Found(start, end, body_entity(body, self._world), body.template, body)

    def _definite(self, tokens: Sequence[Token], at: int) -> bool:
        """Whether the noun at token `at` means one body: after « le », « cette », or with no article in a headline."""
        before = tokens[at - 1].fold if at else ""
        form = self._words.determiners.get(before)
        if form is not None:
            return form.points in ("definite", "demonstrative") and before not in self._words.partitives
        return at == 0 or not before[0].isalpha()

    def _organisation(self, tokens: Sequence[Token], at: int) -> Found | None:
        end = organisation_at(tokens, at, self._words, self._world)
        if end is None:
            return None
        end = self._before_holder(tokens, at, end)
        start, stop = tokens[at].start, tokens[end - 1].end
        family = head_family(tokens[at].fold)
        if end == at + 1:
            return Found(start, stop, None, family)
        name = self._text[start:stop]
        return Found(start, stop, self._world.actor(name) or by_form(name), family)

    def _before_holder(self, tokens: Sequence[Token], at: int, end: int) -> int:
        """The index after an organisation without the name of who holds an office in it: « le président de l'Assemblée nationale |
        Untel Untel »."""
        words = self._words
        of = at - 1 if at and tokens[at - 1].fold in words.belonging else at - 2
        if words.possessors or of < 1 or tokens[of].fold not in words.belonging:
            return end
        role = words.roles.get(tokens[of - 1].fold)
        first = end
        while first > at + 1 and is_name(tokens[first - 1].text):
            first -= 1
        held = role is not None and role.number != "p" and end - first in (2, 3) and tokens[first - 1].text[0].islower()
        return first if held and tokens[first - 1].fold not in words.belonging else end

    def _capital(self, tokens: Sequence[Token], at: int) -> Found | None:
        """What a capitalised word opens: an acronym met before, a state, a body that a noun or its own words tell."""
        token, words = tokens[at], self._words
        alias = self._aliases.get(token.text)
        if alias is not None:
            return Found(token.start, token.end, alias, None)
        country = self._world.country(tokens, at)
        seat = self._world.metonym(token.text)
        whole = foreign_at(tokens, at, words) if words.possessors and country is not None else None
        if whole is not None and country is not None and whole > country[1]:
            return Found(
                token.start, tokens[whole - 1].end, by_form(self._text[token.start : tokens[whole - 1].end]), None
            )
        if country is not None or seat is not None:
            return self._state(tokens, at, country, seat)
        kind = self._descriptor(tokens, at)
        end = capital_run(tokens, at) if kind is not None else foreign_at(tokens, at, words)
        if end is None or (kind is None and token.fold in words.plain):
            return None
        end = whole_name(tokens, at, end, words, self._world) if kind is not None else end
        name = self._text[token.start : tokens[end - 1].end]
        return Found(token.start, tokens[end - 1].end, self._world.actor(name) or by_form(name, kind or "body"), None)

    def _state(
        self, tokens: Sequence[Token], at: int, country: tuple[str, int] | None, seat: str | None
    ) -> Found | None:
        """A country, or a capital that speaks; None where it is only a place (« en Irak », « à Moscou »)."""
        words, token = self._words, tokens[at]
        before = [t.fold for t in tokens[max(0, at - 2) : at]]
        while before and before[-1] in words.determiners and before[-1] not in words.belonging:
            before.pop()
        if before and (before[-1] in words.locatives or before[-1] in words.belonging):
            return None
        if country is not None:
            code, end = country
            if at and tokens[at - 1].fold in words.given and tokens[at - 1].text[0].isupper():
                return None  # « François Hollande »
            given = token.fold in words.given and end < len(tokens) and tokens[end].text[0].isupper()
            # « Dominique Dos Santos » is no island
            return None if given else Found(token.start, tokens[end - 1].end, self._world.state(code), None)
        following = tokens[at + 1].fold if at + 1 < len(tokens) else ""
        speaks = words.verbs.finite(following) or following in words.clitics
        # « Untel, dit Paris, doit partir »
        speaks = speaks or (following == "," and at > 1 and self._told_by(tokens, at))
        return Found(token.start, token.end, self._world.state(seat), None) if seat is not None and speaks else None

    def _told_by(self, tokens: Sequence[Token], at: int) -> bool:
        """Whether a verb of saying set in behind a comma stands right before token `at`."""
        return tokens[at - 2].text == "," and tokens[at - 1].fold in self._words.nicknames

    def _descriptor(self, tokens: Sequence[Token], at: int) -> EntityKind | None:
        """The kind of what a noun right before the name at token `at` says it is (« l'association X »), or None."""
        before = at - 1
        while before > max(0, at - 3):
            if not (self._words.adjectival(tokens[before]) or self._world.adjective(tokens[before].fold)):
                break
            before -= 1
        if before < 1 or not (tokens[before].text[0].islower() or tokens[before].text.isupper()):
            return None  # « l'ONG X », but not « l'Organisation X »
        wider = self._words.wider.get(tokens[before].fold)
        opening = self._words.determiners.get(tokens[before - 1].fold)
        if wider is None or "state" in wider.kinds or opening is None:
            return None
        if opening.number == "p" and tokens[before].text.isupper():
            return None  # « les ONG X et Y »
        return next((kind for kind in _KINDS if kind in wider.kinds), None)

    def _acronym(self, tokens: Sequence[Token], end: int, found: Found) -> int:
        """Takes an acronym in brackets into the name that ends before token `end`; gives the index after both."""
        bracket = acronym_after(tokens, end)
        if bracket is None and is_head(found.family):
            bracket = self._farther(tokens, end, found)
        if bracket is None:
            return end
        acronym = tokens[bracket].text
        known = self._world.actor(acronym)
        foreign = fold_word(acronym)[0] != fold_word(self._text[found.start])[0] and known != found.entity
        if foreign and not (known is not None and self._opening(found) in first_words(self._actors, known)):
            return end  # « frappes de la coalition (OSDH) »: who says so, not what it is called
        formed = found.entity is not None and found.entity.id.startswith(f"{found.entity.kind}-")
        if found.entity is None or (known is not None and formed):
            found.entity = known or found.entity or by_form(self._text[found.start : found.end])
        closed = tokens[bracket + 1].text == ")"
        found.end = tokens[bracket + closed].end
        self._aliases.setdefault(acronym, found.entity)
        return bracket + 1 + closed

    def _farther(self, tokens: Sequence[Token], end: int, found: Found) -> int | None:
        """The acronym in brackets a few words on, when its initials show that the name runs up to it."""
        for ahead in range(end, min(len(tokens) - 2, end + _BRACKET_WITHIN)):
            if tokens[ahead].text != "(":
                continue
            bracket = acronym_after(tokens, ahead)
            begin = expansion_before(tokens, ahead, self._words) if bracket is not None else None
            if bracket is None:
                return None
            if begin is None or tokens[begin].start != found.start:
                return bracket if self._abbreviates(tokens[bracket].text, found) else None
            found.end = tokens[ahead - 1].end
            name = self._text[found.start : found.end]
            found.entity = self._world.actor(name) or self._world.actor(tokens[bracket].text) or by_form(name)
            return bracket
        return None

    def _abbreviates(self, acronym: str, found: Found) -> bool:
        """Whether the gazetteer knows an acronym as one of a body whose names open as `found` does; takes it if so."""
        known = self._world.actor(acronym)
        if known is None or self._opening(found) not in first_words(self._actors, known):
            return False
        found.entity = known
        return True

    def _opening(self, found: Found) -> str:
        """The folded first word of a name."""
        return fold_word(self._text[found.start : found.end]).split()[0]


def _less(found: Found, end: int) -> bool:
    """Whether a body says less than a name by form that ends at `end`."""
    return found.entity is None or end > found.end
