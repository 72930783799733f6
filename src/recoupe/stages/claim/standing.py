"""Standing: how much of what a claim is about a sign tells, by the clause in which it stands."""

from recoupe.stages.claim.kind_index import KindIndex
from recoupe.stages.claim.line import Line

MAIN = 4.0
_PARTICIPLE = 3.5
_ADJUNCT = 2.0
_RELATIVE = 1.0


def standing(line: Line, at: int, index: KindIndex) -> float:
    """From `MAIN`, for a word of the main clause, down to 1 for one in a relative clause."""
    clauses, here = index.words.clauses, MAIN
    for i in range(min(at, line.end)):
        fold = line.folds[i]
        if fold == "," or line.stops(i):
            after = line.fold(i + 1)
            here = _PARTICIPLE if len(after) > 4 and after.endswith(clauses.participles) else MAIN
        elif fold in clauses.relatives:
            if not _is_partitive(line, i, index):
                here = _RELATIVE
        elif fold in clauses.adjuncts:
            here = min(here, _ADJUNCT)
        elif here == _ADJUNCT and line.finite(i):
            here = MAIN
    return here


def is_argument(line: Line, at: int, index: KindIndex) -> bool:
    """Whether a noun is what a verb says something of, and stands behind no preposition."""
    words = index.lexicon.words
    before = at - 1
    while before >= 0 and _opens(line.folds[before], index):
        before -= 1
    return line.fold(before) not in words.prepositions


def _opens(fold: str, index: KindIndex) -> bool:
    words = index.lexicon.words
    return fold in words.openers or fold in words.prenominal or fold[0].isdigit() or fold in index.numbers.values


def _is_partitive(line: Line, at: int, index: KindIndex) -> bool:
    """« dont 12 enfants »: no clause follows."""
    after = line.fold(at + 1)
    return line.folds[at] in index.lexicon.words.partitives and bool(after) and _opens(after, index)
