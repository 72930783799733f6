"""Standing: how much of what a claim is about a sign tells, by the clause in which it stands."""

from collections.abc import Iterator

from recoupe.stages.claim.words.kind_index import KindIndex
from recoupe.stages.claim.words.line import ENDS, Line

MAIN = 4.0
_PARTICIPLE = 3.5
_ADJUNCT = 2.0
_RELATIVE = 1.0
_JOINT = 4


def standing(line: Line, at: int, index: KindIndex) -> float:
    """From `MAIN`, for a word of the main clause, down to 1 for one in a relative clause."""
    if line.standings is None:  # each word's follows from that before it: all are found in one go
        line.standings = list(_standings(line, index))
    here = line.standings[min(at, line.end)]
    return min(here, _ADJUNCT) if line.fold(at) in index.words.clauses.adjuncts else here


def _standings(line: Line, index: KindIndex) -> Iterator[float]:
    """How high each word stands by those before it; the last is for what stands behind them all."""
    clauses, words, here = index.words.clauses, index.lexicon.words, MAIN
    verbs = 0
    for i in range(line.end):
        yield here
        fold = line.folds[i]
        if fold == "," or fold in ENDS:
            after = line.fold(i + 1)
            here = _PARTICIPLE if len(after) > 4 and after.endswith(clauses.participles) else MAIN
        elif fold in clauses.relatives:
            if not _is_partitive(line, i, index):
                here, verbs = _RELATIVE, 0
        elif fold in clauses.adjuncts:
            here = min(here, _ADJUNCT)
        elif here == _ADJUNCT and line.finite(i):
            here = MAIN
        elif here == _RELATIVE and line.finite(i) and not line.lexicon.verbs.is_auxiliary(line.fold(i - 1)):
            verbs += 1
            if verbs > 1 and words.coordinators.isdisjoint(line.folds[max(0, i - _JOINT) : i]):
                here = MAIN  # « les habitants qui ont fui racontent … »
    yield here


def is_argument(line: Line, at: int, index: KindIndex) -> bool:
    """Whether a noun is what a verb says something of, and stands behind no preposition."""
    words, of = index.lexicon.words, index.lexicon.figures.of
    before = at - 1
    while before >= 0 and _opens(line.folds[before], index):
        if line.folds[before] in of and before and _is_noun(line, before - 1):
            return False  # « un décompte des victimes »
        before -= 1
    return line.fold(before) not in words.prepositions


def _is_noun(line: Line, at: int) -> bool:
    """Whether the word can only be a noun or an adjective: no verb, no grammatical word, no mark."""
    fold, words = line.folds[at], line.lexicon.words
    if not fold[0].isalpha() or line.lexicon.verbs.analyses(fold):
        return False
    return fold not in words.prepositions and fold not in words.coordinators and fold not in words.adverbs


def is_quality(line: Line, at: int) -> bool:
    """Whether a participle stands without auxiliary, and only says which: « la ville assiégée »."""
    return not any(line.lexicon.verbs.is_auxiliary(f) for f in line.folds[max(0, at - _JOINT) : at])


def is_complement(line: Line, noun: int, at: int, index: KindIndex) -> bool:
    """Whether a word only says of whom the noun that ends before `noun` speaks (« l'évacuation des blessés »)."""
    between = line.folds[noun:at]
    return bool(between) and between[0] in index.lexicon.figures.of and all(_opens(f, index) for f in between[1:])


def _opens(fold: str, index: KindIndex) -> bool:
    words = index.lexicon.words
    return fold in words.openers or fold in words.prenominal or fold[0].isdigit() or fold in index.numbers.values


def _is_partitive(line: Line, at: int, index: KindIndex) -> bool:
    """« dont 12 enfants »: no clause follows."""
    after = line.fold(at + 1)
    return line.folds[at] in index.lexicon.words.partitives and bool(after) and _opens(after, index)
