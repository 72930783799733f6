"""Again: a count told twice in an article has the stretch that one of the two tellings gives (« 676 morts depuis … »)."""

from bisect import bisect_right
from collections.abc import Sequence, Set
from dataclasses import replace

from recoupe.languages.pack import LanguagePack
from recoupe.model.annotation import Sentence
from recoupe.model.figure import Figure
from recoupe.stages.claim.words.agents import agent_words

_MARKS = frozenset(",;:()")
_STOPS = frozenset(".!?…»")
_FEW = 2
_ROUGH = frozenset({"more_than", "about", "at_least", "less_than"})
_TEN, _NEAR = 10, 0.01
"""A round number, and how far from it the exact one may be."""
_RARE = 20
"""A number that two sums seldom have in common; a headline's is the text's at any size."""


def told_again(
    figures: Sequence[Figure], sentences: Sequence[Sentence], titled: Set[str], pack: LanguagePack
) -> list[Figure]:
    """The figures, those that no words of their own sentence date with the days and scope of the same count that is.

    `titled` are the ids of the figures that stand in headlines. The dead of an event told as a ground for the news give
    their day to no others.
    """
    starts = [s.start for s in sentences]

    def dates_itself(figure: Figure) -> bool:
        span = figure.date_span
        return span is not None and bisect_right(starts, span.start) == bisect_right(starts, figure.span.start)

    def heads(figure: Figure, other: Figure) -> bool:
        """Whether a figure stands in a line of its own, without a full stop, right above the paragraph of the other."""
        at, below = (bisect_right(starts, f.span.start) - 1 for f in (figure, other))
        block = sentences[at].block
        alone = all(s.block != block for s in (*sentences[max(0, at - 1) : at], *sentences[at + 1 : at + 2]))
        return alone and sentences[below].block == block + 1 and sentences[at].tokens[-1].text not in _STOPS

    def is_news(figure: Figure) -> bool:
        return not _is_ground(figure, sentences[bisect_right(starts, figure.span.start) - 1], pack)

    told = [f for f in figures if f.value is not None and dates_itself(f) and (f.scope == "period" or is_news(f))]
    found: list[Figure] = []
    for figure in figures:
        same = [f for f in told if (f.effect, f.unit) == (figure.effect, figure.unit) and _is_same(f, figure)]
        # a headline sums up what the text tells
        # nor is the count of a headline a part of another (« une frappe avait fait 25 morts, dont cinq enfants »)
        same = [f for f in same if f.part_of is None or figure.part_of is not None]
        one = next((f for f in same if f.scope == "period" or figure.id in titled), None)
        if one is not None and figure.value is not None and not dates_itself(figure):
            headed = figure.value >= _FEW and (figure.id in titled or heads(figure, one))
            if headed or (figure.value >= _RARE and one.scope == "period"):
                figure = replace(
                    figure, scope=one.scope, date_span=one.date_span, date_from=one.date_from, date_to=one.date_to
                )
        found.append(figure)
    return _with_parts(found, figures)


def _is_same(told: Figure, figure: Figure) -> bool:
    """Whether two figures have one number, or the one told first is that of the other made round (« 20.028 », « plus de 20.000 »)."""
    if told.value == figure.value:
        return True
    if told.bound not in _ROUGH or told.value is None or figure.value is None or figure.value < _RARE:
        return False
    return told.value % _TEN == 0 and abs(told.value - figure.value) < _NEAR * told.value


def _with_parts(found: Sequence[Figure], before: Sequence[Figure]) -> list[Figure]:
    """The figures; parts that had the days of their whole have those that it has now."""
    moved = {old.id: (old, new) for old, new in zip(before, found, strict=True) if old is not new}
    settled: list[Figure] = []
    for figure in found:
        old, new = moved.get(figure.part_of or "", (figure, figure))
        shared = (figure.scope, figure.date_from, figure.date_to) == (old.scope, old.date_from, old.date_to)
        if new is not figure and shared:
            figure = replace(
                figure, scope=new.scope, date_span=new.date_span, date_from=new.date_from, date_to=new.date_to
            )
        settled.append(figure)
    return settled


def _is_ground(figure: Figure, sentence: Sentence, pack: LanguagePack) -> bool:
    """« en représailles à un raid ayant fait 26 morts », « X, qui avait fait 26 morts »: whether its part of the sentence
    tells what was before the news."""
    tokens, at = sentence.tokens, sentence.first_at(figure.span.start)
    first = next((i + 1 for i in range(at - 1, -1, -1) if tokens[i].text in _MARKS), 0)
    last = next((i for i in range(at, len(tokens)) if tokens[i].text in _MARKS), len(tokens))
    if not agent_words(pack).answers.isdisjoint(t.fold for t in tokens[first:at]):
        return True
    relative = next((i for i in range(first, at) if tokens[i].fold in pack.words.relatives), last)
    return not pack.verbs.imperfect_auxiliaries.isdisjoint(t.fold for t in tokens[relative:last])
