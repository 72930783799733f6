"""Finished: the days that a war or an offensive lasted, where an article says when it began and when it was over."""

from collections.abc import Sequence
from datetime import date, timedelta

from recoupe.model.annotation import TimeRef
from recoupe.model.span import Span
from recoupe.stages.claim.scenes.scenes import Scene
from recoupe.stages.claim.setting.whereabouts import dated
from recoupe.stages.claim.words.events import Events

_NIGHT = timedelta(days=1)


def finished(scenes: Sequence[Scene], events: Events, text: str) -> TimeRef | None:
    """« Les hostilités, qui avaient éclaté le 10 mai, ont pris fin le 21 »: those days; None where no sentence tells both.

    Its words reach from the first of the two times to the second.
    """
    for scene in scenes:
        if scene.sentence.kind != "paragraph" or not scene.begun:
            continue
        begun, tokens = scene.begun[0], scene.sentence.tokens
        over = [t for t in scene.times if dated(t) and t.kind == "point" and t.span.start > begun.span.end]
        last = next((t for t in over if events.ends(tokens, begun.span.end, t.span.start)), None)
        if last is None or begun.date_from is None or last.date_to is None or last.date_to <= begun.date_from:
            continue
        span = Span.cut(text, begun.span.start, last.span.end)
        # what was over by the next day was one event (« l'assaut lancé mardi a pris fin mercredi matin »)
        brief = date.fromisoformat(last.date_to) - date.fromisoformat(begun.date_from) <= _NIGHT
        return TimeRef(span, begun.date_from, last.date_to, "days", "interval" if brief else "duration")
    return None
