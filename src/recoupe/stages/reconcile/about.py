"""About: which Claims of an Incident's Documents speak of it; an article may tell of several."""

import math
from collections.abc import Iterable

from recoupe.model.claim import Claim
from recoupe.model.span import Span
from recoupe.stages.reconcile.evidence import Evidence


def about(evidence: Evidence) -> tuple[Claim, ...]:
    """The Claims that hold a Figure of the Incident; of those that hold none, also not by a Claim inside them, the ones
    whose nearest Figure, in characters, is the Incident's."""
    by_document: dict[str, list[Claim]] = {}
    for claim in evidence.claims:
        by_document.setdefault(claim.document, []).append(claim)
    return tuple(claim for claim in evidence.claims if _is_about(evidence, claim, by_document[claim.document]))


def _is_about(evidence: Evidence, claim: Claim, beside: Iterable[Claim]) -> bool:
    inside = [each for each in beside if claim.span.holds(each.span.start, each.span.end)]
    held = {figure for each in inside for figure in each.figures}
    own = [f.span for f in evidence.figures if f.document == claim.document]
    if any(claim.span.holds(span.start, span.end) for span in own):
        return True
    if held or not own:
        return False
    others = [each.span for each in beside if each.figures and evidence.by_id.keys().isdisjoint(each.figures)]
    return _nearest(claim.span, own) <= _nearest(claim.span, others)


def _nearest(span: Span, others: Iterable[Span]) -> float:
    """Characters to the nearest of the others; infinite where there is none."""
    return min((max(each.start - span.end, span.start - each.end, 0) for each in others), default=math.inf)
