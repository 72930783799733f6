"""New deeds: whether a sentence brings in another deed than the one told, by the words around it."""

from collections.abc import Set

from recoupe.languages.agents import AgentWords
from recoupe.stages.claim.doers.authors import Authors
from recoupe.stages.claim.doers.parties import Parties
from recoupe.stages.claim.words.line import Line

_JUDGED = 5
"""Within how many words before a deed the verb stands that condemns it."""
_RECALLED = 9
"""Within how many words before a deed its relative clause begins."""
_ASKED = frozenset("?؟")


def brings_in(parties: Parties, authors: Authors, loose: Set[str], *, counting: bool) -> bool:
    """Whether a sentence brings in a deed that has not been told before; `counting` says that it counts people, `loose` are the authors
    who are no more than « rebels »."""
    line, words = parties.line, parties.words
    if words.events.isdisjoint(line.words) or not line.lexicon.figures.not_before.isdisjoint(line.words):
        return False
    if line.folds[-1] in _ASKED:
        return False  # « était-ce un kamikaze ou une voiture piégée ? »
    new = [
        at
        for at, fold in enumerate(line.folds)
        if fold in words.events and _is_new(line, at, words, authors, counting=counting)
    ]
    vague = authors.is_group and any(p.entity.name in loose for p in parties.named)
    if vague or any(authors.name(p.entity) == authors.last for p in parties.named):
        return any(line.fold(at - 1) in words.various for at in new)
    return bool(new)


def _is_new(line: Line, deed: int, words: AgentWords, authors: Authors, *, counting: bool) -> bool:
    fold, before = line.folds[deed], _opener(line, deed, words)
    if before not in words.indefinite and not (counting and _is_of_some(line, deed, words)):
        return False
    if (before in words.another and fold in authors.deeds) or _is_judged(line, deed, words) or _is_recalled(line, deed):
        return False
    if not counting and fold in words.clashes:
        return (
            False  # fighting, of which nobody is said to have fallen, ends no raid; nor does a shot by « les rebelles »
        )
    # « Les shebab ont attaqué un hôtel. Un attentat-suicide a tué dix gardes »
    return authors.reach != "group" or fold not in words.suicidal


def _opener(line: Line, deed: int, words: AgentWords) -> str:
    """The word before a deed and what may stand in front of it (« a mortar attack »)."""
    at = deed - 1
    while at > 0 and line.folds[at] in words.fronted and line.folds[at] not in words.indefinite:
        at -= 1
    return line.fold(at)


def _is_of_some(line: Line, deed: int, words: AgentWords) -> bool:
    """Whether what a deed hit is brought in with it as new: « l'incendie d'un marché », « l'attaque d'un autre bus »."""
    return line.fold(deed + 1) in line.lexicon.figures.of and line.fold(deed + 2) in words.indefinite


def _is_judged(line: Line, deed: int, words: AgentWords) -> bool:
    """Whether the deed is what somebody calls the one told: « la France dénonce un massacre »."""
    return not words.judging.isdisjoint(line.folds[max(0, deed - _JUDGED) : deed])


def _is_recalled(line: Line, deed: int) -> bool:
    """Whether a clause set in recalls the deed: « Paris, qui avait mené un raid en 2019, a condamné l'attaque »."""
    before = range(deed - 1, max(-1, deed - _RECALLED), -1)
    relative = next((i for i in before if line.folds[i] in line.lexicon.words.relatives or line.stops(i)), None)
    if relative is None or line.fold(relative - 1) != ",":
        return False
    closed = "," in line.folds[deed:]
    return closed and not line.lexicon.verbs.imperfect_auxiliaries.isdisjoint(line.folds[relative:deed])
