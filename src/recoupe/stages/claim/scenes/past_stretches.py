"""Past stretches: « en trois jours » behind what was told of a day long past is counted from that day, and not back from today."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta

from recoupe.languages.verbs import VerbIndex
from recoupe.model.annotation import Sentence, TimeRef
from recoupe.stages.claim.scenes.statements import length_of

_FAR = 20
"""More than these days must lie between what was told and the stretch up to publication."""
_ROUGH = 1.15
"""By how much a stretch that goes on until publication may be longer than it says."""


class PastStretches:
    """Goes through the sentences of one article, and remembers the day told last in a paragraph."""

    def __init__(self, published: str | None, verbs: VerbIndex) -> None:
        self._published = date.fromisoformat(published) if published else None
        self._verbs = verbs
        self._last: TimeRef | None = None
        self._before = False
        """Whether the day told last was told as over before something else (« avait été signé en mars »)."""
        self._block = -1

    def settled(self, times: Sequence[TimeRef], sentence: Sentence) -> list[TimeRef]:
        """The times of harm of a sentence; « En mars 2013, ils entrent dans X. En trois jours, 400 civils sont tués » is of then."""
        found = [self._moved(t, sentence) for t in times] if len(times) == 1 else list(times)
        if sentence.block != self._block:
            self._last, self._block = None, sentence.block
        if found:
            last = found[-1]
            self._last = last if last.kind in ("point", "interval") and last.date_from and last.date_to else None
            self._before = self._is_before(sentence)
        return found

    def _moved(self, time: TimeRef, sentence: Sentence) -> TimeRef:
        last = self._last
        if last is None or sentence.block != self._block or time.kind != "duration" or self._published is None:
            return time
        if time.date_to is not None and time.date_to != self._published.isoformat():
            return time
        if self._before and not self._is_before(sentence):
            return time  # « La trêve avait été signée en mars. En trois jours, 40 civils ont été tués »
        days, first, end = length_of(time) or 0, last.date_from or "", date.fromisoformat(last.date_to or "")
        if (self._published - end).days <= _FAR + _ROUGH * days:
            return time
        if last.precision == "day" or days > (length_of(last) or 0):
            end = date.fromisoformat(first) + timedelta(days)  # « en avril 1994 … En trois mois »
        return replace(time, date_from=first, date_to=end.isoformat(), precision=last.precision)

    def _is_before(self, sentence: Sentence) -> bool:
        return not self._verbs.imperfect_auxiliaries.isdisjoint(sentence.words)
