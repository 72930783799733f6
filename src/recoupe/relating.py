"""Relating: which documents of a ledger are compared with which, and what is kept of it.

Adding a document costs the same in any ledger: the inverted index proposes a few others, and only these are compared.
"""

from collections.abc import Callable, Iterator, Sequence
from functools import lru_cache
from typing import TYPE_CHECKING

import numpy as np

from recoupe import gazetteers
from recoupe.languages.key_words import key_words
from recoupe.model.relay import Change, Relay
from recoupe.stages.derive.alignment import aligned
from recoupe.stages.derive.changes import changes
from recoupe.stages.derive.citations import cited_keys, told_keys
from recoupe.stages.derive.keys import keys
from recoupe.stages.derive.named import credited, own_keys, possible_names
from recoupe.stages.derive.profile import Profile
from recoupe.stages.derive.relays import relay
from recoupe.stages.derive.reuse import Overlap, reuse
from recoupe.stages.derive.shingles import boilerplate, shingles, stable, standing
from recoupe.stages.derive.signs import Signs, signs
from recoupe.stages.derive.translation import Side, Translation, sentences, translated
from recoupe.store.fingerprints import CITES, KEYS, NAMES, OUTLETS, STANDING, TEXT, TOLD

if TYPE_CHECKING:
    from recoupe.engines.encoder import Encoder
    from recoupe.store.ledger import Ledger
    from recoupe.store.view import View

_PROPOSED = 20
"""Documents that are compared with one, at most, for their words; and as many for their names and numbers."""
_BATCH = 500
"""Documents whose hashes are written at once."""
_AT_HAND = 600
"""Documents kept at hand: what is compared with one is often compared with the next."""
_ANY = 0.1
"""A weight that one shared hash has, however common."""
_STANDING = 3
"""In so many documents of an outlet a passage becomes boilerplate: those that held it before are looked at again."""


class Relating:
    """The comparison of what is new in a ledger with all that it holds. The order in which it came plays no part."""

    def __init__(self, ledger: "Ledger", view: "View", encoder: "Encoder") -> None:
        self._ledger, self._view, self._encoder = ledger, view, encoder
        self._profile = lru_cache(_AT_HAND)(lambda document: Profile(view.reading(document)))
        self._signs = lru_cache(_AT_HAND)(self._find_signs)
        self._side = lru_cache(_AT_HAND)(self._make_side)
        self._names = lru_cache(_AT_HAND)(lambda document: possible_names(self._profile(document)))
        self._hashes = lru_cache(_AT_HAND)(self._find_hashes)
        self._cites = lru_cache(_AT_HAND)(self._find_cites)
        self._boilerplate = lru_cache(_AT_HAND)(self._find_boilerplate)

    def relate(self, watch: Callable[[int, int], None]) -> None:
        """Compares the Documents that were read since the last time. `watch` is told how many are done."""
        new = self._ledger.unrelated()
        touched = set(new)
        for batch in _batches(new):
            before = {document: self._seldom(document) for document in batch}
            self._ledger.index({document: self._hashes(document) for document in batch})
            for document in batch:
                touched.update(self._reconsidered(document, before[document]))
        todo = sorted(touched)
        compared: set[tuple[str, str]] = set()
        done = 0
        for batch in _batches(todo):  # whom a text cites can be told once all outlets are known
            self._ledger.index({document: {CITES: self._cites(document)} for document in batch})
            for document in batch:
                watch(done, len(todo))
                done += 1
                for other in self._candidates(document):
                    pair = (document, other) if document < other else (other, document)
                    if pair not in compared:
                        compared.add(pair)
                        self._ledger.relate(*pair, self._compare(*pair))
            self._ledger.mark_related(batch)  # what is done stays done when a long run is broken off
        watch(len(todo), len(todo))

    def _find_hashes(self, document: str) -> dict[int, frozenset[int]]:
        profile = self._profile(document)
        cased = key_words(profile.document.language).cased
        return {
            TEXT: shingles(profile),
            STANDING: frozenset(standing(profile).values()),
            KEYS: frozenset(key.hash for key in keys(self._signs(document), cased=cased)),
            OUTLETS: frozenset(map(stable, own_keys(profile.document))),
            TOLD: frozenset(map(stable, told_keys(profile))),
            NAMES: frozenset(map(stable, self._names(document))),
        }

    def _candidates(self, document: str) -> list[str]:
        hashes = self._hashes(document)
        found = [
            alike.document
            for kind in (TEXT, KEYS)
            for alike in self._ledger.alike(kind, hashes[kind], but=document, limit=_PROPOSED)
        ]
        return list(dict.fromkeys((*found, *self._cited(document))))

    def _cited(self, document: str) -> list[str]:
        """The documents whose outlet this one names with a number that they tell; and those that name its outlet so."""
        profile = self._profile(document)
        own, told = frozenset(map(stable, own_keys(profile.document))), frozenset(map(stable, told_keys(profile)))
        asked = [(TOLD, self._cites(document)), (CITES, told)]
        if 1 in self._ledger.counts(OUTLETS, own).values():  # the first of its outlet: who named it before?
            asked.append((NAMES, own))
        return [
            each.document
            for kind, hashes in asked
            for each in self._ledger.alike(kind, hashes, but=document, least=_ANY, limit=_PROPOSED)
        ]

    def _find_cites(self, document: str) -> frozenset[int]:
        profile = self._profile(document)
        names = self._names(document).union(*(each.keys for each in credited(profile.document)))
        known = self._ledger.counts(OUTLETS, {stable(name) for name in names})
        outlets = {name for name in names if known.get(stable(name))} - own_keys(profile.document)
        return frozenset(map(stable, cited_keys(profile, outlets)))

    def _seldom(self, document: str) -> set[int]:
        """The passages of a document that are no boilerplate of its outlet yet."""
        hashes = self._hashes(document)[STANDING]
        counts = self._ledger.counts(STANDING, hashes)
        return {each for each in hashes if counts.get(each, 0) < _STANDING}

    def _reconsidered(self, document: str, seldom: set[int]) -> set[str]:
        """The documents that hold a passage of `seldom` that has become boilerplate with this one."""
        just = [each for each, count in self._ledger.counts(STANDING, seldom).items() if count >= _STANDING]
        if not just:
            return set()
        alike = self._ledger.alike(STANDING, just, but=document, least=_ANY, limit=_PROPOSED)
        return {each.document for each in alike}

    def _compare(self, first: str, second: str) -> Relay | None:
        a, b = self._profile(first), self._profile(second)
        shared: Overlap | Translation | None
        if a.document.language == b.document.language:
            shared = reuse(a, b, boilerplate=self._boilerplate(first) | self._boilerplate(second))
        else:
            shared = translated(self._side(first), self._side(second))
        return relay(a, b, shared, _changes)

    def _find_boilerplate(self, document: str) -> frozenset[int]:
        profile = self._profile(document)
        return boilerplate(profile, self._ledger.counts(STANDING, self._hashes(document)[STANDING]))

    def _find_signs(self, document: str) -> tuple[Signs, ...]:
        profile = self._profile(document)
        return signs(profile, key_words(profile.document.language), gazetteers.load())

    def _make_side(self, document: str) -> Side:
        profile, model = self._profile(document), self._encoder.name
        kept = self._ledger.vectors(document, model)
        if kept is None:
            kept = self._encoder.encode(sentences(profile)).astype(np.float16).tobytes()
            self._ledger.keep_vectors(document, model, kept)
        # What was just encoded goes through the same rounding as what was kept: a rerun finds the same.
        vectors = np.frombuffer(kept, np.float16).astype(np.float32).reshape(len(profile.passages), -1)
        return Side(profile, self._signs(document), vectors)


def _batches(documents: Sequence[str]) -> Iterator[Sequence[str]]:
    return (documents[at : at + _BATCH] for at in range(0, len(documents), _BATCH))


def _changes(first: Profile, second: Profile) -> tuple[Change, ...]:
    places = gazetteers.load().places
    return changes(first, second, aligned(first, second, places), places)
