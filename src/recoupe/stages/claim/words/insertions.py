"""Insertions: what stands between the words of a clause and belongs to none of them."""

from recoupe.model.annotation import Numeral
from recoupe.model.figure import Effect
from recoupe.stages.claim.words.line import Line

_BRACKETS = {"(": ")", "–": "–", "-": "-", "—": "—", ",": ","}
_AGE = 6
"""How many words an age may have."""
_WIDE = 14
"""How many words an insertion may have."""


def repeats(line: Line, before: Numeral, numeral: Numeral) -> bool:
    """Whether a number in brackets only writes again the one before: « trois morts (03) »."""
    first, stop = line.first_at(numeral.span.start), line.first_at(numeral.span.end)
    bracketed = line.fold(first - 1) == "(" and line.fold(stop) == ")"
    return bracketed and numeral.value == before.value is not None


def labelled(line: Line, first: int, stop: int) -> tuple[Effect | None, bool]:
    """What the noun before says of a number set behind it: « les blessés (250 au moins) et les morts »."""
    counted, harm = line.lexicon.counted, line.lexicon.harm
    noun = line.fold(first - 2)
    stop += line.lexicon.hedges.at(line.folds, stop)
    closed = _BRACKETS.get(line.fold(first - 1), "") == line.fold(stop) != ""
    if closed and noun in harm.nouns and line.fold(first - 3) in counted.definite:
        return harm.nouns[noun], noun in harm.open
    noun = numbered(line, first)
    return (harm.nouns[noun], noun in harm.open) if noun in harm.nouns else (None, False)


def numbered(line: Line, first: int) -> str:
    """The noun of which an insertion that ends with the number at `first` says how many: « les blessés, au nombre de 92, »; or ""."""
    figures, tolls = line.lexicon.figures, line.lexicon.harm.tolls
    set_off = line.fold(first - 4) in _BRACKETS and line.fold(first - 3) in figures.harmed
    told = set_off and line.fold(first - 2) in tolls.of and line.fold(first - 1) in figures.of
    return line.fold(first - 5) if told else ""


def past_aside(line: Line, at: int) -> int:
    """The index of the comma that closes « , assurent-ils, » or « , d'après le maire, » opened at `at`; `at` where none is.

    Such a clause begins with its verb or with a preposition, and has no other verb.
    """
    words, after = line.lexicon.words, at + 1
    if line.fold(at) != "," or after >= line.end:
        return at
    if not line.finite(after) and line.folds[after] not in words.prepositions:
        return at
    for index in range(after + 1, min(line.end, at + _WIDE)):
        if line.folds[index] == ",":
            return index
        told = line.finite(index) and not line.auxiliary(after, line.lexicon.figures.perfect)
        if line.stops(index) or told or line.folds[index] in words.relatives:
            return at
    return at


def past_bracket(line: Line, at: int) -> int:
    """The index of the bracket that closes the one opened at `at` (« le PKK (interdit) »); `at` where none is."""
    if line.fold(at) != "(":
        return at
    return next((i for i in range(at + 1, min(line.end, at + _WIDE)) if line.folds[i] == ")"), at)


def past_age(line: Line, at: int) -> int:
    """The index behind an age or the like that is told at `at` (« de 19 ans », « , âgée de 44 ans, »); `at` where none is."""
    lexicon, start = line.lexicon, at + (line.fold(at) == ",")
    if lexicon.figures.parts.at(line.folds, start):
        return at  # « , dont 60 % de femmes »
    for index in range(start, min(line.end, start + _AGE)):
        fold, number = line.folds[index], line.fold(index - 1)
        if fold == "," or index in line.times or line.stops(index) or line.finite(index):
            return at
        if fold in lexicon.counted.measures:
            told = index > start and (number[:1].isdigit() or number in lexicon.numbers)
            return index + 1 + (start > at and line.fold(index + 1) == ",") if told else at
    return at
