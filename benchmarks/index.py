"""How many documents a second are compared with all before them, and whether that slows down as they grow in number.

The documents are made up: words by Zipf's law, some 250 each, a few of them edited copies of an earlier one. Of the
second thousand and of the last one all is timed that a new document costs in shared text: its profile and hashes, their
place in the ledger's index, looking up who shares them, laying it beside those. Reading it first is the reader's cost,
comparing vectors the encoder's.
"""

import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

import numpy as np
import numpy.typing as npt

from benchmarks import made_up
from evals.tables import Table
from recoupe.model.document import Block
from recoupe.model.reading import Reading
from recoupe.stages.derive.profile import Profile
from recoupe.stages.derive.reuse import reuse
from recoupe.stages.derive.shingles import shingles, standing
from recoupe.store.fingerprints import STANDING, TEXT
from recoupe.store.ledger import Ledger
from recoupe.store.view import View

_VOCABULARY = 60_000
_WORDS = 250
_SENTENCE = 20
_COPIES = 0.05
_CHANGED = 0.3
"""Of so many documents one is a copy of an earlier one, with so many of its words changed."""
_WINDOW = 1_000
_BATCH = 100


@dataclass(frozen=True, slots=True)
class Growth:
    """What was measured."""

    documents: int
    first: float
    """Milliseconds for a document in the thousand that follows the first thousand."""
    last: float
    """The same in the last thousand."""
    copies: int
    found: int
    """Copies of an earlier document in these two thousand, and how many were found."""
    others: int
    """Other pairs that were taken for relays."""
    megabytes: float

    @property
    def per_second(self) -> float:
        """Documents added per processor second, in the last thousand."""
        return 1000 / self.last

    @property
    def ratio(self) -> float:
        """How many times what it cost at the start a document costs at the end."""
        return self.last / self.first


def measure(documents: int) -> Growth:
    """What so many documents cost, one after the other, on one core."""
    with TemporaryDirectory() as folder:
        return _measure(documents, Path(folder) / "benchmark.ledger")


def _measure(documents: int, path: Path) -> Growth:
    timed = {_WINDOW: 0.0, documents - _WINDOW: 0.0}
    original_of: dict[str, str] = {}
    copies = found = others = 0
    with Ledger.open(path) as ledger, View.open(path) as view:
        for number, batch in enumerate(_batches(documents)):
            for profile, original in batch:
                ledger.append(profile.reading)
                original_of[profile.id] = original or profile.id
            window = number * _BATCH // _WINDOW * _WINDOW
            start = time.process_time()
            hashes = _index(ledger, [profile for profile, _ in batch])
            if window not in timed:
                continue
            for profile, original in batch:
                relayed = {original_of[other] for other in _relayed(ledger, view, profile, hashes[profile.id])}
                copies += original is not None
                found += original in relayed
                others += len(relayed - {original_of[profile.id]})
            timed[window] += time.process_time() - start
    first, last = timed.values()
    return Growth(
        documents, 1000 * first / _WINDOW, 1000 * last / _WINDOW, copies, found, others, path.stat().st_size / 1e6
    )


def _index(ledger: Ledger, profiles: Sequence[Profile]) -> dict[str, frozenset[int]]:
    hashes = {profile.id: shingles(profile) for profile in profiles}
    ledger.index({p.id: {TEXT: hashes[p.id], STANDING: standing(p).values()} for p in profiles})
    return hashes


def _relayed(ledger: Ledger, view: View, profile: Profile, hashes: frozenset[int]) -> Iterator[str]:
    for alike in ledger.alike(TEXT, hashes, but=profile.id):
        if reuse(Profile(view.reading(alike.document)), profile):
            yield alike.document


def table(growth: Growth) -> Table:
    """What was measured, for a person."""
    rows = [
        ["documents a second", f"{growth.per_second:.0f}", "200"],
        ["a document at the start, ms", f"{growth.first:.2f}", ""],
        ["a document at the end, ms", f"{growth.last:.2f}", ""],
        ["  how many times that", f"{growth.ratio:.2f}", "1.5"],
        ["copies found", f"{growth.found} of {growth.copies}", ""],
        ["other pairs taken for relays", str(growth.others), ""],
        ["ledger, MB", f"{growth.megabytes:.0f}", ""],
    ]
    return Table(f"Shared text among {growth.documents} documents, one core", ["", "", "goal"], rows)


def _batches(documents: int) -> Iterator[list[tuple[Profile, str | None]]]:
    """Made-up documents, each with the id of the one that it copies."""
    rng = np.random.default_rng(20)
    letters = np.array(list("eaisnrtoludcmpvgbfhq"))
    lengths = 2 + np.minimum(rng.poisson(1 + np.log1p(np.arange(_VOCABULARY)) / 2), 12)
    words = np.array(["".join(rng.choice(letters, length)) for length in lengths], dtype=object)
    odds = 1 / (np.arange(_VOCABULARY) + 2.7)
    upto = np.cumsum(odds / odds.sum())
    pool: list[tuple[str, npt.NDArray[np.int64]]] = []
    for start in range(0, documents, _BATCH):
        batch: list[tuple[Profile, str | None]] = []
        for number in range(start, min(start + _BATCH, documents)):
            drawn = np.searchsorted(upto, rng.random(_WORDS))
            copied = pool[rng.integers(len(pool))] if pool and rng.random() < _COPIES else None
            if copied:
                drawn = np.where(rng.random(_WORDS) < _CHANGED, drawn, copied[1])
            profile = _profile(number, words[drawn])
            batch.append((profile, copied and copied[0]))
            if number % (_BATCH // 10) == 0:
                pool.append((copied[0] if copied else profile.id, drawn))
        yield batch


def _profile(number: int, words: npt.NDArray[np.object_]) -> Profile:
    sentences = (" ".join(words[at : at + _SENTENCE]).capitalize() for at in range(0, len(words), _SENTENCE))
    text = "\n".join(f"{sentence}." for sentence in sentences)
    blocks, at = [], 0
    for line in text.split("\n"):
        blocks.append(Block(at, at + len(line), "paragraph"))
        at += len(line) + 1
    document = made_up.document(str(number), text, blocks, language="und", outlet=f"Outlet {number % 100}")
    return Profile(Reading(document, (), (), (), (), "benchmark"))
