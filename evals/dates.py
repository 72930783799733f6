"""Date cases of Recognizers-Text and Duckling, those that concern days of harm.

Kept: days, weeks, months, years and stretches between named days, in forms that a newspaper prints, and in the past,
since harm that is reported is past. Left out, by the rules below: hours, durations, feasts, seasons, the future;
parts of a stretch (« début mars »), counts of days back (« les 2 derniers jours »), where every school draws its own
line; days as bare digits (« 17 2 »); and what the cases themselves leave unresolved.

Their end of a stretch is the day after it, ours is its last day: both are taken. Both read a bare weekday, or a day
without a year, as the next one to come, a newspaper as the last: so for these the same a week or a year earlier is
taken too.
"""

import datetime as dt
import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from evals.corpora import digest, duckling, recognizers
from evals.duckling import Example, examples
from evals.measurement import Measurement
from evals.miss import Miss
from evals.recognizers import cases
from evals.score import rate
from recoupe.languages.pack import pack
from recoupe.model.annotation import TimeRef
from recoupe.stages.annotate.times import read_times

LANGUAGE = "fr"
_DUCKLING_TODAY = dt.date(2013, 2, 12)
_GRAINS = {"Day": 1, "Week": 7, "Month": 31, "Year": 366}
"""How long a moment of that grain can be, in days."""

_MONTH = (
    r"janvier|f[ée]v(?:rier)?\b|mars|avril|mai\b|juin|juil(?:let)?\b|août|sept(?:embre|\.)|octobre|novembre|décembre"
)
_WEEKDAY = r"(?:lun|mar|mercre|jeu|vendre|same)di|dimanche"
_PRINTED = re.compile(
    rf"(?i){_MONTH}|{_WEEKDAY}|\d/\d+/\d|\d{{4}}-\d|aujourd|hier|ce jour|la veille|il y a|derni[eè]re?|passé|"
    r"cette (?:semaine|année)|années \d"
)
_LEFT_OUT = re.compile(
    r"(?i)prochain|suivant|qui suit|après|lendemain|demain|en (?:huit|quinze|8|15)|\bdans\b|plus tard|d'ici|début|"
    r"fin\b|milieu|mi-|quinzaine|\bans?\b|moment|saison|\bjui\b|\d [\d-]+ ?\d*$|-\d+$|oct/|\bmai vingt|de \d{4}$|"
    r"dix neuf|\d+-\d+ mois|jour d'|semaine du|Qui |derni(?:er|[eè]re)s? (?:jours?|semaines|mois|ann[ée]es)\b|"
    r"\d \w+ passées"
)
_BARE_WEEKDAY = re.compile(rf"(?i)(?:ce )?(?:{_WEEKDAY})")
_YEAR = re.compile(r"\d{4}|/\d\d$| \d\d$")

Stretch = tuple[dt.date | None, dt.date | None]
"""First and last day; None for an open end."""


@dataclass(frozen=True, slots=True)
class Trial:
    """One phrase to be read on a day, and for each thing to be found the stretches that are right."""

    group: str
    text: str
    today: dt.date
    expected: tuple[frozenset[Stretch], ...]

    def right(self, times: Iterable[TimeRef]) -> bool:
        """Whether each thing is found."""
        read = {(_day(time.date_from), _day(time.date_to)) for time in times}
        return all((stretches | set(map(self._so_far, stretches))) & read for stretches in self.expected)

    def _so_far(self, stretch: Stretch) -> Stretch:
        start, end = stretch
        return (start, self.today) if start and end and start <= self.today < end else stretch


def measure() -> Measurement:
    """The share of cases read rightly, together and by group."""
    asked: Counter[str] = Counter()
    right: Counter[str] = Counter()
    misses = []
    for trial in trials():
        asked[trial.group] += 1
        times = read_times(trial.text, trial.today, pack(LANGUAGE))
        if trial.right(times):
            right[trial.group] += 1
        else:
            seen = "; ".join(f"{time.span.text}: {time.date_from} – {time.date_to}" for time in times) or "nothing"
            wanted = "; ".join(" or ".join(sorted(f"{start} – {end}" for start, end in one)) for one in trial.expected)
            misses.append(
                Miss(
                    "date case",
                    trial.group,
                    f"{trial.group}, on {trial.today}",
                    "",
                    trial.text,
                    "",
                    f"{wanted} ≠ {seen}",
                )
            )
    right["dates"], asked["dates"] = right.total(), asked.total()
    rates = {group: rate(right[group], asked[group]) for group in sorted(asked, key=lambda one: one != "dates")}
    files = [duckling() / "Time.Corpus.hs", recognizers() / "DateTimeModel.json"]
    return Measurement("dates", LANGUAGE, digest(files), rates, dict(asked), tuple(misses))


def trials() -> Iterator[Trial]:
    """Every case that is kept."""
    for example in examples(duckling() / "Time.Corpus.hs"):
        if _is_printed(example.phrase) and (stretches := frozenset(_duckling(example))):
            yield Trial("duckling dates", example.phrase, _DUCKLING_TODAY, (stretches,))
    for case in cases(recognizers() / "DateTimeModel.json"):
        if case.reference is None or not all(_is_printed(one.text) for one in case.expected):
            continue  # without a day of reference the case was never checked by its makers
        today = dt.date.fromisoformat(case.reference)
        found = tuple(frozenset(_recognizers(one.resolution.get("values", ()), today)) for one in case.expected)
        if found and all(found) and all(one.kind in ("date", "daterange") for one in case.expected):
            yield Trial("recognizers dates", case.text, today, found)


def _is_printed(phrase: str) -> bool:
    return bool(_PRINTED.search(phrase)) and not _LEFT_OUT.search(phrase)


def _duckling(example: Example) -> Iterator[Stretch]:
    if example.grain not in _GRAINS or "Open" in example.value or not example.moments:
        return
    days = [dt.date(*moment) for moment in example.moments]
    start = days[0]
    end = days[1] - dt.timedelta(days=1) if len(days) == 2 else _last(start, example.grain)
    if start <= _DUCKLING_TODAY or not _YEAR.search(example.phrase):
        yield start, end
    if start > _DUCKLING_TODAY and _BARE_WEEKDAY.fullmatch(example.phrase):
        yield start - dt.timedelta(days=7), end - dt.timedelta(days=7)
    elif start > _DUCKLING_TODAY and not _YEAR.search(example.phrase):
        yield start.replace(year=start.year - 1), end.replace(year=end.year - 1)


def _last(start: dt.date, grain: str) -> dt.date:
    if grain in ("Day", "Week"):
        return start + dt.timedelta(days=_GRAINS[grain] - 1)
    return (start + dt.timedelta(days=_GRAINS[grain])).replace(day=1) - dt.timedelta(days=1)


def _recognizers(values: Iterable[Mapping[str, str]], today: dt.date) -> Iterator[Stretch]:
    for value in values:
        start, end = _day(value.get("value") or value.get("start")), _day(value.get("value") or value.get("end"))
        if (start is None and end is None) or (start or end or today) > today:
            continue
        yield start, end
        if end is not None and end != start:
            yield start, end - dt.timedelta(days=1)


def _day(date: str | None) -> dt.date | None:
    try:
        return dt.date.fromisoformat(date) if date else None
    except ValueError:
        return None
