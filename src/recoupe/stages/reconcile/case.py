"""Cases: one question about an Incident (how many killed civilians?), and the Figures that may answer it."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import NamedTuple

from recoupe.languages.relay_words import relay_words
from recoupe.model.figure import Effect, Figure, Group, Unit
from recoupe.model.tally import LeftOut
from recoupe.stages.reconcile.about import about
from recoupe.stages.reconcile.counted_by import Body, counted_by
from recoupe.stages.reconcile.evidence import Evidence
from recoupe.stages.reconcile.revisions import revisions
from recoupe.text import plain

_WORD = re.compile(r"[^\W_]+")
_CIVILIAN = frozenset({"civilians", "children", "women"})
_DAYS = 3
"""A Figure dated to so many days, at most, says on which day the harm was."""
_STRETCH = timedelta(days=31)
"""A running total that begins so much later than the longest one counts a shorter stretch."""
_NEAR = 0.5
"""Counts of civilians and of combatants of which the smaller is at least this share of the larger may be of the same dead."""

_FEW = 10
"""Combatants of whom a count of people is more than so many times as large leave it one of civilians."""


class Question(NamedTuple):
    """What is asked: how many of whom suffered what. The group « unspecified » asks for everybody."""

    effect: Effect
    group: Group
    unit: Unit


@dataclass(frozen=True)
class Case:
    """One question, with what the rules read. Figures are in the order of the Evidence."""

    question: Question
    evidence: Evidence
    figures: tuple[Figure, ...]
    """The counts of the whole incident that answer the question."""
    left_out: tuple[LeftOut, ...]
    """All other Figures of the Incident, and why."""
    bodies: Mapping[str, Body]
    """Who counted, by the Figure's id; a Figure of which it is not known is missing."""
    superseded: Mapping[str, str]
    """By a Figure's id, that of the one with which its body revised it."""
    contested: bool
    """Whether some say that the dead were civilians and others that the same dead were combatants."""

    def distorted(self, figure: Figure) -> bool:
        """Whether a relay changed the number."""
        traced = self.evidence.traced.get(figure.id)
        return traced is not None and traced.distorted


def questions(evidence: Evidence) -> tuple[Question, ...]:
    """What can be asked of an Incident: for each effect and unit everybody, then each group that is told of."""
    return _questions(evidence, _civilians_told(evidence))


def _questions(evidence: Evidence, civil: bool) -> tuple[Question, ...]:
    told: dict[tuple[Effect, Unit], set[Group]] = defaultdict(set)
    for figure in evidence.figures:
        told[figure.effect, figure.unit].add(figure.group)
    asked = []
    for (effect, unit), groups in told.items():
        asked.append(Question(effect, "unspecified", unit))
        if _CIVILIAN & groups or (unit == "people" and civil):
            asked.append(Question(effect, "civilians", unit))
        rest: tuple[Group, ...] = ("children", "women", "combatants")
        asked += [Question(effect, group, unit) for group in rest if group in groups]
    return tuple(asked)


def cases(evidence: Evidence) -> tuple[Case, ...]:
    """Each question with the Figures that may answer it."""
    behind, revised, civil = counted_by(evidence), revisions(evidence), _civilians_told(evidence)
    return tuple(_case(evidence, each, behind, revised, civil) for each in _questions(evidence, civil))


def _case(
    evidence: Evidence, question: Question, behind: Mapping[str, Body], revised: Mapping[str, str], civil: bool
) -> Case:
    reasons = {figure.id: _reason(evidence, question, figure) for figure in evidence.figures}
    of_it = [figure for figure in evidence.figures if reasons[figure.id] is None]
    for figure, reason in _elsewhen(evidence, of_it):
        reasons[figure.id] = reason
    whole = [figure for figure in of_it if reasons[figure.id] is None]
    contested = _contested(whole, behind)
    for figure in whole:
        if not _counts_them(evidence, question.group, figure, whole, contested, civil):
            reasons[figure.id] = "other_group"
    figures = tuple(figure for figure in whole if reasons[figure.id] is None)
    left = tuple(LeftOut(id, reason) for id, reason in reasons.items() if reason is not None)
    asks_status = question.group in ("civilians", "combatants")
    return Case(question, evidence, figures, left, behind, revised, contested and asks_status)


def _reason(evidence: Evidence, question: Question, figure: Figure) -> str | None:
    """Why a Figure by itself is no count of the whole incident for this question."""
    if figure.unit != question.unit:
        return "other_unit"
    if figure.effect != question.effect:
        return "other_effect"
    if figure.reality in ("denied", "hypothetical"):
        return figure.reality
    if figure.value is None and (figure.magnitude is None or figure.magnitude < 10):
        return "no_number"
    if figure.effect == "killed" and _of_the_wounded(evidence, figure):
        return "died_since"
    if figure.part_of is not None and not _whole_of_group(evidence, question.group, figure):
        return "part"
    return None


def _of_the_wounded(evidence: Evidence, figure: Figure) -> bool:
    """Whether its own words speak of wounded people and of no dead: those who died of it since, and are in the next toll."""
    words = relay_words(evidence.documents[figure.document].language)
    hits = words.hits(_WORD.findall(plain(figure.span.text))) if words is not None else []
    effects = {hit.value for hit in hits if hit.kind == "effect"}
    return effects == {"wounded"}


def _whole_of_group(evidence: Evidence, asked: Group, part: Figure) -> bool:
    """Whether a part of a count is all that there is of the group asked for: the civilians among the dead."""
    whole = evidence.by_id.get(part.part_of or "")
    if whole is None or whole.part_of is not None or part.group != asked:
        return False
    wider = {"unspecified"} if asked in ("civilians", "combatants") else {"unspecified", "civilians"}
    return asked != "unspecified" and whole.group in wider


def _elsewhen(evidence: Evidence, figures: Sequence[Figure]) -> Iterable[tuple[Figure, str]]:
    """The Figures that count other days than the incident's, or other stretches of a running total."""
    if evidence.incident.kind == "series":
        starts = [begin for f in figures if (begin := _day(f.date_from))]
        for figure in figures:
            begin = _day(figure.date_from)
            if begin and begin - min(starts) > _STRETCH:
                yield figure, "period"
        return
    usual = _usual_days(figures)
    told: dict[str, set[tuple[date, date]]] = defaultdict(set)
    for figure in figures:
        if (days := _days(figure)) is not None:
            told[figure.document].add(days)
    for figure in figures:
        days = _days(figure)
        if days is None:
            continue
        if usual and _exact(days) and (days[1] < usual[0] or usual[1] < days[0]):
            yield figure, "other_day"
        elif days != usual and any(_inside(other, days) for other in told[figure.document]):
            yield figure, "period"


def _usual_days(figures: Iterable[Figure]) -> tuple[date, date] | None:
    """The day or two that most Figures give; None where they are at odds."""
    given = [d for f in figures if (d := _days(f)) and _exact(d)]
    often = Counter(given).most_common(2)
    at_odds = len(often) == 2 and often[0][1] == often[1][1]
    return often[0][0] if often and not at_odds else None


def _exact(days: tuple[date, date]) -> bool:
    return (days[1] - days[0]).days < _DAYS


def _inside(inner: tuple[date, date], outer: tuple[date, date]) -> bool:
    return inner != outer and outer[0] <= inner[0] and inner[1] <= outer[1]


def _days(figure: Figure) -> tuple[date, date] | None:
    first, last = _day(figure.date_from), _day(figure.date_to)
    return (first, last) if first and last else None


def _day(iso: str | None) -> date | None:
    return date.fromisoformat(iso) if iso else None


def _counts_them(
    evidence: Evidence, asked: Group, figure: Figure, whole: Sequence[Figure], contested: bool, civil: bool
) -> bool:
    """Whether a whole count is one of the group asked for (codebook, general). `civil`: civilians are told of at all."""
    groups = {other.group for other in whole}
    civilians = not _CIVILIAN.isdisjoint(groups)
    match asked:
        case "unspecified":
            if figure.group == "unspecified" or len(groups) == 1:
                return True
            if "combatants" in groups:
                return figure.group == "combatants" and not civilians
            return figure.group == "civilians" or groups <= _CIVILIAN - {"civilians"}
        case "civilians":
            if figure.group != "unspecified":
                return figure.group in _CIVILIAN
            apart = _many_combatants(whole, figure) and not contested
            return civil and not apart and not _holds(evidence, figure, "combatants")
        case "combatants":
            if figure.group != "unspecified":
                return figure.group == "combatants"
            return not civil
        case _:
            return figure.group == asked


def _many_combatants(whole: Iterable[Figure], figure: Figure) -> bool:
    """Whether combatants are counted beside a count of people, and were not just a few of so many."""
    counted = [other for other in whole if other.group == "combatants"]
    if any(other.value is None for other in counted) or figure.value is None:
        return bool(counted)
    return any(_FEW * (other.value_high or other.value or 0) >= figure.value for other in counted)


def _holds(evidence: Evidence, figure: Figure, group: Group) -> bool:
    """Whether its text counts people of the group among them, here or where it gives the number again."""
    parts = {other.part_of for other in evidence.figures if other.part_of and other.group == group}
    if not parts:
        return False
    again = {
        other.id
        for other in evidence.figures
        if other.document == figure.document
        and (other.effect, other.unit, other.value, other.group)
        == (figure.effect, figure.unit, figure.value, figure.group)
    }
    return not parts.isdisjoint(again)


def _civilians_told(evidence: Evidence) -> bool:
    """Whether a Figure or a Claim beside one says that civilians were among those harmed."""
    return any(not _CIVILIAN.isdisjoint(claim.victims) for claim in about(evidence)) or any(
        figure.group in _CIVILIAN and figure.reality in ("asserted", "conditional") for figure in evidence.figures
    )


def _contested(whole: Iterable[Figure], behind: Mapping[str, Body]) -> bool:
    """Whether one body counts civilians and another combatants where both counts may be of the same dead.

    A body that counts both holds them apart, and so settles that they are different people.
    """
    whole = [figure for figure in whole if figure.part_of is None and figure.value is not None]
    civil = [figure for figure in whole if figure.group == "civilians"]
    armed = [figure for figure in whole if figure.group == "combatants"]
    by: dict[str, set[Group]] = defaultdict(set)
    for figure in (*civil, *armed):
        if body := behind.get(figure.id):
            by[body.key].add(figure.group)
    if any(len(groups) > 1 for groups in by.values()):
        return False
    return any(
        min(a.value or 0, b.value or 0) >= _NEAR * max(a.value or 0, b.value or 0) > 0
        for a in civil
        for b in armed
        if a.id in behind and b.id in behind
    )
