"""Introduced: whose the documents are that an article has brought in (« X a publié un rapport », « dit X dans un communiqué »,
« le rapport que X a remis »), for « le rapport », « le document » further on."""

from collections.abc import Sequence
from functools import cached_property
from typing import NamedTuple

from recoupe.model.annotation import Mention, Sentence, Token
from recoupe.stages.attribute.profiles import Profiles, Resolved

_ADJECTIVES = 3
"""Words at most between a document's noun and its determiner."""
_OWNER, _RELATIVE, _NAMED = 2, 12, 5
"""Words at most from a document's noun to « de » or « par », on to « que », and from there to a name."""
_KINDS = frozenset({"body", "party", "media", "state", "person"})


class _Document(NamedTuple):
    start: int
    lemma: str
    sentence: Sentence
    at: int
    """The token of its noun in the sentence."""
    inside: bool
    """Said to be where somebody spoke (« dans un communiqué »)."""


class Introduced:
    """Answers for one article."""

    def __init__(self, profiles: Profiles) -> None:
        self._profiles = profiles
        self._words = profiles.words

    def holder(self, lemma: str, start: int, before: Sequence[Resolved]) -> Resolved | None:
        """Whose the document is that the noun `lemma` at offset `start` points back to; None where the article brought in
        none of that kind, or does not say whose."""
        generic = self._words.any_document
        for document in reversed(self._documents):
            if document.start < start and (lemma == document.lemma or lemma in generic):
                return self._whose(document, before)
        return None

    def maker(self, start: int) -> Resolved | None:
        """Who is said to have made the document whose noun stands at offset `start`, behind it; or None."""
        sentence = self._profiles.sentence(start)
        at = next((n for n, token in enumerate(sentence.tokens) if token.start == start), None)
        mention = self._maker(sentence, at) if at is not None else None
        return self._profiles.of(mention.entity).resolved() if mention is not None else None

    @cached_property
    def _documents(self) -> list[_Document]:
        found = []
        words = self._words
        for sentence in self._profiles.sentences:
            for at, token in enumerate(sentence.tokens):
                document = words.documents.get(token.fold)
                if document is None or document.number != "s" or document.lemma not in words.back:
                    continue
                low = at - 1
                while low > max(0, at - _ADJECTIVES) and sentence.tokens[low].fold not in words.determiners:
                    low -= 1
                form = words.determiners.get(sentence.tokens[low].fold) if low >= 0 else None
                if form is None:
                    continue
                known = form.points in ("definite", "demonstrative")
                if known and self._maker(sentence, at) is None:
                    continue
                inside = low > 0 and sentence.tokens[low - 1].fold in words.locatives
                found.append(_Document(token.start, document.lemma, sentence, at, inside))
        return found

    def _whose(self, document: _Document, before: Sequence[Resolved]) -> Resolved | None:
        """Who made the document, who spoke in it, or who is the subject of the sentence that brings it in."""
        sentence = document.sentence
        maker = self._maker(sentence, document.at)
        if maker is not None:
            return self._profiles.of(maker.entity).resolved()
        if document.inside:
            spoke = [one for one in before if sentence.start <= one.start < sentence.end]
            if spoke:
                return min(spoke, key=lambda one: abs(one.start - document.start))
        if not document.inside and not self._issues(sentence.tokens[: document.at]):
            return None  # « L'armée rejette un rapport sur ses prisons »
        subject = self._subject(sentence, document.start)
        return self._profiles.of(subject.entity).resolved() if subject is not None else None

    def _issues(self, tokens: Sequence[Token]) -> bool:
        """Whether the words say that somebody makes a document public."""
        issuing, verbs = self._words.issuing, self._words.verbs
        return any(lemma in issuing for token in tokens for lemma, _ in verbs.analyses(token.fold))

    def _maker(self, sentence: Sentence, at: int) -> Mention | None:
        """Who is named as the document's at token `at`: « de X », « publié par X », « que X a remis »; or None."""
        words, tokens = self._words, sentence.tokens
        for k in range(at + 1, min(at + 1 + _RELATIVE, len(tokens) - 1)):
            fold = tokens[k].fold
            if tokens[k].text in ".;:!?":
                break
            owned = fold in words.belonging and k <= at + _OWNER
            if owned or fold in words.agents:
                return self._named_at(sentence, k + 1, 2)
            follows = tokens[k + 1]  # « que l'ONU a remis », not « qui accuse l'ONU »
            if fold in words.relative and (follows.fold in words.determiners or follows.text[0].isupper()):
                issued = self._issues(tokens[k + 1 : k + 1 + _RELATIVE])  # not « que l'armée rejette »
                return self._named_at(sentence, k + 1, _NAMED) if issued else None
        return None

    def _named_at(self, sentence: Sentence, first: int, within: int) -> Mention | None:
        tokens = sentence.tokens
        last = min(first + within, len(tokens)) - 1
        if first > last:
            return None
        near = self._profiles.within(tokens[first].start, tokens[last].end)
        return next((one for one in near if one.entity.kind in _KINDS), None)

    def _subject(self, sentence: Sentence, end: int) -> Mention | None:
        """The first name in the sentence before offset `end` that hangs on no preposition, or None."""
        for mention in self._profiles.within(sentence.start, end):
            if mention.entity.kind not in _KINDS:
                continue
            beside = self._profiles.words_before(mention.span.start)
            while beside and (beside[-1] in self._words.determiners or beside[-1] in self._words.roles):
                beside.pop()
            if not (beside and mention.span.start > sentence.start and beside[-1] in self._words.prepositions):
                return mention
        return None
