"""Time ranges: from the first day of one named day, month or year to the last of another."""

import datetime as dt

from recoupe.stages.annotate.days import UNKNOWN, Days, Stamp, stamp_days
from recoupe.stages.annotate.time_known import Known

_DAYS = ("day", "days")


def range_days(low: Stamp, high: Stamp, known: Known) -> Days:
    """The days from `low` to `high`; each takes from the other the month and the year that it does not name."""
    if high.day and not high.month and low.month:
        high = high._replace(month=low.month, year=high.year or low.year)
    if low.year and high.month and not high.year:
        high = high._replace(year=low.year + (low.month is not None and low.month > high.month))
    end = stamp_days(high, known.reference, known.year, known.named)
    if end.first is None or end.last is None:
        return UNKNOWN
    start = _start(low, high, end.first, end.last, known)
    if start.first is None or start.first > end.last:
        return UNKNOWN
    exact = end.precision == "day" or (start.precision in _DAYS and end.precision in _DAYS)
    return Days(start.first, end.last, "days" if exact else end.precision, "interval")


def _start(low: Stamp, high: Stamp, first: dt.date, last: dt.date, known: Known) -> Days:
    if low.day and not low.month and high.month:
        low = low._replace(month=first.month, year=first.year)
        if high.day and low.day and low.day > last.day:  # « du 28 au 3 mars »: from the month before
            before = first.replace(day=1) - dt.timedelta(days=1)
            low = low._replace(month=before.month, year=before.year)
    if low.month and not low.year:
        low = low._replace(year=last.year - ((low.month, low.day or 1) > (last.month, last.day)))
    if low.weekday is not None and not low.day:
        return stamp_days(low._replace(direction=-1), last, None, None)
    return stamp_days(low, last, known.year, known.named)
