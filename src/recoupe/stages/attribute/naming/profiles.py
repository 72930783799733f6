"""Profiles: what the article says of each entity that it names, wherever it says it."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from recoupe.languages.voice_forms import Wider, split
from recoupe.languages.voices import VoiceWords
from recoupe.model.annotation import Annotations, Entity, Mention, Sentence
from recoupe.text import fold_word

# characters before a mention in which its determiner or title stands
_BESIDE = 24
_MAYBE_FEMININE = "a"
"""The ending of many women's given names, in most languages that have any."""


class Resolved(NamedTuple):
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
    """One entity. Built once; nobody changes it after that."""

    entity: Entity
    first: int = 0
    """Offset of the first mention."""
    role: str | None = None
    organisation: str | None = None
    gender: str = "x"
    number: str = "x"
    lemmas: set[str] = field(default_factory=set)
    """The lemmas, groups and idioms of a person's roles."""
    doing: set[str] = field(default_factory=set)
    """The lemmas of the roles of those who do what it is said to do (« X, qui administre la région »)."""
    owners: set[str] = field(default_factory=set)
    """Ids of the bodies in which the roles are held."""
    heads: set[str] = field(default_factory=set)
    """Folded first words under which the article names it."""
    public: bool = False
    """Named as a state's or a place's body (« l'armée irakienne », « la mairie »)."""

    def resolved(self) -> Resolved:
        """The entity as an antecedent, at its first mention."""
        return Resolved(self.entity, self.role, self.organisation, self.first, self.first, self.gender, self.number)


class Profiles:
    """The profiles of one article, and where its mentions and sentences stand."""

    def __init__(self, text: str, annotations: Annotations, words: VoiceWords) -> None:
        self.text = text
        self.words = words
        self.mentions = annotations.mentions
        self.sentences = annotations.sentences
        self.starts = [m.span.start for m in annotations.mentions]
        self._sentence_starts = [s.start for s in annotations.sentences]
        self._profiles: dict[str, Profile] = {}
        for mention in annotations.mentions:
            self._learn(mention)
        for profile in self._profiles.values():
            self._name_owner(profile)

    def of(self, entity: Entity) -> Profile:
        """What the article says of `entity`; an empty profile when no mention names it."""
        return self._profiles.get(entity.id) or Profile(entity)

    def called(self, identity: str) -> Profile | None:
        """What the article says of the entity of that id; None when no mention names it."""
        return self._profiles.get(identity)

    def people(self) -> Iterable[Profile]:
        """The persons, in the order of their first mention."""
        return (p for p in self._profiles.values() if p.entity.kind == "person")

    def within(self, start: int, end: int) -> tuple[Mention, ...]:
        """The mentions that begin in `start`–`end`."""
        return self.mentions[bisect_left(self.starts, start) : bisect_left(self.starts, end)]

    def before(self, start: int) -> tuple[Mention, ...]:
        """The mentions that begin before offset `start`, the last one first."""
        return self.mentions[: bisect_left(self.starts, start)][::-1]

    def sentence_at(self, offset: int) -> int:
        """The index of the sentence that holds `offset` or stands last before it."""
        return max(0, bisect_right(self._sentence_starts, offset) - 1)

    def sentence(self, offset: int) -> Sentence:
        """That sentence."""
        return self.sentences[self.sentence_at(offset)]

    def longest(self, entity: Entity) -> str:
        """The fullest words under which the article names an entity, or its name."""
        return max((m.span.text for m in self.mentions if m.entity.id == entity.id), key=len, default=entity.name)

    def named_last(self, wider: Wider, noun: str, start: int) -> Profile | None:
        """The body that a generic noun before offset `start` means, by the mentions alone; None when it means none."""
        best: Profile | None = None
        for mention in self.before(start):
            profile = self.of(mention.entity)
            if mention.entity.kind not in wider.kinds or (wider.private and profile.public):
                continue
            if noun in profile.heads:
                return profile
            best = best or profile
        return best

    def _learn(self, mention: Mention) -> None:
        profile = self._profiles.get(mention.entity.id)
        if profile is None:
            profile = self._profiles[mention.entity.id] = Profile(mention.entity, mention.span.start)
        gender, number = self._agreement(mention)
        profile.gender = gender if profile.gender == "x" else profile.gender
        profile.number = number if profile.number == "x" else profile.number
        if mention.entity.kind != "person" and self._apposed_gender(mention) not in (profile.gender, None):
            profile.gender = "x"  # « l'Observatoire, une ONG, … », then « elle »
        profile.heads.add(fold_word(mention.span.text).split()[0])
        if mention.entity.kind != "person":
            profile.public = profile.public or self._is_public(mention)
            return
        profile.doing |= self._doing(mention)
        if mention.role:
            self._learn_role(profile, mention.role)
            profile.gender = self._titled(mention, mention.role) or profile.gender
        if mention.organisation:
            profile.organisation = profile.organisation or mention.organisation
            sentence = self.sentence(mention.span.start)
            for other in self.within(sentence.start, sentence.end):
                if other.entity.kind != "person" and other.span.text in mention.organisation:
                    profile.owners.add(other.entity.id)

    def _apposed_gender(self, mention: Mention) -> str | None:
        """The gender of the generic noun apposed to a body's name (« MSF, une organisation médicale, »), or None."""
        tokens = self.sentence(mention.span.start).tokens
        at = bisect_left(tokens, mention.span.end, key=lambda t: t.start)
        at += at < len(tokens) and tokens[at].text == ")"
        if at + 2 >= len(tokens) or tokens[at].text != "," or tokens[at + 1].fold not in self.words.determiners:
            return None
        wider = self.words.wider.get(tokens[at + 2].fold)
        return wider.gender if wider is not None and wider.gender in ("m", "f") else None

    def _doing(self, mention: Mention) -> frozenset[str]:
        """The roles that somebody has by what a relative clause says that he does (« X, qui administre la région »)."""
        if not self.words.doing:
            return frozenset()
        tokens = self.sentence(mention.span.start).tokens
        at = bisect_left(tokens, mention.span.end, key=lambda t: t.start)
        if at + 2 >= len(tokens) or tokens[at].text != "," or tokens[at + 1].fold not in self.words.relative:
            return frozenset()
        analyses = self.words.verbs.analyses(tokens[at + 2].fold)
        return frozenset(role for lemma, _ in analyses for role in self.words.doing.get(lemma, ()))

    def _titled(self, mention: Mention, role: str) -> str | None:
        """The gender that the article before a title gives (« le porte-parole, Untel »), or None."""
        first = role.split()[0]
        noun = self.words.roles.get(fold_word(first))
        start = self.sentence(mention.span.start).start
        at = self.text.rfind(first, start, mention.span.start)
        beside = self.words_before(mention.span.start)
        if noun is None or noun.gender == "f" or at < 0 or (beside and beside[-1].rstrip(".") in self.words.honorifics):
            return None  # « le ministre, Mme Untel »
        article = self.words.determiners.get((self.words_before(at) or [""])[-1])
        if article is None or article.gender == "x":
            return None
        parts = fold_word(mention.span.text).split()
        own = self._given(parts)
        apposed = self.text[start : mention.span.start].rstrip().endswith(",")
        maybe = own is None and apposed and len(parts) > 1 and parts[0].endswith(_MAYBE_FEMININE)
        if article.gender == "m" and (own == "f" or maybe):
            return "x"  # « le ministre, Untelle »: the office alone may be « le »
        return article.gender

    def _learn_role(self, profile: Profile, role: str) -> None:
        known = profile.role.split(", ") if profile.role else []
        known += [part for part in role.split(", ") if part not in known]
        known.sort(key=self._is_rank)  # « porte-parole, général »: the office before the rank
        profile.role = ", ".join(known)
        folded = split(role.replace(",", " "))
        for at, word in enumerate(folded):
            noun = self.words.roles.get(word)
            if noun is None:
                continue
            profile.lemmas |= {self.words.graded(folded, at), noun.group}
            idioms = (i for i in self.words.idioms.get(word, ()) if folded[at : at + len(i)] == i)
            profile.lemmas |= {written(i) for i in idioms}
            if profile.gender == "x":
                profile.gender = noun.gender

    def _is_rank(self, role: str) -> bool:
        found = self.words.roles.get(fold_word(role).split()[0])
        return found is not None and found.group == "ranks"

    def _name_owner(self, profile: Profile) -> None:
        """Puts the body's name for « l'ONG » in « le directeur de l'ONG »."""
        noun = fold_word(profile.organisation or "")
        wider = self.words.wider.get(noun)
        owner = self.named_last(wider, noun, profile.first) if wider is not None else None
        if owner is not None:
            profile.owners.add(owner.entity.id)
            profile.organisation = self.longest(owner.entity)

    def _is_public(self, mention: Mention) -> bool:
        words = split(mention.span.text)
        if words[0] in self.words.ministries:
            return True
        if not self.words.rising.isdisjoint(words):
            return False  # « l'Armée de libération de X »
        heads = self.words.bodies.get(words[0], ())
        if self.words.kinds.get(words[0]) == "ngo":
            return False  # « le Croissant-Rouge » of a country is none of the state's
        return any((head.national or head.local) and words[: len(head.words)] == head.words for head in heads)

    def words_before(self, start: int) -> list[str]:
        """The folded words right before offset `start`, at most three or four."""
        return list(split(self.text[max(0, start - _BESIDE) : start]))

    def _agreement(self, mention: Mention) -> tuple[str, str]:
        """Gender and number of a mention, by its head noun, its determiner, its title or its given name."""
        words = self.words
        before = self.words_before(mention.span.start)
        beside = before[-1] if before else ""
        parts = fold_word(mention.span.text).split()
        if mention.entity.kind == "person":
            told = self._gender(beside, parts)
            return told if told != "x" else self._gender(beside, fold_word(mention.entity.name).split()), "s"
        for body in words.bodies.get(parts[0], ()):
            if len(body.words) == 1:
                return body.gender, body.number
        wider = words.wider.get(parts[0])
        gender = wider.gender if wider is not None else words.heads.get(parts[0]) or words.ministries.get(parts[0])
        form = words.determiners.get(beside)
        if form is not None and form.points != "possessive":
            return gender or form.gender, form.number
        return gender or "x", "s" if gender else "x"

    def _given(self, parts: Sequence[str]) -> str | None:
        """The gender of the given name with which a name's folded parts begin, or None."""
        given = self.words.given
        return given.get(parts[0]) or given.get(parts[0].split("-")[0]) if len(parts) > 1 else None

    def _gender(self, beside: str, parts: Sequence[str]) -> str:
        words = self.words
        honorific = words.honorifics.get(beside.rstrip("."))
        if honorific is not None and honorific[0] != "x":
            return honorific[0]
        given = self._given(parts)
        if given is not None and given != "x":
            return given
        return "f" if parts[-1].endswith(words.feminine_endings) else "x"


def written(words: Sequence[str]) -> str:
    """Folded words as one string, « d' » joined to what follows."""
    return " ".join(words).replace("' ", "'")
