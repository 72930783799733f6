"""More bodies: those found beside the dead told before: « les cadavres de 28 hommes. Quatre autres ont été repêchés dans le Tigre »."""

from recoupe.stages.claim.counts.counts import Count
from recoupe.stages.claim.counts.found import Found
from recoupe.stages.claim.counts.harms import Harm
from recoupe.stages.claim.counts.link import Linker
from recoupe.stages.claim.counts.tolls import Topic
from recoupe.stages.claim.words.line import Line

_COUNTING = 5
"""Within how many words before a number « en » and the verb of counting stand."""
_GROUP = 6
"""Within how many words behind those counted the participle of their verb stands."""


def more_bodies(linker: Linker, count: Count, topic: Topic | None, *, bodies: bool) -> Found | None:
    """The count of more dead, where others were counted just before and these were found as bodies are; else None.

    `bodies` tells whether the sentence before speaks of bodies.
    """
    line = linker.line
    if count.kind == "bare" and bodies and counted_up(line, count):
        return Found(count, "killed", carried=True)  # « Il y avait des corps partout. J'en ai compté onze »
    if topic is None or topic.like is None or topic.effect != "killed" or line.sentence.index - topic.sentence > 1:
        return None
    if not (bodies or not line.lexicon.counted.bodies.isdisjoint(line.folds[: count.first])):
        return None
    at = _found_at(line, count) if is_more(line, count) else None
    if at is None:
        return None
    return Found(
        count, "killed", Harm("killed", "left", "clause", count.end, at, at + 1), like=topic.like, carried=True
    )


def counted_up(line: Line, count: Count) -> bool:
    """« J'en ai compté onze », « nous en avons vu douze »: whether a bare number closes its clause behind a verb of counting and the
    pronoun of what was named before."""
    figures, before = line.lexicon.figures, line.folds[max(0, count.first - _COUNTING) : count.first]
    told = (
        line.fold(count.first - 1) in line.lexicon.harm.tolls.counters or line.fold(count.first - 1) in figures.finding
    )
    return told and figures.pronoun in before and not line.fold(count.end)[:1].isalpha()


def is_more(line: Line, count: Count) -> bool:
    """« quatre autres », « une huitième »: whether those counted are more of others, and no noun says of whom."""
    counted, head = line.lexicon.counted, line.fold(count.head)
    further = head in counted.further and line.fold(count.head + 1) not in counted.people
    return further or (count.kind == "them" and head in counted.others)


def _found_at(line: Line, count: Count) -> int | None:
    """The index of the participle behind « ont été » that tells how bodies are found, and nothing of the living, who are
    taken in, picked up or pulled out as bodies are."""
    counted, figures = line.lexicon.counted, line.lexicon.figures
    if not line.finite(count.end) or not (figures.unharmed | counted.rescued).isdisjoint(line.folds[count.end :]):
        return None  # « Vingt autres ont été repêchés par les garde-côtes »
    group = range(count.end, min(line.end, count.end + _GROUP))
    at = next((i for i in group if line.folds[i] in counted.unearthed), None)
    return at if at is not None and any(line.auxiliary(i, figures.passive) for i in range(count.end, at)) else None
