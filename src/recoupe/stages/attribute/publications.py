"""Publications: who brought out the document that the article then calls « le rapport » (« X a publié un rapport. … »)."""

from collections.abc import Sequence

from recoupe.model.annotation import Sentence, Token
from recoupe.stages.attribute.profiles import Profiles, Resolved
from recoupe.stages.attribute.pronouns import Pronouns

_BACK = 2
"""Sentences back to where the document was brought out."""
_TO_OBJECT = 8
"""Words from the verb to the document, at most."""


class Publications:
    """Answers for one article."""

    def __init__(self, profiles: Profiles, pronouns: Pronouns) -> None:
        self._words = profiles.words
        self._profiles = profiles
        self._pronouns = pronouns

    def behind(self, start: int) -> Resolved | None:
        """Who published a document in one of the sentences before the one at offset `start`; None where nobody with a
        name did."""
        here = self._profiles.sentence_at(start)
        for sentence in reversed(self._profiles.sentences[max(0, here - _BACK) : here]):
            verb = self._published(sentence.tokens)
            if verb is not None:
                return self._publisher(sentence, sentence.tokens[verb].start)
        return None

    def _published(self, tokens: Sequence[Token]) -> int | None:
        """The verb whose object is a new document (« a publié | un rapport »), or None."""
        words = self._words
        for at, token in enumerate(tokens):
            if token.fold not in words.documents or words.documents[token.fold].lemma not in words.back:
                continue
            form = words.determiners.get(tokens[at - 1].fold) if at else None
            if form is None or form.points not in ("indefinite", "possessive"):
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
