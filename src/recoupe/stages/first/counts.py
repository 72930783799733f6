"""Counts: the numbers of a sentence that count people or strikes, with what became of the counted."""

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import cast

from recoupe.languages.first import FirstWords
from recoupe.languages.lexicon import Hit
from recoupe.model.figure import Effect
from recoupe.stages.first.lines import Line
from recoupe.stages.first.numbers import Number
from recoupe.stages.first.phrases import may_modify, phrase, unknown
from recoupe.stages.first.tolls import Count, toll

_REACH = 9
"""Words between the counted and what became of them, at most."""
_DENIED = 5
"""Words from « not » to what it denies, at most."""
_UNTOLD = "what became of these people is not told beside the number"
_THOUSANDS = re.compile(r"\d{1,3}٫\d{3}")
"""Three digits behind a mark that is for decimals, and is written for thousands too."""
_STANDING: tuple[Effect, ...] = ("displaced", "detained", "trapped", "wounded", "missing")
"""What people are before something becomes of them: refugees are killed, prisoners return, the wounded die."""


def counts(line: Line, numbers: Sequence[Number], words: FirstWords) -> tuple[Count, ...]:
    """The counts of a sentence in reading order; those of which no effect is known are there too."""
    found: list[Count] = []
    read = [phrase(line, number, words) or unknown(line, number, words) for number in numbers]
    phrases = [each for each in read if each is not None]
    for n, said in enumerate(phrases):
        before = phrases[n - 1].last if n else 0
        after = phrases[n + 1].first if n + 1 < len(phrases) else len(line.words)
        said = replace(said, trouble=said.trouble or _unclear(line, said.number))
        if said.trouble:
            found.append(said)
            continue
        if said.effect in (None, *_STANDING) and not _whole(line, said, numbers):
            said = _told(line, said, before, after, phrases, words)
        count = said
        if count.effect is None and (size := toll(line, count.number)) is not None:
            count = replace(
                count,
                first=size.first,
                bound=size.bound if count.bound == said.number.bound else count.bound,
                effect=size.effect,
                told=size.told,
                total=True,
            )
        if count.effect is None:
            count = _inherited(line, count, found, words)
        if count.effect is None:
            count = replace(count, trouble=_UNTOLD)
        if count.others and found:
            count = replace(count, group=found[-1].group)
        found.append(_checked(line, count))
    return tuple(_shared(line, found))


def _whole(line: Line, count: Count, numbers: Sequence[Number]) -> bool:
    """Whether what is told is told of a part that stands in front (« трое из 12 солдат погибли »)."""
    out = line.ending(count.first, "at")
    return out is not None and any(number.last == out.first for number in numbers)


def _unclear(line: Line, number: Number) -> str:
    """Why how many it says could not be told: people are whole, and « ١٢٫٥٠٠ » may be twelve thousand or not."""
    if any(value is not None and value % 1 for value in (number.value, number.high)):
        return "it is no whole number"
    if number.last - number.bare == 1 and _THOUSANDS.fullmatch(line.words[number.bare]):
        return "whether its mark stands before thousands or before decimals could not be told"
    if any(number.bare in (h.last, h.first) or h.first == number.last for h in line.of("halves")):
        return "a fraction stands beside it"
    return ""


def _shared(line: Line, found: Sequence[Count]) -> Sequence[Count]:
    """The counts, with one predicate for two that stand before it together (« двое солдат и трое прохожих убиты »)."""
    shared = list(found)
    for n in range(len(shared) - 2, -1, -1):
        count, after = shared[n], shared[n + 1]
        gap = range(count.last, after.first)
        tied = bool(gap) or after.number.joined
        tied = tied and all(line.over(g, "joins") for g in gap) and not line.mark(after.first)
        if tied and count.trouble == _UNTOLD and after.effect is not None and after.told >= after.last:
            shared[n] = replace(count, effect=after.effect, told=after.told, trouble="")
    return shared


def _told(line: Line, count: Count, before: int, after: int, phrases: Sequence[Count], words: FirstWords) -> Count:
    """The count with the deed or the predicate that tells what became of the counted, where one does."""
    if count.part:
        return count
    deed = _deed(line, count, before, words)
    if count.effect in ("wounded", "missing") and (deed is None or deed.value != "killed"):
        return count
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
        if at <= before or line.mark(at) or not (line.over(at, "more") or may_modify(line, at, words)):
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
            if part is None and not skipping and not line.at(at, "parts", "before"):
                return None
            skipping = part is not None or line.at(at, "parts", "before") is not None
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
        part = found[-1].part or line.gaps[count.first].strip() == ":"
        return replace(count, effect=whole.effect, told=whole.told, part=part)
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
    if any(h.last in (told, count.first) or _denies(line, h, told) for h in line.of("not")):
        return replace(count, effect=None, trouble="what is told of these people is denied")
    near = range(max(0, count.first - 4), min(len(line.words), count.last + 4))
    if any(line.at(n, "kept") and not line.parted(*sorted((n, count.first))) for n in near):
        return replace(count, effect=None, trouble="they may have been rescued, released or spared")
    return count


def _denies(line: Line, no: Hit, told: int) -> bool:
    """Whether a « not » stands in front of what is told, in its clause (« لم يسفر عن مقتل … »); in « не менее » it does not."""
    if not 0 < told - no.first <= _DENIED or line.parted(no.first, told) or line.at(no.last, "more"):
        return False
    return not any(h.first <= no.first < h.last for h in line.bounds) and line.over(no.first, "unsure") is None
