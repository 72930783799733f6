"""Publications: who brought out the document that the article then calls « le rapport » (« X a publié un rapport. … »,
« le rapport que X a remis »)."""

from collections.abc import Sequence

from recoupe.model.annotation import Sentence, Token
from recoupe.stages.attribute.naming.profiles import Profiles, Resolved
from recoupe.stages.attribute.naming.pronouns import Pronouns

_BACK = 2
"""Sentences back to where the document was brought out."""
_WITHIN = 4
"""Words at a sentence's beginning in which the document stands."""
_TO_OBJECT = 8
"""Words from the verb to the document, at most."""
_HEAD = 3
"""Words of a source among which its noun stands: a determiner, an adjective, and it."""
_TO_RELATIVE, _NAMED = 12, 5
"""Words from the document to « que », and on to who brought it out, at most."""


class Publications:
    """Answers for one article."""

    def __init__(self, profiles: Profiles, pronouns: Pronouns) -> None:
        self._words = profiles.words
        self._profiles = profiles
        self._pronouns = pronouns

    def behind(self, lemma: str, start: int, before: Sequence[Resolved]) -> Resolved | None:
        """Who published a document in one of the sentences before the one at offset `start`, or spoke in it; None where
        nobody did. `before` are the sources so far; further back the document is called `lemma` as well."""
        here = self._profiles.sentence_at(start)
        for back, sentence in enumerate(reversed(self._profiles.sentences[:here]), 1):
            tokens, near = sentence.tokens, back <= _BACK
            spoke = [one for one in before if sentence.start <= one.start < sentence.end]
            if near and self._within(tokens):
                return spoke[0] if spoke else None
            spoken = next((one for one in spoke if self._speaks(sentence, one, lemma)), None)
            if spoken is not None:
                return spoken
            meant = [at for at in range(1, len(tokens)) if near or self._so_called(tokens[at], lemma)]
            handed = (self._handed(sentence, at) for at in meant)
            if (by := next((one for one in handed if one is not None), None)) is not None:
                return by
            inside = next((at for at in meant if at > 1 and self._inside(tokens, at)), None)
            if inside is not None and spoke:
                return min(spoke, key=lambda one: abs(one.start - tokens[inside].start))
            verb = self._published(tokens, meant)
            if verb is not None:
                return self._publisher(sentence, tokens[verb].start)
        return None

    def _so_called(self, token: Token, lemma: str) -> bool:
        """Whether the token is the noun `lemma`, or that takes up any document (« le document »)."""
        document = self._words.documents.get(token.fold)
        return document is not None and (lemma == document.lemma or lemma in self._words.any_document)

    def _speaks(self, sentence: Sentence, source: Resolved, lemma: str) -> bool:
        """Whether the words of a source open with a document called `lemma` (« selon un rapport de X »)."""
        opening = [token for token in sentence.tokens if source.start <= token.start < source.end][:_HEAD]
        known = (token for token in opening if token.fold not in self._words.determiners)
        return any(self._so_called(token, lemma) for token in known)

    def _inside(self, tokens: Sequence[Token], at: int) -> bool:
        """Whether a new document stands at token `at` as that in which somebody speaks (« dit X dans un communiqué »)."""
        return tokens[at - 2].fold in self._words.locatives and self._new(at, tokens)

    def at(self, start: int) -> Resolved | None:
        """Who is said behind the document whose noun stands at offset `start` to have brought it out, or None."""
        sentence = self._profiles.sentence(start)
        found = (at for at, token in enumerate(sentence.tokens) if token.start == start)
        return next((self._handed(sentence, at) for at in found), None)

    def _handed(self, sentence: Sentence, at: int) -> Resolved | None:
        """Who brought out the document at token `at` by what « que » opens behind it (« un rapport que X a remis »)."""
        words, tokens = self._words, sentence.tokens
        document = words.documents.get(tokens[at].fold)
        if document is None or document.number != "s" or document.lemma not in words.back:
            return None
        for k in range(at + 1, min(at + 1 + _TO_RELATIVE, len(tokens) - 1)):
            if tokens[k].text in ".;:!?":
                return None
            follows = tokens[k + 1]  # « que l'ONU a remis », not « qui accuse l'ONU »
            if tokens[k].fold in words.relative and (follows.fold in words.determiners or follows.text[0].isupper()):
                clause = tokens[k + 1 : k + 1 + _TO_RELATIVE]
                near = self._profiles.within(follows.start, clause[min(_NAMED, len(clause)) - 1].end)
                return self._profiles.of(near[0].entity).resolved() if near and self._brings_out(clause) else None
        return None

    def _brings_out(self, tokens: Sequence[Token]) -> bool:
        verbs = self._words.verbs
        return any(lemma in self._words.publishing for token in tokens for lemma, _ in verbs.analyses(token.fold))

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

    def _published(self, tokens: Sequence[Token], meant: Sequence[int]) -> int | None:
        """The verb whose object is a new document at one of the tokens `meant` (« a publié | un rapport »), or None."""
        words = self._words
        for at in meant:
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
