"""Numbers in a sentence of any language with relay words, in digits or in words, with what bounds them."""

import re
from collections.abc import Collection, Sequence
from dataclasses import dataclass

from recoupe.languages.relay_words import Hit, RelayWords

_DIGITS = re.compile(r"(\w{0,3}?)(\d+(?:[.,]\d+)*)\D{0,2}$")
_GROUPED = re.compile(r"\d{1,3}(?:[.,]\d{3})+$")


_MILD = frozenset(("exact", "several", "between"))
"""Bounds that say no more than the number itself: « plusieurs dizaines », « entre 3 et 5 »."""


@dataclass(frozen=True, slots=True)
class Number:
    """A number at words `first` to `last` (exclusive), what bounds it included."""

    first: int
    last: int
    value: float | None
    high: float | None
    magnitude: int | None
    """10, 100, 1000 … where only that is said (« des dizaines »)."""
    bound: str


def numbers(
    plain: Sequence[str], words: RelayWords, hits: Sequence[Hit], taken: Collection[int], gaps: Sequence[str]
) -> list[Number]:
    """The numbers in reading order. `taken`: words that are no numbers (dates, hours); `gaps`: what stands behind each
    word and in front of the next."""
    found: list[Number] = []
    between = {hit.last for hit in hits if hit.kind == "bound" and hit.value == "between"}
    at = 0
    while at < len(plain):
        number = None if at in taken else _number(plain, at, words, taken, gaps, between)
        if number is None:
            at += 1
            continue
        found.append(_bounded(number, plain, words, hits))
        at = found[-1].last
    return found


def _number(
    plain: Sequence[str],
    at: int,
    words: RelayWords,
    taken: Collection[int],
    gaps: Sequence[str],
    between: Collection[int],
) -> Number | None:
    digits = _digits(plain, at, gaps, words)
    if digits is not None:
        value, last = digits
        while last < len(plain) and (factor := words.number(words.multipliers, plain[last])) and factor >= 1000:
            value, last = value * factor, last + 1
        # « 30 à 40 », « 30-40 »
        joined = last < len(gaps) + 1 and last < len(plain) and gaps[last - 1].strip() in ("-", "–", "—")
        after = last if joined else last + 1 if last < len(plain) and plain[last] in words.ranges else None
        upper = (
            _digits(plain, after, gaps, words)
            if after is not None and after < len(plain) and after not in taken
            else None
        )
        is_range = (
            upper is not None and upper[0] > value and (joined or at in between or plain[last] not in words.joins)
        )
        if upper is not None and is_range:
            return Number(at, upper[1], value, upper[0], None, "between")
        return Number(at, last, value, None, None, "exact")
    for table, bound in ((words.rounds, "about"), (words.vague, "several")):
        base = words.number(table, plain[at])
        if base is not None:
            factor = words.number(words.multipliers, plain[at + 1]) if at + 1 < len(plain) else None
            of = 1 + (factor is not None)
            if (
                factor is None and at + 2 < len(plain) and len(plain[at + 1]) <= 2
            ):  # « dizaines de milliers », "tens of thousands"
                factor = words.number(words.multipliers, plain[at + 2]) or words.number(words.vague, plain[at + 2])
                of = 3 if factor else 1
            size = base * (factor or 1)
            if bound == "several":
                return Number(at, at + of, None, None, size, bound)
            return Number(at, at + of, size, None, None, bound)
    return _worded(plain, at, words)


def _digits(plain: Sequence[str], at: int, gaps: Sequence[str], words: RelayWords) -> tuple[float, int] | None:
    match = _DIGITS.match(plain[at])
    if match is None or (match[1] and match[1] not in words.clitics):
        return None
    written, last = match[2], at + 1
    if written.isdecimal() and len(written) <= 3 and written[0] != "0":
        while last < len(plain) and len(plain[last]) == 3 and plain[last].isdecimal() and gaps[last - 1] in _SPACES:
            written, last = written + plain[last], last + 1
    if _GROUPED.match(written):
        written = re.sub("[.,]", "", written)
    try:
        return float(written.replace(",", ".")), last
    except ValueError:
        return None


_SPACES = (" ", "\u00a0", "\u202f", "\u2009", "٬")


def _worded(plain: Sequence[str], at: int, words: RelayWords) -> Number | None:
    """A number in words: those below a hundred add up, multipliers multiply what stands before them."""
    total = current = 0
    last, read = at, False
    while last < len(plain):
        word = plain[last]
        small, factor = words.number(words.numbers, word), words.number(words.multipliers, word)
        if factor is not None and factor >= 1000:
            total, current = total + (current or 1) * factor, 0
        elif factor is not None:
            # « deux cents », but Russian « двести » and Arabic « مئتان » are hundreds of themselves.
            current = current * factor if 1 <= current < 10 and factor == 100 else current + factor
        elif small is not None and (not current or small < 20 or current >= 100 or current < 20):
            # « quatre-vingt(s) » multiplies
            current = current * small if small == 20 and current == 4 else current + small
        elif read and word in words.joins and last + 1 < len(plain) and words.number(words.numbers, plain[last + 1]):
            last += 1
            continue
        else:
            break
        read, last = True, last + 1
    if not read:
        return None
    value = total + current
    dozen = words.number(words.rounds, plain[last]) if last < len(plain) and value < 20 else None
    if dozen:  # "two dozen", «три десятка»
        return Number(at, last + 1, float(value * dozen), None, None, "about")
    return Number(at, last, float(value), None, None, "exact")


def _bounded(number: Number, plain: Sequence[str], words: RelayWords, hits: Sequence[Hit]) -> Number:
    """The number with the words in front of it or behind it that bound it."""
    first, last, bound = number.first, number.last, number.bound
    article = 2 if bound in ("about", "several") or words.number(words.multipliers, plain[first]) else 1
    for hit in hits:
        # « plus d'une centaine », "more than a hundred": the article stands between.
        if hit.kind == "bound" and 0 <= number.first - hit.last < article and hit.first < first:
            first = hit.first
            bound = hit.value if bound == "exact" or hit.value not in _MILD else bound
    for hit in hits:
        # « soixante morts au moins »: up to the noun may stand between.
        if hit.kind == "bound_after" and 0 <= hit.first - last <= 2 and bound == "exact":
            last, bound = hit.last, hit.value
            break
    if (bound == "several" and number.value is not None) or (bound == "between" and number.high is None):
        bound = number.bound
    return Number(first, last, number.value, number.high, number.magnitude, bound)
