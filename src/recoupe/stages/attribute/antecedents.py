"""Antecedents: whom a pronoun or a description points back to, among those whom the article names and those who spoke."""

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, field

from recoupe.languages.voices import Form, Role, VoiceWords, Wider, split
from recoupe.model.annotation import Annotations, Entity, Mention
from recoupe.text import bare, fold

_SENTENCES_BACK = 4
_SAME_ROLE = 8.0
_CLAUSE_MARKS = frozenset(",;:–—«»")
# characters before a sentence's subject: an article or an opening mark
_OPENING = 6


@dataclass(frozen=True, slots=True)
class Resolved:
    """Who a source is, and what a later pronoun or description may know it by."""

    entity: Entity
    role: str | None
    organisation: str | None
    start: int = 0
    """Offsets of the words that named it."""
    end: int = 0
    gender: str = "x"
    """m, f or x for either."""
    number: str = "x"
    """s, p or x for either."""
    noun: str = ""
    """The lemma of an unnamed source's role noun."""
    nested: bool = False
    """Speaks only inside what another source says, and so is less likely to be whom a pronoun outside carries on."""


@dataclass(slots=True)
class Profile:
    """What the article says of one entity, wherever it says it."""

    entity: Entity
    role: str | None = None
    organisation: str | None = None
    gender: str = "x"
    number: str = "x"
    lemmas: set[str] = field(default_factory=set)
    """Role lemmas and their groups."""
    owners: set[str] = field(default_factory=set)
    """Ids of the bodies in which the roles are held."""
    heads: set[str] = field(default_factory=set)
    """First words under which the article names it."""
    first: int = 0
    """Offset of the first mention."""
    public: bool = False
    """Named as a state's or a place's body (« l'armée irakienne », « la mairie »)."""


class Antecedents:
    """The people and bodies of one article, and who is meant by a word that points to them."""

    def __init__(self, text: str, annotations: Annotations, words: VoiceWords, cue_words: frozenset[str]) -> None:
        self._text = text
        self._cue_words = cue_words
        self._quotes = [(q.inner_start, q.inner_end) for q in annotations.quotes if q.depth == 0]
        self._words = words
        self._mentions = annotations.mentions
        self._starts = [m.span.start for m in annotations.mentions]
        self._sentences = annotations.sentences
        self._sentence_starts = [s.start for s in annotations.sentences]
        self._profiles: dict[str, Profile] = {}
        for mention in annotations.mentions:
            self._learn(mention)
        for profile in self._profiles.values():
            self._name_owner(profile)

    # --- what is known

    def mentions_in(self, start: int, end: int) -> tuple[Mention, ...]:
        """The mentions that begin in `start`–`end`."""
        return self._mentions[bisect_left(self._starts, start) : bisect_left(self._starts, end)]

    def profile(self, entity: Entity) -> Profile:
        """What the article says of `entity`; an empty profile when it is not one of the mentions'."""
        return self._profiles.get(entity.id) or Profile(entity)

    def _learn(self, mention: Mention) -> None:
        profile = self._profiles.get(mention.entity.id)
        if profile is None:
            profile = self._profiles[mention.entity.id] = Profile(mention.entity, first=mention.span.start)
        person = mention.entity.kind == "person"
        gender, number = self._agreement(mention)
        if profile.gender == "x":
            profile.gender = gender
        if profile.number == "x":
            profile.number = number
        first = fold(mention.span.text).split()[0]
        profile.heads.add(first)
        if not person:
            profile.public = profile.public or self._is_public(mention)
            return
        if mention.role:
            known = profile.role.split(", ") if profile.role else []
            known += [part for part in mention.role.split(", ") if part not in known]
            # « porte-parole, général »: the office before the rank
            known.sort(key=lambda part: self._is_rank(part))
            profile.role = ", ".join(known)
            words = split(mention.role.replace(",", " "))
            for at, word in enumerate(words):
                role = self._words.roles.get(word)
                if role is not None:
                    profile.lemmas |= {role.lemma, role.group}
                    profile.lemmas |= {_phrase(i) for i in self._words.idioms.get(word, ()) if words[at : at + len(i)] == i}
                    if profile.gender == "x" and role.gender != "x":
                        profile.gender = role.gender
        if mention.organisation:
            profile.organisation = profile.organisation or mention.organisation
            for other in self._near(mention):
                if other.entity.kind != "person" and other.span.text in mention.organisation:
                    profile.owners.add(other.entity.id)

    def _is_public(self, mention: Mention) -> bool:
        words = split(mention.span.text)
        if words[0] in self._words.ministries:
            return True
        heads = self._words.bodies.get(words[0], ())
        return any((head.national or head.local) and words[: len(head.words)] == head.words for head in heads)

    def _name_owner(self, profile: Profile) -> None:
        """Puts the body's name for « l'ONG » in « le directeur de l'ONG »."""
        wider = self._words.wider.get(fold(profile.organisation or ""))
        if wider is None or profile.entity.kind != "person":
            return
        owner = self.by_kind(fold(profile.organisation or ""), wider, (), profile.first)
        if owner is not None:
            profile.owners.add(owner.entity.id)
            profile.organisation = self.longest(owner.entity)

    def longest(self, entity: Entity) -> str:
        """The fullest words under which the article names an entity."""
        return max((m.span.text for m in self._mentions if m.entity.id == entity.id), key=len, default=entity.name)

    def _is_rank(self, role: str) -> bool:
        found = self._words.roles.get(fold(role).split()[0])
        return found is not None and found.group == "ranks"

    def _near(self, mention: Mention) -> Sequence[Mention]:
        sentence = self._sentences[self.sentence_at(mention.span.start)] if self._sentences else None
        return self.mentions_in(sentence.start, sentence.end) if sentence is not None else ()

    def _agreement(self, mention: Mention) -> tuple[str, str]:
        """Gender and number of a mention, by its determiner, its head noun, its title or its given name."""
        before = fold(self._text[max(0, mention.span.start - 14) : mention.span.start]).split()
        word = before[-1] if before else ""
        if mention.entity.kind == "person":
            honorific = self._words.honorifics.get(word.rstrip("."))
            parts = fold(mention.span.text).split()
            gender = honorific[0] if honorific is not None else "x"
            if gender == "x" and len(parts) > 1:
                gender = self._words.given.get(parts[0]) or self._words.given.get(parts[0].split("-")[0]) or "x"
            if gender == "x" and parts[-1].endswith(self._words.feminine_endings):
                gender = "f"
            return gender, "s"
        parts = fold(mention.span.text).split()
        head = parts[0]
        for body in self._words.bodies.get(head, ()):
            if len(body.words) == 1:
                return body.gender, body.number
        wider = self._words.wider.get(head)
        gender = (
            wider.gender
            if wider is not None
            else self._words.heads.get(head) or self._words.ministries.get(head) or "x"
        )
        form = self._words.determiners.get(word if not word.endswith("'") else word[-2:])
        if form is not None and form.points != "possessive":
            return (gender if gender != "x" else form.gender), form.number
        return gender, "s" if gender != "x" else "x"

    def sentence_at(self, offset: int) -> int:
        """The index of the sentence that holds `offset` or stands last before it."""
        return max(0, bisect_right(self._sentence_starts, offset) - 1)

    # --- pronouns

    def subject(self, form: Form, start: int, before: Sequence[Resolved], *, inverted: bool) -> Resolved | None:
        """Whom « il », « elle », « ils », « elles » at offset `start` mean: who spoke or whom the text is about."""
        here = self.sentence_at(start)
        quoted = self._quoted(start)
        best: tuple[float, int] | None = None
        chosen: Resolved | None = None
        for rank, source in enumerate(reversed(before[-12:])):
            if not _agrees(form, source.gender, source.number) or source.start >= start or self._weak(source):
                continue
            away = here - self.sentence_at(source.start)
            # « a-t-elle ajouté » carries on who spoke; inside a quotation the speaker speaks of others
            score = (14.0 - 1.5 * away if inverted else 12.0 - 3 * away) - rank - 6 * quoted
            score -= 4 * (source.nested and not quoted)
            score += 2 * (source.entity.kind in ("person", "unnamed")) - (source.gender == "x") * 0.75
            if inverted and away == 0 and source.start - self._sentences[here].start > _OPENING:
                score -= 3  # the words before the inversion are said, and who speaks in them is spoken of
            if best is None or (score, source.start) > best:
                best, chosen = (score, source.start), source
        low = bisect_left(self._starts, self._sentences[max(0, here - 3)].start) if self._sentences else 0
        for mention in reversed(self._mentions[low : bisect_left(self._starts, start)]):
            profile = self.profile(mention.entity)
            if not _agrees(form, profile.gender, profile.number) or (not quoted and self._quoted(mention.span.start)):
                continue
            away = here - self.sentence_at(mention.span.start)
            leads = self._leads(mention)
            score = (
                7.0
                - 3 * away
                + 5 * leads
                - (2 if quoted else 4) * self._governed(mention)
                - (profile.gender == "x") * 0.75
            )
            if inverted:
                score += 4 if away == 0 and leads and self._speaks(mention) else -4
            if mention.entity.kind == "state" and not leads:
                score -= 1
            if best is None or (score, mention.span.start) > best:
                best, chosen = (score, mention.span.start), _resolved(profile)
        return chosen

    def _quoted(self, offset: int) -> bool:
        return any(start <= offset < end for start, end in self._quotes)

    def _speaks(self, mention: Mention) -> bool:
        """Whether a mention opens its sentence with a verb of saying right after it (« le ministère dément : …, assure-t-il »)."""
        sentence = self._sentences[self.sentence_at(mention.span.start)]
        if any(mark in _CLAUSE_MARKS for mark in self._text[sentence.start : mention.span.start]):
            return False
        tokens = sentence.tokens
        low = bisect_left(tokens, mention.span.end, key=lambda t: t.start)
        return any(token.fold in self._cue_words for token in tokens[low : low + 4])

    def last(self, form: Form, start: int, before: Sequence[Resolved]) -> Resolved | None:
        """Whom « celui-ci », « cette dernière », « qui » at offset `start` mean: the one named last."""
        sources = [s for s in before if s.end <= start and _agrees(form, s.gender, s.number)]
        chosen = max(sources, key=lambda s: s.end) if sources else None
        for mention in reversed(self._mentions[: bisect_left(self._starts, start)]):
            profile = self.profile(mention.entity)
            if _agrees(form, profile.gender, profile.number):
                if chosen is None or mention.span.end > chosen.end:
                    return _resolved(profile)
                break
        return chosen

    def _weak(self, source: Resolved) -> bool:
        return (
            source.entity.kind == "unnamed" and not source.noun and source.entity.voice is None and source.gender == "x"
        )

    def _leads(self, mention: Mention) -> bool:
        """Whether a mention is its sentence's subject, as far as the words beside it tell."""
        if self._governed(mention):
            return False
        sentence = self._sentences[self.sentence_at(mention.span.start)]
        tokens = sentence.tokens
        low = bisect_left(tokens, mention.span.end, key=lambda t: t.start)
        if low < len(tokens):
            word = tokens[low].fold
            if word in self._words.clitics or self._words.verbs.finite(word):
                return True
        return mention.span.start - sentence.start < _OPENING

    def _governed(self, mention: Mention) -> bool:
        words = fold(self._text[max(0, mention.span.start - 24) : mention.span.start]).replace("'", "' ").split()
        while words and (words[-1].rstrip(".") in self._words.honorifics or words[-1] in self._words.roles):
            words.pop()
        if not words:
            return False
        word = words[-1]
        if word in self._words.prepositions:
            return True
        return word in self._words.determiners and len(words) > 1 and words[-2] in self._words.prepositions

    # --- descriptions

    def last_source(self, start: int, before: Sequence[Resolved]) -> Resolved | None:
        """Who spoke last before offset `start` (« la même source »)."""
        return next((s for s in reversed(before) if s.start < start), None)

    def publisher(self, start: int, before: Sequence[Resolved]) -> Resolved | None:
        """The body, medium or state that spoke last (« le rapport », « le texte »), else whoever did."""
        sources = [s for s in before if s.start < start]
        bodies = [s for s in sources if s.entity.kind in ("body", "party", "media", "state")]
        return bodies[-1] if bodies else sources[-1] if sources else None

    def publisher_after(self, end: int) -> Resolved | None:
        """The medium named after offset `end` (« un reportage », in a headline)."""
        for mention in self._mentions[bisect_left(self._starts, end) :]:
            if mention.entity.kind == "media":
                return _resolved(self.profile(mention.entity))
        return None

    def by_role(
        self,
        role: Role,
        idiom: str,
        gender: str,
        owner: Entity | str | None,
        before: Sequence[Resolved],
        start: int,
        *,
        plural: bool = False,
    ) -> Resolved | None:
        """The person of the article who holds the role (« le gouverneur », « la diplomate »), or None.

        `idiom` is the set phrase that the role noun opens (« chef d'état-major »), or empty. For a `plural` (« les villageois ») only an unnamed source of many is looked for.
        """
        asked = idiom if idiom and role.group != "ranks" else role.lemma
        wider = self._words.wider_roles.get(asked, frozenset())
        if not wider and asked == role.lemma:
            wider = self._words.wider_roles.get(role.group, frozenset())
        best: tuple[float, int] | None = None
        chosen: Resolved | None = None
        recent = {s.entity.id: rank for rank, s in enumerate(reversed(before[-12:]))}
        said = {s.entity.id: s.organisation for s in before}
        for profile in self._profiles.values():
            if profile.entity.kind != "person" or plural:
                continue
            score = self._fits(
                role,
                asked,
                wider,
                gender,
                owner,
                profile.lemmas,
                profile.gender,
                profile.owners,
                said.get(profile.entity.id) or profile.organisation,
            )
            if (
                score is None
                and not profile.lemmas
                and profile.gender == (role.gender if role.gender != "x" else gender)
                and profile.entity.id in recent
            ):
                score = (
                    None if owner is not None and profile.organisation else 2.0
                )  # somebody of whom the article has said nothing yet
            if score is None or ("any" in wider and profile.entity.id not in recent):
                continue
            score += 3.0 - 0.5 * recent[profile.entity.id] if profile.entity.id in recent else 0.0
            if profile.first > start:
                score -= 1
            if best is None or (score, -abs(profile.first - start)) > best:
                best, chosen = (score, -abs(profile.first - start)), _resolved(profile)
        for rank, source in enumerate(reversed(before[-12:])):
            known = self._words.roles.get(source.noun)
            if known is None or source.entity.kind != "unnamed" or (source.number == "p") is not plural:
                continue
            lemmas = {known.lemma, known.group}
            score = self._fits(role, asked, wider, gender, owner, lemmas, source.gender, set(), source.organisation)
            if score is None:
                continue
            score += 3.0 - 0.5 * rank
            if best is None or (score, source.start - start) > best:
                best, chosen = (score, source.start - start), source
        return chosen

    def _fits(
        self, role: Role, asked: str, wider: frozenset[str], gender: str, owner: Entity | str | None,
        lemmas: set[str], known_gender: str, owners: set[str], organisation: str | None,
    ) -> float | None:  # fmt: skip
        """How well somebody of these lemmas is meant by the role, or None when not at all."""
        sought = role.gender if role.gender != "x" else gender
        if (sought == "f" and known_gender == "m") or (sought == "m" and known_gender == "f" and role.gender == "x"):
            return None
        if asked in lemmas:
            score = _SAME_ROLE
        elif role.group == "ranks" and "ranks" in lemmas:
            return None  # another rank is another officer
        elif lemmas & wider or "any" in wider:
            score = 5.0
        elif role.group == "official" and lemmas & self._words.generic_roles and isinstance(owner, Entity):
            score = 3.0  # « son chef, X », then « le secrétaire général de l'ONU »
        else:
            return None
        if owner is not None:
            if isinstance(owner, Entity):
                if owner.id in owners or organisation == owner.name:
                    return score + 4
                owner = owner.name_fr or owner.name
                if owners:
                    return None
            if organisation is None and score < _SAME_ROLE:
                return None
            if organisation is not None:
                shared = set(bare(owner).split()) & set(bare(organisation).split()) - _SMALL
                if not shared:
                    return None
                score += 2
        return score

    def by_kind(
        self, noun: str, wider: Wider, before: Sequence[Resolved], start: int, *, armed: bool = False
    ) -> Resolved | None:
        """The body or medium that a generic noun means (« l'ONG », « le quotidien »), or None.

        `armed` (« l'organisation islamiste ») looks for a party only.
        """
        here = self.sentence_at(start)
        kinds = wider.kinds & {"party"} if armed and "party" in wider.kinds else wider.kinds
        best: tuple[float, int] | None = None
        chosen: Resolved | None = None
        for rank, source in enumerate(reversed(before[-12:])):
            if source.entity.kind not in kinds or source.start >= start or self._public(source.entity, wider):
                continue
            score = 10.0 - rank + 6 * (noun in self.profile(source.entity).heads)
            if best is None or (score, source.start) > best:
                best, chosen = (score, source.start), source
        for mention in reversed(self._mentions[: bisect_left(self._starts, start)]):
            if mention.entity.kind not in kinds or self._public(mention.entity, wider):
                continue
            profile = self.profile(mention.entity)
            away = here - self.sentence_at(mention.span.start)
            if away > _SENTENCES_BACK and noun not in profile.heads:
                break
            score = 6.0 - away + 6 * (noun in profile.heads)
            if best is None or (score, mention.span.start) > best:
                best, chosen = (score, mention.span.start), _resolved(profile)
        return chosen

    def _public(self, entity: Entity, wider: Wider) -> bool:
        """Whether a generic noun that means no state's body cannot mean this entity."""
        if not wider.private:
            return False
        return self.profile(entity).public


_SMALL = frozenset({"de", "du", "des", "la", "le", "les", "l", "d", "et", "a", "au", "aux"})


def _phrase(words: tuple[str, ...]) -> str:
    return " ".join(words).replace("' ", "'")


def _agrees(form: Form, gender: str, number: str) -> bool:
    if form.gender != "x" and gender != "x" and form.gender != gender:
        return False
    return form.number == "x" or number == "x" or form.number == number


def _resolved(profile: Profile) -> Resolved:
    return Resolved(
        profile.entity, profile.role, profile.organisation, profile.first, profile.first, profile.gender, profile.number
    )
