"""Speaker: who speaks in a sentence, by the words that name him there."""

from dataclasses import dataclass

from recoupe.model.annotation import Entity

NO_NAME = frozenset(
    (
        "bodies",
        "states",
        "cues",
        "times",
        "notices",
        "he",
        "inside",
        "sites",
        "before",
        "ends",
        "at",
        "honorifics",
        "more",
    )
)
"""Phrases whose words are of nobody's name."""
_PERSON_KINDS = """
spokesperson official president minister governor mayor elected general doctor witness resident relative prosecutor
expert activist religious tribal diplomat lawyer worker
"""
PERSONS = frozenset(_PERSON_KINDS.split())
"""Kinds of sources that are persons, whose body may stand behind them."""


TITLES = frozenset(("president", "minister", "general", "governor", "mayor", "doctor", "religious", "lawyer"))
"""Offices that stand in front of a last name alone."""
OFFICES = frozenset(("spokesperson", "official", "president", "minister", "governor", "mayor", "general", "diplomat"))
"""Offices by which one person is called again."""


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
