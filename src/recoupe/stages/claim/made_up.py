"""Made up: the group of a whole whose parts are told beside it: « cinq blessés - trois gendarmes et deux soldats »."""

from collections.abc import Sequence
from dataclasses import replace

from recoupe.model.figure import Figure, Group

_CIVIL: frozenset[Group] = frozenset({"civilians", "children", "women"})


def made_up(figures: Sequence[Figure]) -> list[Figure]:
    """The figures, those of unsaid group with that of the parts that make them up, where they are all of one side."""
    return [_of_parts(figure, [p for p in figures if p.part_of == figure.id]) for figure in figures]


def _of_parts(figure: Figure, parts: Sequence[Figure]) -> Figure:
    sizes = [part.value for part in parts]
    if figure.group != "unspecified" or not parts or figure.value is None or None in sizes:
        return figure
    if sum(size for size in sizes if size is not None) != figure.value:
        return figure
    groups = {part.group for part in parts}
    if groups == {"combatants"}:
        return replace(figure, group="combatants")
    return replace(figure, group="civilians") if groups <= _CIVIL and "civilians" in groups else figure
