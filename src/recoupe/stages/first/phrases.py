"""Phrases: numbers with the noun that they count, and the numbers of tolls."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import cast

from recoupe.languages.first import FirstWords
from recoupe.model.annotation import Bound
from recoupe.model.figure import Effect, Group, Unit
from recoupe.stages.first.lines import Line
from recoupe.stages.first.numbers import Number

_ADJECTIVES = 3
"""Adjectives between a number and its noun, at most."""
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


def pairs(line: Line, numbers: Sequence[Number]) -> tuple[Number, ...]:
    """The numbers of the sentence, and a two for each noun that says so itself (« قتيلان »)."""
    twos = [
        Number(h.first, h.first, h.first, 2.0, None, None, "exact", bool(h.prefix))
        for h in line.of("pairs", "victim_pairs")
    ]
    free = [two for two in twos if not any(n.first <= two.first < n.last or n.last == two.first for n in numbers)]
    return tuple(sorted((*numbers, *free), key=lambda n: n.bare))


def phrase(line: Line, number: Number, words: FirstWords) -> Count | None:
    """The number with the noun that it counts; None where it counts no people or strikes."""
    at = number.last
    last, noun, steps = number.last, False, 0
    group: Group = "unspecified"
    unit: Unit = "people"
    effect: Effect | None = None
    part = _is_part(line, number.first)
    while at < len(line.words) and steps <= _ADJECTIVES and not (at > number.last and line.mark(at)):
        if at == number.last and number.last > number.bare and line.mark(at) and not _only_stop(line, at):
            break
        thing = any(h.kind == "not_counted" and h.first <= at < h.last for h in line.bounds)
        if thing and not noun and not line.at(at, "people", "victims", "strikes", "households"):
            return None
        hit = line.at(at, "people", "pairs", "victims", "victim_pairs", "strikes", "households")
        people = line.at(at, "states") if hit is None and not noun and not words.cased else None
        if people is not None:  # « 20 سورياً »
            noun, at, last = True, people.last, people.last
            continue
        if hit is not None and (hit.prefix.startswith(words.and_prefix) and words.and_prefix and noun):
            break
        if hit is not None and noun and hit.prefix in words.prepositions:
            break
        if hit is not None and noun and words.cased and hit.kind == "people" and group != "unspecified":
            break
        if hit is not None:
            if hit.kind in ("strikes", "households"):
                unit = cast(Unit, hit.value)
                effect = "struck" if hit.kind == "strikes" else effect
            elif hit.kind in ("victims", "victim_pairs"):
                effect = cast(Effect, hit.value) if effect is None else effect
            elif hit.value != "unspecified":
                group = cast(Group, hit.value)
            noun, at, last, steps = True, hit.last, hit.last, 0
            continue
        other = line.at(at, "others")
        if other is not None and not noun and not line.at(other.last, "people", "victims", "households"):
            return _after(
                line,
                Count(
                    number.first, other.last, number, number.bound, "people", "unspecified", None, part, True, -1, False
                ),
            )
        if other is not None:
            at = last = other.last
            continue
        if not noun and not may_modify(line, at, words):
            break
        if noun and not line.over(at, "states"):
            break
        at, steps = at + 1, steps + 1
        last = at if noun else last
    if noun:
        group, last = _mixed(line, number, last, group)
        if unit == "families":
            group = "civilians"
        told = number.bare if effect is not None else -1
        return _after(
            line, Count(number.first, last, number, number.bound, unit, group, effect, part, False, told, False)
        )
    return toll(line, number) or _without_noun(line, number, part)


def unknown(line: Line, number: Number, words: FirstWords) -> Count | None:
    """A number that counts nobody known, in a clause that tells of harm: it must not be lost."""
    if number.value is not None and number.value <= 1:
        return None
    if any(h.kind == "not_counted" and h.first == number.last for h in line.bounds):
        return None
    if line.at(number.last, "kept") or line.over(number.bare, "times", "sites"):
        return None
    harms = line.of("done", "did", "doing", "victims")
    alone = line.mark(number.last) and bool(harms)
    if not alone and not any(not line.parted(*sorted((h.first, number.bare))) for h in harms):
        return None
    last = number.last
    trouble = "what is counted here is not known"
    return Count(
        number.first, last, number, number.bound, "people", "unspecified", None, False, False, -1, False, trouble
    )


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
        group = next((h.value for h in line.of("people") if effect.last <= h.first <= effect.last + 1), "unspecified")
        reached = [h for h in line.of("reached") if said.last <= h.first and h.last <= number.bare]
        first, bound = number.first, number.bound
        if any(number.first <= h.first or h.value == "to" for h in reached) and bound in ("at_most", "exact"):
            first, bound = number.bare, "exact"
        over = (h for h in line.of("reached") if h.value == "over" and said.first - 2 <= h.first < number.bare)
        bound = "more_than" if bound == "exact" and any(over) else bound
        if any(line.over(n, "kept", "ends") for n in range(said.last, number.first)):
            return None
        count = Count(
            first,
            number.last,
            number,
            bound,
            "people",
            cast(Group, group),
            cast(Effect, effect.value),
            False,
            False,
            effect.first,
            True,
        )
        return _after(line, count)
    return None


def may_modify(line: Line, at: int, words: FirstWords) -> bool:
    if line.at(at, "done", "did", "cues", "ends", "joins", "at", "kept"):
        return False
    return line.over(at, "states") is not None or bool(words.modifiers and line.words[at].endswith(words.modifiers))


def _mixed(line: Line, number: Number, last: int, group: Group) -> tuple[Group, int]:
    """The group of the counted, which is none where another one is named with it (« 50 женщин и детей »), and the index
    behind them."""
    if last - number.bare < 2 and number.bare == number.last:  # « امرأتان وطفل »
        return group, last
    joined = line.at(last, "joins")
    other = line.at(joined.last if joined is not None else last, "people")
    if other is None or (joined is None and not other.prefix) or line.mark(other.first):
        return group, last
    return group if other.value == group else "unspecified", other.last


def _only_stop(line: Line, at: int) -> bool:
    """Whether only the full stop of a shortened word stands in front (« 2 тыс. жителей »)."""
    return line.gaps[at].strip() in (".", "")


def _after(line: Line, count: Count) -> Count:
    """The count with an approximator behind its noun (« 61 قتيلا على الأقل »)."""
    for hit in line.bounds:
        if hit.kind == "bound_after" and hit.first == count.last and not line.mark(hit.first):
            bound = cast(Bound, hit.value) if count.bound == "exact" else count.bound
            return replace(count, last=hit.last, bound=bound)
    return count


def _without_noun(line: Line, number: Number, part: bool) -> Count | None:
    """« ещё 12 ранены », « погибли 12 »: a number that stands alone beside what became of those it counts."""
    if number.value == 1:
        return None
    if part and (group := line.at(number.last, "people")) is not None:
        return Count(
            number.first,
            group.last,
            number,
            number.bound,
            "people",
            cast(Group, group.value),
            None,
            True,
            False,
            -1,
            False,
        )
    last = number.last
    behind = last
    while line.over(behind, "more") and not line.mark(behind):
        behind += 1
    follows = line.at(behind, "done") if not line.mark(behind) else None
    precedes = line.ending(number.first, "done", "doing") if not line.mark(number.first) else None
    ends = line.mark(last) or line.at(last, "joins", "at", "inside", "more", "parts") is not None
    if part and ends:
        return Count(number.first, last, number, number.bound, "people", "unspecified", None, True, False, -1, False)
    if follows is None and not (precedes is not None and ends):
        return None
    others = line.ending(number.first, "others") is not None  # « ещё 12 »: of the same people
    return _after(
        line, Count(number.first, last, number, number.bound, "people", "unspecified", None, part, others, -1, False)
    )


def _is_part(line: Line, first: int) -> bool:
    """Whether « в том числе » stands in front, a dash aside."""
    dashed = [h for h in line.of("parts") if 0 <= first - h.last <= 1]
    return any(not line.parted(h.last - 1, first) or line.gaps[h.last].strip() in ("—", "–", "-") for h in dashed)
