"""Digest: what a list shows of an Incident, and asks for, without reading its Documents again."""

from dataclasses import dataclass

from recoupe.model.figure import Group
from recoupe.model.tally import Grade


@dataclass(frozen=True, slots=True)
class Digest:
    """One line of a list."""

    incident: str
    label_fr: str
    label_en: str
    documents: int
    figures: int
    judged: int
    """Figures that somebody has accepted or rejected."""
    killed_low: int | None
    killed_high: int | None
    """The dead by recoupe's own rule: of everybody, else of those who are told of (`killed_group`)."""
    killed_group: Group | None
    origins_low: int
    origins_high: int
    """Independent origins of all its Figures; 0 and 0 where nobody is known to have counted."""
    conflicts: int
    grade: Grade | None
    effects: tuple[str, ...]
    parties: tuple[str, ...]
    """Those said to have done it, by their usual English names."""
    languages: tuple[str, ...]
    """Of its Documents."""
    worth: float
    """What a person's minute is worth here: the larger, the sooner it should be looked at; 0 when all is judged."""
