"""The inverted index finds documents by the hashes they share, at a cost that the ledger's size does not change."""

from pathlib import Path

import pytest

from recoupe.errors import LedgerError
from recoupe.store.fingerprints import KEYS, TEXT, Alike
from recoupe.store.ledger import Ledger
from tests.factories import readings


@pytest.fixture
def ledger(tmp_path: Path) -> Ledger:
    return Ledger.open(tmp_path / "l")


def filled(ledger: Ledger, *hashes: set[int], kind: int = TEXT) -> list[str]:
    some = readings(len(hashes))
    for reading in some:
        ledger.append(reading)
    ids = [reading.document.id for reading in some]
    ledger.index({name: {kind: one} for name, one in zip(ids, hashes, strict=True)})
    return ids


def test_the_most_alike_first_and_never_itself(ledger: Ledger) -> None:
    a, b, c = filled(ledger, {1, 2, 3, 4, 5}, {1, 2, 3, 9}, {3, 4, 5, 2**62})
    assert [alike.document for alike in ledger.alike(TEXT, {1, 2, 3, 4, 5}, but=a)] == [b, c]
    assert ledger.alike(TEXT, {2**62, 9}, but=b, least=1) == [Alike(c, 1, 1.0)]
    assert ledger.alike(TEXT, {1, 2, 3, 4, 5}, but=a, limit=1)[0].document == b
    assert ledger.alike(TEXT, {7, 8}, but=a) == []
    assert ledger.alike(TEXT, set(), but=a) == []


def test_what_many_hold_weighs_little(ledger: Ledger) -> None:
    ids = filled(ledger, *({1, 2, 100 + n} for n in range(20)), {1, 2, 3, 4}, {3, 4})
    asked = ledger.alike(TEXT, {1, 2, 3, 4}, but=ids[-2], least=0)
    assert asked[0].document == ids[-1]
    assert ledger.alike(TEXT, {1, 2, 3, 4}, but=ids[-2]) == asked[:1]


def test_a_hash_that_all_hold_is_not_read_to_its_end(ledger: Ledger) -> None:
    ids = filled(ledger, *({1} for _ in range(60)))
    assert len(ledger.alike(TEXT, {1}, but=ids[0], least=0, limit=100)) < 30
    assert 10 < ledger.counts(TEXT, {1})[1] < 30


def test_kinds_are_apart(ledger: Ledger) -> None:
    a, b = filled(ledger, {1, 2}, {1, 2})
    ledger.index({a: {KEYS: {7, 8}}, b: {KEYS: {1, 7}}})
    assert ledger.alike(KEYS, {7, 8}, but=a, least=1) == [Alike(b, 1, 1.0)]
    assert ledger.counts(KEYS, {1, 2, 7}) == {1: 1, 2: 0, 7: 2}
    assert ledger.counts(TEXT, {1, 2, 7}) == {1: 2, 2: 2, 7: 0}


def test_the_same_again_adds_nothing(ledger: Ledger) -> None:
    (a,) = filled(ledger, {1, 2})
    assert ledger.indexed(a)
    ledger.index({a: {TEXT: {1, 2, 3}}})
    assert ledger.counts(TEXT, {1, 2, 3}) == {1: 1, 2: 1, 3: 1}
    ledger.index({})


def test_only_documents_of_the_ledger(ledger: Ledger) -> None:
    assert not ledger.indexed("doc-0")
    with pytest.raises(LedgerError):
        ledger.index({"doc-0": {TEXT: {1}}})
    assert ledger.counts(TEXT, {1}) == {1: 0}
