"""Unnamed sources: the article's own words for a voice, trimmed of how it spoke, and what kind of voice it is."""

from collections.abc import Sequence

from recoupe.gazetteers.countries import Countries
from recoupe.languages.voice_forms import Role
from recoupe.languages.voices import VoiceWords
from recoupe.model.annotation import Entity, EntityKind, Token, Voice
from recoupe.model.ids import make_id
from recoupe.stages.attribute.naming.phrase import Phrase
from recoupe.stages.attribute.naming.profiles import Resolved
from recoupe.text import bare

# groups of role nouns that say of themselves what kind of voice speaks; the others ask the words beside them
_TELLING = frozenset({"ranks", "military", "medical", "witness", "media", "relative", "expert"})


_OPENING, _CLOSING = frozenset('«“„"'), frozenset('»”"')
_MARKED = "« »"
_ENDS = frozenset((*".!?:…\n-–—•", ""))
_ROLE_WITHIN = 5
"""Tokens from a comma to the role noun behind it, at most."""


class Unnamed:
    """Makes entities of sources that point to nobody. Ids hold the document: « des témoins » elsewhere are others."""

    def __init__(self, text: str, document: str, words: VoiceWords, countries: Countries) -> None:
        self._text = text
        self._document = document
        self._words = words
        self._countries = countries

    def state(self, capital: str) -> Resolved | None:
        """The state for which a capital speaks, or None."""
        code = self._countries.by_metonym(capital)
        return Resolved(self._countries.state(code), None, None, number="s") if code is not None else None

    def words(self, start: int, end: int, gender: str = "x", number: str = "x") -> Resolved:
        """The words from `start` to `end` as they stand."""
        name = self._text[start:end]
        entity = Entity(make_id("unnamed", self._document, bare(name)), "unnamed", name)
        return Resolved(entity, None, None, start, end, gender, number)

    def some(self, start: int, end: int, phrase: Phrase, role: Role) -> Resolved:
        """Some of many, by the pronoun from `start` to `end` and the noun that it leaves out (« Certains (habitants) »)."""
        stop = self._words.role_end(phrase.tokens, phrase.head, phrase.core, self._of_a_people)
        named = self._text[phrase.tokens[phrase.head].start : phrase.tokens[stop - 1].end]
        name = f"{self._text[start:end]} {named}"
        voice = self._voice(phrase, role, stop)
        entity = Entity(make_id("unnamed", self._document, bare(name)), "unnamed", name, voice=voice)
        return Resolved(entity, None, None, start, end, role.gender, "p", role.lemma)

    def together(self, phrase: Phrase, stop: int) -> Resolved:
        """Several who speak as one, by the words of the phrase up to token `stop`."""
        tokens = phrase.tokens
        while stop > phrase.head + 1 and not tokens[stop - 1].text[0].isalnum() and tokens[stop - 1].text != ")":
            stop -= 1
        return self.words(tokens[0].start, tokens[stop - 1].end, number="p")

    def source(self, phrase: Phrase, role: Role | None) -> Resolved:
        """An unnamed person or group (« un responsable »), a name that no list knows, or a thing that speaks."""
        stop = self._end(phrase)
        if self._is_name(phrase, stop):
            return self._person(phrase, stop) or self.body(phrase, 0 if self._has_article(phrase) else phrase.head)
        form = phrase.form
        gender = role.gender if role is not None and role.gender != "x" else form.gender if form is not None else "x"
        number = form.number if form is not None else role.number if role is not None else "x"
        head = phrase.tokens[phrase.head].fold
        if role is None:
            bodies = [body for body in self._words.bodies.get(head, ()) if len(body.words) == 1]
            known = self._words.documents.get(head) or next(iter(bodies), None) or self._words.wider.get(head)
            gender = known.gender if gender == "x" and known is not None else gender  # « L'armée »
            number = bodies[0].number if number == "x" and bodies else number
        # « (reproche) aux autorités … »: without the preposition in the article
        first = phrase.head > 0 and phrase.tokens[0].fold in self._words.locatives
        closed = stop < len(phrase.tokens) and phrase.tokens[stop].text in _CLOSING
        closed = closed and any(
            token.text in _OPENING for token in phrase.tokens[:stop]
        )  # « le directeur du « Soir » »
        name = self._text[phrase.tokens[first].start : phrase.tokens[stop - 1 + closed].end]
        voice = self._voice(phrase, role, stop)
        entity = Entity(make_id("unnamed", self._document, bare(name)), "unnamed", name, voice=voice)
        office, organisation = self._office(phrase, role, stop) if role is not None else (None, None)
        noun = role.lemma if role is not None else ""
        return Resolved(
            entity, office, organisation, phrase.tokens[0].start, phrase.tokens[-1].end, gender, number, noun
        )

    def quoted(self, start: int, end: int, phrase: Phrase) -> Resolved | None:
        """The body by a name in quotation marks that is the whole source (« « La Nouvelle République » »), or None."""
        marked = end - start > len(_MARKED) and self._text[start] in _OPENING and self._text[end - 1] in _CLOSING
        first, last = phrase.tokens[0], phrase.tokens[-1 if phrase.tokens[-1].text not in _CLOSING else -2]
        known = any(m.span.start <= first.start and last.end <= m.span.end for m, _, _ in phrase.names)
        if not marked or known or not (first.text[0].isupper() and last.text[0].isupper()):
            return None
        name = self._text[first.start : last.end]
        if not (_OPENING | _CLOSING).isdisjoint(name):
            return None  # « « El Watan » et « Liberté » »
        entity = Entity("body-" + bare(name).replace(" ", "-"), "body", name)
        return Resolved(entity, None, None, start, end, "x", "s")

    def titled(self, phrase: Phrase) -> Resolved | None:
        """The medium or body by the quoted name that ends the phrase (« le quotidien « Liberté » »), or None."""
        tokens, head, stop = phrase.tokens, phrase.tokens[phrase.head].fold, self._end(phrase)
        medium = head in self._words.bodies or head in self._words.wider  # not « le rédacteur en chef du « Soir » »
        if not medium or (stop < len(tokens) and tokens[stop].text not in _CLOSING):
            return None
        marks = [k for k in range(phrase.head + 1, stop) if tokens[k].text in _OPENING]
        at = marks[-1] + 1 if marks else stop
        return self.named_body(phrase, at, stop) if at < stop and tokens[at].text[0].isupper() else None

    def _has_article(self, phrase: Phrase) -> bool:
        """Whether a name begins with an article: a capital one that opens no sentence (« selon Le Point », « « La Nation » »)."""
        first = phrase.tokens[0]
        before = self._text[max(0, first.start - 3) : first.start].rstrip(" \u00a0\u202f")[-1:]
        return phrase.head == 1 and first.text[0].isupper() and before not in _ENDS

    def _person(self, phrase: Phrase, stop: int) -> Resolved | None:
        """Somebody of whom the article says no more than a given name (« Hawa »); None when it is none."""
        head = phrase.tokens[phrase.head]
        gender = self._words.given.get(head.fold) or self._told(phrase, stop)
        if gender is None or phrase.form is not None:
            return None
        name = self._text[head.start : phrase.tokens[stop - 1].end]
        entity = Entity(make_id("person", self._document, bare(name)), "person", name)
        return Resolved(entity, None, None, head.start, phrase.tokens[stop - 1].end, gender, "s")

    def _told(self, phrase: Phrase, stop: int) -> str | None:
        """The gender of the role apposed to a name that ends before token `stop` (« Untel, a teacher »), or None."""
        tokens = phrase.tokens
        if stop >= len(tokens) or tokens[stop].text != ",":
            return None
        roles = (self._words.roles.get(token.fold) for token in tokens[stop + 1 : stop + _ROLE_WITHIN])
        return next((role.gender for role in roles if role is not None and role.number != "p"), None)

    def called(self, phrase: Phrase, at: int) -> Resolved:
        """Somebody described, under the name that begins at token `at` (« une habitante prénommée Rokia »)."""
        stop = at + 1
        while stop < phrase.core and (phrase.tokens[stop].text[0].isupper()):
            stop += 1
        name = self._text[phrase.tokens[at].start : phrase.tokens[stop - 1].end]
        gender = phrase.form.gender if phrase.form is not None else "x"
        entity = Entity(make_id("person", self._document, bare(name)), "person", name)
        return Resolved(entity, None, None, phrase.tokens[0].start, phrase.tokens[stop - 1].end, gender, "s")

    def named_body(self, phrase: Phrase, at: int, stop: int) -> Resolved:
        """The body whose name is the tokens at:stop, with what the article says it is as its role."""
        role = self._text[phrase.tokens[phrase.head].start : phrase.tokens[at - 1].start].rstrip(" ,")
        name = self._text[phrase.tokens[at].start : phrase.tokens[stop - 1].end]
        entity = Entity("body-" + bare(name).replace(" ", "-"), "body", name)
        form = phrase.form
        gender, number = (form.gender, form.number) if form is not None else ("x", "x")
        return Resolved(entity, role, None, phrase.tokens[0].start, phrase.tokens[-1].end, gender, number)

    def body(self, phrase: Phrase, at: int) -> Resolved:
        """A body under the article's words from token `at` on (« mission de l'ONU »; « (l'opérateur) X »).

        What stands between the head and `at` is its role.
        """
        head, stop = phrase.tokens[phrase.head], self._end(phrase)
        name = self._text[phrase.tokens[at].start : phrase.tokens[max(stop, at + 1) - 1].end]
        role = self._text[head.start : phrase.tokens[at - 1].end] if at > phrase.head else None
        wider, bodies = self._words.wider.get(head.fold), self._words.bodies.get(head.fold)
        medium = role is not None and wider is not None and wider.kinds == {"media"}  # « le journal X »
        kind: EntityKind = "media" if medium else "body"
        entity = Entity(f"{kind}-" + bare(name).replace(" ", "-"), kind, name)
        gender = wider.gender if wider is not None else bodies[0].gender if bodies else None
        form = phrase.form
        gender = gender or self._words.ministries.get(head.fold) or (form.gender if form is not None else "x")
        number = form.number if form is not None else "x"
        return Resolved(entity, role, None, phrase.tokens[0].start, phrase.tokens[-1].end, gender, number)

    def _end(self, phrase: Phrase) -> int:
        """The index after the last word of the name: it ends at the first comma that joins no list, at a bracket, or at the core."""
        tokens, stop = phrase.tokens, phrase.core
        for index in range(phrase.head + 1, phrase.core):
            if tokens[index].text == "(" and self._acronym(tokens, index):
                continue
            listed = index + 1 < phrase.core and tokens[index + 1].fold in self._words.coordination
            if tokens[index].fold in ",(" and not listed:
                stop = index
                break
        stop = self._list_end(tokens, stop)
        while stop > phrase.head + 1 and not tokens[stop - 1].text[0].isalnum() and tokens[stop - 1].text != ")":
            stop -= 1
        return stop

    def _list_end(self, tokens: Sequence[Token], comma: int) -> int:
        """The index behind the list that goes on at a comma (« les ministères de la Santé, | de la Défense et de l'Intérieur »,
        « des sources policières, | médicales et militaires »); `comma` where none does."""
        words = self._words
        if comma + 3 >= len(tokens) or tokens[comma].text != ",":
            return comma
        last = next((k for k in range(comma + 2, len(tokens) - 1) if tokens[k].fold in words.coordination), None)
        if last is None:
            return comma
        ends = tokens[comma + 1], tokens[last + 1]
        fields = all(token.fold in words.belonging for token in ends)
        told = all(token.fold in words.kinds or words.adjectival(token) for token in ends)
        if not (fields or told):
            return comma
        behind = range(last + 1, len(tokens))
        return next((k for k in behind if tokens[k].text in (",", "(")), len(tokens)) if fields else last + 2

    def _acronym(self, tokens: Sequence[Token], bracket: int) -> bool:
        """Whether nothing but an acronym stands in the bracket that opens there: it belongs to the name before it."""
        closed = bracket + 2 < len(tokens) and tokens[bracket + 2].text == ")"
        return closed and tokens[bracket + 1].text.isupper()

    def _is_name(self, phrase: Phrase, stop: int) -> bool:
        """Whether the head is a name that neither gazetteer nor form knows, not a common noun that opens a sentence."""
        head, words = phrase.tokens[phrase.head], self._words
        word = head.fold
        if phrase.head == 0 and stop == 1 and words.possessors and self._of_a_people(word):
            return False  # « Syrians »
        if not head.text[0].isupper() or word in words.roles or word in words.documents or word in words.wider:
            return False
        if word in words.bodies or (
            phrase.form is not None and phrase.form.number == "p" and word in words.adjectives_en
        ):
            return False  # « les Occidentaux »
        if phrase.head or head.text.isupper():
            return True
        if stop == 1:
            return word not in words.plain
        return not phrase.tokens[1].text[0].islower()

    def _voice(self, phrase: Phrase, role: Role | None, stop: int) -> Voice | None:
        if role is not None and role.group in _TELLING:
            return role.voice
        for token in phrase.tokens[phrase.head + (role is not None) : stop]:
            kind = self._words.kinds.get(token.fold)
            if kind is not None:
                return kind
        if any(mention.entity.kind == "media" for mention, _, _ in phrase.names):
            return "media"
        if role is not None:
            return role.voice
        return "official" if phrase.tokens[phrase.head].fold in self._words.bodies else None

    def _office(self, phrase: Phrase, role: Role, stop: int) -> tuple[str | None, str | None]:
        """The role and organisation of one unnamed person; no role where many speak or the noun says no more."""
        tokens, words = phrase.tokens, self._words
        end = words.role_end(tokens, phrase.head, stop, self._of_a_people)
        owner = words.organisation(tokens, end, stop)
        organisation = None
        if owner is not None:
            named = any(token.text[0].isupper() for token in tokens[owner[0] : owner[1]])
            if named or tokens[owner[0]].fold not in words.place_openers:  # not « un élu de la région »
                organisation = self._text[tokens[owner[0]].start : tokens[owner[1] - 1].end]
        many = role.number == "p" or (phrase.form is not None and phrase.form.number == "p")
        if many or role.group in ("other", "witness"):
            bodies = any(mention.entity.kind != "person" and hangs for mention, _, hangs in phrase.names)
            return None, organisation if bodies else None
        if role.group == "ranks":
            end = words.role_end(tokens, phrase.head, stop)  # « général de brigade (irakien) »
        return self._text[tokens[words.front(tokens, phrase.head)].start : tokens[end - 1].end], organisation

    def _of_a_people(self, word: str) -> bool:
        return self._countries.by_adjective(word) is not None
