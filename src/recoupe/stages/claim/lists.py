"""Lists: which counts of a sentence are set side by side."""

from collections.abc import Sequence

from recoupe.stages.claim.counts import Count
from recoupe.stages.claim.line import Line

_BETWEEN = 6
"""How many words may stand between two members of a list."""
_APART = 14
"""The same where each has words of its own."""


def opens_clause(line: Line, count: Count) -> bool:
    """Whether the count is the subject of a verb behind it (« a doctor at the hospital said »)."""
    words = line.lexicon.words
    for index in range(count.end, line.end):
        fold = line.folds[index]
        if line.stops(index) or fold == "," or fold in words.coordinators or fold in words.relatives:
            return False
        if line.finite(index):
            return True
    return False


def in_one_list(line: Line, one: Count, other: Count) -> bool:
    """Whether a coordination joins two counts each with words of its own (« un homme tué et 2 blessés »)."""
    words, between = line.lexicon.words, line.folds[one.end : other.first]
    if not 0 < len(between) <= _APART or words.coordinators.isdisjoint(between[-4:]):
        return False
    return words.relatives.isdisjoint(between)


def joined(line: Line, counts: Sequence[Count], left: Count, right: Count) -> bool:
    """Whether only joining words stand between two counts, an age that is told of the first passed over."""
    aged = [c for c in counts if c.measure and left.end <= c.first < right.first]
    start = aged[-1].end if aged and aged[0].first - left.end <= 2 else left.end
    if not 0 < right.first - start <= _BETWEEN:
        return False
    if line.lexicon.figures.merged and line.folds[start : right.first] == [","] and opens_clause(line, right):
        return False  # « 11 of them women, a survivor said »
    figures, index, side_by_side = line.lexicon.figures, start, False
    links = (figures.parts, figures.equals, figures.more)
    while index < right.first:
        fold = line.folds[index]
        # « trois soldats seulement, dont un officier », « 20 morts au total, dont six enfants »
        if passed := _inserted(line, index):
            index += passed
            continue
        width = next((w for p in links if (w := p.at(line.folds, index))), 0)
        # « a man, his wife and two children »
        relative = figures.merged and index > start and fold in line.lexicon.counted.people
        if not width and not relative and fold not in figures.joins and fold not in figures.repeated:
            return False
        side_by_side = side_by_side or width > 0 or fold not in figures.repeated
        index += width or 1
    return side_by_side


def _inserted(line: Line, index: int) -> int:
    """How many words of manner or measure stand at `index`, which join nothing; 0 for none."""
    figures, fold = line.lexicon.figures, line.folds[index]
    manner = fold in line.lexicon.words.adverbs and fold.endswith(figures.adverbs_in)
    return figures.inserted.at(line.folds, index) or int(manner)
