"""Set against: counts that « contre » sets against others: « 112 soldats tués, contre 98 rebelles », « 22 frappes, contre 47 en 2018 »."""

from recoupe.stages.claim.counts.counts import Count
from recoupe.stages.claim.counts.found import Found
from recoupe.stages.claim.counts.link import Linker
from recoupe.stages.claim.words.line import Line


def set_against(linker: Linker, count: Count) -> Found | None:
    """The count of people with what befell those of another side or year before it; None where nothing sets them side by side."""
    line, before = linker.line, linker.tied_before(linker.counts.index(count))
    if before is None or count.kind != "people" or count.numeral.article or not compares(line, count):
        return None
    if before.whole is not None or before.count.unit != count.unit:
        return None
    return None if _told_anew(line, before.count, count) else Found(count, before.effect, carried=True)


def compares(line: Line, count: Count) -> bool:
    """« , contre 98 rebelles », « en mars contre 60 »: whether « contre » sets the count against another, and leads no attack."""
    figures, at = line.lexicon.figures, count.first - 1
    return line.fold(at) in figures.versus and (line.fold(at - 1) == "," or at - 1 in line.times)


def _told_anew(line: Line, before: Count, count: Count) -> bool:
    """Whether another clause begins between the two, or a verb of its own stands behind the second, be it a participle of what they
    did before: « contre 200 combattants engagés », but not « contre 98 recensés en mars »."""
    relatives = line.lexicon.words.relatives
    if any(line.stops(i) or line.folds[i] in relatives for i in range(before.end, count.first)):
        return True
    harm, behind = line.lexicon.harm, line.fold(count.end)
    told = behind in harm.verbs or behind in harm.tolls.counters
    if line.lexicon.verbs.is_past_participle(behind) and not told:
        return True
    return any(line.finite(i) for i in range(count.first - 1, min(line.end, count.end + 1)))
