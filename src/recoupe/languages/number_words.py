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
    joint_after_scale: bool
    """Whether the joint goes on behind a word that multiplies (« two hundred and five »)."""
    one_hundred: bool
    """Whether « one » may stand before « hundred »."""
    opening: frozenset[str]
    """Number words that stand only first (« a hundred »)."""
    letters: Mapping[str, int]
    """What letters hung on digits multiply by (« 300k »), as written."""
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
    singular: bool
    """Whether what leaves it open stands before a singular too (« several hundred »)."""
    again: tuple[Phrase, ...]
    same: frozenset[str]
    """What gives the number before once more (« quatre soldats et autant de policiers »)."""
    same_joints: frozenset[str]
    """What stands before such a word."""


@dataclass(frozen=True, slots=True)
class Zero:
    """What says that there was none."""

    determiners: frozenset[str]
    negations: frozenset[str]
    partitive: frozenset[str]
    verbs: frozenset[str]
    neither: frozenset[str]
    silent: frozenset[str]
    """Verbs that, negated, leave open whether there was any (« ne parle pas de victimes »)."""
    nobody: tuple[Phrase, ...]
    """Phrases that say « no person » by themselves."""
    not_before: frozenset[str]
    """Words behind a determiner that make it no count (« no longer »)."""


@dataclass(frozen=True, slots=True)
class Approximators:
    """« plus de », « au moins » … before and after a number."""

    before: Phrases
    """By the last two words, or the only one; the last as `variants` writes it."""
    closers: frozenset[str]
    """The last words of those, as texts write them."""
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
    added: tuple[Phrase, ...]
    """Phrases that end like an approximator and add what they stand before (« en plus de 40 blessés »)."""


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

    beside: tuple[Phrase, ...]
    """Phrases behind which a number is not of those of whom the sentence tells (« all but 3 »)."""
    works: frozenset[str]
    """Nouns behind which a quotation is the title of a work (« the film “12 Dead” »)."""
    fractions: frozenset[str]
    after: frozenset[str]
    after_phrases: tuple[Phrase, ...]
    units: frozenset[str]
    labels: frozenset[str]
    multiplied: Phrase
    by: frozenset[str]
    over: frozenset[str]
    over_small: tuple[Phrase, ...]
    """The same where a number of which shares are told follows (« one in three »)."""
    hours: frozenset[str]
    decades: frozenset[str]
    day_joints: frozenset[str]
    year_words: frozenset[str]
    months_first: bool
    """Whether a month may stand before its day (« March 24 »)."""
    singular_articles: frozenset[str]
    clause_joints: frozenset[str]
    """What joins a clause without its verb to the one before."""
    name_articles: frozenset[str]
    """Articles of names."""
    year_articles: frozenset[str]
    """Words before four digits that make them a year, whatever follows (« the 2014 war »)."""
    age_marks: frozenset[str]
    """Marks between which digits behind a person are an age (« Amira, 8, »)."""
    money: frozenset[str]
    """Signs before a sum of money (« $3 million »)."""
    age_words: frozenset[str]
    """Words before an age behind a person (« children under 16 »)."""
    aged: frozenset[str]
    """Persons whose age those words tell."""
    age_joints: frozenset[str]
    """Words that may close it (« Amira, 8, and »)."""
    age_whose: frozenset[str]
    """Subjects of whom `age_verbs` tells an age (« who is 39, »)."""
    age_verbs: frozenset[str]
    not_nouns: frozenset[str]
    stops: frozenset[str]
    months: frozenset[str]
    capital_months: frozenset[str]
    """Those of `months` that are one only with a capital (« 12 may have died »)."""
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
    counting: frozenset[str]
    """Collectives and scales, singular and plural."""
