"""Tolls: numbers that stand behind the word for those they count (« число погибших достигло 120 », « погибших — 4 »)."""

from dataclasses import dataclass, replace
from typing import cast

from recoupe.languages.first import FirstWords
from recoupe.languages.lexicon import Hit
from recoupe.model.annotation import Bound
from recoupe.model.figure import Effect, Group, Unit
from recoupe.stages.first.lines import Line
from recoupe.stages.first.numbers import Number

_TOLL = 8
"""Words from « число погибших » to its number, at most."""


@dataclass(frozen=True, slots=True)
class Count:
    """A number with its noun, at words `first` to `last` (exclusive)."""

    first: int
    last: int
    number: Number
    bound: Bound
    unit: Unit
    group: Group
    effect: Effect | None
    """None where it could not be told."""
    part: bool
    """Whether it counts a part of the count in front of it."""
    others: bool
    """Whether it counts others than the count in front of it, without a noun of its own."""
    told: int
    """The word that tells what became of them."""
    total: bool
    """Whether it is the size of a toll (« число погибших »)."""
    trouble: str = ""
    """Why it is no figure although it counts people."""


def toll(line: Line, number: Number) -> Count | None:
    """« число погибших достигло 120 », « عدد القتلى إلى 125 »."""
    for said in reversed(line.of("tolls")):
        if not 0 < number.first - said.last <= _TOLL or any(
            line.mark(n) for n in range(said.last + 1, number.first + 1)
        ):
            continue
        effect = next((h for h in line.of("victims") if said.last <= h.first <= said.last + 1), None)
        if effect is None:
            return None
        if any(h.value != effect.value for h in line.of("victims") if effect.last <= h.first < number.first):
            return None  # « عدد القتلى 12 والجرحى 30 », « عدد القتلى والجرحى 42 »
        group = next((h.value for h in line.of("people") if effect.last <= h.first <= effect.last + 1), "unspecified")
        counted = [h for h in line.of("people") if effect.first < h.first < number.first]
        if any(h.value not in (group, "unspecified") for h in counted) or _was(line, number):
            return None  # « عدد القتلى من الأطفال 12 ومن النساء 30 »
        reached = [h for h in line.of("reached") if said.last <= h.first and h.last <= number.bare]
        first, bound = _from_reached(number, reached)
        over = (h for h in line.of("reached") if h.value == "over" and said.first - 2 <= h.first < number.bare)
        bound = "more_than" if bound == "exact" and any(over) else bound
        if any(line.over(n, "kept", "ends") for n in range(said.last, number.first)):
            return None
        return _count(line, number, first, bound, cast(Group, group), effect)
    return None


def listed(line: Line, number: Number, words: FirstWords) -> Count | None:
    """« погибших — 4, раненых — 9 », « والجرحى إلى 30 »: one of a list, the word for the harmed right in front."""
    at, reached = number.first, list[Hit]()
    while (step := line.ending(at, "reached")) is not None and not line.mark(at):
        at, reached = step.first, [step, *reached]
    harmed = line.ending(at, "victims")
    if harmed is None or number.joined or not set(line.gaps[at].strip()) <= set("—–-:"):
        return None
    if any(line.parted(n - 1, n) for n in range(at + 1, number.bare + 1) if line.gaps[n].strip() not in ("—", "–")):
        return None
    start = harmed.first
    joined = words.and_prefix != "" and harmed.prefix.startswith(words.and_prefix)
    opens = line.mark(start) or joined or line.ending(start, "tolls", "joins") is not None
    if not opens or line.over(start, "parts"):
        return None
    if (joined or line.ending(start, "joins")) and _has_none(line, start, joined):
        return None
    grown = [h for h in line.of("reached") if h.last <= start]  # « возросло до 12, раненых — до 30 »
    return _count(line, number, *_from_reached(number, [*grown, *reached]), "unspecified", harmed)


def after(line: Line, count: Count) -> Count:
    """The count with an approximator behind its noun (« 61 قتيلا على الأقل »)."""
    for hit in line.bounds:
        if hit.kind != "bound_after" or hit.first != count.last or line.mark(hit.first):
            continue
        if any(h.kind == "bound" and h.first == hit.first and h.last > hit.last for h in line.bounds):
            continue  # « 12 قتيلا وأكثر من 30 جريحا »: of the next number
        bound = cast(Bound, hit.value) if count.bound == "exact" else count.bound
        return replace(count, last=hit.last, bound=bound)
    return count


def _has_none(line: Line, start: int, joined: bool) -> bool:
    """Whether a word for other harmed stands in front of an « and », without a number: both are counted together."""
    return line.ending(start if joined else start - 1, "victims") is not None


def _was(line: Line, number: Number) -> bool:
    """Whether it is what a toll was before (« с 10 до 12 », « من 10 إلى 12 »)."""
    if line.mark(number.last) or not (line.ending(number.first, "at") or line.ending(number.first, "times")):
        return False
    to = [h.last for h in line.of("reached") if h.first == number.last and h.value == "to"]
    to += [h.last for h in line.bounds if h.kind == "bound" and h.value == "at_most" and h.first == number.last]
    return any(n < len(line.words) and line.words[n][0].isdecimal() for n in to)


def _from_reached(number: Number, reached: list[Hit]) -> tuple[int, Bound]:
    """Where the number begins and its bound: « достигло до 12 » and « إلى 12 » bound nothing."""
    moved = any(number.first <= h.first or h.value == "to" for h in reached)
    exact = moved and number.bound in ("at_most", "exact")
    return (number.bare, "exact") if exact else (number.first, number.bound)


def _count(line: Line, number: Number, first: int, bound: Bound, group: Group, harmed: Hit) -> Count:
    effect = cast(Effect, harmed.value)
    return after(
        line, Count(first, number.last, number, bound, "people", group, effect, False, False, harmed.first, True)
    )
