"""Relay words: what of a passage is compared when another one says the same, as each language's `relay.toml` lists it.

The concepts are one set for all languages, so that a word of one can be set against a word of another. A folder needs
no other table of a pack for this: languages that are not read are compared too. In an entry, `*` at the end of a word
stands for any ending, `*` at its beginning for any beginning, and `(a|b|)` for each of these.
"""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache
from importlib import resources
from itertools import product
from types import MappingProxyType
from typing import NamedTuple, get_args

from recoupe.errors import DataError
from recoupe.languages.tables import Table
from recoupe.model.annotation import Bound
from recoupe.model.figure import Effect, Group
from recoupe.text import plain

_SOURCES = """
spokesperson official ministry government president minister governor mayor elected authorities army general police rescue
health hospital doctor witness resident relative monitor ngo un redcross media agency court prosecutor expert security
unnamed lawyer worker activist religious tribal diplomat parliament rebels occupier coalition company intelligence
"""
SOURCES = frozenset(_SOURCES.split())
"""What kinds of voices a source may be; the words of a source may be of several."""

FAMILIES: Mapping[str, tuple[frozenset[str], frozenset[str]]] = MappingProxyType(
    {
        family: (frozenset(neutral.split()), frozenset(loaded.split()))
        for family, neutral, loaded in (
            ("fighters", "fighter militant soldier gunman rebel insurgent", "jihadist islamist takfiri terrorist mercenary"
             " occupier bandit resistance nazi martyr traitor separatist militia"),
            ("killing", "killed", "massacred slaughtered executed murdered martyred liquidated neutralised eliminated"),
            ("act", "strike bombing attack operation clash", "massacre aggression terror retaliation"),
            ("atrocity", "", "genocide crime martyrdom extermination"),
            ("war", "war conflict crisis", "invasion special_operation intervention civil_war occupation uprising coup"),
            ("coalition", "coalition", "us_led us western saudi_led saudi aggressors"),
            ("rule", "government authorities", "regime junta usurpers"),
            ("taking", "taken entered", "liberated occupied fallen annexed recaptured"),
            ("people", "person resident civilian displaced refugee", "innocent migrant collaborator"),
            ("islamic_state", "islamic_state", "daesh so_called"),
            ("israel", "israel", "zionist occupation_army tsahal"),
            ("settlement", "settlement", "colony"),
            ("saying", "", "claimed confessed boasted alleged_by"),
        )
    }
)  # fmt: skip
"""For each family its plain values, and those that take sides or weigh more. A swap of plain ones is a matter of taste
in a translation."""

_CLASSES = {
    "bound": frozenset(get_args(Bound)),
    "bound_after": frozenset(get_args(Bound)),
    "effect": frozenset(get_args(Effect)),
    "group": frozenset(get_args(Group)),
    "source": SOURCES,
    "cue": frozenset(("verb", "before", "none")),
    "hedge": frozenset(("hedge", "weak", "conditional", "conditional_weak")),
    "not_counted": frozenset(("unit", "thing")),
    "stop": frozenset(("that", "clause")),
    "pronoun": frozenset(("pronoun",)),
    "day": frozenset(("today", "yesterday", "eve")),
    "unverified": frozenset(("unverified",)),
}


Entry = tuple[tuple[str, ...], str, str]
"""The words of an entry, its kind (a class, or a family), its value."""
_Entries = dict[str, tuple[Entry, ...]]


class Hit(NamedTuple):
    """An entry that stands at words `first` to `last` (exclusive)."""

    kind: str
    value: str
    first: int
    last: int


@dataclass(frozen=True, eq=False)
class RelayWords:
    """The entries of one language. Words are in the form of `recoupe.text.plain`, letters that are written in several
    ways in one."""

    code: str
    letters: Mapping[int, str]
    clitics: tuple[str, ...]
    """What may be written together with the next word, longest first."""
    numbers: Mapping[str, int]
    """« trois » → 3, those below a hundred, which add up."""
    multipliers: Mapping[str, int]
    """« cent », « mille », « millions »."""
    rounds: Mapping[str, int]
    """« centaine » → 100: about so many."""
    vague: Mapping[str, int]
    """« dizaines » → 10: several of these."""
    joins: frozenset[str]
    """« et » between parts of a number."""
    ranges: frozenset[str]
    """« à » between the ends of a range."""
    in_dates: frozenset[str]
    """Words between the parts of a date, and between its ends."""
    months: Mapping[str, int]
    weekdays: Mapping[str, int]
    unhedged_after: frozenset[str]
    """After these a form in `hedges` is no hedge: « il a dit que l'enquête serait ouverte »."""
    exact: Mapping[str, tuple[Entry, ...]]
    """By first word: all words of the entry, kind, value."""
    beginnings: Mapping[str, tuple[Entry, ...]]
    """By the letters before `*` of the first word."""
    endings: Mapping[str, tuple[Entry, ...]]
    not_hedges: frozenset[str]
    shortest: int
    _known: dict[str, tuple[Entry, ...]] = field(default_factory=dict)

    def plainly(self, word: str) -> str:
        """A folded word with its letters in one form."""
        return word.translate(self.letters) if self.letters else word

    def shapes(self, word: str) -> Iterator[str]:
        """The word, and what is left of it without what may be written together with it."""
        yield word
        for clitic in self.clitics:
            if word.startswith(clitic) and len(word) > len(clitic) + 1:
                yield word[len(clitic) :]

    def hits(self, words: Sequence[str]) -> list[Hit]:
        """The entries that stand in `words`, for each kind the longest at a word, in reading order."""
        found: list[Hit] = []
        for at, word in enumerate(words):
            best: dict[str, Hit] = {}
            for entry, kind, value in self._starting(word):
                end = at + len(entry)
                longer = kind not in best or end > best[kind].last
                if longer and end <= len(words) and all(map(self._fits, entry[1:], words[at + 1 : end])):
                    best[kind] = Hit(kind, value, at, end)
            found += best.values()
        return _longest(found)

    def number(self, table: Mapping[str, int], word: str) -> int | None:
        """The number of `word` in one of the tables of numbers, or None."""
        return next((table[shape] for shape in self.shapes(word) if shape in table), None)

    def _starting(self, word: str) -> tuple[Entry, ...]:
        known = self._known.get(word)
        if known is None:
            entries: list[Entry] = []
            for shape in self.shapes(word):
                entries += self.exact.get(shape, ())
                for cut in range(len(shape), self.shortest - 1, -1):
                    entries += self.beginnings.get(shape[:cut], ())
                if shape not in self.not_hedges:
                    for cut in range(1, len(shape) - 1):
                        entries += self.endings.get(shape[cut:], ())
            known = self._known[word] = tuple(entries)
        return known

    def _fits(self, entry: str, word: str) -> bool:
        return any(
            shape.startswith(entry[:-1]) if entry.endswith("*") else shape == entry for shape in self.shapes(word)
        )


def _longest(found: Iterable[Hit]) -> list[Hit]:
    """Without the entries that stand inside another one of the same kind."""
    kept: list[Hit] = []
    for hit in sorted(found, key=lambda h: (h.first, -h.last)):
        if not any(k.kind == hit.kind and k.first <= hit.first and hit.last <= k.last for k in kept):
            kept.append(hit)
    return kept


@cache
def relay_words(code: str) -> RelayWords | None:
    """The relay words of the language, or None where no table holds any."""
    folder = resources.files("recoupe.languages").joinpath(code)
    if not folder.joinpath("relay.toml").is_file():
        return None
    return _load(code, Table.read(folder, "relay", code), Table.read(folder, "times", code))


def words_of_names() -> RelayWords:
    """The relay words of the language in which the gazetteers name bodies."""
    words = relay_words("en")
    assert words is not None
    return words


def _load(code: str, table: Table, times: Table) -> RelayWords:
    table.only(
        "letters", "clitics", "numbers", "multipliers", "rounds", "vague", "joins", "ranges", "in_dates", "bounds", "bounds_after",
        "effects", "groups", "sources", "cues", "hedges", "not_hedges", "unhedged_after", "units", "stops", "pronouns",
        "days", "unverified", "families",
    )  # fmt: skip
    letters = {ord(letter): str(one) for letter, one in table.mapping("letters").items()}

    def fold(words: str) -> str:
        return plain(words).translate(letters)

    def numbers(source: Table, key: str) -> Mapping[str, int]:
        read = {fold(each): int(n) for word, n in source.mapping(key).items() for each in _expanded(word)}
        return MappingProxyType(read)

    def keys(key: str) -> frozenset[str]:
        return frozenset(fold(each) for word in table.words(key, optional=True) for each in _expanded(word))

    named = {
        "bound": "bounds", "bound_after": "bounds_after", "effect": "effects", "group": "groups", "source": "sources",
        "cue": "cues", "hedge": "hedges", "not_counted": "units", "stop": "stops", "pronoun": "pronouns", "day": "days",
        "unverified": "unverified",
    }  # fmt: skip
    entries: list[tuple[str, str, str]] = []
    for kind, key in named.items():
        section = table.table(key).only(*_CLASSES[kind])
        entries += [(word, kind, value) for value in section.data for word in section.words(value)]
    families = table.table("families").only(*FAMILIES)
    for family in families.data:
        section = families.table(family).only(*(value for values in FAMILIES[family] for value in values))
        entries += [(word, family, value) for value in section.data for word in section.words(value)]
    exact: _Entries = {}
    beginnings: _Entries = {}
    endings: _Entries = {}
    for word, kind, value in entries:
        for each in _expanded(word):
            entry = tuple(_WORDS.findall(fold(each)))
            if not entry:
                raise DataError(f"{table.where}: an empty entry under {kind} {value}")
            first = entry[0]
            index = beginnings if first.endswith("*") else endings if first.startswith("*") else exact
            index[first.strip("*")] = (*index.get(first.strip("*"), ()), (entry, kind, value))
    return RelayWords(
        code=code,
        letters=MappingProxyType(letters),
        clitics=tuple(sorted(map(fold, table.words("clitics")), key=len, reverse=True)),
        numbers=numbers(table, "numbers"),
        multipliers=numbers(table, "multipliers"),
        rounds=numbers(table, "rounds"),
        vague=numbers(table, "vague"),
        joins=keys("joins"),
        ranges=keys("ranges"),
        in_dates=keys("in_dates"),
        months=numbers(times, "months"),
        weekdays=numbers(times, "weekdays"),
        unhedged_after=keys("unhedged_after"),
        not_hedges=keys("not_hedges"),
        exact=exact,
        beginnings=beginnings,
        endings=endings,
        shortest=min(map(len, beginnings), default=1),
    )


_WORDS = re.compile(r"\*?\w+\*?")
_CHOICE = re.compile(r"\(([^()]*)\)")


def _expanded(word: str) -> Iterator[str]:
    """Every spelling that an entry stands for."""
    parts = _CHOICE.split(word)
    for chosen in product(*(part.split("|") if n % 2 else (part,) for n, part in enumerate(parts))):
        yield "".join(chosen)
