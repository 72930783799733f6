"""Likewise: counts to whom a pronoun or « the same fate » says that the same was done: « Quatre autres l'ont été à Rafah »."""

from recoupe.model.figure import Effect
from recoupe.stages.claim.counts import Count
from recoupe.stages.claim.found import Found
from recoupe.stages.claim.line import Line
from recoupe.stages.claim.link import Linker
from recoupe.stages.claim.tolls import Topic

_SUFFERED = 6
"""Within how many words before « the same fate » those stand who suffered it."""


def likewise(linker: Linker, count: Count, topic: Topic | None, lately: Effect | None) -> Found | None:
    """The count with what befell those told last, in the sentence or the one before; None where nothing says so.

    `lately` is what the sentence before told of somebody, counted or not.
    """
    line = linker.line
    single = count.numeral.article and count.kind != "them"
    if single or not (_says_so(line, count.end) or _shares_fate(line, count)):
        return None
    before = linker.tied_before(linker.counts.index(count))
    if before is not None:
        return Found(count, before.effect, like=before, carried=True)
    told = next((h for h in reversed(linker.harms) if h.suffered and h.end <= count.first), None)
    if told is not None:
        return Found(count, told.effect, carried=True)
    if topic is not None and line.sentence.index - topic.sentence <= 1 and topic.effect == (lately or topic.effect):
        return Found(count, topic.effect, like=topic.like, carried=True)
    return Found(count, lately, carried=True) if lately is not None else None


def _says_so(line: Line, at: int) -> bool:
    """Whether « l'ont été » or « le sont » stands at word `at`, an adverb before it aside."""
    figures = line.lexicon.figures
    at += line.fold(at) in line.lexicon.words.adverbs
    if line.fold(at) not in figures.it:
        return False
    said = at + 2 + (line.fold(at + 2) in line.lexicon.words.adverbs)
    perfect = line.auxiliary(at + 1, figures.perfect) and line.auxiliary(said, figures.passive)
    # « trois le sont encore », but not « douze l'étaient venus »
    passive = line.auxiliary(at + 1, figures.passive) and not line.lexicon.verbs.is_past_participle(line.fold(at + 2))
    return perfect or passive


def _shares_fate(line: Line, count: Count) -> bool:
    """« deux hommes ont subi le même sort », « le même sort a été réservé à deux voisins »."""
    for at, width in line.lexicon.figures.fate.standing(line.folds):
        suffered = range(count.end, at) if count.end <= at else range(at + width, count.first)
        if len(suffered) <= _SUFFERED and not any(line.stops(i) or line.folds[i] == "," for i in suffered):
            return True
    return False
