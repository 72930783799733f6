"""Number words: cardinals, collectives, approximators and what looks like a count and is none: what code may ask."""

from collections.abc import Mapping
from dataclasses import dataclass

from recoupe.model.annotation import Bound

Phrase = tuple[str, ...]
Phrases = Mapping[Phrase, tuple[tuple[Phrase, Bound], ...]]
"""Phrases with their bound, longest first, under the word or two words that they are found by."""


@dataclass(frozen=True, slots=True)
class Composition:
    """How number words make one number."""

    values: Mapping[str, int]
    """Below 100 a value is added; from 100 on it multiplies."""
    compounds: Mapping[Phrase, int]
    takes_teens: frozenset[int]
    """Tens to which 10–19 are added (soixante-douze)."""
    joints: frozenset[str]
    after_joint: frozenset[int]
    never_alone: frozenset[str]
    """Words that are a number only beside other words of one."""
    decimal: frozenset[str]
    half: frozenset[str]


@dataclass(frozen=True, slots=True)
class Several:
    """What leaves a number open, and what joins two magnitudes."""

    determiners: frozenset[str]
    openers: frozenset[str]
    pronouns: frozenset[str]
    adjectives: frozenset[str]
    partitive: frozenset[str]
    again: tuple[Phrase, ...]


@dataclass(frozen=True, slots=True)
class Zero:
    """What says that there was none."""

    determiners: frozenset[str]
    negations: frozenset[str]
    partitive: frozenset[str]
    verbs: frozenset[str]
    neither: frozenset[str]


@dataclass(frozen=True, slots=True)
class Approximators:
    """« plus de », « au moins » … before and after a number."""

    before: Phrases
    """By the last two words, or the only one; the last as `variants` writes it."""
    after: Phrases
    """By the first word."""
    variants: Mapping[str, str]
    skipped: frozenset[str]
    rounded: Phrase
    rounded_not: frozenset[str]
    negated: frozenset[str]
    negators: frozenset[str]
    turned: Mapping[Phrase, Bound]
    """What a phrase means under a negation (« pas … plus de 62 »: at most 62)."""


@dataclass(frozen=True, slots=True)
class Ranges:
    """What joins the two ends of a range, and the verbs after which « de 37 à 44 » is two counts."""

    to: frozenset[str]
    even: frozenset[str]
    between: frozenset[str]
    ands: frozenset[str]
    froms: frozenset[str]
    changes: frozenset[str]
    """Words that tell of a change, so that « de 37 à 44 » is two counts."""


@dataclass(frozen=True, slots=True)
class Refused:
    """What makes a number no count."""

    fractions: frozenset[str]
    after: frozenset[str]
    after_phrases: tuple[Phrase, ...]
    units: frozenset[str]
    labels: frozenset[str]
    multiplied: Phrase
    by: frozenset[str]
    over: frozenset[str]
    hours: frozenset[str]
    decades: frozenset[str]
    day_joints: frozenset[str]
    year_words: frozenset[str]
    singular_articles: frozenset[str]
    not_nouns: frozenset[str]
    stops: frozenset[str]
    months: frozenset[str]
    weekdays: frozenset[str]


@dataclass(frozen=True, slots=True)
class NumberWords:
    """All that a language says about numbers. Every word is folded, with and without its accents."""

    composition: Composition
    articles: frozenset[str]
    of_ones: frozenset[str]
    only: frozenset[str]
    elided_article: frozenset[str]
    collectives: Mapping[str, int]
    """Singular and plural."""
    plurals: frozenset[str]
    scales: Mapping[str, int]
    """Number words that count like collectives when no number stands before them (« des millions »)."""
    several: Several
    zero: Zero
    approximators: Approximators
    ranges: Ranges
    ordinals: Mapping[str, int]
    ordinal_suffixes: frozenset[str]
    refused: Refused
    starts: frozenset[str]
    """Every word that may begin a number, for a quick look."""
