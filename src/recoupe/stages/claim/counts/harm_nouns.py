"""Harm nouns: what nouns that are themselves words of harm count together, and which of them are strikes."""

from collections.abc import Set

from recoupe.model.figure import Effect, Unit
from recoupe.stages.claim.words.line import Line

_LOTS: tuple[set[Effect | None], ...] = ({"killed", "wounded"}, {"killed", "missing"})
"""Nouns that together count one lot: « 300 morts et blessés », « 69 000 morts et disparus »."""


def past_lot(line: Line, head: int, at: int, effect: Effect, starts: Set[int]) -> int:
    """The index behind « et blessés » in « 20 morts et blessés », whose shares are not told; 0 where there is none."""
    if line.fold(at) not in line.lexicon.words.coordinators:
        return 0
    # « des centaines de morts et de blessés », but « cinq morts et des blessés »
    linked = line.fold(at + 1) in line.lexicon.figures.of and line.fold(at + 1) == line.fold(head - 1)
    noun = at + 1 + linked
    told = {effect, line.lexicon.harm.nouns.get(line.fold(noun))}
    if told not in _LOTS or noun + 1 in starts:
        return 0  # « un mort et blessé cinq passants »
    plural = line.fold(head).endswith(line.lexicon.counted.plural_in)
    forms = [form for _, form in line.lexicon.harm.verbs.get(line.fold(noun), ()) if form.mood == "participle"]
    # « deux morts et blessé des passants »
    return 0 if plural and forms and all(f.number == "s" for f in forms) else noun + 1


def strikes_of(line: Line, at: int) -> Unit | None:
    """`strikes` or `sorties` when the noun is one of those."""
    harm, fold = line.lexicon.harm, line.folds[at]
    near = line.folds[at + 1 : at + 4]
    if line.lexicon.counted.heads_last:
        near = [*near[:1], *line.folds[max(0, at - 3) : at]]
    if fold in harm.strikes:
        return None if near and near[0] in harm.not_strikes else "strikes"
    if fold in harm.strike_heads:
        return "strikes" if any(word in harm.strike_marks for word in near) else None
    if fold in harm.sorties:
        flown = any(word in harm.sortie_verbs for word in line.folds)
        return "sorties" if flown or any(word in harm.sortie_marks for word in near) else None
    return None
