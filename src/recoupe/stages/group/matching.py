"""Matching: what speaks for and against two Accounts of different Documents being of one incident.

Every reason has a weight; an incident takes the reasons that outweigh `ENOUGH`. The weights were set on the project's samples and checked on
incidents written apart (docs/incidents.md).
"""

import math
from collections.abc import Iterator, Sequence

from recoupe.model.incident import Account, Count, Match, Reason
from recoupe.model.relay import Relay
from recoupe.stages.group.closeness import Days, day, gap, is_exact, nearness

ENOUGH = 4.0
"""Two accounts whose reasons weigh so much are of one incident."""
_APART = -10.0
"""Running totals are compared with those of the same month and of the months beside it."""
NEVER = -100.0
"""The weight of what cannot be: an incident in two countries, or told before it happened."""
_FRESH = 10
"""An account without a day tells what happened so many days before its publication, at most."""
_PLACE = {"same": 3.0, "inside": 2.5, "near": 2.0, "around": -0.5, "wide": -0.2, "unknown": 0.0}
_NUMBERS = 4.0
"""Equal numbers weigh so much at most."""
_FURTHER = 0.8
"""What each equal number after the first weighs besides: one may be chance, three hardly."""
RARE = 2.0
"""A number that weighs so much is worth something even where nothing says that two texts speak of the same days."""
LATE = 2
"""Days by which two texts may date one event apart, when much else is alike."""
_START = 3
"""Two sums begin together when so many days lie between their first days, at most."""
_LONGEST = 63
"""A stretch of more days says nothing of when."""
_LONG = 14
"""A sum over fewer days is not taken for a running total whose start is not said."""


def match(a: Account, b: Account, relays: Sequence[Relay] = ()) -> Match:
    """The two compared, whichever comes first. `relays`: those between their Documents."""
    first, second = (a, b) if a.id < b.id else (b, a)
    reasons = tuple(_reasons(first, second, relays))
    return Match(first.id, second.id, round(sum(reason.weight for reason in reasons), 3), reasons)


def is_place_apart(a: Account, b: Account) -> bool:
    """Whether two accounts can never be of one incident, for where they are told to be."""
    return any(reason.weight <= NEVER for reason in _of_place(a, b))


def tells_apart(a: Account, b: Account) -> bool:
    """Whether one text tells two of its accounts apart; days that run into one another are not told apart."""
    return nearness(a.place, b.place) in ("around", "apart") or (gap(_days(a), _days(b)) or 0) > 1


def _reasons(a: Account, b: Account, relays: Sequence[Relay]) -> Iterator[Reason]:
    if (a.kind, a.family) != (b.kind, b.family):
        yield Reason("other_kind", NEVER)
        return
    of_place = tuple(_of_place(a, b))
    yield from of_place
    if a.kind == "incident":
        yield from _of_time(a, b)
        yield from _of_numbers(a, b, _least(a, b, of_place))
    else:
        yield from _of_stretch(a, b)
        yield from _of_numbers(a, b, 0.0)
    yield from _of_parties(a, b)
    yield from _of_relays(a, b, relays)


def _least(a: Account, b: Account, of_place: Sequence[Reason]) -> float:
    """How rare a number must be to say something: of other or unknown days, it takes a rare one, and one place."""
    if _in_time(a, b):
        return 0.0
    return RARE if any(reason.weight > 0 for reason in of_place) else math.inf


def _of_place(a: Account, b: Account) -> Iterator[Reason]:
    if a.words and a.words == b.words:
        yield Reason("same_words", 2.5, a.words)
        return
    how = nearness(a.place, b.place)
    if how in ("around", "apart"):  # one of them may name further places
        others = [nearness(x, y) for x in a.places for y in b.places]
        close = ("same",) if a.kind == "series" else ("same", "inside", "near")
        also = next((h for h in close if h in others and _exact_both(a, b)), None)
        if also:
            yield Reason(f"{also}_place", 1.5, _names(a, b))
            return
    if (a.kind == "series" and how not in ("same", "wide", "unknown")) or how == "apart":
        yield Reason("places_apart", NEVER, _names(a, b))
    elif weight := _PLACE[how]:
        yield Reason(f"{how}_place", weight, _names(a, b))


def _exact_both(a: Account, b: Account) -> bool:
    return is_exact(a.place) and is_exact(b.place)


def _names(a: Account, b: Account) -> str:
    return " · ".join(dict.fromkeys(x.place.name for x in (a, b) if x.place))


def _of_time(a: Account, b: Account) -> Iterator[Reason]:
    days, others = _days(a), _days(b)
    for one, other in ((days, b), (others, a)):
        told = day(other.published)
        if one.first is not None and told is not None and one.first > told:  # a day may be off by one
            yield Reason("told_before", NEVER if one.first > told + 1 else -1.0, f"{other.published}")
            if one.first > told + 1:
                return
    apart = gap(days, others)
    if apart is None:
        yield from _undated(a, b)
    elif apart == 0:
        longest = max(d.length or 1000 for d in (days, others))
        if longest == 1:
            yield Reason("same_day", 3.0, a.date_from or "")
        elif longest <= 3:
            yield Reason("days_in_common", 2.5, _dates(a, b))
        elif longest <= _LONGEST:
            yield Reason("days_in_common", 1.5 if longest <= 10 else 0.5, _dates(a, b))
    elif apart == 1:
        yield Reason("next_day", 0.0, _dates(a, b))
    elif apart <= LATE:
        yield Reason("days_apart", -2.0, _dates(a, b))
    else:
        yield Reason("days_apart", NEVER, _dates(a, b))


def _undated(a: Account, b: Account) -> Iterator[Reason]:
    """Where one of the two says no day, the day of its publication stands for it, roughly."""
    apart = gap(days_told(a), days_told(b))
    if apart == 0 and _in_time(a, b):
        yield Reason("told_in_time", 1.0, _dates(a, b))
    elif apart:
        yield Reason("told_long_after", -1.0, _dates(a, b))


def days_told(account: Account) -> Days:
    """The days of an Account; where it says none, those before its publication."""
    days, told = _days(account), day(account.published)
    return Days(told - _FRESH, told) if days == (None, None) and told is not None else days


def is_dated(account: Account) -> bool:
    """Whether it can be said when it was: within some weeks."""
    length = days_told(account).length
    return length is not None and length <= _LONGEST


def _in_time(a: Account, b: Account) -> bool:
    """Whether both were within some weeks, and may have been on the same days."""
    return is_dated(a) and is_dated(b) and (gap(days_told(a), days_told(b)) or 0) <= LATE


def month_told(account: Account) -> int | None:
    """The number of the month up to which a running total counts: that of its last day, else that in which it is told."""
    parts = (account.date_to or account.published or "").split("-")
    return int(parts[0]) * 12 + int(parts[1]) if len(parts) == 3 and all(map(str.isdecimal, parts)) else None


def _of_stretch(a: Account, b: Account) -> Iterator[Reason]:
    months = month_told(a), month_told(b)
    if months[0] is None or months[1] is None or abs(months[0] - months[1]) > 1:
        # a count that goes on for years is put together from month to month
        yield Reason("told_apart", _APART, _dates(a, b))
    if not {c.effect for c in a.counts} & {c.effect for c in b.counts}:
        yield Reason("other_effect", NEVER)
    days, others = _days(a), _days(b)
    if days.first is not None and others.first is not None:
        if abs(days.first - others.first) <= _START:
            yield Reason("same_start", 3.0, a.date_from or "")
        else:
            yield Reason("other_start", NEVER, _dates(a, b))
    elif any(
        (each.length or _LONG) < _LONG for each in (days, others)
    ):  # a stretch of its own, not the beginning of a total
        yield Reason("other_start", -1.0, _dates(a, b))
    else:
        yield Reason("start_unknown", 1.5, _dates(a, b))


def _of_numbers(a: Account, b: Account, least: float) -> Iterator[Reason]:
    others = {(number_key(count), count.unit) for count in b.counts}
    shared = {
        f"{_written(count)} {count.effect}": weight
        for count in a.counts
        if (weight := rarity(count)) >= least and (number_key(count), count.unit) in others
    }
    if shared:
        weight = sum(shared.values()) + _FURTHER * (len(shared) - 1)
        yield Reason("same_number", round(min(_NUMBERS, weight), 2), ", ".join(sorted(shared)))


def number_key(count: Count) -> str:
    """What two equal numbers of one effect have in common."""
    return f"{count.effect} {_written(count)}"


def rarity(count: Count) -> float:
    """How much it says that two texts give this number: the rarer, the more."""
    if count.value is None or count.value < 1:
        return 0.3
    number = int(count.value)
    if number < 10:
        return 0.5
    if number % 10 == 0:
        return 0.8 if len(str(number).rstrip("0")) == 1 else 1.5
    return 1.0 if number < 20 else 2.0 if number < 1000 else 3.0


def _written(count: Count) -> str:
    if count.value is None:
        return f"×{count.magnitude}"
    return f"{count.value:.12g}" if count.value_high is None else f"{count.value:.12g}–{count.value_high:.12g}"


def _of_parties(a: Account, b: Account) -> Iterator[Reason]:
    if not a.perpetrators or not b.perpetrators:
        return
    both = sorted({*a.perpetrators} & {*b.perpetrators})
    if both:
        yield Reason("same_party", 0.5, ", ".join(both))
    else:
        yield Reason("other_party", -0.5, " · ".join((a.perpetrators[0], b.perpetrators[0])))


def _of_relays(a: Account, b: Account, relays: Sequence[Relay]) -> Iterator[Reason]:
    for relay in relays:
        source, target = (a, b) if a.document == relay.from_document else (b, a)
        for evidence in relay.evidence:
            there, here = evidence.from_span, evidence.to_span
            if (
                there
                and here
                and any(there.holds(c.start, c.end) for c in source.counts)
                and any(here.holds(c.start, c.end) for c in target.counts)
            ):
                yield Reason("relayed", 4.0, relay.kind)
                return


def _dates(a: Account, b: Account) -> str:
    return " · ".join(
        f"{x.date_from or '…'}/{x.date_to or '…'}" if x.date_from != x.date_to else f"{x.date_from or '?'}"
        for x in (a, b)
    )


def _days(account: Account) -> Days:
    return Days.of(account.date_from, account.date_to)
