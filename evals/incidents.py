"""Incidents: documents and figures put together by the whole path through a ledger, against the truth of two corpora.

Languages that are not read have no figures: what is measured over those that are read is said apart from the whole.
"""

import json
from collections import Counter, defaultdict
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from evals.bcubed import bcubed
from evals.corpora import CHECKOUT, digest
from evals.measurement import Measurement
from evals.miss import Miss
from evals.score import Rate, rate
from recoupe import pipeline
from recoupe.model.figure import Figure
from recoupe.model.incident import Incident
from recoupe.model.reading import Reading
from recoupe.stages.reconcile.tallies import tallies
from recoupe.store.ledger import Ledger
from recoupe.store.view import View

SAMPLES = CHECKOUT / "samples"
OTHER = Path(__file__).with_name("incidents_other")
Json = dict[str, Any]


@dataclass(frozen=True)
class Side:
    """What was read and put together. Documents have the names that the truth gives them."""

    readings: Mapping[str, Reading]
    incidents: tuple[Incident, ...]
    ranges: Mapping[str, tuple[int | None, int | None]]
    """By the Incident's id, the smallest and the largest number of killed civilians by Iraq Body Count's rule."""

    def figure(self, truth: Json) -> Figure | None:
        """What we read of one figure of the truth; in a page of HTML it is found by its words."""
        ours = self.readings[truth["article"]].figures
        if truth["start"] is None:
            return next((f for f in ours if f.span.text == truth["text"]), None)
        return next((f for f in ours if f.span.touches(truth["start"], truth["end"])), None)

    @cached_property
    def homes(self) -> Mapping[str, str]:
        """The Incident's id by the Figure's."""
        return {figure: incident.id for incident in self.incidents for figure in incident.figures}

    def home(self, truth: Json) -> str | None:
        """The Incident in which we put a figure of the truth."""
        read = self.figure(truth)
        return self.homes[read.id] if read else None

    @property
    def read(self) -> frozenset[str]:
        """The names of the documents in languages that are read."""
        unread = {name for name, reading in self.readings.items() if any(i.kind == "language" for i in reading.issues)}
        return frozenset(self.readings.keys() - unread)

    def range_of(self, incident: str) -> tuple[int | None, int | None] | None:
        """The range of killed civilians of an Incident."""
        return self.ranges.get(incident)


def measure_samples() -> Measurement:
    """The rates over the project's samples."""
    return _measure("incidents", SAMPLES / "articles", SAMPLES / "truth" / "incidents.json")


def measure_other() -> Measurement:
    """The rates over the articles about other incidents, which were written apart."""
    return _measure("incidents other", OTHER / "articles", OTHER / "incidents.json")


def _measure(corpus: str, articles: Path, file: Path) -> Measurement:
    told = json.loads(file.read_text("utf-8"))
    truth = told["incidents"]
    superseded = {each["id"]: each.get("superseded_by") for each in told.get("origins", ())}
    with TemporaryDirectory() as folder:
        side = _put_together(Path(folder) / "incidents.ledger", articles)
    misses: list[Miss] = []
    french = {name for name, reading in side.readings.items() if reading.document.language == "fr"}
    of_figures, of_documents = _figures(truth, side, misses), _documents(truth, side)
    rates: dict[str, Rate] = {}
    for name, (ours, theirs) in {"documents": of_documents, "figures": of_figures}.items():
        found = bcubed(ours, {k: v for k, v in theirs.items() if k.partition(":")[0] in french})
        rates[f"{name} b3 f1"] = found.f1
        rates[f"{name} b3 precision"], rates[f"{name} b3 recall"] = round(found.precision, 3), round(found.recall, 3)
        rates[f"{name} b3 f1, every language"] = bcubed(ours, theirs).f1
    alike = sorted(_look_alikes(truth))
    joined = [pair for pair in alike if _joined(pair, *of_figures)]
    misses.extend(_miss("incidents joined", " ".join(pair), corpus) for pair in joined)
    rates["look-alikes kept apart"] = rate(len(alike) - len(joined), len(alike))
    ranges = _ranges(truth, side, side.read, superseded, misses)
    rates["range of killed civilians"] = rate(sum(ranges), len(ranges))
    counts = {
        "range of killed civilians": len(ranges),
        "documents b3 f1": len(of_documents[1]),
        "figures b3 f1": len(of_figures[1]),
    }
    counts["look-alikes kept apart"] = len(alike)
    return Measurement(corpus, "mul", digest([file, *sorted(articles.iterdir())]), rates, counts, tuple(misses))


def _put_together(path: Path, articles: Path) -> Side:
    with Ledger.open(path) as ledger:
        pipeline.run([str(articles)], ledger, jobs=1)
        pipeline.relate(ledger)
        pipeline.group(ledger)
    with View.open(path) as view:
        readings = {Path(r.document.path).name.rsplit(".", 1)[0]: r for r in view.readings()}
        incidents = tuple(view.incidents())
        ranges = {
            each.id: (tally.low, tally.high)
            for each in incidents
            for tally in tallies(pipeline.evidence(view, each))
            if (tally.rule, tally.effect, tally.group, tally.unit) == ("ibc", "killed", "civilians", "people")
        }
        return Side(readings, incidents, ranges)


Sides = tuple[dict[str, list[str]], dict[str, list[str]]]


def _figures(truth: list[Json], side: Side, misses: list[Miss]) -> Sides:
    """For each figure of the truth (`article:id`) our incident and theirs; one that was not read is alone."""
    ours: dict[str, list[str]] = {}
    theirs: dict[str, list[str]] = {}
    for incident in truth:
        split: dict[str, list[str]] = defaultdict(list)
        for figure in incident["figures"]:
            key = f"{figure['article']}:{incident['id']}:{figure['id']}"
            read = side.figure(figure)
            theirs[key] = [incident["id"]]
            ours[key] = [side.homes[read.id] if read else key]
            if read:
                split[side.homes[read.id]].append(figure["article"])
        for home in sorted(split, key=lambda home: -len(split[home]))[1:]:
            misses.append(_miss("incident split", incident["id"], " ".join(sorted(set(split[home])))))
    return ours, theirs


def _documents(truth: list[Json], side: Side) -> Sides:
    names = {reading.document.id: name for name, reading in side.readings.items()}
    ours: dict[str, list[str]] = defaultdict(list)
    theirs: dict[str, list[str]] = defaultdict(list)
    for incident in side.incidents:
        for document in incident.documents:
            ours[names[document]].append(incident.id)
    for each in truth:
        for article in sorted({figure["article"] for figure in each["figures"]}):
            theirs[article].append(each["id"])
    return ours, theirs


def _ranges(
    truth: list[Json], side: Side, read: Collection[str], superseded: Mapping[str, str | None], misses: list[Miss]
) -> list[bool]:
    """For each incident whose dead civilians are counted in a language that is read, whether Iraq Body Count's rule gives the
    smallest and the largest number of the tolls that stand, as the truth has them."""
    told = {f["origin"] for each in truth for f in each["figures"] if f["article"] in read and "origin" in f}
    right = []
    for each in truth:
        tolls = [f for f in each["figures"] if f["article"] in read and _stands(f, superseded, told)]
        numbers = [n for f in tolls for n in (f["value"], f["value_high"]) if n is not None]
        if not numbers or each["truth"]["killed_civilians_range"] is None:
            continue
        wanted = (min(numbers), max(numbers))
        homes = Counter(home for f in each["figures"] if f["effect"] == "killed" and (home := side.home(f)))
        ours = side.range_of(homes.most_common(1)[0][0]) if homes else None
        right.append(ours == wanted)
        if ours != wanted:
            misses.append(_miss("range of killed civilians", each["id"], f"{ours} for {wanted}"))
    return right


def _stands(figure: Json, superseded: Mapping[str, str | None], told: Collection[str]) -> bool:
    """Whether a toll of the whole is as its origin stated it, and was neither withdrawn, denied nor a forecast."""
    later = superseded.get(figure.get("origin", ""))
    return (
        (figure["effect"], figure["unit"], figure["of"]) == ("killed", "people", "whole")
        and figure["group"] != "combatants"
        and figure.get("relation", "as_stated") == "as_stated"
        and figure["reality"] in ("asserted", "conditional")
        and not (figure.get("superseded") or later in told)
    )


def _look_alikes(truth: list[Json]) -> Iterator[tuple[str, str]]:
    return iter({(min(a["id"], b), max(a["id"], b)) for a in truth for b in a["look_alikes"]})


def _joined(pair: tuple[str, str], ours: Mapping[str, list[str]], theirs: Mapping[str, list[str]]) -> bool:
    """Whether one of our incidents is mainly the one and holds the other as well."""
    homes: list[set[str]] = [{ours[key][0] for key, home in theirs.items() if home == [each]} for each in pair]
    return bool(homes[0] & homes[1])


def _miss(kind: str, cause: str, where: str) -> Miss:
    return Miss(kind, cause, f"incidents {where}", "", "", "", "")
