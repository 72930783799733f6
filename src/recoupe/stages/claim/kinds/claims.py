"""Claims: one for each attributed content, one for each sentence of the article's own voice that states something."""

from bisect import bisect_left, bisect_right
from collections.abc import Mapping, Sequence

from recoupe.model.annotation import Annotations
from recoupe.model.attribution import Attribution
from recoupe.model.claim import Claim
from recoupe.model.document import Document
from recoupe.model.figure import Figure
from recoupe.model.ids import make_id
from recoupe.model.span import Span
from recoupe.stages.claim.kinds.kinds import KindReader
from recoupe.stages.claim.telling.chain import names


def claims(
    document: Document,
    annotations: Annotations,
    attributions: Sequence[Attribution],
    figures: Sequence[Figure],
    kinds: KindReader,
) -> tuple[Claim, ...]:
    """The Claims in reading order; each Figure stands in one, of its innermost attribution or else of its sentence."""
    found: list[Claim] = []
    held: dict[str, list[Figure]] = {}
    for figure in figures:
        if figure.attribution is not None:
            held.setdefault(figure.attribution, []).append(figure)
    by_id = {a.id: a for a in attributions}
    for attribution in attributions:
        own_figures = held.get(attribution.id, [])
        # a count may end behind what is said, in words that make no sentence: « trois affirme-t-il tués »
        span = attribution.content
        last = max((f.span.end for f in own_figures), default=span.end)
        span = span if last <= span.end else Span.cut(document.text, span.start, last)
        voices = names(_with_parents(attribution, by_id))
        identity = make_id("claim", document.id, span.start, span.end, attribution.id)
        figured = tuple(f.id for f in own_figures)
        typed = kinds.of_span(span, attribution)
        found.append(Claim(identity, document.id, span, voices, attribution.id, figured, *typed))
    starts = [s.start for s in annotations.sentences]
    reported = _reported(starts, attributions)
    unattributed: dict[int, list[str]] = {}
    for figure in figures:
        if figure.attribution is None:
            unattributed.setdefault(bisect_right(starts, figure.span.start) - 1, []).append(figure.id)
    for number, sentence in enumerate(annotations.sentences):
        own = unattributed.get(number, ())
        if not own and sentence.index in reported:
            continue
        span = Span.cut(document.text, sentence.start, sentence.end)
        stated = kinds.of_span(span) if own else kinds.of_own(sentence)
        if stated is not None:
            identity = make_id("claim", document.id, span.start, span.end, None)
            found.append(Claim(identity, document.id, span, (), None, tuple(own), *stated))
    return tuple(sorted(found, key=lambda c: (c.span.start, -c.span.end, c.id)))


def _reported(starts: Sequence[int], attributions: Sequence[Attribution]) -> set[int]:
    """The indexes of the sentences that hold some of what is attributed, or the words that attribute it."""
    found: set[int] = set()
    for attribution in attributions:
        for span in (attribution.content, attribution.cue):
            if span is not None:
                found.update(range(max(0, bisect_right(starts, span.start) - 1), bisect_left(starts, span.end)))
    return found


def _with_parents(attribution: Attribution, by_id: Mapping[str, Attribution]) -> tuple[Attribution, ...]:
    """An attribution below all that it stands in, outermost first."""
    found: dict[str, Attribution] = {}
    at: Attribution | None = attribution
    while at is not None and at.id not in found:
        found[at.id] = at
        at = by_id.get(at.parent) if at.parent else None
    return tuple(reversed(found.values()))
