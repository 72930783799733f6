"""Relating: which documents of a ledger are compared with which, and what is kept of it.

Adding a document costs the same in any ledger: the inverted index proposes a few others, and only these are compared.
"""

from functools import lru_cache
from typing import TYPE_CHECKING

import numpy as np

from recoupe import gazetteers
from recoupe.languages.key_words import key_words
from recoupe.model.relay import Relay
from recoupe.stages.derive.changes import changes
from recoupe.stages.derive.keys import keys
from recoupe.stages.derive.profile import Profile
from recoupe.stages.derive.relays import relay
from recoupe.stages.derive.reuse import Overlap, reuse
from recoupe.stages.derive.shingles import boilerplate, shingles, standing
from recoupe.stages.derive.signs import Signs, signs
from recoupe.stages.derive.translation import Side, Translation, sentences, translated
from recoupe.store.fingerprints import KEYS, STANDING, TEXT

if TYPE_CHECKING:
    from recoupe.engines.encoder import Encoder
    from recoupe.intake import Watch
    from recoupe.store.ledger import Ledger
    from recoupe.store.view import View

_PROPOSED = 20
"""Documents that are compared with one, at most, for their words; and as many for their names and numbers."""
_BATCH = 500
"""Documents whose hashes are written at once."""
_AT_HAND = 400
"""Documents kept at hand: what is compared with one is often compared with the next."""
_STANDING = 3
"""In so many documents of an outlet a passage becomes boilerplate: those that held it before are looked at again."""


class Relating:
    """The comparison of what is new in a ledger with all that it holds. The order in which it came plays no part."""

    def __init__(self, ledger: "Ledger", view: "View", encoder: "Encoder") -> None:
        self._ledger, self._view, self._encoder = ledger, view, encoder
        self._profile = lru_cache(_AT_HAND)(lambda document: Profile(view.reading(document)))
        self._signs = lru_cache(_AT_HAND)(self._find_signs)
        self._side = lru_cache(_AT_HAND)(self._make_side)
        self._boilerplate = lru_cache(_AT_HAND)(self._find_boilerplate)

    def relate(self, watch: "Watch") -> None:
        """Compares the Documents that were read since the last time. `watch` is told how many are done."""
        new = self._ledger.unrelated()
        for at in range(0, len(new), _BATCH):
            self._ledger.index({document: self._hashes(document) for document in new[at : at + _BATCH]})
        todo = sorted(set(new).union(*(self._reconsidered(document) for document in new)))
        compared: set[tuple[str, str]] = set()
        for done, document in enumerate(todo):
            watch(done, len(todo))
            for other in self._candidates(document):
                pair = (document, other) if document < other else (other, document)
                if pair not in compared:
                    compared.add(pair)
                    self._ledger.relate(*pair, self._compare(*pair))
        self._ledger.mark_related(new)
        watch(len(todo), len(todo))

    def _hashes(self, document: str) -> dict[int, frozenset[int]]:
        profile = self._profile(document)
        cased = key_words(profile.document.language).cased
        return {
            TEXT: shingles(profile),
            STANDING: frozenset(standing(profile).values()),
            KEYS: frozenset(key.hash for key in keys(self._signs(document), cased=cased)),
        }

    def _candidates(self, document: str) -> list[str]:
        hashes = self._hashes(document)
        found = [
            alike.document
            for kind in (TEXT, KEYS)
            for alike in self._ledger.alike(kind, hashes[kind], but=document, limit=_PROPOSED)
        ]
        return list(dict.fromkeys(found))

    def _reconsidered(self, document: str) -> set[str]:
        """The documents that hold a passage which this one has just made boilerplate."""
        counts = self._ledger.counts(STANDING, standing(self._profile(document)).values())
        just = [each for each, count in counts.items() if count == _STANDING]
        if not just:
            return set()
        alike = self._ledger.alike(STANDING, just, but=document, least=1, limit=_PROPOSED)
        return {each.document for each in alike}

    def _compare(self, first: str, second: str) -> Relay | None:
        a, b = self._profile(first), self._profile(second)
        shared: Overlap | Translation | None
        if a.document.language == b.document.language:
            shared = reuse(a, b, boilerplate=self._boilerplate(first) | self._boilerplate(second))
        else:
            shared = translated(self._side(first), self._side(second))
        return relay(a, b, shared, lambda one, other, pairs: changes(one, other, pairs, gazetteers.load().places))

    def _find_boilerplate(self, document: str) -> frozenset[int]:
        profile = self._profile(document)
        return boilerplate(profile, self._ledger.counts(STANDING, standing(profile).values()))

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
