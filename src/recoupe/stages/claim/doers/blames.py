"""Blames: the words that lay a deed at the door of who stands behind them: « imputé à X », « mis sur le compte de X »."""

from recoupe.languages.agents import AgentWords
from recoupe.stages.claim.words.line import Line

_OBJECT = 10
"""How many words from « met » to « le compte », the deed between them."""


def is_blame(line: Line, words: AgentWords, at: int) -> bool:
    """Whether who is blamed stands right behind the word, and the verb of blaming right before it, or its idiom."""
    blamed = line.folds[at] in words.blamed_on and line.fold(at - 1) in words.blaming
    return blamed or accounting_verb(line, words, at) is not None


def is_link(line: Line, words: AgentWords, at: int) -> bool:
    """Whether whose violence it was stands right behind the word, though nobody is said to have done it: « liées aux gangs »."""
    return line.folds[at] in words.blamed_on and line.fold(at - 1) in words.linked


def are_two(line: Line, words: AgentWords, end: int) -> bool:
    """Whether another is blamed beside who ends before a word: « imputés à X et à Y », but not « à X et à ses alliés »."""
    joined = line.fold(end) in line.lexicon.words.coordinators and line.fold(end + 1) in words.blamed_on
    return joined and line.fold(end + 2) not in words.own


def accounting_verb(line: Line, words: AgentWords, at: int) -> int | None:
    """The index of the verb whose « of » the word is: « met cette attaque sur le compte de »; None where it is no such."""
    if line.folds[at] not in line.lexicon.figures.of or line.fold(at - 1) not in words.account:
        return None
    before = range(at - 2, max(-1, at - 2 - _OBJECT), -1)
    verb = next((i for i in before if line.stops(i) or line.folds[i] in words.entering), None)
    return verb if verb is not None and line.folds[verb] in words.entering else None
