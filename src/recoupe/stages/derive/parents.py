"""Parents: of all the Documents that share a text with one, those that it has it from. A copy's copy is no second source.

The reasoning is that of textual criticism: of two possible parents of which one descends from the other, the younger is
the parent where the text shares its changes (« shared errors »: Lachmann; West, Textual Criticism, 1973), else the elder.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

from recoupe.model.relay import Change, Relay
from recoupe.model.span import Span

_CLOSER = 0.1
"""So much higher must a score be to decide between a parent and its own parent where no change does."""
_ERRORS = 2
"""So many changes must be shared: one may be made twice. What was left out tells nothing: every copy drops the dateline."""
_SAME_PASSAGES = 0.5
"""Relays whose passages are the same by more than this share compete for them."""


def direct(
    relays: Iterable[Relay], published: Mapping[str, str | None], outlets: Mapping[str, str]
) -> tuple[Relay, ...]:
    """Those of `relays` that lead straight to the Document where the text, or the citation, was taken from.

    `published` and `outlets` (a key of the outlet) of every Document by its id. The order of `relays` plays no part.
    """
    every = sorted(relays, key=lambda r: r.id)
    between = {(r.from_document, r.to_document): r for r in every if r.kind != "cites" and r.direction_known}
    incoming: dict[str, list[Relay]] = defaultdict(list)
    for relay in every:
        incoming[relay.to_document].append(relay)
    kept: list[Relay] = []
    for document in sorted(incoming):
        texts = [r for r in incoming[document] if r.kind != "cites"]
        cites = [r for r in incoming[document] if r.kind == "cites"]
        chosen = _choose(texts, between, published)
        kept.extend(chosen)
        kept.extend(_cited(cites, {outlets.get(r.from_document, r.from_document) for r in chosen}, outlets))
    found = {(r.from_document, r.to_document) for r in kept}
    # where the direction is not known, a pair that has one parent for both is a pair of copies
    parents: dict[str, set[str]] = defaultdict(set)
    for relay in kept:
        if relay.direction_known and relay.kind != "cites":
            parents[relay.to_document].add(relay.from_document)
    return tuple(r for r in kept if r.direction_known or not _siblings(r, parents, found))


def _siblings(relay: Relay, parents: Mapping[str, set[str]], found: set[tuple[str, str]]) -> bool:
    return bool(parents.get(relay.from_document, set()) & parents.get(relay.to_document, set()))


def _choose(
    candidates: Sequence[Relay], between: Mapping[tuple[str, str], Relay], published: Mapping[str, str | None]
) -> list[Relay]:
    """One parent for each group of passages."""
    kept: list[Relay] = []
    for relay in sorted(candidates, key=lambda r: _rank(r, published)):
        rival = next((k for k in range(len(kept)) if _compete(kept[k], relay)), None)
        if rival is None:
            kept.append(relay)
        elif _nearer(relay, kept[rival], between):
            kept[rival] = relay
    return kept


def _rank(relay: Relay, published: Mapping[str, str | None]) -> tuple[bool, bool, str, str]:
    """The most likely parent first: of known direction, named in a credit, the eldest."""
    return not relay.direction_known, not _credited(relay), published.get(relay.from_document) or "9999", relay.id


def _credited(relay: Relay) -> bool:
    return any(e.kind == "credit" for e in relay.evidence)


def _compete(one: Relay, other: Relay) -> bool:
    """Whether two relays claim the same passages of one Document."""
    mine, theirs = _passages(one), _passages(other)
    if not mine or not theirs:
        return True
    both = sum(max(0, min(a.end, b.end) - max(a.start, b.start)) for a in mine for b in theirs)
    return both > _SAME_PASSAGES * min(_length(mine), _length(theirs))


def _passages(relay: Relay) -> list[Span]:
    """The passages of the Document that relays, each once."""
    return list(
        {(s.start, s.end): s for e in relay.evidence if (s := e.to_span) and e.kind in ("text", "translation")}.values()
    )


def _length(spans: Sequence[Span]) -> int:
    return sum(span.end - span.start for span in spans)


def _nearer(relay: Relay, parent: Relay, between: Mapping[tuple[str, str], Relay]) -> bool:
    """Whether the text comes from `relay`'s Document rather than from `parent`'s, which is elder or credited."""
    if _credited(parent) != _credited(relay) or relay.direction_known != parent.direction_known:
        return False
    if (relay.kind == "translation") != (parent.kind == "translation"):
        return parent.kind == "translation"
    if (relay.from_document, parent.from_document) in between:  # the ancestor comes second: both of one day
        return not _nearer(parent, relay, between)
    step = between.get((parent.from_document, relay.from_document))
    if step is not None:
        made = [change for change in step.changes if change.to_span is not None and change.detail != "disguised"]
        shared = sum(_again(change, parent.changes) for change in made)
        lost = sum(not _again(change, parent.changes) and _kept(change, parent) for change in made)
        if abs(shared - lost) >= _ERRORS:
            return shared > lost
        # a verbatim copy is as near as its original
        if step.kind != "verbatim" and abs(len(relay.changes) - len(parent.changes)) >= _ERRORS:
            return len(relay.changes) < len(parent.changes)
    return relay.score > parent.score + _CLOSER


def _again(change: Change, others: Iterable[Change]) -> bool:
    """Whether one of `others` changes the same words in the same way."""
    return any(
        (other.kind, other.detail) == (change.kind, change.detail)
        and other.from_span is not None
        and change.from_span is not None
        and other.from_span.touches(change.from_span.start, change.from_span.end)
        for other in others
    )


def _kept(change: Change, parent: Relay) -> bool:
    """Whether the words that `change` changes stand in a passage that the Document has too."""
    return change.from_span is not None and any(
        e.from_span is not None and e.from_span.holds(change.from_span.start, change.from_span.end)
        for e in parent.evidence
    )


def _cited(cites: Sequence[Relay], textual: set[str], outlets: Mapping[str, str]) -> list[Relay]:
    """Of the Documents of one outlet the one that has most of what is cited; none where its text was taken over."""
    best: dict[str, Relay] = {}
    for relay in sorted(cites, key=lambda r: (-r.score, r.id)):
        outlet = outlets.get(relay.from_document, relay.from_document)
        if outlet not in textual:
            best.setdefault(outlet, relay)
    return list(best.values())
