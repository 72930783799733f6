"""Time items: the forms of a pack found in a sentence, before their days are known."""

from bisect import bisect_left
from typing import Any, NamedTuple

from recoupe.languages.times import OTHER, Caught
from recoupe.stages.annotate.days import Stamp
from recoupe.stages.annotate.time_known import Got, stamp
from recoupe.stages.annotate.time_line import TimeLine

STAMPS = ("certain", "weak")
"""The rules of days, months and years by their names."""
_REACH = 8
"""How many symbols before the word that makes it one a time may begin."""
_CLAUSE = 16
"""How many symbols behind « après que » its verb may stand."""
_OBJECT = 5
"""How many symbols behind a verb its object may stand."""
_YEARS = range(1900, 2100)
_YEAR_DIGITS = 4
_SHORT_YEAR = 2
_COUNTED = frozenset(("NUMBER", "ORD", "YEAR"))
"""Classes that digits have even where a form would take a word instead."""


class Item(NamedTuple):
    """One time in a line: symbols `first` to `last` (exclusive), the rule that reads it and what it captured."""

    first: int
    last: int
    rule: str
    got: Got
    stamp: Stamp | None
    """The day, month or year named, for the rules of `STAMPS`."""
    end: "Item | None" = None
    """The other end of a range, or the day beside « la veille de », « depuis le début de »."""
    joint: str = ""
    """`range`, `since`, `until`, `eve`, or nothing."""
    articled: bool = False
    """Whether the article stands before the name of a day (« le mercredi »)."""

    @property
    def stop(self) -> int:
        """The symbol after the last one, that of the other end included."""
        return self.end.stop if self.end else self.last

    @property
    def is_weak(self) -> bool:
        """Whether it is a time only as an end of a range, or after « depuis » or « jusqu'à »."""
        return self.rule == "weak"

    @property
    def is_day_only(self) -> bool:
        """Whether a day of a month is named without the month."""
        return bool(self.stamp and self.stamp.day and not self.stamp.month)

    @property
    def is_dated(self) -> bool:
        """Whether a day and its month are named."""
        return bool(self.stamp and self.stamp.day and self.stamp.month)


def items(line: TimeLine) -> list[Item]:
    """The times of a line, one after the other."""
    symbols, words = line.symbols, line.words
    found: list[Item] = []
    known = [at for at, symbol in enumerate(symbols) if symbol != OTHER]
    heads = [at for at in known if symbols[at] in words.heads]
    done, count = 0, len(symbols)
    for at in known:
        if at < done:
            continue
        behind = bisect_left(heads, at)
        nearest = heads[behind] if behind < len(heads) else count
        near = nearest - at <= _REACH or (nearest < count and _opens_clause(line, at))
        if near and (match := words.match(symbols, at)):
            item = _item(line, at, *match)
            too_long = _counts_behind(line, item) or _ends_in_year(line, item)
            if too_long and (shorter := words.match(symbols[: item.last - 1], at)):
                item = _item(line, at, *shorter)
            if _holds(line, item):
                found.append(item)
                done = item.last
    return found


def _opens_clause(line: TimeLine, at: int) -> bool:
    """« depuis que les rebelles, venus de X, ont attaqué Y, le 3 mai »: whether the time may stand far behind."""
    joints = line.words.joints
    return line.fold(at + 1) in joints.that and line.normal(at) in joints.since


def _counts_behind(line: TimeLine, item: Item) -> bool:
    """Whether a number that looks like a day counts what follows (« a attaqué mardi une école », « a tué mardi 12 civils »)."""
    if not (item.is_weak or (item.is_day_only and item.stamp and item.stamp.weekday is not None)):
        return False
    if item.last - item.first < 2:
        return False
    following, joints = line.fold(item.last), line.words.joints
    counted = following.isalpha() and following not in joints.closers and line.normal(item.last) not in joints.taken_in
    return line.fold(item.last - 1).isalpha() or counted


def _ends_in_year(line: TimeLine, item: Item) -> bool:
    """Whether years joined by a hyphen are both written in full (« 1964-2016 »), and so read as any two."""
    return item.rule == "year_span" and len(line.fold(item.last - 1)) != _SHORT_YEAR


def _item(line: TimeLine, at: int, rule: str, end: int, caught: Caught) -> Item:
    words = line.words
    values: dict[str, list[Any]] = {}
    for classes, position in caught:
        mark = line.marks[position]
        for name in classes:
            value: Any = mark.value
            if value is None:
                value = words.values.get(name, {}).get(mark.fold)
                if value is None and mark.fold in words.classes.get(name, ()):
                    value = mark.fold
            elif len(classes) > 1 and name not in _COUNTED:
                continue
            if value is not None:
                values.setdefault(name, []).append(value)
                break
        for flag in words.flags.get(mark.fold, ()):
            values.setdefault(flag, []).append(True)
    got = Got(values)
    if rule == "event_day" and (event := words.events.get(f"{got.first('DAY'):.0f}-{got.first('MONTH')}")):
        values["EVENTDATE"] = [event[0]]
    return Item(at, end, rule, got, stamp(got) if rule in STAMPS else None)


def _holds(line: TimeLine, item: Item) -> bool:
    """Whether what stands beside a form lets it be a time."""
    of = line.normal(item.first) in line.words.joints.froms
    if of and item.got.values.keys() == {"YEAR"} and line.fold(item.last) in line.words.people:
        return False  # « parle de 1600 morts »
    if item.rule == "stretch_day":  # « le premier jour », but not « le premier jour de l'offensive »
        return line.normal(item.last) not in line.words.joints.froms
    if item.rule in ("shifted_by", "day_beside"):  # « deux jours après, » but not « deux jours après l'attaque »
        if line.normal(item.first - 1) in line.words.joints.before_day:
            return False  # « for the two days before »
        return line.is_mark(item.last) or line.fold(item.last) in line.words.joints.closers
    if (
        item.rule == "since_weekend"
    ):  # « depuis le week-end dernier », « depuis le week-end du 5 mai » are read from « week-end »
        behind = line.normal(item.last)
        return behind not in line.words.joints.froms and behind not in line.words.values["DIRECTION"]
    if item.rule == "since_part":  # « depuis la nuit du 3 au 4 » is read from « nuit »
        return line.normal(item.last) not in line.words.joints.froms and not _is_day(line, item.last)
    if item.rule == "day_part":  # « dans la nuit de lundi » is read from « nuit »
        return line.normal(item.last) not in line.words.joints.froms
    if item.rule == "since_event":  # « depuis le début de l'année » is read from « début »
        longer = line.words.match(line.symbols, item.last - 1)
        return longer is None or longer[1] == item.last
    if item.rule == "since_that":
        # « deux ans que la guerre dure » as the first words; « voilà deux ans que » anywhere
        named = line.marks[item.first].value is None and line.fold(item.first) not in line.words.values["NUMBER"]
        return named or line.is_mark(item.first - 1)
    if item.rule in ("since_start", "after_blow"):
        return _is_undated(line, item.last) and (
            line.fold(item.last - 1) not in line.words.joints.that or _begins(line, item.last)
        )
    if item.rule == "waged":
        lies = line.normal(item.first - 1) not in line.words.joints.nowhere
        return lies and not any(
            _is_month_or_year(line, at) for at in range(len(line.symbols)) if not item.first <= at < item.last
        )
    if (
        item.rule == "year_months"
        and "YEAR" not in item.got.values
        and line.fold(item.last - 1) in line.words.values["UNIT"]
    ):
        # « sur les trois premiers mois », but not « les trois premiers mois de guerre »
        return line.words.values["UNIT"][line.fold(item.last - 1)] == "year" or line.is_mark(item.last)
    if item.rule == "year_span":  # « (1975-90) », but not « la résolution 2011-12 »
        return (line.fold(item.first - 1), line.fold(item.last)) == ("(", ")")
    if item.rule == "year_part":
        return "YEAR" in item.got.values or item.got.unit in ("quarter", "half")
    if item.rule == "night_of":  # « la nuit du 10 au 11 mai » is read from « du »
        return item.last >= len(line.symbols) or not _is_month_or_year(line, item.last)
    if item.rule == "weekend_of":  # « la semaine du 11 au 17 juillet » is read from « du »
        ends = item.last + 1 >= len(line.marks)  # « la semaine du 11 au »
        return ends or line.normal(item.last) not in line.words.joints.to or line.marks[item.last + 1].value is None
    if item.rule == "unit_last" and (_is_named(line, item.last) or _is_of_days(line, item.last)):
        return False  # « au cours du mois d'avril », « au cours de l'année 2022 », « durant la semaine du 3 au 9 mai »
    if item.rule == "unit_last" and not item.got.direction:
        if item.got.unit == "hour":
            return False  # « à cette heure »
        # « au cours du week-end », but not « au cours des semaines »
        return (
            line.normal(item.first) in line.words.joints.this
            or line.fold(item.last - 1)[:-1] not in line.words.values["UNIT"]
        )
    if item.rule == "event_day":
        # « le 11-Septembre », but not « le Mouvement du 23-Mars »
        return "EVENTDATE" in item.got.values and line.touch(item.first) and line.touch(item.first + 1)
    return True


def _is_day(line: TimeLine, at: int) -> bool:
    """Whether a weekday, a month or a year stands at a symbol."""
    fold, values = line.fold(at), line.words.values
    return fold in values["WEEKDAY"] or fold in values["OFFSET"] or _is_month_or_year(line, at)


def _is_named(line: TimeLine, at: int) -> bool:
    """Whether the month or the year of a unit follows it, « of » in front."""
    at += line.normal(at) in line.words.joints.froms
    return at < len(line.marks) and _is_month_or_year(line, at)


def _is_of_days(line: TimeLine, at: int) -> bool:
    """Whether days by their number follow a unit, « of » in front: « la semaine du 3 au 9 mai »."""
    value = line.marks[at + 1].value if at + 1 < len(line.marks) else None
    return value is not None and line.normal(at) in line.words.joints.froms


def _is_month_or_year(line: TimeLine, at: int) -> bool:
    if not 0 <= at < len(line.marks):
        return False
    fold, value = line.fold(at), line.marks[at].value
    year = isinstance(value, float) and value in _YEARS and len(fold) == _YEAR_DIGITS
    return year or fold in line.words.values["MONTHNAME"]


def _is_undated(line: TimeLine, at: int) -> bool:
    """Whether no day is named behind `at` up to the next mark (« deux jours après l'attaque du 3 mai »)."""
    for n in range(at, len(line.symbols)):
        if line.is_mark(n):
            return True
        if _is_day(line, n):
            return False
    return True


def _begins(line: TimeLine, at: int) -> bool:
    """Whether what stands behind says that something began that lasts (« après que X a lancé ses troupes »)."""
    for n in range(at, min(at + _CLAUSE, len(line.symbols))):
        if line.fold(n) in line.words.joints.started:
            behind = [line.fold(m) for m in range(n + 1, n + _OBJECT)]
            return line.words.classes["BLOW"].isdisjoint(behind)
    return False
