"""Bracketed: the days of counts in brackets (« à X en mars (20 morts) et à Y en mai (30 morts) »)."""

from recoupe.model.annotation import TimeRef
from recoupe.stages.claim.counts.context import FigureContext
from recoupe.stages.claim.scenes.scenes import Scene
from recoupe.stages.claim.setting.whereabouts import dated

_BRACKETS = frozenset("()")


def bracketed_time(context: FigureContext, scene: Scene) -> TimeRef | None:
    """The time of a count in brackets, which belongs to what stands before them: « à X en mars (20 morts) et à Y en mai (30 morts) ».

    It stands in the brackets, or between those before and them; None where none does.
    """
    tokens = context.sentence.tokens
    at = context.sentence.first_at(context.start)
    opening = next((i for i in range(at - 1, -1, -1) if tokens[i].text in _BRACKETS), None)
    closing = next((i for i in range(at, len(tokens)) if tokens[i].text in _BRACKETS), None)
    if opening is None or closing is None or (tokens[opening].text, tokens[closing].text) != ("(", ")"):
        return None
    before = next((i for i in range(opening - 1, -1, -1) if tokens[i].text == ")"), 0)
    inside = [t for t in scene.times if tokens[opening].start < t.span.start < tokens[closing].start]
    ahead = [t for t in scene.times if tokens[before].start <= t.span.start < tokens[opening].start]
    return next((t for t in (*inside, *reversed(ahead)) if dated(t) and t.kind in ("point", "interval")), None)
