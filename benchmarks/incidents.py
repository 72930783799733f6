"""What one document costs to be put into incidents, in ledgers of more and more of them.

The incidents are made up: some thousands of towns of countries at war, by Zipf's law, each with most of its incidents in one year of
ten; one to six documents each, published within three days, that mostly agree on the number killed; one in twelve also gives a
running total of its country. They are put straight into the ledger, each incident with the accounts it was made with. But in a
few windows (a town, a fortnight; drawn as documents are, so that hot ones are drawn most) every document is grouped the real way,
and of those the last ones are timed, one by one: its accounts, who may match them, comparing these, the incidents put together again, all
rows written. Reading it and comparing its text are other benchmarks.
"""

import gc
import sqlite3
import time
from collections.abc import Iterable, Iterator, Sequence
from contextlib import closing
from dataclasses import dataclass
from importlib import resources
from pathlib import Path
from tempfile import TemporaryDirectory

import numpy as np

from benchmarks import made_up
from evals.tables import Table
from recoupe.gazetteers.place_store import PRECISIONS, PlaceStore
from recoupe.gazetteers.tables import data_file
from recoupe.grouping import Grouping
from recoupe.model.annotation import Place
from recoupe.model.document import Block, Document
from recoupe.model.figure import Effect, Figure, Scope
from recoupe.model.ids import make_id
from recoupe.model.reading import Reading
from recoupe.model.span import Span
from recoupe.stages.group.accounts import accounts
from recoupe.stages.group.incidents import incidents
from recoupe.stages.group.keys import kept
from recoupe.store import schema
from recoupe.store.database import open_engine
from recoupe.store.incident_rows import incident_row, written
from recoupe.store.ledger import Ledger
from recoupe.store.view import View

_COUNTRIES = ("SY", "IQ", "YE", "UA", "SD", "AF", "ML", "SO", "MM", "PS", "CD", "LY")
_TOWNS = 4_000
_DAYS = 3_650
_TOTALS = 12
"""One document in so many also gives a running total."""
_WINDOWS = 8
_TIMED = 25
"""Documents timed in each window."""
_FORTNIGHT = 14
_BATCH = 2_000


@dataclass(frozen=True, slots=True)
class Cost:
    """What was measured in one ledger."""

    incidents: int
    documents: int
    median: float
    """Processor milliseconds for one document."""
    high: float
    """95 in 100 take no longer."""
    longest: float
    busiest: int
    """Documents of one town in one week, at most, where documents were timed."""
    megabytes: float


@dataclass(frozen=True, slots=True)
class _Made:
    """A document, and the incident that it was made to tell of."""

    reading: Reading
    town: int
    day: int
    incident: int


def measure(most: int) -> list[Cost]:
    """What one document costs with a tenth, a third and all of so many incidents in the ledger."""
    costs = []
    for count in (most // 10, most // 3, most):
        with TemporaryDirectory() as folder:
            costs.append(_measure(count, Path(folder) / "benchmark.ledger"))
    return costs


def _measure(count: int, path: Path) -> Cost:
    rng = np.random.default_rng(20)
    made = list(_documents(count, towns(), rng))
    windows = {(made[n].town, made[n].day // _FORTNIGHT) for n in rng.choice(len(made), _WINDOWS, replace=False)}
    grouped = [each for each in made if (each.town, each.day // _FORTNIGHT) in windows]
    timed = {id(each) for w in sorted(windows) for each in _last(grouped, w)}
    Ledger.open(path).close()
    _fill(path, (each for each in made if (each.town, each.day // _FORTNIGHT) not in windows))
    took = []
    gc.collect()
    gc.freeze()  # what is made up here is no part of what a document costs
    with Ledger.open(path) as ledger, View.open(path) as view:
        for each in (e for e in grouped if id(e) not in timed):
            ledger.append(each.reading)
        Grouping(ledger, view).group(lambda done, total: None)
        for each in (e for e in grouped if id(e) in timed):
            ledger.append(each.reading)
            start = time.process_time()
            Grouping(ledger, view).group(lambda done, total: None)
            took.append(1000 * (time.process_time() - start))
    weeks = [(each.town, each.day // 7) for each in grouped]
    gc.unfreeze()
    median, high = (float(each) for each in np.percentile(took, [50, 95]))
    busiest = max(map(weeks.count, set(weeks)))
    return Cost(count, len(made), median, high, max(took), busiest, path.stat().st_size / 1e6)


def _last(grouped: Iterable[_Made], window: tuple[int, int]) -> list[_Made]:
    inside = [each for each in grouped if (each.town, each.day // _FORTNIGHT) == window]
    return inside[-min(_TIMED, len(inside) // 2 + 1) :]


def table(costs: Sequence[Cost]) -> Table:
    """What was measured, for a person."""
    rows = [
        ["documents", *(f"{c.documents}" for c in costs), ""],
        ["  of one town in a week, at most", *(f"{c.busiest}" for c in costs), ""],
        ["a document, median, ms", *(f"{c.median:.1f}" for c in costs), "50"],
        ["a document, 95 in 100, ms", *(f"{c.high:.1f}" for c in costs), ""],
        ["a document, longest, ms", *(f"{c.longest:.1f}" for c in costs), ""],
        ["ledger, MB", *(f"{c.megabytes:.0f}" for c in costs), ""],
    ]
    return Table(
        "One document put into incidents, in ledgers of so many", ["", *(f"{c.incidents}" for c in costs), "goal"], rows
    )


def towns() -> list[Place]:
    """Towns of countries at war, the most prominent first."""
    marks = ", ".join("?" * len(_COUNTRIES))
    question = f"SELECT number FROM place WHERE precision = ? AND slug IS NULL AND country IN ({marks}) ORDER BY rank DESC, number LIMIT ?"
    with resources.as_file(data_file("places.sqlite")) as file, closing(sqlite3.connect(file)) as base:
        rows = base.execute(question, (PRECISIONS.index("settlement"), *_COUNTRIES, _TOWNS)).fetchall()
    store = PlaceStore()
    found = (store.place(f"gn-{number}") for (number,) in rows)
    return [place for place in found if place is not None]


def _documents(count: int, towns: Sequence[Place], rng: np.random.Generator) -> Iterator[_Made]:
    """The documents of so many incidents, in no order of their days."""
    upto = np.cumsum(1 / (np.arange(len(towns)) + 5.0))
    war = rng.integers(0, _DAYS - 365, len(towns))
    for number in range(count):
        town = int(np.searchsorted(upto, rng.random() * upto[-1]))
        day = int(war[town] + rng.integers(365) if rng.random() < 0.6 else rng.integers(_DAYS))
        killed, wounded = (int(n) for n in 1 + rng.lognormal((1.6, 2.2), 1.0))
        for copy in range(int(rng.integers(1, 7))):
            said = killed if rng.random() < 0.7 else max(1, killed + int(rng.integers(-3, 4)))
            total = int(rng.integers(1_000, 90_000)) if rng.integers(_TOTALS) == 0 else None
            reading = _reading(
                f"{number}.{copy}",
                towns[town],
                day if rng.random() < 0.9 else None,
                day + int(rng.integers(4)),
                [said, *([wounded] if rng.random() < 0.6 else [])],
                total,
            )
            yield _Made(reading, town, day, number)


def _reading(
    name: str, town: Place, day: int | None, published: int, numbers: Sequence[int], total: int | None
) -> Reading:
    text = f"{name} " + " ".join(map(str, (*numbers, total)))
    document = made_up.document(
        name, text, (Block(0, len(text), "paragraph"),), language="fr", published=made_up.iso(published)
    )
    effects: tuple[Effect, ...] = ("killed", "wounded")
    figures = [
        _figure(document, n, effect, value, "incident", town, day)
        for n, (effect, value) in enumerate(zip(effects, numbers, strict=False))
    ]
    if total is not None and town.country:
        country = Place(f"country-{town.country}", town.country, town.country, town.country, None, None, "country")
        figures.append(_figure(document, len(figures), "killed", total, "total", country, None))
    return Reading(document, (), tuple(figures), (), (), "benchmark")


def _figure(
    document: Document, n: int, effect: Effect, value: int, scope: Scope, place: Place, day: int | None
) -> Figure:
    return Figure(
        id=make_id("figure", document.id, n),
        document=document.id,
        span=Span.cut(document.text, n, n + 1),
        value=float(value),
        value_high=None,
        magnitude=None,
        bound="exact",
        unit="people",
        group="unspecified",
        effect=effect,
        scope=scope,
        place_span=None,
        place=place,
        date_span=None,
        date_from=made_up.iso(day) if day is not None else None,
        date_to=made_up.iso(day) if day is not None else None,
        perpetrator=None,
        reality="asserted",
        stated_by=(),
        attribution=None,
    )


def _fill(path: Path, made: Iterable[_Made]) -> None:
    """Puts each document's accounts into the ledger, and each account alone into an incident."""
    engine = open_engine(path, write=True)
    number = 0
    with engine.connect().execution_options(write=True) as connection, connection.begin():
        for batch in _batches(made):
            documents, told, alone = [], [], []
            keys: list[tuple[int, int]] = []
            for each in batch:
                document = each.reading.document
                documents.append({"id": document.id, "sha256": document.sha256})
                for account in accounts(each.reading):
                    number += 1
                    (incident,) = incidents([account], ())
                    alone.append(incident_row(incident))
                    row = {"number": number, "id": account.id, "document": document.id, "tells": True}
                    told.append(row | {"body": written(account), "incident": incident.id})
                    keys.extend((key, number) for key in kept(account))
            for table, rows in ((schema.documents, documents), (schema.accounts, told), (schema.incidents, alone)):
                connection.execute(table.insert(), rows)
            connection.exec_driver_sql("INSERT INTO account_keys (hash, account) VALUES (?, ?)", sorted(keys))
    engine.dispose()


def _batches(made: Iterable[_Made]) -> Iterator[list[_Made]]:
    batch: list[_Made] = []
    for each in made:
        batch.append(each)
        if len(batch) == _BATCH:
            yield batch
            batch = []
    if batch:
        yield batch
