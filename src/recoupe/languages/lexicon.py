"""Lexicon: set phrases by what they say, found among the folded words of a sentence.

In an entry `*` at the end of a word is any ending, `(a|b|)` each of these, and `<name>` each of the pack's endings of
that name: `погиб<past>`. Entries of one kind are tried together, the longest at a word wins.
"""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from itertools import product, repeat
from typing import NamedTuple

from recoupe.errors import DataError


class Hit(NamedTuple):
    """An entry that stands at words `first` to `last` (exclusive)."""

    kind: str
    value: str
    first: int
    last: int
    prefix: str
    """What is written onto the front of its first word (« و »); empty in most languages."""


class _Entry(NamedTuple):
    words: tuple[str, ...]
    kind: str
    value: str


class Lexicon:
    """The phrases of one language, by kind and value."""

    def __init__(
        self,
        entries: Iterable[tuple[str, str, str]],
        fold: Callable[[str], str],
        clitics: Sequence[str],
        contracted: Mapping[str, str],
    ) -> None:
        """`entries` are (phrase, kind, value); `clitics` what may be written onto a word, `contracted` those that also
        swallow some of its letters, with these letters. Raises DataError for an empty phrase.
        """
        self._contracted = contracted
        self._clitics = tuple(sorted(clitics, key=len, reverse=True))
        self._whole: dict[str, list[_Entry]] = {}
        self._begun: dict[str, list[_Entry]] = {}
        for phrase, kind, value in entries:
            words = tuple(fold(phrase).split())
            if not words or words[0] == "*":
                raise DataError(f"an entry of {kind} {value} has no first word: {phrase!r}")
            first = words[0]
            index = self._begun if first.endswith("*") else self._whole
            index.setdefault(first.rstrip("*"), []).append(_Entry(words, kind, value))
        self._shortest = min(map(len, self._begun), default=1)
        self._known: dict[str, list[tuple[str, _Entry]]] = {}

    def shapes(self, word: str) -> Iterator[tuple[str, str]]:
        """What may be written onto the front of the word, and the rest; the whole word first."""
        yield "", word
        for clitic in self._clitics:
            if word.startswith(clitic) and len(word) > len(clitic) + 1:
                yield clitic, word[len(clitic) :]
                if clitic in self._contracted:
                    yield clitic, self._contracted[clitic] + word[len(clitic) :]

    def hits(self, words: Sequence[str]) -> tuple[Hit, ...]:
        """The phrases that stand in `words`, in reading order; of one kind none inside another."""
        found: list[Hit] = []
        until: dict[str, int] = {}
        for at, word in enumerate(words):
            best: dict[str, Hit] = {}
            for prefix, entry in self._starting(word):
                end = at + len(entry.words)
                if end > len(words) or at < until.get(entry.kind, 0):
                    continue
                if entry.kind in best and end <= best[entry.kind].last:
                    continue
                if all(map(self._fits, entry.words[1:], words[at + 1 : end])):
                    best[entry.kind] = Hit(entry.kind, entry.value, at, end, prefix)
            for kind, hit in best.items():
                until[kind] = hit.last
                found.append(hit)
        return tuple(found)

    def _starting(self, word: str) -> list[tuple[str, _Entry]]:
        known = self._known.get(word)
        if known is None:
            known = []
            for prefix, rest in self.shapes(word):
                known += [(prefix, entry) for entry in self._whole.get(rest, ())]
                for cut in range(len(rest), self._shortest - 1, -1):
                    known += [(prefix, entry) for entry in self._begun.get(rest[:cut], ())]
            self._known[word] = known
        return known

    def _fits(self, entry: str, word: str) -> bool:
        rests = (rest for _, rest in self.shapes(word))
        return any(
            map(str.startswith, rests, repeat(entry[:-1])) if entry.endswith("*") else (r == entry for r in rests)
        )


_CHOICE = re.compile(r"\(([^()]*)\)|<([a-z]+)>")


def spelled(phrase: str, endings: Mapping[str, Sequence[str]]) -> Iterator[str]:
    """Every spelling that an entry stands for; raises DataError for endings that the pack does not have."""
    parts: list[Sequence[str]] = []
    at = 0
    for match in _CHOICE.finditer(phrase):
        parts.append((phrase[at : match.start()],))
        if match[2] is None:
            parts.append(match[1].split("|"))
        elif match[2] in endings:
            parts.append(endings[match[2]])
        else:
            raise DataError(f"{phrase!r}: there are no endings {match[2]!r}")
        at = match.end()
    parts.append((phrase[at:],))
    for chosen in product(*parts):
        yield "".join(chosen)
