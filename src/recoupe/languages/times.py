"""Time words: the names of days, months and units, and the forms that times take, from a pack's `times.toml`.

A sentence is written as one character a token, after what the token can be; the forms are regular expressions over
these characters.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache
from typing import Any

from recoupe.errors import DataError
from recoupe.languages.counted import counted_words
from recoupe.languages.harm import nouns_by_effect
from recoupe.languages.numerals import NumberWords, number_words, spellings
from recoupe.languages.pack import LanguagePack
from recoupe.languages.tables import Table
from recoupe.languages.time_forms import Compiler, Form, words_in
from recoupe.text import fold

OTHER = "."
"""The character of a token that means nothing for times."""
_FIRST_SYMBOL = ord("0")
"""With it all symbols are below 256: a class of such is compiled, for the forms, many times as fast as one of others."""
_VALUED = {
    "months": "MONTH", "weekdays": "WEEKDAY", "days": "NAMEDDAY", "directions": "DIRECTION", "offsets": "OFFSET",
    "anchored": "ANCHORED", "units": "UNIT", "edges": "EDGE", "seasons": "SEASON", "sizes": "SIZE", "fronts": "FRONT",
}  # fmt: skip
_CORE = (
    "MONTH", "WEEKDAY", "NAMEDDAY", "OFFSET", "ANCHORED", "UNIT", "SEASON", "PART", "YEAR", "DATE", "SHORT", "UNKNOWN",
    "SAMEDAY", "EVENT", "HAPPENING", "NOW", "WEEKDAYS", "NIGHTLONG", "FORMER", "AGES", "TOLDYEAR",
)  # fmt: skip
"""Classes one of which every time holds."""
_DIGITS = ("NUMBER", "NUMBER DAY", "NUMBER YEAR", "DATE", "SHORT", "ORD", "ORD DAY")
"""What a token of digits may be; number words are in the tables."""

Caught = tuple[tuple[tuple[str, ...], int], ...]
"""For each captured symbol the classes that it may have been captured as, and its position."""


@dataclass(frozen=True, slots=True)
class Joints:
    """What joins and introduces times. Phrases are words joined by one space, as [same] writes them."""

    between: frozenset[str]
    froms: frozenset[str]
    to: frozenset[str]
    ands: frozenset[str]
    dash: frozenset[str]
    since: frozenset[str]
    until: frozenset[str]
    ahead: frozenset[str]
    as_of: frozenset[str]
    as_of_end: frozenset[str]
    dating: frozenset[str]
    moved: frozenset[str]
    """Words before « from » that make what follows no day (« up from 4 »)."""
    auxiliary: frozenset[str]
    """Names of seasons that are verbs where no article stands in front (« depuis été tués »)."""
    nowhere: frozenset[str]
    before_day: frozenset[str]
    taken_in: frozenset[str]
    closers: frozenset[str]
    apposed: frozenset[str]
    clause: frozenset[str]
    started: frozenset[str]
    dated: frozenset[str]
    """Behind a comma they say when something happened: « depuis l'élection, survenue en mai »."""
    dated_with: frozenset[str]
    """Small words that may stand beside these (« qui a eu lieu en »)."""
    this: frozenset[str]
    """Words that point at a unit of time (« ce mois »)."""
    that: frozenset[str]
    """Words that open a clause behind « after »."""
    when: frozenset[str]
    """Behind a comma they tell what happened then: « since last May, when 55 died »."""
    that_is: frozenset[str]
    """Between a day and how long before that was."""
    turning: frozenset[str]
    """Words behind which a sentence that opens with a year may tell of another."""


@dataclass(frozen=True, slots=True)
class TimeWords:
    """All that a language says about times."""

    values: Mapping[str, Mapping[str, Any]]
    """By class, the value of each word."""
    classes: Mapping[str, frozenset[str]]
    """By class without values, its words."""
    small: frozenset[str]
    """Words that mean no time where they and the word behind them have a capital (« à Mai Tsebri »)."""
    capital: frozenset[str]
    """Words that mean a time only where they have a capital (« 12 may have died »)."""
    same: Mapping[str, str]
    symbols: Mapping[str, str]
    """The character of each word."""
    digits: Mapping[str, str]
    """The character of a token of digits, by what it may be (`NUMBER DAY`)."""
    core: frozenset[str]
    """Words one of which every time holds that holds no digits."""
    heads: frozenset[str]
    """Characters of such words and of digits."""
    flags: Mapping[str, tuple[str, ...]]
    """What a captured word tells beside its value, by word (`NIGHT`)."""
    pairs: frozenset[str]
    """First words of names in two words (« kanoun al-thani »)."""
    opening: frozenset[str]
    """These, and the words of numbers: what may be read together with the word after it."""
    events: Mapping[str, tuple[str, frozenset[str]]]
    """Day and month (`11-9`) → the ISO date that they name when a hyphen joins them, and the words of texts
    that mean it without one."""
    joints: Joints
    numbers: NumberWords
    people: frozenset[str]
    """Nouns of people: four digits before one count them, and are no year (« parle de 1600 morts »)."""
    forms: tuple[Form, ...]
    _compiled: dict[str, tuple[re.Pattern[str], Mapping[int, Form]] | None] = field(default_factory=dict)

    def match(self, line: str, at: int) -> tuple[str, int, Caught] | None:
        """The form that begins at `line[at]`: its rule, where it ends, and what it captures."""
        symbol = line[at]
        if symbol not in self._compiled:
            self._compiled[symbol] = self._compile(symbol)
        compiled = self._compiled[symbol]
        found = compiled[0].match(line, at) if compiled else None
        if found is None or compiled is None:
            return None
        # the group of the whole form is the one that closes last
        group = found.lastindex or 0
        form = compiled[1][group]
        caught = [(classes, found.start(group + n)) for n, classes in enumerate(form.groups, 1)]
        return form.rule, found.end(), tuple([item for item in caught if item[1] >= 0])

    def _compile(self, symbol: str) -> tuple[re.Pattern[str], Mapping[int, Form]] | None:
        """A pattern for the forms that can begin with a symbol, and the form of each of its groups that is one whole."""
        forms = [form for form in self.forms if symbol in form.first]
        if not forms:
            return None
        whole, group = dict[int, Form](), 1
        for form in forms:
            whole[group] = form
            group += 1 + len(form.groups)
        return re.compile("|".join(f"({form.pattern})" for form in forms)), whole


@cache
def time_words(pack: LanguagePack) -> TimeWords:
    """The time words of a pack; raises DataError on an unknown key, class or macro."""
    people = {*counted_words(pack).people, *nouns_by_effect(pack.table("harm").table("nouns"))}
    return _load(pack.table("times"), number_words(pack), frozenset(people))


def _load(table: Table, numbers: NumberWords, people: frozenset[str]) -> TimeWords:
    table.only(*_VALUED, "events", "same", "classes", "flags", "macros", "stamps", "joints", "rules")
    values = {name: _spelled(table.mapping(key)) for key, name in _VALUED.items()}
    classes = table.table("classes")
    ambiguous = frozenset(classes.words("ambiguous"))
    values["MONTHNAME"] = {word: number for word, number in values["MONTH"].items() if word not in ambiguous}
    small = {word: value for word, value in numbers.composition.values.items() if value < 100}
    values["NUMBER"] = {**small, **numbers.collectives}
    values["DAY"] = {w: v for w, v in small.items() if 1 <= v <= 31} | {
        w: v for w, v in numbers.ordinals.items() if v == 1
    }
    if not classes.data.get("days_in_words", True):
        values["DAY"] = {}
    values["ORD"] = dict(numbers.ordinals)
    members: dict[str, set[str]] = {}
    for name, words in values.items():
        for word in words:
            members.setdefault(word, set()).add(name)
    plain = {n: frozenset(s for w in classes.words(n) for s in spellings(w)) for n in classes.data if n.isupper()}
    for name, group in plain.items():
        for word in group:
            members.setdefault(word, set()).add(name)
    same = {k: str(v) for k, v in table.mapping("same").items()}
    macros = {name: table.table("macros").words(name) for name in table.mapping("macros")}
    rules = _rules(table)
    literals = words_in(form for forms in (*macros.values(), *rules.values()) for form in forms)
    symbols, digits, chars = _symbols(members, literals, same)
    pairs = frozenset(word.split()[0] for word in symbols if " " in word)
    flags = table.table("flags")
    heads = frozenset(c for name in _CORE for c in chars.get(name, ""))
    compiler = Compiler(macros, chars, table.where)
    events = [(key, str(value).split()) for key, value in table.mapping("events").items()]
    forms = [compiler.form(rule, text) for rule, texts in rules.items() for text in texts]
    return TimeWords(
        values=values,
        classes=plain,
        small=frozenset(classes.words("small", optional=True)),
        capital=frozenset(classes.words("capital", optional=True)),
        same=same,
        symbols=symbols,
        digits=digits,
        core=frozenset(word.split()[0] for word, symbol in symbols.items() if symbol in heads),
        heads=heads | frozenset(digits.values()),
        flags={s: (name,) for name in flags.data for word in flags.words(name) for s in spellings(word)},
        pairs=pairs,
        opening=pairs.union(numbers.composition.values),
        events={k: (day, frozenset(map(fold, words))) for k, (day, *words) in events},
        joints=_joints(table.table("joints")),
        numbers=numbers,
        people=people,
        forms=tuple(sorted(forms, key=lambda f: -f.needed)),
    )


def _rules(table: Table) -> dict[str, tuple[str, ...]]:
    """The forms of each rule; `certain` and `weak` are those of days, months and years by their names."""
    stamps = table.table("stamps").only("certain", "weak")
    rules = table.table("rules")
    found = {name: rules.words(name) for name in rules.data}
    return {**found, "certain": stamps.words("certain"), "weak": stamps.words("weak")}


def _symbols(
    members: Mapping[str, set[str]], literals: set[str], same: Mapping[str, str]
) -> tuple[dict[str, str], dict[str, str], dict[str, str]]:
    """The character of each word, of digits by what they may be, and the characters of each class and literal word."""
    allotted: dict[frozenset[str], str] = {}

    def symbol(names: frozenset[str]) -> str:
        return allotted.setdefault(names, chr(_FIRST_SYMBOL + len(allotted)))

    symbols = {}
    for word in sorted({*members, *literals, *same}):
        normal = same.get(word, word)
        names = members.get(word, set()) | members.get(normal, set()) | ({normal} & literals)
        if names:
            symbols[word] = symbol(frozenset(names))
    digits = {names: symbol(frozenset(names.split())) for names in _DIGITS}
    chars: dict[str, str] = {}
    for names_, char in allotted.items():
        for name in names_:
            chars[name] = chars.get(name, "") + char
    return symbols, digits, chars


def _joints(table: Table) -> Joints:
    keys = {name: name for name in Joints.__dataclass_fields__} | {"froms": "from", "ands": "and"}
    table.only(*keys.values())
    return Joints(**{name: frozenset(table.words(key)) for name, key in keys.items()})


def _spelled(words: Mapping[str, Any]) -> dict[str, Any]:
    found: dict[str, Any] = {}
    for word, value in words.items():
        if not isinstance(value, int | str | list):
            raise DataError(f"times.toml: {word!r} has a value of a wrong type")
        found.update(dict.fromkeys(spellings(word), value))
    return found
