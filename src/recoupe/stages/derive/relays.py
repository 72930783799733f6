"""Relays: two Documents compared: whether one relays the other, on what evidence, which way, and with what changes."""

from collections.abc import Callable, Sequence

from recoupe.model.ids import make_id
from recoupe.model.relay import Change, Evidence, Relay, RelayKind
from recoupe.model.span import Span
from recoupe.stages.derive.citations import Citation, citation
from recoupe.stages.derive.direction import Direction, direction
from recoupe.stages.derive.named import credits_to
from recoupe.stages.derive.profile import Pair, Profile
from recoupe.stages.derive.reuse import Overlap
from recoupe.stages.derive.translation import Translation

Changes = Callable[[Profile, Profile], tuple[Change, ...]]
"""What differs between two Documents of which the second relays the first."""


def relay(a: Profile, b: Profile, shared: Overlap | Translation | None, changes: Changes) -> Relay | None:
    """How one of `a` and `b` relays the other; None where neither does, as far as can be told.

    `shared`: what text of `a` stands in `b`, in the same words or translated. Without it, only a citation ties the two.
    """
    if shared is None:
        return _cites(a, b)
    kind: RelayKind = "edited"
    if isinstance(shared, Translation):
        kind = "translation"
    elif shared.verbatim:
        kind = "verbatim"
    way = direction(a, b, across=kind == "translation")
    first, second = (a, b) if way.first else (b, a)
    pairs = shared.pairs if way.first else tuple(Pair(p.b, p.a, p.score) for p in shared.pairs)
    evidence = [
        Evidence(
            "translation" if kind == "translation" else "text",
            "said_alike" if kind == "translation" else "shared_words",
            *_spans(first, second, pair),
            pair.score,
        )
        for pair in pairs
    ]
    evidence += [
        Evidence("credit", "credit_names_outlet", None, each.credit.span, 1.0)
        for each in credits_to(second.document, first.document)
    ]
    score = max(shared.covered_a, shared.covered_b)
    return _relay(first, second, kind, way, score, evidence, changes(first, second))


def _cites(a: Profile, b: Profile) -> Relay | None:
    for first, second in ((a, b), (b, a)):
        found = citation(second, first)
        if found is not None:
            way = Direction(True, True, "credit" if found.credit else "citation")
            return _relay(first, second, "cites", way, _weight(found), [_evidence(found)], ())
    return None


def _weight(found: Citation) -> float:
    """The more numbers of the citing sentences the cited Document holds, the surer that it is the one meant."""
    return round(found.shared / (found.shared + 1), 3)


def _evidence(found: Citation) -> Evidence:
    reason = "credit_names_outlet" if found.credit else "text_names_outlet"
    return Evidence("credit" if found.credit else "citation", reason, None, found.span, 1.0)


def _spans(first: Profile, second: Profile, pair: Pair) -> tuple[Span, Span]:
    one, other = first.passages[pair.a], second.passages[pair.b]
    return first.cut(one.start, one.end), second.cut(other.start, other.end)


def _relay(
    first: Profile,
    second: Profile,
    kind: RelayKind,
    way: Direction,
    score: float,
    evidence: Sequence[Evidence],
    changed: tuple[Change, ...],
) -> Relay:
    identity = make_id("relay", first.id, second.id)
    return Relay(identity, first.id, second.id, kind, way.known, way.reason, round(score, 3), tuple(evidence), changed)
