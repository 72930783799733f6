"""Authored pairs of figures of one incident, and how they differ: `disagreements.toml`, written apart from the program.

Both texts of a pair are read, their relays found, their figures followed back, and the two figures that are meant are
classed as one incident's. A figure that is not read, or one span read as both, makes the pair wrong, whatever its class;
`both read` is the share of pairs in which that did not happen. *Macro F1* is the mean of the F1 of the six classes: a
pair that could not be classed is a miss of its class and no false alarm of another.
"""

import tomllib
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import combinations
from pathlib import Path
from typing import Any, get_args

from evals.corpora import digest
from evals.measurement import Measurement
from evals.miss import Miss, in_context
from evals.score import Found, Rate, rate
from recoupe import gazetteers, pipeline
from recoupe.errors import DataError
from recoupe.model.figure import Figure
from recoupe.model.incident import Incident, Membership
from recoupe.model.reading import Reading
from recoupe.model.relay import Change, Relay
from recoupe.model.tally import DisagreementKind
from recoupe.provenance import Provenance
from recoupe.stages.derive.alignment import aligned
from recoupe.stages.derive.changes import changes
from recoupe.stages.derive.profile import Profile
from recoupe.stages.derive.relays import relay
from recoupe.stages.derive.reuse import reuse
from recoupe.stages.reconcile.disagreement import disagreement
from recoupe.stages.reconcile.evidence import Evidence

PAIRS = Path(__file__).with_name("disagreements.toml")
CLASSES: tuple[DisagreementKind, ...] = get_args(DisagreementKind)


@dataclass(frozen=True)
class Pair:
    """Two figures meant, by the place of their words in one text or in two."""

    id: str
    kind: DisagreementKind
    half: str
    readings: tuple[Reading, ...]
    meant: tuple[tuple[str, int, int], tuple[str, int, int]]
    """For each of the two: its Document's id, start and end."""

    def figures(self) -> tuple[Figure | None, Figure | None]:
        """What was read there."""
        first, second = (self._at(*place) for place in self.meant)
        return first, second

    def text(self, document: str) -> str:
        """The text of a Document."""
        return next(r.document.text for r in self.readings if r.document.id == document)

    def _at(self, document: str, start: int, end: int) -> Figure | None:
        """The Figure whose words lie over those meant, the one that starts with them first."""
        over = (f for r in self.readings if r.document.id == document for f in r.figures if f.span.touches(start, end))
        return min(over, key=lambda f: (abs(f.span.start - start), f.id), default=None)


def measure(half: str) -> Measurement:
    """Accuracy and macro F1 over the pairs of one half: `dev`, or `test`, whose texts no rule was written by."""
    tables = tomllib.loads(PAIRS.read_text("utf-8"))["pair"]
    pairs = [make_pair(table) for table in tables if table["half"] == half]
    return measured(f"disagreement {half}", pairs)


def measured(name: str, pairs: Sequence[Pair]) -> Measurement:
    """The rates over `pairs`."""
    found = {kind: Found() for kind in CLASSES}
    right = read = 0
    misses = []
    for pair in pairs:
        ours = classed(pair)
        read += ours is not None
        right += ours == pair.kind
        if ours == pair.kind:
            found[pair.kind] += Found(found=1)
            continue
        found[pair.kind] += Found(missed=1)
        if ours is not None:
            found[ours] += Found(spurious=1)
        misses.append(_miss(pair, ours))
    f1 = [found[kind].f1 for kind in CLASSES if any(pair.kind == kind for pair in pairs)]
    rates: dict[str, Rate] = {
        "macro f1": round(sum(value or 0.0 for value in f1) / len(f1), 3) if f1 else None,
        "accuracy": rate(right, len(pairs)),
        "both read": rate(read, len(pairs)),
        **{f"{kind} f1": found[kind].f1 for kind in CLASSES},
    }
    counts = Counter(f"{pair.kind} f1" for pair in pairs)
    totals = {"macro f1": len(pairs), "accuracy": len(pairs), "both read": len(pairs)}
    return Measurement(name, "fr", digest([PAIRS]), rates, totals | counts, tuple(misses))


def classed(pair: Pair) -> DisagreementKind | None:
    """How the two figures of a pair differ; None where one of them is not read."""
    first, second = pair.figures()
    if first is None or second is None or first.id == second.id:
        return None
    return disagreement(first, second, evidence(pair.readings, (first, second))).kind


def evidence(readings: Sequence[Reading], figures: Sequence[Figure]) -> Evidence:
    """The Evidence of an incident that holds all Figures of the texts; place and days are those of `figures`."""
    told = sorted(readings, key=lambda r: (r.document.published or "9999", r.document.path))
    profiles = tuple(map(Profile, told))
    relays = (_relay(a, b) for a, b in combinations(profiles, 2))
    provenance = Provenance(profiles, tuple(each for each in relays if each is not None))
    members = tuple(Membership(r.document.id, r.document.id, tuple(f.id for f in r.figures), ()) for r in told)
    one = figures[0]
    incident = Incident(
        "incident", "incident", "harm", one.place, None, one.date_from, one.date_to,
        tuple(dict.fromkeys(f.perpetrator for f in figures if f.perpetrator)), members,
    )  # fmt: skip
    return Evidence(
        incident,
        tuple(figure for r in told for figure in r.figures),
        tuple(claim for r in told for claim in r.claims),
        {r.document.id: r.document for r in told},
        provenance.by_figure,
    )


def _relay(a: Profile, b: Profile) -> Relay | None:
    return relay(a, b, reuse(a, b, boilerplate=frozenset()), _changes)


def _changes(a: Profile, b: Profile) -> tuple[Change, ...]:
    places = gazetteers.load().places
    return changes(a, b, aligned(a, b, places), places)


def make_pair(table: Mapping[str, Any]) -> Pair:
    """One entry of `disagreements.toml`, read. Raises DataError where the words of a figure are not in its text."""
    a, b = table["a"], table["b"]
    if b.get("same"):
        b = {**a, **b} if "nth" in b else {**{k: v for k, v in a.items() if k != "nth"}, **b}
    readings: dict[str, Reading] = {}
    meant = []
    for each in (a, b):
        path = f"{table['id']}-{'b' if readings and each['text'] != a['text'] else 'a'}.txt"
        reading = _read(path, each)
        readings[reading.document.id] = reading
        start = _start(each, reading.document.text, table["id"])
        meant.append((reading.document.id, start, start + len(each["figure"])))
    return Pair(table["id"], table["class"], table.get("half", "dev"), tuple(readings.values()), (meant[0], meant[1]))


def _read(path: str, side: Mapping[str, Any]) -> Reading:
    """One text as its outlet published it on that day."""
    reading = pipeline.read(path, side["text"].encode(), published=side["published"])
    if not isinstance(reading, Reading):
        raise DataError(f"{PAIRS.name}: {path} could not be read: {reading[0].reason}")
    return replace(reading, document=replace(reading.document, outlet=side["outlet"]))


def _start(side: Mapping[str, Any], text: str, identity: str) -> int:
    """Where the words of the figure stand; raises DataError where they do not."""
    at = -1
    for _ in range(side.get("nth", 1)):
        at = text.find(side["figure"], at + 1)
        if at < 0:
            raise DataError(f"{PAIRS.name}: {identity}: « {side['figure']} » is not in the text so often")
    return at


def _miss(pair: Pair, ours: DisagreementKind | None) -> Miss:
    """The miss with its words; without them for a pair of the half that nobody who writes rules has seen."""
    kind, cause = f"disagreement {pair.kind}", ours or "figure not read"
    if pair.half == "test":
        return Miss(kind, cause, pair.id, "", "", "")
    document, start, end = pair.meant[1]
    read = [f"« {f.span.text} »" if f else "not read" for f in pair.figures()]
    return in_context(
        kind, cause, pair.id, pair.text(document), start, end, f"ours: {ours or 'none'}; {' / '.join(read)}"
    )
