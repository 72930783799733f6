"""Meaning: whether two Figures count the same thing; half of what looks like a conflict is that they do not."""

import datetime as dt

from recoupe.model.annotation import Place
from recoupe.model.figure import Effect, Figure
from recoupe.stages.reconcile.bounds import compatible, lower, same_number
from recoupe.stages.reconcile.evidence import Evidence
from recoupe.stages.reconcile.surroundings import Surroundings

_MOVEMENT: frozenset[Effect] = frozenset({"displaced", "returned", "detained", "surrendered"})
"""Effects that go on for days, so that a count since the day of the fight is a count of the fight."""
_MOMENT = 3
"""Days that one moment may span: a night, and the day after it in which people die of it."""

_BESIDE = 12
"""Words on either side of a number that say of what it is the count."""


def difference(a: Figure, b: Figure, evidence: Evidence) -> str | None:
    """What they count differently, a key: `unit`, `effect`, `group`, `part`, `period`, `event` or `place`; None where
    nothing shows it."""
    if a.unit != b.unit:
        return "unit"
    if a.effect != b.effect:
        return "effect"
    if _group_differs(a, b, evidence):
        return "group"
    if _is_part(a, b) or _is_part(b, a):
        return "part"
    if _period_differs(a, b):
        return "period"
    if same_number(a, b):
        return None  # the marks below are found in the words around one of two equal numbers by chance
    first, second = (evidence.around(f) for f in (a, b))
    if _marks_part(first) != _marks_part(second):
        return "part"
    if a.effect not in _MOVEMENT and (_marks_event(first, second) or _marks_event(second, first)):
        return "event"
    if (_intake(first, second) and lower(a, b) is a) or (_intake(second, first) and lower(b, a) is b):
        return "part"
    if not compatible(a, b) and (_wider(a, b, evidence) or _wider(b, a, evidence)):
        return "place"
    return None


def _group_differs(a: Figure, b: Figure, evidence: Evidence) -> bool:
    """Whether one leaves out people whom the other counts.

    « 22 villageois » and « 22 morts » may be of all the dead; « 22 civils » are told from others by the word.
    """
    if a.group == b.group:
        return False
    if {a.group, b.group} != {"civilians", "unspecified"}:
        return True
    civil = a if a.group == "civilians" else b
    told = evidence.around(civil)
    if not told.says(told.words.civilians, told.block[told.start : told.end]):
        return False
    return not (a.document == b.document and same_number(a, b))  # a headline says more shortly what the text says


def _is_part(part: Figure, other: Figure) -> bool:
    """Whether one is a part that the other is not; children and women are told by their group, wherever they stand."""
    if part.part_of is None:
        return False
    if part.part_of in (other.id, other.part_of):
        return True
    return part.group in ("unspecified", "civilians") and not (other.part_of is not None and same_number(part, other))


def _period_differs(a: Figure, b: Figure) -> bool:
    if a.effect in _MOVEMENT and "period" not in (a.scope, b.scope):
        return False  # « 1 200 déplacés » of a fight are as often read as a running total
    if a.scope == b.scope == "incident":
        return False
    first, second = _length(a), _length(b)
    if a.scope != b.scope:
        if a.effect in _MOVEMENT and a.date_from == b.date_from:
            return False
        lasting = b if a.scope == "incident" else a
        length = _length(lasting)
        return "incident" in (a.scope, b.scope) and (length is None or length > _MOMENT)
    return first is not None and second is not None and max(first, second) > _MOMENT and a.date_from != b.date_from


def _length(figure: Figure) -> int | None:
    if figure.date_from is None or figure.date_to is None:
        return None
    return (dt.date.fromisoformat(figure.date_to) - dt.date.fromisoformat(figure.date_from)).days + 1


def _marks_part(around: Surroundings) -> bool:
    """Whether the words beside it say that it is a part, or it counts others than those counted before."""
    if around.says(around.words.others, around.block[around.start : around.end]):
        return True
    return around.says(around.words.part, around.close(before=12, after=8))


def _marks_event(one: Surroundings, other: Surroundings) -> bool:
    """Whether one is of a single place or act, or adds up several, and the other is not said to be so."""
    single, several = one.words.single, one.words.several
    here, there = (each.close(before=_BESIDE, after=_BESIDE) for each in (one, other))
    if one.says(single, here) and not other.says(single, there):
        return True
    return one.says(several, here) and not other.says(several, there)


def _intake(one: Surroundings, other: Surroundings) -> bool:
    """Whether one counts those whom a hospital took in, and the other those whom somebody else counts."""
    words = one.words
    taken_in = one.says(words.intake, one.sentence) and one.says(words.hospitals, one.sentence)
    return taken_in and not other.says(words.hospitals, other.sentence)


def _wider(wide: Figure, narrow: Figure, evidence: Evidence) -> bool:
    """Whether one counts, in a larger place that holds the other's, more people."""
    if wide.place is None or narrow.place is None or lower(wide, narrow) is wide:
        return False
    return _holds(wide.place, narrow.place) and _says_where(wide, evidence) and _says_where(narrow, evidence)


def _holds(outer: Place, inner: Place) -> bool:
    return outer.id in inner.parents


def _says_where(figure: Figure, evidence: Evidence) -> bool:
    """Whether the place stands in the Figure's own sentence."""
    if figure.place_span is None:
        return False
    around = evidence.around(figure)
    start = figure.span.start - len(around.before)
    return start <= figure.place_span.start < start + len(around.sentence)
