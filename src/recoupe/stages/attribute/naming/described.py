"""Described: whom a phrase without a name of its own means: by its head, its possessive or its body, else in its words."""

from collections.abc import Sequence
from itertools import pairwise

from recoupe.languages.voice_forms import Role, split
from recoupe.model.annotation import Entity
from recoupe.stages.attribute.naming.descriptions import SEATED, Asked, Descriptions
from recoupe.stages.attribute.naming.fighters import Fighters
from recoupe.stages.attribute.naming.heads import Heads
from recoupe.stages.attribute.naming.joint import Joint
from recoupe.stages.attribute.naming.owners import Owners
from recoupe.stages.attribute.naming.phrase import Phrase
from recoupe.stages.attribute.naming.profiles import Profiles, Resolved
from recoupe.stages.attribute.naming.publications import Publications
from recoupe.stages.attribute.naming.publishers import Publishers
from recoupe.stages.attribute.naming.unnamed import Unnamed
from recoupe.stages.attribute.naming.where import Where
from recoupe.text import fold

_MENTIONED_BACK = 3
"""Sentences back to somebody whom « le même » takes up."""
_GENERIC = 2
"""Words of a generic noun with its adjective, at most."""
_KNOWN_BY_TRADE = frozenset({"expert", "ngo"})
"""Groups of those who are called by their trade once they have spoken, whatever office they hold."""
_HEAD = 2
"""Words of a phrase among which its noun stands: a determiner, and it."""


class Described:
    """Answers for the phrases of one article."""

    def __init__(
        self,
        profiles: Profiles,
        heads: Heads,
        owners: Owners,
        descriptions: Descriptions,
        unnamed: Unnamed,
        joint: Joint,
        publications: Publications,
    ) -> None:
        self._text = profiles.text
        self._words = profiles.words
        self._profiles = profiles
        self._heads = heads
        self._owners = owners
        self._descriptions = descriptions
        self._unnamed = unnamed
        self._joint = joint
        self._fighters = Fighters(profiles, descriptions.mission)
        self._publishers = Publishers(
            profiles, heads, descriptions, unnamed, self._person, self._body_called, publications
        )

    def read(self, phrase: Phrase, where: Where) -> Resolved:
        """A source that is described: who is meant in the article, or else its own words."""
        role = self._heads.role(phrase)
        points = phrase.form.points if phrase.form is not None else "indefinite"
        back = points == "demonstrative" or (points == "definite" and not self._told_apart(phrase))
        found = self._unnamed.titled(phrase) or self._troops(phrase) or self._of_two(phrase, where)
        if found is None and phrase.form is None and phrase.tokens[0].fold in self._words.same:
            told = self._kinds_told(phrase)
            found = self._descriptions.last_source(where.start, where.before, told)  # « de même source »
        found = found or self._so_called_again(phrase, where)
        if found is None and points == "possessive":
            anybody = role is not None and "any" in self._words.wider_roles.get(role.lemma, ())
            if anybody and role is not None and phrase.core == phrase.head + 1:  # « notre homme »
                asked = Asked(role, "", phrase.form.gender if phrase.form else "x", None, pointed=True)
                found = self._descriptions.just_spoke(asked, where.start, where.before)
            found = found or self._owned(phrase, role, where)
        if found is None and back and role is not None:
            found = self._person(phrase, role, where)
        if found is None and back:
            found = self._body_called(phrase, where)
        if found is None and back and role is None:
            found = self._field(phrase, where) or self._compatriot(phrase, where) or self._shortened(phrase, where)
        return found or self._publishers.read(phrase, where) or self._body(phrase) or self._unnamed.source(phrase, role)

    def _so_called_again(self, phrase: Phrase, where: Where) -> Resolved | None:
        """« les mêmes autorités », « ce même bureau », after « les autorités sanitaires de X »: who spoke last under that noun, or None."""
        noun = phrase.tokens[phrase.head].fold
        if (
            phrase.head < _HEAD
            or phrase.tokens[phrase.head - 1].fold not in self._words.same
            or noun in self._words.roles
        ):
            return None
        told = [s for s in reversed(where.before) if s.start < where.start]
        # « la même chaîne » may be who spoke last, though only another was called so
        told = told[:1] if noun in self._words.wider else told
        return next((s for s in told if noun in split(self._text[s.start : s.end])), None)

    def _of_two(self, phrase: Phrase, where: Where) -> Resolved | None:
        """« La première », « le second », after two who spoke together: the one who is meant, or None."""
        which = self._words.of_two.get(phrase.tokens[phrase.head].fold)
        form = phrase.form
        if which is None or form is None or form.points != "definite" or phrase.core > phrase.head + 1:
            return None
        identity = self._joint.one_of(which, where.start, where.before)
        known = self._profiles.called(identity) if identity is not None else None
        agrees = known is not None and {known.gender, form.gender} != {"m", "f"}
        return known.resolved() if known is not None and agrees else None

    def _told_apart(self, phrase: Phrase) -> bool:
        """Whether a clause without a comma says which are meant (« les sources qui nous renseignent »): none before."""
        tokens, core = phrase.tokens, phrase.core
        return core < len(tokens) and tokens[core].fold in self._words.relative and tokens[core - 1].text != ","

    def _field(self, phrase: Phrase, where: Where) -> Resolved | None:
        """« la Défense » after « le ministère de la Défense »: that ministry, or None."""
        noun = phrase.tokens[phrase.head]
        if not noun.text[0].isupper() or phrase.core > phrase.head + 1:
            return None
        for source in reversed(where.before):
            called = split(self._text[source.start : source.end])
            ministry = not self._words.ministries.keys().isdisjoint(called)
            if ministry and source.entity.kind == "body" and noun.fold in called:
                return source
        return None

    def _compatriot(self, phrase: Phrase, where: Where) -> Resolved | None:
        """« le Danois »: the person who spoke last, or whom the article named last; None where it is no people's name."""
        noun, form = phrase.tokens[phrase.head], phrase.form
        if form is None or form.number != "s" or phrase.core > phrase.head + 1 or not noun.text[0].isupper():
            return None
        if not phrase.tokens[0].text[0].islower() or any(
            m.span.start <= noun.start < m.span.end for m, _, _ in phrase.names
        ):
            return None  # « Le Parisien » may be a paper
        return self._descriptions.compatriot(noun.fold, form.gender, where.start, where.before)

    def _shortened(self, phrase: Phrase, where: Where) -> Resolved | None:
        """« la mission de l'ONU » after « la mission de l'ONU au Mali (Minusma) »: the body that was so called, or None."""
        if not self._heads.belongs(phrase) or phrase.core < len(phrase.tokens):
            return self._half_named(phrase, where)
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

    def _half_named(self, phrase: Phrase, where: Where) -> Resolved | None:
        """« les Gardiens », after « les gardiens de la révolution »: whom the article named last under that noun, or None."""
        noun = phrase.tokens[phrase.head]
        if not noun.text[0].isupper() or phrase.head + 1 < len(phrase.tokens):
            return None
        for mention in self._profiles.before(where.start):
            longer = " " in mention.span.text and fold(mention.span.text).startswith(f"{noun.fold} ")
            if longer and mention.entity.kind in ("body", "party", "media"):
                return self._profiles.of(mention.entity).resolved()
        return None

    def _person(self, phrase: Phrase, role: Role, where: Where) -> Resolved | None:
        """« le gouverneur », « la même source », « les combattants de X »."""
        words, form = self._words, phrase.form
        if form is None or role.lemma in words.gatherings:
            return None
        same = any(t.fold in words.same for t in phrase.tokens[: phrase.head + 2])
        told = self._kinds_told(phrase)
        # « Une source hospitalière … . La source médicale … »
        same = same or (
            bool(told) and "any" in words.wider_roles.get(role.lemma, ()) and self._alike(role, told, where)
        )
        if same and "any" not in words.wider_roles.get(role.lemma, ()):
            asked = Asked(role, self._heads.idiom(phrase), form.gender, None)  # « le même gouverneur »
            known = self._descriptions.person(asked, where.start, where.before)
            known = known or self._mentioned(role, where)
            if known is not None:
                return known
        if same or (form.points == "demonstrative" and "any" in words.wider_roles.get(role.lemma, ())):
            return self._just_heard(phrase, role, where)
        many = form.number == "p" or role.number == "p"
        if many and role.lemma in words.members:
            for mention, index, _ in phrase.names:
                if mention.entity.kind in ("party", "body") and index <= self._heads.end(phrase) + 2:
                    return self._profiles.of(mention.entity).resolved()._replace(number="p", gender="m")
            if phrase.core == phrase.head + 1:
                # « les combattants »: of one party, or said before of several unnamed ones
                several = Asked(role, "", form.gender, None, plural=True)
                known = self._fighters.called(role.lemma)
                known = known or self._descriptions.person(several, where.start, where.before)
                return known or self._fighters.only(role.lemma, where.before)
        owner = self._heads.complement(phrase)
        if many and owner is not None:
            return None
        if role.group == "expert" and isinstance(owner, str):
            owner = None  # « le spécialiste du Tchad »: of what, not whose
        pointed = form.points == "demonstrative"
        people = self._heads.people(phrase)
        graded = self._words.graded([t.fold for t in phrase.tokens], phrase.head)
        owner = self._body_meant(owner, where)
        asked = Asked(role, self._heads.idiom(phrase), form.gender, owner, many, people, pointed, graded, told)
        found = self._descriptions.person(asked, where.start, where.before)
        if (
            found is None
            and not many
            and (pointed or (role.group in _KNOWN_BY_TRADE and phrase.core == phrase.head + 1))
        ):
            # « cet élu », « cette déplacée », « la chercheuse »: who has just spoken
            return self._descriptions.just_spoke(asked, where.start, where.before)
        former = not many and any(t.fold in words.former for t in phrase.tokens[: phrase.head])
        # what somebody was, the article need not have said before: « L'ancien ministre » is who has just spoken
        return (
            self._descriptions.somebody(form.gender, where.start, where.before) if found is None and former else found
        )

    def _mentioned(self, role: Role, where: Where) -> Resolved | None:
        """Somebody of that role whom one of the sentences before brings in without a name (« guidés par un villageois … . Le même
        villageois … »), or None."""
        here, words = self._profiles.sentence_at(where.start), self._words
        for sentence in reversed(self._profiles.sentences[max(0, here - _MENTIONED_BACK) : here]):
            for before, token in pairwise(sentence.tokens):
                known, form = words.roles.get(token.fold), words.determiners.get(before.fold)
                one = form is not None and form.points == "indefinite" and form.number == "s"
                if one and known is not None and known.lemma == role.lemma and known.number != "p":
                    return self._unnamed.words(before.start, token.end, known.gender, "s")
        return None

    def _alike(self, role: Role, told: frozenset[str], where: Where) -> bool:
        """Whether an unnamed source of that noun, of the kind that the words `told` say, has spoken."""
        kinds = self._words.kinds
        asked = {kinds[word] for word in told}
        heard = (s for s in where.before if s.noun == role.lemma and s.start < where.start and s.number != "p")
        return any(asked & {kinds[w] for w in split(s.entity.name) if w in kinds} for s in heard)

    def _just_heard(self, phrase: Phrase, role: Role, where: Where) -> Resolved | None:
        """« la même source », « cette source médicale »: who spoke last, in the gender of the noun, by which « elle » goes on."""
        found = self._descriptions.last_source(where.start, where.before, self._kinds_told(phrase), role.lemma)
        gender = phrase.form.gender if phrase.form is not None and role.gender == "x" else role.gender
        return found if found is None or gender == "x" else found._replace(gender=gender)

    def _kinds_told(self, phrase: Phrase) -> frozenset[str]:
        """The words behind the noun that say of what kind a source is, folded."""
        return frozenset(t.fold for t in phrase.tokens[phrase.head + 1 : phrase.core]) & self._words.kinds.keys()

    def _body_meant(self, owner: Entity | str | None, where: Where) -> Entity | str | None:
        """The body that the words of an owner mean (« le chef de l'agence onusienne »), else the owner as it is."""
        noun = split(owner)[0] if isinstance(owner, str) and owner else ""
        wider = self._words.wider.get(noun)
        alone = isinstance(owner, str) and len(owner.split()) <= _GENERIC
        if wider is None or not alone:
            return owner
        found = self._descriptions.body(noun, wider, where.start, where.before)
        return owner if found is None else found.entity

    def _body_called(self, phrase: Phrase, where: Where) -> Resolved | None:
        """Whom a generic noun means, in the noun's gender (« l'organisation … », then « elle »); or None."""
        found, wider = self._generic(phrase, where), self._words.wider.get(phrase.tokens[phrase.head].fold)
        return found if found is None or wider is None or found.number == "p" else found._replace(gender=wider.gender)

    def _generic(self, phrase: Phrase, where: Where) -> Resolved | None:
        """« l'ONG », « le quotidien », « l'organisation islamiste »."""
        noun = phrase.tokens[phrase.head].fold
        wider = self._words.wider.get(noun)
        whole = (noun, *(t.fold for t in phrase.tokens[phrase.head + 1 : phrase.head + 2]))
        if len(whole) > 1 and " ".join(whole) in self._words.wider:
            # « la société civile » is no other body, and is not who speaks for it
            named = self._so_called(frozenset(whole), where)
            # behind « le président de la société civile de X, Untel » it is that of his title
            if named is None or named.entity.kind != "person":
                return named
        many = phrase.form is not None and phrase.form.number == "p"
        joint = self._joint.last(noun, where.start, where.before) if many else None
        if joint is not None or (wider is None and many):
            return joint
        if wider is None or (
            "media" not in wider.kinds and self._heads.belongs(phrase) and not self._heads.purpose(phrase)
        ):
            return None
        led = "party" in wider.kinds and self._heads.belongs(phrase) and not self._heads.purpose(phrase)
        if self._heads.goes_on(phrase) or (led and not any(m.entity.kind != "person" for m, _, _ in phrase.names)):
            return None  # « le groupe d'Untel »
        kinds = self._heads.kinds(phrase)
        if kinds and not wider.private:
            return self._so_called(frozenset((*kinds, noun)), where)
        if self._words.possessors and any(
            t.text[0].isupper() and "-" not in t.text and not self._heads.of_a_people(t.fold)
            for t in phrase.tokens[1 : phrase.head]
        ):
            return None  # « the Saba news agency »
        called = self._so_called_before(noun, where, bare=phrase.core == phrase.head + 1)
        if called is not None:
            return called
        armed = any(t.fold in self._words.armed for t in phrase.tokens[phrase.head + 1 : phrase.core])
        pointed = phrase.form is not None and phrase.form.points == "demonstrative"
        behind = phrase.tokens[phrase.head + 1 : phrase.core]
        qualities = frozenset(t.fold for t in behind if t.text.islower() and not self._words.possessors)
        titled = phrase.tokens[phrase.head].text.istitle() and not pointed and not self._words.possessors
        found = self._descriptions.body(
            noun, wider, where.start, where.before, armed=armed, pointed=pointed, titled=titled, qualities=qualities
        )
        owned = noun in self._words.documents and self._heads.belongs(phrase) and not self._heads.purpose(phrase)
        if found is not None and owned and where.before and where.before[-1].entity.id != found.entity.id:
            return None  # « le site de la présidence »: whose it is speaks, but for a medium that has just spoken
        return found

    def _so_called(self, called: frozenset[str], where: Where) -> Resolved | None:
        """Who spoke before under all those words, or None."""
        for source in reversed(where.before):
            if source.start < where.start and called <= set(split(self._text[source.start : source.end])):
                return source
        return None

    def _so_called_before(self, noun: str, where: Where, *, bare: bool) -> Resolved | None:
        """« le comité » after « un comité de médecins »: the unnamed body that has spoken under that word last, or None
        where a named one has since, or has spoken since a heading that only calls it so."""
        wider, named, since = self._words.wider[noun], False, False
        for source in reversed(where.before):
            if source.start >= where.start:
                continue
            words = split(self._text[source.start : source.end])[:_HEAD]
            if noun in words:
                heading = self._profiles.sentence(source.start).kind != "paragraph"
                return source if source.entity.kind == "unnamed" and not (heading and named) else None
            if source.entity.kind == "unnamed" and bare and not since and self._like_medium(noun, words):
                return source
            since = since or source.entity.kind in ("body", "media")
            named = named or (
                source.entity.kind in wider.kinds and self._descriptions.may_be(noun, wider, source.entity)
            )
        return None

    def _like_medium(self, noun: str, words: Sequence[str]) -> bool:
        """Whether `noun` is another word for the medium of the `words` (« la chaîne » after « la télévision publique »)."""
        alike = (self._words.papers, self._words.broadcasters)
        return any(noun in medium and not medium.isdisjoint(words) for medium in alike)

    def _body(self, phrase: Phrase) -> Resolved | None:
        """« la mission de l'ONU », « l'hôpital X », « l'opérateur X »: a body under the words that name it."""
        noun, form, words = phrase.tokens[phrase.head].fold, phrase.form, self._words
        if form is None or form.points != "definite" or form.number == "p" or self._heads.role(phrase) is not None:
            return None
        wider = words.wider.get(noun)
        last = phrase.core - 1
        if (
            wider is not None
            and "media" in wider.kinds
            and last > phrase.head + 1
            and phrase.tokens[last].text.isupper()
        ):
            return self._unnamed.body(phrase, last)  # « la télévision d'État MRTV »
        end = self._heads.end(phrase)
        named = end < phrase.core and phrase.tokens[end].text[0].isupper()
        alone = named and all(token.text[0].isupper() for token in phrase.tokens[end : phrase.core])
        known = noun in words.wider or noun in words.bodies or noun in words.ministries
        kinds = self._heads.kinds(phrase)
        if known and kinds and not named:
            return self._unnamed.body(phrase, next(k for k, t in enumerate(phrase.tokens) if t.fold == kinds[0]))
        if alone and noun not in words.bodies and phrase.tokens[phrase.head].text[0].islower():
            return self._unnamed.body(phrase, end)
        return self._unnamed.body(phrase, phrase.head) if known and (named or self._heads.belongs(phrase)) else None

    def _troops(self, phrase: Phrase) -> Resolved | None:
        """« les forces de la coalition », « les troupes du M23 »: the party itself."""
        heads = self._words.bodies.get(phrase.tokens[phrase.head].fold)
        if not heads or heads[-1].kind != "party" or not self._heads.belongs(phrase):
            return None
        for mention, index, _ in phrase.names:
            if mention.entity.kind == "party" and index <= phrase.head + 3:
                party = self._profiles.of(mention.entity).resolved()
                return party._replace(gender=heads[-1].gender, number=heads[-1].number)
        return None

    def _owned(self, phrase: Phrase, role: Role | None, where: Where) -> Resolved | None:
        """« son porte-parole », « ses services »: the owner's person, or the owner."""
        owner = self._owners.of(phrase, where)
        if owner is None or phrase.form is None:
            return None
        if role is None:
            noun = phrase.tokens[phrase.head].fold
            theirs = phrase.core == phrase.head + 1 and noun in self._words.wider and owner.number == "p"
            # « Deux Casques blancs ont été tués, a annoncé leur organisation »
            theirs = theirs and owner.entity.kind in ("body", "party")
            return owner if theirs or noun in self._words.documents else None
        asked = Asked(role, self._heads.idiom(phrase), phrase.form.gender, owner.entity)
        person = self._descriptions.person(asked, where.start, where.before)
        own = self._unnamed.source(phrase, role)
        if person is not None:
            # « dans la région de X, selon son gouverneur »: nobody is his own
            return own if person.entity.id == owner.entity.id and role.group in SEATED else person
        return own._replace(organisation=own.organisation or self._profiles.longest(owner.entity))
