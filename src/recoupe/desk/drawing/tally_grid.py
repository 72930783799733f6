"""The tally grid: every rule's answer to every question, and under each question what each rule made of each figure."""

from dataclasses import dataclass

from recoupe.model.figure import Effect, Figure, Group, Unit
from recoupe.model.tally import Taken, Tally
from recoupe.stages.reconcile.codebook import codebook
from recoupe.stages.reconcile.reconciled import Reconciled


@dataclass(frozen=True, slots=True)
class Use:
    """One Figure under the rules: what each takes it for, or the key of its reason for leaving it out."""

    figure: Figure
    by_rule: tuple[Taken | str, ...]
    """In the order of the question's rules."""


@dataclass(frozen=True, slots=True)
class Question:
    """One effect, group and unit."""

    effect: Effect
    group: Group
    unit: Unit
    answers: tuple[Tally | None, ...]
    """In the order of the grid's rules; None where the rule has no answer."""
    rules: tuple[str, ...]
    """Those that answer."""
    uses: tuple[Use, ...]
    """The Figures that a rule uses, or that the rules leave out for different reasons."""
    left_out: tuple[tuple[str, tuple[Figure, ...]], ...]
    """Those that all rules leave out for one reason, by that reason."""


@dataclass(frozen=True, slots=True)
class Grid:
    """All questions of an Incident."""

    rules: tuple[str, ...]
    """Those that answer any, in the codebook's order."""
    questions: tuple[Question, ...]


def tally_grid(found: Reconciled) -> Grid:
    """The rules side by side."""
    asked: dict[tuple[Effect, Group, Unit], dict[str, Tally]] = {}
    for tally in found.tallies:
        asked.setdefault((tally.effect, tally.group, tally.unit), {})[tally.rule] = tally
    answering = {tally.rule for tally in found.tallies}
    rules = tuple(rule for rule in codebook().entries if rule in answering)
    return Grid(rules, tuple(_question(*of, by_rule, rules, found) for of, by_rule in asked.items()))


def _question(
    effect: Effect, group: Group, unit: Unit, by_rule: dict[str, Tally], rules: tuple[str, ...], found: Reconciled
) -> Question:
    answering = tuple(rule for rule in rules if rule in by_rule)
    made: list[dict[str, Taken | str]] = []
    for rule in answering:
        used: dict[str, Taken | str] = {each.figure: each for each in by_rule[rule].used}
        made.append(used | {each.figure: each.reason for each in by_rule[rule].left_out})
    uses = []
    left: dict[str, list[Figure]] = {}
    for figure in found.evidence.figures:
        each = tuple(of[figure.id] for of in made)
        if isinstance(each[0], str) and len(set(each)) == 1:
            left.setdefault(each[0], []).append(figure)
        else:
            uses.append(Use(figure, each))
    return Question(
        effect,
        group,
        unit,
        tuple(by_rule.get(rule) for rule in rules),
        answering,
        tuple(uses),
        tuple((reason, tuple(figures)) for reason, figures in left.items()),
    )
