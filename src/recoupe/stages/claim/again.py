"""Again: a count told twice in an article has the stretch that one of the two tellings gives (« 676 morts depuis … »)."""

from bisect import bisect_right
from collections.abc import Sequence, Set
from dataclasses import replace

from recoupe.model.annotation import Sentence
from recoupe.model.figure import Figure

_RARE = 20
"""A number that two sums seldom have in common; a headline's is the text's at any size."""


def told_again(figures: Sequence[Figure], sentences: Sequence[Sentence], titled: Set[str]) -> list[Figure]:
    """The figures, those that no words of their own sentence date with the days and scope of the same count that is.

    `titled` are the ids of the figures that stand in headlines.
    """
    starts = [s.start for s in sentences]

    def dates_itself(figure: Figure) -> bool:
        span = figure.date_span
        return span is not None and bisect_right(starts, span.start) == bisect_right(starts, figure.span.start)

    sums = [f for f in figures if f.scope == "period" and f.value is not None and dates_itself(f)]
    if not sums:
        return list(figures)
    found: list[Figure] = []
    for figure in figures:
        same = [f for f in sums if (f.value, f.effect, f.unit) == (figure.value, figure.effect, figure.unit)]
        rare = figure.value is not None and figure.value >= (2 if figure.id in titled else _RARE)
        if same and rare and not dates_itself(figure):
            one = same[0]
            figure = replace(
                figure, scope="period", date_span=one.date_span, date_from=one.date_from, date_to=one.date_to
            )
        found.append(figure)
    return found
