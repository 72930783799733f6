"""Incidents: Accounts put together by their Matches and by people's Decisions."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence

from recoupe.model.annotation import Place
from recoupe.model.ids import make_id
from recoupe.model.incident import Account, Incident, Match, Membership, Reason
from recoupe.stages.group.closeness import EXACTNESS, Days, is_exact
from recoupe.stages.group.gathering import Exclusion, Gathering
from recoupe.stages.group.matching import ENOUGH
from recoupe.stages.group.mentions import MENTIONED
from recoupe.stages.group.verdicts import Verdicts

DECIDED = 1000.0
"""The score of a pair that a person has put together."""


def incidents(
    accounts: Iterable[Account],
    matches: Iterable[Match],
    mentions: Iterable[Match] = (),
    verdicts: Verdicts = Verdicts(),  # noqa: B008 (holds nothing)
) -> tuple[Incident, ...]:
    """The Incidents of these Accounts, by their days; the same whatever the order of what is given.

    The strongest matches come first; two groups are not joined where an account of one and an account of the other
    exclude each other, so that a chain of likenesses ends there. `mentions` are matches of Documents without Figures,
    which join every Incident that they speak of, and never put two Accounts together.
    """
    by_id = {account.id: account for account in accounts}
    figures = {each.id: tuple(count.figure for count in each.counts) for each in by_id.values()}
    home = {each: Gathering(account) for each, account in by_id.items()}
    exclusion = Exclusion()
    why: dict[str, list[Match]] = {}
    for match in sorted((*matches, *_decided(figures, verdicts)), key=lambda m: (-m.score, m.first, m.second)):
        if match.score < ENOUGH:
            break
        a, b = home[match.first], home[match.second]
        if a is not b:
            if verdicts.says_apart and verdicts.any_apart(_figures(a), _figures(b)):
                continue
            if match.score < DECIDED and a.excludes(b, exclusion):
                continue
            if len(a.accounts) < len(b.accounts):
                a, b = b, a
            a.take(b)
            for each in b.accounts:
                home[each.id] = a
        for each_id in (match.first, match.second):
            why.setdefault(each_id, []).append(match)
    spoken: dict[int, list[Match]] = {}
    for mention in mentions:
        if mention.score >= MENTIONED:
            spoken.setdefault(id(home[mention.second]), []).append(mention)
    groups = {id(group): group for group in home.values()}
    found = [_incident(group.accounts, why, spoken.get(n, ())) for n, group in groups.items()]
    return tuple(sorted(found, key=lambda i: (i.date_from or i.date_to or "9999", i.id)))


def _figures(group: Gathering) -> list[str]:
    return [count.figure for account in group.accounts for count in account.counts]


def _decided(figures: Mapping[str, Sequence[str]], verdicts: Verdicts) -> Iterator[Match]:
    """What people have put together, as matches."""
    owner = {figure: account for account, several in figures.items() for figure in several}
    for a, b in verdicts.joined():
        if a in owner and b in owner and owner[a] != owner[b]:
            first, second = sorted((owner[a], owner[b]))
            yield Match(first, second, DECIDED, (Reason("decided", DECIDED),))


def _incident(accounts: Sequence[Account], why: Mapping[str, Sequence[Match]], mentions: Sequence[Match]) -> Incident:
    told = sorted(
        accounts, key=lambda a: (a.published or "9999", a.document, a.counts[0].start if a.counts else 0, a.id)
    )
    first = told[0]
    place = _place(told)
    members = []
    before: set[str] = set()
    for account in told:
        best = next((m for m in why.get(account.id, ()) if m.first in before or m.second in before), None)
        reasons = best.reasons if best else ()
        before.add(account.id)
        members.append(Membership(account.id, account.document, tuple(c.figure for c in account.counts), reasons))
    best_of = {each.first: each for each in sorted(mentions, key=lambda m: (m.score, m.second))}
    for document, mention in sorted(best_of.items()):
        members.append(Membership(document, document, (), mention.reasons))
    return Incident(
        make_id("incident", first.id),
        first.kind,
        first.family,
        place,
        next((a.words for a in told if a.words), None) if place is None else None,
        *_days(told),
        tuple(dict.fromkeys(p for a in told for p in a.perpetrators)),
        tuple(members),
    )


def _place(told: Sequence[Account]) -> Place | None:
    """The place that most accounts name: of an incident the most exact of those, of a running total the widest."""
    named = [a.place for a in told if a.place is not None]
    if told[0].kind == "series":
        return min(named, key=lambda p: (-EXACTNESS.index(p.precision), p.id), default=None)
    exact = [p for p in named if is_exact(p)] or named
    times = Counter(p.id for p in exact)
    return min(exact, key=lambda p: (-times[p.id], p.precision != "point", p.id), default=None)


def _days(told: Sequence[Account]) -> tuple[str | None, str | None]:
    """The days that most accounts give; of several the shortest stretch."""
    given = [(a.date_from, a.date_to) for a in told if a.date_from or a.date_to]
    if told[0].kind == "series":
        firsts = [first for first, _ in given if first]
        lasts = [last for _, last in given if last]
        return min(firsts, default=None), max(lasts, default=None)
    lengths = {each: Days.of(*each).length or 10_000 for each in given}
    exact = [each for each in given if lengths[each] <= 3] or given
    if not exact:
        return None, None
    times = Counter(exact)
    if all(lengths[each] <= 3 for each in exact):
        usual = [each for each in exact if 3 * times[each] >= max(times.values())]
        return min(first or last or "" for first, last in usual), max(last or first or "" for first, last in usual)
    return min(exact, key=lambda each: (lengths[each], -times[each], each))
