"""Translation: which passages of a document say the same, one by one and in order, as passages of one in another language.

Two write-ups of one statement share a sentence or two; a translation shares most of the shorter text, in order, with its
numbers. A look-alike (the same formulas about another town) shares the order, and none of the numbers.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

from recoupe.stages.derive.profile import Pair, Profile
from recoupe.stages.derive.signs import Signs, is_year
from recoupe.text import unmixed

Vectors = NDArray[np.float32]
"""One row of unit length for each passage."""
Grid = NDArray[np.float64]
_Grids = dict[tuple[int, int], Grid]

# Log odds that two passages say the same. Fitted on NTREX's sentences against their neighbours, and on write-ups of
# one statement, then rounded.
_BIAS = -6.8
_COSINE = 12.0
_MARGIN = 3.0
"""For the distance to the best passage beside it, on either side: a thing is said once."""
_FLOOR = 0.3
"""Cosine of passages that have nothing in common but their subject."""
_NAME, _MOST_NAMES = 0.5, 3
_OTHER_NUMBERS = -1.8
_LENGTH, _SAME_LENGTH = -1.5, 0.25
_SURE = 4.0
"""More than this no pair adds: many pairs tell more than a perfect one."""

# How pairs make a chain.
_LEAST = -1.5
"""A pair as doubtful as this still stands between good ones."""
_NEXT = 0.6
"""For a pair that follows right on the one before."""
_GAP = -0.15
"""For a passage left out."""
_SPLIT = -1.0
"""For one passage that two say together."""
_AGAIN, _CHAINS = 2.0, 4
"""What a further chain, of paragraphs that were moved, must be worth; and how many there may be."""
_KNOWN = 1.5
"""Added to all odds once the documents are known to be a translation: what was doubtful is then likely."""

# What numbers and names of the pairs say of the two documents.
_NUMBER_KEPT, _NUMBER_LOST = 0.6, -1.2
_NAME_KEPT, _NAME_LOST = 0.3, -0.1
_MOST_KEPT = 1.0
"""Two write-ups of one statement have its figures and names too."""

_NEEDED = ((0.7, 7.0), (0.5, 9.0), (0.0, 10.0))
"""How much evidence makes a translation, by how much of the side that is covered best is covered. Write-ups of one
statement come to 8 at a coverage of a half, look-alikes to 6 at any; translations of five sentences or more pass 13."""
_SHORT = {1: 4.0, 2: 4.0, 3: 5.0, 4: 6.5}
"""The same for a side of so few passages, when nearly all of it is covered: it cannot bring forward more."""
_FEW, _FEW_OF_MANY = 2, 3
"""One passage alone is a statement that both report, however well it fits; so may be two, where much else is said."""


@dataclass(frozen=True, slots=True)
class Side:
    """A document as it is compared across languages."""

    profile: Profile
    signs: tuple[Signs, ...]
    vectors: Vectors


@dataclass(frozen=True, slots=True)
class Translation:
    """What two documents say alike in two languages, and how much of each that is."""

    pairs: tuple[Pair, ...]
    """In the order of the first document; the score is the cosine."""
    covered_a: float
    """0 to 1: the share of the first document's words in the pairs."""
    covered_b: float
    cosine: float
    """Mean over the pairs."""
    evidence: float
    """Log odds of all together."""


@dataclass(frozen=True, slots=True)
class _Step:
    """`wide_a` passages from `a` on say what `wide_b` passages from `b` on say."""

    a: int
    b: int
    wide_a: int
    wide_b: int
    odds: float


def sentences(profile: Profile) -> tuple[str, ...]:
    """What an encoder must be given, in one call, for the vectors of `profile`: the text of each of its passages."""
    text = unmixed(profile.document.text)
    return tuple(text[passage.start : passage.end] for passage in profile.passages)


def translated(a: Side, b: Side) -> Translation | None:
    """How one of the documents translates the other, or part of it, whichever was first; None where neither does."""
    grids = _grids(a, b)
    found = _found(a, b, grids, 0.0)
    if found is None:
        return None
    most = max(found.covered_a, found.covered_b)
    if len(found.pairs) < (_FEW if most >= _NEEDED[1][0] else _FEW_OF_MANY):
        return None
    sides = ((found.covered_a, len(a.signs)), (found.covered_b, len(b.signs)))
    if all(found.evidence < _needed(covered, passages) for covered, passages in sides):
        return None
    full = _found(a, b, grids, _KNOWN)
    return replace(full, evidence=found.evidence) if full is not None else found


def aligned(a: Side, b: Side) -> Translation | None:
    """The best pairs of passages and what speaks for them, be it much or little; None where there is no pair."""
    return _found(a, b, _grids(a, b), 0.0)


def _needed(covered: float, passages: int) -> float:
    share, needed = next((share, needed) for share, needed in _NEEDED if covered >= share)
    return _SHORT.get(passages, needed) if share == _NEEDED[0][0] else needed


def _grids(a: Side, b: Side) -> _Grids:
    """The log odds of all pairs, by how many passages on either side are taken together; none where no pair is likely."""
    if not len(a.vectors) or not len(b.vectors):
        return {}
    best = float((a.vectors @ b.vectors.T).max())
    # Most documents that are compared have nothing in common.
    if _COSINE * best + 2 * _MARGIN * (best - _FLOOR) + _NAME * _MOST_NAMES + _BIAS <= 0:
        return {}
    grids = {(1, 1): _odds(a, b, 1, 1)}
    if not (grids[1, 1] > 0).any():
        return {}
    for shape in ((1, 2), (2, 1)):
        if len(a.vectors) >= shape[0] and len(b.vectors) >= shape[1]:
            grids[shape] = _odds(a, b, *shape) + _SPLIT
    return grids


def _found(a: Side, b: Side, grids: _Grids, known: float) -> Translation | None:
    """What is paired when `known` is added to all odds; None where no pair is found."""
    if not grids:
        return None
    left = {shape: grid + known for shape, grid in grids.items()}
    evidence, steps = 0.0, list[_Step]()
    for _ in range(_CHAINS):
        worth, chain = _best_chain(left, (len(a.vectors), len(b.vectors)))
        if not chain or (steps and worth < _AGAIN):
            break
        evidence += worth
        steps.extend(chain)
        _take_out(left, chain)
    if not steps:
        return None
    cosines = (a.vectors @ b.vectors.T).astype(np.float64)
    pairs = tuple(sorted(_pairs(steps, cosines), key=lambda pair: (pair.a, pair.b)))
    taken_a, taken_b = {pair.a for pair in pairs}, {pair.b for pair in pairs}
    evidence += _said_of_both(a, b, taken_a) + _said_of_both(b, a, taken_b)
    cosine = float(np.mean([pair.score for pair in pairs]))
    return Translation(pairs, _share(a, taken_a), _share(b, taken_b), cosine, evidence)


def _odds(a: Side, b: Side, wide_a: int, wide_b: int) -> Grid:
    """For each stretch of `wide_a` passages and each of `wide_b` the log odds that they say the same."""
    vectors_a, vectors_b = _merged(a.vectors, wide_a), _merged(b.vectors, wide_b)
    cosines = (vectors_a @ vectors_b.T).astype(np.float64)
    beside_b = _best_beside((vectors_a @ b.vectors.T).astype(np.float64), wide_b)
    beside_a = _best_beside((vectors_b @ a.vectors.T).astype(np.float64), wide_a).T
    lengths = np.abs(np.log(_lengths(a, wide_a))[:, None] - np.log(_lengths(b, wide_b))[None])
    odds = _BIAS + _COSINE * cosines + _MARGIN * (2 * cosines - beside_a - beside_b)
    odds += _LENGTH * np.maximum(lengths - _SAME_LENGTH, 0)
    signs_a, signs_b = _joined(a.signs, wide_a), _joined(b.signs, wide_b)
    for i, j in np.argwhere(odds > _LEAST - _KNOWN - _NAME * _MOST_NAMES):
        (numbers_a, names_a), (numbers_b, names_b) = signs_a[i], signs_b[j]
        odds[i, j] += _NAME * min(len(names_a & names_b), _MOST_NAMES)
        if numbers_a and numbers_b and not numbers_a & numbers_b:
            odds[i, j] += _OTHER_NUMBERS
    return np.minimum(odds, _SURE)


def _merged(vectors: Vectors, wide: int) -> Vectors:
    """The vectors of each `wide` passages in a row, taken together."""
    if wide == 1:
        return vectors
    sums: Vectors = vectors[:-1] + vectors[1:]
    unit: Vectors = sums / np.maximum(np.linalg.norm(sums, axis=1, keepdims=True), 1e-6)
    return unit


def _best_beside(cosines: Grid, wide: int) -> Grid:
    """For each row and each stretch of `wide` columns the greatest cosine outside the stretch; never under the floor."""
    rows, columns = cosines.shape
    edge = np.full((rows, 1), _FLOOR)
    ahead = np.maximum.accumulate(np.hstack([edge, cosines]), axis=1)
    behind = np.maximum.accumulate(np.hstack([edge, cosines[:, ::-1]]), axis=1)[:, ::-1]
    best: Grid = np.maximum(ahead[:, : columns - wide + 1], behind[:, wide:])
    return best


def _lengths(side: Side, wide: int) -> Grid:
    lengths = np.array([passage.end - passage.start for passage in side.profile.passages], np.float64)
    return lengths if wide == 1 else lengths[:-1] + lengths[1:]


def _joined(signs: Sequence[Signs], wide: int) -> list[tuple[frozenset[float], frozenset[str]]]:
    single = [(_telling(one), one.names) for one in signs]
    if wide == 1:
        return single
    return [(a[0] | b[0], a[1] | b[1]) for a, b in pairwise(single)]


def _telling(signs: Signs) -> frozenset[float]:
    return frozenset(number for number in signs.numbers if not is_year(number))


def _best_chain(grids: _Grids, size: tuple[int, int]) -> tuple[float, list[_Step]]:
    """The chain of pairs, in order on both sides, that is worth most, and its worth."""
    rows, columns = size
    # For each corner the best chain that ends there or before it, less what was left out since; and one that ends
    # right there with a pair.
    open_ended = np.zeros((rows + 1, columns + 1))
    ended = np.full((rows + 1, columns + 1), -np.inf)
    came: dict[tuple[int, int], tuple[_Step, bool]] = {}
    for i in range(1, rows + 1):
        for j in range(1, columns + 1):
            for (wide_a, wide_b), grid in grids.items():
                a, b = i - wide_a, j - wide_b
                if a < 0 or b < 0 or grid[a, b] <= _LEAST:
                    continue
                follows = ended[a, b] + _NEXT
                before = max(follows, open_ended[a, b])
                worth = before + grid[a, b]
                if worth > ended[i, j]:
                    ended[i, j] = worth
                    came[i, j] = _Step(a, b, wide_a, wide_b, float(grid[a, b])), follows >= open_ended[a, b]
            open_ended[i, j] = max(0.0, ended[i, j], open_ended[i - 1, j] + _GAP, open_ended[i, j - 1] + _GAP)
    i, j = (int(n) for n in np.unravel_index(int(ended.argmax()), ended.shape))
    worth = float(ended[i, j])
    if worth <= 0:
        return 0.0, []
    return worth, list(_back(came, open_ended, ended, i, j))


def _back(
    came: dict[tuple[int, int], tuple[_Step, bool]], open_ended: Grid, ended: Grid, i: int, j: int
) -> Iterator[_Step]:
    """The steps of the chain that ends at the corner, the last first."""
    while True:
        step, follows = came[i, j]
        yield step
        i, j = step.a, step.b
        if follows:
            continue
        while open_ended[i, j] > 0 and open_ended[i, j] != ended[i, j]:
            if open_ended[i, j] == open_ended[i - 1, j] + _GAP:
                i -= 1
            else:
                j -= 1
        if open_ended[i, j] <= 0:
            return


def _take_out(grids: _Grids, chain: list[_Step]) -> None:
    """Leaves no odds to the passages of the chain."""
    for (wide_a, wide_b), grid in grids.items():
        for step in chain:
            grid[max(0, step.a - wide_a + 1) : step.a + step.wide_a, :] = -np.inf
            grid[:, max(0, step.b - wide_b + 1) : step.b + step.wide_b] = -np.inf


def _pairs(steps: list[_Step], cosines: Grid) -> Iterator[Pair]:
    for step in steps:
        for a in range(step.a, step.a + step.wide_a):
            for b in range(step.b, step.b + step.wide_b):
                yield Pair(a, b, round(float(np.clip(cosines[a, b], 0, 1)), 4))


def _said_of_both(one: Side, other: Side, taken: set[int]) -> float:
    """What the numbers and names in the paired passages of one say, by whether the other document has them anywhere."""
    numbers = frozenset[float]().union(*(_telling(signs) for signs in other.signs))
    names = frozenset[str]().union(*(signs.names for signs in other.signs))
    kept = lost = 0.0
    for index in taken:
        said, called = _telling(one.signs[index]), one.signs[index].names
        kept += _NUMBER_KEPT * len(said & numbers) + _NAME_KEPT * len(called & names)
        lost += _NUMBER_LOST * len(said - numbers) + _NAME_LOST * min(len(called - names), _MOST_NAMES)
    return min(kept, _MOST_KEPT) + lost


def _share(side: Side, taken: set[int]) -> float:
    passages = side.profile.passages
    words = sum(len(passage.words) for passage in passages)
    return sum(len(passages[index].words) for index in taken) / words if words else 0.0
