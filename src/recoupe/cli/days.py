"""Days as people type them."""

import re
from calendar import monthrange
from datetime import date

_FORM = re.compile(r"([0-9]{4})(?:-([0-9]{2})(?:-([0-9]{2}))?)?")


def period(given: str) -> tuple[str, str] | None:
    """First and last day (YYYY-MM-DD) of a day, a month or a year such as `2017-03`; None when it is none of these."""
    found = _FORM.fullmatch(given)
    if found is None:
        return None
    year, month, day = (int(part) if part else None for part in found.groups())
    try:
        first = date(year or 0, month or 1, day or 1)
        last = date(first.year, month or 12, day or monthrange(first.year, month or 12)[1])
    except ValueError:
        return None
    return first.isoformat(), last.isoformat()


def is_publishable(given: str) -> bool:
    """Whether it is a day, written YYYY-MM-DD, that news can be of (`stages.acquire.dates` draws the same line)."""
    return period(given) == (given, given) and "1900" <= given[:4] <= "2100"
