"""The gate: floors under what was measured, kept in `floors.json` with a digest of each corpus.

A floor is a promise. `pin` raises floors to what is measured, rounded down to 0.01; it lowers one only for a stated
reason and a page in `docs/decisions`, and writes both down.
"""

import json
import math
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from evals.corpora import CHECKOUT, OWN, POOLED
from evals.measurement import Measurement

FLOORS = Path(__file__).with_name("floors.json")
DECISIONS = CHECKOUT / "docs" / "decisions"
LOWERED = "lowered"

# The small corpora hold some twenty figures each: one wrong part would move a floor by five points. So their parts
# are pinned pooled only.
_HEADLINES = frozenset(
    (
        "language",
        "published",
        "credits f1",
        "attributions f1",
        "attributions f1_with_source",
        "figures f1",
        "figures complete",
    )
)
_SIDES = (" precision", " recall")
"""Two sides of an F1 that may change places freely."""

Floors = dict[str, Any]
"""By corpus: language, digest and `floors` by measure; and the list of what was lowered."""


@dataclass(frozen=True, slots=True)
class Breach:
    """One floor that is not held, in a sentence for a person."""

    corpus: str
    measure: str
    sentence: str


class GateError(Exception):
    """Floors cannot be moved as asked; the message is one sentence for a person."""


def load(file: Path = FLOORS) -> Floors:
    """The floors as they are pinned; none where there is no file."""
    floors: Floors = json.loads(file.read_text("utf-8")) if file.exists() else {}
    return floors


def save(floors: Floors, file: Path = FLOORS) -> None:
    """Writes the floors, one measure a line."""
    file.write_text(json.dumps(floors, ensure_ascii=False, indent=1) + "\n", "utf-8")


def breaches(measurements: Iterable[Measurement], floors: Floors) -> list[Breach]:
    """What falls below its floor, and corpora other than those the floors were pinned on.

    What is not at hand is not judged.
    """
    found = []
    for measurement in measurements:
        pinned = floors.get(measurement.corpus)
        if pinned is None:
            continue
        corpus = measurement.corpus
        if pinned["digest"] != measurement.digest:
            found.append(
                Breach(
                    corpus,
                    "digest",
                    f"{corpus}: texts or gold have changed since the floors were pinned; pin them anew",
                )
            )
        for measure, floor in pinned["floors"].items():
            value = measurement.rates.get(measure)
            if value is None or value < floor:
                found.append(Breach(corpus, measure, f"{corpus}: {measure} is {value}, its floor is {floor:.2f}"))
    return found


def pin(
    measurements: Iterable[Measurement], floors: Floors, *, lower: str | None = None, decision: str | None = None
) -> Floors:
    """The floors raised to what is measured. With a reason to `lower` and its decision page, also lowered to it.

    Raises GateError when a floor would have to be lowered without both, or the page is not in docs/decisions.
    """
    measurements = list(measurements)
    fallen = [breach for breach in breaches(measurements, floors) if breach.measure != "digest"]
    if fallen and lower is None:
        raise GateError(
            "; ".join(breach.sentence for breach in fallen) + ': to lower a floor give --lower "reason" --decision PAGE'
        )
    if lower is not None:
        _check(lower, decision)
    pinned = dict(floors)
    lowered = list(floors.get(LOWERED, []))
    for measurement in measurements:
        before: Mapping[str, float] = floors.get(measurement.corpus, {}).get("floors", {})
        after = {
            measure: _floor(value)
            for measure, value in measurement.rates.items()
            if _is_pinned(measurement, measure, value)
        }
        gone = {measure for measure in before if measure not in after or after[measure] < before[measure]}
        for measure in sorted(gone if lower is not None else ()):
            change = {
                "corpus": measurement.corpus,
                "measure": measure,
                "from": before[measure],
                "to": after.get(measure),
            }
            lowered.append(change | {"reason": lower, "decision": decision})
        kept = {measure: floor for measure, floor in before.items() if measure in gone and lower is None}
        pinned[measurement.corpus] = {
            "language": measurement.language,
            "digest": measurement.digest,
            "floors": after | kept,
        }
    return pinned | ({LOWERED: lowered} if lowered else {})


def _check(lower: str, decision: str | None) -> None:
    if not lower.strip():
        raise GateError("a floor is lowered for a reason: say which")
    page = CHECKOUT / (decision or "")
    if decision is None or page.resolve().parent != DECISIONS.resolve() or not page.is_file():
        raise GateError(f"a floor is lowered by a decision: {decision or 'no page'} is no page in docs/decisions")


def _is_pinned(measurement: Measurement, measure: str, value: float | None) -> bool:
    if value is None or measure.endswith(_SIDES):
        return False
    annotated_in_part = "figures complete" in measurement.rates and measurement.corpus not in (OWN, POOLED)
    return measure in _HEADLINES if annotated_in_part else True


def _floor(value: float | None) -> float:
    return math.floor((value or 0.0) * 100 + 1e-9) / 100
