"""Summary: what a ledger holds, in numbers, with its largest figures and what could not be read."""

import json
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, Select, Table, func, select

from recoupe.model.issue import IssueKind
from recoupe.store import queries
from recoupe.store.schema import attributions, chains, claims, entities, figures, issues, places, readings

_UNREAD: tuple[IssueKind, ...] = ("empty", "language")
"""The kinds of Issue that mean that nothing of a document was read, though its text was kept."""
_EXAMPLES = 3
"""How many paths stand for all that have the same Issue."""


@dataclass(frozen=True, slots=True)
class Sum:
    """One number of people or strikes at one place, whoever gives it."""

    wording: str
    """As most documents have it."""
    value: float | None
    value_high: float | None
    magnitude: int | None
    bound: str
    unit: str
    effect: str
    group: str
    place: str | None
    place_fr: str | None
    stated_by: tuple[tuple[str | None, int], ...]
    """Who states it, by innermost name (None: the article), and in how many documents; most frequent first."""
    documents: int
    """In how many documents it stands."""
    example: tuple[str, int]
    """The path of one of them, and the Figure's number there."""


@dataclass(frozen=True, slots=True)
class Trouble:
    """One reason why something was not read."""

    kind: IssueKind
    reason: str
    times: int
    examples: tuple[str, ...]
    """Paths, three at most."""


@dataclass(frozen=True, slots=True)
class Summary:
    """What a ledger holds. Only the newest reading of each Document counts."""

    languages: tuple[tuple[str, int, int], ...]
    """Language, documents, and how many of these could be read; the most frequent first."""
    attributions: int
    sources: int
    """How many different sources are named."""
    claims: int
    figures: int
    dated: int
    """Figures with a date."""
    placed: int
    """Figures with a place."""
    largest: tuple[Sum, ...]
    unread: tuple[Trouble, ...]
    """Files and documents that were not read."""
    unresolved: tuple[tuple[str, int], ...]
    """Kind of Issue inside documents that were read, and how many."""


def summarize(connection: Connection, largest: int) -> Summary:
    """The Summary of the ledger behind `connection`, with so many of its largest figures."""

    def count(statement: Select[Any]) -> int:
        total: int = connection.execute(statement).scalar_one()
        return total

    def newest(what: Any, table: Table) -> Select[Any]:
        both = table.join(readings, readings.c.seq == table.c.reading)
        return select(what).select_from(both).where(queries.newest)

    names = newest(func.count(entities.c.name.distinct()), attributions)
    all_figures = newest(func.count(), figures)
    return Summary(
        languages=_languages(connection),
        attributions=count(newest(func.count(), attributions)),
        sources=count(names.where(entities.c.key == attributions.c.entity)),
        claims=count(newest(func.count(), claims)),
        figures=count(all_figures),
        dated=count(all_figures.where(func.coalesce(figures.c.date_from, figures.c.date_to).is_not(None))),
        placed=count(all_figures.where(figures.c.place.is_not(None))),
        largest=tuple(_largest(connection, largest)),
        unread=_unread(connection),
        unresolved=_unresolved(connection),
    )


def _languages(connection: Connection) -> tuple[tuple[str, int, int], ...]:
    unread = select(issues.c.seq).where(issues.c.reading == readings.c.seq, issues.c.kind.in_(_UNREAD)).exists()
    total = func.count()
    rows = connection.execute(
        select(readings.c.language, total, total.filter(~unread))
        .where(queries.newest)
        .group_by(readings.c.language)
        .order_by(total.desc(), readings.c.language)
    )
    return tuple((language, documents, read) for language, documents, read in rows)


def _largest(connection: Connection, largest: int) -> list[Sum]:
    f = figures.c
    key = (f.value, f.value_high, f.magnitude, f.unit, f.effect, places.c.id)
    size = func.coalesce(f.value_high, f.value, f.magnitude)
    found = select(*key).join(readings, readings.c.seq == f.reading).outerjoin(places, places.c.key == f.place)
    found = found.where(queries.newest).group_by(*key).order_by(size.desc(), *key).limit(largest)
    details = (
        select(f.text, f.number, f.bound, f.group, chains.c.names, places.c.name, places.c.name_fr)
        .add_columns(readings.c.document, queries.path_of(readings.c.document).label("path"))
        .join(readings, readings.c.seq == f.reading)
        .join(chains, chains.c.key == f.chain)
        .outerjoin(places, places.c.key == f.place)
        .where(queries.newest)
        .order_by("path", f.number)
    )
    sums = []
    for row in connection.execute(found).all():
        same = (column.is_not_distinct_from(value) for column, value in zip(key, row, strict=True))
        sums.append(_sum(row._mapping, connection.execute(details.where(*same)).mappings().all()))
    return sums


def _sum(number: Mapping[Any, Any], rows: Sequence[Mapping[Any, Any]]) -> Sum:
    voices: dict[str | None, set[str]] = {}
    for row in rows:
        names = json.loads(row["names"])
        voices.setdefault(names[-1] if names else None, set()).add(row["document"])
    ranked = sorted(voices.items(), key=lambda voice: (-len(voice[1]), voice[0] or ""))
    wordings = Counter(row["text"] for row in rows)
    wording = min(wordings, key=lambda words: (-wordings[words], words))
    model = next(row for row in rows if row["text"] == wording)
    return Sum(
        wording=wording,
        value=number["value"],
        value_high=number["value_high"],
        magnitude=number["magnitude"],
        bound=model["bound"],
        unit=number["unit"],
        effect=number["effect"],
        group=model["group"],
        place=model["name"],
        place_fr=model["name_fr"],
        stated_by=tuple((name, len(documents)) for name, documents in ranked),
        documents=len({row["document"] for row in rows}),
        example=(model["path"], model["number"]),
    )


def _unread(connection: Connection) -> tuple[Trouble, ...]:
    inside = queries.with_document(select(issues), issues.c.reading).where(issues.c.kind.in_(_UNREAD))
    grouped: dict[tuple[IssueKind, str], set[str]] = {}
    for statement in (queries.refusals(), inside):
        for row in connection.execute(statement).mappings():
            grouped.setdefault((row["kind"], row["reason"]), set()).add(row["path"])
    troubles = (
        Trouble(kind, reason, len(paths), tuple(sorted(paths)[:_EXAMPLES])) for (kind, reason), paths in grouped.items()
    )
    return tuple(sorted(troubles, key=lambda t: (-t.times, t.kind, t.reason)))


def _unresolved(connection: Connection) -> tuple[tuple[str, int], ...]:
    total = func.count()
    rows = connection.execute(
        select(issues.c.kind, total)
        .join(readings, readings.c.seq == issues.c.reading)
        .where(queries.newest, issues.c.kind.not_in(_UNREAD))
        .group_by(issues.c.kind)
        .order_by(total.desc(), issues.c.kind)
    )
    return tuple((kind, times) for kind, times in rows)
