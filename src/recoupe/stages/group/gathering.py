"""Gathering: Accounts that were put together so far, and whether two such groups exclude each other.

Whatever many accounts have alike is asked once: a thousand of one town are laid beside a thousand others by their earliest and latest
days, their few sets of places, and the documents that tell of both.
"""

from recoupe.model.incident import Account
from recoupe.stages.group.closeness import Days, day
from recoupe.stages.group.matching import LATE, is_place_apart, tells_apart

Places = tuple[str | None, tuple[str, ...]]
"""The words for a place, and the ids of places, that an Account names."""


class Exclusion:
    """Remembers which sets of places are apart; a place lies where it lies."""

    def __init__(self) -> None:
        self._apart: dict[tuple[Places, Places], bool] = {}

    def apart(self, a: Account, b: Account) -> bool:
        """Whether the places of two Accounts exclude that they are of one incident."""
        key = (_places(a), _places(b))
        if key not in self._apart:
            self._apart[key] = self._apart[key[::-1]] = is_place_apart(a, b)
        return self._apart[key]


class Gathering:
    """Accounts put together."""

    def __init__(self, account: Account) -> None:
        """One Account, alone."""
        days, told = Days.of(account.date_from, account.date_to), day(account.published)
        self.accounts = [account]
        self._kind = (account.kind, account.family)
        # of each at most one: the latest first day, the earliest last day, the earliest publication
        self._firsts = [] if days.first is None else [days.first]
        self._lasts = [] if days.last is None else [days.last]
        self._told = [] if told is None else [told]
        self._by_places = {_places(account): account}
        self._by_document = {account.document: [account]}

    def take(self, other: "Gathering") -> None:
        """Puts the Accounts of another one to these."""
        self.accounts += other.accounts
        self._firsts = [max(both)] if (both := self._firsts + other._firsts) else []
        self._lasts = [min(both)] if (both := self._lasts + other._lasts) else []
        self._told = [min(both)] if (both := self._told + other._told) else []
        self._by_places |= other._by_places
        for document, told in other._by_document.items():
            self._by_document.setdefault(document, []).extend(told)

    def excludes(self, other: "Gathering", exclusion: Exclusion) -> bool:
        """Whether an Account of the one and an Account of the other can never be of one incident."""
        return (
            self._kind != other._kind
            or self._is_later(other)
            or other._is_later(self)
            or any(exclusion.apart(a, b) for a in self._by_places.values() for b in other._by_places.values())
            or any(
                tells_apart(a, b)
                for document in self._by_document.keys() & other._by_document.keys()
                for a in self._by_document[document]
                for b in other._by_document[document]
            )
        )

    def _is_later(self, other: "Gathering") -> bool:
        """Whether something in this one was after something in the other, or after the other told of it."""
        return any(first - last > LATE for first in self._firsts for last in other._lasts) or any(
            first > told + 1 for first in self._firsts for told in other._told
        )


def _places(account: Account) -> Places:
    return account.words, tuple(place.id for place in account.places)
