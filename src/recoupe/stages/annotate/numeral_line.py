"""A sentence in which numbers are looked for, and what is common to all that look there."""

from collections.abc import Sequence
from dataclasses import dataclass

from recoupe.languages.number_words import NumberWords
from recoupe.model.annotation import Bound, Numeral, Token
from recoupe.model.span import Span


@dataclass(slots=True)
class NumeralLine:
    """One sentence, its words folded, and the Numerals found in it so far."""

    text: str
    tokens: Sequence[Token]
    folds: list[str]
    words: NumberWords
    found: list[Numeral]

    def fold(self, at: int) -> str:
        """The folded word at token `at`, or nothing outside the sentence."""
        return self.folds[at] if 0 <= at < len(self.folds) else ""

    def is_noun(self, at: int) -> bool:
        """Whether the word at token `at` may be a noun: no number, no word of a closed class."""
        fold = self.fold(at)
        return fold[:1].isalpha() and fold not in self.words.refused.not_nouns and fold not in self.words.starts

    def add(
        self,
        first: int,
        number: int,
        end: int,
        value: float | None = None,
        *,
        high: float | None = None,
        magnitude: int | None = None,
        bound: Bound = "exact",
        ordinal: bool = False,
        article: bool = False,
    ) -> int:
        """Adds a Numeral over the tokens `first` to `end`, whose bare number begins at token `number`; gives `end`."""
        start, stop = self.tokens[first].start, self.tokens[end - 1].end
        span = Span(start, stop, self.text[start:stop])
        numeral = Numeral(span, self.tokens[number].start, stop, value, high, magnitude, bound, ordinal, article)
        self.found.append(numeral)
        return end
