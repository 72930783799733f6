"""POPCORN: people killed and wounded in 400 short French reports, against decoys; and the dates in them.

Their annotation says, for each report, how many were killed or wounded (`effect`, `value`, `kind`), without saying
where. It differs from ours on purpose, so figures are set side by side like this (`fair`):

- A casualty is there once however often the text repeats it; so ours are taken as distinct pairs of effect and value
  too.
- Ours with a value is that value (« une centaine » is 100 in both). A range may be theirs by either end.
- « des centaines » has no value here, only a magnitude. They write 200, and for thousands 1000 or 2000: both the
  magnitude and its   double are theirs.
- « plusieurs », « quelques », « de nombreux », and even a bare plural, is their FUZZY 2. By GUIDELINES.md such words
  are no count. Theirs   are neither asked for nor, when given, counted as false.
- They never write 0 or 1 (« aucun mort », « un mort »); ours of 0 or 1 are left aside.

`strict` takes every record of theirs and every figure of ours, as often as each is given, with no allowance but that
for magnitudes. It cannot reach 1: three in ten of theirs are bare plurals. The truth lies between the two.

Decoys are their quantities that are no casualties (prices, ages, crowds). Some of their links are missing, so a decoy
taken for a casualty may be their slip; the error page shows each.
"""

import json
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from evals.corpora import digest
from evals.dated import Dated, dated
from evals.measurement import Measurement
from evals.miss import Miss, in_context
from evals.predict import read_one
from evals.score import Found, Rate, rate
from recoupe.languages.pack import codes, pack
from recoupe.model.annotation import TimeRef
from recoupe.model.document import Document
from recoupe.model.figure import Figure
from recoupe.model.reading import Reading
from recoupe.stages.annotate.sentences import sentences
from recoupe.stages.annotate.times import times

EFFECTS = ("killed", "wounded")
_VAGUE = 2.0
Casualty = tuple[str, float]


@dataclass
class Tally:
    """Counts over the reports read so far."""

    fair: Found = field(default_factory=Found)
    strict: Found = field(default_factory=Found)
    decoys: int = 0
    decoys_taken: int = 0
    dates: Found = field(default_factory=Found)
    days: Found = field(default_factory=Found)
    misses: list[Miss] = field(default_factory=list)
    failures: list[str] = field(default_factory=list)


def measure(file: Path) -> Measurement:
    """Every rate over the set. Reports carry no publication date, so dates without a year are left aside."""
    tally = Tally()
    reports = json.loads(file.read_text("utf-8"))
    for report in reports:
        reading = read_one(f"{report['id']}.txt", report["text"].encode())
        document: Document | None = None
        figures: tuple[Figure, ...] = ()
        if isinstance(reading, Reading):
            document, figures = reading.document, reading.figures
        else:
            tally.failures.append(f"popcorn {report['id']}: {reading}")
        _figures(report, figures, tally)
        _dates(report, document, tally)
    found, casualties = tally.fair.rates(), tally.fair.found + tally.fair.missed
    measured: dict[str, tuple[Rate, int]] = {
        "killed, wounded f1": (tally.fair.f1, casualties),
        "killed, wounded precision": (found["precision"], tally.fair.found + tally.fair.spurious),
        "killed, wounded recall": (found["recall"], casualties),
        "killed, wounded f1 strict": (tally.strict.f1, tally.strict.found + tally.strict.missed),
        "decoys refused": (rate(tally.decoys - tally.decoys_taken, tally.decoys), tally.decoys),
        "dates": (tally.dates.rates()["recall"], tally.dates.found + tally.dates.missed),
        "days stated": (tally.days.rates()["recall"], tally.days.found + tally.days.missed),
    }
    rates = {measure: value for measure, (value, _) in measured.items()}
    counts = {measure: count for measure, (_, count) in measured.items()}
    return Measurement("popcorn", "fr", digest([file]), rates, counts, tuple(tally.misses), tuple(tally.failures))


def possible(value: float | None, value_high: float | None, magnitude: int | None) -> tuple[float, ...]:
    """The values by which theirs may give our number, the likeliest first."""
    if value is not None:
        return (value,) if value_high is None else (value, value_high)
    return (2.0 * magnitude, float(magnitude)) if magnitude is not None else (_VAGUE,)


def pair(
    theirs: Iterable[Casualty], ours: Iterable[tuple[str, tuple[float, ...]]]
) -> tuple[list[int], list[int], list[int]]:
    """Which of theirs are found, which are missed, and which of ours pair with none, by index; each is used once."""
    records = list(theirs)
    left = list(range(len(records)))
    found: list[int] = []
    alone: list[int] = []
    for index, (effect, values) in enumerate(ours):
        hit = next((at for value in values for at in left if records[at] == (effect, value)), None)
        if hit is None:
            alone.append(index)
        else:
            left.remove(hit)
            found.append(hit)
    return found, left, alone


def _figures(report: Mapping[str, Any], figures: Sequence[Figure], tally: Tally) -> None:
    theirs = [(record["effect"], float(record["value"]), record["kind"]) for record in report["casualties"]]
    ours = [figure for figure in figures if figure.effect in EFFECTS]
    tally.strict += _count(pair([(effect, value) for effect, value, _ in theirs], map(_reading, ours)))

    wanted = sorted({(effect, value) for effect, value, kind in theirs if not _is_vague(value, kind)})
    vague = {effect for effect, value, kind in theirs if _is_vague(value, kind)}
    distinct = {_reading(figure): figure for figure in ours if figure.value is None or figure.value > 1}
    kept = [(one, figure) for one, figure in distinct.items() if not (one[0] in vague and _no_number(figure))]
    _, missed, alone = pairing = pair(wanted, (one for one, _ in kept))
    tally.fair += _count(pairing)

    decoys = Counter(float(record["value"]) for record in report["quantities"]) - Counter(
        value for _, value, _ in theirs
    )
    tally.decoys += decoys.total()
    where = f"popcorn {report['id']}"
    text = report["text"]
    for at in missed:
        effect, value = wanted[at]
        cause = f"{effect}, as {_effects(value, figures)}"
        tally.misses.append(Miss("popcorn casualty missed", cause, where, "", "", text, f"{effect} {value:g}"))
    for at in alone:
        (effect, values), figure = kept[at]
        is_decoy = any(decoys[value] for value in values)
        tally.decoys_taken += is_decoy
        cause = f"{effect}, one of their other quantities" if is_decoy else f"{effect}, no quantity of theirs"
        span = figure.span
        tally.misses.append(
            in_context("popcorn casualty spurious", cause, where, text, span.start, span.end, f"{effect} {values}")
        )


def _dates(report: Mapping[str, Any], document: Document | None, tally: Tally) -> None:
    theirs = {
        (record["kind"], record["value"]): dated(record["kind"], record["value"])
        for record in report["dates"]
        if record["value"]
    }
    wanted: list[Dated] = [one for one in theirs.values() if one is not None]
    read = _times(document) if document is not None and document.language in codes() else ()
    for one in wanted:
        hit = any(one.hit_by(time) for time in read)
        tally.dates += Found(found=hit, missed=not hit)
        if one.stated_day:
            tally.days += Found(found=hit, missed=not hit)
        if not hit:
            seen = "; ".join(f"{time.span.text}: {time.date_from} – {time.date_to}" for time in read) or "nothing"
            cause = f"{one.kind}, {one.precision}"
            tally.misses.append(
                Miss(
                    "popcorn date missed",
                    cause,
                    f"popcorn {report['id']}",
                    "",
                    "",
                    report["text"],
                    f"{one.value} ≠ {seen}",
                )
            )


def _times(document: Document) -> tuple[TimeRef, ...]:
    language = pack(document.language)
    return times(document, sentences(document, language.traits), language)


def _reading(figure: Figure) -> tuple[str, tuple[float, ...]]:
    return figure.effect, possible(figure.value, figure.value_high, figure.magnitude)


def _no_number(figure: Figure) -> bool:
    return figure.value is None and figure.magnitude is None


def _is_vague(value: float, kind: str) -> bool:
    return kind == "QUANTITY_FUZZY" and value == _VAGUE


def _count(pairing: tuple[list[int], list[int], list[int]]) -> Found:
    return Found(*map(len, pairing))


def _effects(value: float, figures: Iterable[Figure]) -> str:
    others = {
        figure.effect for figure in figures if value in possible(figure.value, figure.value_high, figure.magnitude)
    }
    return "/".join(sorted(others)) or "nothing"
