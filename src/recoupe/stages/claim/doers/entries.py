"""Entries: where the pieces of a live page or of a chronicle begin, each of which has news of its own."""

from collections.abc import Sequence

from recoupe.languages.agents import AgentWords
from recoupe.languages.word_sets import either
from recoupe.model.annotation import Annotations, Sentence
from recoupe.stages.claim.words.events import Events

_LIVE = 2
"""Fewer times of the clock than these make no live page."""
_DAYS = 3
"""Fewer days in front make no chronicle."""
_MARKS = frozenset(".:–—-")


def entries(annotations: Annotations, events: Events, words: AgentWords) -> Sequence[int]:
    """The indexes of the sentences with which entries begin: « 14h30 – … », « Mardi. … », « 16 juillet : … »; none where the
    headline has but one event (« EN DIRECT. Attentat à X »), of which all tell."""
    titles = [s for s in annotations.sentences if s.kind == "title"]
    waged = either(words.clashes, words.wars)
    if any(words.landmarks & s.words and waged.isdisjoint(s.words) for s in titles):
        return ()
    live = [s.index for s in annotations.sentences if events.is_entry(s.tokens)]
    if len(live) >= _LIVE:
        return live
    ends = {t.span.start: t.span.end for t in annotations.times}
    days = [s.index for s in annotations.sentences if s.kind == "paragraph" and _is_day(s, annotations, ends)]
    return days if len(days) >= _DAYS else live


def _is_day(sentence: Sentence, annotations: Annotations, ends: dict[int, int]) -> bool:
    """Whether a paragraph begins with a day, and a mark behind it."""
    last = annotations.sentences[sentence.index - 1] if sentence.index else None
    if last is not None and last.block == sentence.block:
        return False
    end = ends.get(sentence.start)
    behind = next((t for t in sentence.tokens if end is not None and t.start >= end), None)
    return behind is not None and behind.text in _MARKS
