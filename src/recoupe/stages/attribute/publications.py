"""Publications: who brought out the document that the article then calls « le rapport » (« X a publié un rapport. … »)."""

from collections.abc import Sequence

from recoupe.model.annotation import Sentence, Token
from recoupe.stages.attribute.profiles import Profiles, Resolved
from recoupe.stages.attribute.pronouns import Pronouns

_BACK = 2
"""Sentences back to where the document was brought out."""
_WITHIN = 4
"""Words at a sentence's beginning in which the document stands."""
_TO_OBJECT = 8
"""Words from the verb to the document, at most."""


class Publications:
    """Answers for one article."""

    def __init__(self, profiles: Profiles, pronouns: Pronouns) -> None:
        self._words = profiles.words
        self._profiles = profiles
        self._pronouns = pronouns

    def behind(self, start: int, before: Sequence[Resolved]) -> Resolved | None:
        """Who published a document in one of the sentences before the one at offset `start`, or spoke in it; None where
        nobody did. `before` are the sources so far."""
        here = self._profiles.sentence_at(start)
        for sentence in reversed(self._profiles.sentences[max(0, here - _BACK) : here]):
            if self._within(sentence.tokens):
                spoke = (s for s in before if sentence.start <= s.start < sentence.end)
                return next(spoke, None)
            verb = self._published(sentence.tokens)
            if verb is not None:
                return self._publisher(sentence, sentence.tokens[verb].start)
        return None

    def _within(self, tokens: Sequence[Token]) -> bool:
        """Whether a sentence opens with a document in which somebody says so (« Dans un rapport, l'ONG recense … »)."""
        return tokens[0].fold in self._words.locatives and any(self._new(at, tokens) for at in range(2, _WITHIN))

    def _new(self, at: int, tokens: Sequence[Token]) -> bool:
        """Whether a document of which the article has not told stands at token `at` (« un rapport »)."""
        words = self._words
        document = words.documents.get(tokens[at].fold) if at < len(tokens) else None
        form = words.determiners.get(tokens[at - 1].fold) if document is not None else None
        if document is None or form is None or document.lemma not in words.back:
            return False
        return form.points in ("indefinite", "possessive")

    def _published(self, tokens: Sequence[Token]) -> int | None:
        """The verb whose object is a new document (« a publié | un rapport »), or None."""
        words = self._words
        for at in range(1, len(tokens)):
            if not self._new(at, tokens):
                continue
            for verb in range(at - 1, max(-1, at - _TO_OBJECT), -1):
                if any(lemma in words.publishing for lemma, _ in words.verbs.analyses(tokens[verb].fold)):
                    return verb
        return None

    def _publisher(self, sentence: Sentence, verb: int) -> Resolved | None:
        """The subject of the verb at offset `verb`, when it has a name."""
        for mention in self._profiles.within(sentence.start, verb):
            if self._pronouns.opens_clause(mention, sentence.tokens):
                return self._profiles.of(mention.entity).resolved()
        return None
