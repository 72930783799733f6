"""By context: the group of those whom their own noun leaves open, by what the sentence or the one before says of them."""

from collections.abc import Sequence

from recoupe.model.figure import Figure, Group
from recoupe.stages.claim.counts.counts import Count
from recoupe.stages.claim.counts.found import Found
from recoupe.stages.claim.groups.made_up import added_up
from recoupe.stages.claim.groups.sides import HoldsParty
from recoupe.stages.claim.words.line import Line

_REACH = 12
"""How many words may stand between a body of armed men and those counted of it."""
_LATELY = 200
"""Within how many characters before a sentence those were counted beside whom it counts more."""

_BEFORE = 400
"""The same where « deux autres agents » says of itself that they are not the first."""


def by_context(
    line: Line, found: Found, beside: Sequence[tuple[Found, Group]], earlier: Sequence[Figure], holds_party: HoldsParty
) -> Group | None:
    """The group that the context gives those counted; None where it says nothing of them."""
    count, head = found.count, line.fold(found.count.head)
    counted = line.lexicon.counted
    if count.kind == "people" and head in counted.men and _of_target(line, count):
        return "combatants"
    if count.kind == "people" and head in counted.relational and _of_body(line, count, holds_party):
        return "combatants"
    if count.kind == "people" and head in counted.agents and _of_the_others(line, count):
        # « Deux policiers ont été tués à X. Deux autres agents ont péri à Y »
        told = beside[-1][1] if beside else _counted_last(line, earlier)
        return told if told in ("civilians", "combatants") else None
    if count.kind == "people" and head in counted.fellows:
        # « deux soldats ont été tués. Trois de leurs camarades sont blessés »
        told = beside[-1][1] if beside else next((f.group for f in reversed(earlier) if f.unit == "people"), None)
        if beside or (told == "combatants" and line.fold(count.head - 1) in counted.theirs):
            return told
    if count.kind == "people" and head in counted.militants and found.effect == "killed":
        return None if counted.protests & line.words else "combatants"
    if count.kind in ("harm", "people") and (same := _taken_up(line, found, beside, earlier)) is not None:
        return same
    if count.kind == "harm" and (worse := _died_since(line, found, earlier)) is not None:
        return worse
    if count.kind == "harm" and not beside and found.whole is None:
        return _added(line, found, earlier)
    return None


def _of_the_others(line: Line, count: Count) -> bool:
    """« deux autres agents », « deux autres membres de la mission »: whether they are more of those counted before."""
    return count.head > count.stop and line.fold(count.head - 1) in line.lexicon.counted.others


def _counted_last(line: Line, earlier: Sequence[Figure]) -> Group | None:
    """The group of those counted shortly before the sentence; None where nobody is."""
    last = next((f for f in reversed(earlier) if f.part_of is None and f.unit == "people"), None)
    return last.group if last is not None and 0 <= line.sentence.start - last.span.end <= _BEFORE else None


def _of_target(line: Line, count: Count) -> bool:
    """« ont attaqué un poste de police, tuant cinq hommes »: whether those attacked in the same clause bear arms, and no
    other people are named there."""
    start = stop = count.first
    while start > 0 and not line.stops(start - 1) and stop - start < 2 * _REACH and not line.finite(start - 1):
        start -= 1
    if start == 0 or not line.finite(start - 1):
        return False
    counted, told = line.lexicon.counted, line.folds[start:stop]
    if any(counted.people.get(fold) == "civilians" for fold in told):
        return False
    return any(f in counted.armed or counted.people.get(f) == "combatants" for f in told)


def _of_body(line: Line, count: Count, holds_party: HoldsParty) -> bool:
    """« une patrouille de l'armée, dont quatre hommes ont péri »: whether the count is of an armed body named before."""
    counted, figures = line.lexicon.counted, line.lexicon.figures
    marked = figures.parts.before(line.folds, count.first)
    stop = count.first - marked
    if not marked or line.fold(stop - 1) != ",":
        return False
    start = stop - 1
    while start > 0 and stop - start < _REACH and not line.stops(start - 1) and line.fold(start - 1) != ",":
        if line.finite(start - 1) and line.fold(start - 1) not in counted.armed:  # « l'armée » looks like a verb
            break
        start -= 1
    if any(counted.people.get(fold) == "civilians" for fold in line.folds[start:stop]):
        return False
    held = (line.lexicon.harm.nouns.get(fold) for fold in line.folds[start:stop])
    if "detained" in held:
        return False  # « les soldats en quête des otages, dont trois Norvégiens »
    tokens = line.sentence.tokens
    armed = any(f in counted.armed or counted.people.get(f) == "combatants" for f in line.folds[start:stop])
    return armed or holds_party(tokens[start].start, tokens[stop - 1].start)


def _taken_up(
    line: Line, found: Found, beside: Sequence[tuple[Found, Group]], earlier: Sequence[Figure]
) -> Group | None:
    """« Douze soldats ont péri … les douze victimes »: the group of those whom an article says to be counted once more."""
    count = found.count
    if line.fold(count.first - 1) not in line.lexicon.counted.taking_up or count.numeral.value is None:
        return None
    same = (f for f in reversed(earlier) if f.value == count.numeral.value and f.unit == "people")
    if count.effect == "detained":
        same = (f for f in same if f.effect != "killed")  # « trois ravisseurs abattus … ces trois otages »
    last = next(same, None) or added_up(earlier, count.numeral.value)
    return last.group if last is not None and last.group in ("civilians", "combatants") else None


def _died_since(line: Line, found: Found, earlier: Sequence[Figure]) -> Group | None:
    """« Douze civils ont été blessés. Trois blessés ont succombé »: the group of those hurt before, of whom some have died."""
    count, size = found.count, found.count.numeral.value
    if (count.effect, found.effect) != ("wounded", "killed") or size is None or _are_told_apart(line, count):
        return None
    hurt = (f for f in reversed(earlier) if f.effect == "wounded" and f.part_of is None)
    last = next(hurt, None)
    fits = last is not None and (last.value is None or size < last.value)
    near = last is not None and 0 <= line.sentence.start - last.span.end <= _BEFORE
    return last.group if last is not None and fits and near and last.group != "unspecified" else None


def _are_told_apart(line: Line, count: Count) -> bool:
    """« À X, trois blessés sont morts », « Trois blessés, dont une fillette, sont morts »: whether they died at a place that is named, or
    women and children are among them."""
    people = line.lexicon.counted.people
    if any(people.get(fold) in ("women", "children") for fold in line.folds[count.end :]):
        return True
    return any(line.fold(i - 1) in line.lexicon.figures.where and line.named(i) for i in range(1, line.end))


def _added(line: Line, found: Found, earlier: Sequence[Figure]) -> Group | None:
    """« Dix civils ont péri. Il y aurait aussi 30 blessés. »: the group of those beside whom the sentence counts more."""
    last = next((f for f in reversed(earlier) if f.part_of is None), None)
    if last is None or not 0 <= line.sentence.start - last.span.end <= _LATELY or last.effect == found.effect:
        return None
    near = line.folds[max(0, found.count.first - _REACH) : found.count.first]
    added = any(fold in line.lexicon.counted.added for fold in near)
    return last.group if added and last.group in ("civilians", "combatants") and last.unit == "people" else None
