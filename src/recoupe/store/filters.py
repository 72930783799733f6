"""What a person asks of figures and claims, as conditions on the ledger's rows."""

from dataclasses import dataclass

from sqlalchemy import ColumnElement, Connection, Float, and_, cast, false, func, or_, select

from recoupe import gazetteers
from recoupe.distance import box
from recoupe.store.schema import chains, claims, entities, figures, places
from recoupe.text import bare

_FIRST_DAY, _LAST_DAY = "0000-01-01", "9999-12-31"


@dataclass(frozen=True, slots=True)
class Near:
    """All that lies within some kilometres of a point (decimal degrees)."""

    lat: float
    lon: float
    km: float


@dataclass(frozen=True, slots=True)
class Filter:
    """What to look for; None asks nothing. All that is asked must hold."""

    document: str | None = None
    """The Document's id."""
    source: str | None = None
    """Words of the name of anybody in the chain, in English, in French or as the article has it."""
    kind: str | None = None
    """What a Claim states, first or besides; Figures are not asked."""
    effect: str | None = None
    group: str | None = None
    place: str | None = None
    """A place, and all that lies in it, in any language of the gazetteer."""
    date_from: str | None = None
    """First day (YYYY-MM-DD) of the days with which the Figure's days must share one."""
    date_to: str | None = None

    near: Near | None = None
    """Harm, or a place whose control a Claim is about, so near to a point."""

    @property
    def of_figures(self) -> bool:
        """Whether anything is asked that only a Figure can answer."""
        return any((self.effect, self.group, self.place, self.date_from, self.date_to))


def figure_conditions(asked: Filter, connection: Connection) -> list[ColumnElement[bool]]:
    """Conditions on `figures`, for all of `asked` but its document and source."""
    conditions: list[ColumnElement[bool]] = []
    if asked.effect:
        conditions.append(figures.c.effect == asked.effect)
    if asked.group:
        conditions.append(figures.c.group == asked.group)
    if asked.place:
        conditions.append(_in_place(asked.place, connection))
    if asked.near:
        conditions.append(
            figures.c.place.in_(select(places.c.key).where(*near_conditions(asked.near, places.c.lat, places.c.lon)))
        )
    conditions.extend(days_conditions(asked, figures.c.date_from, figures.c.date_to))
    return conditions


def days_conditions(
    asked: Filter, first: ColumnElement[str | None], last: ColumnElement[str | None]
) -> list[ColumnElement[bool]]:
    """True of rows whose days, from `first` to `last`, share one with those that are asked for."""
    if not (asked.date_from or asked.date_to):
        return []
    dated = or_(first.is_not(None), last.is_not(None))
    begins_in_time = func.coalesce(first, _FIRST_DAY) <= (asked.date_to or _LAST_DAY)
    ends_in_time = func.coalesce(last, _LAST_DAY) >= (asked.date_from or _FIRST_DAY)
    return [dated, begins_in_time, ends_in_time]


def places_meant(words: str) -> set[str]:
    """The ids of the places, and of the country, that a name may mean."""
    world = gazetteers.load()
    ids = {place.id for place in world.places.lookup(words)}
    country = world.countries.by_name(words)
    return ids | ({f"country-{country}"} if country is not None else set())


def claim_conditions(asked: Filter, connection: Connection) -> list[ColumnElement[bool]]:
    """Conditions on `claims`: what is asked of figures must hold for one Figure of the Claim."""
    kind = [or_(claims.c.kind == asked.kind, claims.c.also.contains(f'"{asked.kind}"'))] if asked.kind else []
    if not asked.of_figures and not asked.near:
        return kind
    held = select(figures.c.id).where(
        figures.c.reading == claims.c.reading,
        claims.c.figures.contains(figures.c.id),
        *figure_conditions(asked, connection),
    )
    if asked.near and not asked.of_figures:
        lat, lon = (cast(func.json_extract(claims.c.detail, f"$.place.{name}"), Float) for name in ("lat", "lon"))
        return [*kind, or_(held.exists(), and_(*near_conditions(asked.near, lat, lon)))]
    return [*kind, held.exists()]


def source_condition(words: str, connection: Connection) -> ColumnElement[bool]:
    """True of the `chains` that name the source."""
    asked = bare(words)
    if not asked:
        return false()
    french = connection.execute(select(entities.c.name, entities.c.name_fr).where(entities.c.name_fr.is_not(None)))
    also = {bare(name) for name, name_fr in french if asked in bare(name_fr)}
    return or_(chains.c.search.contains(asked), *(chains.c.search.contains(f"|{name}|") for name in sorted(also)))


def near_conditions(near: Near, lat: ColumnElement[float], lon: ColumnElement[float]) -> list[ColumnElement[bool]]:
    """True of points near enough; the box of degrees first, which is cheap to look up."""
    south, north, west, east = box(near.lat, near.lon, near.km)
    across = lon.between(west, east) if west <= east else or_(lon >= west, lon <= east)
    return [lat.between(south, north), across, func.kilometres(near.lat, near.lon, lat, lon) <= near.km]


def _in_place(words: str, connection: Connection) -> ColumnElement[bool]:
    world = gazetteers.load()
    asked = bare(words)
    ids = {place.id for place in world.places.lookup(words)}
    country = world.countries.by_name(words)
    keys = [
        row.key
        for row in connection.execute(select(places))
        if row.id in ids
        or asked in (bare(row.name), bare(row.name_fr))
        or (country is not None and row.country == country)
        or any(f'"{id_}"' in row.parents for id_ in ids)
    ]
    unknown = and_(figures.c.place.is_(None), func.lower(figures.c.place_text).contains(words.lower(), autoescape=True))
    return or_(figures.c.place.in_(keys), unknown)
