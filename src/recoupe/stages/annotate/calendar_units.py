"""Weeks, months and years of the calendar, before or after a day, and parts of them."""

import datetime as dt

from recoupe.stages.annotate.days import UNKNOWN, Days, Precision, Stamp, add, make, month_end, one, stamp_days, stretch
from recoupe.stages.annotate.time_known import Got, Known, stamp

_LAST = {"hour": 1, "day": 7, "week": 4, "weekend": 1}
"""What « ces derniers jours, semaines » reach back to, in their unit; « ces derniers mois » says no more than up to when."""
_ANCHORED = 2
_ELAPSED = -3
"""Values of [directions]."""
_SATURDAY = 5
_RECENT = 10
"""« les années 10 » are those of this century, « les années 20 » those of the last."""
_HALF_MONTH = 15
_WEEK = 7
_LATEST = 2099
_CENTURY = 100
_DECADE = {None: (0, 9), "start": (0, 3), "middle": (3, 6), "end": (6, 9), "whole": (0, 9)}
"""The first and the last year of a decade that an edge of it takes in."""


def week_day(got: Got, known: Known) -> Days:
    """« lundi de la semaine dernière »."""
    if known.reference is None:
        return UNKNOWN
    monday = add(known.reference, 7 * got.direction - known.reference.weekday(), "day")
    day = add(monday, got.first("WEEKDAY"), "day") if monday else None
    return one(day) if day else UNKNOWN


def unit_last(got: Got, known: Known) -> Days:
    """« la semaine dernière »: a week of the calendar; « la semaine écoulée »: seven days up to publication.

    « cette année » ends with publication.
    """
    direction, unit = got.direction, got.unit
    base = known.last_named if abs(direction) == _ANCHORED else known.reference
    if abs(direction) == _ANCHORED and unit in ("year", "month") and known.named is not None:
        base = known.named  # « en 2022 … l'année précédente »
    rough = unit in ("year", "month") and known.named_as in ("year", "month", "day")
    if base is None or (direction == _ANCHORED and known.anchor is None and (known.named is None or not rough)):
        return UNKNOWN._replace(kind="point" if unit in ("day", "hour") and got.first("SINGULAR") else "interval")
    step = (direction > 0) - (direction < 0)
    if step and not got.first("SINGULAR") and unit in _LAST:
        ends = sorted(d for d in (base, add(base, step * _LAST[unit], unit)) if d)
        return stretch(ends[0], ends[-1])
    if step < 0 and not got.first("SINGULAR") and unit == "month":
        return stretch(None, base, "unknown")
    if direction == _ELAPSED:
        return stretch(add(base, -1, unit), base)
    whole = _calendar(base, unit, step)
    return whole._replace(last=min(base, whole.last)) if step == 0 and whole.last else whole


def _calendar(base: dt.date, unit: str, step: int) -> Days:
    """The week, month, year … `step` after the one that holds `base`."""
    if unit in ("day", "hour"):
        day = add(base, step, "day")
        return one(day) if day else UNKNOWN
    if unit in ("week", "weekend"):
        # « ce week-end », read on a working day, is over
        back = 7 if unit == "weekend" and step == 0 and base.weekday() < _SATURDAY else 0
        monday = add(base, 7 * step - base.weekday() - back, "day")
        if monday is None:
            return UNKNOWN
        if unit == "weekend":
            return stretch(add(monday, 5, "day"), add(monday, 6, "day"))
        return stretch(monday, add(monday, 6, "day"), "week")
    size = {"month": 1, "quarter": 3, "half": 6, "year": 12}.get(unit)
    if size is None:
        return UNKNOWN
    year, month = divmod((base.year * 12 + base.month - 1) // size * size + step * size, 12)
    end_year, end_month = divmod(year * 12 + month + size - 1, 12)
    first = make(year, month + 1, 1)
    precision: Precision = "month" if unit == "month" else "year" if unit == "year" else "season"
    return stretch(first, month_end(end_year, end_month + 1), precision) if first else UNKNOWN


def unit_edge(got: Got, known: Known) -> Days:
    """« début du mois dernier », « fin de l'année », « en début de semaine »."""
    base, edge, unit = known.reference, got.first("EDGE"), got.unit
    if base is None:
        return UNKNOWN
    direction = (got.direction > 0) - (got.direction < 0)
    whole = _calendar(base, unit, direction)
    found = _edge(whole, unit, edge)
    if direction == 0 and found.first and found.first > base:
        found = _edge(_calendar(base, unit, -1), unit, edge)
    if found.first and found.last and found.first <= base < found.last:
        return found._replace(last=base)  # « au début du mois », told on the 5th
    return found


def day_of_unit(got: Got, known: Known) -> Days:
    """« le 12 du mois dernier », « le 3 de ce mois »."""
    if known.reference is None or got.unit != "month":
        return UNKNOWN
    month = _calendar(known.reference, "month", (got.direction > 0) - (got.direction < 0)).first
    day = make(month.year, month.month, int(got.first("DAY"))) if month else None
    return one(day) if day else UNKNOWN


def _edge(whole: Days, unit: str, edge: str) -> Days:
    first, last = whole.first, whole.last
    if first is None or last is None or edge == "whole":
        return whole
    if unit == "month":
        return stamp_days(Stamp(first.year, first.month, edge=edge), None, None, None)
    if unit == "year":
        return stamp_days(Stamp(first.year, edge=edge), None, None, None)
    length = (last - first).days
    third = length // 3
    starts = {"start": (0, third), "middle": (third, length - third), "end": (length - third, length)}[edge]
    return stretch(add(first, starts[0], "day"), add(first, starts[1], "day"))


def month_part(got: Got, known: Known) -> Days:
    """« la première quinzaine de mai », « les deux dernières semaines de juillet », « les trois premiers jours de mars »."""
    year = got.first("YEAR")
    whole = stamp_days(Stamp(int(year) if year else None, got.first("MONTH")), known.reference, known.year, None)
    if whole.first is None or whole.last is None:
        return UNKNOWN
    size, number = int(got.first("SIZE")), int(got.first("ORD") or 0)
    if got.count:
        size, number = int(got.count) * (_WEEK if "WEEKS" in got.values else 1), min(number, 1)
    if size == _HALF_MONTH:
        middle = whole.first.replace(day=_HALF_MONTH)
        return stretch(whole.first, middle) if number == 1 else stretch(add(middle, 1, "day"), whole.last)
    if not number:
        return stretch(add(whole.last, 1 - size, "day"), whole.last)
    first = add(whole.first, size * (number - 1), "day")
    if first is None or first > whole.last:
        return UNKNOWN
    return stretch(first, add(first, size - 1, "day"))


def year_part(got: Got, known: Known) -> Days:
    """« le deuxième trimestre 2018 », « the last quarter of 2018 »."""
    size = {"quarter": 3, "half": 6}.get(got.unit)
    number = int(got.first("ORD") or 0)
    if size and not number and got.direction == -1:
        number = 12 // size
    if not size or not 1 <= number <= 12 // size:
        return UNKNOWN
    if "YEAR" in got.values:
        year = int(got.first("YEAR"))
    elif known.reference is not None:  # « au premier trimestre »: the last one begun
        year = known.reference.year - (size * (number - 1) >= known.reference.month)
    else:
        return UNKNOWN
    if year > _LATEST:
        return UNKNOWN
    return stretch(dt.date(year, size * (number - 1) + 1, 1), month_end(year, size * number), "season")


def year_months(got: Got, known: Known) -> Days:
    """« les six premiers mois de 2018 », « les deux premiers mois de l'année »."""
    year, count = got.first("YEAR"), int(got.count or 0)
    if year is None and known.reference is not None:  # in January the year before is meant
        year = known.reference.year - (known.reference.month <= count)
    if got.unit != "month" or year is None or not 1 <= count < 12 or year > _LATEST:
        return UNKNOWN
    return stretch(dt.date(int(year), 1, 1), month_end(int(year), count), "season")


def weekend_of(got: Got, known: Known) -> Days:
    """« le week-end du 4 juin », « la semaine du 12 mars »."""
    found = stamp_days(stamp(got), known.reference, known.year, known.named)
    if got.unit not in ("weekend", "week") or found.first is None:
        return UNKNOWN
    later = got.unit == "weekend" and found.first.weekday() < _SATURDAY
    return _calendar(found.first, got.unit, int(later))


def year_span(got: Got, known: Known) -> Days:
    """« la guerre (1975-90) »: the years from one to another of its century."""
    first, number = int(got.first("YEAR")), int(got.first("NUMBER"))
    last = first - first % _CENTURY + number
    if number >= _CENTURY or last <= first:
        return UNKNOWN
    return stretch(dt.date(first, 1, 1), dt.date(last, 12, 31), "year")


def decade(got: Got, known: Known) -> Days:
    """« les années 1990 », « les années 90 »."""
    year = int(got.first("YEAR", got.first("NUMBER")))
    if year < _CENTURY:
        year += 1900 if year > _RECENT else 2000
    if year % 10 or not 1000 <= year <= 2090:
        return UNKNOWN
    first, last = _DECADE[got.first("EDGE")]  # « au début des années 1990 »
    return stretch(dt.date(year + first, 1, 1), dt.date(year + last, 12, 31), "year")


def since_weekend(got: Got, known: Known) -> Days:
    """« depuis le week-end »: since the last one began, up to publication."""
    if known.reference is None:
        return UNKNOWN._replace(kind="since")
    return stretch(_calendar(known.reference, "weekend", 0).first, known.reference, "days", "since")


def lasts(got: Got, known: Known) -> Days:
    """« ces trois derniers jours »: that stretch up to publication; « ces derniers jours » is seven."""
    base = known.reference
    count = got.count or (1 if got.first("SINGULAR") else _LAST.get(got.unit))
    if base is None:
        return UNKNOWN._replace(kind="interval")
    if got.unit == "weekend" and count == 1:
        return unit_last(got, known)
    if count is None:
        return stretch(None, base, "unknown")
    if got.unit == "hour":
        count = max(count, 24)
    if got.direction > 0:
        return stretch(base, add(base, count, got.unit))
    first = add(base, -count, got.unit)
    return stretch(first, base) if first else UNKNOWN
