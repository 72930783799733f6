"""Speaker: who speaks in a sentence, by the words that name him there."""

from dataclasses import dataclass

from recoupe.model.annotation import Entity


@dataclass(frozen=True, slots=True)
class Speaker:
    """Who speaks, at words `first` to `last` (exclusive) of a sentence."""

    first: int
    last: int
    entity: Entity
    role: str | None = None
    organisation: str | None = None
    body: Entity | None = None
    """Whom a person speaks for."""
    skip: int = 0
    """Letters of what is written onto the front of the first word."""
