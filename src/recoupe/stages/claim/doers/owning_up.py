"""Owning up: who says that the deed told was his, in words that name it by a pronoun or not at all: « X l'a revendiqué »."""

from recoupe.languages.word_sets import either
from recoupe.model.annotation import Entity
from recoupe.stages.claim.doers.parties import Parties
from recoupe.stages.claim.words.verb_group import group_before

_NEAR = 10
_SUBJECT = 6
"""How many words from the subject to its verb."""
_APPOSED = 18
"""The same where the verb is in the perfect, with a clause about the subject between commas."""
_BEING = 4
"""Within how many words before « l'auteur » stands « en être »."""
_MESSAGE = 3
"""Within how many words behind « revendication » its author is named."""


def owns_up(parties: Parties) -> Entity | None:
    """« X l'a revendiqué », « il a été revendiqué par X », « X dit en être l'auteur », « la revendication de X »."""
    line, words = parties.line, parties.words
    if either(words.owning, words.authors, words.claims).isdisjoint(line.words) or parties.denies:
        return None
    for at, fold in enumerate(line.folds):
        entity = None
        if fold in words.owning and not parties.is_denied(at):
            entity = _fronted(parties) if at == 0 else _by_pronoun(parties, at)
        elif fold in words.authors and not parties.is_denied(at):
            entity = _author(parties, at)
        elif fold in words.claims:
            entity = _message(parties, at)
        if entity is not None:
            return entity
    return None


def _by_pronoun(parties: Parties, at: int) -> Entity | None:
    """Whose the deed is that a pronoun names beside the verb of owning up at a word."""
    line, words = parties.line, parties.line.lexicon.words
    group = group_before(line, at)
    if group.negated or not (group.auxiliary or line.finite(at)):
        return None
    if group.passive:
        it = line.fold(group.first - 1) in words.subjects or line.fold(group.first) in words.subjects
        return parties.doer(at + 1, at + 1 + _NEAR) if it else None
    taken_up = not (words.clitics & parties.words.told).isdisjoint(line.folds[group.first - 1 : at])
    of_it = not parties.words.of_it.isdisjoint(line.folds[group.first - 1 : at])
    # « X en a revendiqué la responsabilité »
    taken_up = taken_up or (of_it and not parties.words.ownership.isdisjoint(line.folds[at + 1 : at + 3]))
    if _is_last(parties, at):
        return parties.in_front(group.first, _SUBJECT)
    reach = _APPOSED if group.perfect else _SUBJECT
    return parties.in_front(group.first, reach) if taken_up and not group.reflexive else None


def _fronted(parties: Parties) -> Entity | None:
    """« Revendiqué par X, l'attentat de mardi a fait », « Revendiquée par X, elle avait fait »: whose the deed is."""
    line, words = parties.line, parties.words
    comma = next((i for i in range(1, min(line.end, _APPOSED)) if line.folds[i] == ","), None)
    if comma is None or line.fold(1) not in words.by:
        return None
    told = line.fold(comma + 1) in words.told and line.fold(comma + 2) in words.deeds
    it = line.fold(comma + 1) in line.lexicon.words.subjects
    return parties.doer(1, comma) if told or it else None


def _is_last(parties: Parties, at: int) -> bool:
    """Whether the verb at a word closes a headline that tells the deed before it: « Un attentat fait 46 morts, X revendique »."""
    line = parties.line
    deed = next((i for i in range(at) if line.folds[i] in parties.words.deeds), None)
    return at + 1 >= line.end and deed is not None and "," in line.folds[deed:at]


def _author(parties: Parties, at: int) -> Entity | None:
    """Who says to be « l'auteur » that stands at a word, of the deed told or of what « en » takes up."""
    line, words = parties.line, parties.words
    being = next((i for i in range(at - 1, max(-1, at - _BEING - 1), -1) if line.folds[i] in words.being), None)
    if being is None:
        return None
    told = any(
        line.folds[i] in words.deeds and line.fold(i - 1) in words.told for i in range(at + 1, at + 4) if i < line.end
    )
    if not told and line.fold(being - 1) not in words.of_it:
        return None
    return parties.in_front(being, _SUBJECT)


def _message(parties: Parties, at: int) -> Entity | None:
    """Whose the claim of responsibility is that a noun at a word tells of."""
    line, of = parties.line, parties.line.lexicon.figures.of
    if line.fold(at + 1) in of:
        party = parties.behind(at + 1)
        return party.entity if party is not None and party.first <= at + _MESSAGE else None
    return parties.in_front(at, _NEAR) if line.fold(at - 1) in of else None
