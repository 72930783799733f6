"""First words: what a first reading of a language needs, from `first.toml`: who counts, what became of whom, who says so.

A pack with this table and without the tables of a full one is read sentence by sentence: what its few constructions do
not cover becomes an Issue. Numbers, months, approximators and units are those of `relay.toml` and `times.toml`.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib import resources
from types import MappingProxyType
from typing import NamedTuple, cast, get_args

from recoupe.errors import DataError
from recoupe.languages.key_words import key_words
from recoupe.languages.lexicon import Lexicon, spelled
from recoupe.languages.relay_words import SOURCES, RelayWords, relay_words
from recoupe.languages.tables import Table
from recoupe.model.annotation import EntityKind, Voice
from recoupe.model.attribution import Stance
from recoupe.model.figure import Effect, Group, Unit
from recoupe.text import plain

_EFFECTS = frozenset(get_args(Effect))
_GROUPS = frozenset(get_args(Group))
_SECTIONS: Mapping[str, frozenset[str]] = {
    "written": frozenset(),  # numbers of two words; the values are the numbers
    "people": _GROUPS,  # nouns for the counted
    "pairs": _GROUPS,  # the same, two of them in one word
    "households": frozenset(get_args(Unit)),
    "victims": _EFFECTS,  # nouns and participles for those to whom it happened
    "victim_pairs": _EFFECTS,
    "strikes": frozenset(get_args(Unit)),
    "done": _EFFECTS,  # what happened to the counted, on either side of them
    "did": _EFFECTS,  # what somebody did to the counted, who stand behind it
    "doing": _EFFECTS,  # the deed as a noun, right in front of the counted
    "tolls": frozenset(("toll",)),
    "reached": frozenset(("at", "to", "over")),  # « составило 12 »; « выросло до 12 »
    "parts": frozenset(("part",)),
    "others": frozenset(("others",)),
    "more": frozenset(("more",)),
    "kept": frozenset(("kept",)),  # no count of the harmed: rescued, released, survived, years, shares
    "not": frozenset(("not",)),
    "unsure": frozenset(("conditional", "hypothetical")),
    "untrue": frozenset(("untrue",)),  # « не подтвердилась »: what is told there is not so
    "other_harm": frozenset(("mishap", "invented")),  # accidents, disasters, diseases; films and games
    "halves": frozenset(("half",)),  # beside a number: a part of it, or more than it
    "ends": frozenset(("that", "clause")),  # words that begin another clause
    "joins": frozenset(("and", "while")),
    "cues": frozenset(get_args(Stance)),
    "impersonal": frozenset(("impersonal",)),  # cues without a subject: « говорится »
    "honorifics": frozenset(("honorific",)),
    "sources": SOURCES,  # words for who speaks, beside those of the relay words
    "before": frozenset(("before", "from", "his")),  # « по данным »: who says so stands behind
    "notices": frozenset(("notice",)),  # « сообщение », « заявление »: a text that somebody gives out
    "he": frozenset(("he", "same", "it")),
    "some": frozenset(("some",)),  # « один из », in front of those who are not named
    "about": frozenset(("about",)),  # « о », behind a cue: what follows is told
    "this": frozenset(("this",)),  # « об этом »: what was said in the sentence before
    "inside": frozenset(("inside",)),  # « в », beside a cue: the body whose people speak
    "at": frozenset(("at",)),  # prepositions of place
    "there": frozenset(("there",)),  # « там же »: where the sentences before told of
    "sites": frozenset(("settlement", "district", "region", "side", "country")),
    "times": frozenset(
        ("today", "yesterday", "eve", "since", "ever", "daily", "stretch", "total", "year", "mid", "late", "not")
    ),
    "states": frozenset(),  # adjectives of countries; the values are their codes
}


class BodyForm(NamedTuple):
    """How a body that is known by what it is, and whose, is named in English."""

    template: str
    """With `{of}` for whose it is."""
    kind: EntityKind


@dataclass(frozen=True, eq=False)
class FirstWords:
    """The words of one language for a first reading. All are folded as `relay` folds them."""

    code: str
    relay: RelayWords
    lexicon: Lexicon
    cased: bool
    """Whether names are written with a capital."""
    hearsay: frozenset[str]
    """What is told but by nobody who answers for it."""
    subject_first: bool
    """Whether who speaks usually stands in front of the verb."""
    and_prefix: str
    """« and » where it is written onto the next word, else empty."""
    prepositions: frozenset[str]
    """Prepositions of place that are written onto the name, alone or behind « and »."""
    contracted: tuple[str, ...]
    """Clitics that swallow a part of the word they stand on."""
    epithets: tuple[str, ...]
    """Endings of adjectives, behind an office, where names have no capitals."""
    plural: tuple[str, ...]
    """Endings of cues behind which « в » may name the body whose people speak; empty where none is said so."""
    modifiers: tuple[str, ...]
    """Endings of the adjectives that may stand between a number and what is counted."""
    cases: tuple[tuple[str, str], ...]
    """Endings of a name in another case, each with one that the name itself may have; the likeliest first."""
    men: tuple[tuple[str, str], ...]
    """The same for names of men behind « по словам », by which their owner is found."""
    women: tuple[tuple[str, str], ...]
    latin: Mapping[str, str]
    """Letters as they are written in Latin ones, and whole endings (`$` at their end); empty where vowels are not written."""
    bodies: tuple[BodyForm, ...]
    """What the values of `bodies` hits, whole numbers, stand for."""
    voices: Mapping[str, Voice]
    """What kind of voice each kind of source is (`sources` of the relay words)."""


@cache
def first_words(code: str) -> FirstWords | None:
    """The words for a first reading of the language, or None where the pack has none."""
    folder = resources.files("recoupe.languages").joinpath(code)
    relay = relay_words(code) if code.isalpha() and folder.joinpath("first.toml").is_file() else None
    return None if relay is None else _load(code, relay, Table.read(folder, "first", code))


def _load(code: str, relay: RelayWords, table: Table) -> FirstWords:
    table.only(
        "subject_first",
        "and_prefix",
        "prepositions",
        "contracted",
        "epithets",
        "plural",
        "modifiers",
        "endings",
        "cases",
        "men",
        "women",
        "latin",
        "bodies",
        "voices",
        *_SECTIONS,
    )
    endings = {name: [e.strip("-") for e in str(value).split()] for name, value in table.mapping("endings").items()}

    def fold(words: str) -> str:
        return relay.plainly(plain(words))

    entries: list[tuple[str, str, str]] = []

    def add(phrases: tuple[str, ...], kind: str, value: str) -> None:
        entries.extend((each, kind, value) for phrase in phrases for each in spelled(phrase, endings))

    for kind, values in _SECTIONS.items():
        section = table.table(kind)
        if values:
            section.only(*values)
        for value in section.data:
            add(section.words(value), kind, value)
    bodies: list[BodyForm] = []
    for each in table.tables("bodies"):
        each.only("words", "name", "kind")
        kind = each.text("kind", "body")
        if kind not in get_args(EntityKind):
            raise DataError(f"{each.where}: {kind!r} is no kind of entity")
        add(each.words("words"), "bodies", str(len(bodies)))
        bodies.append(BodyForm(each.text("name"), cast(EntityKind, kind)))
    voices = table.mapping("voices")
    if not voices.keys() <= SOURCES or not set(voices.values()) <= set(get_args(Voice)):
        raise DataError(f"{table.where}: 'voices' names a source or a voice that there is not")
    first = table.data.get("subject_first")
    if not isinstance(first, bool):
        raise DataError(f"{table.where}: 'subject_first' must be true or false")
    return FirstWords(
        code=code,
        relay=relay,
        lexicon=Lexicon(entries, fold, relay.clitics, table.mapping("contracted")),
        cased=key_words(code).cased,
        hearsay=frozenset(map(relay.plainly, key_words(code).hearsay)),
        subject_first=first,
        and_prefix=table.text("and_prefix", ""),
        prepositions=frozenset(map(fold, table.words("prepositions", optional=True))),
        contracted=tuple(table.mapping("contracted")),
        epithets=tuple(map(fold, table.words("epithets", optional=True))),
        plural=tuple(map(fold, table.words("plural", optional=True))),
        modifiers=tuple(map(fold, table.words("modifiers"))),
        cases=_pairs(table, "cases"),
        men=_pairs(table, "men"),
        women=_pairs(table, "women"),
        latin=MappingProxyType({str(k): str(v) for k, v in table.mapping("latin").items()}),
        bodies=tuple(bodies),
        voices=MappingProxyType(cast(dict[str, Voice], voices)),
    )


def _pairs(table: Table, key: str) -> tuple[tuple[str, str], ...]:
    """« ом>- » → ("ом", "")."""
    found = []
    for word in table.words(key):
        ending, arrow, own = word.partition(">")
        if not arrow:
            raise DataError(f"{table.where}: {word!r} under {key!r} must be of the form a>b")
        found.append((ending, own.strip("-")))
    return tuple(found)
