"""Held: of a claim about the control of a place: which place, who, and when."""

from typing import NamedTuple

from recoupe.model.annotation import Place, PlaceRef, TimeRef
from recoupe.model.attribution import Attribution
from recoupe.model.claim import ControlChange
from recoupe.model.span import Span
from recoupe.stages.claim.kinds.accused import party_name, subject_party
from recoupe.stages.claim.kinds.grounds import ground_at, ground_before
from recoupe.stages.claim.kinds.sign_verbs import group_start
from recoupe.stages.claim.kinds.signs import Hit
from recoupe.stages.claim.kinds.stretch import Stretch
from recoupe.stages.claim.scenes.scale import coarser, same_area
from recoupe.stages.claim.words.kind_index import KindIndex

_AGENT = 14
_BEHIND = 6
_LASTING: frozenset[ControlChange] = frozenset({"held", "besieged"})
"""What can be so « since » a day."""


class Control(NamedTuple):
    """What is said of the control of a place."""

    change: ControlChange | None = None
    actor: str | None = None
    place_span: Span | None = None
    place: Place | None = None
    date_span: Span | None = None
    date_from: str | None = None
    date_to: str | None = None


def control(stretch: Stretch, hit: Hit, attribution: Attribution | None, index: KindIndex) -> Control:
    """The place that a sign of control is about, who takes or holds it, and the time that stands nearest."""
    if hit.rule is None or hit.rule.change is None:
        return Control()
    ref = _most_exact(stretch, hit.ground.ref if hit.ground is not None else _place(stretch, hit, index))
    time = _time(stretch, hit, attribution)
    return Control(
        change=hit.rule.change,
        actor=_actor(stretch, hit, index),
        place_span=ref.span if ref is not None else None,
        place=ref.place if ref is not None else None,
        date_span=time.span if time is not None else None,
        date_from=time.date_from if time is not None else None,
        date_to=time.date_to if time is not None else None,
    )


def _place(stretch: Stretch, hit: Hit, index: KindIndex) -> PlaceRef | None:
    """The place behind the sign, or before it, or nearest to it."""
    ground = ground_at(stretch, hit.end, index) or ground_before(stretch, group_start(stretch.line, hit.at), index)
    if ground is not None:
        return ground.ref
    nearest = min(stretch.places, key=lambda at: abs(at - hit.at), default=None)
    return stretch.places[nearest] if nearest is not None else None


def _most_exact(stretch: Stretch, ref: PlaceRef | None) -> PlaceRef | None:
    """The place, or one that the stretch names before it and that lies in it: « Mayadine, une ville de l'est de la Syrie »."""
    if ref is None or ref.place is None:
        return ref
    for other in stretch.notes.places(stretch.start, ref.span.start):
        if other.place is not None and same_area(other.place, ref.place) and coarser(ref.place, other.place) > 0:
            return other
    return ref


def _actor(stretch: Stretch, hit: Hit, index: KindIndex) -> str | None:
    countries = stretch.notes.countries
    if hit.verb and not hit.passive:
        party = subject_party(stretch, group_start(stretch.line, hit.at), index)
        if party is not None:
            return party_name(party.entity, countries)
    entity = stretch.parties.doer(hit.end - 1, hit.end + _AGENT)
    if entity is None and (not hit.verb or (hit.rule is not None and hit.rule.tails is not None)):
        behind = [p for p in stretch.parties.named if hit.end <= p.first < hit.end + _BEHIND]
        entity = behind[0].entity if behind else None
    return party_name(entity, countries) if entity is not None else None


def _time(stretch: Stretch, hit: Hit, attribution: Attribution | None) -> TimeRef | None:
    """The dated time nearest to the sign that is not that of the statement."""
    cue = attribution.cue if attribution is not None else None
    source = attribution.source if attribution is not None else None
    start = stretch.line.sentence.tokens[hit.at].start
    best: TimeRef | None = None
    for time in stretch.notes.times(stretch.start, stretch.stop):
        if time.date_from is None and time.date_to is None:
            continue
        if time.kind == "since" and hit.rule is not None and hit.rule.change not in _LASTING:
            continue
        if cue is not None and _beside(time.span, cue, source):
            continue
        if best is None or abs(time.span.start - start) < abs(best.span.start - start):
            best = time
    return best


def _beside(time: Span, cue: Span, source: Span | None) -> bool:
    """Whether a time stands among the words of an inserted cue."""
    first = min(cue.start, source.start if source is not None else cue.start)
    last = max(cue.end, source.end if source is not None else cue.end)
    return first - 2 <= time.end and time.start <= last + 2
