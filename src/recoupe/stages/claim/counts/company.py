"""Company: counts of those who shared the fate of somebody named: « il a été tué, avec cinq de ses hommes »."""

from recoupe.stages.claim.counts.counts import Count
from recoupe.stages.claim.counts.found import Found
from recoupe.stages.claim.counts.harms import Harm
from recoupe.stages.claim.counts.link import Linker
from recoupe.stages.claim.words.line import Line

_BESIDE = 5
"""Within how many words behind « with » the count stands (« avec sa femme et ses cinq enfants »)."""
_REACH = 12
"""Within how many words behind the harm the company is named."""

_NOT_FIGHTERS = frozenset({"displaced", "returned"})


def company(linker: Linker, count: Count) -> Found | None:
    """The count with what befell whoever it keeps company; None where it keeps none, or nothing befell them."""
    if count.kind not in ("people", "harm", "them") or count.numeral.article or count.numeral.value == 0:
        return None
    line = linker.line
    opened = _opened(line, count)
    if opened is None:
        return None
    for harm in reversed(linker.harms):
        if harm.bond == "clause" and harm.end <= opened <= harm.end + _REACH:
            return Found(count, harm.effect, harm, carried=True) if _shared(linker, harm, opened, count) else None
    return None


def _opened(line: Line, count: Count) -> int | None:
    """The index of the phrase that opens the company in which the count stands; None for none."""
    words, people = line.lexicon.words, line.lexicon.counted.people
    phrases = line.lexicon.figures.company
    at = count.first
    while count.first - at <= _BESIDE:
        if width := phrases.before(line.folds, at):
            return at - width
        fold = line.fold(at - 1)
        if fold not in words.openers and fold not in words.coordinators and fold not in people and fold != ",":
            return None
        at -= 1
    return None


def _shared(linker: Linker, harm: Harm, opened: int, count: Count) -> bool:
    """Whether the company is that of whoever the harm befell, and not of a noun or a verb between them."""
    line, words = linker.line, linker.line.lexicon.words
    fighters = line.lexicon.counted.people.get(line.fold(count.head)) == "combatants"
    if harm.blameless or harm.given or (fighters and harm.effect in _NOT_FIGHTERS and not harm.suffered):
        return False
    between = range(harm.end, opened)
    if any(line.stops(i) or line.finite(i) or line.folds[i] in words.relatives for i in between):
        return False
    if harm.side == "right" and not any(line.folds[i] in words.prepositions - line.lexicon.figures.of for i in between):
        return True
    others = not line.lexicon.counted.others.isdisjoint(line.folds[count.first : count.end])
    # « tué dans des combats avec deux groupes » is no company
    return others or line.fold(opened) == "," or line.fold(opened - 1) == "," or all(_aside(line, i) for i in between)


def _aside(line: Line, at: int) -> bool:
    """Whether the word says only when or how."""
    figures, words = line.lexicon.figures, line.lexicon.words
    inserted = figures.inserted.standing(line.folds)
    return at in line.times or line.folds[at] in words.adverbs or any(i <= at < i + width for i, width in inserted)
