"""Disowned: counts in what a sentence calls untrue (« reports of 7 dead are false ») or leaves open (« whether 50 died »)."""

from recoupe.stages.claim.words.line import Line

_REACH = 14
"""Words from « the claim that », or from « whether », to the count."""
_BESIDE = 3
"""Words from « untrue » to its negation."""


def untrue(line: Line, count: int) -> bool:
    """Whether the count that begins at `count` is told only to be called untrue; False where that is itself denied."""
    figures, folds = line.lexicon.figures, line.folds
    if figures.untrue.isdisjoint(folds) and figures.true.isdisjoint(folds):
        return False
    told = _told(line, count)
    if told is None:
        return False
    if _called(line, told - 1):
        return True  # « false reports of 7 dead », « it is not true that »
    behind = range(count + 1, line.end)
    stop = next((at for at in behind if line.stops(at)), line.end)
    said = next((at for at in behind if at < stop and _predicate(line, at)), None)
    return said is not None and _called(line, said)


def _called(line: Line, at: int) -> bool:
    """Whether the word at `at` calls something untrue: « false », « not true », but not « not false »."""
    figures, fold = line.lexicon.figures, line.fold(at)
    negated = not figures.not_before.isdisjoint(line.folds[max(0, at - _BESIDE) : max(0, at)])
    return (fold in figures.untrue and not negated) or (fold in figures.true and negated)


def left_open(line: Line, verb: int) -> bool:
    """Whether the clause whose verb stands at `verb` only asks or supposes (« whether 50 died », « if 5 more die »)."""
    figures, words = line.lexicon.figures, line.lexicon.words
    for at in range(verb - 1, max(-1, verb - _REACH), -1):
        fold = line.folds[at]
        if fold in figures.open:
            return True
        if line.stops(at) or fold == "," or fold in words.subordinators or line.finite(at):
            return False
    return False


def _told(line: Line, count: int) -> int | None:
    """The index of « reports of », « the claim that », or of a bare « that », in front of the count; None for none."""
    figures = line.lexicon.figures
    for at in range(count - 1, max(-1, count - _REACH), -1):
        if line.stops(at):
            return None
        if line.fold(at + 1) in figures.of or line.fold(at + 1) in figures.only:
            if line.folds[at] in figures.told:
                return at
            if line.folds[at] in figures.untrue or line.folds[at] in figures.true:
                return at + 1
    return None


def _predicate(line: Line, at: int) -> bool:
    """Whether the word says of something that it is true, or untrue, and is no part of a name (« a false flag »)."""
    figures, words, behind = line.lexicon.figures, line.lexicon.words, line.fold(at + 1)
    if line.folds[at] not in figures.untrue and line.folds[at] not in figures.true:
        return False
    return not behind[:1].isalpha() or behind in words.prepositions or behind in words.coordinators
