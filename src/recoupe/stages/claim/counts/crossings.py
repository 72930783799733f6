"""Crossings: who came into another country or left to flee: « sont arrivés au Tchad », « ont pris la route pour fuir X »."""

from collections.abc import Callable

from recoupe.languages.word_sets import either
from recoupe.stages.claim.counts.harms import Harm
from recoupe.stages.claim.words.line import Line
from recoupe.stages.claim.words.verb_group import group_before

IsLand = Callable[[str], bool]
"""Whether words name a country, or the adjective of one."""

_AHEAD = 5
"""Within how many words behind the verb the preposition of the country stands."""
_GROUND = 12
"""Within how many words behind the verb the ground of a country stands (« ont gagné entre le 3 et le 20 mai la rive tchadienne »)."""
_NAME = 3
"""How many words the name of a country may have."""
_BACK = 14
"""How far before « pour fuir » the verb of its clause may stand."""


def with_crossings(line: Line, harms: list[Harm], is_land: IsLand, is_demonym: IsLand) -> list[Harm]:
    """The harms, with those of people who crossed into a country, or came out of it, and of those who left to flee.

    `is_land` tells whether words name a country, `is_demonym` whether a word is the adjective of one.
    """
    words = line.lexicon.harm.crossings
    if not words.fleeing.isdisjoint(line.words):
        harms = [_purpose(line, h) if line.folds[h.start] in words.fleeing else h for h in harms]
    if either(words.entering, words.reaching).isdisjoint(line.words):
        return harms
    known = {h.start for h in harms if not h.given}
    found = (_crossing(line, at, is_land, is_demonym) for at in range(line.end) if at not in known)
    crossed = {h.start: h for h in found if h is not None}
    return sorted([*(h for h in harms if h.start not in crossed), *crossed.values()], key=lambda h: h.start)


def _crossing(line: Line, at: int, is_land: IsLand, is_demonym: IsLand) -> Harm | None:
    """The harm of a verb of coming at word `at` that has a country behind it."""
    words, fold = line.lexicon.harm.crossings, line.folds[at]
    entering, reaching = fold in words.entering, fold in words.reaching
    if not (entering or reaching):
        return None
    group = group_before(line, at)
    acts = line.finite(at) or group.passive or group.perfect
    if not acts and (
        reaching or line.fold(at - 1) in either(line.lexicon.words.openers, line.lexicon.words.prepositions)
    ):
        return None
    if group.negated or (reaching and group.passive):
        return None
    if not (_names_land(line, at, is_land, entering=entering) or _names_ground(line, at, is_demonym)):
        return None
    return Harm("displaced", "left", "clause" if acts else "noun", group.first, at, at + 1, people=True)


def _names_land(line: Line, at: int, is_land: IsLand, *, entering: bool) -> bool:
    words = line.lexicon.harm.crossings
    if not entering:
        return _is_named(line, at + 1, is_land)
    for index in range(at + 1, min(line.end, at + 1 + _AHEAD)):
        if line.stops(index) or line.finite(index):
            return False
        if line.folds[index] in words.ways and _is_named(line, index + 1, is_land):
            return True
    return False


def _names_ground(line: Line, at: int, is_demonym: IsLand) -> bool:
    """« le territoire tchadien », « côté ougandais »: whether the ground of a country stands behind the verb."""
    grounds = line.lexicon.harm.crossings.grounds
    near = range(at + 1, min(line.end, at + 1 + _GROUND))
    return any(line.folds[i] in grounds and is_demonym(line.fold(i + 1)) for i in near)


def _is_named(line: Line, at: int, is_land: IsLand) -> bool:
    """Whether a country's name begins at word `at`, behind its article."""
    at += line.fold(at) in line.lexicon.words.openers
    if not line.named(at):
        return False
    tokens = line.sentence.tokens
    return any(is_land(" ".join(t.text for t in tokens[at : at + width])) for width in range(_NAME, 0, -1))


def _purpose(line: Line, harm: Harm) -> Harm:
    """« ont gagné la ville pour fuir », « sont arrivés à X, fuyant »: the harm as that of who does the verb before."""
    before = line.fold(harm.start - 1)
    if harm.group != harm.start or before not in (",", *line.lexicon.harm.crossings.purpose):
        return harm
    for at in range(harm.start - 2, max(-1, harm.start - _BACK), -1):
        if line.stops(at) or line.folds[at] in line.lexicon.words.relatives:
            return harm
        if line.finite(at):
            return harm._replace(group=group_before(line, at).first)
    return harm
