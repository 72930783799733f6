"""Apportioned: counts that say of how many of whom the one before is made up, without a word that makes them its parts.

« Quatre personnes ont été tuées à Rajouri, un soldat, un policier et deux rebelles », « les douze morts sont sept soldats et cinq
civils »: the parts are told by their sum.
"""

from itertools import pairwise

from recoupe.model.figure import Figure
from recoupe.stages.claim.counts.counts import Count
from recoupe.stages.claim.counts.found import Found
from recoupe.stages.claim.counts.link import Linker
from recoupe.stages.claim.words.line import QUOTES, Line

_OPENS = frozenset({",", "(", "–", "-", "—"})
_SUMS = frozenset({"exact", "at_least"})
"""The bounds of wholes whose parts may be told in full."""
_ROUNDED = 0.05
"""By how much of the whole a sum with a round number in it may miss it."""
_REACH = 16
"""How many words may stand between the whole and its first part."""


def apportioned(linker: Linker) -> None:
    """Ties to the sentence's whole counts the parts behind them that are tied to nothing and together are as many."""
    counts = [c for c in linker.counts if not c.measure]
    for index, count in enumerate(counts):
        whole = linker.found.get(count)
        if whole is None or whole.whole is not None or count.numeral.bound not in _SUMS:
            continue
        for part in _parts(linker, counts[index:]):
            told = linker.found.get(part)
            linker.found[part] = Found(
                part, whole.effect, told.harm if told is not None else None, whole=whole, carried=told is None
            )


def broken_down(linker: Linker, whole: Figure | None) -> None:
    """« Nous avons compté 109 hommes, 24 femmes et 38 enfants »: ties to the figure told last a sentence's people, who are as many
    together and of whom it says nothing else."""
    parts = [c for c in linker.counts if not c.measure]
    if linker.found or whole is None or len(parts) < 2 or any(c.kind != "people" or c.unit != "people" for c in parts):
        return
    listed = all(linker.joined(one, other) for one, other in pairwise(parts))
    if listed and sum(c.numeral.value or 0 for c in parts) == whole.value:
        for part in parts:
            linker.found[part] = Found(part, whole.effect, whole=whole, identified=True, carried=True)


def _parts(linker: Linker, counts: list[Count]) -> list[Count]:
    """Those of the counts behind the first that are its parts; none where their sum is another."""
    line, whole = linker.line, counts[0]
    parts: list[Count] = []
    for count in counts[1:]:
        known = linker.found.get(count)
        # « 115 civils (86 hommes et 29 enfants) ont été tués »: the verb is that of the whole
        same = known is not None and known.whole is None and known.harm is linker.found[whole].harm
        told = known is not None and not (same and line.fold(counts[1].first - 1) == "(")
        if told or count.kind != "people" or count.unit != whole.unit or count.numeral.value is None:
            break
        if parts and not linker.joined(parts[-1], count):
            break
        if not parts and not _opens(line, whole, count):
            break
        parts.append(count)
    rest = (whole.numeral.value or 0) - sum(count.numeral.value or 0 for count in parts)
    about = any(count.numeral.bound == "about" for count in parts)  # « 160 soldats et un millier de séparatistes »
    sums_up = abs(rest) <= (whole.numeral.value or 0) * _ROUNDED * about
    if len(parts) < 2 or not sums_up:
        return []
    goes_on = linker.opens_clause(parts[-1]) and line.fold(parts[-1].end) != ")"
    return [] if goes_on else parts


def _opens(line: Line, whole: Count, part: Count) -> bool:
    """Whether a mark, or « are », stands between the whole's clause and its first part."""
    between = range(whole.end, part.first)
    if not 0 < len(between) <= _REACH or any(line.stops(i) for i in between):
        return False
    opener = part.first - 1 - (line.fold(part.first - 1) in QUOTES)
    return line.folds[opener] in _OPENS or line.auxiliary(opener, line.lexicon.figures.passive)
