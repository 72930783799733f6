"""Number cases of Recognizers-Text and Duckling, those that concern counts of people.

Kept: whole numbers in digits and in words, millions with a decimal or « et demi », collectives, and bounds and ranges
as a newspaper writes them. Ordinals are kept as decoys: they must not be read as counts. Left out, by the rules
below: negative numbers, fractions, powers, decimals, letters for thousands (10k), English and Indian digit groups,
telephone numbers, prices, ratios (« huit sur cinq »), « 322 cents », school arithmetic (« supérieur ou égal à »),
numbers beyond ten thousand million.
"""

import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from evals.corpora import digest, duckling, recognizers
from evals.duckling import examples
from evals.measurement import Measurement
from evals.miss import Miss
from evals.recognizers import Case, Expected, cases
from evals.score import rate
from recoupe.languages.pack import pack
from recoupe.model.annotation import Numeral
from recoupe.stages.annotate.numerals import read_numerals

LANGUAGE = "fr"
_LARGEST = 1e10
_ODD = re.compile(
    r"\d\s*[kKMGb]\b|\d+\s+cents?\b|\d\.\d(?!\d\d)|\d, \d|\d,\d\d,|\d/|\b0000|\+\d|[€$]|\bsur \w+$|"
    r"[a-zé] \d+$|\b(?:lakh|crore|tr?illions?|billions?)\b|milliard.*million"
)
_BROKEN = re.compile(r"tiers|quarts?\b")
_NEWSPAPER_BOUND = re.compile(
    r"(?i)(?:plus|moins) d|au (?:moins|plus)|jusqu|pas (?:plus|moins) de|entre|"
    r"(?:de )?[\w ]+ à |[\w ]+ ou (?:plus|moins)$|environ"
)
_SCHOOL = re.compile(
    r"égal|supérieur|inférieur|grand|petit|âgé|haut|quart|moitié| sur |-\d|ième|\bque\b|passé de|^au moins de"
)
_INTERVAL = re.compile(r"[\[(](-?[\d.]*),(-?[\d.]*)[\])]")
_ONE = frozenset(("un", "une"))

End = tuple[str, float]
"""« low » or « high », and the number."""


@dataclass(frozen=True, slots=True)
class Trial:
    """One phrase to be read, and how to tell whether it was read rightly."""

    group: str
    text: str
    expected: str
    right: Callable[[tuple[Numeral, ...]], bool]


def measure() -> Measurement:
    """The share of cases read rightly, together and by group."""
    asked: Counter[str] = Counter()
    right: Counter[str] = Counter()
    misses = []
    for trial in trials():
        asked[trial.group] += 1
        numerals = read_numerals(trial.text, pack(LANGUAGE))
        if trial.right(numerals):
            right[trial.group] += 1
        else:
            seen = (
                "; ".join(
                    f"{one.span.text}: {one.bound} {one.value} {one.value_high or ''}".strip() for one in numerals
                )
                or "nothing"
            )
            misses.append(
                Miss("number case", trial.group, trial.group, "", trial.text, "", f"{trial.expected} ≠ {seen}")
            )
    right["numbers"], asked["numbers"] = right.total(), asked.total()
    rates = {group: rate(right[group], asked[group]) for group in sorted(asked, key=lambda one: one != "numbers")}
    files = sorted([*duckling().glob("*.hs"), *recognizers().glob("*.json")])
    return Measurement("numbers", LANGUAGE, digest(files), rates, dict(asked), tuple(misses))


def trials() -> Iterator[Trial]:
    """Every case that is kept."""
    for example in examples(duckling() / "Numeral.Corpus.hs"):
        number = example.number
        if number is not None and _is_count(number) and not _ODD.search(example.phrase):
            yield _counting("duckling numbers", example.phrase, [number])
    for example in examples(duckling() / "Ordinal.Corpus.hs"):
        yield _refusing("duckling ordinals", example.phrase, ((0, len(example.phrase)),))
    for case in cases(recognizers() / "NumberModel.json"):
        if case.expected and all(map(_counts, case.expected)) and not _ODD.search(case.text):
            yield _counting("recognizers numbers", case.text, _values(case))
    for case in cases(recognizers() / "NumberRangeModel.json"):
        if case.expected and all(map(_is_newspaper_bound, case.expected)) and not _SCHOOL.search(case.text):
            yield _bounding("recognizers bounds", case)
    for case in cases(recognizers() / "OrdinalModel.json"):
        if case.expected and all(_is_count(_number(one)) for one in case.expected):
            yield _refusing("recognizers ordinals", case.text, tuple((one.start, one.end) for one in case.expected))


def _counting(group: str, text: str, values: list[float]) -> Trial:
    wanted = Counter(values)
    return Trial(
        group,
        text,
        ", ".join(f"{value:.0f}" for value in values),
        lambda numerals: _read(numerals, values != [1]) == wanted,
    )


def _bounding(group: str, case: Case) -> Trial:
    wanted = Counter(end for one in case.expected for end in _ends(one.resolution["value"]))
    return Trial(
        group,
        case.text,
        ", ".join(f"{side} {number:.0f}" for side, number in wanted),
        lambda numerals: _bounds(numerals) == wanted,
    )


def _refusing(group: str, text: str, spans: tuple[tuple[int, int], ...]) -> Trial:
    def right(numerals: Iterable[Numeral]) -> bool:
        counts = [one for one in numerals if not one.ordinal and not one.article]
        return not any(one.number_start < end and start < one.number_end for one in counts for start, end in spans)

    return Trial(group, text, "no count", right)


def _read(numerals: Iterable[Numeral], without_articles: bool) -> Counter[float]:
    kept = (one for one in numerals if not one.ordinal and not (without_articles and one.article))
    return Counter(value for one in kept for value in (one.value, one.value_high) if value is not None)


def _bounds(numerals: Iterable[Numeral]) -> Counter[End]:
    ends: Counter[End] = Counter()
    for one in numerals:
        if one.value is None:
            continue
        if one.bound in ("more_than", "at_least", "between"):
            ends["low", one.value] += 1
        if one.bound in ("less_than", "at_most"):
            ends["high", one.value] += 1
        if one.value_high is not None:
            ends["high", one.value_high] += 1
    return ends


def _ends(interval: str) -> Iterator[End]:
    match = _INTERVAL.fullmatch(interval)
    assert match is not None, interval
    for side, number in zip(("low", "high"), match.groups(), strict=True):
        if number:
            yield side, float(number)


def _values(case: Case) -> list[float]:
    values = [_number(one) for one in case.expected if one.text.casefold() not in _ONE]
    return values or [1.0 for _ in case.expected]


def _counts(expected: Expected) -> bool:
    if expected.kind in ("decimal", "fraction"):
        return "milli" in expected.text and not _BROKEN.search(expected.text) and _is_count(_number(expected))
    return expected.kind == "integer" and _is_count(_number(expected))


def _is_newspaper_bound(expected: Expected) -> bool:
    match = _INTERVAL.fullmatch(expected.resolution["value"])
    return bool(match and _NEWSPAPER_BOUND.match(expected.text) and not _SCHOOL.search(expected.text))


def _is_count(number: float) -> bool:
    return 0 <= number <= _LARGEST and number == int(number)


def _number(expected: Expected) -> float:
    try:
        return float(expected.resolution["value"].replace(",", "."))
    except ValueError:
        return -1.0
