"""Attempts: who has given wrong passwords must wait before the next one, longer each time."""

import time
from collections.abc import Callable, Iterable
from dataclasses import dataclass

_FREE = {"name": 5, "address": 20}
"""Wrong passwords without a wait: for one name from one address, and for all names from one address."""
_LONGEST = 300.0
"""Seconds that anybody waits at most."""
_FORGOTTEN = 3600.0
"""Seconds after which an attempt is no longer counted."""
_MOST = 10_000
"""Names and addresses kept; the oldest is forgotten first."""


@dataclass
class _Failed:
    times: int
    last: float


class Attempts:
    """Those of one desk, in memory. By address and name together, so that nobody can lock somebody else out from afar."""

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        """`clock`: seconds that only grow."""
        self._clock = clock
        self._failed: dict[tuple[str, ...], _Failed] = {}

    def wait(self, address: str, name: str) -> float:
        """Seconds to wait before the next attempt; 0 when it may be made now."""
        return max(self._left(key, free) for key, free in _keys(address, name))

    def failed(self, address: str, name: str) -> None:
        """Counts a wrong password, or one that is about to be looked at."""
        now = self._clock()
        for key, _ in _keys(address, name):
            before = self._failed.pop(key, None)
            times = before.times + 1 if before and now - before.last < _FORGOTTEN else 1
            while len(self._failed) >= _MOST:
                del self._failed[next(iter(self._failed))]
            self._failed[key] = _Failed(times, now)

    def entered(self, address: str, name: str) -> None:
        """Forgets the wrong passwords of who has given the right one; it was counted as a wrong one until it was looked at."""
        self._failed.pop((address, name), None)
        if of_address := self._failed.get((address,)):
            of_address.times -= 1

    def _left(self, key: tuple[str, ...], free: int) -> float:
        failed = self._failed.get(key)
        if failed is None or failed.times < free:
            return 0.0
        wait = min(_LONGEST, 2.0 ** min(failed.times - free, 20))
        return max(0.0, failed.last + wait - self._clock())


def _keys(address: str, name: str) -> Iterable[tuple[tuple[str, ...], int]]:
    return ((address, name), _FREE["name"]), ((address,), _FREE["address"])
