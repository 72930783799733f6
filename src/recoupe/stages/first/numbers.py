"""Numbers of a sentence, in digits of any script and in words, with what bounds them."""

import re
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import cast

from recoupe.languages.first import FirstWords
from recoupe.model.annotation import Bound
from recoupe.stages.first.lines import Line

_SPACES = frozenset((" ", "\u00a0", "\u202f", "\u2009"))
_RANGE = frozenset("-–—‑")
_GROUPED = re.compile(r"\d{1,3}(?:[.,٬]\d{3})+")
_MOST = 10**11
_PARTIAL = frozenset(("exact", "several", "between"))


@dataclass(frozen=True, slots=True)
class Number:
    """A number at words `bare` to `last` (exclusive); `first` is where its approximator begins."""

    first: int
    bare: int
    last: int
    value: float | None
    high: float | None
    magnitude: int | None
    """10, 100, 1000 … where only that is said."""
    bound: Bound
    joined: bool
    """Whether « and » is written onto its front."""


def numbers(line: Line, words: FirstWords, taken: Collection[int]) -> tuple[Number, ...]:
    """The numbers in reading order, without those that name, rank or date; `taken`: words of dates."""
    found: list[Number] = []
    at = 0
    while at < len(line.words):
        read = None if at in taken or line.at(at, "pairs", "victim_pairs") else _bare(line, at, words)
        if read is None:
            at += 1
            continue
        if read.bound != "exact" or read.value is not None:
            found.append(_bounded(read, line))
        at = read.last
    return tuple(number for number in _ranges(line, found) if not _is_label(line, number, words))


def _ranges(line: Line, found: Sequence[Number]) -> Iterator[Number]:
    """The numbers, the two ends of « بين أربعين وخمسين » as one."""
    opened = {h.last for h in line.bounds if h.kind == "bound" and h.value == "between"}
    starts = {h.last: h.first for h in line.bounds if h.kind == "bound" and h.value == "between"}
    held: Number | None = None
    for number in found:
        if held is not None and number.joined and number.bare == held.last and (number.value or 0) > (held.value or 0):
            number = replace(number, first=starts[held.bare], bare=held.bare, value=held.value, high=number.value)
            number, held = replace(number, bound="between", joined=False), None
        if held is not None:
            yield held
        held = number if number.bare in opened and number.high is None and number.value else None
        if held is None:
            yield number
    if held is not None:
        yield held


def _bare(line: Line, at: int, words: FirstWords) -> Number | None:
    digits = _digits(line, at)
    if digits is not None:
        value, last = _multiplied(line, *digits, words)
        if last < len(line.words) and (between := _upper(line, last, words)) is not None:
            high, end = _multiplied(line, *between, words)
            if high > value:
                return Number(at, at, end, value, high, None, "between", _joined(line, at, words))
        return Number(at, at, last, value, None, None, "exact", _joined(line, at, words))
    return _round(line, at, words) or _worded(line, at, words)


def _digits(line: Line, at: int) -> tuple[float, int] | None:
    written = line.words[at]
    if not written[0].isdecimal():
        return None
    last = at + 1
    if written.isdecimal() and len(written) <= 3 and int(written) > 0:
        while last < len(line.words) and len(line.words[last]) == 3 and line.words[last].isdecimal():
            if line.gaps[last] not in _SPACES:
                break
            written, last = written + line.words[last], last + 1
    if _GROUPED.fullmatch(written):
        written = re.sub("[.,٬]", "", written)
    if written.count(".") + written.count(",") + written.count("٫") > 1:
        return None
    return float(re.sub("[,٫]", ".", written)), last


def _multiplied(line: Line, value: float, last: int, words: FirstWords) -> tuple[float, int]:
    while last < len(line.words) and line.gaps[last].strip() in ("", "."):
        factor = words.relay.multipliers.get(line.words[last])
        if factor is None or factor < 1000 or value * factor > _MOST:
            break
        value, last = value * factor, last + 1
    return value, last


def _upper(line: Line, last: int, words: FirstWords) -> tuple[float, int] | None:
    """The second number of « 30-40 », and of « от 30 до 40 »."""
    if line.gaps[last].strip() in _RANGE:
        return _digits(line, last)
    opened = any(h.kind == "bound" and h.value == "between" and h.last == last - 1 for h in line.bounds)
    if not opened or line.mark(last):
        return None
    if line.gaps[last].strip() == "" and line.words[last] in words.relay.ranges and last + 1 < len(line.words):
        return _digits(line, last + 1)
    return None


def _round(line: Line, at: int, words: FirstWords) -> Number | None:
    """« десятки тысяч », « сотня », « عشرات الآلاف »."""
    relay, word = words.relay, line.words[at]
    base = relay.number(relay.vague, word)
    base = None if base is None or (at and _small(line, at - 1, words)) else base
    several = base is not None
    base = base if several else relay.number(relay.rounds, word)
    if base is None:
        return None
    last = at + 1
    if (
        last < len(line.words) and not line.mark(last) and not several and base == 1
    ):  # «полтора десятка»: one and a half
        ten = next(filter(None, (relay.number(t, line.words[last]) for t in (relay.rounds, relay.multipliers))), None)
        ten = ten or relay.number(relay.vague, line.words[last])
        return (
            None if ten is None else Number(at, at, last + 1, 1.5 * ten, None, None, "about", _joined(line, at, words))
        )
    if last < len(line.words) and not line.mark(last):
        factor = relay.number(relay.multipliers, line.words[last]) or relay.number(relay.vague, line.words[last])
        if factor is not None and factor >= 1000:
            base, last = base * factor, last + 1
    if several:
        return Number(at, at, last, None, None, base, "several", _joined(line, at, words))
    return Number(at, at, last, float(base), None, None, "about", _joined(line, at, words))


def _small(line: Line, at: int, words: FirstWords) -> bool:
    """Whether the word is a number itself, which makes the next one its multiple."""
    word = line.words[at]
    return word[0].isdecimal() or words.relay.number(words.relay.numbers, word) is not None


def _worded(line: Line, at: int, words: FirstWords) -> Number | None:
    """A number in words: those below a hundred add up, multipliers multiply what stands before them."""
    relay = words.relay
    total = current = 0
    last = at
    if (whole := line.at(at, "written")) is not None:
        current, last = int(whole.value), whole.last
    while last < len(line.words) and not (last > at and line.mark(last)):
        prefix, rest = _split(line.words[last], words)
        small, factor = relay.numbers.get(rest), relay.multipliers.get(rest)
        tied = last == at or not relay.clitics or (prefix != "" and prefix.startswith(words.and_prefix))
        if factor is not None and factor >= 1000:
            if last > at and prefix and not current:
                break
            total, current = total + (current or 1) * factor, 0
        elif factor is not None:
            if current and not (tied or (1 < current < 10 and factor == 100)):
                break
            current = current * factor if 1 < current < 10 and factor == 100 else current + factor
        elif small is not None and (not current or (small < 10 <= current and current % 10 == 0) or current % 100 == 0):
            if last > at and not tied:
                break
            current += small
        elif small is not None and relay.clitics and current < 10 and (small == 10 or tied):
            current += small  # « خمسة عشر », « خمسة وعشرون »
        else:
            break
        last += 1
    if last == at or total + current == 0:
        return None
    value = float(total + current)
    if last < len(line.words) and value < 20 and not line.mark(last):
        dozen = relay.number(relay.rounds, line.words[last]) or relay.number(relay.vague, line.words[last])
        if dozen is not None and dozen < 1000 and not relay.clitics:  # «три десятка»
            return Number(at, at, last + 1, value * dozen, None, None, "about", _joined(line, at, words))
    if last < len(line.words) and line.gaps[last].strip() in _RANGE and line.gaps[last].strip():
        upper = _worded(line, last, words)
        if upper is not None and upper.value is not None and upper.value > value:
            return Number(at, at, upper.last, value, upper.value, None, "between", _joined(line, at, words))
    return Number(at, at, last, value, None, None, "exact", _joined(line, at, words))


def _split(word: str, words: FirstWords) -> tuple[str, str]:
    """What is written onto the front of a number word, and the number word; the word itself where it is none."""
    relay = words.relay
    for prefix, rest in words.lexicon.shapes(word):
        if rest in relay.numbers or rest in relay.multipliers:
            return prefix, rest
    return "", word


def _joined(line: Line, at: int, words: FirstWords) -> bool:
    """Whether « and » is written onto the number."""
    prefix = words.and_prefix
    if line.words[at][0].isdecimal():
        return bool(prefix) and at > 0 and line.gaps[at] == "" and line.words[at - 1] == prefix
    return bool(prefix) and _split(line.words[at], words)[0].startswith(prefix)


def _bounded(number: Number, line: Line) -> Number:
    """The number with the words in front of it that bound it."""
    first, bound = number.first, number.bound
    for hit in sorted(line.bounds, key=lambda h: h.first):
        if hit.kind == "bound" and hit.last == number.bare and not line.parted(hit.last - 1, number.bare):
            if hit.value == "between" and number.high is None:
                continue
            first = hit.first
            bound = cast(Bound, hit.value) if bound == "exact" or hit.value not in _PARTIAL else bound
            break
    if bound == "several" and number.value is not None:
        first, bound = number.first, number.bound
    if number.value is None:
        bound = "several"
    return Number(first, number.bare, number.last, number.value, number.high, number.magnitude, bound, number.joined)


def _is_label(line: Line, number: Number, words: FirstWords) -> bool:
    """« F-16 », « 25-й », « 14:35 », « №5 »: a number that names, ranks or tells the hour."""
    before, after = line.gaps[number.bare], line.gaps[number.last]
    in_digits = number.bare > 0 and line.words[number.bare][0].isdecimal()
    if in_digits and (before in _RANGE or (before == "" and line.words[number.bare - 1] not in words.relay.clitics)):
        return True
    if before.endswith(("№", "#", ":", "/")) and not before.endswith(" :") and before.strip() not in ("", ":"):
        return True
    if before == ":" or after[:1] in ("%", "°") or (after in (":", "/") and number.last < len(line.words)):
        return True
    return after in _RANGE and number.last < len(line.words) and line.words[number.last][0].isalpha()
