"""Answers: a rule's numbers for a Case, with the Figures used, those left out, and the origins behind them."""

from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from recoupe.model.figure import Figure
from recoupe.model.tally import LeftOut, Taken, Tally
from recoupe.stages.reconcile.case import Case
from recoupe.stages.reconcile.codebook import codebook
from recoupe.stages.reconcile.rules.numbers import CEILINGS, taken


class Read(NamedTuple):
    """The Figures of a Case as one rule reads them, and those that it has no use for."""

    used: Sequence[tuple[Figure, Taken]]
    left_out: Mapping[str, str]
    """Reasons by the Figure's id."""


def read(case: Case, rule: str, without: Mapping[str, str]) -> Read:
    """What is left of a Case when the Figures of `without` (reasons by id) and words that give no number are left out."""
    entry = codebook().entries[rule]
    used, left = [], {}
    for figure in case.figures:
        number = taken(figure, entry)
        if figure.id in without:
            left[figure.id] = without[figure.id]
        elif number is None:
            left[figure.id] = "vague"
        else:
            used.append((figure, number))
    return Read(used, left)


def ends(used: Iterable[tuple[Figure, Taken]], rule: str) -> tuple[int | None, int | None]:
    """The smallest and the largest number; None for the low end where nothing but ceilings (« jusqu'à 60 ») is known.

    A codebook that takes a ceiling for a number gives it both ends.
    """
    used = list(used)
    floors = [
        number.low
        for figure, number in used
        if figure.bound not in CEILINGS or codebook().entries[rule].ceiling == "number"
    ]
    return min(floors, default=None), max((number.high for _, number in used), default=None)


def answer(case: Case, rule: str, reading: Read, low: int | None, best: int | None, high: int | None) -> Tally:
    """The Tally; its origins are those of the Figures used.

    The minimum counts the named bodies that counted themselves: an unnamed one may be one of them. The maximum is unknown
    where a Figure used comes from nobody known and no body is known either.
    """
    of = [case.bodies.get(figure.id) for figure, _ in reading.used if not case.distorted(figure)]
    counted = {body.key: body for body in of if body is not None and body.kind == "own_count"}
    named = sum(not body.unnamed for body in counted.values())
    unknown = bool(reading.used) and not counted
    left = {each.figure: each.reason for each in case.left_out} | dict(reading.left_out)
    effect, group, unit = case.question
    return Tally(
        rule,
        effect,
        group,
        unit,
        low,
        best,
        high,
        tuple(number for _, number in reading.used),
        tuple(LeftOut(figure.id, left[figure.id]) for figure in case.evidence.figures if figure.id in left),
        named or min(1, len(counted)),
        None if unknown else len(counted),
    )
