"""Grouping: which figures of a ledger are of one incident.

Adding a document costs the same in any ledger: hashes of places, weeks and numbers find the few accounts that may match, and only the
incidents that these stand in are put together anew.
"""

from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from typing import TYPE_CHECKING, Any

from recoupe import gazetteers
from recoupe.languages.key_words import key_words
from recoupe.model.incident import Account, Incident, Match, is_account
from recoupe.model.reading import Reading
from recoupe.model.relay import Relay
from recoupe.stages.derive.profile import Profile
from recoupe.stages.derive.signs import signs
from recoupe.stages.group.accounts import accounts
from recoupe.stages.group.incidents import incidents
from recoupe.stages.group.keys import hinted, kept, sought
from recoupe.stages.group.matching import ENOUGH, match
from recoupe.stages.group.mentions import MENTIONED, Hints, days_named, mention
from recoupe.stages.group.verdicts import Verdicts

if TYPE_CHECKING:
    from recoupe.store.groups import Groups
    from recoupe.store.ledger import Ledger
    from recoupe.store.view import View


_AT_ONCE = 25
"""Documents that are put together in one transaction: of an attack that all of them tell of, once."""


class Grouping:
    """The grouping of what is new in a ledger. The order in which it came plays no part."""

    def __init__(self, ledger: "Ledger", view: "View") -> None:
        self._ledger, self._view = ledger, view
        self._verdicts = Verdicts()

    def group(self, watch: Callable[[int, int], None]) -> None:
        """Groups the figures of the Documents that wait for it. `watch` is told how many are done."""
        todo = self._ledger.ungrouped()
        if todo:
            self._verdicts = Verdicts(self._ledger.decisions())
        judged, places = self._ledger.judged(), gazetteers.load().places
        for done in range(0, len(todo), _AT_ONCE):
            watch(done, len(todo))
            told = self._view.readings_of(todo[done : done + _AT_ONCE])
            with self._ledger.grouping() as work:
                self._group(work, [judged.reading(each, places) for each in told])
        watch(len(todo), len(todo))

    def _group(self, work: "Groups", readings: Iterable[Reading]) -> None:
        old: set[str] = set()
        start: set[str] = set()
        for reading in readings:
            gone, new = self._compare(work, reading)
            old |= gone
            start |= new
            work.done(reading.document.id)
        start |= {*work.members(old)}
        work.replace(old, self._put_together(work, start))

    def _compare(self, work: "Groups", reading: Reading) -> tuple[set[str], set[str]]:
        """The Incidents that a Document stood in until now, and the Accounts of which something is new."""
        document = reading.document.id
        relays: dict[str, list[Relay]] = {}
        for relay in work.relays(document):
            other = relay.to_document if relay.from_document == document else relay.from_document
            relays.setdefault(other, []).append(relay)
        old = work.drop(document)
        told = accounts(reading, self._verdicts)
        found = _matches(work, told, relays) if told else _mentions(work, reading, relays)
        work.add_matches(found)
        ends = {m.second for m in found} | {m.first for m in found if is_account(m.first)}
        return old, {account.id for account in told} | ends

    def _put_together(self, work: "Groups", start: Collection[str]) -> list[Incident]:
        """The Incidents that are new, or no longer the same, once something is new of these Accounts.

        What is put together strongest first depends on nothing but the groups that a match leads to: two of them stay apart
        for what is in them. So the incidents next to those that changed are put together again with them, whole, until
        none at the edge changes; all that lies beyond is as it was (docs/incidents.md).
        """
        known: dict[str, Account] = {}
        homes: dict[str, str | None] = {}
        asked = set(start)
        while True:
            homes |= work.mates(asked)
            known |= {account.id: account for account in work.accounts(homes.keys() - known.keys())}
            made = incidents(known.values(), *_apart(work.matches(known)), self._verdicts)
            changed = _new(made, start, homes)
            edge = {m.account for incident in changed for m in incident.members if m.figures}
            asked = (work.neighbours(edge) | self._decided(work, [known[each] for each in edge])) - known.keys()
            if not asked:
                return changed

    def _decided(self, work: "Groups", told: Iterable[Account]) -> set[str]:
        """The Accounts that people have put together with these."""
        mine = {count.figure for account in told for count in account.counts}
        others = {figure for pair in self._verdicts.joined() if mine & {*pair} for figure in pair}
        return set(work.tellers(others).values()) if others else set()


def _apart(matches: Iterable[Match]) -> tuple[list[Match], list[Match]]:
    """The Matches of Accounts, and those of Documents that only speak of an incident."""
    sides: tuple[list[Match], list[Match]] = [], []
    for each in matches:
        sides[not is_account(each.first)].append(each)
    return sides


def _new(made: Iterable[Incident], start: Collection[str], homes: Mapping[str, str | None]) -> list[Incident]:
    """The Incidents of whose Accounts something is new, or which hold others than the ledger's did."""
    before: dict[str | None, set[str]] = {}
    for account, home in homes.items():
        before.setdefault(home, set()).add(account)
    found = []
    for incident in made:
        told = {member.account for member in incident.members if member.figures}
        if not told.isdisjoint(start) or all(told != before[homes[account]] for account in told):
            found.append(incident)
    return found


def _matches(work: "Groups", told: Sequence[Account], relays: Mapping[str, Sequence[Relay]]) -> list[Match]:
    """What is known of these Accounts of one Document and those of others; they are now kept too."""
    found: list[Match] = []
    related = work.told_by(relays)
    for account in told:
        hashes = kept(account)
        hints = work.found(hashes).hints  # by what it is kept under, as they find it when they come later
        near = work.found(sought(account))
        others = [other for other in near.accounts if other.document != account.document]
        for other in {each.id: each for each in (*others, *related.accounts)}.values():
            found.append(match(account, other, relays.get(other.document, ())))
        work.add(account, hashes)
        for document, body in (hints | related.hints).items():
            found.append(mention(_hints(document, body), account, relays.get(document, ())))
    return [m for m in found if m.score >= (ENOUGH if is_account(m.first) else MENTIONED)]


def _mentions(work: "Groups", reading: Reading, relays: Mapping[str, Sequence[Relay]]) -> list[Match]:
    """The Accounts of others of which a Document without figures speaks; what is known of it is now kept too."""
    document, world = reading.document, gazetteers.load()
    seen = signs(Profile(reading), key_words(document.language), world)
    places = {p.id: p for passage in seen for each in passage.meant if (p := world.places.get(each)) is not None}
    dates = {date for passage in seen for date in passage.dates}
    numbers = frozenset(number for passage in seen for number in passage.numbers)
    days = days_named(dates, document.published)
    hints = Hints(document.id, document.published, frozenset(places), days, numbers)
    hashes = hinted(hints, places.values())
    work.add_hints(document.id, _body(hints), hashes)
    told = [*work.found(hashes).accounts, *work.told_by(relays).accounts]
    found = [mention(hints, each, relays.get(each.document, ())) for each in {a.id: a for a in told}.values()]
    return [m for m in found if m.score >= MENTIONED]


def _body(hints: Hints) -> dict[str, Any]:
    lists = {name: sorted(getattr(hints, name)) for name in ("places", "days", "numbers")}
    return {"published": hints.published, **lists}


def _hints(document: str, body: dict[str, Any]) -> Hints:
    places, days, numbers = (frozenset(body[name]) for name in ("places", "days", "numbers"))
    return Hints(document, body["published"], places, days, numbers)
