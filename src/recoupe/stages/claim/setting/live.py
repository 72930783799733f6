"""Live: articles told as they go on, whose events are of the day of publication."""

from collections.abc import Sequence

from recoupe.model.annotation import TimeRef
from recoupe.model.span import Span
from recoupe.stages.claim.scenes.scenes import Scene
from recoupe.stages.claim.setting.lead import NEWS
from recoupe.stages.claim.words.events import Events


def live_time(scenes: Sequence[Scene], events: Events, published: str | None) -> TimeRef | None:
    """The day of publication as that of an event which nothing dates, where its text is told as it goes on.

    « Actuellement, il y a neuf morts »; « Plus tôt dans la journée, le maire a donné un bilan de neuf morts ».
    """
    if published is None:
        return None
    if is_live(scenes, events):
        entry = next(s for s in scenes if events.is_entry(s.sentence.tokens))
        token = next(t for t in entry.sentence.tokens if t.text[0].isdecimal())
        return TimeRef(Span(token.start, token.end, token.text), published, published, "day", "point")
    for scene in [s for s in scenes if s.sentence.kind == "paragraph"][:NEWS]:
        tokens = scene.sentence.tokens
        told = next(
            (t for t in scene.told if t.date_from == t.date_to == published and events.is_toll(t, tokens)), None
        )
        start = told.span.start if told is not None else events.live_at(tokens)
        if start is not None and events.tells(scene.sentence.words):
            token = next(t for t in tokens if t.start >= start)
            return TimeRef(Span(token.start, token.end, token.text), published, published, "day", "point")
    return None


def is_live(scenes: Sequence[Scene], events: Events) -> bool:
    """Whether sentences begin with a time of the clock, as the entries of a live page do, which tell of its day."""
    return sum(events.is_entry(s.sentence.tokens) for s in scenes) > 1
