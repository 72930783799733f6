"""Relays and origins of the samples against their truth, by the whole path: a ledger is filled, and asked.

*Edges* are pairs of documents, whichever way and of whatever kind, those *across languages* also apart; *kind* and
*direction* are shares of the edges found, *direction* of those whose direction we say is known. A *change* is found when
one of ours has its type, and its words on both sides overlap the truth's (on the side where the truth has none, ours may
have some). *Kept apart* is the share of the pairs listed as look-alikes that we do not join. Origins are judged for each
distinct figure of the truth of which we read at least one: how many own counts stand behind it, against the truth (a
number that was changed on the way has none); figures in languages not read yet play no part.
"""

import json
import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from evals.corpora import CHECKOUT, digest
from evals.measurement import Measurement
from evals.miss import Miss
from evals.score import Found, Rate, rate
from recoupe import pipeline
from recoupe.model.document import Document
from recoupe.model.figure import Figure
from recoupe.model.relay import Change, Relay
from recoupe.model.span import Span
from recoupe.provenance import Provenance
from recoupe.store.ledger import Ledger
from recoupe.store.view import View

SAMPLES = CHECKOUT / "samples"
OTHER = Path(__file__).with_name("relays_other")
_SPACES = str.maketrans({"\u00a0": " ", "\u202f": " ", "’": "'"})

Json = dict[str, Any]


@dataclass(frozen=True)
class Side:
    """The documents by their names in the truth, and what was found of them."""

    documents: Mapping[str, Document]
    found: Provenance

    def name(self, document: str) -> str:
        """What the truth calls the Document with this id."""
        return next(name for name, each in self.documents.items() if each.id == document)

    def crosses(self, pair: Iterable[str]) -> bool:
        """Whether the documents of these names are in different languages."""
        return len({self.documents[name].language for name in pair}) > 1


def measure() -> Measurement:
    """Every rate over the samples."""
    truth = SAMPLES / "truth"
    relays = json.loads((truth / "relays.json").read_text("utf-8"))
    incidents = json.loads((truth / "incidents.json").read_text("utf-8"))["incidents"]
    with TemporaryDirectory() as folder:
        side = _read(Path(folder) / "samples.ledger", SAMPLES / "articles")
        misses: list[Miss] = []
        rates, counts = _edges(relays, side, misses)
        of_origins, on = _origins(incidents, side, misses)
    files = [truth / "relays.json", truth / "incidents.json", *sorted((SAMPLES / "articles").iterdir())]
    return Measurement("relays", "mul", digest(files), rates | of_origins, counts | on, tuple(misses))


def measure_other() -> Measurement:
    """The rates of relays over the articles about other incidents."""
    truth = json.loads((OTHER / "relays.json").read_text("utf-8"))
    misses: list[Miss] = []
    with TemporaryDirectory() as folder:
        rates, counts = _edges(truth, _read(Path(folder) / "other.ledger", OTHER / "articles"), misses)
    files = [OTHER / "relays.json", *sorted((OTHER / "articles").iterdir())]
    return Measurement("relays other", "mul", digest(files), rates, counts, tuple(misses))


def _read(path: Path, articles: Path) -> Side:
    with Ledger.open(path) as ledger:
        pipeline.run([str(articles)], ledger, jobs=1)
        pipeline.relate(ledger)
    with View.open(path) as view:
        found = pipeline.provenance(view)
    documents = {Path(d.path).name.rsplit(".", 1)[0]: d for d in found.documents.values()}
    return Side(documents, found)


def _edges(truth: Json, side: Side, misses: list[Miss]) -> tuple[dict[str, Rate], dict[str, int]]:
    wanted = {frozenset((each["from"], each["to"])): each for each in truth["relays"]}
    found = {frozenset((side.name(r.from_document), side.name(r.to_document))): r for r in side.found.relays}
    both = wanted.keys() & found.keys()
    edges = Found(len(both), len(wanted) - len(both), len(found) - len(both))
    crossing = [{pair for pair in pairs if side.crosses(pair)} for pairs in (wanted, found)]
    met = len(crossing[0] & crossing[1])
    over_borders = Found(met, len(crossing[0]) - met, len(crossing[1]) - met)
    for pair in sorted(map(sorted, wanted.keys() - found.keys())):
        misses.append(_miss("relay missed", wanted[frozenset(pair)]["kind"], " ".join(pair)))
    for pair in sorted(map(sorted, found.keys() - wanted.keys())):
        misses.append(_miss("relay spurious", found[frozenset(pair)].kind, " ".join(pair)))
    known = [pair for pair in both if found[pair].direction_known]
    apart = [frozenset((each["a"], each["b"])) for each in truth["unrelated_pairs"]]
    changes = [
        _change_found(change, found.get(pair), side, misses)
        for pair, each in wanted.items()
        for change in each["changes"]
    ]
    shares = edges.rates()
    rates: dict[str, Rate] = {
        "edges f1": edges.f1,
        "edges precision": shares["precision"],
        "edges recall": shares["recall"],
        "edges across languages f1": over_borders.f1,
        "edges kind": rate(sum(found[p].kind == wanted[p]["kind"] for p in both), len(both)),
        "edges direction": rate(sum(side.name(found[p].from_document) == wanted[p]["from"] for p in known), len(known)),
        "changes found": rate(sum(changes), len(changes)),
        "look-alikes kept apart": rate(sum(pair not in found for pair in apart), len(apart)),
    }
    ours = sum(len(relay.changes) for relay in found.values())
    return rates, {
        "edges f1": len(wanted),
        "edges across languages f1": len(crossing[0]),
        "changes found": len(changes),
        "look-alikes kept apart": len(apart),
        "ours": ours,
    }


def _change_found(change: Json, relay: Relay | None, side: Side, misses: list[Miss]) -> bool:
    if relay is None:
        return False
    first, second = (side.found.documents[d] for d in (relay.from_document, relay.to_document))
    there, here = _places(first.text, change["from_text"]), _places(second.text, change["to_text"])
    if any(_is(ours, change["type"], there, here) for ours in relay.changes):
        return True
    detail = f"« {change['from_text']} » → « {change['to_text']} »"
    misses.append(_miss("change missed", change["type"], f"{side.name(first.id)} {side.name(second.id)}", detail))
    return False


def _is(ours: Change, kind: str, there: Sequence[tuple[int, int]], here: Sequence[tuple[int, int]]) -> bool:
    return ours.kind == kind and _over(ours.from_span, there) and _over(ours.to_span, here)


def _over(span: Span | None, places: Sequence[tuple[int, int]]) -> bool:
    return not places or (span is not None and any(span.touches(start, end) for start, end in places))


def _places(text: str, words: str) -> list[tuple[int, int]]:
    if not words:
        return []
    pattern = re.escape(words.translate(_SPACES))
    return [match.span() for match in re.finditer(pattern, text.translate(_SPACES))]


def _origins(incidents: Sequence[Json], side: Side, misses: list[Miss]) -> tuple[dict[str, Rate], dict[str, int]]:
    off: list[int] = []
    for incident in incidents:
        groups: dict[tuple[object, ...], list[Json]] = defaultdict(list)
        for figure in incident["figures"]:
            groups[_key(figure)].append(figure)
        for distinct in incident["truth"]["distinct_figures"]:
            read = [ours for figure in groups[_key(distinct)] for ours in _read_of(figure, side)]
            if not read:
                continue
            traced = [side.found.by_figure[figure.id] for figure in read]
            counted = {each.origin.id for each in traced if each.origin.kind == "own_count" and not each.distorted}
            off.append(len(counted) - distinct["independent_origins"])
            if off[-1]:
                detail = f"{distinct['origins']}; ours: {sorted({(t.origin.name, t.reason) for t in traced})}"
                misses.append(_miss("origins", f"{off[-1]:+d}", f"{incident['id']}: {distinct['effect']}", detail))
    rates = {
        "origins exact": rate(sum(n == 0 for n in off), len(off)),
        "origins within one": rate(sum(abs(n) <= 1 for n in off), len(off)),
        "origins not over-counted": rate(sum(n <= 0 for n in off), len(off)),
    }
    return rates, {"origins exact": len(off)}


def _key(figure: Json) -> tuple[object, ...]:
    return tuple(figure[name] for name in ("effect", "unit", "of", "value", "value_high", "magnitude"))


def _read_of(figure: Json, side: Side) -> Iterator[Figure]:
    """What we read of one figure of the truth; in a page of HTML it is found by its words."""
    document = side.documents[figure["article"]]
    ours = (f for f in side.found.figures.values() if f.document == document.id)
    start, end = figure["start"], figure["end"]
    if start is None:
        return iter([f for f in ours if f.span.text == figure["text"]][:1])
    return iter([f for f in ours if f.span.touches(start, end)][:1])


def _miss(kind: str, cause: str, where: str, detail: str = "") -> Miss:
    return Miss(kind, cause, f"relays {where}", "", "", "", detail)
