"""Lines: the toll as statements in time, one line for each origin, the party that is said to have done it apart."""

import datetime as dt
from collections.abc import Sequence

from recoupe.model.figure import Figure, Unit
from recoupe.model.tally import Line, Statement
from recoupe.stages.reconcile.bodies import body, likeness
from recoupe.stages.reconcile.bounds import same_number
from recoupe.stages.reconcile.disagreement import conceded
from recoupe.stages.reconcile.evidence import Evidence
from recoupe.stages.reconcile.superseded import superseded

_HARMED: frozenset[Unit] = frozenset({"people", "families"})
"""Units of which a party concedes that it has harmed them; its own strikes it only counts."""


def lines(evidence: Evidence) -> tuple[Line, ...]:
    """What each origin has said of each effect and group, by the day of its first statement.

    A Figure that nobody is known to stand behind is of its outlet's line, which has no origin. Left out are numbers that
    are denied or only feared, and parts that are of no group of their own (« dont 9 journaliers »): on a line they would
    look like revisions.
    """
    groups: list[list[Figure]] = []
    concede: list[bool] = []
    for figure in sorted(evidence.figures, key=lambda f: (evidence.stated(f) or "9999", f.document, f.span.start)):
        if not _on_a_line(figure):
            continue
        admits = figure.unit in _HARMED and conceded(figure, _accused(figure, evidence), evidence)
        for group, admitted in zip(groups, concede, strict=True):
            if admitted == admits and _one_line(group[0], figure, evidence):
                group.append(figure)
                break
        else:
            groups.append([figure])
            concede.append(admits)
    revised = superseded(evidence)
    return tuple(_line(group, admits, revised, evidence) for group, admits in zip(groups, concede, strict=True))


def _on_a_line(figure: Figure) -> bool:
    if figure.reality in ("denied", "hypothetical"):
        return False
    return figure.part_of is None or figure.group not in ("unspecified", "civilians")


def _accused(figure: Figure, evidence: Evidence) -> frozenset[str]:
    """Who is said to have done the harm that a Figure counts."""
    of_effect = {f.perpetrator for f in evidence.figures if f.effect == figure.effect and f.perpetrator}
    return frozenset((figure.perpetrator,)) if figure.perpetrator else frozenset(of_effect)


def _one_line(a: Figure, b: Figure, evidence: Evidence) -> bool:
    if (a.effect, a.unit, a.group) != (b.effect, b.unit, b.group):
        return False
    if body(a, evidence) and body(b, evidence):
        return body(a, evidence) == body(b, evidence) or likeness(a, b, evidence) == "same"
    return not body(a, evidence) and not body(b, evidence) and _outlet(a, evidence) == _outlet(b, evidence)


def _outlet(figure: Figure, evidence: Evidence) -> str:
    """The outlet; of a page that names none, the Document's id."""
    return evidence.documents[figure.document].outlet or figure.document


def _line(group: Sequence[Figure], concedes: bool, revised: dict[str, str], evidence: Evidence) -> Line:
    first = group[0]
    name = body(first, evidence)
    statements = []
    for at, figure in enumerate(group):
        new = not any(same_number(figure, before) for before in group[:at])
        statements.append(Statement(figure.id, evidence.stated(figure), revised.get(figure.id), new))
    traced = evidence.traced.get(first.id)
    return Line(
        traced.origin.id if traced is not None and not traced.distorted else "",
        name or evidence.documents[first.document].outlet or "",
        first.effect,
        first.group,
        concedes,
        tuple(statements),
        _delay(evidence, statements[0].stated),
    )


def _delay(evidence: Evidence, stated: str | None) -> int | None:
    """Days from the harm to a statement; None where a day is unknown, for a running total, and for a day before the harm."""
    harm = evidence.incident.date_from
    if harm is None or stated is None or evidence.incident.kind == "series":
        return None
    days = (dt.date.fromisoformat(stated) - dt.date.fromisoformat(harm)).days
    return days if days >= 0 else None
