"""The SELECTs that a View is made of. Each looks at the newest reading of every Document, and at no older one."""

from sqlalchemy import ColumnElement, ScalarSelect, Select, and_, exists, func, select

from recoupe.store.schema import (
    acquisitions,
    attributions,
    chains,
    claims,
    documents,
    entities,
    figures,
    issues,
    places,
    readings,
)

_newer = readings.alias("newer")

newest: ColumnElement[bool] = ~exists().where(_newer.c.document == readings.c.document, _newer.c.seq > readings.c.seq)
"""True of a row of `readings` when it is the newest of its Document."""


def path_of(document: ColumnElement[str]) -> ScalarSelect[str]:
    """The path of a Document; of several the first in the alphabet, so that the order of runs does not show."""
    return (
        select(func.min(acquisitions.c.path))
        .where(acquisitions.c.document == document)
        .correlate_except(acquisitions)
        .scalar_subquery()
    )


def paths_of(document: ColumnElement[str]) -> ScalarSelect[int]:
    """Under how many paths a Document was found."""
    return (
        select(func.count(acquisitions.c.path.distinct()))
        .where(acquisitions.c.document == document)
        .correlate_except(acquisitions)
        .scalar_subquery()
    )


def reading_rows() -> Select[tuple[object, ...]]:
    """Newest readings with `sha256` and `path`."""
    return (
        select(readings, documents.c.sha256, path_of(readings.c.document).label("path"))
        .join(documents, documents.c.id == readings.c.document)
        .where(newest)
    )


_ENTITY = ("id", "kind", "name", "name_fr", "country", "voice")
_PLACE = ("id", "name", "name_fr", "country", "lat", "lon", "precision", "parents")


def attribution_rows() -> Select[tuple[object, ...]]:
    """Attributions with their entity, as `attribution_of` takes them."""
    about = [entities.c[name].label(f"entity_{name}") for name in _ENTITY]
    return select(attributions, *about).outerjoin(entities, entities.c.key == attributions.c.entity)


def figure_rows() -> Select[tuple[object, ...]]:
    """Figures with their chain and place, as `figure_of` takes them."""
    return (
        select(figures, chains.c.names, *(places.c[name].label(f"at_{name}") for name in _PLACE))
        .join(chains, chains.c.key == figures.c.chain)
        .outerjoin(places, places.c.key == figures.c.place)
    )


def claim_rows() -> Select[tuple[object, ...]]:
    """Claims with their chain, as `claim_of` takes them."""
    return select(claims, chains.c.names).join(chains, chains.c.key == claims.c.chain)


def with_document(statement: Select[tuple[object, ...]], reading: ColumnElement[int]) -> Select[tuple[object, ...]]:
    """`statement`, of newest readings only, with the Document's `document`, `path`, `language`, `title` and so on."""
    about = ("document", "language", "title", "outlet", "published", "version")
    return (
        statement.add_columns(*(readings.c[name] for name in about), path_of(readings.c.document).label("path"))
        .join(readings, readings.c.seq == reading)
        .where(newest)
    )


def refusals() -> Select[tuple[object, ...]]:
    """Issues of files that gave no Document, where that is what was found last at their path; with `path`."""
    later = acquisitions.alias("later")
    superseded = exists().where(and_(later.c.path == acquisitions.c.path, later.c.seq > acquisitions.c.seq))
    return (
        select(issues, acquisitions.c.path)
        .join(acquisitions, acquisitions.c.seq == issues.c.acquisition)
        .where(~superseded)
    )
