"""Apart: victims of a deed that is not the one the text is at: over before, answered by it, or no deed at all."""

from recoupe.languages.agents import AgentWords
from recoupe.languages.word_sets import either
from recoupe.stages.claim.counts.counts import Count
from recoupe.stages.claim.counts.found import Found
from recoupe.stages.claim.doers.authors import Authors
from recoupe.stages.claim.doers.dating_deeds import is_since
from recoupe.stages.claim.doers.parties import Parties
from recoupe.stages.claim.words.line import Line

_VERB = 3
"""How many words from a deed to « qui », where it is answered."""
_ANSWERED = 7
"""How many words from « qui » to those whom the deed behind it killed."""
_ANTECEDENT = 10
"""How many words from a deed to « qui », where it only says since when."""


def is_former(line: Line, found: Found, words: AgentWords) -> bool:
    """Whether those counted fell before, by whoever it was.

    « neuf civils avaient déjà été tués dans la province », « En février 2022, neuf civils avaient été tués ».
    """
    harm = found.harm
    suffered = harm is not None and harm.side == "left" and harm.bond == "clause"
    dated = bool({0, 1} & line.times) and found.count.first not in line.times
    if not suffered or not words.deeds.isdisjoint(line.words) or not (dated or words.already & line.words):
        return False
    return not line.lexicon.verbs.imperfect_auxiliaries.isdisjoint(line.words)


def is_dated_apart(line: Line, found: Found, words: AgentWords, authors: Authors) -> bool:
    """Whether a deed that is told as over, with its own day, killed them: « l'attaque du 7 mai avait fait 12 morts »."""
    harm = found.harm
    stop = harm.group if harm is not None and harm.side == "right" else found.count.first
    past = not line.lexicon.verbs.imperfect_auxiliaries.isdisjoint(line.folds[: stop + 2])
    of = line.lexicon.figures.of
    deeds = [i for i in range(line.end) if line.folds[i] in words.events and line.fold(i - 1) in words.told]
    dated = [i for i in deeds if line.fold(i + 1) in of and {i + 1, i + 2} & line.times]
    dated = [i for i in dated if not authors.was_told(line.folds[i])]
    # « l'attaque du 7 octobre a fait 1 200 morts », « ont péri dans l'attaque du 7 octobre »: known by its date, and no state's
    known = authors.reach != "group"
    return any(
        (known and line.folds[i] in words.landmarks and line.fold(i + 2)[:1].isdigit()) or (past and i < stop)
        for i in dated
    )


def is_of_answered(parties: Parties, count: Count) -> bool:
    """Whether those counted fell to what is answered: « en réponse à l'attentat qui avait tué 26 touristes »."""
    line, words = parties.line, parties.words
    if either(words.answers, words.since).isdisjoint(line.words):
        return False
    before = range(count.first - 1, max(0, count.first - _ANSWERED), -1)
    relative = next((i for i in before if line.folds[i] in line.lexicon.words.relatives), None)
    if relative is None:
        return False
    near = range(relative - 1, max(-1, relative - _ANTECEDENT - 1), -1)
    deed = next((i for i in near if line.folds[i] in words.deeds), None)
    by = parties.of_deed_between(deed, deed + 1) if deed is not None else None
    if deed is None or by is not None:
        return False
    # « la pire attaque depuis l'attentat contre l'ambassade, en 1998, qui avait fait 213 morts »
    answered = relative - deed <= _VERB and parties.is_answered(deed)
    return answered or is_since(parties, deed)


def is_of_crash(line: Line, found: Found, words: AgentWords) -> bool:
    """Whether those counted died as something crashed or sank: « un avion s'est écrasé, tuant 12 personnes »."""
    harm = found.harm
    if harm is None or words.crashing.isdisjoint(line.words):
        return False
    start = max((i for i in range(harm.start) if line.stops(i)), default=-1) + 1
    before = line.folds[start : max(harm.start, found.count.first)]
    # « un drone s'est écrasé sur un immeuble »
    return not words.crashing.isdisjoint(before) and words.heavy.isdisjoint(before) and words.by.isdisjoint(before)
