"""Since then: « depuis » without a day means since the one told last (« Depuis, 40 habitants ont fui », « a depuis gagné »)."""

from collections.abc import Sequence, Set

from recoupe.languages.verbs import VerbIndex
from recoupe.model.annotation import Sentence, TimeRef
from recoupe.model.span import Span


class SinceThen:
    """Goes through the sentences of one article, and remembers the day told last in a paragraph."""

    def __init__(self, text: str, published: str | None, since: Set[str], that: Set[str], verbs: VerbIndex) -> None:
        """`since` are the words that mean « depuis », `that` those of « que », folded."""
        self._that = that
        self._text, self._published, self._since, self._verbs = text, published, since, verbs
        self._last: TimeRef | None = None
        self._block = -1

    def meant(self, times: Sequence[TimeRef], sentence: Sentence) -> list[TimeRef]:
        """What each « depuis » of the sentence means that no time of its own stands behind; `times` are the sentence's."""
        if self._since.isdisjoint(sentence.words):
            return []
        last = self._last if sentence.block == self._block else None
        found: list[TimeRef] = []
        for i, token in enumerate(sentence.tokens):
            if token.fold not in self._since or any(t.span.start <= token.start < t.span.end for t in times):
                continue
            if any(t.fold in self._that for t in sentence.tokens[i + 1 : i + 2]):
                # « depuis que la guerre a commencé »: when that was, the article may say elsewhere
                span = Span.cut(self._text, token.start, sentence.tokens[i + 1].end)
                found.append(TimeRef(span, None, self._published, "unknown", "since"))
                continue
            base = next((t for t in reversed(times) if t.span.end <= token.start and t.date_from), last)
            if base is not None and self._is_bare(i, sentence) and not self._is_late(i, sentence):
                span = Span.cut(self._text, token.start, token.end)
                found.append(TimeRef(span, base.date_from, self._published, base.precision, "since"))
        return found

    def remember(self, times: Sequence[TimeRef], sentence: Sentence) -> None:
        """Take the last day among the times of one sentence for the one that those to come in its paragraph mean."""
        if sentence.block != self._block:
            self._last, self._block = None, sentence.block
        self._last = next((t for t in reversed(times) if t.date_from and t.kind != "until"), self._last)

    def _is_late(self, at: int, sentence: Sentence) -> bool:
        """Whether it only says that something came about later: « quatre blessés ont succombé depuis »."""
        ends = all(not t.text[0].isalnum() for t in sentence.tokens[at + 1 : at + 2])
        return ends and at > 0 and self._verbs.is_past_participle(sentence.tokens[at - 1].fold)

    def _is_bare(self, at: int, sentence: Sentence) -> bool:
        """Whether nothing stands behind the word that it could count from: a mark, a verb of the past (« ont depuis été tués »), or the end."""
        after = sentence.tokens[at + 1 : at + 2]
        if not after or not after[0].text[0].isalnum():
            return True
        return self._verbs.is_past_participle(after[0].fold) or self._verbs.is_auxiliary(after[0].fold)
