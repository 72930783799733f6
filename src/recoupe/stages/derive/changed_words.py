"""Changed words: words that take sides, words of doubt, and words hidden behind letters of another script."""

import re
from collections.abc import Iterator, Sequence

from recoupe.model.relay import Change
from recoupe.stages.derive.marks import Term
from recoupe.stages.derive.side import Side, opposite

_TELLING = frozenset(("fighters", "killing", "act", "atrocity", "coalition", "rule", "israel"))
"""Families of which a loaded word tells something even where the other side has no word of the family."""
_MIXED = re.compile(r"(?=\w*[А-Яа-яЁё])(?=\w*[A-Za-z])[^\W\d_]+")


def changed_terms(left: Side, right: Side, alike: bool) -> Iterator[Change]:
    """The words of one family of which one side has a loaded one and the other another one, or none."""
    ours, theirs = _by_family(left.marks.terms), _by_family(right.marks.terms)
    for family in dict.fromkeys((*ours, *theirs)):
        was, now = ours.get(family, []), theirs.get(family, [])
        gone, come = _left_over(was, now), _left_over(now, was)
        for x, y in _opposed(gone, come, left, right) if alike else zip(gone, come, strict=False):
            if alike or x.loaded or y.loaded:
                yield Change("word", "loaded", left.span(x.start, x.end), right.span(y.start, y.end))
        if alike and not was and family in _TELLING:
            for y in come[:1]:
                if y.loaded:
                    yield Change("word", "loaded", None, right.span(y.start, y.end))


def _opposed(gone: Sequence[Term], come: Sequence[Term], left: Side, right: Side) -> Iterator[tuple[Term, Term]]:
    """Those of one language of which one stands where the other one stood."""
    free = list(come)
    for x in gone:
        there = opposite(left, right, x.start, x.end)
        y = next((y for y in free if there is not None and there.touches(y.start, y.end)), None)
        if y is not None:
            free.remove(y)
            yield x, y


def _by_family(terms: Sequence[Term]) -> dict[str, list[Term]]:
    found: dict[str, list[Term]] = {}
    for term in terms:
        found.setdefault(term.family, []).append(term)
    return found


def _left_over(terms: Sequence[Term], others: Sequence[Term]) -> list[Term]:
    """The terms whose value the others do not have; each value once."""
    there = {t.value for t in others}
    return list({t.value: t for t in reversed(terms) if t.value not in there}.values())[::-1]


def changed_hedges(left: Side, right: Side, alike: bool) -> Iterator[Change]:
    """The words of doubt that only one side has."""
    ours, theirs = left.marks.hedges, right.marks.hedges
    if not alike:
        if not theirs:
            yield from (Change("word", "hedge", left.span(h.start, h.end), None) for h in ours if not h.weak)
        return
    for hedge in ours:
        there = opposite(left, right, hedge.start, hedge.end)
        if there is not None and not any(there.touches(h.start, h.end) for h in theirs):
            yield Change("word", "hedge", left.span(hedge.start, hedge.end), there)
    for hedge in theirs:
        there = opposite(right, left, hedge.start, hedge.end)
        if there is not None and not any(there.touches(h.start, h.end) for h in ours):
            yield Change("word", "hedge", there, right.span(hedge.start, hedge.end))


def disguised(left: Side, right: Side) -> Iterator[Change]:
    """Words written with letters of another script that look alike, so that a search does not find them."""
    plainly: dict[str, tuple[int, int]] = {}
    text = left.profile.document.text
    for word, start, end in left.words():
        if not _MIXED.fullmatch(text[start:end]):
            plainly.setdefault(word, (start, end))
    text = right.profile.document.text
    for word, start, end in right.words():
        if word in plainly and _MIXED.fullmatch(text[start:end]):
            yield Change("word", "disguised", left.span(*plainly[word]), right.span(start, end))
