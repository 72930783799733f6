"""Circumstances: parties that only say on whose word, beside what or whose attack was repelled: « selon un communiqué de X »."""

from recoupe.languages.word_sets import either
from recoupe.stages.claim.doers.foiled import is_foiled
from recoupe.stages.claim.doers.party import Named, Party

_NOUN = 5
"""Within how many words before « of » the preposition stands that opens such a phrase."""


def is_circumstance(parties: Named, party: Party, of: int) -> bool:
    """Whether the party behind « of » belongs to a noun that a preposition brings in, and is no subject.

    Not where the clause goes on with the party itself: « selon un communiqué de l'armée, ses soldats ont tué ».
    """
    line, words = parties.line, parties.words
    if line.fold(of) not in line.lexicon.figures.of or of < 1:
        return False
    acting = either(words.hands, words.deeds, words.membership, words.events)
    for at in range(of - 1, max(-1, of - _NOUN), -1):
        fold = line.folds[at]
        if fold in line.lexicon.figures.aside or fold in words.nearby:
            goes_on = line.fold(party.end) == "," and line.fold(party.end + 1) in words.own
            return not (goes_on or _strikes(parties, party.end))
        if line.stops(at) or fold == "," or fold in acting or line.finite(at):
            return False
    return False


def _strikes(parties: Named, at: int) -> bool:
    """« selon un communiqué de l'armée X, une frappe a tué trois miliciens »: whether a raid is told behind, and who died of it are
    enemies."""
    line, words = parties.line, parties.words
    at += line.fold(at) == ","
    if line.fold(at) not in line.lexicon.words.openers:
        return False
    noun = line.fold(at + 1)
    hits = noun in words.heavy or noun in words.means
    dead = (f for f in line.folds[at + 2 :] if f in line.lexicon.counted.people)
    first = next(dead, "")
    fights = first in words.enemies or line.lexicon.counted.people.get(first) == "combatants"
    return hits and fights and first not in words.servants


def is_repelled(parties: Named, party: Party, before: int) -> bool:
    """Whether the party's is a deed that another foiled: « a repoussé une attaque de X et tué 19 assaillants »."""
    line = parties.line
    deed = before - 1 if line.fold(before) in line.lexicon.figures.of else before
    return line.fold(deed) in parties.words.deeds and is_foiled(parties, deed)
