"""Voices: whom the words of a source name, in one article (names, titles, pronouns, descriptions, unnamed sources)."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from recoupe.gazetteers import Gazetteers
from recoupe.languages.pack import LanguagePack
from recoupe.languages.voices import Form, Role, split
from recoupe.model.annotation import Annotations, Entity, Mention, Sentence, Voice
from recoupe.model.document import Document
from recoupe.model.ids import make_id
from recoupe.stages.attribute.antecedents import Antecedents, Resolved
from recoupe.stages.attribute.phrase import Phrase, read_phrase
from recoupe.text import bare, fold

__all__ = ["Resolved", "Voices"]


@dataclass(frozen=True, slots=True)
class _Where:
    """The place of the source that is being resolved."""

    start: int
    end: int
    sentence: Sentence
    before: Sequence[Resolved]


class Voices:
    """Answers, for one article, who speaks. Built once a document; every question is pure."""

    def __init__(
        self, document: Document, annotations: Annotations, pack: LanguagePack, gazetteers: Gazetteers
    ) -> None:
        self._text = document.text
        self._document = document.id
        self._words = pack.voices
        self._countries = gazetteers.countries
        self._back = Antecedents(document.text, annotations, pack.voices, pack.cue_words)

    def resolve(self, start: int, end: int, sentence: Sentence, before: Sequence[Resolved]) -> Resolved:
        """Whom the words from `start` to `end` (offsets into the text, inside `sentence`) name.

        `before` are the sources resolved so far, in reading order. A source that points to nobody in the article keeps its
        own words as an entity of the kind `unnamed`.
        """
        where = _Where(start, end, sentence, before)
        key = " ".join(split(self._text[start:end].strip(' "«»“”,')))
        pronoun = self._words.pronouns.get(key)
        if pronoun is not None:
            return self._pronoun(pronoun, where)
        tokens = [t for t in sentence.tokens if start <= t.start and t.end <= end]
        phrase = read_phrase(tokens, self._back.mentions_in(start, end), self._words)
        if phrase is None:
            return self._unnamed(self._text[start:end], "x", "x", None, None, None, where)
        found = self._named(phrase, where) or self._described(phrase, where)
        return replace(found, start=start, end=end)

    # --- names

    def _named(self, phrase: Phrase, where: _Where) -> Resolved | None:
        """The name at the head, or apposed to it; None when the phrase only describes."""
        free = [(mention, index) for mention, index, hangs in phrase.names if not hangs]
        if not free:
            return self._metonym(phrase, where)
        mention, index = free[0]
        role = self._role(phrase, phrase.head) if index > phrase.head else None
        if index <= phrase.head or mention.entity.kind == "person":
            found = self._joined(phrase, where) or self._known(mention, where)
            if (
                found.organisation is None
                and index > phrase.head
                and phrase.form is not None
                and phrase.form.points == "possessive"
            ):
                owner = self._owner(phrase, where)
                return found if owner is None else replace(found, organisation=self._back.longest(owner.entity))
            return found
        if role is not None:
            # « un responsable Hamas », « le porte-parole, … »: only a person is who bears the role
            person = next((m for m, i in free if m.entity.kind == "person"), None)
            return None if person is None else self._known(person, where)
        found = self._known(mention, where)
        descriptor = self._text[phrase.tokens[phrase.head].start : phrase.tokens[index - 1].end].rstrip(' ,«"“')
        return replace(found, role=found.role or descriptor or None)

    def _joined(self, phrase: Phrase, where: _Where) -> Resolved | None:
        """« Amnesty International et Airwars »: two names that speak together."""
        free = [(mention, index) for mention, index, _ in phrase.names]
        if len(free) < 2:
            return None
        (one, _), (other, at) = free[0], free[1]
        between = [t.fold for t in phrase.tokens if one.span.end <= t.start < other.span.start]
        if (
            not between
            or between[0] not in self._words.coordination
            or not set(between[1:]) <= set(self._words.determiners)
        ):
            return None
        if at > phrase.core or phrase.tokens[phrase.core - 1].end > other.span.end + 1:
            return None
        a, b = one.entity, other.entity
        entity = Entity(f"{a.id}+{b.id}", a.kind, f"{a.name} and {b.name}")
        return Resolved(entity, None, None, where.start, where.end, "x", "p")

    def _known(self, mention: Mention, where: _Where) -> Resolved:
        profile = self._back.profile(mention.entity)
        return Resolved(
            mention.entity, profile.role, profile.organisation, where.start, where.end, profile.gender, profile.number
        )

    def _metonym(self, phrase: Phrase, where: _Where) -> Resolved | None:
        """A capital, a country or a people that speaks for its state; None when the phrase is none."""
        words = phrase.tokens[phrase.head : phrase.core]
        if not words:
            return None
        name = self._text[words[0].start : words[-1].end]
        number = phrase.form.number if phrase.form is not None else "s"
        code = None
        if name[0].isupper():
            code = self._countries.by_name(name) or self._countries.by_metonym(name)
        if (
            code is None
            and len(words) == 1
            and phrase.form is not None
            and phrase.form == self._words.determiners.get(phrase.tokens[0].fold)
        ):
            if phrase.form.points == "definite" and number == "p" and words[0].fold not in self._words.roles:
                code = self._countries.by_adjective(words[0].fold)
        if code is None:
            return None
        gender = phrase.form.gender if phrase.form is not None else "x"
        return Resolved(self._countries.state(code), None, None, where.start, where.end, gender, number)

    # --- descriptions

    def _described(self, phrase: Phrase, where: _Where) -> Resolved:
        """A source that is described: who is meant in the article, or else its own words."""
        words = self._words
        head = phrase.tokens[phrase.head]
        form = phrase.form
        points = form.points if form is not None else "indefinite"
        role = self._role(phrase, phrase.head)
        document = words.documents.get(head.fold)
        wider = words.wider.get(head.fold)
        found: Resolved | None = self._troops(phrase, where)
        if found is not None:
            return found
        same = any(t.fold in words.same for t in phrase.tokens[: phrase.head + 2])
        if points == "possessive":
            found = self._owned(phrase, role, where)
        elif role is not None and form is not None and points in ("definite", "demonstrative"):
            if same or (points == "demonstrative" and "any" in words.wider_roles.get(role.lemma, ())):
                found = self._back.last_source(where.start, where.before)
            elif form.number == "p" or role.number == "p":
                found = self._members(phrase, role, where)
                if found is None and self._complement(phrase) is None:
                    found = self._back.by_role(role, self._idiom(phrase), form.gender, None, where.before, where.start, plural=True)
            else:
                found = self._back.by_role(role, self._idiom(phrase), form.gender, self._complement(phrase), where.before, where.start)
        if found is None and wider is not None and points in ("definite", "demonstrative"):
            if "media" in wider.kinds or not self._owned_by(phrase):
                armed = any(t.fold in words.armed for t in phrase.tokens[phrase.head + 1 : phrase.core])
                found = self._back.by_kind(head.fold, wider, where.before, where.start, armed=armed)
        if found is None and document is not None:
            found = self._published(phrase, document, where)
        known = wider is not None or head.fold in words.bodies or head.fold in words.ministries
        if (
            found is None
            and known
            and points == "definite"
            and form is not None
            and form.number == "s"
            and self._owned_by(phrase)
        ):
            found = self._body(phrase, where)
        return found or self._own_words(phrase, role, where)

    def _idiom(self, phrase: Phrase) -> str:
        return " ".join(self._words.idiom(phrase.tokens, phrase.head)).replace("' ", "'")

    def _owned_by(self, phrase: Phrase) -> bool:
        end = self._words.role_end(phrase.tokens, phrase.head, phrase.core)
        return end < phrase.core and phrase.tokens[end].fold in self._words.belonging

    def _body(self, phrase: Phrase, where: _Where) -> Resolved:
        """A body that the article names by what it is and whose it is (« la mission de surveillance de l'ONU »)."""
        name = self._text[phrase.tokens[phrase.head].start : phrase.tokens[self._comma(phrase) - 1].end]
        entity = Entity("body-" + bare(name).replace(" ", "-"), "body", name)
        return Resolved(entity, None, None, where.start, where.end, self._gender(phrase), "s")

    def _gender(self, phrase: Phrase) -> str:
        """The gender of the noun at the head, by the lists of bodies, else by the determiner."""
        head = phrase.tokens[phrase.head].fold
        wider = self._words.wider.get(head)
        bodies = self._words.bodies.get(head)
        known = wider.gender if wider is not None else bodies[0].gender if bodies else self._words.ministries.get(head)
        return known or (phrase.form.gender if phrase.form is not None else "x")

    def _comma(self, phrase: Phrase) -> int:
        """The index of the comma that ends what names the source, or `core`; marks and blanks at the end left out."""
        tokens, stop = phrase.tokens, phrase.core
        for index in range(phrase.head + 1, phrase.core):
            if tokens[index].fold == "," and not (
                index + 1 < phrase.core and tokens[index + 1].fold in self._words.coordination
            ):
                stop = index
                break
        while stop > phrase.head + 1 and not tokens[stop - 1].text[0].isalnum() and tokens[stop - 1].text != ")":
            stop -= 1
        return stop

    def _role(self, phrase: Phrase, at: int) -> Role | None:
        return self._words.roles.get(phrase.tokens[at].fold)

    def _complement(self, phrase: Phrase) -> Entity | str | None:
        """Whose the head is, by name or by the words; None where nothing is said."""
        end = self._words.role_end(phrase.tokens, phrase.head, phrase.core)
        owner = self._words.organisation(phrase.tokens, end, phrase.core)
        if owner is None:
            return None
        for mention, index, _ in phrase.names:
            if index >= owner[0]:
                return mention.entity
        return self._text[phrase.tokens[owner[0]].start : phrase.tokens[owner[1] - 1].end]

    def _members(self, phrase: Phrase, role: Role, where: _Where) -> Resolved | None:
        """« les combattants de X »: X itself."""
        if role.lemma not in self._words.members:
            return None
        for mention, index, _ in phrase.names:
            if (
                mention.entity.kind in ("party", "body")
                and index <= self._words.role_end(phrase.tokens, phrase.head, phrase.core) + 2
            ):
                return replace(self._known(mention, where), number="p", gender="m")
        return None

    def _troops(self, phrase: Phrase, where: _Where) -> Resolved | None:
        """« les forces de la coalition », « les troupes du M23 »: the party itself."""
        heads = self._words.bodies.get(phrase.tokens[phrase.head].fold)
        if not heads or heads[-1].kind != "party" or not self._owned_by(phrase):
            return None
        for mention, index, _ in phrase.names:
            if mention.entity.kind == "party" and index <= phrase.head + 3:
                return replace(self._known(mention, where), gender=heads[-1].gender, number=heads[-1].number)
        return None

    def _owned(self, phrase: Phrase, role: Role | None, where: _Where) -> Resolved | None:
        """« son porte-parole », « ses services »: the owner's person, or the owner."""
        assert phrase.form is not None
        owner = self._owner(phrase, where)
        if owner is None:
            return None
        if role is None:
            return owner if phrase.tokens[phrase.head].fold in self._words.documents else None
        person = self._back.by_role(role, self._idiom(phrase), phrase.form.gender, owner.entity, where.before, where.start)
        if person is not None:
            return person
        own = self._own_words(phrase, role, where)
        return replace(own, organisation=own.organisation or self._back.longest(owner.entity))

    def _owner(self, phrase: Phrase, where: _Where) -> Resolved | None:
        """Whom « son », « leur » at the head of the phrase mean."""
        number = self._words.owners.get(phrase.tokens[0].fold, "x")
        return self._back.subject(Form("subject", "x", number), where.start, where.before, inverted=False)

    def _published(self, phrase: Phrase, document: Role, where: _Where) -> Resolved | None:
        """« le rapport de X », « les données du ministère »: who published; « le texte »: who spoke last."""
        end = self._words.role_end(phrase.tokens, phrase.head, phrase.core)
        owned = end < phrase.core and phrase.tokens[end].fold in self._words.belonging
        for mention, index, hangs in phrase.names:
            if (
                hangs
                and index > phrase.head
                and (owned and index <= end + 2 or phrase.tokens[index - 1].fold in self._words.agents)
            ):
                return self._known(mention, where)
        if owned and end + 1 < phrase.core:
            inner = read_phrase(phrase.tokens[end + 1 : phrase.core], (), self._words)
            if inner is not None and inner.tokens[inner.head].text[0].islower():
                role = self._role(inner, inner.head)
                if role is not None or inner.tokens[inner.head].fold in self._words.bodies:
                    return self._own_words(inner, role, where)
            return None
        form = phrase.form
        if (
            form is not None
            and form.points in ("definite", "demonstrative")
            and document.number == "s"
            and document.lemma in self._words.back
        ):
            return self._back.publisher(where.start, where.before)
        if document.lemma in self._words.back and document.number == "s":
            return self._back.publisher_after(where.end)
        return None

    def _own_words(self, phrase: Phrase, role: Role | None, where: _Where) -> Resolved:
        """An unnamed source: the article's words, without what follows on how it spoke."""
        tokens, stop = phrase.tokens, self._comma(phrase)
        name = self._text[tokens[0].start : tokens[stop - 1].end]
        proper = self._proper(phrase, stop, where)
        if proper is not None:
            return proper
        role_words, organisation = self._office(phrase, role, stop) if role is not None else (None, None)
        form = phrase.form
        gender = role.gender if role is not None and role.gender != "x" else form.gender if form is not None else "x"
        number = form.number if form is not None else role.number if role is not None else "x"
        document = self._words.documents.get(tokens[phrase.head].fold)
        if gender == "x" and document is not None:
            gender = document.gender
        voice = self._voice(phrase, role, stop)
        found = self._unnamed(name, gender, number, voice, role_words, organisation, where)
        return replace(found, noun=role.lemma if role is not None else "")

    def _office(self, phrase: Phrase, role: Role, stop: int) -> tuple[str | None, str | None]:
        """The role and the organisation of one unnamed person; none where many speak, or where the noun says no more than that somebody does."""
        tokens, words = phrase.tokens, self._words
        end = words.role_end(tokens, phrase.head, stop, self._people)
        owner = words.organisation(tokens, end, stop)
        organisation = None
        if owner is not None and not (
            tokens[owner[0]].fold in words.place_openers
            and not any(t.text[0].isupper() for t in tokens[owner[0] : owner[1]])
        ):
            organisation = self._text[tokens[owner[0]].start : tokens[owner[1] - 1].end]
        if (
            role.number == "p"
            or (phrase.form is not None and phrase.form.number == "p")
            or role.group in ("other", "witness")
        ):
            return None, organisation if any(m.entity.kind != "person" and h for m, _, h in phrase.names) else None
        if role.group == "ranks":
            end = words.role_end(tokens, phrase.head, stop)
        return self._text[tokens[words.front(tokens, phrase.head)].start : tokens[end - 1].end], organisation

    def _people(self, word: str) -> bool:
        return self._countries.by_adjective(word) is not None

    def _proper(self, phrase: Phrase, stop: int, where: _Where) -> Resolved | None:
        """A name that neither gazetteer nor form knows: a body under the article's words; None when the head is a common noun."""
        head = phrase.tokens[phrase.head]
        if (
            not head.text[0].isupper()
            or head.fold in self._words.roles
            or head.fold in self._words.documents
            or head.fold in self._words.wider
        ):
            return None
        if (
            phrase.head == 0
            and where.start == where.sentence.start
            and head.text[1:2].islower()
            and stop == 1
            and head.fold in self._words.plain
        ):
            return None
        if (
            head.fold in self._words.bodies
            or phrase.head == 0
            and not head.text.isupper()
            and stop > 1
            and phrase.tokens[1].text[0].islower()
        ):
            return None
        name = self._text[head.start : phrase.tokens[stop - 1].end]
        form = phrase.form
        entity = Entity("body-" + bare(name).replace(" ", "-"), "body", name)
        return Resolved(
            entity, None, None, where.start, where.end, form.gender if form else "x", form.number if form else "x"
        )

    def _voice(self, phrase: Phrase, role: Role | None, stop: int) -> Voice | None:
        if role is not None and role.group not in ("other", "official", "local", "ngo"):
            return role.voice
        for token in phrase.tokens[phrase.head + (role is not None) : stop]:
            kind = self._words.kinds.get(token.fold)
            if kind is not None:
                return kind
        for mention, _, _ in phrase.names:
            if mention.entity.kind == "media":
                return "media"
        if role is not None:
            return role.voice
        return "official" if phrase.tokens[phrase.head].fold in self._words.bodies else None

    def _unnamed(
        self,
        name: str,
        gender: str,
        number: str,
        voice: Voice | None,
        role: str | None,
        organisation: str | None,
        where: _Where,
    ) -> Resolved:
        entity = Entity(make_id("unnamed", self._document, bare(name)), "unnamed", name, voice=voice)
        return Resolved(entity, role, organisation, where.start, where.end, gender, number)

    # --- pronouns

    def _pronoun(self, form: Form, where: _Where) -> Resolved:
        found: Resolved | None = None
        if form.points == "self":
            found = where.before[-1] if where.before else None
        elif form.points == "last":
            found = self._back.last(form, where.start, where.before)
        elif form.points == "subject":
            inverted = (
                where.start > 0
                and self._text[where.start - 1] in "-‑"
                or fold(self._text[max(0, where.start - 8) : where.start]).endswith(("selon ", "d'après "))
            )
            found = self._back.subject(form, where.start, where.before, inverted=inverted)
        if found is not None:
            return replace(found, start=where.start, end=where.end)
        return self._unnamed(self._text[where.start : where.end], form.gender, form.number, None, None, None, where)
