"""Publishers: who is behind « le rapport de X », « les données du ministère », « le texte »."""

from collections.abc import Callable, Sequence

from recoupe.languages.voice_forms import Role, split
from recoupe.languages.word_sets import either
from recoupe.model.annotation import Token
from recoupe.stages.attribute.naming.descriptions import Descriptions
from recoupe.stages.attribute.naming.heads import Heads
from recoupe.stages.attribute.naming.phrase import Phrase, read_phrase
from recoupe.stages.attribute.naming.profiles import Profiles, Resolved
from recoupe.stages.attribute.naming.publications import Publications
from recoupe.stages.attribute.naming.unnamed import Unnamed
from recoupe.stages.attribute.naming.where import Where

_TO_AGENT = 4
"""Tokens from a participle to « par », at most (« reçu à Londres par »)."""
_FARTHEST_AGENT = 8
"""Tokens from the end of a document's name to « par », at most."""


class Publishers:
    """Answers for the phrases of one article."""

    def __init__(
        self,
        profiles: Profiles,
        heads: Heads,
        descriptions: Descriptions,
        unnamed: Unnamed,
        person: Callable[[Phrase, Role, Where], Resolved | None],
        body: Callable[[Phrase, Where], Resolved | None],
        publications: Publications,
    ) -> None:
        """`person` gives whom a definite description of somebody means, `body` whom a generic noun means (« l'ONG »)."""
        self._words = profiles.words
        self._profiles = profiles
        self._heads = heads
        self._descriptions = descriptions
        self._unnamed = unnamed
        self._person = person
        self._body = body
        self._publications = publications

    def read(self, phrase: Phrase, where: Where) -> Resolved | None:
        """Who published what the phrase calls a document; for « le texte » who spoke last. None where it calls none so."""
        words = self._words
        document = words.documents.get(phrase.tokens[phrase.head].fold)
        if document is None:
            return None
        end, owned = self._heads.end(phrase), self._heads.belongs(phrase)
        named = self._named(phrase, end, owned=owned) or self._before(phrase, where)
        if named is not None:
            return named
        stops = either(words.agents, words.coordination)
        author = next((i for i in range(end, phrase.core) if phrase.tokens[i].fold in stops), phrase.core)
        if self._heard(phrase, author):
            author = phrase.core
        if author < phrase.core and phrase.tokens[author].fold in words.coordination:
            author = phrase.core  # « les analyses et les données recueillies par X »: more than what X gave
        if owned or author < phrase.core:
            at = end if owned else author
            return self._holder(phrase, at, where) or self._state(phrase, document, at) or self._some(phrase, at)
        late = self._made_by(phrase)
        if late is not None:
            comma = next((i for i in range(late, len(phrase.tokens)) if phrase.tokens[i].text == ","), None)
            made = phrase.tokens[late + 1 : comma]
            return self._described(made, where) or self._unknown(made)
        released = self._released(phrase)
        if released is not None:
            return released
        if document.number != "s" or document.lemma not in words.back:
            return None
        handed = self._publications.at(phrase.tokens[phrase.head].start)
        if handed is not None:
            return handed
        if phrase.form is not None and phrase.form.points in ("definite", "demonstrative"):
            published = self._publications.behind(document.lemma, where.start, where.before)
            return published or self._descriptions.publisher(where.start, where.before)
        heading = self._profiles.sentence(where.start).kind != "paragraph"
        after = self._descriptions.publisher_after(where.end) if heading else None
        return self._just_spoken(phrase, where) or after

    def _before(self, phrase: Phrase, where: Where) -> Resolved | None:
        """Whose it is by the words before the noun (« the ministry's tally », « a UN report »), or None."""
        words, tokens = self._words, phrase.tokens
        if not words.possessors:
            return None
        mark = next((k for k in range(phrase.head - 1, 0, -1) if tokens[k].fold in words.possessors), None)
        inquiry = mark is None and words.documents[tokens[phrase.head].fold].lemma in words.inquiries
        own = [one for one in phrase.names if one[1] < phrase.head]
        if own and not inquiry:
            return self._profiles.of(own[-1][0].entity).resolved()
        if inquiry and phrase.form is not None and phrase.form.points == "definite":
            called = tokens[phrase.head].fold
            told = (one for one in reversed(where.before) if called in split(self._text(one)))
            return next(told, None)  # « the inquiry », of which the article has told
        inner = read_phrase(tokens[:mark], (), words) if mark is not None else None
        if inner is None or tokens[phrase.head].fold in words.wider:
            return None  # « the mayor's office »
        role = self._heads.role(inner)
        back = role is not None and inner.form is not None and inner.form.points == "definite"
        known = self._person(inner, role, where) if back and role is not None else None
        return known or self._unnamed.source(inner, role)

    def _text(self, source: Resolved) -> str:
        return self._profiles.text[source.start : source.end]

    def _holder(self, phrase: Phrase, at: int, where: Where) -> Resolved | None:
        """Whom in the article the words behind « de » or « par » at token `at` describe, or None."""
        tokens = phrase.tokens
        first = at if tokens[at].fold in self._words.determiners else at + 1
        names = self._profiles.within(tokens[first].start, tokens[phrase.core - 1].end) if first < phrase.core else ()
        inner = read_phrase(tokens[first : phrase.core], names, self._words)
        role = self._heads.role(inner) if inner is not None else None
        if inner is None or inner.form is None or inner.form.points not in ("definite", "demonstrative"):
            return None
        if role is None:
            return self._body(inner, where)
        return self._person(inner, role, where) if inner.form.points == "definite" else None

    def _described(self, tokens: Sequence[Token], where: Where) -> Resolved | None:
        """Whom in the article the words behind « par » describe (« fourni par le même responsable »), or None."""
        inner = read_phrase(tokens, (), self._words) if tokens else None
        role = self._heads.role(inner) if inner is not None else None
        back = inner is not None and inner.form is not None and inner.form.points in ("definite", "demonstrative")
        return self._person(inner, role, where) if inner is not None and role is not None and back else None

    def _state(self, phrase: Phrase, document: Role, of: int) -> Resolved | None:
        """The state whose capital stands behind « de » at token `of` (« les estimations de Kiev »), or None."""
        behind = phrase.tokens[of + 1 : phrase.core]
        if document.lemma not in self._words.reckonings or not behind or not behind[0].text[0].isupper():
            return None
        return self._unnamed.state(self._profiles.text[behind[0].start : behind[-1].end])

    def _just_spoken(self, phrase: Phrase, where: Where) -> Resolved | None:
        """« …, prévient l'ONU dans un texte qui … »: who has just spoken, where « in » alone stands between; or None."""
        if not where.before:
            return None
        last = where.before[-1]
        between = split(self._profiles.text[last.end : where.start])
        return last if len(between) == 1 and between[0] in self._words.locatives else None

    def _named(self, phrase: Phrase, end: int, *, owned: bool) -> Resolved | None:
        """Who is named behind « de » or « par », or None."""
        words, tokens = self._words, phrase.tokens
        for mention, index, hangs in phrase.names:
            opening = index - (tokens[index - 1].fold in words.determiners)
            by = opening > 0 and tokens[opening - 1].fold in words.agents and not self._heard(phrase, opening - 1)
            near = end + 2 + (tokens[index - 1].text == ".")  # « le récit de M. Untel »
            if hangs and index > phrase.head and (by or (owned and index <= near)):
                return self._profiles.of(mention.entity).resolved()
        agent = self._made_by(phrase)
        if agent is not None and not owned:  # « un texte publié par X », but not by a medium
            behind = tokens[agent + 1 : agent + 3]
            for mention in self._profiles.within(behind[0].start, behind[-1].end):
                if mention.entity.kind in ("body", "party", "state"):
                    return self._profiles.of(mention.entity).resolved()
        return None

    def _made_by(self, phrase: Phrase) -> int | None:
        """The token « par » that tells who made a document public, past when and where (« rendu public lundi à X par »); or
        None."""
        tokens, words = phrase.tokens, self._words
        for at in range(phrase.core, min(phrase.core + _FARTHEST_AGENT, len(tokens) - 1)):
            if tokens[at].text == "," or (at > phrase.core and tokens[at].fold in words.relative):
                return None
            if tokens[at].fold in words.agents:
                return None if self._heard(phrase, at) else at
        return None

    def _released(self, phrase: Phrase) -> Resolved | None:
        """Who made a document public by the relative clause that goes on from it (« un bilan que la Protection civile a
        rendu public », « des chiffres qu'a publiés l'armée »); or None."""
        tokens, words = phrase.tokens, self._words
        first = phrase.core + 1
        if first >= len(tokens) or tokens[phrase.core].fold not in words.relative:
            return None
        helping = next((i for i in range(first, len(tokens)) if words.verbs.is_auxiliary(tokens[i].fold)), len(tokens))
        verb = next((i for i in range(helping, len(tokens)) if self._publishes(tokens[i])), None)
        if verb is None or any(token.text == "," for token in tokens[first:verb]):
            return None
        by = next((i for i in range(verb, len(tokens)) if tokens[i].fold in words.agents), verb)
        behind = (i for i in range(by + 1, len(tokens)) if self._opens(tokens[i]))  # « rendu public | la mairie »
        maker = tokens[next(behind, len(tokens)) :] if helping == first else tokens[first:helping]
        named = self._profiles.within(maker[0].start, maker[-1].end) if maker else ()
        bodies = (m for m in named if m.span.start <= maker[-1].start)
        if (body := next(bodies, None)) is not None and body.span.start <= maker[min(1, len(maker) - 1)].start:
            return self._profiles.of(body.entity).resolved()
        return self._unknown(maker) if maker else None

    def _opens(self, token: Token) -> bool:
        return token.fold in self._words.determiners or token.text[0].isupper()

    def _publishes(self, token: Token) -> bool:
        return any(lemma in self._words.publishing for lemma, _ in self._words.verbs.analyses(token.fold))

    def _heard(self, phrase: Phrase, agent: int) -> bool:
        """Whether « par » at token `agent` tells who only came by what others had to say (« une note obtenue par X », « des
        témoignages recueillis par Y »)."""
        words, tokens = self._words, phrase.tokens
        if not 0 < agent < len(tokens) or tokens[agent].fold not in words.agents:
            return False
        told = words.documents[tokens[phrase.head].fold].lemma in words.testimonies
        return told or not words.received.isdisjoint(
            t.fold for t in tokens[max(phrase.head, agent - _TO_AGENT) : agent]
        )

    def _some(self, phrase: Phrase, at: int) -> Resolved | None:
        """Whom the words behind « de » or « par » at token `at` describe; the whole phrase where they are only some, without
        an article (« un décompte d'ONG »)."""
        tokens, words = phrase.tokens, self._words
        named = self._unknown(tokens[at + 1 : phrase.core])
        bare = tokens[at].fold in words.belonging and tokens[at].fold not in words.determiners
        if named is None or not bare or words.possessors:
            return named
        first = next((t for t in tokens[at + 1 :] if t.fold not in words.before), tokens[at])
        several = first.fold in words.wider or (first.fold in words.roles and words.roles[first.fold].number == "p")
        return self._unnamed.together(phrase, phrase.core) if several else named

    def _unknown(self, tokens: Sequence[Token]) -> Resolved | None:
        """The body or the people whom the words describe (« le communiqué de | l'Etat-Major »), or None."""
        inner = read_phrase(tokens, (), self._words)
        if inner is None:
            return None
        noun, role = inner.tokens[inner.head], self._heads.role(inner)
        body = noun.fold in self._words.bodies or noun.fold in self._words.wider
        if noun.text[0].isupper() and body:
            return self._unnamed.body(inner, inner.head)
        people = noun.text[0].islower() and (role is not None or body)
        return self._unnamed.source(inner, role) if people else None
