"""Signs: what of a passage stays the same when it is translated: numbers, names, dates, and who and where is meant."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from anyascii import anyascii

from recoupe.gazetteers import Gazetteers
from recoupe.languages.key_words import KeyWords
from recoupe.stages.derive.letters import skeleton
from recoupe.stages.derive.profile import Passage, Profile

_NUMBER = re.compile(r"(?<![\d.,])\d{1,3}(?:[  \u202f'’.,٬]\d{3})+(?![\d])|\d+(?:[.,٫]\d{1,2}(?!\d))?")
_MOST = 1e12
"""Larger numbers count nothing that is told."""
_LEAST = 3
"""Smaller numbers are said of anything; fewer consonants than these are shared by any two names."""
_ACRONYM = re.compile(r"[^\W_a-zа-яё]{2,6}s?")
_HUNDRED = 100
_FIRST_YEAR, _LAST_YEAR = 1900, 2100
_WIDEST = 3
"""Words in the longest name of a place that is looked up."""


@dataclass(frozen=True, slots=True)
class Signs:
    """What of one passage stays the same in any language."""

    numbers: frozenset[float]
    """Values of three and more, in digits or words; years are among them."""
    names: frozenset[str]
    """Skeletons of the words that may be names."""
    acronyms: frozenset[str]
    """Words all in capitals, as Latin letters."""
    dates: frozenset[str]
    """Day and month (`03-17`)."""
    meant: frozenset[str]
    """Ids of actors, places and countries."""


def signs(profile: Profile, words: KeyWords, world: Gazetteers) -> tuple[Signs, ...]:
    """The signs of each passage of `profile`, in its order."""
    text = profile.document.text
    sure = _capitalised(profile) if words.cased else frozenset()
    values: dict[int, set[float]] = {}
    for figure in profile.reading.figures:
        at = profile.passage_at(figure.span.start)
        if at is not None:
            values.setdefault(at, set()).update(
                v for v in (figure.value, figure.value_high) if v and _LEAST <= v < _MOST
            )
    found = []
    for index, passage in enumerate(profile.passages):
        numbers = {n for n in _numbers(text, passage, words) if _LEAST <= n < _MOST} | values.get(index, set())
        named = [n for n in range(len(passage.words)) if _may_name(text, passage, n, sure, words)]
        shapes = {shape for n in named for w in words.stripped(passage.words[n]) if len(shape := skeleton(w)) >= _LEAST}
        acronyms = frozenset(_acronyms(text, passage))
        dates = frozenset(_dates(passage, words))
        meant = {entity.id for _, _, entity in world.actors.find(text[passage.start : passage.end])}
        meant.update(_places(text, passage, named, words, world))
        found.append(Signs(frozenset(numbers), frozenset(shapes), acronyms, dates, frozenset(meant)))
    return tuple(found)


def is_year(number: float) -> bool:
    """Whether the number may be a year, and so says little."""
    return _FIRST_YEAR <= number <= _LAST_YEAR


def _numbers(text: str, passage: Passage, words: KeyWords) -> Iterator[float]:
    """Every number, those in words put together: « twenty-three », « 12 тысяч »."""
    digits = {
        match.start(): (match.end(), _value(match.group()))
        for match in _NUMBER.finditer(text, passage.start, passage.end)
    }
    held: float | None = None
    taken = passage.start
    for word, start in zip(passage.words, passage.starts, strict=True):
        if start < taken:
            continue  # the « 000 » of « 1 000 »
        taken, value = digits.get(start, (start, None))
        if value is not None:
            if held is not None:
                yield held
            held = value
            continue
        value = next((float(words.numbers[w]) for w in words.stripped(word) if w in words.numbers), None)
        if value is None or held is None:
            if held is not None:
                yield held
            held = value
        elif value >= _HUNDRED and value > held:
            held *= value
        else:
            held += value
    if held is not None:
        yield held


def _value(digits: str) -> float:
    parts = re.split(r"\D", digits)
    is_whole = all(len(part) == 3 for part in parts[1:])
    return float("".join(parts) if is_whole else ".".join(parts))


def _dates(passage: Passage, words: KeyWords) -> Iterator[str]:
    said = passage.words
    for n in range(len(said)):
        for width in (2, 1):
            month = words.months.get(" ".join(said[n : n + width]))
            if month is None:
                continue
            # « 17 mars », « March 17 », « 17 de marzo »: the day stands before, or one word further off, or behind.
            near = (n - 1, n - 2, n + width)
            days = (int(said[i]) for i in near if 0 <= i < len(said) and said[i].isdecimal() and len(said[i]) < 3)
            day = next((day for day in days if 1 <= day <= 31), None)
            if day is not None:
                yield f"{month:02}-{day:02}"
            break


def _acronyms(text: str, passage: Passage) -> Iterator[str]:
    """The acronyms of a passage that is not written in capitals throughout; the « s » of a plural is no part of them."""
    written = [text[start:end] for start, end in zip(passage.starts, passage.ends, strict=True)]
    capital = [word for word in written if _ACRONYM.fullmatch(word) and word.removesuffix("s").isupper()]
    if 2 * len(capital) < len(written):
        for word in capital:
            yield anyascii(word.removesuffix("s")).lower()


def _capitalised(profile: Profile) -> frozenset[str]:
    """The words that are written with a capital somewhere inside a sentence of ordinary writing."""
    text = profile.document.text
    found: set[str] = set()
    for passage in profile.passages:
        capitals = [text[start].isupper() for start in passage.starts]
        if 2 * sum(capitals) < len(capitals) or len(capitals) < 3:
            found.update(word for word, is_capital in zip(passage.words[1:], capitals[1:], strict=True) if is_capital)
    return frozenset(found)


def _may_name(text: str, passage: Passage, n: int, sure: frozenset[str], words: KeyWords) -> bool:
    word = passage.words[n]
    if not word[0].isalpha() or word in words.weekdays or word in words.months:
        return False
    if not words.cased:
        return len(word) >= _LEAST
    return text[passage.starts[n]].isupper() and word in sure


def _places(text: str, passage: Passage, named: list[int], words: KeyWords, world: Gazetteers) -> Iterator[str]:
    """The ids of the places that the words may name, the longest name first, each word used once."""
    at = 0
    while at < len(named):
        step = 1
        for width in range(min(_WIDEST if words.cased else 2, len(named) - at), 0, -1):
            first, last = named[at], named[at + width - 1]
            if not all(_goes_on(text, passage, a, b) for a, b in pairwise(named[at : at + width])):
                continue
            name = text[passage.starts[first] : passage.ends[last]]
            identity = _place(name, words, world)
            if identity:
                yield identity
                step = width
                break
        at += step


def _goes_on(text: str, passage: Passage, first: int, second: int) -> bool:
    """Whether two words may be of one name: the next one, or one tied to it by hyphens (« Deir ez-Zor »)."""
    if second - first == 1:
        return True
    between = text[passage.ends[first] : passage.starts[second]]
    return second - first == 2 and "-" in between and not re.search(r"[.,;:!?()]", between)


def _place(name: str, words: KeyWords, world: Gazetteers) -> str | None:
    for spelling in words.stripped(name):
        if not world.places.is_common(spelling):
            found = world.places.candidates(spelling)
            if found and found[0].grade < 2:
                return found[0].place.id
    return None
