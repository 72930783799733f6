"""Changed numbers: what differs between two numbers that count one thing: value, bound, effect, group."""

from collections.abc import Iterator

from recoupe.model.relay import Change
from recoupe.stages.derive.marks import Count
from recoupe.stages.derive.profile import Profile

_HARMS = frozenset(("killed", "wounded", "missing", "detained", "displaced"))
"""Effects that are not taken for one another: the others shade into these."""
_CIVILIAN = frozenset(("civilians", "children", "women"))
_OPEN_BELOW = frozenset(("more_than", "at_least"))


def changed_number(x: Count, y: Count, a: Profile, b: Profile, alike: bool) -> Iterator[Change]:
    """What changed from `x` to `y`; `alike` says that their Documents are of one language."""
    spans = a.cut(x.start, x.end), b.cut(y.start, y.end)
    if (x.value, x.high, x.magnitude) != (y.value, y.high, y.magnitude):
        yield Change("number", "value", *spans)
    elif x.bound != y.bound and not (not alike and {x.bound, y.bound} <= _OPEN_BELOW):
        yield Change("number", "bound", *spans)
    if x.effect != y.effect and {x.effect, y.effect} <= _HARMS and x.effect_at and y.effect_at:
        yield Change("effect", "effect", a.cut(*_with(x)), b.cut(*_with(y)))
    # « mineurs » are minors or miners: from one language to another, children may be civilians
    within = not alike and {x.group, y.group} <= _CIVILIAN
    if x.group and y.group and x.group != y.group and not within:
        yield Change("group", "group", *spans)
    # « 47 civils », "47 people"; within one language the nouns are compared as words
    noun = x.group if y.person and not y.group else y.group if x.person and not x.group else None
    if noun and x.value is not None and not (alike and noun == "civilians"):
        yield Change("word", "group", *spans)


def _with(count: Count) -> tuple[int, int]:
    """The number together with what became of the counted, where that stands beside it."""
    start, end = count.effect_at or (count.start, count.end)
    if max(start - count.end, count.start - end) > 40:
        return count.start, count.end
    return min(start, count.start), max(end, count.end)
