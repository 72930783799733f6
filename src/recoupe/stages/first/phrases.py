"""Phrases: numbers with the noun that they count."""

from collections.abc import Sequence
from typing import cast

from recoupe.languages.first import FirstWords
from recoupe.model.figure import Effect, Group, Unit
from recoupe.stages.first.lines import Line
from recoupe.stages.first.numbers import Number
from recoupe.stages.first.tolls import Count, after, listed, toll

_ADJECTIVES = 3
"""Adjectives between a number and its noun, at most."""


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
        tied = hit is not None and bool(words.and_prefix) and hit.prefix.startswith(words.and_prefix)
        if tied and (noun or number.last > number.bare):
            break  # « 12 قتيلا و… », and « القتلى إلى 12 والجرحى … »: of the next number
        if hit is not None and noun and not words.cased and hit.kind == "people" and _of_some(line, number):
            break  # « 12 من 40 جريحا أطفال »: the twelve are
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
            return after(
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
        before = listed(line, number, words)
        clash = before is not None and before.effect != "casualties" and effect not in (None, before.effect)
        trouble = "whether it counts those before it or behind it could not be told" if clash else ""
        return after(
            line,
            Count(number.first, last, number, number.bound, unit, group, effect, part, False, told, False, trouble),
        )
    return toll(line, number) or listed(line, number, words) or _without_noun(line, number, part)


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


def _of_some(line: Line, number: Number) -> bool:
    """Whether the number is the whole of which another one in front of it is a part (« 12 من 40 »)."""
    out = line.ending(number.first, "at")
    return out is not None and out.first > 0 and line.words[out.first - 1][0].isdecimal()


def _only_stop(line: Line, at: int) -> bool:
    """Whether only the full stop of a shortened word stands in front (« 2 тыс. жителей »)."""
    return line.gaps[at].strip() in (".", "")


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
    return after(
        line, Count(number.first, last, number, number.bound, "people", "unspecified", None, part, others, -1, False)
    )


def _is_part(line: Line, first: int) -> bool:
    """Whether « в том числе » stands in front, a dash aside."""
    dashed = [h for h in line.of("parts") if 0 <= first - h.last <= 1]
    return any(not line.parted(h.last - 1, first) or line.gaps[h.last].strip() in ("—", "–", "-") for h in dashed)
