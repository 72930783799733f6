"""Origin rows: the origins behind an incident's figures, whether each counts as independent, and how each figure came there."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from recoupe.model.figure import Figure
from recoupe.model.origin import Origin
from recoupe.model.relay import Relay
from recoupe.stages.reconcile.evidence import Evidence

Counts = Literal[
    "yes",  # a named body that counted itself
    "maybe",  # an unnamed one, which may be one of the named
    "no",  # nobody who counted, or only numbers that it did not give
]
_ORDER: tuple[Counts, ...] = ("yes", "maybe", "no")


@dataclass(frozen=True, slots=True)
class Way:
    """Figures that came from an Origin in one way."""

    reason: str
    """A key of `traced`."""
    figures: tuple[Figure, ...]
    hops: tuple[Relay, ...]
    """The Relays followed first from each, each once."""


@dataclass(frozen=True, slots=True)
class OriginRow:
    """One body, or nobody known; `origin` is the first of its counts."""

    origin: Origin
    counts: Counts
    ways: tuple[Way, ...]


def origin_rows(evidence: Evidence, relays: Mapping[str, Relay]) -> tuple[OriginRow, ...]:
    """The Origins, those that count first. `relays` by their ids."""
    ways: dict[str, dict[str, tuple[list[Figure], dict[str, Relay]]]] = {}
    origins: dict[str, Origin] = {}
    sound: set[str] = set()
    for figure in evidence.figures:
        traced = evidence.traced.get(figure.id)
        if traced is None:
            continue
        # an origin is a body's count of one thing: on the page all that it counted here stand together
        identity = f"{traced.origin.kind} {traced.origin.name}"
        origins.setdefault(identity, traced.origin)
        if not traced.distorted:
            sound.add(identity)
        reason = "distorted" if traced.distorted else traced.reason
        figures, hops = ways.setdefault(identity, {}).setdefault(reason, ([], {}))
        figures.append(figure)
        hops.update((relay.id, relay) for each in traced.hops[:1] if (relay := relays.get(each)))
    rows = [
        OriginRow(
            origin,
            _counts(origin, identity in sound),
            tuple(Way(reason, tuple(of), tuple(hops.values())) for reason, (of, hops) in ways[identity].items()),
        )
        for identity, origin in origins.items()
    ]
    return tuple(sorted(rows, key=lambda row: _ORDER.index(row.counts)))


def _counts(origin: Origin, sound: bool) -> Counts:
    if origin.kind != "own_count" or not sound:
        return "no"
    return "maybe" if origin.unnamed else "yes"
