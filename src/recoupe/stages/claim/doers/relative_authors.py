"""Relative authors: who did a deed by the clause behind it: « le raid que X a mené », « le pilonnage auquel X a soumis Y »."""

from recoupe.languages.word_sets import either
from recoupe.model.annotation import Entity
from recoupe.stages.claim.doers.party import Named

_NEAR = 10
_RELATIVE = 4
"""Within how many words behind a deed « que » or « auquel » refers to it."""


def leader(parties: Named, deed: int) -> Entity | None:
    """Who is the subject of a relative clause about the deed: « le raid aérien que la coalition a mené »."""
    line, words = parties.line, parties.words
    oblique = next((i for i in range(deed + 1, deed + _RELATIVE) if line.fold(i) in words.oblique), None)
    if oblique is not None:
        return _subjecting(parties, oblique)
    relative = next((i for i in range(deed + 1, deed + _RELATIVE) if line.fold(i) in words.objects), None)
    if relative is None or words.claiming.isdisjoint(line.folds[relative : relative + _NEAR]):
        return None
    led = next((p.entity for p in parties.named if relative < p.first <= relative + 2), None)
    return led or _inverted(parties, relative)


def _subjecting(parties: Named, relative: int) -> Entity | None:
    """Who stands in a relative clause as the author: « le pilonnage auquel X a soumis la ville », « dont X est l'auteur »."""
    line, words = parties.line, parties.words
    near = range(relative + 1, relative + _NEAR)
    doing = either(words.subjecting, words.guilty, words.owning)
    done = next((i for i in near if line.fold(i) in doing), None)
    if done is None or not words.among.isdisjoint(line.folds[relative:done]):
        return None
    if line.folds[done] in words.guilty:
        # « dont l'armée accuse les rebelles » is no deed of the army's
        being = any(line.auxiliary(i, line.lexicon.figures.passive) for i in range(relative, done))
        if not being:
            return None
    ahead = next((p for p in parties.named if relative < p.first <= relative + 2 and p.first < done), None)
    if ahead is not None:
        return ahead.entity
    behind = next((p for p in parties.named if done < p.first <= done + 3), None)
    inverted = behind is not None and relative + _RELATIVE >= done
    return behind.entity if behind is not None and inverted and line.fold(done + 1) in words.told else None


def _inverted(parties: Named, relative: int) -> Entity | None:
    """Who stands behind the verb of a relative clause as its subject: « qu'a revendiquée la secte islamiste X »."""
    line, words = parties.line, parties.line.lexicon.words
    verb = relative + 1
    while (
        line.fold(verb) in words.clitics
        or line.fold(verb) in words.adverbs
        or line.lexicon.verbs.is_auxiliary(line.fold(verb))
    ):
        verb += 1
    party = next((p for p in parties.named if verb < p.first <= verb + _NEAR), None)
    if line.fold(verb) not in parties.words.claiming or party is None:
        return None
    between = line.folds[verb + 1 : party.first]
    of = line.lexicon.figures.of
    # a noun phrase, and no « dans … » or « par … » behind a subject that nobody knows
    return None if any(f == "," or (f in words.prepositions and f not in of) for f in between) else party.entity
