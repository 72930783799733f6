"""Reckoned days: those that a text counts from another day, set right where that day was one of speaking."""

from collections.abc import Sequence, Set
from dataclasses import replace
from datetime import date, timedelta

from recoupe.model.annotation import Sentence, TimeRef

_WEEK = 7


class Reckoning:
    """Goes through the sentences of one article, and remembers the day told last and whether it was one of harm.

    An annotator counts « deux jours après le raid » from publication and « le même jour » from the day named last. It
    does not know that the one may be counted from the day of a statement, and that the other seldom is.
    """

    def __init__(
        self,
        published: str | None,
        counted: Set[str],
        same: Set[str],
        that: Set[str],
        events: Set[str],
        happening: Set[str],
    ) -> None:
        """`counted` are the words between a number of days and the event, `same` those of « le même jour », `that` of
        « ce jour-là », `happening` those of « survient », folded.
        """
        self._that, self._happening = that, happening
        self._published = published
        self._counted, self._same, self._events = counted, same, events
        self._harm: str | None = None
        self._said: str | None = None
        """The day of a statement, where it was named after the last day of harm."""

    def settle(self, times: Sequence[TimeRef], told: Sequence[TimeRef], sentence: Sentence) -> list[TimeRef]:
        """The sentence's times of harm, set right; `told` are its times of speaking."""
        found = [self._settled(t, told, [*told, *(o for o in times if o is not t)], sentence) for t in times]
        day = next((t for t in reversed(found) if _is_day(t)), None)
        said = next((t for t in reversed(told) if _is_day(t)), None)
        if day is not None:
            self._harm, self._said = day.date_from, None
        if said is not None and (day is None or said.span.start > day.span.start):
            self._said = said.date_from
        return found

    def _settled(
        self, time: TimeRef, told: Sequence[TimeRef], others: Sequence[TimeRef], sentence: Sentence
    ) -> TimeRef:
        folds = {t.fold for t in sentence.within(time.span.start, time.span.end)}
        if self._is_that_day(time, folds):
            return replace(time, date_from=self._harm, date_to=self._harm, precision="day")
        if not _is_day(time) or (folds.isdisjoint(self._counted) and folds.isdisjoint(self._same)):
            return time
        if not folds.isdisjoint(self._events):
            # « deux jours après le raid, l'armée a livré dimanche sa version »
            main = next((t for t in others if _is_day(t) and t.span.start > time.span.start), None)
            if main is None and not folds.isdisjoint(self._counted) and self._happens(time, sentence):
                return _moved(time, self._published or "", self._harm)
            if main is None or folds.isdisjoint(self._counted) or self._published is None:
                return time
            late = (date.fromisoformat(self._published) - date.fromisoformat(main.date_from or "")).days
            return _moved(time, self._published, main.date_from) if 0 < late < _WEEK else time
        # « un rescapé a témoigné mercredi : ce jour-là, douze enfants ont été tués »
        here = next((t.date_from for t in others if _is_day(t) and t.span.end <= time.span.start and t in told), None)
        said = here or self._said
        if folds.isdisjoint(self._same) or said is None or self._harm is None or not _beside(time, said):
            return time
        if here is not None and time.date_from == self._harm:
            return time  # « les raids de lundi … A dénombré mardi onze tués dans les raids menés la veille »
        return _moved(time, said, self._harm)

    def _happens(self, time: TimeRef, sentence: Sentence) -> bool:
        """« Cette attaque survient une semaine après celle de X »: whether what was told last is said to come so long after."""
        before = (t.fold for t in sentence.tokens if t.start < time.span.start)
        return self._published is not None and self._harm is not None and not self._happening.isdisjoint(before)

    def _is_that_day(self, time: TimeRef, folds: Set[str]) -> bool:
        """Whether it is the day of the harm told last, and nothing has said so yet: « ce jour-là » behind a day of speaking."""
        unresolved = time.kind == "point" and time.date_from is None and time.date_to is None
        return unresolved and self._harm is not None and not folds.isdisjoint(self._that)


def _is_day(time: TimeRef) -> bool:
    return time.kind == "point" and time.date_from is not None and time.date_from == time.date_to


def _beside(time: TimeRef, day: str) -> bool:
    """Whether the time is that day, or one beside it: counted from it."""
    first = date.fromisoformat(time.date_from) if time.date_from else None
    return first is not None and abs((first - date.fromisoformat(day)).days) <= 1


def _moved(time: TimeRef, base: str, to: str | None) -> TimeRef:
    """The day, counted from `to` and not from `base`."""
    if to is None or time.date_from is None:
        return time
    day = date.fromisoformat(time.date_from) + timedelta((date.fromisoformat(to) - date.fromisoformat(base)).days)
    return replace(time, date_from=day.isoformat(), date_to=day.isoformat())
