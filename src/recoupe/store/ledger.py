"""Ledger: the evidence, appended to. Nothing in it is ever changed or taken out; what is read from it is a `View`."""

from collections.abc import Collection, Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path

from sqlalchemy import Connection, Engine

from recoupe.errors import LedgerError
from recoupe.model.decision import Decision
from recoupe.model.digest import Digest
from recoupe.model.issue import Issue
from recoupe.model.reading import Reading
from recoupe.model.relay import Relay
from recoupe.stages.review.judged import Judged
from recoupe.store import decisions, digests, fingerprints, groups, links
from recoupe.store.database import check_ours, errors_of, open_engine
from recoupe.store.migrate import bring_up, create
from recoupe.store.writing import Known, Look, add_look, add_reading, known, unchanged


class Ledger:
    """The writing side of a ledger file. Get it from `Ledger.open`; close it, or use it in a `with`.

    Each method is one transaction: after a kill, a full disk or a lost machine its rows are there in whole or not at
    all. All raise LedgerError.
    """

    def __init__(self, path: Path, engine: Engine) -> None:
        self.path = path
        self._engine = engine
        self._journal = False

    @classmethod
    def open(cls, path: str | Path) -> "Ledger":
        """The ledger at `path`, made when there is none, brought up to date when it is older.

        Raises LedgerError when the file is not a ledger, or comes from a newer recoupe.
        """
        file = Path(path)
        if not file.exists():
            create(file)
        check_ours(file)
        bring_up(file)
        return cls(file, open_engine(file, write=True))

    def __enter__(self) -> "Ledger":
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def close(self) -> None:
        """Leaves the ledger as one file, when no other program has it open."""
        if self._journal:
            # When somebody reads it, or the disk is full, the journal stays beside it and holds what is missing there.
            with suppress(LedgerError):
                self._set_journal("DELETE")
        self._engine.dispose()

    def known(self, sha256: str) -> Known | None:
        """The newest reading of the bytes with this hash, or their refusal; None when they were never read."""
        with errors_of(self.path), self._engine.connect() as connection:
            return known(connection, sha256)

    def append(self, reading: Reading, *, given: str | None = None) -> bool:
        """Whether `reading` was new; it is then there with all its records. `given`: the date that the person gave."""
        try:
            return self._append(reading, given, torn=False)
        except UnicodeEncodeError:
            return self._append(reading, given, torn=True)

    def also(self, path: str, sha256: str) -> bool:
        """Whether `path` is a new one for bytes that were read; it is then recorded as another path of the Document.

        Raises LedgerError when they were never read.
        """
        there = self.known(sha256)
        if there is None:
            raise LedgerError(f"{self.path} holds no reading of the bytes {sha256}")
        return self._look(Look(path, sha256, there.document, there.version))

    def refuse(self, path: str, issues: Sequence[Issue], *, version: str, sha256: str | None = None) -> bool:
        """Whether the Issues of a file that gave no Document are news; they are then recorded.

        `sha256` is that of its bytes, where they could be had; `version` that of the code that gave up.
        """
        return self._look(Look(path, sha256, None, version, tuple(issues)))

    def index(self, documents: Mapping[str, Mapping[fingerprints.Kind, Collection[int]]]) -> None:
        """Adds the hashes of documents, by id and kind, to the inverted index; many at once are added much faster."""
        with self._writing() as connection:
            fingerprints.add(connection, documents)

    def indexed(self, document: str) -> bool:
        """Whether the hashes of the Document with this id are in the inverted index."""
        with errors_of(self.path), self._engine.connect() as connection:
            return fingerprints.is_indexed(connection, document)

    def alike(
        self, kind: fingerprints.Kind, hashes: Collection[int], *, but: str, least: float = 2.0, limit: int = 50
    ) -> list[fingerprints.Alike]:
        """The Documents whose hashes in common with these weigh `least` or more, without `but`; the most alike first."""
        with errors_of(self.path), self._engine.connect() as connection:
            return fingerprints.alike(connection, kind, hashes, but=but, least=least, limit=limit)

    def counts(self, kind: fingerprints.Kind, hashes: Collection[int]) -> dict[int, int]:
        """In how many Documents each of these hashes stands, counted up to sixteen."""
        with errors_of(self.path), self._engine.connect() as connection:
            return fingerprints.counts(connection, kind, hashes)

    def relate(self, first: str, second: str, relay: Relay | None) -> bool:
        """Whether what is now known of two Documents, in the order of their ids, is news; it is then recorded."""
        with self._writing() as connection:
            return links.add_relay(connection, first, second, relay)

    def unrelated(self) -> list[str]:
        """The ids of the Documents whose newest reading has not been compared with the others, in order."""
        with errors_of(self.path), self._engine.connect() as connection:
            return links.unrelated(connection)

    def mark_related(self, documents: Sequence[str]) -> None:
        """Records that the newest readings of these Documents have been compared with the others."""
        with self._writing() as connection:
            links.mark_related(connection, documents)

    def vectors(self, document: str, model: str) -> bytes | None:
        """The sentence vectors of a Document that were kept; None when there are none by that model."""
        with errors_of(self.path), self._engine.connect() as connection:
            return links.vectors_of(connection, document, model)

    def keep_vectors(self, document: str, model: str, data: bytes) -> None:
        """Keeps the sentence vectors of a Document."""
        with self._writing() as connection:
            links.add_vectors(connection, document, model, data)

    def decide(self, decision: Decision) -> bool:
        """Whether a person's Decision was new; it is then recorded, and what it touches waits to be grouped again."""
        with self._writing() as connection:
            return decisions.add(connection, decision)

    def decisions(self) -> tuple[Decision, ...]:
        """Every Decision, in the order in which they were made."""
        with errors_of(self.path), self._engine.connect() as connection:
            return decisions.known(connection, self.path)

    def judged(self) -> Judged:
        """What the Decisions say of each Figure."""
        with errors_of(self.path), self._engine.connect() as connection:
            return decisions.judged(connection, self.path)

    def ungrouped(self) -> list[str]:
        """The ids of the Documents whose figures must be grouped, in order."""
        with errors_of(self.path), self._engine.connect() as connection:
            return groups.waiting(connection)

    def undigested(self) -> list[str]:
        """The ids of the Incidents of which no line for lists is kept, in order."""
        with errors_of(self.path), self._engine.connect() as connection:
            return digests.undigested(connection)

    def digest(self, digest: Digest) -> None:
        """Keeps the line by which lists show an Incident."""
        with self._writing() as connection:
            digests.keep(connection, digest)

    @contextmanager
    def grouping(self) -> Iterator[groups.Groups]:
        """One transaction in which the figures of some Documents are grouped."""
        with self._writing() as connection:
            yield groups.Groups(connection)

    def _append(self, reading: Reading, given: str | None, *, torn: bool) -> bool:
        document = reading.document
        look = Look(document.path, document.sha256, document.id, reading.version)
        with self._writing() as connection:
            there = known(connection, document.sha256)
            new = there is None or (there.version, there.given) != (reading.version, given)
            if new:
                add_reading(connection, reading, given, torn=torn)
            if not unchanged(connection, look):
                add_look(connection, look)
        return new

    def _look(self, look: Look) -> bool:
        with errors_of(self.path), self._engine.connect() as connection:
            if unchanged(connection, look):
                return False
        with self._writing() as connection:
            add_look(connection, look)
        return True

    @contextmanager
    def _writing(self) -> Iterator[Connection]:
        with errors_of(self.path):
            if not self._journal:
                self._set_journal("WAL")
                self._journal = True
            with self._engine.connect().execution_options(write=True) as connection, connection.begin():
                yield connection

    def _set_journal(self, mode: str) -> None:
        with errors_of(self.path):
            raw = self._engine.raw_connection()
            try:
                raw.cursor().execute(f"PRAGMA journal_mode = {mode}")
            finally:
                raw.close()
