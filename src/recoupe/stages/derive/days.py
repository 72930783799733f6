"""Days: the days that a passage names, by date, by weekday or from the day of publication."""

import re
from collections.abc import Sequence
from datetime import date, timedelta

from recoupe.languages.relay_words import Hit, RelayWords
from recoupe.stages.derive.marks import Day
from recoupe.stages.derive.profile import Passage, Profile

_DAY_NUMBER = re.compile(r"\D?(\d{1,2})\D{0,3}$")
"""« 1er », "3rd", «5-го»; in front the Arabic « and »."""


def days_named(
    profile: Profile, passage: Passage, plain: Sequence[str], words: RelayWords, hits: Sequence[Hit]
) -> tuple[list[Day], frozenset[int]]:
    """The days named, and which words name them (their numbers count nothing)."""
    published = _published(profile)
    text = profile.document.text
    found: list[Day] = []
    taken: set[int] = set()

    def take(first: int, last: int, day: int, month: int, form: str) -> None:
        full = form == "date" and any(
            words.number(words.weekdays, w) is not None for w in plain[max(0, first - 2) : first]
        )
        found.append(Day(passage.starts[first], passage.ends[last - 1], day, month, form, full))
        taken.update(range(first, last))

    for at in range(len(plain)):
        month = _month(plain, at, words)
        if month is None or at in taken:
            continue
        before, after = _day_number(plain, at - 1), _day_number(plain, at + month[1])
        first, last = at, at + month[1]
        if before is None and at >= 2 and plain[at - 1] in words.in_dates:
            before = _day_number(plain, at - 2)
            first -= before is not None
        if before is not None:
            first -= 1
        elif after is not None:
            last += 1
        if before is None and after is None:
            continue
        if last < len(plain) and _is_year(plain[last]):
            last += 1
        take(first, last, before or after or 0, month[0], "date")
        # « entre le 3 et le 9 mai »: the month is said once.
        other = next((n for n in range(first - 1, max(-1, first - 4), -1) if _day_number(plain, n)), None)
        if before is not None and other is not None and set(plain[other + 1 : first]) <= words.in_dates:
            take(other, other + 1, _day_number(plain, other) or 0, month[0], "date")
    for at, word in enumerate(plain):
        if at in taken:
            continue
        weekday = words.number(words.weekdays, word)
        if weekday is not None and published and len(word) > 3 and not any(n in taken for n in (at + 1, at + 2)):
            day = published - timedelta(days=(published.weekday() - weekday) % 7)
            take(at, at + 1, day.day, day.month, "weekday")
        elif _is_year(word) or _is_clock(text, passage, at):
            taken.add(at)
    for hit in hits:
        if hit.kind == "day" and hit.value != "eve" and published:
            day = published - timedelta(days=hit.value == "yesterday")
            take(hit.first, hit.last, day.day, day.month, "near")
    return sorted(found, key=lambda d: d.start), frozenset(taken)


def _published(profile: Profile) -> date | None:
    stated = profile.document.published
    return date.fromisoformat(stated) if stated else None


def _month(plain: Sequence[str], at: int, words: RelayWords) -> tuple[int, int] | None:
    """The month that begins at a word, and its number of words."""
    two = " ".join(plain[at : at + 2])
    for shape in words.shapes(two):
        if shape in words.months and at + 1 < len(plain):
            return words.months[shape], 2
    one = words.number(words.months, plain[at])
    return (one, 1) if one is not None else None


def _day_number(plain: Sequence[str], at: int) -> int | None:
    if not 0 <= at < len(plain):
        return None
    digits = _DAY_NUMBER.match(plain[at])
    return int(digits[1]) if digits and 1 <= int(digits[1]) <= 31 else None


def _is_year(word: str) -> bool:
    return len(word) == 4 and word.isdecimal() and 1900 <= int(word) <= 2100


def _is_clock(text: str, passage: Passage, at: int) -> bool:
    word = passage.words[at]
    before, after = (
        text[max(0, passage.starts[at] - 1) : passage.starts[at]],
        text[passage.ends[at] : passage.ends[at] + 1],
    )
    return (
        word.isdecimal()
        and len(word) <= 2
        and (before == ":" or (after == ":" and text[passage.ends[at] + 1 :][:1].isdigit()))
    )
