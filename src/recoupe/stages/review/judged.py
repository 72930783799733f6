"""Judged: what people's Decisions say of each Figure, and the Figures as they stand after it."""

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from typing import Any, Literal, Protocol

from recoupe.model.annotation import Place
from recoupe.model.decision import Decision
from recoupe.model.figure import Figure
from recoupe.model.reading import Reading
from recoupe.model.span import Span


class PlaceSource(Protocol):
    """Where places are looked up by id, as in the gazetteer."""

    def get(self, identity: str) -> Place | None:
        """The place with this id."""


State = Literal["waiting", "accepted", "rejected"]

PARTS = (
    "value", "value_high", "magnitude", "bound", "unit", "group", "effect", "scope", "reality", "perpetrator",
    "date_from", "date_to", "stated_by", "place", "span",
)  # fmt: skip
"""The parts of a Figure that a person may correct."""


@dataclass(frozen=True, slots=True)
class Opinion:
    """What is decided of one Figure."""

    state: State
    who: tuple[str, ...]
    """Who accepted it as it stands now, each once; who rejected it."""
    parts: Mapping[str, Any]
    """What was corrected, by the names of `PARTS`."""


WAITING = Opinion("waiting", (), {})


class Judged:
    """The Decisions on Figures, the newest counting. A correction is an acceptance of what it corrects to."""

    def __init__(self, decisions: Iterable[Decision] = ()) -> None:
        ordered = sorted(decisions, key=lambda d: (d.when, d.id))
        withdrawn = {each for d in ordered if d.verdict == "withdrawn" for each in d.records}
        self._opinions: dict[str, Opinion] = {}
        for decision in ordered:
            if decision.id not in withdrawn:
                for figure in decision.records:
                    self._take(figure, decision)

    def _take(self, figure: str, decision: Decision) -> None:
        before = self._opinions.get(figure, WAITING)
        match decision.verdict:
            case "accepted":
                who = before.who if before.state == "accepted" else ()
                self._opinions[figure] = Opinion("accepted", _with(who, decision.who), before.parts)
            case "rejected":
                who = before.who if before.state == "rejected" else ()
                self._opinions[figure] = Opinion("rejected", _with(who, decision.who), before.parts)
            case "corrected":
                parts = {**before.parts, **_parts(decision.value)}
                self._opinions[figure] = Opinion("accepted", (decision.who,), parts)

    def of(self, figure: str) -> Opinion:
        """What is decided of the Figure with this id."""
        return self._opinions.get(figure, WAITING)

    def accepted(self, figure: str, *, by: int = 1) -> bool:
        """Whether so many different people have accepted the Figure as it stands now."""
        opinion = self.of(figure)
        return opinion.state == "accepted" and len(opinion.who) >= by

    def reading(self, reading: Reading, places: PlaceSource) -> Reading:
        """The Reading with its Figures as people have corrected them; rejected ones are not there."""
        if not any(figure.id in self._opinions for figure in reading.figures):
            return reading
        kept = (f for f in reading.figures if self.of(f.id).state != "rejected")
        figures = tuple(_corrected(f, self.of(f.id).parts, reading.document.text, places) for f in kept)
        return replace(reading, figures=figures)


def _with(who: tuple[str, ...], one: str) -> tuple[str, ...]:
    return who if one in who else (*who, one)


def _parts(value: str) -> dict[str, Any]:
    """What a correction says, as far as it can be read; other names than those of `PARTS` are passed over."""
    try:
        read = json.loads(value)
    except ValueError:
        return {}
    return {name: part for name, part in read.items() if name in PARTS} if isinstance(read, dict) else {}


def _corrected(figure: Figure, parts: Mapping[str, Any], text: str, places: PlaceSource) -> Figure:
    changed: dict[str, Any] = {}
    for name, part in parts.items():
        if name == "place":
            changed["place"] = places.get(part) if part else None
        elif name == "stated_by":
            changed["stated_by"] = tuple(part)
        elif name == "span":
            start, end = part
            if 0 <= start < end <= len(text):
                changed["span"] = Span.cut(text, start, end)
        else:
            changed[name] = part
    return replace(figure, **changed)
