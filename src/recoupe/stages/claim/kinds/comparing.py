"""Comparing: what a claim says of two tallies (« multiplié par huit », « soit 12 % »), with the numbers."""

from collections.abc import Sequence
from typing import NamedTuple

from recoupe.model.claim import Comparison, Relation
from recoupe.model.figure import Figure
from recoupe.model.span import Span
from recoupe.stages.claim.kinds.stretch import Stretch
from recoupe.stages.claim.words.kind_index import KindIndex
from recoupe.stages.claim.words.line import Line

_NEAR = 12
_BACK = 2
"""How many sentences before may hold the numbers that « ce chiffre » means."""
_BEHIND = 5


class _Found(NamedTuple):
    first: int
    end: int
    relation: Relation
    value: float | None


class _Number(NamedTuple):
    value: float
    first: int


def comparison(stretch: Stretch, figures: Sequence[Figure], text: str, index: KindIndex) -> Comparison | None:
    """What the stretch compares; `figures` are those of the article. None when it compares nothing, or no tallies."""
    line, words = stretch.line, index.words.comparisons
    if words.gate.isdisjoint(line.sentence.words):
        return None
    for at, fold in enumerate(line.folds):
        found = _at(line, at, index) if fold in words.gate else None
        if found is not None and _of_tallies(stretch, found, figures, index):
            span = stretch.span(found.first, found.end, text)
            operands = _operands(stretch, span, found, figures, index)
            return Comparison(span, found.relation, found.value, operands)
    return None


def _at(line: Line, at: int, index: KindIndex) -> _Found | None:
    """What the word at an index compares, if it does."""
    words, fold = index.words.comparisons, line.folds[at]
    if fold in words.out_of:
        return _ratio(line, at, index)
    if (width := words.against.before(line.folds, at + 1)) > 0:
        return _against(line, at, width, index)
    if fold in words.times:
        return _times(line, at, index)
    if fold in words.multiplying or fold in words.dividing:
        number = _number(line, at + 2, index) if line.fold(at + 1) in words.by else None
        if number is None or not number.value:
            return None
        return _Found(at, at + 3, "times", number.value if fold in words.multiplying else round(1 / number.value, 3))
    if fold in words.factors and line.fold(at - 1) not in index.lexicon.words.openers:
        return _Found(at, at + 1, "times", words.factors[fold])
    end = at + 1
    if (width := words.half.before(line.folds, end)) > 0:
        return _Found(end - width, end, "times", 0.5)
    if (width := words.per_cent.before(line.folds, end)) > 0:
        number = _number(line, at - width, index)
        return _Found(number.first, end, "percent", number.value) if number is not None else None
    if (width := words.difference.before(line.folds, end)) > 0 and line.fold(end) in words.than:
        number = _number(line, at - width, index)
        return _Found(number.first, end + 1, "difference", number.value) if number is not None else None
    return _named(line, at, index)


def _times(line: Line, at: int, index: KindIndex) -> _Found | None:
    """« huit fois plus », « deux fois moins »."""
    words, behind = index.words.comparisons, line.fold(at + 1)
    number = _number(line, at - 1, index)
    if number is None or number.value <= 1 or not (behind in words.more or behind in words.fewer):
        return None
    value = round(1 / number.value, 3) if behind in words.fewer else number.value
    return _Found(number.first, at + 2, "times", value)


def _ratio(line: Line, at: int, index: KindIndex) -> _Found | None:
    """« un blessé sur trois »."""
    whole = _number(line, at + 1, index)
    part = _number(line, at - 2, index) or _number(line, at - 1, index)
    if part is None or whole is None or not 0 < part.value < whole.value or at + 1 in line.times:
        return None
    return _Found(part.first, at + 2, "share", round(part.value / whole.value, 3))


def _against(line: Line, at: int, width: int, index: KindIndex) -> _Found | None:
    """« contre 98 en août », but not « contre 98 soldats »; of `width` words the last stands at `at`."""
    number, behind = _number(line, at + 1, index), line.fold(at + 2)
    if number is None or number.value <= 1:
        return None
    when = not behind or not behind[0].isalnum() or behind in index.words.comparisons.against_then
    return _Found(at + 1 - width, at + 2, "against", None) if when else None


def _named(line: Line, at: int, index: KindIndex) -> _Found | None:
    """« le double », « la moitié des victimes »."""
    words = index.words.comparisons
    for named, (value, share) in words.named.items():
        first = at + 1 - len(named)
        if named[-1] == line.folds[at] and first >= 0 and line.has(first, named) and line.fold(at + 1) in words.of:
            return _Found(first, at + 1, "share" if share else "times", value)
    return None


def _of_tallies(stretch: Stretch, found: _Found, figures: Sequence[Figure], index: KindIndex) -> bool:
    """Whether people or strikes are what is compared."""
    words, line = index.words.comparisons, stretch.line
    near = stretch.near(found.first, found.end, _NEAR)
    if not words.not_tallies.isdisjoint(near):
        return False
    counted = any(stretch.start <= f.span.start < stretch.stop for f in figures)
    match found.relation:
        case "against":
            return counted
        case "share":
            return not words.tallies.isdisjoint(line.folds[found.first : found.end + _BEHIND])
        case "percent" if line.fold(found.end) in words.of:
            return not words.tallies.isdisjoint(line.folds[found.end : found.end + _BEHIND])
        case _:
            return counted or not words.tallies.isdisjoint(near)


def _operands(
    stretch: Stretch, span: Span, found: _Found, figures: Sequence[Figure], index: KindIndex
) -> tuple[Span, ...]:
    """The numbers of the stretch's figures, or of those told before; for « contre 98 » also 98."""
    notes = stretch.notes
    own = [f for f in figures if stretch.start <= f.span.start < stretch.stop]
    if not own and not index.words.comparisons.pointing.isdisjoint(stretch.line.words):
        earliest = notes.sentence_starts[max(0, stretch.line.sentence.index - _BACK)]
        own = [f for f in figures if earliest <= f.span.start and f.span.end <= stretch.start][-2:]
    numbers = [n.span for f in own for n in notes.numerals(f.span.start, f.span.end)]
    spans = {n for n in numbers if not span.touches(n.start, n.end)}
    if found.relation == "against":
        token = stretch.line.sentence.tokens[found.end - 1]
        spans.add(Span(token.start, token.end, token.text))
    return tuple(sorted(spans, key=lambda s: s.start))


def _number(line: Line, at: int, index: KindIndex) -> _Number | None:
    """The number whose last word stands at an index: digits, or words (« vingt-cinq », « deux cents »)."""
    fold, values = line.fold(at), index.numbers.values
    if not fold:
        return None
    if fold[0].isdigit():
        try:
            return _Number(float(fold.replace(" ", "").replace(",", ".")), at)
        except ValueError:
            return None
    whole = index.numbers.compounds.get((fold,))
    parts = [values.get(part) for part in fold.split("-")] if whole is None else [whole]
    if None in parts:
        return None
    value = float(sum(p for p in parts if p is not None))
    before = values.get(line.fold(at - 1), 0)
    if value >= 100 and 1 < before < 100:
        return _Number(value * before, at - 1)
    return _Number(value, at)
