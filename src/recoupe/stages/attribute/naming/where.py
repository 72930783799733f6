"""Where: the words of a source that is being resolved, and the sources before it."""

from collections.abc import Sequence
from dataclasses import dataclass

from recoupe.model.annotation import Entity
from recoupe.stages.attribute.naming.profiles import Resolved


@dataclass(frozen=True, slots=True)
class Where:
    """The source that is being resolved, and the sources before it."""

    start: int
    end: int
    before: Sequence[Resolved]
    outer: Entity | None
    """Who says the words in which the source stands, where that is known."""
