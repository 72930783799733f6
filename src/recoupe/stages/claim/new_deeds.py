"""New deeds: whether a deed that a sentence names is another than the one told, by the words around it."""

from recoupe.languages.agents import AgentWords
from recoupe.stages.claim.line import Line

_JUDGED = 5
"""Within how many words before a deed the verb stands that condemns it."""
_RECALLED = 9
"""Within how many words before a deed its relative clause begins."""


def opener(line: Line, deed: int, words: AgentWords) -> str:
    """The word before a deed and what may stand in front of it (« a mortar attack »)."""
    at = deed - 1
    while at > 0 and line.folds[at] in words.fronted and line.folds[at] not in words.indefinite:
        at -= 1
    return line.fold(at)


def is_of_some(line: Line, deed: int, words: AgentWords) -> bool:
    """Whether what a deed hit is brought in with it as new: « l'incendie d'un marché », « l'attaque d'un autre bus »."""
    return line.fold(deed + 1) in line.lexicon.figures.of and line.fold(deed + 2) in words.indefinite


def is_judged(line: Line, deed: int, words: AgentWords) -> bool:
    """Whether the deed is what somebody calls the one told: « la France dénonce un massacre »."""
    return not words.judging.isdisjoint(line.folds[max(0, deed - _JUDGED) : deed])


def is_recalled(line: Line, deed: int) -> bool:
    """Whether a clause set in recalls the deed: « Paris, qui avait mené un raid en 2019, a condamné l'attaque »."""
    before = range(deed - 1, max(-1, deed - _RECALLED), -1)
    relative = next((i for i in before if line.folds[i] in line.lexicon.words.relatives or line.stops(i)), None)
    if relative is None or line.fold(relative - 1) != ",":
        return False
    closed = "," in line.folds[deed:]
    return closed and not line.lexicon.verbs.imperfect_auxiliaries.isdisjoint(line.folds[relative:deed])
