"""Voices: whom the words of a source name, in one article (names, titles, pronouns, descriptions, unnamed sources)."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cache

from recoupe.gazetteers import Gazetteers
from recoupe.languages.pack import LanguagePack
from recoupe.languages.voice_forms import Form, Role, split
from recoupe.model.annotation import Annotations, Entity, Mention, Sentence, Token
from recoupe.model.document import Document
from recoupe.stages.attribute.descriptions import Asked, Descriptions
from recoupe.stages.attribute.joint import Joint
from recoupe.stages.attribute.phrase import Phrase, read_phrase
from recoupe.stages.attribute.profiles import Profiles, Resolved, written
from recoupe.stages.attribute.pronouns import Pronouns
from recoupe.stages.attribute.unnamed import Unnamed
from recoupe.text import fold

__all__ = ["Resolved", "Voices"]

_SUBJECT_WITHIN = 8
_SOME_BACK = 3
"""Sentences back to those of whom some speak."""
_AROUND = ' \t\n\u00a0\u202f"«»“”,'


@dataclass(frozen=True, slots=True)
class _Where:
    """The source that is being resolved, and the sources before it."""

    start: int
    end: int
    before: Sequence[Resolved]
    outer: Entity | None
    """Who says the words in which the source stands, where that is known."""


@cache
def _carrying(pack: LanguagePack) -> tuple[str, ...]:
    """« selon », « d'après », as they stand before a pronoun."""
    return tuple(written(words) + " " for words in pack.cues.adpositions)


class Voices:
    """Answers, for one article, who speaks. Built once a document; every question is pure."""

    def __init__(
        self, document: Document, annotations: Annotations, pack: LanguagePack, gazetteers: Gazetteers
    ) -> None:
        self._text = document.text
        self._words = pack.voices
        self._countries = gazetteers.countries
        self._profiles = Profiles(document.text, annotations, pack.voices)
        self._pronouns = Pronouns(self._profiles, annotations.quotes, pack.cue_words)
        self._descriptions = Descriptions(self._profiles, gazetteers.countries.by_adjective)
        self._unnamed = Unnamed(document.text, document.id, pack.voices, gazetteers.countries)
        self._joint = Joint(pack.voices, gazetteers.countries)
        self._carrying = _carrying(pack)

    def resolve(
        self, start: int, end: int, sentence: Sentence, before: Sequence[Resolved], outer: Entity | None = None
    ) -> Resolved:
        """Whom the words from `start` to `end` (offsets into the text, inside `sentence`) name.

        `before` are the sources resolved so far, in reading order; `outer` says what the words stand in, where known.
        A source that points to nobody in the article keeps its own words, as an entity of the kind `unnamed`.
        """
        where = _Where(start, end, before, outer)
        pronoun = self._words.pronouns.get(" ".join(split(self._text[start:end].strip(_AROUND))))
        if pronoun is not None:
            found = self._pronoun(pronoun, where)
        else:
            tokens = [t for t in sentence.tokens if start <= t.start and t.end <= end]
            phrase = read_phrase(tokens, self._profiles.within(start, end), self._words)
            if phrase is None:
                return self._unnamed.words(start, end)
            found = self._named(phrase, where) or self._described(phrase, where)
        return replace(found, start=start, end=end)

    # --- names

    def _named(self, phrase: Phrase, where: _Where) -> Resolved | None:
        """The name at the head, or apposed to it; None when the phrase only describes."""
        joined = self._joint.read(phrase)
        if joined is not None:
            return joined
        introduced = self._introduced(phrase)
        if introduced is not None:
            return introduced
        free = [(mention, index) for mention, index, hangs in phrase.names if not hangs]
        if not free:
            return self._metonym(phrase)
        mention, index = free[0]
        if index <= phrase.head:
            return self._known(mention)
        if self._role(phrase) is not None or mention.entity.kind == "person":
            # « le porte-parole de X, Untel »; in « un responsable Hamas » it is not the Hamas that speaks
            person = next((m for m, _ in free if m.entity.kind == "person"), None)
            return None if person is None else self._with_owner(self._known(person), phrase, where)
        found = self._known(mention)
        beside = phrase.tokens[phrase.head : index]
        while beside and (beside[-1].fold in self._words.determiners or beside[-1].text in _AROUND):
            beside = beside[:-1]
        if not beside or not all(token.text[0].isalnum() for token in phrase.tokens[phrase.head : index - 1]):
            return found  # « Bamako – le gouvernement »
        return replace(found, role=found.role or self._text[beside[0].start : beside[-1].end])

    def _introduced(self, phrase: Phrase) -> Resolved | None:
        """« une habitante prénommée Rokia », « un berger du nom d'Ali Sow »: the person; None when nobody is named so."""
        tokens = phrase.tokens
        for at in range(phrase.head + 1, phrase.core - 1):
            if tokens[at].fold not in self._words.naming:
                continue
            name = at + 1 + (tokens[at + 1].fold in self._words.belonging)
            if name >= phrase.core or not tokens[name].text[0].isupper():
                continue
            known = next((m for m, index, _ in phrase.names if index == name and m.entity.kind == "person"), None)
            return self._known(known) if known is not None else self._unnamed.called(phrase, name)
        return None

    def _with_owner(self, found: Resolved, phrase: Phrase, where: _Where) -> Resolved:
        """« son porte-parole, Untel »: somebody of whom only the possessive says whose he is."""
        if found.organisation is not None or phrase.form is None or phrase.form.points != "possessive":
            return found
        owner = self._owner(phrase, where)
        return found if owner is None else replace(found, organisation=self._profiles.longest(owner.entity))

    def _known(self, mention: Mention) -> Resolved:
        return self._profiles.of(mention.entity).resolved()

    def _metonym(self, phrase: Phrase) -> Resolved | None:
        """A capital, a country or a people that speaks for its state; None when the phrase is none."""
        words, form = phrase.tokens[phrase.head : phrase.core], phrase.form
        while words and not words[-1].text[0].isalnum():
            words = words[:-1]
        if not words:
            return None
        name = self._text[words[0].start : words[-1].end]
        code = None
        if name[0].isupper():
            code = self._countries.by_name(name) or self._countries.by_metonym(name)
            if code is None and phrase.head:  # « Le Caire »
                code = self._countries.by_metonym(self._text[phrase.tokens[phrase.head - 1].start : words[-1].end])
        many = form is not None and form.points == "definite" and form.number == "p"
        if code is None and many and len(words) == 1 and phrase.head == 1 and words[0].fold not in self._words.roles:
            code = self._countries.by_adjective(words[0].fold)  # « les Russes »
        if code is None:
            return None
        gender, number = (form.gender, form.number) if form is not None else ("x", "s")
        return Resolved(self._countries.state(code), None, None, gender=gender, number=number)

    def told_of(self, sentence: Sentence, here: Sentence) -> Resolved | None:
        """Who is the subject of a sentence before `here`, somebody described or a given name; or None."""
        phrase = self._subject_of(sentence)
        if phrase is None:
            return None
        where = _Where(here.start, here.start, (), None)
        return self._named(phrase, where) or self._described(phrase, where)

    def _told_of(self, form: Form, where: _Where) -> Resolved | None:
        """Whom the sentence before tells of, as its subject: « Un berger a fui. « … », raconte-t-il. »; or None."""
        sentence = self._pronouns.sentence_before(where.start)
        if sentence is None or any(sentence.start <= s.start < where.start for s in where.before):
            return None
        phrase = self._subject_of(sentence)
        if phrase is None:
            return None
        found = self._named(phrase, where) or self._described(phrase, where)
        agrees = "x" in (form.gender, found.gender) or form.gender == found.gender
        return found if agrees and form.number == found.number and found.entity.kind in ("person", "unnamed") else None

    def _subject_of(self, sentence: Sentence) -> Phrase | None:
        """The subject that opens the sentence, when it is somebody described or a given name; None for all else."""
        words, tokens = self._words, sentence.tokens
        head = 0
        if len(tokens) > 3 and tokens[0].fold in words.determiners:
            head = 1
            while head < len(tokens) - 1 and tokens[head].fold in words.before:
                head += 1
            if tokens[head].fold not in words.roles:
                return None
        elif len(tokens) < 3 or tokens[0].fold not in words.given or tokens[1].text[0].isupper():
            return None
        for end in range(head + 1, min(head + _SUBJECT_WITHIN, len(tokens))):
            word = tokens[end].fold
            if words.verbs.is_auxiliary(word) or word in words.clitics or self._verb(tokens, end):
                phrase = read_phrase(tokens[:end], self._profiles.within(sentence.start, tokens[end].start), words)
                return phrase if phrase is not None and phrase.core >= len(phrase.tokens) else None
            if not (tokens[end].text[0].isalpha()):
                return None
        return None

    def _verb(self, tokens: Sequence[Token], at: int) -> bool:
        """Whether token `at` is a verb by its form, and no adjective or noun of the same form."""
        word = tokens[at].fold
        near = tokens[at - 1].fold in self._words.determiners or tokens[at - 1].fold in self._words.prepositions
        return self._words.verbs.finite(word) and not near and word not in self._words.roles

    # --- descriptions

    def _described(self, phrase: Phrase, where: _Where) -> Resolved:
        """A source that is described: who is meant in the article, or else its own words."""
        role = self._role(phrase)
        points = phrase.form.points if phrase.form is not None else "indefinite"
        back = points in ("definite", "demonstrative")
        found = self._troops(phrase)
        if found is None and phrase.form is None and phrase.tokens[0].fold in self._words.same:
            found = self._descriptions.last_source(where.start, where.before)  # « de même source »
        if found is None and points == "possessive":
            found = self._owned(phrase, role, where)
        if found is None and back and role is not None:
            found = self._person(phrase, role, where)
        if found is None and back:
            found = self._generic(phrase, where)
        if found is None and back and role is None:
            found = self._shortened(phrase, where)
        return found or self._published(phrase, where) or self._body(phrase) or self._unnamed.source(phrase, role)

    def _shortened(self, phrase: Phrase, where: _Where) -> Resolved | None:
        """« la mission de l'ONU » after « la mission de l'ONU au Mali (Minusma) »: the body that was so called, or None."""
        if not self._belongs(phrase) or phrase.core < len(phrase.tokens):
            return None
        words = fold(self._text[phrase.tokens[phrase.head].start : phrase.tokens[-1].end])
        for source in reversed(where.before):
            called = fold(self._text[source.start : source.end])
            if (
                source.entity.kind in ("body", "party", "media")
                and f"{words} " in f"{called} "
                and source.start < where.start
            ):
                return source
        return None

    def _person(self, phrase: Phrase, role: Role, where: _Where) -> Resolved | None:
        """« le gouverneur », « la même source », « les combattants de X »."""
        words, form = self._words, phrase.form
        if form is None:
            return None
        same = any(t.fold in words.same for t in phrase.tokens[: phrase.head + 2])
        if same or (form.points == "demonstrative" and "any" in words.wider_roles.get(role.lemma, ())):
            return self._descriptions.last_source(where.start, where.before)
        many = form.number == "p" or role.number == "p"
        if many and role.lemma in words.members:
            for mention, index, _ in phrase.names:
                if mention.entity.kind in ("party", "body") and index <= self._noun_end(phrase) + 2:
                    return replace(self._known(mention), number="p", gender="m")
            if phrase.core == phrase.head + 1 and form.points in ("definite", "demonstrative"):
                return self._descriptions.fighters(role.lemma) or self._of_many(phrase, role, where)
        owner = self._complement(phrase)
        if many and owner is not None:
            return None
        told = frozenset(t.fold for t in phrase.tokens[phrase.head + 1 : phrase.core]) & words.kinds.keys()
        asked = Asked(role, self._idiom(phrase), form.gender, owner, many, self._people(phrase), told)
        return self._descriptions.person(asked, where.start, where.before)

    def _of_many(self, phrase: Phrase, role: Role, where: _Where) -> Resolved | None:
        """« les combattants », said before of several unnamed ones; or None."""
        asked = Asked(role, "", phrase.form.gender if phrase.form is not None else "x", None, True)
        return self._descriptions.person(asked, where.start, where.before)

    def _generic(self, phrase: Phrase, where: _Where) -> Resolved | None:
        """« l'ONG », « le quotidien », « l'organisation islamiste »."""
        noun = phrase.tokens[phrase.head].fold
        wider = self._words.wider.get(noun)
        if wider is None and phrase.form is not None and phrase.form.number == "p":
            return self._joint.last(noun, where.start, where.before)
        if wider is None or ("media" not in wider.kinds and self._belongs(phrase)):
            return None
        armed = any(t.fold in self._words.armed for t in phrase.tokens[phrase.head + 1 : phrase.core])
        return self._descriptions.body(noun, wider, where.start, where.before, armed=armed)

    def _body(self, phrase: Phrase) -> Resolved | None:
        """« la mission de l'ONU », « l'hôpital X », « l'opérateur X »: a body under the words that name it."""
        noun, form, words = phrase.tokens[phrase.head].fold, phrase.form, self._words
        if form is None or form.points != "definite" or form.number != "s" or self._role(phrase) is not None:
            return None
        end = self._noun_end(phrase)
        named = end < phrase.core and phrase.tokens[end].text[0].isupper()
        alone = named and all(token.text[0].isupper() for token in phrase.tokens[end : phrase.core])
        known = noun in words.wider or noun in words.bodies or noun in words.ministries
        if alone and noun not in words.bodies and phrase.tokens[phrase.head].text[0].islower():
            return self._unnamed.body(phrase, end)
        return self._unnamed.body(phrase, phrase.head) if known and (named or self._belongs(phrase)) else None

    def _troops(self, phrase: Phrase) -> Resolved | None:
        """« les forces de la coalition », « les troupes du M23 »: the party itself."""
        heads = self._words.bodies.get(phrase.tokens[phrase.head].fold)
        if not heads or heads[-1].kind != "party" or not self._belongs(phrase):
            return None
        for mention, index, _ in phrase.names:
            if mention.entity.kind == "party" and index <= phrase.head + 3:
                return replace(self._known(mention), gender=heads[-1].gender, number=heads[-1].number)
        return None

    def _owned(self, phrase: Phrase, role: Role | None, where: _Where) -> Resolved | None:
        """« son porte-parole », « ses services »: the owner's person, or the owner."""
        owner = self._owner(phrase, where)
        if owner is None or phrase.form is None:
            return None
        if role is None:
            return owner if phrase.tokens[phrase.head].fold in self._words.documents else None
        asked = Asked(role, self._idiom(phrase), phrase.form.gender, owner.entity)
        person = self._descriptions.person(asked, where.start, where.before)
        if person is not None:
            return person
        own = self._unnamed.source(phrase, role)
        return replace(own, organisation=own.organisation or self._profiles.longest(owner.entity))

    def _owner(self, phrase: Phrase, where: _Where) -> Resolved | None:
        """Whom « son », « leur » at the head of the phrase mean."""
        number = self._words.owners.get(phrase.tokens[0].fold)
        if number is None:
            return None
        return self._pronouns.subject(Form("subject", "x", number), where.start, where.before, inverted=False)

    def _published(self, phrase: Phrase, where: _Where) -> Resolved | None:
        """« le rapport de X », « les données du ministère »: who published; « le texte »: who spoke last."""
        words = self._words
        document = words.documents.get(phrase.tokens[phrase.head].fold)
        if document is None:
            return None
        end, owned = self._noun_end(phrase), self._belongs(phrase)
        for mention, index, hangs in phrase.names:
            opening = index - (phrase.tokens[index - 1].fold in words.determiners)
            by = opening > 0 and phrase.tokens[opening - 1].fold in words.agents
            if hangs and index > phrase.head and (by or (owned and index <= end + 2)):
                return self._known(mention)
        if phrase.core + 2 < len(phrase.tokens) and phrase.tokens[phrase.core + 1].fold in words.agents and not owned:
            agent = phrase.tokens[phrase.core + 2 : phrase.core + 4]  # « un texte publié par X », but not by a medium
            for mention in self._profiles.within(agent[0].start, agent[-1].end):
                if mention.entity.kind in ("body", "party", "state"):
                    return self._known(mention)
        stops = words.agents | words.coordination
        author = next((i for i in range(end, phrase.core) if phrase.tokens[i].fold in stops), phrase.core)
        if author < phrase.core and phrase.tokens[author].fold in words.coordination:
            author = phrase.core  # « les analyses et les données recueillies par X »: more than what X gave
        if owned or author < phrase.core:
            inner = read_phrase(phrase.tokens[(end if owned else author) + 1 : phrase.core], (), words)
            if inner is None:
                return None
            noun, role = inner.tokens[inner.head], self._role(inner)
            body = noun.fold in words.bodies or noun.fold in words.wider
            if noun.text[0].isupper() and body:
                return self._unnamed.body(inner, inner.head)  # « le communiqué de l'Etat-Major général »
            people = noun.text[0].islower() and (role is not None or body)
            return self._unnamed.source(inner, role) if people else None
        if document.number != "s" or document.lemma not in words.back:
            return None
        if phrase.form is not None and phrase.form.points in ("definite", "demonstrative"):
            return self._descriptions.publisher(where.start, where.before)
        return self._descriptions.publisher_after(where.end)

    def _role(self, phrase: Phrase) -> Role | None:
        return self._words.roles.get(phrase.tokens[phrase.head].fold)

    def _idiom(self, phrase: Phrase) -> str:
        return written(self._words.idiom(phrase.tokens, phrase.head))

    def _people(self, phrase: Phrase) -> str | None:
        """The country of the adjective after the head (« le général américain »), or None."""
        for token in phrase.tokens[phrase.head + 1 : self._noun_end(phrase) + 1][: phrase.core - phrase.head - 1]:
            code = self._countries.by_adjective(token.fold) if token.text[0].islower() else None
            if code is not None:
                return code
        return None

    def _noun_end(self, phrase: Phrase) -> int:
        """The index after the head and its adjectives, or what is tied to it (« communiqué de presse »)."""
        words, tokens, head = self._words, phrase.tokens, phrase.head
        if tokens[head].fold in words.documents:
            for size in (2, 3):
                if tuple(t.fold for t in tokens[head + 1 : head + 1 + size]) in words.tied:
                    return head + 1 + size
        return words.role_end(tokens, head, phrase.core)

    def _belongs(self, phrase: Phrase) -> bool:
        """Whether « of » stands right after the head and its adjectives."""
        end = self._noun_end(phrase)
        return end + 1 < phrase.core and phrase.tokens[end].fold in self._words.belonging

    def _complement(self, phrase: Phrase) -> Entity | str | None:
        """Whose the head is, by name or by the words; None where nothing is said."""
        owner = self._words.organisation(phrase.tokens, self._noun_end(phrase), phrase.core)
        if owner is None:
            return None
        for mention, index, _ in phrase.names:
            if index >= owner[0]:
                return mention.entity
        return self._text[phrase.tokens[owner[0]].start : phrase.tokens[owner[1] - 1].end]

    # --- pronouns

    def _pronoun(self, form: Form, where: _Where) -> Resolved:
        found: Resolved | None = None
        if form.points == "self":
            found = where.before[-1] if where.before else None
        elif form.points == "last":
            found = self._pronouns.last(form, where.start, where.before)
        elif form.points == "subject":
            before = self._text[max(0, where.start - 16) : where.start]
            inverted = before.endswith(("-", "‑")) or fold(before).endswith(self._carrying)
            found = self._told_of(form, where)
            if found is None and not inverted:
                found = self._descriptions.subject(form, where.start, where.before)
            found = found or self._pronouns.subject(
                form, where.start, where.before, inverted=inverted, outer=where.outer
            )
        elif form.points == "weak" and form.number == "p":
            found = self._some(where)
        return found or self._unnamed.words(where.start, where.end, form.gender, form.number)

    def _some(self, where: _Where) -> Resolved | None:
        """« Certains », « D'autres » after a sentence about « les responsables syriens »: some of those; or None."""
        here = self._profiles.sentence_at(where.start)
        for sentence in reversed(self._profiles.sentences[max(0, here - _SOME_BACK) : here]):
            phrase = self._subject_of(sentence)
            if phrase is not None and (role := self._role(phrase)) is not None:
                many = phrase.form is not None and phrase.form.number == "p"
                return self._unnamed.some(where.start, where.end, phrase, role) if many else None
        return None
