"""Comparing: what a claim says of two tallies (« multiplié par huit », « soit 12 % »), with the numbers it is said of."""

from collections.abc import Sequence

from recoupe.model.annotation import Numeral
from recoupe.model.claim import Comparison, Relation
from recoupe.model.figure import Figure
from recoupe.model.span import Span
from recoupe.stages.claim.kind_index import KindIndex
from recoupe.stages.claim.line import Line
from recoupe.stages.claim.stretch import Stretch

_NEAR = 12
_BACK = 2
"""How many sentences before may hold the numbers that « ce chiffre » means."""

_Found = tuple[int, int, Relation, float | None]
"""First word, end, relation, value."""


def comparison(stretch: Stretch, figures: Sequence[Figure], text: str, index: KindIndex) -> Comparison | None:
    """What the stretch compares; `figures` are those of the article. None when it compares nothing, or no tallies."""
    line, words = stretch.line, index.words.comparisons
    if words.gate.isdisjoint(line.folds):
        return None
    numbers = [n for n in stretch.notes.numerals(stretch.start, stretch.stop) if not n.ordinal]
    for at, fold in enumerate(line.folds):
        if fold not in words.gate:
            continue
        found = _at(line, at, numbers, index)
        if found is not None and _of_tallies(stretch, found, figures, index):
            first, end, relation, value = found
            span = stretch.span(first, end, text)
            return Comparison(span, relation, value, _operands(stretch, span, relation, numbers, figures, index))
    return None


def _at(line: Line, at: int, numbers: Sequence[Numeral], index: KindIndex) -> _Found | None:
    """What the word at an index compares, if it does."""
    words, fold = index.words.comparisons, line.folds[at]
    if fold in words.times:
        return _times(line, at, numbers, index)
    if fold in words.multiplying or fold in words.dividing:
        number = _number(line, at + 2, numbers) if line.fold(at + 1) in words.by else None
        if number is None or not number.value:
            return None
        value = number.value if fold in words.multiplying else round(1 / number.value, 3)
        return at, _end(line, number), "times", value
    if fold in words.factors and line.fold(at - 1) not in index.lexicon.words.openers:
        return at, at + 1, "times", words.factors[fold]
    width = words.half.at(line.folds, at)
    if width:
        return at, at + width, "times", 0.5
    width = words.per_cent.at(line.folds, at)
    if width:
        number = _number_before(line, at, numbers)
        if number is not None and number.value is not None:
            return line.first_at(number.span.start), at + width, "percent", number.value
        return None
    width = words.difference.at(line.folds, at)
    if width:
        number = _number_before(line, at, numbers)
        if number is None or number.value is None:
            return None
        return line.first_at(number.span.start), at + width, "difference", number.value
    if fold in words.out_of:
        return _ratio(line, at, numbers)
    if fold in words.against:
        number = _number(line, at + 1, numbers)
        if number is None or number.article:
            return None
        behind = line.fold(_end(line, number))
        return (at, _end(line, number), "against", None) if not behind or behind in words.against_then or not behind[0].isalnum() else None
    return _named(line, at, index)


def _times(line: Line, at: int, numbers: Sequence[Numeral], index: KindIndex) -> _Found | None:
    """« huit fois plus », « deux fois moins »."""
    words = index.words.comparisons
    number, behind = _number_before(line, at, numbers), line.fold(at + 1)
    if number is None or not number.value or not (behind in words.more or behind in words.fewer):
        return None
    value = round(1 / number.value, 3) if behind in words.fewer else number.value
    return line.first_at(number.span.start), at + 2, "times", value


def _ratio(line: Line, at: int, numbers: Sequence[Numeral]) -> _Found | None:
    """« un blessé sur trois »."""
    whole = _number(line, at + 1, numbers)
    part = next((n for n in numbers if line.first_at(n.span.start) in (at - 2, at - 1)), None)
    if part is None or whole is None or not part.value or not whole.value or part.value >= whole.value:
        return None
    return line.first_at(part.span.start), _end(line, whole), "share", round(part.value / whole.value, 3)


def _named(line: Line, at: int, index: KindIndex) -> _Found | None:
    """« le double », « la moitié des victimes »."""
    words = index.words.comparisons
    for named, (value, share) in words.named.items():
        first = at + 1 - len(named)
        if named[-1] == line.folds[at] and first >= 0 and line.has(first, named) and line.fold(at + 1) in words.of:
            return first, at + 1, "share" if share else "times", value
    return None


def _of_tallies(stretch: Stretch, found: _Found, figures: Sequence[Figure], index: KindIndex) -> bool:
    """Whether people or strikes are what is compared."""
    words = index.words.comparisons
    first, end, relation, _ = found
    near = stretch.near(first, end, _NEAR)
    if not words.not_tallies.isdisjoint(near[: _NEAR + end - first + 4]):
        return False
    counted = any(stretch.start <= f.span.start < stretch.stop for f in figures)
    if relation == "against":
        return counted
    if relation == "share":
        return not words.tallies.isdisjoint(stretch.line.folds[first : end + 5])
    return counted or not words.tallies.isdisjoint(near)


def _operands(
    stretch: Stretch,
    span: Span,
    relation: Relation,
    numbers: Sequence[Numeral],
    figures: Sequence[Figure],
    index: KindIndex,
) -> tuple[Span, ...]:
    """The numbers of the stretch's figures outside the comparing words, or those told before that it points back to."""
    counted = [
        n.span
        for n in numbers
        if any(f.span.touches(n.span.start, n.span.end) for f in figures) and (relation == "against" or not span.touches(n.span.start, n.span.end))
    ]
    if relation == "against":
        counted += [n.span for n in numbers if span.touches(n.span.start, n.span.end) and n.span not in counted]
    if not counted and not index.words.comparisons.pointing.isdisjoint(stretch.line.folds):
        sentence = stretch.line.sentence.index
        earliest = stretch.notes.sentence_starts[max(0, sentence - _BACK)]
        told = [f for f in figures if earliest <= f.span.start and f.span.end <= stretch.start]
        counted = [n.span for f in told[-2:] for n in stretch.notes.numerals(f.span.start, f.span.end)]
    return tuple(sorted(counted, key=lambda s: s.start))


def _number(line: Line, at: int, numbers: Sequence[Numeral]) -> Numeral | None:
    """The number that begins with the word at an index."""
    start = line.starts[at] if at < line.end else -1
    return next((n for n in numbers if n.span.start == start), None)


def _number_before(line: Line, at: int, numbers: Sequence[Numeral]) -> Numeral | None:
    """The number that ends right before the word at an index."""
    return next((n for n in numbers if line.first_at(n.span.end) == at), None)


def _end(line: Line, number: Numeral) -> int:
    return line.first_at(number.span.end)
