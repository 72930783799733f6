"""Opening subject: somebody described, or a given name, of whom a sentence tells from its first word on."""

from collections.abc import Sequence

from recoupe.model.annotation import Sentence, Token
from recoupe.stages.attribute.phrase import Phrase, read_phrase
from recoupe.stages.attribute.profiles import Profiles

_CIRCUMSTANCE = 10
"""Words of the longest circumstance before a subject."""
_WITHIN = 8
"""Words from the subject's noun to its verb."""


class OpeningSubject:
    """Answers for the sentences of one article."""

    def __init__(self, profiles: Profiles) -> None:
        self._words = profiles.words
        self._profiles = profiles

    def of(self, sentence: Sentence) -> Phrase | None:
        """The subject that opens the sentence, when it is somebody described or a given name; None for all else."""
        words, tokens = self._words, sentence.tokens[self._behind_circumstance(sentence.tokens) :]
        head = 0
        if len(tokens) > 3 and tokens[0].fold in words.determiners:
            head = 1
            while head < len(tokens) - 1 and tokens[head].fold in words.before:
                head += 1
            if tokens[head].fold not in words.roles:
                return None
        elif len(tokens) < 3 or tokens[0].fold not in words.given or tokens[1].text[0].isupper():
            return None
        for end in range(head + 1, min(head + _WITHIN, len(tokens))):
            word = tokens[end].fold
            if words.verbs.is_auxiliary(word) or word in words.clitics or self._verb(tokens, end):
                phrase = read_phrase(tokens[:end], self._profiles.within(sentence.start, tokens[end].start), words)
                return phrase if phrase is not None and phrase.core >= len(phrase.tokens) else None
            if not tokens[end].text[0].isalpha():
                return None
        return None

    def _behind_circumstance(self, tokens: Sequence[Token]) -> int:
        """The token behind the comma that closes a circumstance without a verb (« Joint par la radio, un notable … »); 0
        where the sentence opens with its subject."""
        words = self._words
        if not tokens or tokens[0].fold in words.determiners or tokens[0].fold in words.given:
            return 0
        for at in range(1, min(_CIRCUMSTANCE, len(tokens))):
            if tokens[at].text == ",":
                return at + 1
            if not tokens[at].text[0].isalnum() or self._verb(tokens, at) or words.verbs.is_auxiliary(tokens[at].fold):
                return 0
        return 0

    def _verb(self, tokens: Sequence[Token], at: int) -> bool:
        """Whether token `at` is a verb by its form, and no adjective or noun of the same form."""
        word = tokens[at].fold
        near = tokens[at - 1].fold in self._words.determiners or tokens[at - 1].fold in self._words.prepositions
        return self._words.verbs.finite(word) and not near and word not in self._words.roles
