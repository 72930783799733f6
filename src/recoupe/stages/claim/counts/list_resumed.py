"""List resumed: the items with which a list goes on behind a part of one of them: « 64 soldats et 28 civils, dont 21 exécutés, 138 policiers »."""

from recoupe.model.figure import Figure
from recoupe.stages.claim.counts.counts import Count
from recoupe.stages.claim.counts.found import Found
from recoupe.stages.claim.counts.link import Linker
from recoupe.stages.claim.words.line import Line

_KINDS = frozenset({"people", "unknown"})


def resumed(linker: Linker) -> None:
    """Ties the items behind the part, where they and those before it add up to the whole that is told of all."""
    wholes: list[Found | Figure] = []
    for found in linker.found.values():
        if found.whole is not None and not any(found.whole is w for w in wholes):
            wholes.append(found.whole)
    for whole in wholes:
        items = [c for c, f in linker.found.items() if f.whole is whole]
        more = _behind(linker, items)
        size = whole.count.numeral.value if isinstance(whole, Found) else whole.value
        told = sum(c.numeral.value or 0 for c in (*items, *more))
        if more and size is not None and told == size:
            for count in more:
                linker.found[count] = Found(count, whole.effect, whole=whole, carried=True)


def _behind(linker: Linker, items: list[Count]) -> list[Count]:
    """The counts of people that go on with a list behind its last item and the parts of it."""
    line, counts = linker.line, linker.counts
    last = max(counts.index(c) for c in items)
    more: list[Count] = []
    for one, other in zip(counts[last:], counts[last + 1 :], strict=False):
        if other in linker.found and not more:
            continue
        if other in linker.found or other.kind not in _KINDS or other.numeral.article or not _goes_on(line, one, other):
            break
        more.append(other)
    return more


def _goes_on(line: Line, one: Count, other: Count) -> bool:
    """Whether a comma or a joining word opens the next item, and no verb stands between."""
    opener = line.fold(other.first - 1)
    joins = opener == "," or opener in line.lexicon.words.coordinators
    return joins and not any(line.finite(i) or line.stops(i) for i in range(one.end, other.first))
