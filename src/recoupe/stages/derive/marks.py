"""The marks of a passage: what of it a relay may change (counts, voices, days, places, loaded words, hedges).

One type for all languages, so that a sentence can be set against its translation.
"""

from dataclasses import dataclass

from recoupe.languages.relay_words import FAMILIES


@dataclass(frozen=True, slots=True)
class Count:
    """A number of people, strikes, or of anything that is no measure or date."""

    start: int
    end: int
    value: float | None
    high: float | None
    magnitude: int | None
    bound: str
    effect: str | None
    effect_at: tuple[int, int] | None
    group: str | None
    people: bool
    """Whether a word for people stands with it."""
    person: bool
    """Whether what is counted is called no more than people."""
    read: bool
    """Whether it is a Figure of the Reading: it counts people or strikes for sure."""


@dataclass(frozen=True, slots=True)
class Voice:
    """A source with its cue."""

    start: int
    end: int
    names: frozenset[str]
    """Skeletons of the names in it."""
    kinds: frozenset[str]
    """What kinds of voices its words are."""
    vague: bool
    """Whether nothing in it says for sure who it is."""
    person: frozenset[str] = frozenset()
    """Skeletons of the name, where a person is named."""


@dataclass(frozen=True, slots=True)
class Day:
    """A day named by its date, its weekday or from the day of publication."""

    start: int
    end: int
    day: int
    month: int
    form: str
    """`date`, `weekday` or `near`."""
    full: bool = False
    """Whether the weekday stands with the date."""


@dataclass(frozen=True, slots=True)
class Term:
    """A word of a family that knows plain and loaded ones."""

    start: int
    end: int
    family: str
    value: str

    @property
    def loaded(self) -> bool:
        """Whether it takes sides or weighs more than the family's plain words."""
        return self.value in FAMILIES[self.family][1]


@dataclass(frozen=True, slots=True)
class Hedge:
    """A word by which the text does not vouch for what it says. `weak`: too common to be missed in a translation."""

    start: int
    end: int
    weak: bool


@dataclass(frozen=True, slots=True)
class Spot:
    """A name that the gazetteer knows as a place."""

    start: int
    end: int
    meant: frozenset[str]
    """Ids of the places that it may mean."""
    around: frozenset[str]
    """Ids of those that hold them, countries aside."""
    countries: frozenset[str]
    keys: frozenset[str]
    """Skeletons of its words."""
    small: bool
    """Whether it is a town or part of one."""


@dataclass(frozen=True, slots=True)
class Marks:
    """The marks of one passage, each in reading order."""

    counts: tuple[Count, ...] = ()
    voices: tuple[Voice, ...] = ()
    days: tuple[Day, ...] = ()
    places: tuple[Spot, ...] = ()
    terms: tuple[Term, ...] = ()
    hedges: tuple[Hedge, ...] = ()
    unclaimed: int = 0
    """Cues for which no source was found: somebody is heard there."""
    kinds: frozenset[str] = frozenset()
    """All kinds of voices that any word of the passage is of."""
    names: frozenset[str] = frozenset()
    """Skeletons of all its words that may be names."""
    unverified: tuple[tuple[int, int], ...] = ()
    """Where it says that a statement could not be checked."""
