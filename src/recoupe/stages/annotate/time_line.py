"""A sentence as one symbol a word, after what the word can be in a time: what forms are matched against."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple

from recoupe.languages.times import OTHER, TimeWords
from recoupe.model.annotation import Token
from recoupe.stages.annotate.cardinals import cardinal

_DATE = re.compile(r"(\d{1,2})([/.-])(\d{1,2})\2(\d{4}|\d{2})")
_SHORT = re.compile(r"(\d{1,2})/(\d{1,2})")
_YEAR = re.compile(r"[1-9]\d{3}")
_FIRST_YEAR, _LAST_YEAR = 1500, 2200
"""What four digits may be as a year; « 1000 » and « 9000 » are counts."""
_LENGTH = re.compile(r"(\d{1,3})([^\W\d_]+)")
"""« 24h »: a number and its unit in one word."""
_EXACT = 15
"""Digits up to which a number is held exactly; longer ones mean nothing here."""

_new = tuple.__new__
"""Makes a Mark of its fields without the call that unpacks them."""

Value = float | tuple[int, ...]
Symbol = tuple[str | None, Value | None, int]
"""The character of a word, its value where it is a number or date, the index of the token after it."""


class Mark(NamedTuple):
    """What a symbol stands for: tokens `first` to `last` (exclusive)."""

    first: int
    last: int
    fold: str
    value: Value | None
    """The number or date that it is; None for a word, whose value is in the pack's tables."""


@dataclass(frozen=True, slots=True)
class TimeLine:
    """A sentence in symbols, with the mark that each stands for."""

    tokens: Sequence[Token]
    words: TimeWords
    symbols: str
    marks: Sequence[Mark]

    def fold(self, at: int) -> str:
        """The folded word at symbol `at`, or nothing outside the sentence."""
        return self.marks[at].fold if 0 <= at < len(self.marks) else ""

    def normal(self, at: int) -> str:
        """The word at symbol `at` as the forms write it (« la » is « le »)."""
        fold = self.fold(at)
        return self.words.same.get(fold, fold)

    def phrase(self, first: int, last: int) -> str:
        """The words from `first` to `last` (exclusive) as the forms write them, joined by one space."""
        return " ".join(self.normal(at) for at in range(first, last))

    def is_mark(self, at: int) -> bool:
        """Whether a mark of punctuation, or nothing, stands at symbol `at`."""
        return not self.fold(at)[:1].isalnum()

    def touch(self, at: int) -> bool:
        """Whether nothing stands between the words at `at` and `at + 1`."""
        return self.tokens[self.marks[at].last - 1].end == self.tokens[self.marks[at + 1].first].start


def may_hold_time(folds: Sequence[str], words: TimeWords) -> bool:
    """A quick look: whether a word or digits stand in a sentence that a time may hold."""
    edges = words.values["EDGE"]
    if not words.core.isdisjoint(folds):
        return True
    for fold in folds:
        if fold[0].isdigit() and " " not in fold and (len(fold) < 5 or not fold.isdigit()):
            return True
        if "-" in fold and fold.partition("-")[0] in edges:
            return True
    return False


def _is_part_of_name(tokens: Sequence[Token], at: int) -> bool:
    """« Mai Tsebri »: whether a capital begins the word and the one behind it, and no number stands in front."""
    text, after = tokens[at].text, tokens[at + 1].text if at + 1 < len(tokens) else ""
    before = tokens[at - 1].text if at else ""
    return text.istitle() and after.istitle() and after.isalpha() and not before[-1:].isdigit()


def time_line(tokens: Sequence[Token], words: TimeWords) -> TimeLine:
    """The sentence in symbols. « vingt et un » and « une dizaine » are one symbol, « mi-mars » is two."""
    symbols: list[str] = []
    marks: list[Mark] = []
    known, numbers = words.symbols, words.numbers.composition.values
    special, capital = words.opening, words.capital
    at, count = 0, len(tokens)
    folds = [token.fold for token in tokens]
    looked_at = [n for n, fold in enumerate(folds) if fold in known or fold in special or not fold.isalpha()]
    for first in (*looked_at, count):
        if first < at:
            continue  # read together with the word before it
        symbols.append(OTHER * (first - at))  # most words
        marks += [_new(Mark, (n, n + 1, folds[n], None)) for n in range(at, first)]
        if first == count:
            break
        at = first
        text, fold = tokens[at].text, folds[at]
        symbol, value, end = known.get(fold), None, at + 1
        if symbol is not None and fold in capital and not text[0].isupper():
            symbol = None
        if symbol is not None and fold in words.small and _is_part_of_name(tokens, at):
            symbol = None
        if symbol is None and fold.isalpha() and fold not in special:  # a name, or no part of a time here
            symbols.append(OTHER)
            marks.append(_new(Mark, (at, end, fold, None)))
            at = end
            continue
        if fold[0].isdigit() and (length := _LENGTH.fullmatch(fold)) and length[2] in words.values["UNIT"]:
            symbols.append(words.digits["NUMBER"])
            marks.append(Mark(at, end, length[1], float(length[1])))
            fold, symbol = length[2], known.get(length[2])
        elif fold[0].isdigit():
            symbol, value, end = _digits(tokens, at, words)
        elif fold in words.pairs and end < count and (pair := f"{fold} {tokens[end].fold}") in known:
            symbol, fold, end = known[pair], pair, end + 1
        elif fold in numbers:
            symbol, value, end = _number(tokens, at, words)
        elif symbol is None and "-" in fold:
            head, _, rest = fold.partition("-")
            if head in numbers:
                symbol, value, end = _number(tokens, at, words)
            elif head in words.values["EDGE"] and (rest in known or _YEAR.fullmatch(rest)):
                symbols.append(known[head])
                marks.append(Mark(at, end, head, None))
                fold, symbol = rest, known.get(rest)
                if symbol is None:
                    symbol, value = words.digits["NUMBER YEAR"], float(rest)
        symbols.append(symbol or OTHER)
        marks.append(_new(Mark, (at, end, fold, value)))
        at = end
    return TimeLine(tokens, words, "".join(symbols), marks)


def _number(tokens: Sequence[Token], at: int, words: TimeWords) -> Symbol:
    """A number in words; one of a single word keeps its own symbol, which may be more (« sept. »)."""
    fold, following = tokens[at].fold, tokens[at + 1].fold if at + 1 < len(tokens) else ""
    if fold in words.numbers.articles and following in words.numbers.collectives:
        return words.digits["NUMBER"], float(words.numbers.collectives[following]), at + 2
    found = cardinal(tokens, at, words.numbers)
    own = words.symbols.get(fold)
    if found is None or (found.end == at + 1 and own is not None):
        return own, None, at + 1
    names = "ORD" if found.ordinal else "NUMBER DAY" if 1 <= found.value <= 31 else "NUMBER"
    return words.digits[names], found.value, found.end


def _is_year(tokens: Sequence[Token], at: int, number: float, words: TimeWords) -> bool:
    """Whether four digits may be a year; behind a month they are one, however odd. Not « de 2000 à 3000 morts »."""
    joint, behind = (tokens[i].fold if i < len(tokens) else "" for i in (at + 1, at + 2))
    if joint in words.numbers.ranges.to and len(behind) == len(tokens[at].fold) and behind.isdecimal():
        return float(behind) < _LAST_YEAR
    return _FIRST_YEAR <= number < _LAST_YEAR or (at > 0 and tokens[at - 1].fold in words.values["MONTHNAME"])


def _digits(tokens: Sequence[Token], at: int, words: TimeWords) -> Symbol:
    fold, end = tokens[at].fold, at + 1
    if fold.isdecimal():
        if len(fold) > _EXACT:
            return None, None, end
        number = float(fold)
        day, year = len(fold) <= 2 and 1 <= number <= 31, len(fold) == 4 and _is_year(tokens, at, number, words)
        return words.digits["NUMBER DAY" if day else "NUMBER YEAR" if year else "NUMBER"], number, end
    if date := _DATE.fullmatch(fold):
        return words.digits["DATE"], (int(date[1]), int(date[3]), int(date[4]), len(date[4])), end
    if short := _SHORT.fullmatch(fold):
        return words.digits["SHORT"], (int(short[1]), int(short[2])), end
    found = cardinal(tokens[at:end], 0, words.numbers)
    if found is None:
        return None, None, end
    names = "NUMBER" if not found.ordinal else "ORD DAY" if found.value <= 31 else "ORD"
    return words.digits[names], found.value, end
