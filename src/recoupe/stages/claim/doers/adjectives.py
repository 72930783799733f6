"""Adjectives: the state whose adjective stands behind a deed or its means (« des avions de combat israéliens »)."""

from recoupe.languages.word_sets import either
from recoupe.model.annotation import Entity
from recoupe.stages.claim.doers.party import Named

_ADJECTIVES = 3
"""Within how many words behind a deed or « by » the adjective of a state stands."""


def adjective(parties: Named, start: int) -> Entity | None:
    """The state whose adjective stands behind the deed before word `start`, or the party that a kind word is there."""
    line, words, lexicon = parties.line, parties.words, parties.line.lexicon
    of, acting = lexicon.figures.of, either(words.hands, words.deeds)
    if line.fold(start) in of and line.fold(start + 1) in words.deeds:
        start += 2  # « tirs d'artillerie israéliens »
    start = _behind_hands(parties, start)
    start += line.fold(start) in lexicon.words.openers  # « par des tireurs embusqués israéliens »
    stop, at = start + _ADJECTIVES, start - 1
    while (at := at + 1) < min(line.end, stop):
        fold = line.folds[at]
        if fold in of and line.fold(at + 1) in words.manufacture:
            return None  # « des drones de fabrication iranienne » are anybody's
        if fold in of and fold not in lexicon.words.openers and line.fold(at - 1) in acting:
            stop, at = stop + 2, at + 1  # « des avions de combat israéliens »
            continue
        if line.stops(at) or fold == "," or fold in lexicon.words.prepositions or fold in lexicon.counted.civil:
            return None
        kind = fold in words.kinds or fold in words.unnamed
        named = next((p.entity for p in parties.named if p.first == at), None) if kind else None
        if named is not None:
            return named
        code = parties.countries.by_adjective(fold) if len(fold) > 3 and fold not in words.links else None
        code = code or parties.countries.by_joint(fold)
        if code is not None:
            return None if _is_of_no_state(parties, at, code) else parties.countries.state(code)
    return None


def _is_of_no_state(parties: Named, at: int, code: str) -> bool:
    """Whether those before an adjective only come from the country: « des pirates somaliens », « des mercenaires libériens », but
    a state at war sends mercenaries of its own."""
    before = parties.line.fold(at - 1)
    hired = before in parties.words.hired and not parties.countries.record(code).foes
    return hired or before in parties.words.outlaws


def _behind_hands(parties: Named, start: int) -> int:
    """The word behind those who act for a state, where they are named twice: « l'aviation de l'occupation »."""
    line, words, of = parties.line, parties.words, parties.line.lexicon.figures.of
    at = start + (line.fold(start) in words.told)
    if line.fold(at) not in words.deeds and line.fold(at) not in words.hands:
        return start
    inner = at + 2 + (line.fold(at + 2) in words.told)
    return inner + 1 if line.fold(at + 1) in of and line.fold(inner) in words.hands else start
