"""Intake: what of a run is still to be read, and what becomes of it in the ledger."""

import hashlib
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import groupby
from typing import TYPE_CHECKING

from recoupe.engines.failure import Failure
from recoupe.feeds.files import fetch
from recoupe.feeds.item import Item
from recoupe.model.issue import Issue
from recoupe.model.reading import Reading
from recoupe.version import version

if TYPE_CHECKING:
    from recoupe.store.ledger import Ledger

Watch = Callable[[int, int], None]
"""Told how many paths are done, and of how many."""


@dataclass(frozen=True, slots=True)
class Job:
    """One item to read."""

    item: Item
    sha256: str
    given: str | None
    """The publication date that the person gives, or gave the last time."""
    again: bool
    """Whether it was read before, by other code, by another language pack or with another date."""


@dataclass(slots=True)
class Report:
    """What a run did, in numbers of paths."""

    read: int = 0
    """Read for the first time."""
    again: int = 0
    """Read again, because the code, the language pack or the date given is not that of the last time."""
    known: int = 0
    """Not read again: the ledger had them."""
    copies: int = 0
    """The same bytes under a new path: recorded as one more path of their Document."""
    refused: int = 0
    """Files that gave no Document; the Issues say why."""


class Intake:
    """The book-keeping of one run."""

    def __init__(self, ledger: "Ledger", published: str | None) -> None:
        self.report = Report()
        self._ledger = ledger
        self._published = published
        self._copies: dict[str, list[str]] = {}
        """Of what is being read at this moment: its hash, and the further paths where it stands."""

    def unread(self, paths: Sequence[str], watch: Watch) -> Iterator[Job]:
        """What is not in the ledger yet. Records on the way what is, and what cannot be opened."""
        for done, path in enumerate(paths):
            watch(done, len(paths))
            item = fetch(path)
            if isinstance(item, Issue):
                self._refuse(path, [item])
            elif job := self._job(item):
                yield job
        watch(len(paths), len(paths))

    def take(self, job: Job, outcome: Reading | tuple[Issue, ...] | Failure) -> None:
        """Records what came of a job, and the other paths of the same bytes."""
        path, copies = job.item.path, self._copies.pop(job.sha256)
        if isinstance(outcome, Reading):
            self._ledger.append(outcome, given=job.given)
            self.report.read += not job.again
            self.report.again += job.again
            for copy in copies:
                self._also(copy, job.sha256)
            return
        issues = (Issue("unreadable", outcome.reason, path),) if isinstance(outcome, Failure) else outcome
        for each in (path, *copies):
            self._refuse(each, [replace(issue, path=each) for issue in issues], job.sha256)

    def pass_over(self, issues: Iterable[Issue]) -> None:
        """Records what was never tried; a folder that holds other files too is no failure."""
        for path, several in groupby(sorted(issues, key=lambda i: i.path), key=lambda i: i.path):
            self._ledger.refuse(path, list(several), version=version("und"))

    def _job(self, item: Item) -> Job | None:
        """The job of reading this, or None when the ledger has it or will have it in a moment."""
        sha256 = hashlib.sha256(item.data).hexdigest()
        if sha256 in self._copies:
            self._copies[sha256].append(item.path)
            return None
        known = self._ledger.known(sha256)
        given = self._published or (known.given if known else None)
        if known and (known.version, known.given) == (version(known.language), given):
            self._also(item.path, sha256)
            return None
        self._copies[sha256] = []
        return Job(item, sha256, given, again=known is not None)

    def _also(self, path: str, sha256: str) -> None:
        new = self._ledger.also(path, sha256)
        self.report.copies += new
        self.report.known += not new

    def _refuse(self, path: str, issues: Sequence[Issue], sha256: str | None = None) -> None:
        self._ledger.refuse(path, issues, version=version("und"), sha256=sha256)
        self.report.refused += 1
