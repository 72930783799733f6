"""Time joins: two ends made one range, « depuis » and « jusqu'à » taken in, what is a time only there left out."""

from collections.abc import Sequence

from recoupe.stages.annotate.days import Stamp
from recoupe.stages.annotate.time_items import Item, items
from recoupe.stages.annotate.time_line import TimeLine

_APPOSED = 12
"""How many symbols may stand between « depuis le début » and the day in apposition to it."""
_GAP = 3
_PHRASE = 3
"""How many words the longest phrases of [joints] have."""
_TAKEN = 2
_HAPPENING = "since_happening"
_AGO = frozenset(("ago", "ago_to_the_day"))
_COUNTED = frozenset(("ago", "shifted"))
_EVENTS = frozenset(("since_event", "since_start", _HAPPENING))
"""Rules of what a day may be told for behind it (« depuis le début de l'offensive, le 17 octobre »)."""
_APPOSABLE = frozenset(("ago", "anchored_day", "offset_day", "unit_last", "unit_edge", "night_of"))
"""Rules of times that may be told for one, beside days, months and years by their names (« depuis le début des combats, la veille »)."""
_ENDS = frozenset(("offset_day", "unit_edge", "unit_last", "this_part", "named_day", "numbered_day", "today"))
"""Rules of times that may be an end of a range, beside days, months and years by their names."""


def joined_items(line: TimeLine) -> list[Item]:
    """The times of a line, ranges joined, with the words that introduce them."""
    found = items(line)
    joined: list[Item] = []
    at = 0
    while at < len(found):
        item = found[at]
        if at + 1 < len(found):
            after = at + 1
            if item.rule in _EVENTS and _counts(line, found[after]) and after + 1 < len(found):
                after += 1  # « depuis qu'ils ont lancé une offensive, le 17 octobre »
            end, stop = found[after], after
            if item.rule in _EVENTS and stop + 1 < len(found) and (nights := _ranged(line, end, found[stop + 1])):
                end, stop = nights, stop + 1  # « depuis le début de l'opération, dans la nuit de lundi à mardi »
            both = _ranged(line, item, found[at + 1]) or _of_other(line, item, end)
            if both is not None:
                item, at = both, stop
        if not item.joint:
            item = _introduced(line, item)
        if item.rule == _HAPPENING and not item.joint:
            at += 1
            continue  # no day is told
        if not item.is_weak or item.joint or _is_lone_day(line, item):
            joined.append(_widened(line, item))
        at += 1
    return joined


def _ranged(line: TimeLine, item: Item, after: Item) -> Item | None:
    """`item` and `after` as one range (« du 23 au 26 mars », « entre juin et octobre », « 2016-2017 »)."""
    joints = line.words.joints
    if not _can_end(item) or not _can_end(after) or after.first - item.last > _GAP:
        return None
    if (item.is_day_only and after.is_day_only) or _counts(line, after):
        return None  # « en proie depuis octobre 2017 à une rébellion »
    gap = line.phrase(item.last, after.first)
    at, opener = _opener(line, item)
    if _shares_month(line, item, after):
        joins = gap in joints.ands or gap in joints.to or gap in joints.dash
    elif gap in joints.ands:  # « entre mars et mai », « les 12 et 13 mars »
        joins = opener in joints.between or (item.is_day_only and after.is_dated) or _follows(item.stamp, after.stamp)
    elif gap in joints.dash:
        joins = _dashed(item.stamp, after.stamp)
    else:
        # « s'établissait mercredi soir à 27 morts »
        number = after.is_day_only and item.stamp is not None and not item.stamp.day
        sure = item.is_day_only or (item.is_dated and after.is_dated) or ("PART" in item.got.values and not number)
        joins = gap in joints.to and (sure or opener in joints.froms)
    if not joins:
        return None
    opens = opener in joints.between or opener in joints.froms
    return item._replace(first=min(at, item.first) if opens else item.first, end=after, joint="range")


def _shares_month(line: TimeLine, item: Item, after: Item) -> bool:
    """« May 3 to 9 », « March 27 and 28 »: a month before its day, and one more day of it that counts nothing."""
    if not item.is_dated or not after.is_day_only or item.stamp is None:
        return False
    closed = line.is_mark(after.last) or line.fold(after.last) in line.words.joints.closers
    return line.marks[item.last - 1].value == item.stamp.day and closed


def _of_other(line: TimeLine, item: Item, after: Item) -> Item | None:
    """« la veille du 14 juillet »; « depuis le début de l'offensive, le 17 octobre »."""
    joints = line.words.joints
    if item.rule == "eve_of":
        between = line.phrase(item.last, after.first)
        # « au lendemain d'un attentat » names no first of a month
        ends = (_can_end(after) and not _counts(line, after)) or after.rule == "unknown"
        return item._replace(end=after, joint="eve") if ends and (not between or between in joints.before_day) else None
    if item.rule in ("same_day", "today"):
        gap = [line.normal(n) for n in range(item.last, after.first)]
        apposed = gap[:1] == [","] and joints.apposed.issuperset(gap[1:])
        return after._replace(first=item.first) if apposed and after.is_dated else None
    if item.is_dated and after.rule in _COUNTED and line.phrase(item.last, after.first) in joints.that_is:
        return item._replace(last=after.last)  # « le 3 mars, soit six jours plus tôt »
    counted = [i for i in (item, after) if i.rule in _AGO]
    dated = [i for i in (item, after) if i.is_dated and i.stamp and i.stamp.year]
    if counted and dated:  # « il y a douze ans, le 28 septembre 2009 », « le 23 octobre 1983, il y a vingt ans »
        gap = [line.normal(n) for n in range(item.last, after.first)]
        apposed = gap[:1] == [","] and joints.apposed.issuperset(gap[1:])
        return dated[0]._replace(first=item.first, last=after.last) if apposed else None
    if item.rule not in _EVENTS or (after.stamp is None and after.rule not in _APPOSABLE) or _counts(line, after):
        return None
    return _since_event(line, item, after)


def _since_event(line: TimeLine, item: Item, after: Item) -> Item | None:
    """« depuis le début de l'offensive, le 17 octobre », « depuis l'élection, survenue en mai », the day taken in; None where it
    is of something else."""
    joints = line.words.joints
    if (
        after.is_weak
        and after.is_day_only
        and line.normal(after.first - 1) not in joints.before_day
        and _may_count(line, after)
    ):
        return None  # « depuis la reprise des combats, 12 civils ont été tués »
    if item.rule == "since_start" and not after.is_dated:
        return None  # « quatre jours après le début des combats, mardi, une frappe a … »
    at, parts = after.first, line.words.classes["PART"]
    while at > item.last and (
        line.normal(at - 1) in joints.apposed
        or line.normal(at - 1) in joints.taken_in
        or line.fold(at - 1) in parts
        or line.fold(at - 2) in parts  # « dans la nuit de lundi à mardi »
    ):
        at -= 1
    folds = [line.fold(n) for n in range(item.last, at)]
    told_of = _of_dating(line, folds)
    if told_of:
        folds = folds[:-told_of]
    if folds and folds[-1] in (",", "("):
        folds.pop()
    told = line.fold(item.last - 1) in joints.that  # « depuis que les combats ont repris lundi »
    if len(folds) > _APPOSED or "," in folds or (not told and any(fold in joints.clause for fold in folds)):
        return None
    return item._replace(end=after, joint="since")


def _of_dating(line: TimeLine, folds: Sequence[str]) -> int:
    """How many words at the end of those before a day say no more than that something happened on it (« , survenue », « , qui a
    eu lieu »); 0 where none does."""
    joints = line.words.joints
    mark = max((n for n, fold in enumerate(folds) if fold in (",", "(")), default=len(folds))
    behind = frozenset(folds[mark + 1 :])
    dates = not joints.dated.isdisjoint(behind) and behind <= joints.dated | joints.dated_with
    return len(folds) - mark - 1 if dates else 0


def _counts(line: TimeLine, item: Item) -> bool:
    """Whether what could be a day is a number in words (« au lendemain d'un attentat », « depuis le début, neuf morts »)."""
    return item.is_weak and item.is_day_only and not line.fold(item.last - 1)[:1].isdigit()


def _follows(first: Stamp | None, second: Stamp | None) -> bool:
    """« mardi et mercredi », « janvier et février »: two days of one week or two months, one after the other."""
    if first is None or second is None or first.day or second.day:
        return False
    if first.month and second.month and not (first.edge or second.edge or first.year):
        return second.month - first.month == 1
    if first.weekday is None or second.weekday is None:
        return False
    return (second.weekday - first.weekday) % 7 == 1


def _dashed(low: Stamp | None, high: Stamp | None) -> bool:
    """Whether a dash joins two days, two months or two years that follow each other."""
    if low is None or high is None:
        return False
    if low.day or high.day:
        return bool(low.day and high.day and high.month)
    if low.month or high.month:
        return bool(low.month and high.month)
    return bool(low.year and high.year and low.year < high.year)


def _can_end(item: Item) -> bool:
    return item.stamp is not None or item.rule in _ENDS


def _opener(line: TimeLine, item: Item) -> tuple[int, str]:
    """Where the word stands that opens a range before `item` (« entre le 17 »), and the word."""
    joints = line.words.joints
    own = line.normal(item.first)
    if own in joints.froms or own in joints.between:
        return item.first, own
    at = item.first - 1
    while at > 0 and line.normal(at) in joints.taken_in:
        at -= 1
    return at, line.normal(at)


def _introduced(line: TimeLine, item: Item) -> Item:
    """`item` with « depuis », « jusqu'à », « au » before it taken in."""
    joints = line.words.joints
    if not _can_end(item) or (item.is_day_only and line.marks[item.last - 1].value is None):
        return item
    if line.is_mark(item.last) and line.normal(item.last + 1) in joints.when and _counted_then(line, item):
        return item  # « since last May, when 55 people died »
    if (
        item.is_weak
        and item.is_day_only
        and line.normal(item.first - 1) not in joints.before_day
        and _may_count(line, item)
    ):
        return item  # « up to 24 civilians »
    if item.is_weak and line.fold(item.first) in joints.auxiliary:
        return item  # « ont depuis été tués »
    for ahead in (item.first, item.first - 1):
        for length in range(min(_PHRASE, ahead), 0, -1):
            phrase = line.phrase(ahead - length, ahead)
            if item.is_weak and line.normal(ahead - length - 1) in joints.moved:
                continue  # « up from 4 »
            if phrase in joints.since or phrase in joints.until:
                named = item.stamp
                if named and phrase in joints.ahead and not named.direction:
                    named = named._replace(direction=1)
                joint = "since" if phrase in joints.since else "until"
                return item._replace(first=ahead - length, stamp=named, joint=joint)
        if line.normal(ahead - 1) not in joints.before_day:
            break
    # « au 3 novembre »: the day on which a count was closed; « remonte au 17 mars » is not
    as_of = line.normal(item.first - 1) in joints.as_of and line.fold(item.first - 2) not in joints.dating
    if as_of and item.is_dated and "PART" not in item.got.values:
        return item._replace(first=item.first - 1, joint="until")
    stamp, before = item.stamp, line.normal(item.first - 1)
    closing = stamp is not None and stamp.month is not None and stamp.edge == "end" and before in joints.as_of_end
    if closing and line.normal(item.first) in line.words.values["EDGE"]:
        return item._replace(first=item.first - 1, joint="until")
    return item


def _counted_then(line: TimeLine, item: Item) -> bool:
    """Whether the clause behind the time counts somebody, and nothing before it does (« 70 have died since May, when … »)."""
    numbers = [k for k, mark in enumerate(line.marks) if mark.value is not None and not item.first <= k < item.last]
    return any(item.last < k <= item.last + _PHRASE + 1 for k in numbers) and not any(k < item.first for k in numbers)


def _may_count(line: TimeLine, item: Item) -> bool:
    """Whether what follows a lone number may be what it counts."""
    return not line.is_mark(item.last) and line.fold(item.last) not in line.words.joints.closers


def _is_lone_day(line: TimeLine, item: Item) -> bool:
    """« le 23 » followed by nothing that it could count; « mercredi 13 »."""
    joints = line.words.joints
    if not item.is_day_only or line.marks[item.last - 1].value is None:
        return False
    if not line.is_mark(item.last) and line.fold(item.last) not in joints.closers:
        return False
    return line.fold(item.first - 1) in joints.before_day or "WEEKDAY" in item.got.values


def _widened(line: TimeLine, item: Item) -> Item:
    """`item` with the article and preposition before it taken into its span."""
    first = item.first
    item = item._replace(articled=line.normal(first - 1) in line.words.joints.before_day)
    while first and item.first - first < _TAKEN and line.normal(first - 1) in line.words.joints.taken_in:
        first -= 1
    return item._replace(first=first) if first != item.first else item
