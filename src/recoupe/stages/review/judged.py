"""Judged: what people's Decisions say of each Figure, and the Figures as they stand after it."""

import json
from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass, field, replace
from typing import Any, Literal, Protocol

from recoupe.model.annotation import Place
from recoupe.model.decision import Decision
from recoupe.model.figure import Figure
from recoupe.model.ids import make_id
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
    seen: Mapping[str, str] = field(default_factory=dict)
    """By who accepted it, the `fingerprint` of what they saw."""


WAITING = Opinion("waiting", (), {})
SEEN = "seen"
"""In a Decision's value: by the Figure's id, the `fingerprint` of what the person saw and accepted."""


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

    def then(self, later: Iterable[Decision]) -> "Judged":
        """These with Decisions that were made after all of them, in their order, and withdraw none."""
        found = Judged()
        found._opinions = dict(self._opinions)
        for decision in later:
            for figure in decision.records:
                found._take(figure, decision)
        return found

    def _take(self, figure: str, decision: Decision) -> None:
        before = self._opinions.get(figure, WAITING)
        match decision.verdict:
            case "accepted":
                was = before if before.state == "accepted" else WAITING
                seen = {**was.seen, **_seen(decision, figure)}
                self._opinions[figure] = Opinion("accepted", _with(was.who, decision.who), before.parts, seen)
            case "rejected":
                who = before.who if before.state == "rejected" else ()
                self._opinions[figure] = Opinion("rejected", _with(who, decision.who), before.parts)
            case "corrected":
                parts = {**before.parts, **corrected_parts(decision.value)}
                self._opinions[figure] = Opinion("accepted", (decision.who,), parts, _seen(decision, figure))

    def of(self, figure: str) -> Opinion:
        """What is decided of the Figure with this id."""
        return self._opinions.get(figure, WAITING)

    def looked_at(self) -> frozenset[str]:
        """The ids of the Figures that anybody has judged."""
        return frozenset(self._opinions)

    def accepted(self, figure: Figure, *, by: int = 1) -> bool:
        """Whether so many different people have accepted the Figure, and saw it as it stands now.

        What a later version of the code reads in another way has been accepted by nobody.
        """
        opinion = self.of(figure.id)
        now = fingerprint(figure)
        return opinion.state == "accepted" and sum(opinion.seen.get(who) == now for who in opinion.who) >= by

    def reading(self, reading: Reading, places: PlaceSource) -> Reading:
        """The Reading with its Figures as people have corrected them; rejected ones are not there."""
        if not any(figure.id in self._opinions for figure in reading.figures):
            return reading
        kept = (f for f in reading.figures if self.of(f.id).state != "rejected")
        figures = tuple(_corrected(f, self.of(f.id).parts, reading.document.text, places) for f in kept)
        return replace(reading, figures=figures)


def fingerprint(figure: Figure) -> str:
    """A short hash of all that a Figure says: its parts, as people have corrected them."""
    parts = {name: getattr(figure, name) for name in PARTS}
    parts["place"] = figure.place.id if figure.place else None
    parts["span"] = asdict(figure.span)
    return make_id("seen", json.dumps(parts, sort_keys=True, ensure_ascii=True)).removeprefix("seen-")


def seen(figures: Iterable[Figure]) -> dict[str, dict[str, str]]:
    """What stands in the value of a Decision that accepts these Figures, as the person sees them."""
    return {SEEN: {figure.id: fingerprint(figure) for figure in figures}}


def _seen(decision: Decision, figure: str) -> dict[str, str]:
    """By who decided, what they saw of the Figure; empty where the Decision does not say."""
    shown = _object(decision.value).get(SEEN)
    mark = shown.get(figure) if isinstance(shown, dict) else None
    return {decision.who: mark} if isinstance(mark, str) else {}


def _with(who: tuple[str, ...], one: str) -> tuple[str, ...]:
    return who if one in who else (*who, one)


def corrected_parts(value: str) -> dict[str, Any]:
    """What a correction says, as far as it can be read; other names than those of `PARTS` are passed over."""
    return {name: part for name, part in _object(value).items() if name in PARTS}


def _object(value: str) -> dict[str, Any]:
    try:
        read = json.loads(value) if value else {}
    except ValueError:
        return {}
    return read if isinstance(read, dict) else {}


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
