"""Other tolls: the group of those whom an earlier, a smaller or another's toll counts, behind the one it differs from."""

from bisect import bisect_right
from collections.abc import Sequence

from recoupe.languages.word_sets import either
from recoupe.model.figure import Effect, Figure, Group
from recoupe.stages.claim.counts.found import Found
from recoupe.stages.claim.words.line import Line
from recoupe.text import plain

_REACH = 300
"""Within how many characters before the sentence those were counted of whom another toll is told."""
_TWICE = 2
_BODIES = 900
"""Within how many characters before the sentence all dead are of one side whose bodies are found."""
_SENTENCES = 1
"""How many sentences back: « Its first bulletin spoke of 35 dead » is of its own toll, and not of the one that others gave before."""
_RESTRICTED = 6
"""Within how many words before a count its verb is told to count no more (« ne confirme que trois décès »)."""
_TOLLED: frozenset[Effect] = frozenset({"killed", "wounded", "missing"})
_SIDES: frozenset[Group] = frozenset({"civilians", "combatants"})


def of_other_toll(
    line: Line,
    found: Found,
    beside: Sequence[tuple[Found, Group]],
    earlier: Sequence[Figure],
    starts: Sequence[int],
) -> Group | None:
    """The group of « quinze soldats » for « Le ministère avait d'abord parlé de quatre morts »; None where no toll is told anew.

    A toll of more people than those counted before may count others too. `starts` are the offsets of the article's sentences.
    """
    count, size = found.count, found.count.numeral.value
    if found.whole is not None or found.like is not None or found.effect not in _TOLLED:
        return None
    if size and _are_bodies(line, found) and (dead := _dead_lately(line, earlier, size)) is not None:
        return dead if dead == "civilians" or not _tells_more(line, found) else None
    if count.kind != "harm" or not size or _tells_more(line, found):
        return None
    known = [
        (group, one.count.numeral.value or 0) for one, group in beside if one.effect == found.effect and not one.whole
    ]
    told = _counted_last(line, [f for f in earlier if f.effect == found.effect], starts)
    known = known or [(f.group, f.value or 0) for f in told]
    groups = {group for group, _ in known}
    if len(groups) != 1 or groups.isdisjoint(_SIDES) or max(value for _, value in known) < size:
        return None
    return groups.pop() if _is_other(line, found) else None


def _are_bodies(line: Line, found: Found) -> bool:
    """« 76 corps », « 43 personnes ont été enterrées »: whether the dead of a deed are told once more, as they are found or buried."""
    head, harm, counted = line.fold(found.count.head), found.harm, line.lexicon.counted
    if found.effect != "killed":
        return False
    buried = harm is not None and harm.blameless and not harm.troops and head in counted.plain
    return head in counted.bodies or buried


def _dead_lately(line: Line, earlier: Sequence[Figure], size: float) -> Group | None:
    """The group of all the dead who were counted shortly before the sentence; None where they are of two, nobody knows, or the bodies
    are too many to be theirs."""
    dead = [f for f in earlier if f.effect == "killed" and f.part_of is None and f.unit == "people"]
    if not dead or not 0 <= line.sentence.start - dead[-1].span.end <= _REACH:
        return None
    near = [f for f in dead if line.sentence.start - f.span.end <= _BODIES]
    groups = {f.group for f in near}
    if max(f.value or 0 for f in near) * _TWICE < size:
        return None  # « a tué deux commandants. L'hôpital a reçu 90 corps »
    told = len(groups) == 1 and not groups.isdisjoint(_SIDES) and all(f.scope == "incident" for f in near)
    return groups.pop() if told else None


def _counted_last(line: Line, earlier: Sequence[Figure], starts: Sequence[int]) -> list[Figure]:
    """Those of `earlier` whom the last sentence that counts any counts, shortly before this one."""
    wholes = [f for f in earlier if f.part_of is None and f.unit == "people"]
    if not wholes or wholes[-1].span.end < line.sentence.start - _REACH:
        return []
    told = bisect_right(starts, wholes[-1].span.start)
    if bisect_right(starts, line.sentence.start) - told > _SENTENCES:
        return []
    return [f for f in wholes if bisect_right(starts, f.span.start) == told]


def _is_other(line: Line, found: Found) -> bool:
    """Whether the sentence tells an earlier toll, one that somebody admits no more than, or one set against another's."""
    if _conceded(line, found):
        return True
    told, harm, rating = line.folds[: found.count.first], line.lexicon.harm, line.lexicon.counted.rating
    if line.lexicon.counted.rival.stand_in(told) and not rating.isdisjoint(told):
        return True
    # « La veille, une attaque avait fait six morts » is another attack
    counted = either(harm.tolls.nouns, harm.tolls.counters) | rating
    return not counted.isdisjoint(line.words) and _earlier(line, found)


def _tells_more(line: Line, found: Found) -> bool:
    """« cinq morts dans un raid à X », « six morts, dont quatre enfants »: whether the words behind a count tell its own event, or who
    those were."""
    behind, figures = line.folds[found.count.end :], line.lexicon.figures
    return not line.lexicon.harm.strikes.isdisjoint(behind) or any(figures.parts.standing(behind)) or ":" in behind


def _conceded(line: Line, found: Found) -> bool:
    """« La police ne confirme que trois décès », « n'a fait état que de deux morts »."""
    figures, first = line.lexicon.figures, found.count.first
    only = first - 1 - (line.fold(first - 1) in figures.of)
    if line.fold(only) not in figures.only:
        return False
    told = line.folds[max(0, only - _RESTRICTED) : only]
    return not figures.not_before.isdisjoint(told) and not line.lexicon.counted.conceding.isdisjoint(told)


def _earlier(line: Line, found: Found) -> bool:
    """Whether the words before the count, or its own clause, say that the toll is an earlier one."""
    count, written = found.count, _plain(line)
    close = next((i for i in range(count.end, line.end) if line.stops(i) or line.folds[i] == ","), line.end)
    last = line.sentence.tokens[close - 1].end - line.sentence.start
    # « huit morts, selon les autorités, qui avaient d'abord parlé de six tués »
    return any(end <= last for _, end in line.lexicon.earlier_tolls.places(written))


def _plain(line: Line) -> str:
    """The sentence without capitals and accents, as the phrases of tolls are looked for."""
    tokens = line.sentence.tokens
    written, last = "", line.sentence.start
    for token in tokens:
        written += " " * (token.start - last) + token.text
        last = token.end
    return plain(written)
