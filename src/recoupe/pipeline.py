"""The whole journey on one screen: bytes in, records out. The only module that knows the order of the stages."""

import os
from collections.abc import Collection, Sequence
from typing import TYPE_CHECKING

from recoupe import gazetteers
from recoupe.engines import serial
from recoupe.feeds.files import survey
from recoupe.intake import Intake, Job, Report, Watch
from recoupe.languages.first import first_words
from recoupe.languages.pack import codes, first_codes, pack
from recoupe.model.document import Document
from recoupe.model.issue import Issue
from recoupe.model.reading import Reading
from recoupe.stages.acquire import acquire
from recoupe.stages.annotate import annotate
from recoupe.stages.attribute import attribute
from recoupe.stages.claim import claim
from recoupe.stages.first import first_reading
from recoupe.version import version

if TYPE_CHECKING:  # reading alone should not have to wait for the database's modules
    from recoupe.model.incident import Incident
    from recoupe.provenance import Provenance
    from recoupe.publishing import Publication
    from recoupe.stages.derive.comparison import Comparison
    from recoupe.stages.reconcile.evidence import Evidence
    from recoupe.store.ledger import Ledger
    from recoupe.store.view import View

_FEW = 200
"""Up to so many items one process is done before several have started."""


_MOST_JOBS = 8
"""Processes for each core; more would only wait for one another, and fill the memory."""


def read(path: str, data: bytes, *, published: str | None = None) -> Reading | tuple[Issue, ...]:
    """The Reading of one item, its records in reading order; or, where it holds no text, the Issues that say why.

    `path` is what the item is called, and is not opened. `published` (YYYY-MM-DD) overrides the date that it states.
    A Document in a language without a pack is a Reading too: its text is kept, it has no records, and an Issue says so.
    Raises InputError when `published` is not a date.
    """
    document, issues = acquire(path, data, published=published)
    if document is None:
        return issues
    language = document.language
    if language in first_codes():
        return _read_first(document, issues)
    if language not in codes():
        if not any(issue.kind == "language" for issue in issues):
            reason = f"{language!r} is not read yet: the text is kept, its claims are not"
            issues = (*issues, Issue("language", reason, path, document.id))
        return Reading(document, (), (), (), issues, version(language))
    words, world = pack(language), gazetteers.load()
    annotations = annotate(document, words, world)
    attributions, unheard = attribute(document, annotations, words, world)
    figures, claims, uncounted = claim(document, annotations, attributions, words, world)
    return Reading(
        document,
        attributions,
        tuple(sorted(figures, key=lambda f: (f.span.start, f.span.end, f.id))),
        tuple(sorted(claims, key=lambda c: (c.span.start, -c.span.end, c.id))),
        (*issues, *unheard, *uncounted),
        version(language),
    )


def _read_first(document: Document, issues: tuple[Issue, ...]) -> Reading:
    """The Reading of a Document in a language whose pack is only begun."""
    words = first_words(document.language)
    assert words is not None
    attributions, figures, claims, unread = first_reading(document, words, gazetteers.load())
    return Reading(
        document,
        attributions,
        tuple(sorted(figures, key=lambda f: (f.span.start, f.span.end, f.id))),
        tuple(sorted(claims, key=lambda c: (c.span.start, -c.span.end, c.id))),
        (*issues, *unread),
        version(document.language),
    )


def run(
    paths: Sequence[str],
    ledger: "Ledger",
    *,
    jobs: int | None = None,
    published: str | None = None,
    watch: Watch = lambda done, total: None,
) -> Report:
    """Reads all that `paths` lead to into `ledger`, but for what it holds already, and says what was done.

    `jobs`: how many processes, at most eight for each core; by default one for a few documents, else one for each core.
    The ledger is the same
    whatever it is. `watch` is told how many paths are done, and of how many. Raises InputError for a path that does not
    exist, before anything is read; LedgerError when the ledger cannot be written, and what was read until then is kept.
    """
    from recoupe.engines import processes

    found = survey(paths)
    intake = Intake(ledger, published)
    todo = intake.unread(found.paths, watch)
    cores = os.cpu_count() or 1
    jobs = min(jobs, _MOST_JOBS * cores) if jobs else 1 if len(found.paths) <= _FEW else cores
    done = serial.each(_read, todo) if jobs == 1 else processes.each(_read, todo, jobs, preload=[__name__])
    for job, outcome in done:
        intake.take(job, outcome)
    intake.pass_over(found.issues)
    return intake.report


def relate(ledger: "Ledger", *, watch: Watch = lambda done, total: None) -> None:
    """Compares the Documents that were read since the last time with all others, and records the relays.

    `watch` is told how many are done, and of how many. Raises LedgerError when the ledger cannot be read or written.
    """
    from recoupe.engines.encoder import UseEncoder
    from recoupe.relating import Relating
    from recoupe.store.view import View

    with View.open(ledger.path) as view:
        Relating(ledger, view, UseEncoder()).relate(watch)


def group(ledger: "Ledger", *, watch: Watch = lambda done, total: None) -> None:
    """Puts the figures that are new, or newly related or judged, together into incidents.

    `watch` is told how many documents are done, and of how many. Raises LedgerError when the ledger cannot be read or written.
    """
    from recoupe.grouping import Grouping
    from recoupe.store.view import View

    with View.open(ledger.path) as view:
        Grouping(ledger, view).group(watch)


def provenance(view: "View", documents: Collection[str] | None = None) -> "Provenance":
    """The relays of a ledger, and behind each figure the body that first counted.

    `documents`: only for these, and those from which they have their text, by their ids.
    """
    from recoupe import provenance as of

    return of.provenance(view, documents)


def digest(ledger: "Ledger", *, watch: Watch = lambda done, total: None) -> None:
    """Works out how lists show the incidents that are new or have changed.

    `watch` is told how many incidents are done, and of how many. Raises LedgerError when the ledger cannot be read or written.
    """
    from recoupe.digesting import digest_new
    from recoupe.store.view import View

    with View.open(ledger.path) as view:
        digest_new(ledger, view, watch)


def evidence(view: "View", incident: "Incident") -> "Evidence":
    """All that the ledger knows of one Incident."""
    from recoupe import digesting

    return digesting.evidence(view, incident)


def publication(view: "View", *, needed: int) -> "Publication":
    """What of a ledger so many people have accepted, and may be shown to everybody."""
    from recoupe import publishing

    return publishing.publication(view, needed=needed)


def compare(a: Reading, b: Reading) -> "Comparison":
    """What `b` says of what `a` says, side by side, with what changed between them."""
    from recoupe.stages.derive.alignment import aligned
    from recoupe.stages.derive.changes import changes
    from recoupe.stages.derive.comparison import compared
    from recoupe.stages.derive.profile import Profile

    left, right, places = Profile(a), Profile(b), gazetteers.load().places
    pairs = aligned(left, right, places)
    return compared(left, right, pairs, changes(left, right, pairs, places))


def _read(job: Job) -> Reading | tuple[Issue, ...]:
    return read(job.item.path, job.item.data, published=job.given)
