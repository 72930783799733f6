"""SetPhrases: phrases of folded words, looked for by the word they begin or end with."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from sys import maxsize

_POSSESSIVE = re.compile(r"(?<=\w)'(?=s\b)")
_ELISION = re.compile(r"(?<=\w)'")
_Index = dict[str, tuple[tuple[str, ...], ...]]


@dataclass(frozen=True, slots=True, eq=False)
class SetPhrases:
    """Set phrases, each a tuple of folded words."""

    by_first: _Index
    by_last: _Index
    openings: frozenset[str]
    """The words that they begin with."""
    endings: frozenset[str]
    """The words that they end with."""
    _by_two: dict[str, _Index]
    """By their first word, then by their second, which is empty for a word alone: many begin with the same small word."""

    @classmethod
    def of(cls, written: Iterable[str]) -> "SetPhrases":
        """The phrases as written, cut into words as the tokenizer cuts them."""
        phrases = sorted((split_phrase(p) for p in written), key=len, reverse=True)
        by_first = _index(phrases, 0)
        by_last = _index(phrases, -1)
        by_two = {word: _by_second(known) for word, known in by_first.items()}
        return cls(by_first, by_last, frozenset(by_first), frozenset(by_last), by_two)

    def __iter__(self) -> Iterator[tuple[str, ...]]:
        return (phrase for phrases in self.by_first.values() for phrase in phrases)

    def __bool__(self) -> bool:
        return bool(self.by_first)

    def stand_in(self, folds: Sequence[str]) -> bool:
        """Whether a phrase stands anywhere among the words."""
        return not self.openings.isdisjoint(folds) and any(self.standing(folds))

    def standing(self, folds: Sequence[str], start: int = 0, end: int = maxsize) -> Iterator[tuple[int, int]]:
        """Where in start:end phrases begin, with how many words the longest of each place has."""
        openings = self.openings
        if openings.isdisjoint(folds):
            return
        for index in range(start, min(end, len(folds))):
            if folds[index] in openings and (size := self.at(folds, index)):
                yield index, size

    def at(self, folds: Sequence[str], index: int) -> int:
        """How many words the longest phrase that begins at `index` has; 0 for none."""
        count = len(folds)
        known = self._by_two.get(folds[index]) if 0 <= index < count else None
        if known is None:
            return 0
        for phrase in known.get(folds[index + 1], ()) if index + 1 < count else ():
            size = len(phrase)
            if size == 2 or tuple(folds[index : index + size]) == phrase:
                return size
        return 1 if "" in known else 0

    def before(self, folds: Sequence[str], index: int) -> int:
        """How many words the longest phrase that ends right before `index` has; 0 for none."""
        for phrase in self.by_last.get(folds[index - 1], ()) if 0 < index <= len(folds) else ():
            size = len(phrase)
            if size == 1 or (index >= size and tuple(folds[index - size : index]) == phrase):
                return size
        return 0


def split_phrase(phrase: str) -> tuple[str, ...]:
    """The words of a phrase as the tokenizer cuts them: « d'État » is two, « army's » too."""
    if "'" not in phrase:
        return tuple(phrase.split())
    return tuple(_ELISION.sub("' ", _POSSESSIVE.sub(" '", phrase)).split())


def _index(phrases: Iterable[tuple[str, ...]], key: int) -> _Index:
    found: dict[str, list[tuple[str, ...]]] = {}
    for phrase in phrases:
        found.setdefault(phrase[key], []).append(phrase)
    return {word: tuple(known) for word, known in found.items()}


def _by_second(phrases: Iterable[tuple[str, ...]]) -> _Index:
    found: dict[str, list[tuple[str, ...]]] = {}
    for phrase in phrases:
        found.setdefault(phrase[1] if len(phrase) > 1 else "", []).append(phrase)
    return {word: tuple(known) for word, known in found.items()}
