"""Origins: each Figure followed back, through its article, the relays and the ledger, to the body that first counted."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from recoupe.languages.key_words import key_words
from recoupe.model.figure import Figure
from recoupe.model.ids import make_id
from recoupe.model.origin import Independence, Origin, Traced
from recoupe.model.pairs import Pairs
from recoupe.model.relay import Relay
from recoupe.stages.derive.counters import Counter, counter
from recoupe.stages.derive.named import name_keys, own_keys
from recoupe.stages.derive.profile import Profile
from recoupe.stages.derive.sameness import number, same_count, same_effect, same_or_rounded

UNKNOWN = Origin("", "unknown", "")
NOTHING_SAID = Pairs((), "same_origin", "other_origin")
_LONGEST = 12
"""Hops of the longest way back; relays make no circles, and a ledger that held one must not hang."""


@dataclass
class _Step:
    """What is known of one Figure so far."""

    figure: Figure
    profile: Profile
    counter: Counter | None = None
    reason: str = "unknown"
    back: "_Step | None" = None
    """The Figure in the Document that this one is taken from."""
    hop: str | None = None
    """The Relay that leads there."""
    origin: Origin = field(default=UNKNOWN)


def trace(profiles: Sequence[Profile], relays: Iterable[Relay], said: Pairs = NOTHING_SAID) -> tuple[Traced, ...]:
    """One Traced for every Figure of `profiles`, in their order. The same records in any order give the same Origins.

    `said`: of which Figures people say that one body counted them, and of which that other bodies did. They have the last
    word: a way back that leads to what is said to be another's count is cut.
    """
    ordered = sorted(profiles, key=lambda p: (p.document.published or "9999", p.document.path, p.id))
    steps: dict[str, _Step] = {}
    by_document: dict[str, list[_Step]] = {}
    for profile in ordered:
        by_document[profile.id] = [_Step(figure, profile) for figure in profile.reading.figures]
        steps |= {step.figure.id: step for step in by_document[profile.id]}
    incoming: dict[str, list[Relay]] = defaultdict(list)
    for relay in relays:
        incoming[relay.to_document].append(relay)
    for profile in ordered:
        _within(profile, by_document[profile.id])
    for profile in ordered:
        for relay in sorted(incoming[profile.id], key=lambda r: (-r.score, r.id)):
            source = by_document.get(relay.from_document, [])
            for step in by_document[profile.id]:
                _follow(step, relay, source)
        _say_again(by_document[profile.id])
    for profile in ordered:
        _from_the_ledger(by_document[profile.id], ordered, by_document)
    _cut(steps, said)
    _lead_back(steps, said)
    _join(steps, said)
    return tuple(_traced(steps[figure.id]) for profile in profiles for figure in profile.reading.figures)


def independence(traced: Sequence[Traced], figures: Mapping[str, Figure]) -> tuple[Independence, ...]:
    """How many independent origins stand behind each set of Figures that give one number of one event.

    The minimum counts the bodies that are surely several: those with a name. An unnamed one may be a named one, an
    assertion that nobody stands behind may be anybody's: they raise the maximum only.
    """
    found: list[list[Traced]] = []
    for each in traced:
        figure = figures[each.figure]
        for group in found:
            if same_count(figures[group[0].figure], figure):
                group.append(each)
                break
        else:
            found.append([each])
    return tuple(_counted(group) for group in found)


def _counted(group: Sequence[Traced]) -> Independence:
    origins = {each.origin.id: each.origin for each in group if each.origin.kind == "own_count" and not each.distorted}
    named = [origin for origin in origins.values() if not origin.unnamed]
    unknown = any(each.origin.kind in ("unknown", "unsourced") for each in group)
    minimum = len(named) or min(1, len(origins))
    # where nobody who counted is known, an assertion may be anybody's, or nobody's
    maximum = None if not origins and unknown else len(origins)
    reasons = tuple(dict.fromkeys("distorted" if each.distorted else each.reason for each in group))
    return Independence(tuple(each.figure for each in group), minimum, maximum, reasons, tuple(origins))


def _within(profile: Profile, steps: Sequence[_Step]) -> None:
    """Who counted, by the article's own words; a headline's number is that of the body below it."""
    by_id = {a.id: a for a in profile.reading.attributions}
    hearsay = key_words(profile.document.language).hearsay
    for step in steps:
        attribution = by_id.get(step.figure.attribution or "")
        if attribution is not None and (found := counter(attribution, hearsay)) is not None:
            step.counter, step.reason = found, "stated_by"
    titles = [(b.start, b.end) for b in profile.document.blocks if b.kind in ("title", "heading")]
    below = [s for s in steps if not any(a <= s.figure.span.start < b for a, b in titles)]
    for step in steps:
        headline = step not in below
        if step.counter is not None and not headline:
            continue
        same = [
            other for other in below if other is not step and other.counter and same_count(step.figure, other.figure)
        ]
        if same and (headline or len({other.counter.key for other in same if other.counter}) == 1):
            step.counter, step.reason = same[0].counter, "said_again"
        if not headline and not same:
            # « Neuf civils ont été tués » below « la société civile déplore neuf civils tués »
            above = [s for s in steps if s not in below and s.counter and same_count(step.figure, s.figure)]
            if len({s.counter.key for s in above if s.counter}) == 1:
                step.counter, step.reason = above[0].counter, "said_again"
    for step in steps:
        if step.counter is None and _spread(step.figure, steps):
            step.reason = "compilation"


def _spread(figure: Figure, steps: Sequence[_Step]) -> bool:
    """Whether both ends of a range are numbers that the article gives as others'."""
    if figure.value is None or figure.value_high is None:
        return False
    others = {step.figure.value for step in steps if step.counter and step.figure is not figure}
    return {figure.value, figure.value_high} <= others


def _follow(step: _Step, relay: Relay, source: Sequence[_Step]) -> None:
    """Ties a Figure to the one in the Document that is relayed, where the relayed passage holds it."""
    if step.back is not None or not source:
        return
    if relay.kind == "cites":
        if not _cited(step, source):
            return
        same = [other for other in source if same_count(step.figure, other.figure)]
        if same:
            step.back, step.hop, step.reason = same[0], relay.id, "cited_from"
        return
    for change in relay.changes:  # a number that was changed
        here, there = change.to_span, change.from_span
        if change.kind == "number" and here and there and here.touches(step.figure.span.start, step.figure.span.end):
            for other in source:
                if there.touches(other.figure.span.start, other.figure.span.end):
                    step.back, step.hop, step.reason = other, relay.id, "relayed_from"
                    return
    for evidence in relay.evidence:
        here, there = evidence.to_span, evidence.from_span
        if here is None or there is None or not here.holds(step.figure.span.start, step.figure.span.end):
            continue
        passage = [other for other in source if there.holds(other.figure.span.start, other.figure.span.end)]
        mine = [s for s in step.profile.reading.figures if here.holds(s.span.start, s.span.end)]
        counterpart = _counterpart(step.figure, mine, passage)
        if counterpart is not None:
            step.back, step.hop, step.reason = counterpart, relay.id, "relayed_from"
            return


def _say_again(steps: Sequence[_Step]) -> None:
    """A number that stands without a voice, in a headline or further down, has the way of the one that was taken over."""
    taken = [step for step in steps if step.back is not None]
    for step in steps:
        if step.counter is None and step.back is None:
            same = next((other for other in taken if same_count(step.figure, other.figure)), None)
            if same is not None:
                step.back, step.hop, step.reason = same.back, same.hop, same.reason


def _counterpart(figure: Figure, mine: Sequence[Figure], passage: Sequence[_Step]) -> _Step | None:
    """The Figure of the relayed passage that became this one: the same number; else, of those whose number is gone, the
    one of the same effect that stands in the same order."""
    for other in passage:
        if number(other.figure) == number(figure) and same_effect(other.figure, figure):
            return other
    kept = {number(f) for f in mine}
    theirs = {number(step.figure) for step in passage}
    changed = [f for f in mine if number(f) not in theirs]
    gone = [step for step in passage if number(step.figure) not in kept]
    same = [step for step in gone if same_effect(step.figure, figure)]
    place = [f for f in changed if same_effect(f, figure)].index(figure) if figure in changed else 0
    return same[place] if place < len(same) else None


def _cited(step: _Step, source: Sequence[_Step]) -> bool:
    """Whether the outlet that is cited is the one on whose word the Figure stands, or nobody's word is given."""
    if step.counter is None:
        return True
    own = own_keys(source[0].profile.document)
    return bool(name_keys(step.counter.name) & own)


def _from_the_ledger(
    steps: Sequence[_Step], ordered: Sequence[Profile], by_document: Mapping[str, list[_Step]]
) -> None:
    """An assertion without a voice is joined to an older one of the same number, if that has one origin only."""
    for step in steps:
        if step.counter is not None or step.back is not None or step.reason == "compilation":
            continue
        when = step.profile.document.published
        if when is None:
            continue
        before = [
            other
            for profile in ordered
            if profile is not step.profile and profile.document.published and profile.document.published <= when
            for other in by_document[profile.id]
            if (other.counter or other.back) and same_count(step.figure, other.figure)
        ]
        roots = {_root(other).figure.id: _root(other) for other in before}
        keys = {root.counter.key for root in roots.values() if root.counter}
        if len(keys) == 1:
            step.back, step.reason = (
                min(roots.values(), key=lambda r: (r.profile.document.published or "", r.figure.id)),
                "same_number_before",
            )


def _root(step: _Step) -> _Step:
    for _ in range(_LONGEST):
        if step.back is None:
            return step
        step = step.back
    return step


def _cut(steps: Mapping[str, _Step], said: Pairs) -> None:
    """Takes away the ways back by which two Figures that other bodies counted come to one Origin."""
    for a, b in sorted(said.parted()):
        if a not in steps or b not in steps:
            continue
        first, second = steps[a], steps[b]
        while (root := _root(first)) is _root(second):
            step = first if root is second else second if root is first else max(first, second, key=_told)
            step.back, step.hop, step.reason = None, None, "judged_apart"


def _told(step: _Step) -> tuple[str, str]:
    return step.profile.document.published or "9999", step.figure.id


def _lead_back(steps: Mapping[str, _Step], said: Pairs) -> None:
    """Leads a Figure of which no body is known back to the one of which a person says that the same body counted it."""
    for a, b in sorted(said.joined()):
        if a not in steps or b not in steps:
            continue
        first, second = _root(steps[a]), _root(steps[b])
        if first is not second and (first.counter is None) != (second.counter is None):
            step, known = (first, second) if first.counter is None else (second, first)
            step.back, step.hop, step.reason = known, None, "judged_same"


def _join(steps: Mapping[str, _Step], said: Pairs) -> None:
    """Gives one Origin to the Figures in which one body gives one number of one event."""
    groups: list[list[_Step]] = []
    roots = {id(root): root for root in map(_root, steps.values())}
    one = [(id(_root(steps[a])), id(_root(steps[b]))) for a, b in sorted(said.joined()) if a in steps and b in steps]
    several = _of_roots(said.parted(), steps)
    held: set[int] = set()
    for root in roots.values():
        if root.counter is None:
            root.origin = Origin("", "compilation" if root.reason == "compilation" else "unknown", "")
            if root.reason == "unknown":
                root.reason = "own_voice"
            continue
        alike = [group for group in groups if _is_one(group[0], root)]
        free = [group for group in alike if not any((id(root), id(other)) in several for other in group)]
        if free:
            free[0].append(root)
            continue
        groups.append([root])
        if alike:
            held.add(id(root))
    for first, second in one:
        mine, theirs = (next((g for g in groups if any(id(s) == root for s in g)), None) for root in (first, second))
        if mine is not None and theirs is not None and mine is not theirs:
            mine.extend(theirs)
            groups.remove(theirs)
    for group in groups:
        _name(group, held_apart=any(id(step) in held for step in group))


def _is_one(first: _Step, root: _Step) -> bool:
    """Whether one body gives one number of one event in both, as far as the articles tell."""
    if first.counter is None or root.counter is None:
        return False
    return first.counter.same(root.counter) and same_count(first.figure, root.figure)


def _of_roots(pairs: Iterable[tuple[str, str]], steps: Mapping[str, _Step]) -> set[tuple[int, int]]:
    """The pairs of the Figures to which the ways back of these pairs lead, both ways round."""
    known = [(id(_root(steps[a])), id(_root(steps[b]))) for a, b in pairs if a in steps and b in steps]
    return {*known, *((b, a) for a, b in known)}


def _name(group: Sequence[_Step], *, held_apart: bool) -> None:
    first = group[0]
    if first.counter is None:
        raise ValueError("a group of figures that one body gave has no body")
    figure = first.figure
    identity = make_id("origin", first.counter.key, figure.effect, figure.unit, number(figure), figure.id)
    named = next((s.counter for s in group if s.counter and not s.counter.unnamed), first.counter)
    origin = Origin(identity, named.kind, named.name, named.unnamed, held_apart)
    for step in group:
        step.origin = origin


def _traced(step: _Step) -> Traced:
    hops: list[str] = []
    at = step
    for _ in range(_LONGEST):
        if at.back is None:
            break
        if at.hop:
            hops.append(at.hop)
        at = at.back
    back = step.back.figure.id if step.back else None
    distorted = not same_or_rounded(step.figure, at.figure)
    return Traced(step.figure.id, step.figure.document, at.origin, step.reason, tuple(hops), distorted, back)
