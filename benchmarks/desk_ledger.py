"""A made-up ledger for the desk: so many incidents, five documents each, three claims a document, texts of 250 words;
and a few of thirty documents.

Towns, days and numbers are drawn as for `benchmarks.incidents`. Each document says who counted, in one of its first sentences; one in five is
a relay of the one before it in its incident. The texts are words by Zipf's law. Rows are written straight into the ledger, by the same
functions that write those of real readings; what follows from figures (incidents, lines of lists) is put together here, not worked out.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import combinations
from pathlib import Path

import numpy as np
import numpy.typing as npt
from sqlalchemy import Connection

from benchmarks import made_up
from benchmarks.incidents import towns
from recoupe.model.annotation import Entity, Place
from recoupe.model.attribution import Attribution
from recoupe.model.claim import Claim
from recoupe.model.digest import Digest
from recoupe.model.document import Block
from recoupe.model.figure import Effect, Figure
from recoupe.model.ids import make_id
from recoupe.model.incident import Incident
from recoupe.model.reading import Reading
from recoupe.model.relay import Relay
from recoupe.model.span import Span
from recoupe.model.tally import Grade
from recoupe.stages.group.accounts import accounts
from recoupe.stages.group.incidents import incidents
from recoupe.stages.group.keys import kept
from recoupe.stages.group.matching import ENOUGH, match
from recoupe.store import members, schema
from recoupe.store.database import open_engine
from recoupe.store.decisions import made
from recoupe.store.digests import digest_row
from recoupe.store.incident_rows import incident_row, match_row, written
from recoupe.store.ledger import Ledger
from recoupe.store.links import add_relay
from recoupe.store.writing import Look, add_look, add_reading

_DAYS = 3_650
_VOCABULARY = 30_000
_WORDS = 230
_SENTENCE = 20
_MOST_COPIES = 9
_LARGE, _LARGE_COPIES = 20, 30
"""How many incidents are told of by many documents, and by how many."""
_DECISIONS = 2_000
_BODIES = 400
_PARTIES = ("Syrian Army", "Islamic State", "Russian Armed Forces", "International Coalition", "Houthis")
_GRADES: tuple[Grade | None, ...] = ("confirmed", "fair", "weak", "contested", None)
_LANGUAGES = ("fr", "fr", "fr", "en", "ar", "ru")
_EFFECTS: tuple[Effect, ...] = ("killed", "killed", "wounded")


@dataclass(frozen=True, slots=True)
class Filled:
    """What the ledger holds, and what of it is visited."""

    documents: int
    claims: int
    incidents: int
    some_incidents: list[str]
    large_incidents: list[str]
    """Those of many documents."""
    some_documents: list[str]
    some_words: list[str]
    """Rare and common words of the texts."""
    some_places: list[str]


def fill(path: Path, count: int) -> Filled:
    """Makes a ledger of so many incidents at `path`."""
    rng = np.random.default_rng(20)
    words = _vocabulary(rng)
    odds = np.cumsum(1 / (np.arange(_VOCABULARY) + 2.7))
    places = towns()
    upto = np.cumsum(1 / (np.arange(len(places)) + 5.0))
    Ledger.open(path).close()
    filled = Filled(0, 0, 0, [], [], [], [str(words[n]) for n in (0, 5, 50, 500, 5_000)], [])
    documents = claims = number = 0
    engine = open_engine(path, write=True)
    with engine.connect().execution_options(write=True) as connection, connection.begin():
        figures: list[str] = []
        for n in range(count):
            town = places[int(np.searchsorted(upto, rng.random() * upto[-1]))]
            day = int(rng.integers(_DAYS))
            killed, wounded = (int(each) for each in 1 + rng.lognormal((1.6, 2.2), 1.0))
            told, before = [], None
            large = n % max(2, count // _LARGE) == 1
            for copy in range(_LARGE_COPIES if large else int(rng.integers(1, _MOST_COPIES + 1))):
                drawn = words[np.searchsorted(odds, rng.random(_WORDS) * odds[-1])]
                reading = _reading(f"{n}.{copy}", drawn, town, day, (killed + int(rng.integers(-1, 2)), wounded), rng)
                add_reading(connection, reading, None, torn=False)
                document = reading.document
                add_look(connection, Look(document.path, document.sha256, document.id, reading.version))
                if before and rng.random() < 0.2:
                    _relay(connection, before, document.id)
                before = document.id
                told.append(reading)
                claims += len(reading.claims)
            documents += len(told)
            incident, number = _group(connection, told, number)
            connection.execute(schema.digests.insert(), digest_row(_digest(incident, told, rng), incident))
            if large:
                filled.large_incidents.append(incident.id)
            elif n % max(1, count // 60) == 0:
                filled.some_incidents.append(incident.id)
                filled.some_documents.append(told[0].document.id)
                filled.some_places.append(town.name)
                figures.extend(incident.figures)
        connection.execute(schema.to_group.delete())
        _decide(connection, figures)
    with engine.connect() as connection:
        connection.exec_driver_sql("ANALYZE")
    engine.dispose()
    return replace(filled, documents=documents, claims=claims, incidents=count)


def _vocabulary(rng: np.random.Generator) -> npt.NDArray[np.object_]:
    letters = np.array(list("eaisnrtoludcmpvgbfhqéèà"))
    lengths = 2 + np.minimum(rng.poisson(1 + np.log1p(np.arange(_VOCABULARY)) / 2), 12)
    return np.array(["".join(rng.choice(letters, length)) for length in lengths], dtype=object)


def _reading(
    name: str,
    drawn: Sequence[str],
    town: Place,
    day: int,
    numbers: tuple[int, int],
    rng: np.random.Generator,
) -> Reading:
    body = int(rng.integers(_BODIES))
    who = Entity(f"body-{body}", "body", f"Health Office {body}", f"Bureau de santé {body}", town.country)
    killed, wounded = max(1, numbers[0]), max(1, numbers[1])
    stated = f"{killed} civils ont été tués à {town.name_fr}"
    sentences = [
        f"{killed} morts à {town.name_fr}",
        f"{stated}, a annoncé {who.name_fr}.",
        f"{wounded} personnes ont été blessées.",
        *(f"{' '.join(drawn[at : at + _SENTENCE])}." for at in range(0, len(drawn), _SENTENCE)),
        f"Dépêche {name}.",
    ]
    text = "\n".join(sentences)
    document = made_up.document(
        name,
        text,
        _blocks(sentences),
        language=_LANGUAGES[int(rng.integers(len(_LANGUAGES)))],
        title=sentences[0],
        outlet=f"Outlet {int(rng.integers(200))}",
        published=made_up.iso(day + int(rng.integers(4))),
    )
    said = text.index(stated)
    attribution = Attribution(
        id=make_id("attribution", document.id, said),
        document=document.id,
        source=_cut(text, who.name_fr or "", said),
        entity=who,
        role=None,
        organisation=None,
        cue=_cut(text, "a annoncé", said),
        content=Span.cut(text, said, said + len(stated)),
        form="indirect",
        stance="announce",
        negated=False,
        parent=None,
    )
    party = _PARTIES[int(rng.integers(len(_PARTIES)))] if rng.random() < 0.5 else None
    spans = (
        _cut(text, f"{killed} morts", 0),
        _cut(text, f"{killed} civils", said),
        _cut(text, f"{wounded} pers", said),
    )
    figures = tuple(
        Figure(
            id=make_id("figure", document.id, n),
            document=document.id,
            span=span,
            value=float((killed, killed, wounded)[n]),
            value_high=None,
            magnitude=None,
            bound="exact",
            unit="people",
            group="civilians" if n == 1 else "unspecified",
            effect=_EFFECTS[n],
            scope="incident",
            place_span=None,
            place=town,
            date_span=None,
            date_from=made_up.iso(day),
            date_to=made_up.iso(day),
            perpetrator=party,
            reality="asserted",
            stated_by=(who.name,) if n == 1 else (),
            attribution=attribution.id if n == 1 else None,
        )
        for n, span in enumerate(spans)
    )
    claims = tuple(
        Claim(
            id=make_id("claim", document.id, n),
            document=document.id,
            span=figure.span,
            stated_by=figure.stated_by,
            attribution=figure.attribution,
            figures=(figure.id,),
            kind="harm",
        )
        for n, figure in enumerate(figures)
    )
    return Reading(document, (attribution,), figures, claims, (), "benchmark")


def _cut(text: str, words: str, after: int) -> Span:
    at = text.index(words, after)
    return Span.cut(text, at, at + len(words))


def _blocks(sentences: Sequence[str]) -> Iterator[Block]:
    at = 0
    for n, sentence in enumerate(sentences):
        yield Block(at, at + len(sentence), "paragraph" if n else "title")
        at += len(sentence) + 1


def _relay(connection: Connection, source: str, target: str) -> None:
    relay = Relay(make_id("relay", source, target), source, target, "verbatim", True, "published", 0.9, (), ())
    add_relay(connection, min(source, target), max(source, target), relay)


def _group(connection: Connection, told: Sequence[Reading], number: int) -> tuple[Incident, int]:
    """One Incident of all that is told, with its rows; and the number of its last account."""
    own = [account for reading in told for account in accounts(reading)]
    alone = [incidents([account], ())[0] for account in own]
    incident = replace(alone[0], members=tuple(member for each in alone for member in each.members))
    for account in own:
        number += 1
        row = {"number": number, "id": account.id, "document": account.document, "tells": True}
        row |= {"body": written(account), "incident": incident.id}
        connection.execute(schema.accounts.insert(), row)
        rows = [(key, number) for key in sorted(kept(account))]
        connection.exec_driver_sql("INSERT INTO account_keys (hash, account) VALUES (?, ?)", rows)
    matches = [match(a, b) for a, b in combinations(own, 2) if a.document != b.document]
    if found := [match_row(each) for each in matches if each.score >= ENOUGH]:  # a judgement puts it together again
        connection.execute(schema.matches.insert(), found)
    connection.execute(schema.incidents.insert(), incident_row(incident))
    members.replace(connection, (), [incident])
    return incident, number


def _digest(incident: Incident, told: Sequence[Reading], rng: np.random.Generator) -> Digest:
    figures = [figure for reading in told for figure in reading.figures]
    killed = [int(f.value or 0) for f in figures if f.effect == "killed"]
    place = incident.place
    called = f"{place.name if place else '?'}, {incident.date_from}"
    origins = int(rng.integers(1, 5))
    return Digest(
        incident.id,
        called,
        called,
        len(told),
        len(figures),
        int(rng.integers(len(figures) + 1)) if rng.random() < 0.1 else 0,
        min(killed),
        max(killed),
        "unspecified",
        origins,
        origins + int(rng.integers(2)),
        int(rng.integers(3)) if rng.random() < 0.3 else 0,
        _GRADES[int(rng.integers(len(_GRADES)))],
        tuple(dict.fromkeys(f.effect for f in figures)),
        incident.perpetrators,
        tuple(sorted({reading.document.language for reading in told})),
        round(float(rng.random() * 5), 4),
    )


def _decide(connection: Connection, figures: Sequence[str]) -> None:
    rows = []
    for n in range(_DECISIONS):
        each = made("accepted", [figures[n % len(figures)]], [], "A reviewer", f"no. {n}")
        rows.append(
            {"id": each.id, "verdict": each.verdict, "records": written(each.records), "others": written(each.others)}
            | {"who": each.who, "when": each.when, "why": each.why, "value": each.value}
        )
    connection.execute(schema.decisions.insert(), rows)
