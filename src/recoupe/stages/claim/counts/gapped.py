"""Gapped: counts whose verb stands in the clause before: « Deux hommes ont été tués à Gao, et un jeune de 19 ans à Kidal »."""

from recoupe.languages.word_sets import either
from recoupe.stages.claim.counts.counts import Count
from recoupe.stages.claim.counts.found import Found
from recoupe.stages.claim.counts.harms import Harm
from recoupe.stages.claim.counts.link import Linker
from recoupe.stages.claim.counts.set_against import compares
from recoupe.stages.claim.words.insertions import past_age
from recoupe.stages.claim.words.line import Line

_DOER = 6
"""How many words whoever did it too may have (« les forces du régime »)."""
_MARKS = frozenset({",", ";"})
_PLACE = 7
"""Within how many words before a count the place may begin at which it was."""
_BEFORE = 4
"""How many words of measure may stand before where or when it was (« plus au nord », « un peu plus tard à »)."""


def gapped(linker: Linker, index: int) -> Found | None:
    """The count at `index` with the verb of the count before; None where it has one, or leans on nothing."""
    line, count, before = linker.line, linker.counts[index], linker.tied_before(index)
    if before is not None and isinstance(before.like, Found):
        before = before.like  # « five in Beni and two policemen in Bunia »
    if before is None or before.harm is None or before.whole is not None or count.kind not in ("people", "them"):
        return None
    words, opener = line.lexicon.words, line.fold(count.first - 1)
    start = max(before.count.end, before.harm.end)
    if start > count.first or linker.aside(count) or not (opener in words.coordinators or opener in _MARKS):
        return None
    at = _where(line, count.end)
    if at is None or (opener not in _MARKS and _led_away(linker, start, count)):
        return None
    last = next((i for i in range(at, line.end) if line.stops(i) or line.folds[i] == ","), line.end)
    clauses = [*range(start, count.first), *range(at, last)]
    if any(line.finite(i) or line.folds[i] in words.subordinators for i in clauses):
        return None
    if any(line.stops(i) and line.folds[i] not in _MARKS for i in range(start, count.first)):
        return None
    return Found(count, before.effect, like=before, carried=True)


def gapped_behind_place(linker: Linker, index: int) -> Found | None:
    """« À X, 44 personnes ont été tuées ; à Y, 17 villageois »: the count at `index` with the verb of the count before, where a place
    of its own stands before it; None where it has a verb, or no such place."""
    line, count, before = linker.line, linker.counts[index], linker.tied_before(index)
    if before is not None and isinstance(before.whole, Found):
        before = before.whole  # « … 44 personnes, dont 20 enfants ; à Y, 17 villageois »
    if before is None or before.harm is None or before.harm.bond != "clause" or count.kind != "people":
        return None
    words, figures = line.lexicon.words, line.lexicon.figures
    start = max(before.count.end, before.harm.end)
    end = count.first - (line.fold(count.first - 1) == ",")
    place = next((i for i in range(end - 1, max(start, end - _PLACE), -1) if line.fold(i) in figures.where), None)
    if place is None or not (line.fold(place - 1) in words.coordinators or line.fold(place - 1) in _MARKS):
        return None
    if not any(line.sentence.tokens[i].text[0].isupper() for i in range(place + 1, end)):
        return None
    stop = next((i for i in range(count.end, line.end) if line.stops(i)), line.end)
    own = any(line.finite(i) or line.befallen(i) for i in range(count.end, stop))
    led = any(line.finite(i) for i in range(start, count.first)) or any(
        line.folds[i] in words.relatives for i in range(place, count.first)
    )
    return None if own or led else Found(count, before.effect, like=before, carried=True)


def struck_again(linker: Linker, index: int) -> Found | None:
    """« cinq raids contre Harad et sept autres contre Maran », « 136 sorties, dont 56 »: the strikes at `index` whose noun stands before;
    None for none."""
    line, count = linker.line, linker.counts[index]
    before = linker.counts[index - 1] if index else None
    if before is None or before.kind != "strikes" or count.kind not in ("them", "bare") or count.numeral.article:
        return None
    if count.kind == "bare":
        # « 136 sorties, dont 56 pour frapper des cibles, précise l'Alliance, qui en compte plus de 2 900 »
        some = line.fold(count.first - 1) in line.lexicon.words.partitives
        some = some and not any(line.finite(i) for i in range(before.end, count.first))
        told = line.folds[max(before.end, count.first - _BEFORE) : count.first]
        counted = line.lexicon.figures.pronoun in told and not line.lexicon.harm.tolls.counters.isdisjoint(told)
        against = compares(line, count) and not any(line.finite(i) for i in range(before.end, count.first))
        if not (some or counted or against):
            return None
        count.kind, count.unit, count.effect = "strikes", before.unit, "struck"
        return Found(count, "struck", whole=linker.found.get(before) if some else None, carried=True)
    if line.fold(count.head) not in line.lexicon.counted.others or any(map(line.stops, range(before.end, count.first))):
        return None
    opener = line.fold(count.first - 1)
    if opener != "," and opener not in line.lexicon.words.coordinators:
        return None
    if any(line.finite(i) for i in range(before.end, count.first)):
        return None
    count.kind, count.unit, count.effect = "strikes", before.unit, "struck"
    return Found(count, "struck", carried=True)


def by_others(linker: Linker, index: int) -> Found | None:
    """« X a tué 40 civils et Y 12 », « X a perdu 190 hommes et Y 50 »: the count at `index` with the verb of the clause before, whose
    doer stands right before the number; None where none does."""
    line, words, count = linker.line, linker.line.lexicon.words, linker.counts[index]
    before = linker.tied_before(index)
    if before is None or before.harm is None or count.kind not in ("bare", "people") or count.numeral.article:
        return None
    harm, end = before.harm, before.count.end
    if (harm.bond, harm.side) != ("clause", "right") or harm.start > before.count.first:
        return None
    if harm.blameless and not (harm.troops and _are_troops(line, before.count)):
        return None  # « La ville a perdu 30 000 habitants et la région 200 000 »
    opener = next((i for i in range(count.first - 1, end - 1, -1) if _parts_clauses(line, i)), None)
    doer = range(opener + 1, count.first) if opener is not None else range(0)
    if not 0 < len(doer) <= _DOER or any(_parts_clauses(line, i) or line.stops(i) for i in range(end, doer.start - 1)):
        return None
    if line.folds[doer.start] not in words.determiners and not line.named(doer.start):
        return None
    led = words.prepositions | words.relatives | words.subordinators | words.adverbs
    if any(i in line.times or line.finite(i) or line.folds[i] in led - line.lexicon.figures.of for i in doer):
        return None
    at = count.first
    # « les rebelles auraient perdu 190 hommes et l'armée 50 »
    verb = Harm(before.effect, "right", "clause", at, at, at, troops=harm.troops, blameless=harm.blameless)
    return Found(count, before.effect, verb, carried=True)


def _are_troops(line: Line, count: Count) -> bool:
    """« 190 hommes », « 40 soldats », « douze des siens »: whether those lost are an armed side's."""
    counted, head = line.lexicon.counted, line.fold(count.head)
    own = line.lexicon.figures.of_own.at(line.folds, count.stop) > 0
    return own or head in counted.men or counted.people.get(head) == "combatants"


def _parts_clauses(line: Line, at: int) -> bool:
    """Whether the word is a comma or joins clauses."""
    return line.folds[at] == "," or line.folds[at] in line.lexicon.words.coordinators


def _where(line: Line, end: int) -> int | None:
    """The index of the word with which a place or a day begins behind a count that ends at `end`, and its age; None for none."""
    words, figures, at = line.lexicon.words, line.lexicon.figures, past_age(line, end)
    start, measures = at, either(words.adverbs, words.negations)
    while at not in line.times and at - start < _BEFORE:
        if line.fold(at) not in measures and not (line.fold(at) in words.openers and line.fold(at + 1) in measures):
            break
        at += 1
    placed = line.fold(at) in words.circumstance or line.fold(at) in figures.where
    placed = placed or line.lexicon.counted.within.at(line.folds, at) > 0  # « et trois soldats côté indien »
    return at if placed or at in line.times else None


def _led_away(linker: Linker, start: int, count: Count) -> bool:
    """« tués par trois soldats et un officier dans un bar »: whether the count goes on with an agent or an authority."""
    line, words, figures = linker.line, linker.line.lexicon.words, linker.line.lexicon.figures
    nearest = True
    for at in range(count.first - 2, start - 1, -1):
        fold = line.folds[at]
        if fold == ",":
            return False
        if (fold in words.prepositions or fold in figures.aside) and fold not in figures.of:
            # « par balles à Gao et deux à Kidal », but « selon un élu de Gao et deux habitants à Kidal »
            if fold not in figures.where and (nearest or fold not in words.circumstance):
                return True
            nearest = False
    return False
