"""Likewise: counts to whom a pronoun or « the same fate » says that the same was done: « Quatre autres l'ont été à Rafah »."""

from recoupe.model.figure import Effect
from recoupe.stages.claim.counts.counts import Count
from recoupe.stages.claim.counts.found import Found
from recoupe.stages.claim.counts.harms import Harm
from recoupe.stages.claim.counts.link import Linker
from recoupe.stages.claim.counts.tolls import Topic
from recoupe.stages.claim.words.insertions import past_aside
from recoupe.stages.claim.words.line import Line

_SUFFERED = 6
"""Within how many words before « the same fate » those stand who suffered it."""


def likewise(linker: Linker, count: Count, topic: Topic | None, lately: Effect | None) -> Found | None:
    """The count with what befell those told last, in the sentence or the one before; None where nothing says so.

    `lately` is what the sentence before told of somebody, counted or not.
    """
    line = linker.line
    if count.numeral.article and count.kind != "them":
        return None
    said = _said_at(line, count.end)
    if said is None and not _shares_fate(line, count):
        return None
    before = linker.tied_before(linker.counts.index(count))
    if before is not None:
        return Found(count, before.effect, _harm(count, before.effect, said), like=before, carried=True)
    told = next((h for h in reversed(linker.harms) if h.suffered and h.end <= count.first), None)
    if told is not None:
        return Found(count, told.effect, _harm(count, told.effect, said), carried=True)
    if said is None and topic is not None and topic.effect == "wounded" and _past_place(line, count.end) > count.end:
        return None  # who lives elsewhere shares the fate of the dead, or of the hurt
    if topic is not None and line.sentence.index - topic.sentence <= 1 and topic.effect == (lately or topic.effect):
        return Found(count, topic.effect, _harm(count, topic.effect, said), like=topic.like, carried=True)
    return Found(count, lately, _harm(count, lately, said), carried=True) if lately is not None else None


def _harm(count: Count, effect: Effect, said: int | None) -> Harm | None:
    """The harm that the words at token `said` tell of the count; None where only its fate is said to be the same."""
    return Harm(effect, "left", "clause", count.end, said, said + 1, suffered=True) if said is not None else None


def _said_at(line: Line, at: int) -> int | None:
    """Where the last word of « l'ont été » or « le sont » stands behind word `at`, an adverb before it aside; else None."""
    figures = line.lexicon.figures
    at += line.fold(at) in line.lexicon.words.adverbs
    if line.fold(at) not in figures.it:
        return None
    said = at + 2 + (line.fold(at + 2) in line.lexicon.words.adverbs)
    if line.auxiliary(at + 1, figures.perfect) and line.auxiliary(said, figures.passive):
        return said
    # « trois le sont encore », but not « douze l'étaient venus »
    passive = line.auxiliary(at + 1, figures.passive) and not line.lexicon.verbs.is_past_participle(line.fold(at + 2))
    return at + 1 if passive else None


def _shares_fate(line: Line, count: Count) -> bool:
    """« deux hommes ont subi le même sort », « le même sort a été réservé à deux voisins »."""
    for at, width in line.lexicon.figures.fate.standing(line.folds):
        suffered = range(_past_place(line, count.end), at) if count.end <= at else range(at + width, count.first)
        if len(suffered) <= _SUFFERED and not any(line.stops(i) or line.folds[i] == "," for i in suffered):
            return True
    return False


def _past_place(line: Line, at: int) -> int:
    """The index behind where those counted live: « douze villageois de Matmata, dans le département voisin, »; `at` for none."""
    comma = next((i for i in range(at, min(line.end, at + _SUFFERED)) if line.folds[i] == ","), None)
    closing = past_aside(line, comma) if comma is not None else None
    return at if closing is None or closing == comma else closing + 1
