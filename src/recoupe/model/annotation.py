"""Annotations: what stands where in a Document (sentences, quotations, names, numbers, times, places), before any reading of who said what."""

from bisect import bisect_left
from dataclasses import dataclass, field
from typing import Literal, NamedTuple

from recoupe.model.span import Span

Bound = Literal["exact", "about", "at_least", "more_than", "at_most", "less_than", "between", "several"]
PlacePrecision = Literal["point", "settlement", "district", "region", "country", "wide"]
EntityKind = Literal["person", "body", "party", "media", "state", "unnamed"]
"""A token's first field."""
Voice = Literal["official", "military", "medical", "witness", "ngo", "media", "relative", "local", "expert", "other"]


class Token(NamedTuple):
    """A word, number or mark. `fold` is the text in lower case with ’ written ' and no-break spaces written as spaces."""

    start: int
    end: int
    text: str
    fold: str


@dataclass(frozen=True, slots=True)
class Sentence:
    """One sentence, inside one block. Sentences are in reading order and do not overlap."""

    index: int
    start: int
    end: int
    block: int
    """Index into `Document.blocks`."""
    kind: str
    """The block's kind: title, heading or paragraph."""
    tokens: tuple[Token, ...]
    folds: tuple[str, ...] = field(init=False, repr=False, compare=False)
    """The tokens' folds."""
    words: frozenset[str] = field(init=False, repr=False, compare=False)
    """The distinct ones of them: whether any word of a class stands in the sentence is asked again and again."""
    ends: tuple[int, ...] = field(init=False, repr=False, compare=False)
    """Where the tokens end."""
    not_small: tuple[int, ...] = field(init=False, repr=False, compare=False)
    """The indexes of the tokens that are not all small letters, as names are not: the few that what looks for names has
    to look at."""

    _starts: tuple[int, ...] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        starts, ends, texts, folds = zip(*self.tokens, strict=True) if self.tokens else ((), (), (), ())
        object.__setattr__(self, "_starts", starts)
        object.__setattr__(self, "ends", ends)
        object.__setattr__(self, "folds", folds)
        object.__setattr__(self, "words", frozenset(folds))
        object.__setattr__(self, "not_small", tuple([i for i, low in enumerate(map(str.islower, texts)) if not low]))

    def first_at(self, offset: int) -> int:
        """The index of the first token that starts at `offset` or after it; the number of tokens when none does."""
        return bisect_left(self._starts, offset)

    def within(self, start: int, end: int) -> tuple[Token, ...]:
        """The tokens that start in start:end."""
        starts = self._starts
        return self.tokens[bisect_left(starts, start) : bisect_left(starts, end)]


@dataclass(frozen=True, slots=True)
class Quote:
    """A quotation: `start`–`end` with its marks, `inner_start`–`inner_end` without. May run over sentences and paragraphs."""

    start: int
    end: int
    inner_start: int
    inner_end: int
    depth: int
    """0 for an outermost quotation, 1 for one inside it, and so on."""
    closed: bool
    """False when no closing mark was found: the quotation then ends with its paragraph."""


@dataclass(frozen=True, slots=True)
class Numeral:
    """A number as written, with its approximator. The fields are those of GUIDELINES.md (figures)."""

    span: Span
    """Approximator and number together (« plus de 130 », « une centaine », « des dizaines »)."""
    number_start: int
    """Where the bare number starts inside the text, after the approximator."""
    number_end: int
    value: float | None
    """None for « several » kinds. A whole number is held as an int-valued float."""
    value_high: float | None
    magnitude: int | None
    bound: Bound
    ordinal: bool = False
    """« troisième », « XXIe »: never a count."""
    article: bool = False
    """« un », « une » that may be only an article: counts only where the phrase sets it against a count."""


@dataclass(frozen=True, slots=True)
class TimeRef:
    """A time expression and the interval of days it means, resolved against the publication date and the text around it."""

    span: Span
    date_from: str | None
    """ISO date of the first day, None when open or unknown."""
    date_to: str | None
    precision: Literal["day", "days", "week", "month", "season", "year", "unknown"]
    kind: Literal["point", "interval", "since", "until", "duration", "recurring"]


@dataclass(frozen=True, slots=True)
class Place:
    """A place of the gazetteer. Coordinates in decimal degrees (WGS 84), 2 places; a country or region is its middle."""

    id: str
    name: str
    """Usual English name."""
    name_fr: str
    country: str | None
    """ISO 3166-1 alpha-2."""
    lat: float | None
    lon: float | None
    precision: PlacePrecision
    parents: tuple[str, ...] = ()
    """Ids of the places that hold it, nearest first."""


@dataclass(frozen=True, slots=True)
class PlaceRef:
    """A place named in the text. `place` is None when the words are a place by their form but no gazetteer knows it."""

    span: Span
    place: Place | None


@dataclass(frozen=True, slots=True)
class Entity:
    """A source or party: person, body, armed party, medium, state, or an unnamed voice that keeps the article's words."""

    id: str
    kind: EntityKind
    name: str
    """Usual English label where the gazetteer knows it, else the person's Latin spelling or the article's words."""
    name_fr: str | None = None
    country: str | None = None
    voice: Voice | None = None
    """What kind of voice an unnamed source is; None where the words do not tell, and for the others."""


@dataclass(frozen=True, slots=True)
class Mention:
    """A name in the text and the entity it names. `role` and `organisation` as the article gives them beside the name."""

    span: Span
    entity: Entity
    role: str | None = None
    organisation: str | None = None


@dataclass(frozen=True, slots=True)
class Annotations:
    """All that was seen in one Document. Every tuple is in reading order."""

    document: str
    sentences: tuple[Sentence, ...] = ()
    quotes: tuple[Quote, ...] = ()
    numerals: tuple[Numeral, ...] = ()
    times: tuple[TimeRef, ...] = ()
    places: tuple[PlaceRef, ...] = ()
    mentions: tuple[Mention, ...] = ()
