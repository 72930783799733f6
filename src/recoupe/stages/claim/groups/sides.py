"""Sides: those counted whose side the words around them tell: « dans les rangs de », « chez l'ennemi », « du côté des X »."""

from collections.abc import Callable

from recoupe.model.figure import Group
from recoupe.stages.claim.counts.counts import Count
from recoupe.stages.claim.words.line import QUOTES, Line

HoldsParty = Callable[[int, int], bool]
"""Whether an armed party is named between two offsets of the document."""
_BEHIND = 9
"""Within how many words behind a count its side may be told."""
_SIDE = 5
"""Within how many words the side is named."""
_OPENS = 2
"""How many words may stand before « côté » that opens a stretch of thought."""


def within_side(line: Line, start: int, holds_party: HoldsParty) -> Group | None:
    """The group named from word `start` on behind « dans les rangs de », « parmi les »."""
    if line.lexicon.counted.within.openings.isdisjoint(line.words):
        return None
    for at in range(start, min(line.end, start + _BEHIND)):
        if line.stops(at) or line.finite(at):
            return None
        if line.lexicon.figures.parts.at(line.folds, at) > line.lexicon.counted.within.at(line.folds, at):
            return None  # « 40 morts, dont 12 parmi les civils »
        group = _at(line, at, holds_party)
        if group is not None:
            return group
    return None


def beside_side(line: Line, count: Count, holds_party: HoldsParty) -> Group | None:
    """The group named right behind a count: « sept personnes parmi les civils ont été tuées »."""
    at = count.end
    if (
        line.lexicon.counted.within.openings.isdisjoint(line.words)
        or line.fold(at) not in line.lexicon.figures.of_whole
    ):
        return None
    return _at(line, at, holds_party)


def opens_with_side(line: Line, count: Count, holds_party: HoldsParty) -> Group | None:
    """The side with which the stretch of thought opens: « Dans les rangs de l'armée, on déplore six morts », « Côté civil, 15 morts »."""
    if line.lexicon.counted.within.openings.isdisjoint(line.words):
        return None
    starts = [0, *(i + 1 for i in range(count.first) if line.stops(i))]
    if line.fold(starts[-1] - 1) == ":":
        starts.pop()  # « côté ami : 12 morts et 4 blessés »
    if count.kind == "people" and any(line.finite(i) for i in range(starts[-1], count.first)):
        return None  # « du côté de l'armée, on dit que cinq personnes … »
    opening = [*range(starts[-1], min(starts[-1] + _OPENS, count.first)), *_inserted(line, count)]
    groups = [_at(line, at, holds_party) for at in opening]
    if "combatants" in groups:
        return "combatants"
    own_side = line.fold(opening[0] if opening else 0) in line.lexicon.counted.ranks and count.kind != "people"
    return "civilians" if own_side and groups[:1] == ["civilians"] else None


def _inserted(line: Line, count: Count) -> list[int]:
    """Where « côté FAMa » begins in « fait état, côté FAMa, de 14 morts »: a stretch between commas right before the count."""
    close = count.first - 1 - (line.fold(count.first - 1) in line.lexicon.figures.of)
    if line.fold(close) != ",":
        return []
    opened = next((i for i in range(close - 1, -1, -1) if line.folds[i] == "," or line.stops(i)), -1)
    return [opened + 1] if line.fold(opened) == "," and close - opened <= _BEHIND else []


def _at(line: Line, at: int, holds_party: HoldsParty) -> Group | None:
    """The group whose side words at a place tell; None where none stand there, or the side is a people's."""
    counted = line.lexicon.counted
    width = counted.within.at(line.folds, at)
    if not width or line.lexicon.figures.parts.at(line.folds, at) > width:
        return None  # « among them 20 children » is a part
    ranked = any(word in counted.ranks for word in line.folds[at : at + width + 1])
    last = at + width
    for index in range(at + width, min(line.end, at + width + _SIDE)):
        fold, last = line.folds[index], index
        group = counted.people.get(fold)
        # « dans la soi-disant » population », but « dans la mission catholique » is a place
        before = set(line.folds[at + width : index]) - QUOTES - {"»", "”"} - counted.premodifiers
        named = ranked or (group == "civilians" and not before)
        if group in ("civilians", "combatants", "children", "women") and named:
            return group
        # « 100 tués dans l'armée », « blessés dans les rangs de la garnison »
        if fold in counted.armed and (ranked or index == at + width):
            return "combatants"
        if line.stops(index) or fold == ",":
            break
    tokens = line.sentence.tokens
    behind = tokens[last].start if last < line.end else line.sentence.end  # the words may be the sentence's last
    named = ranked and holds_party(tokens[at].start, behind)  # « du côté des FAMa »
    return "combatants" if named or (ranked and counted.armed_ranks.intersection(line.folds[at : at + width])) else None
