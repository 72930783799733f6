"""Of things: numbers without a noun that count some of the things counted before: « Huit camions … Trois ont été abattus »."""

from recoupe.stages.claim.counts.counts import Count
from recoupe.stages.claim.counts.link import Linker


def of_things(linker: Linker, index: int) -> bool:
    """Whether the count at `index`, whose noun is left out, follows a count of things in its sentence."""
    before = [c for c in linker.counts[:index] if c.kind != "bare" and not c.measure]
    return bool(before) and before[-1].kind in ("thing", "unknown") and before[-1] not in linker.found


def drop_things(linker: Linker) -> None:
    """Unties the counts without a noun with which a sentence goes on about things counted in the one before.

    What befalls people only (« tués », « blessés ») is said of people.
    """
    for count in linker.counts:
        if count.kind not in ("bare", "them"):
            return
        found = linker.found.get(count)
        if found is not None and (found.harm is None or found.harm.people) and _goes_on(linker, count):
            del linker.found[count]


def _goes_on(linker: Linker, count: Count) -> bool:
    """Whether the count is the subject of its sentence, or says of whom it is one: « Trois », « trois d'entre eux »."""
    figures = linker.line.lexicon.figures
    return count.first <= 1 or figures.of_them.at(linker.line.folds, count.head) > 0
