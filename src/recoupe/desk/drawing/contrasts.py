"""Contrasts: the disagreements of an incident, those of the same two numbers put together."""

from collections.abc import Callable
from dataclasses import dataclass

from recoupe.model.figure import Figure
from recoupe.model.tally import DisagreementKind
from recoupe.stages.reconcile.reconciled import Reconciled

KINDS: tuple[DisagreementKind, ...] = ("conflict", "status", "time", "scope", "compatible", "equal")
"""The classes, what most needs a look first."""
_MOST = 25
"""So many contrasts of a class are shown; the exports have all."""


@dataclass(frozen=True, slots=True)
class Contrast:
    """Two numbers that differ in one way, each with the Figures that give it."""

    detail: str
    first: tuple[Figure, ...]
    second: tuple[Figure, ...]
    pairs: int


@dataclass(frozen=True, slots=True)
class Class:
    """The contrasts of one class, those of most pairs first."""

    kind: DisagreementKind
    pairs: int
    contrasts: tuple[Contrast, ...]
    more: int
    """How many contrasts are not shown."""


def classes(found: Reconciled, put: Callable[[Figure], str]) -> tuple[Class, ...]:
    """The disagreements by class. `put`: how a Figure is put in words; those alike are one side of a contrast."""
    by_id = found.evidence.by_id
    shown = []
    for kind in KINDS:
        of_kind = [each for each in found.disagreements if each.kind == kind]
        sides: dict[tuple[str, ...], tuple[dict[str, Figure], dict[str, Figure], list[None]]] = {}
        for each in of_kind:
            a, b = by_id[each.first], by_id[each.second]
            said = put(a), put(b)
            if said[1] < said[0]:
                a, b, said = b, a, (said[1], said[0])
            one, other, count = sides.setdefault((each.detail, *said), ({}, {}, []))
            one.setdefault(a.id, a)
            other.setdefault(b.id, b)
            count.append(None)
        contrasts = [
            Contrast(detail, tuple(one.values()), tuple(other.values()), len(count))
            for (detail, *_), (one, other, count) in sides.items()
        ]
        contrasts.sort(key=lambda each: -each.pairs)
        if contrasts:
            shown.append(Class(kind, len(of_kind), tuple(contrasts[:_MOST]), max(0, len(contrasts) - _MOST)))
    return tuple(shown)
