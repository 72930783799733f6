"""Likewise: counts to whom a pronoun says that the same was done: « Quatre autres l'ont été à Rafah »."""

from recoupe.stages.claim.counts import Count
from recoupe.stages.claim.found import Found
from recoupe.stages.claim.harms import Harm
from recoupe.stages.claim.line import Line
from recoupe.stages.claim.link import Linker
from recoupe.stages.claim.tolls import Topic


def likewise(linker: Linker, count: Count, topic: Topic | None) -> Found | None:
    """The count with what befell those counted last, in the sentence or the one before; None where no pronoun says so."""
    line = linker.line
    said = _said_at(line, count.end) if not count.numeral.article else None
    if said is None:
        return None
    before = linker.tied_before(linker.counts.index(count))
    if before is not None:
        harm = Harm(before.effect, "left", "clause", count.end, said, said + 1, suffered=True)
        return Found(count, before.effect, harm, like=before, carried=True)
    lately = topic is not None and line.sentence.index - topic.sentence <= 1
    if topic is None or not lately:
        return None
    harm = Harm(topic.effect, "left", "clause", count.end, said, said + 1, suffered=True)
    return Found(count, topic.effect, harm, like=topic.like, carried=True)


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
