"""Time rules: the days that each form of `times.toml` means, given publication and the days named before."""

import datetime as dt
from collections.abc import Callable, Mapping

from recoupe.stages.annotate.calendar_units import (
    day_of_unit,
    decade,
    lasts,
    month_part,
    since_weekend,
    unit_edge,
    unit_last,
    week_day,
    weekend_of,
    year_months,
    year_part,
    year_span,
)
from recoupe.stages.annotate.days import UNKNOWN, Days, Precision, Stamp, add, month_end, one, stamp_days, stretch
from recoupe.stages.annotate.time_known import Got, Known, stamp

_SOME = {"day": (1, 7), "week": (7, 28), "month": (30, 183)}
"""Days that « quelques jours, semaines, mois » may be."""
_PRECISION: Mapping[str, Precision] = {"hour": "day", "day": "day", "week": "week"}

_DAY = 24
"""Hours of one."""


def _offset_day(got: Got, known: Known) -> Days:
    day = add(known.reference, got.first("OFFSET"), "day") if known.reference else None
    return one(day) if day else UNKNOWN


def _this_part(got: Got, known: Known) -> Days:
    """« ce matin »; « cette nuit » is the night up to publication."""
    if known.reference is None:
        return UNKNOWN
    return _night(known.reference) if got.first("NIGHT") else one(known.reference)


def _night(morning: dt.date) -> Days:
    return stretch(add(morning, -1, "day"), morning)


def _night_of(got: Got, known: Known) -> Days:
    """« dans la nuit du 14 au 15 »: the last night of those days up to publication."""
    day, base = int(got.first("DAY")), known.reference
    if base is None or not got.first("NIGHT"):
        return UNKNOWN
    month = base if day <= base.day else base.replace(day=1) - dt.timedelta(days=1)
    if day > month_end(month.year, month.month).day:
        return UNKNOWN
    return _night(month.replace(day=day) + dt.timedelta(days=1))


def _last_part(got: Got, known: Known) -> Days:
    if known.reference is None or got.direction > 0:
        return UNKNOWN
    return _night(known.reference) if got.first("NIGHT") else one(known.reference)


def _today(got: Got, known: Known) -> Days:
    return one(known.reference) if known.reference else UNKNOWN


def _same_day(got: Got, known: Known) -> Days:
    if "SAMEDAY" in got.values and known.since is not None:
        return one(known.since)  # « la pire attaque depuis le 8 mai. Ce jour-là, … »
    if known.anchor is None:
        # « ce jour-là » before any day is named is not that of publication
        return one(known.reference) if known.reference and "SAMEDAY" not in got.values else UNKNOWN
    first, last = known.anchor
    return one(first) if first == last else stretch(first, last)


def _anchored_day(got: Got, known: Known) -> Days:
    offset = int(got.first("ANCHORED"))
    start = known.last_named if offset < 0 or not known.anchor else known.anchor[1]
    day = add(start, offset, "day") if start else None
    return one(day) if day else UNKNOWN


def _eve_of_event(got: Got, known: Known) -> Days:
    """« au lendemain de l'attaque »: the event is the last day named, where there is one."""
    return _anchored_day(got, known) if known.anchor else UNKNOWN


def _ago(got: Got, known: Known) -> Days:
    return _shift(known.reference, got, -1)


def _ago_to_the_day(got: Got, known: Known) -> Days:
    """« il y a un an jour pour jour »."""
    day = add(known.reference, -got.count, got.unit) if known.reference and got.count is not None else None
    return one(day) if day else UNKNOWN


def _shift(base: dt.date | None, got: Got, sign: int) -> Days:
    """`base` shifted by a number of units, or by « quelques » of them."""
    count, unit = got.count, got.unit
    if base is None:
        return UNKNOWN
    if count is None and unit == "hour":
        return one(base)  # « quelques heures plus tôt »
    if count is None:
        near, far = _SOME.get(unit, (0, 0))
        ends = sorted(d for n in (near, far) if (d := add(base, sign * n, "day")))
        return stretch(ends[0], ends[-1]) if far and ends else UNKNOWN
    day = add(base, sign * count, unit)
    if day is None:
        return UNKNOWN
    if unit in ("year", "decade"):
        return stretch(day.replace(day=1), month_end(day.year, day.month), "year")
    return Days(day, day, _PRECISION.get(unit, "month"), "point")


def _shifted(got: Got, known: Known) -> Days:
    if not got.first("LATER"):
        return _before_rough(got, known) or _shift(known.last_named, got, -1)
    rough = got.unit in ("month", "year") and got.count is not None
    base = known.anchor[1] if known.anchor else known.named if rough else None
    if rough and known.named is not None and base is not None and known.named < base:
        base = known.named  # « il est mort samedi … En avril 1983, … Neuf ans plus tard »
    if base is None:
        return UNKNOWN  # after what, is not said where no day is named before
    later = _shift(base, got, 1)
    ahead = later.first is not None and known.reference is not None and later.first > known.reference
    if ahead and got.unit != "month":
        return UNKNOWN  # what is told is not to come
    if later.first is not None and base == known.named and (known.named_as, got.unit) == ("year", "year"):
        return stretch(dt.date(later.first.year, 1, 1), dt.date(later.first.year, 12, 31), "year")
    if got.unit != "month" or not rough or later.first is None:
        return later
    # nobody counts months to the day
    return Days(later.first.replace(day=1), month_end(later.first.year, later.first.month), "month", "interval")


def _before_rough(got: Got, known: Known) -> Days | None:
    """« en novembre 2019 … un mois plus tôt », « en 2018 … un an plus tôt »: the month or year before one that was told last."""
    if known.named is None or got.count is None or got.unit not in ("month", "year"):
        return None
    day = add(known.named, -got.count, got.unit)
    if day is None or known.named_as not in ("month", "year") or (known.named_as, got.unit) == ("year", "month"):
        return None
    if known.named_as == "year":
        return stretch(dt.date(day.year, 1, 1), dt.date(day.year, 12, 31), "year")
    return stretch(day.replace(day=1), month_end(day.year, day.month), "month")


def _stretch_up_to(got: Got, known: Known) -> Days:
    """« en deux semaines »: the stretch up to publication; « en quelques heures » is on the day named last."""
    base, count = known.reference, got.count
    if got.unit == "hour" and (count is None or count < _DAY):
        day = known.last_named if known.is_today else None
        return one(day) if day is not None else UNKNOWN._replace(kind="duration")
    if base is None or count is None or known.past is not None:  # « un million de morts en cent jours », of 1994
        return UNKNOWN._replace(kind="duration")
    if got.unit == "weekend" and count == 1:  # « en un week-end »: the last one
        return unit_last(got, known)._replace(kind="duration")
    first = add(base, -count, got.unit)
    return stretch(first, base, "days", "duration") if first else UNKNOWN._replace(kind="duration")


def _since_length(got: Got, known: Known) -> Days:
    base, count = known.reference, got.count
    first = add(base, -count, got.unit) if base and count is not None else None
    return stretch(first, base, "days" if first else "unknown", "since")


def _since_part(got: Got, known: Known) -> Days:
    """« depuis l'aube » of the day of publication, « depuis la nuit dernière », « depuis la veille »."""
    base = known.reference
    if base is None or not known.is_today:
        return UNKNOWN._replace(kind="since")
    day = base if "ANCHORED" not in got.values and not got.first("NIGHT") else add(base, -1, "day")
    return stretch(day, base, "day", "since")


def _shifted_to_the_day(got: Got, known: Known) -> Days:
    """« un mois jour pour jour plus tôt »."""
    return _to_the_day(known.last_named, got, 1 if got.first("LATER") else -1)


def _after_blow_to_the_day(got: Got, known: Known) -> Days:
    """« un an jour pour jour après l'attentat »: the day of that, counted back from publication."""
    return _to_the_day(known.reference, got, -1)


def _to_the_day(base: dt.date | None, got: Got, sign: int) -> Days:
    day = add(base, sign * got.count, got.unit) if base and got.count is not None else None
    return one(day) if day else UNKNOWN


def _stretch_day(got: Got, known: Known) -> Days:
    """« le premier jour », « le deuxième jour », « le dernier jour » of the stretch told last, else of what began on a day that is
    told; « le dernier jour » only of a stretch."""
    first, last = known.course or (known.began, None)
    rank, unknown = got.first("ORD"), UNKNOWN._replace(kind="recurring")
    if rank is None:
        return one(last) if last and got.direction < 0 else unknown
    day = add(first, int(rank) - 1, "day") if first else None
    end = last or known.reference
    return one(day) if day and (end is None or day <= end) else unknown


def _since_start(got: Got, known: Known) -> Days:
    """« six mois après le début de la guerre »: since it began, up to publication; in what is told of other days, unknown."""
    return _since_length(got, known) if known.is_today else UNKNOWN._replace(kind="since")


def _after_blow(got: Got, known: Known) -> Days:
    """« quatre jours après l'attaque », « au lendemain de l'attaque »: its day, counted back from publication."""
    if not known.is_today:
        return _eve_of_event(got, known) if got.first("ANCHORED") else UNKNOWN
    after = got.first("ANCHORED")
    if after is None and got.unit in ("month", "year", "decade"):
        return UNKNOWN._replace(kind="interval")  # nobody counts months to the day
    if after is None:
        return _ago(got, known)
    day = add(known.reference, -int(after), "day") if known.reference and int(after) > 0 else None
    return one(day) if day else UNKNOWN


def _since_event(got: Got, known: Known) -> Days:
    """« depuis le début de l'offensive »: when that was, the article may say elsewhere."""
    return stretch(known.began, known.reference, "days" if known.began else "unknown", "since")


def _since_happening(got: Got, known: Known) -> Days:
    """« depuis la fin de la trêve »: the day that is told behind it says when."""
    return UNKNOWN._replace(kind="since")


def _since_then(got: Got, known: Known) -> Days:
    return stretch(known.told, known.reference, "days" if known.told else "unknown", "since")


def _until_now(got: Got, known: Known) -> Days:
    return stretch(None, known.reference, "days" if known.reference else "unknown", "until")


def _numbered_day(got: Got, known: Known) -> Days:
    year = got.first("YEAR")
    month = Stamp(int(year) if year else None, got.first("MONTH"), int(got.first("ORD")) if got.first("ORD") else None)
    found = stamp_days(month, known.reference, known.year, None)
    if month.day is None and got.direction < 0 and found.last:
        return one(found.last)
    return found if month.day else UNKNOWN


def year_told(known: Known) -> int | None:
    """The year that « cette année-là » is: the last one told, and never that of publication; None where none was."""
    if known.told_year is not None or known.named is None:
        return known.told_year
    own = known.reference is not None and known.named.year == known.reference.year
    return None if own else known.named.year


def _same_year(got: Got, known: Known) -> Days:
    """« le 3 avril de cette année-là »: of the year told last; unknown where none was."""
    year = year_told(known)
    if year is None:
        return UNKNOWN
    return stamp_days(stamp(got)._replace(year=year), known.reference, known.year, None)


def _named_day(got: Got, known: Known) -> Days:
    month, day = got.first("NAMEDDAY")
    year = got.first("YEAR")
    named = Stamp(int(year) if year else None, month, day, direction=(got.direction > 0) - (got.direction < 0))
    return stamp_days(named, known.reference, known.year, None)


def _event_day(got: Got, known: Known) -> Days:
    return one(dt.date.fromisoformat(got.first("EVENTDATE")))


def _unknown(got: Got, known: Known) -> Days:
    return UNKNOWN


def _recurring(got: Got, known: Known) -> Days:
    return UNKNOWN._replace(kind="recurring")


RULES: Mapping[str, Callable[[Got, Known], Days]] = {
    "offset_day": _offset_day,
    "this_part": _this_part,
    "last_part": _last_part,
    "today": _today,
    "same_day": _same_day,
    "day_part": _same_day,
    "anchored_day": _anchored_day,
    "day_beside": _anchored_day,
    "eve_of": _eve_of_event,
    "week_day": week_day,
    "unit_last": unit_last,
    "unit_edge": unit_edge,
    "day_of_unit": day_of_unit,
    "month_part": month_part,
    "year_months": year_months,
    "year_part": year_part,
    "lasts": lasts,
    "ago": _ago,
    "ago_to_the_day": _ago_to_the_day,
    "shifted": _shifted,
    "shifted_by": _shifted,
    "shifted_to_the_day": _shifted_to_the_day,
    "after_blow_to_the_day": _after_blow_to_the_day,
    "stretch_day": _stretch_day,
    "same_year": _same_year,
    "stretch": _stretch_up_to,
    "since_length": _since_length,
    "since_part": _since_part,
    "since_weekend": since_weekend,
    "since_that": _since_length,
    "since_start": _since_start,
    "after_blow": _after_blow,
    "waged": _stretch_up_to,
    "since_event": _since_event,
    "since_happening": _since_happening,
    "since_then": _since_then,
    "until_now": _until_now,
    "night_of": _night_of,
    "weekend_of": weekend_of,
    "year_span": year_span,
    "decade": decade,
    "numbered_day": _numbered_day,
    "named_day": _named_day,
    "event_day": _event_day,
    "unknown": _unknown,
    "recurring": _recurring,
}
"""By the name of the rule in [rules]; the forms of [stamps] are read by `stamp`."""
