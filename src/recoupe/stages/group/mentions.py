"""Mentions: Documents without Figures (their language is not read, or they give none) and the Accounts of others that they speak of."""

import datetime as dt
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from recoupe.model.incident import Account, Match, Reason
from recoupe.model.relay import Relay
from recoupe.stages.group.closeness import Days, day, is_exact
from recoupe.stages.group.matching import NEVER, rarity

MENTIONED = 4.0
"""A document speaks of an account when its reasons weigh so much: more than between two accounts, for less is known."""
FRESH = 5
"""A document that names no day tells what happened so many days before, at most."""

LEAST = 3
"""Smaller numbers stand in every text."""


@dataclass(frozen=True, slots=True)
class Hints:
    """What can be told of a Document in any language."""

    document: str
    published: str | None
    places: frozenset[str]
    """Ids of the places that it names."""
    days: frozenset[int]
    """Ordinals of the days that it names, the last such ones before its publication."""
    numbers: frozenset[float]

    @property
    def told(self) -> int | None:
        """The ordinal of the day of publication."""
        return day(self.published)


def days_named(dates: Iterable[str], published: str | None) -> frozenset[int]:
    """The ordinals of days of which day and month are given (`03-17`): of each the last one before the publication."""
    told = day(published)
    if told is None:
        return frozenset()
    year = dt.date.fromordinal(told).year
    found = {date: [day(f"{y}-{date}") for y in (year, year - 1)] for date in dates}
    return frozenset(next((n for n in days if n is not None and n <= told), told) for days in found.values())


def mention(hints: Hints, account: Account, relays: Sequence[Relay] = ()) -> Match:
    """The reasons why the Document speaks of what the Account tells. `relays`: those between the two Documents."""
    reasons = tuple(_reasons(hints, account, relays))
    return Match(hints.document, account.id, round(sum(r.weight for r in reasons), 3), reasons)


def _reasons(hints: Hints, account: Account, relays: Sequence[Relay]) -> Iterator[Reason]:
    for relay in relays:
        spans = [e.from_span if relay.from_document == account.document else e.to_span for e in relay.evidence]
        if any(span and any(span.holds(c.start, c.end) for c in account.counts) for span in spans):
            yield Reason("relayed", 5.0, relay.kind)
            return
    named = [p.name for p in account.places if p.id in hints.places]
    exact = is_exact(account.place)
    if not named and account.places:
        yield Reason("place_not_named", -3.0)
    elif named:
        yield Reason("same_place", 2.0 if exact else 1.0, named[0])
    yield from _of_time(hints, account)
    weights = [(c, rarity(c)) for c in account.counts if c.value is not None and c.value in hints.numbers]
    shared = {c.value: weight for c, weight in weights if c.value and c.value >= LEAST}
    if shared:
        yield Reason("same_number", min(3.0, sum(shared.values())), ", ".join(f"{v:g}" for v in sorted(shared)))


def _of_time(hints: Hints, account: Account) -> Iterator[Reason]:
    days, told = Days.of(account.date_from, account.date_to), hints.told
    if account.kind == "series":
        return
    if days.first is not None and told is not None and told < days.first - 1:
        yield Reason("told_before", NEVER, hints.published or "")
    elif hints.days & _days(days):
        yield Reason("same_day", 2.5, account.date_from or "")
    elif days.last is not None and told is not None:
        if told - days.last <= FRESH:
            yield Reason("told_in_time", 1.5, hints.published or "")
        else:
            yield Reason("told_long_after", -1.5, hints.published or "")


def _days(days: Days) -> frozenset[int]:
    if days.first is None or days.last is None or days.last - days.first > 3:
        return frozenset()
    return frozenset(range(days.first, days.last + 1))
