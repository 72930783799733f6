"""Same sentence: whom « il », « elles » mean when their sentence itself names who speaks, before or behind them."""

from recoupe.languages.voice_forms import Form
from recoupe.stages.attribute.naming.opening_subject import OpeningSubject
from recoupe.stages.attribute.naming.phrase import Phrase
from recoupe.stages.attribute.naming.profiles import Profiles, Resolved
from recoupe.stages.attribute.naming.where import Where

_FRONT = 3
"""Words before a pronoun in a clause that opens its sentence, at most (« Et bien qu'ils … »)."""


class SameSentence:
    """Answers for the pronouns of one article that are subjects before their verb."""

    def __init__(self, profiles: Profiles, subjects: OpeningSubject) -> None:
        self._words = profiles.words
        self._profiles = profiles
        self._subjects = subjects

    def spoke(self, form: Form, where: Where) -> Resolved | None:
        """Who spoke in the sentence before its pronoun, as its subject (« Les miliciens nient et parlent d'un conflit
        auquel ils se disent étrangers »); None where nobody did who may be meant, or several who differ."""
        sentence = self._profiles.sentence(where.start)
        here = [one for one in where.before if sentence.start <= one.start < where.start and not one.nested]
        if where.outer is not None and any(one.entity.id != where.outer.id for one in here):
            return None
        agree = [one for one in here if _fits(form, one)]
        one_of_them = len({one.entity.id for one in here}) == 1
        return agree[-1] if agree and one_of_them else None

    def follows(self, form: Form, where: Where) -> Phrase | Resolved | None:
        """The subject behind the clause that opens the sentence with the pronoun (« S'ils nient, les miliciens … »)."""
        sentence = self._profiles.sentence(where.start)
        tokens = sentence.tokens
        at = next((k for k, token in enumerate(tokens) if token.start == where.start), 0)
        # a comma behind the pronoun, and an opening word that makes its clause wait for another
        if not 0 < at <= _FRONT or not any(token.fold in self._words.waiting for token in tokens[:at]):
            return None
        for comma in range(at + 2, len(tokens) - 2):
            if tokens[comma].text != ",":
                continue
            phrase = self._subjects.opening(tokens[comma + 1 :], anybody=True)
            if phrase is not None:
                return phrase
            first = tokens[comma + 1].start
            for mention in self._profiles.within(first, tokens[min(comma + 2, len(tokens) - 1)].end):
                known = self._profiles.of(mention.entity).resolved()
                return known if _fits(form, known) else None
        return None


def _fits(form: Form, one: Resolved) -> bool:
    number = "x" in (form.number, one.number) or form.number == one.number
    return number and ("x" in (form.gender, one.gender) or form.gender == one.gender)
