"""Magnitudes: collectives (« dizaine », « millier », « million ») with a number before them, and without one."""

import math

from recoupe.stages.annotate import approximators
from recoupe.stages.annotate.cardinals import Cardinal
from recoupe.stages.annotate.numeral_line import NumeralLine


def chain(line: NumeralLine, at: int) -> tuple[int, int]:
    """The value of « centaines de milliers » from the collective at token `at` on, and the index after it."""
    words = line.words
    value, end = words.collectives.get(line.fold(at)) or words.scales[line.fold(at)], at + 1
    while line.fold(end) in words.several.partitive or (words.several.singular and line.fold(end) in words.scales):
        end -= line.fold(end) in words.scales  # « a few hundred thousand »
        more = words.scales.get(line.fold(end + 1)) or words.collectives.get(line.fold(end + 1))
        if more is None:
            break
        value, end = value * more, end + 2
    return value, end


def multiple(line: NumeralLine, at: int, count: float) -> Cardinal:
    """`count` times the collective at token `at`: « deux dizaines », « un millier et demi »."""
    unit, end = chain(line, at)
    value, how = count * unit, line.words.composition
    if line.fold(end) in how.joints and line.fold(end + 1) in how.half:
        value, end = value + unit / 2, end + 2
    return Cardinal(round(value, 6), end, False, 1.0, "")


def half(line: NumeralLine, at: int) -> tuple[Cardinal, bool] | None:
    """« demi-douzaine », « demi million » from token `at` on, and whether it is no more than about so many."""
    words = line.words
    first, hyphen, unit = line.fold(at).partition("-")
    end = at + 1
    if not hyphen:
        end += line.fold(end) in words.composition.opening  # « half a million »
        unit, end = line.fold(end), end + 1
    value = words.scales.get(unit) or words.collectives.get(unit)
    if first not in words.composition.half or value is None:
        return None
    return Cardinal(value / 2, end, False, 1.0, ""), unit in words.collectives


def add_magnitude(line: NumeralLine, start: int, at: int) -> int:
    """Adds the magnitude of the plural collective at token `at`, with the words from `start` on; gives the index after.

    Of « des dizaines, voire des centaines » it is the lower one.
    """
    value, end = chain(line, at)
    while (stop := _again(line, end)) is not None:
        more, end = chain(line, stop)
        value = min(value, more)
        end += line.fold(end) == "," and line.fold(end + 1) in line.words.several.partitive
    first, bound = approximators.before(line.folds, start, line.words, None)
    if bound in (None, "about"):
        first, bound = start, "several"
    return line.add(first, start, end, magnitude=10 ** int(math.log10(value)), bound=bound or "several")


def _again(line: NumeralLine, end: int) -> int | None:
    """Where the second collective stands when « voire des », « et des » follows at token `end`."""
    for phrase in line.words.several.again:
        stop = end + len(phrase)
        if line.fold(stop) in line.words.plurals and tuple(line.folds[end:stop]) == phrase:
            return stop
    return None
