"""Claims: one for each attributed content, one for each sentence of the article's own voice that holds a Figure."""

from collections.abc import Mapping, Sequence

from recoupe.model.attribution import Attribution
from recoupe.model.claim import Claim, ClaimKind
from recoupe.model.document import Document
from recoupe.model.figure import Effect, Figure
from recoupe.model.ids import make_id
from recoupe.model.span import Span
from recoupe.stages.first.figures import names, voices
from recoupe.stages.first.lines import Line

_KINDS: Mapping[Effect, ClaimKind] = {"displaced": "displacement", "returned": "displacement", "struck": "strike"}


def claims(
    document: Document, lines: Sequence[Line], attributions: Sequence[Attribution], figures: Sequence[Figure]
) -> tuple[Claim, ...]:
    """The Claims in reading order; what kind each is, its Figures tell, and nothing else is told."""
    found = []
    for attribution in attributions:
        held = [f for f in figures if f.attribution == attribution.id]
        chain = _chain(attribution, attributions)
        found.append(_claim(document, attribution.content, names(chain), attribution.id, held))
    for line in lines:
        own = [f for f in figures if f.attribution is None and line.start <= f.span.start < line.end]
        if own:
            found.append(_claim(document, Span.cut(document.text, line.start, line.end), (), None, own))
    return tuple(found)


def _chain(attribution: Attribution, every: Sequence[Attribution]) -> tuple[Attribution, ...]:
    outer = next((a for a in every if a.id == attribution.parent), None)
    above = voices(every, outer.content.start, outer.content.end) if outer is not None else ()
    return (*(a for a in above if a is not attribution), attribution)


def _claim(
    document: Document, span: Span, stated_by: tuple[str, ...], attribution: str | None, held: Sequence[Figure]
) -> Claim:
    kinds = tuple(dict.fromkeys(_KINDS.get(figure.effect, "harm") for figure in held))
    return Claim(
        id=make_id("claim", document.id, span.start, span.end, attribution),
        document=document.id,
        span=span,
        stated_by=stated_by,
        attribution=attribution,
        figures=tuple(figure.id for figure in held),
        kind=kinds[0] if kinds else "other",
        also=kinds[1:],
    )
