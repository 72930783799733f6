"""Likewise: counts to whom a pronoun says that the same was done: « Quatre autres l'ont été à Rafah »."""

from recoupe.stages.claim.counts import Count
from recoupe.stages.claim.found import Found
from recoupe.stages.claim.line import Line
from recoupe.stages.claim.link import Linker
from recoupe.stages.claim.tolls import Topic


def likewise(linker: Linker, count: Count, topic: Topic | None) -> Found | None:
    """The count with what befell those counted last, in the sentence or the one before; None where no pronoun says so."""
    line = linker.line
    if count.numeral.article or not _says_so(line, count.end):
        return None
    before = linker.tied_before(linker.counts.index(count))
    if before is not None:
        return Found(count, before.effect, like=before, carried=True)
    lately = topic is not None and line.sentence.index - topic.sentence <= 1
    return Found(count, topic.effect, like=topic.like, carried=True) if lately and topic is not None else None


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
