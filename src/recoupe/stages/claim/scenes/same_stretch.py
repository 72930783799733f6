"""Same stretch: « sur la même période » means the days told last, « à la même période de 2022 » those of another year."""

from collections.abc import Iterator, Sequence, Set
from dataclasses import replace
from datetime import date

from recoupe.languages.set_phrases import SetPhrases
from recoupe.languages.times import TimeWords
from recoupe.model.annotation import Sentence, TimeRef
from recoupe.model.span import Span
from recoupe.stages.claim.scenes.statements import length_of

_REACH = 3
"""How many words may stand between the phrase and the year (« la même période, en 2022 »)."""
_DAYS = {"day": 1, "week": 7, "month": 30, "year": 365}
_NEAR = 0.15
"""How far « ces deux mois » may be from the days told last, as a share of them."""
_LEAST = 2
"""Days from which a stretch is more than a night."""
_LAST_OF_FEBRUARY = 28


class SameStretch:
    """Goes through the sentences of one article, and remembers the stretch told last."""

    def __init__(self, text: str, phrases: SetPhrases, small: Set[str], pointing: Set[str], words: TimeWords) -> None:
        """`small` are the articles and prepositions that are taken into the time's words, `pointing` those of « ces »."""
        self._text, self._phrases, self._small = text, phrases, small
        self._pointing, self._words = pointing, words
        self._last: TimeRef | None = None
        self._closed: TimeRef | None = None
        """The last one that does not go on until publication, which « la période » means."""

    def settled(self, times: Sequence[TimeRef], sentence: Sentence) -> list[TimeRef]:
        """The sentence's times with those that its phrases mean, in reading order."""
        found = list(times)
        for index, size in (*self._phrases.standing(sentence.folds), *self._counted(found, sentence)):
            start, end = self._start(index, sentence), sentence.tokens[index + size - 1].end
            bare = self._is_bare(index + size, sentence)
            before = (t for t in reversed(found) if t.span.start < start and _is_stretch(t))
            stretch = next(
                (t for t in before if not (bare and t.kind == "since")), self._closed if bare else self._last
            )
            if stretch is None:
                continue
            near = sentence.tokens[index + size : index + size + _REACH + 1]
            if near and any(end <= t.span.start < near[-1].start and t.precision != "year" for t in times):
                continue  # « pendant la période du 1er au 8 mai »
            year = next((t for t in times if near and end <= t.span.start <= near[-1].start), None)
            if year is not None and year.precision == "year" and year.date_from is not None:
                found[found.index(year)] = self._moved(stretch, int(year.date_from[:4]), start, year.span.end)
            else:
                found.append(replace(stretch, span=Span.cut(self._text, start, end), kind="duration"))
                found.sort(key=lambda t: t.span.start)
        return found

    def _counted(self, times: Sequence[TimeRef], sentence: Sentence) -> Iterator[tuple[int, int]]:
        """Where « ces deux mois » stands, as long as the stretch told last, with how many words it has."""
        if self._last is None or self._pointing.isdisjoint(sentence.words):
            return
        values, length, folds = self._words.values, length_of(self._last) or 0, sentence.folds
        for i, (this, number, unit) in enumerate(zip(folds, folds[1:], folds[2:], strict=False)):
            days = _DAYS.get(values["UNIT"].get(unit, ""), 0)
            count = int(number) if number.isdecimal() else values["NUMBER"].get(number, 0)
            if this not in self._pointing or not days or abs(days * count - length) > _NEAR * length + 1:
                continue
            if not any(t.span.start <= sentence.tokens[i + 2].start < t.span.end for t in times):
                yield i, 3

    def remember(self, times: Sequence[TimeRef]) -> None:
        """Take the last stretch among the times of one sentence for the one that those to come mean."""
        told = [t for t in reversed(times) if _is_stretch(t)]
        self._last = next(iter(told), self._last)
        self._closed = next((t for t in told if t.kind != "since"), self._closed)

    def _is_bare(self, end: int, sentence: Sentence) -> bool:
        """« sur la période », but not « sur cette période »: whether the phrase that ends there points to none that goes on."""
        article = sentence.folds[end - 2]
        return article in self._small and article not in self._pointing

    def _start(self, index: int, sentence: Sentence) -> int:
        while index and sentence.tokens[index - 1].fold in self._small:
            index -= 1
        return sentence.tokens[index].start

    def _moved(self, stretch: TimeRef, year: int, start: int, end: int) -> TimeRef:
        """The stretch with its last day in `year`, its first as long before as it was."""
        first, last = date.fromisoformat(stretch.date_from or ""), date.fromisoformat(stretch.date_to or "")
        return replace(
            stretch,
            span=Span.cut(self._text, start, end),
            date_from=_in_year(first, year - (last.year - first.year)),
            date_to=_in_year(last, year),
            kind="duration",
        )


def _in_year(day: date, year: int) -> str:
    leap = day.month == 2 and day.day > _LAST_OF_FEBRUARY
    return day.replace(year=year, day=_LAST_OF_FEBRUARY if leap else day.day).isoformat()


def _is_stretch(time: TimeRef) -> bool:
    return time.kind in ("since", "interval", "duration") and (length_of(time) or 0) >= _LEAST
