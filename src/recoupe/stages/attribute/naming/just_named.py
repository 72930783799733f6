"""Just named: the person named in the sentence before whom « cet homme de 34 ans », « cette mère de deux enfants » takes up."""

from recoupe.languages.voice_forms import Role
from recoupe.model.annotation import Sentence
from recoupe.stages.attribute.naming.opening_subject import OpeningSubject
from recoupe.stages.attribute.naming.phrase import Phrase
from recoupe.stages.attribute.naming.profiles import Profiles, Resolved
from recoupe.stages.attribute.naming.pronouns import Pronouns
from recoupe.stages.attribute.naming.where import Where

_KIN = frozenset({"relative"})
"""Groups of roles that tell no trade, and so may be anybody's."""


class JustNamed:
    """Answers for the phrases of one article."""

    def __init__(self, profiles: Profiles, pronouns: Pronouns, subjects: OpeningSubject) -> None:
        self._words = profiles.words
        self._profiles = profiles
        self._pronouns = pronouns
        self._subjects = subjects

    def anybody(self, phrase: Phrase, role: Role | None, where: Where) -> Resolved | None:
        """Whom a noun that may be anybody's means: « Le juge a entendu Untel. Ce père de famille raconte … »; or None."""
        if role is None or phrase.names or phrase.form is None or phrase.form.points != "demonstrative":
            return None
        wide = role.group in _KIN or "any" in self._words.wider_roles.get(role.lemma, ())
        return self.person(role, where) if wide else None

    def person(self, role: Role, where: Where, *, across: bool = False) -> Resolved | None:
        """The person whom the sentence before names, who spoke there or its subject rather than any other; or None. `across`: even where
        it closes another paragraph."""
        sentence = self._pronouns.sentence_before(where.start)
        if sentence is None or role.number == "p":
            return None
        if not across and sentence.block != self._profiles.sentence(where.start).block:
            return None
        spoke = [s.entity.id for s in where.before if sentence.start <= s.start < where.start]
        subject = self._subjects.of(sentence)
        named = [m for m, _, hangs in subject.names if not hangs] if subject is not None else []
        others = reversed(self._profiles.within(sentence.start, sentence.end))
        # « les hommes d'Untel », « tenue par Untel »
        named += [m for m in others if spoke or not (across or self._hangs(sentence, m.span.start))]
        people = (
            self._profiles.of(m.entity).resolved()
            for m in named
            if m.entity.kind == "person" and (not spoke or m.entity.id in spoke)
        )
        found = next(people, None)
        return None if found is None or {found.gender, role.gender} == {"m", "f"} else found

    def _hangs(self, sentence: Sentence, start: int) -> bool:
        """Whether a name only stands behind « of » or a preposition."""
        at = sentence.first_at(start)
        words = self._words
        before = sentence.folds[at - 1] if at else ""
        return before in words.belonging or before in words.prepositions or before in words.agents
