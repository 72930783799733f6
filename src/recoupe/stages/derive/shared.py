"""What two Documents have in common beside their words: numbers, days, and how near in time they are."""

import datetime as dt
import re
from collections.abc import Iterable

from recoupe.stages.derive.profile import Profile

_DIGITS = re.compile(r"(?<![\w.,])\d{1,3}(?:[ .,\u00a0\u202f'’]\d{3})+(?![\w])|(?<![\w])\d+(?![\w])")
_DIGITS_OF_LARGE = 10
_SMALL, _LARGE = 3, 10**_DIGITS_OF_LARGE
"""Numbers below are in every text; what is beyond counts no people."""


def numbers_in(profile: Profile, start: int, end: int) -> frozenset[int]:
    """The whole numbers of `start`:`end`, in digits or read as a Figure there; small ones and years left out."""
    text = profile.document.text
    digits = (re.sub(r"\D", "", match.group()) for match in _DIGITS.finditer(text, start, end))
    found = {int(each) for each in digits if len(each) <= _DIGITS_OF_LARGE}
    for figure in profile.reading.figures:
        if figure.value is not None and start <= figure.span.start < end and figure.value < _LARGE:
            found.add(int(figure.value))
    return frozenset(n for n in found if _SMALL <= n < _LARGE and not 1900 <= n <= 2100)


def all_numbers(profile: Profile) -> frozenset[int]:
    """The whole numbers of the title and the body."""
    parts: Iterable[frozenset[int]] = (numbers_in(profile, p.start, p.end) for p in profile.passages)
    return frozenset().union(*parts)


def days_apart(a: Profile, b: Profile) -> int | None:
    """Days from the publication of `a` to that of `b`; None where one is not known."""
    first, second = a.document.published, b.document.published
    if not first or not second:
        return None
    return (dt.date.fromisoformat(second) - dt.date.fromisoformat(first)).days
