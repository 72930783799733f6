"""Made up: the group of a whole whose parts are told beside it: « cinq blessés - trois gendarmes et deux soldats »."""

from collections.abc import Sequence
from dataclasses import replace

from recoupe.model.figure import Figure, Group

_UNARMED: frozenset[Group] = frozenset({"civilians", "children"})
_CIVIL: frozenset[Group] = frozenset({"civilians", "children", "women"})


def made_up(figures: Sequence[Figure]) -> list[Figure]:
    """The figures, those of unsaid group with that of the parts that make them up, where they are all of one side."""
    return [_of_parts(figure, [p for p in figures if p.part_of == figure.id]) for figure in figures]


def _of_parts(figure: Figure, parts: Sequence[Figure]) -> Figure:
    sizes = [part.value for part in parts]
    if figure.group not in ("unspecified", "combatants") or not parts or figure.value is None or None in sizes:
        return figure
    if sum(size for size in sizes if size is not None) != figure.value:
        return figure
    groups = {part.group for part in parts}
    if figure.group == "combatants":
        # « 20 morts côté turc (cinq soldats et 15 civils) », but « vingt combattants (cinq femmes et 15 hommes) »
        return figure if groups.isdisjoint(_UNARMED) else replace(figure, group="unspecified")
    if groups == {"combatants"}:
        return replace(figure, group="combatants")
    return replace(figure, group="civilians") if groups <= _CIVIL and "civilians" in groups else figure


def added_up(figures: Sequence[Figure], value: float | None) -> Figure | None:
    """The last of the figures, where it and the one before it of the same days add up to `value`."""
    sizes = {f.id: f.value for f in figures}
    wholes = [f for f in figures if f.part_of is None or sizes.get(f.part_of) == f.value][-2:]
    if value is None or len(wholes) < 2 or None in (wholes[0].value, wholes[1].value):
        return None
    first, last = wholes
    same = (first.date_from, first.date_to, first.scope, first.group) == (
        last.date_from,
        last.date_to,
        last.scope,
        last.group,
    )
    return last if same and (first.value or 0) + (last.value or 0) == value else None
