"""Since then: « depuis » without a day means since the one told last (« Depuis, 40 habitants ont fui », « a depuis gagné »)."""

from collections.abc import Sequence, Set
from dataclasses import replace

from recoupe.languages.verbs import VerbIndex
from recoupe.model.annotation import Sentence, TimeRef
from recoupe.model.span import Span


class SinceThen:
    """Goes through the sentences of one article, and remembers the day told last in a paragraph."""

    def __init__(
        self,
        text: str,
        published: str | None,
        since: Set[str],
        that: Set[str],
        pointing: Set[str],
        beside: Set[str],
        verbs: VerbIndex,
    ) -> None:
        """`since` are the words that mean « depuis », `that` those of « que », `pointing` those of « cette », `beside` prepositions
        that no time begins with (« depuis par »), folded."""
        self._that, self._pointing, self._beside = that, pointing, beside
        self._text, self._published, self._since, self._verbs = text, published, since, verbs
        self._last: TimeRef | None = None
        self._said: set[str | None] = set()
        """The days of speaking that the paragraph has named."""
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

    def settled(self, times: Sequence[TimeRef], told: Sequence[TimeRef], sentence: Sentence) -> list[TimeRef]:
        """The times of harm; « depuis cette date » is since the one told last, and not since the day of a statement."""
        if self._last is None or sentence.block != self._block or not any(t.kind == "since" for t in times):
            return list(times)
        said = {t.date_from for t in told if t.kind == "point"} | self._said
        return [
            replace(t, date_from=self._last.date_from, precision=self._last.precision)
            if t.kind == "since" and t.date_from in said and self._points(t, sentence)
            else t
            for t in times
        ]

    def _points(self, time: TimeRef, sentence: Sentence) -> bool:
        """Whether the words only point to a day: « depuis cette date », « depuis ce jour-là »."""
        words = [t.fold for t in sentence.within(time.span.start, time.span.end)]
        return len(words) > 1 and words[1] in self._pointing

    def remember(self, times: Sequence[TimeRef], told: Sequence[TimeRef], sentence: Sentence) -> None:
        """Take the last day among the times of one sentence for the one that those to come in its paragraph mean; `told` are
        those of speaking."""
        if sentence.block != self._block:
            self._last, self._block, self._said = None, sentence.block, set()
        self._said |= {t.date_from for t in told if t.kind == "point"}
        self._last = next((t for t in reversed(times) if t.date_from and t.kind != "until"), self._last)

    def _is_late(self, at: int, sentence: Sentence) -> bool:
        """Whether it only says that something came about later: « quatre blessés ont succombé depuis »."""
        ends = all(not t.text[0].isalnum() for t in sentence.tokens[at + 1 : at + 2])
        return ends and at > 0 and self._verbs.is_past_participle(sentence.tokens[at - 1].fold)

    def _is_bare(self, at: int, sentence: Sentence) -> bool:
        """Whether nothing stands behind the word that it could count from: a mark, a verb of the past (« ont depuis été tués »), a
        preposition (« menée depuis par X »), or the end."""
        after = sentence.tokens[at + 1 : at + 2]
        if not after or not after[0].text[0].isalnum() or after[0].fold in self._beside:
            return True
        return self._verbs.is_past_participle(after[0].fold) or self._verbs.is_auxiliary(after[0].fold)
