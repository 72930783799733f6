"""Counts: the numbers of a sentence that count people or strikes, with what became of the counted."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import cast

from recoupe.languages.first import FirstWords
from recoupe.languages.lexicon import Hit
from recoupe.model.annotation import Bound
from recoupe.model.figure import Effect, Group, Unit
from recoupe.stages.first.lines import Line
from recoupe.stages.first.numbers import Number

_REACH = 9
"""Words between the counted and what became of them, at most."""
_ADJECTIVES = 3
"""Adjectives between a number and its noun, at most."""
_STANDING: tuple[Effect, ...] = ("displaced", "detained", "trapped")
"""What people are before something becomes of them: refugees are killed, prisoners return."""
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


def counts(line: Line, numbers: Sequence[Number], words: FirstWords) -> tuple[Count, ...]:
    """The counts of a sentence in reading order; those of which no effect is known are there too."""
    found: list[Count] = []
    read = [_phrase(line, number, words) or _unknown(line, number, words) for number in numbers]
    phrases = [phrase for phrase in read if phrase is not None]
    for n, phrase in enumerate(phrases):
        before = phrases[n - 1].last if n else 0
        after = phrases[n + 1].first if n + 1 < len(phrases) else len(line.words)
        if phrase.trouble:
            found.append(phrase)
            continue
        count = _told(line, phrase, before, after, phrases, words) if phrase.effect in (None, *_STANDING) else phrase
        if count.effect is None:
            count = _inherited(line, count, found, words)
        if count.effect is None:
            count = replace(count, trouble="what became of these people is not told beside the number")
        if count.others and found:
            count = replace(count, group=found[-1].group)
        found.append(_checked(line, count))
    return tuple(found)


def pairs(line: Line, numbers: Sequence[Number]) -> tuple[Number, ...]:
    """The numbers of the sentence, and a two for each noun that says so itself (« قتيلان »)."""
    twos = [
        Number(h.first, h.first, h.first, 2.0, None, None, "exact", False) for h in line.of("pairs", "victim_pairs")
    ]
    free = [two for two in twos if not any(n.first <= two.first < n.last or n.last == two.first for n in numbers)]
    return tuple(sorted((*numbers, *free), key=lambda n: n.bare))


def _phrase(line: Line, number: Number, words: FirstWords) -> Count | None:
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
        if any(h.kind == "not_counted" and h.first <= at < h.last for h in line.bounds) and not line.at(
            at, "people", "victims", "strikes", "households"
        ):
            return None
        hit = line.at(at, "people", "pairs", "victims", "victim_pairs", "strikes", "households")
        if hit is not None and (hit.prefix.startswith(words.and_prefix) and words.and_prefix and noun):
            break
        if (
            hit is not None
            and noun
            and hit.kind in ("victims", "people")
            and words.cased
            and hit.kind == "people"
            and group != "unspecified"
        ):
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
        if not noun and not _may_modify(line, at, words):
            break
        if noun and not line.over(at, "states"):
            break
        at, steps = at + 1, steps + 1
        last = at if noun else last
    if noun:
        told = number.bare if effect is not None else -1
        return _after(
            line, Count(number.first, last, number, number.bound, unit, group, effect, part, False, told, False)
        )
    return _toll(line, number) or _without_noun(line, number, part)


def _unknown(line: Line, number: Number, words: FirstWords) -> Count | None:
    """A number that counts nobody known, in a clause that tells of harm: it must not be lost."""
    if number.value is not None and number.value <= 1:
        return None
    if any(h.kind == "not_counted" and number.last <= h.first <= number.last + 1 for h in line.bounds):
        return None
    if line.at(number.last, "kept") or line.over(number.bare, "times", "sites"):
        return None
    harms = line.of("done", "did", "doing", "victims")
    if not any(not line.parted(*sorted((h.first, number.bare))) for h in harms):
        return None
    last = number.last
    trouble = "what is counted here is not known"
    return Count(
        number.first, last, number, number.bound, "people", "unspecified", None, False, False, -1, False, trouble
    )


def _only_stop(line: Line, at: int) -> bool:
    """Whether only the full stop of a shortened word stands in front (« 2 тыс. жителей »)."""
    return line.gaps[at].strip() in (".", "")


def _may_modify(line: Line, at: int, words: FirstWords) -> bool:
    if line.at(at, "done", "did", "cues", "ends", "joins", "at", "kept"):
        return False
    return line.over(at, "states") is not None or bool(words.modifiers and line.words[at].endswith(words.modifiers))


def _after(line: Line, count: Count) -> Count:
    """The count with an approximator behind its noun (« 61 قتيلا على الأقل »)."""
    for hit in line.bounds:
        if hit.kind == "bound_after" and hit.first == count.last and not line.mark(hit.first):
            bound = cast(Bound, hit.value) if count.bound == "exact" else count.bound
            return replace(count, last=hit.last, bound=bound)
    return count


def _toll(line: Line, number: Number) -> Count | None:
    """« число погибших достигло 120 », « عدد القتلى إلى 125 »."""
    for toll in reversed(line.of("tolls")):
        if not 0 < number.first - toll.last <= _TOLL or any(
            line.mark(n) for n in range(toll.last + 1, number.first + 1)
        ):
            continue
        effect = next((h for h in line.of("victims") if toll.last <= h.first <= toll.last + 1), None)
        if effect is None:
            return None
        group = next((h.value for h in line.of("people") if effect.last <= h.first <= effect.last + 1), "unspecified")
        reached = [h for h in line.of("reached") if toll.last <= h.first and h.last <= number.bare]
        first, bound = number.first, number.bound
        if any(h.value == "to" for h in reached) and bound in ("at_most", "exact"):
            first, bound = number.bare, "exact"
        if any(line.over(n, "kept", "ends") for n in range(toll.last, number.first)):
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
    follows = next(
        (h for n in range(last, last + 3) if (h := line.at(n, "done")) and not line.parted(last - 1, n)), None
    )
    precedes = line.ending(number.first, "done", "doing") if not line.mark(number.first) else None
    ends = line.mark(last) or line.at(last, "joins", "at", "inside", "more") is not None
    if part and ends:
        return Count(number.first, last, number, number.bound, "people", "unspecified", None, True, False, -1, False)
    if follows is None and not (precedes is not None and ends):
        return None
    return _after(
        line, Count(number.first, last, number, number.bound, "people", "unspecified", None, part, False, -1, False)
    )


def _is_part(line: Line, first: int) -> bool:
    return any(0 <= first - h.last <= 1 and not line.parted(h.last - 1, first) for h in line.of("parts"))


def _told(line: Line, count: Count, before: int, after: int, phrases: Sequence[Count], words: FirstWords) -> Count:
    """The count with the deed or the predicate that tells what became of the counted, where one does."""
    if count.part:
        return count
    deed = _deed(line, count, before, words)
    if deed is not None:
        return replace(count, effect=cast(Effect, deed.value), told=deed.first)
    behind = _behind(line, count, after, phrases, words)
    ahead = _ahead(line, count, before)
    chosen = behind or ahead
    return count if chosen is None else replace(count, effect=cast(Effect, chosen.value), told=chosen.first)


def _deed(line: Line, count: Count, before: int, words: FirstWords) -> Hit | None:
    """« гибель 12 человек », « مقتل 12 »: a deed as a noun right in front of the counted, adjectives aside."""
    at = count.first
    for _ in range(3):
        hit = line.ending(at, "doing")
        if hit is not None:
            return hit if hit.first >= before and not line.parted(hit.last - 1, count.first) else None
        at -= 1
        if at <= before or line.mark(at) or not (line.over(at, "more") or _may_modify(line, at, words)):
            return None
    return None


def _behind(line: Line, count: Count, after: int, phrases: Sequence[Count], words: FirstWords) -> Hit | None:
    """The predicate behind the counted; parts of the count between commas are passed over."""
    at, skipping = count.last, False
    stop = len(line.words)
    for at in range(count.last, min(stop, count.last + _REACH + (6 if after < stop else 0))):
        inner = next((p for p in phrases if p.first <= at < p.last and p.first >= count.last), None)
        if inner is not None and not inner.part:
            return None
        if line.mark(at) and inner is None:
            part = next((p for p in phrases if p.part and p.first >= at and p.first - at <= 3), None)
            if part is None and not skipping and not line.at(at, "parts"):
                return None
            skipping = part is not None or line.at(at, "parts") is not None
        if inner is not None:
            skipping = True
            continue
        if line.at(at, "ends") and not skipping:
            return None
        hit = line.at(at, "done")
        if hit is not None:
            owns_next = any(
                p.first - hit.last in (0, 1) and not p.part and p.effect is None for p in phrases if p.first >= hit.last
            )
            joined = line.ending(hit.first, "joins") is not None or (
                words.and_prefix and hit.prefix.startswith(words.and_prefix)
            )
            if joined and not skipping:
                return None
            return None if owns_next and joined else hit
        if line.at(at, "did") or (line.at(at, "joins") and not skipping):
            return None
    return None


def _ahead(line: Line, count: Count, before: int) -> Hit | None:
    """The predicate in front of the counted, with no other count and no mark between."""
    for hit in reversed(line.of("done", "did")):
        if hit.last <= count.first and hit.first >= before and count.first - hit.last <= _REACH:
            between = range(hit.last, count.first)
            if line.parted(hit.last - 1, count.first) or any(line.at(n, "ends") for n in between):
                return None
            return hit
    return None


def _inherited(line: Line, count: Count, found: Sequence[Count], words: FirstWords) -> Count:
    """A part, one more of a list, or « others » are what the count in front of them is."""
    if count.part and (named := _part_of_whom(line, count)) is not None:
        return replace(count, effect=cast(Effect, named.value), told=named.first)
    whole = next((c for c in reversed(found) if not c.part), found[-1] if found else None)
    if whole is None or whole.effect is None or whole.trouble:
        return count
    if count.part:
        return replace(count, effect=whole.effect, unit="people", told=whole.told)
    gap = range(found[-1].last, count.first)
    joined = count.number.joined or any(line.at(n, "joins") for n in gap)
    listed = len(gap) <= 1 and all(line.over(n, "joins", "more") for n in gap) and whole.unit == count.unit
    if listed and (joined or line.mark(count.first)) and not line.parted(found[-1].last, count.first - 1):
        return replace(count, effect=whole.effect, told=whole.told, part=found[-1].part)
    return count


def _part_of_whom(line: Line, count: Count) -> Hit | None:
    """The word for the whole in « среди погибших », « بين القتلى »."""
    part = next(h for h in line.of("parts") if 0 <= count.first - h.last <= 1)
    return next((h for h in line.of("victims") if part.first < h.first < part.last), None)


def _checked(line: Line, count: Count) -> Count:
    """The count, or why it is none after all: what is told of it is denied, or it counts those who were spared."""
    if count.effect is None:
        return count
    told = count.told if count.told >= 0 else count.first
    if any(h.last in (told, count.first) for h in line.of("not")):
        return replace(count, effect=None, trouble="what is told of these people is denied")
    near = range(max(0, count.first - 4), min(len(line.words), count.last + 4))
    if any(line.at(n, "kept") and not line.parted(*sorted((n, count.first))) for n in near):
        return replace(count, effect=None, trouble="they may have been rescued, released or spared")
    return count
