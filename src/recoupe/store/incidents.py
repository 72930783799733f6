"""The incidents of a ledger, looked up."""

import datetime as dt
from collections.abc import Collection

from sqlalchemy import Connection, and_, func, or_, select

from recoupe.model.incident import Incident
from recoupe.store import schema
from recoupe.store.filters import Filter, Near, days_conditions, near_conditions
from recoupe.store.incident_rows import incident_of
from recoupe.text import bare

_TABLE = schema.incidents.c


def every(connection: Connection, asked: Filter) -> list[str]:
    """The ids of the incidents of the days that are asked for, by their first day; those without one come last."""
    order = (_TABLE.date_from.is_(None), _TABLE.date_from, _TABLE.id)
    days = days_conditions(asked, _TABLE.date_from, _TABLE.date_to)
    return list(connection.execute(select(_TABLE.id).where(*days).order_by(*order)).scalars())


def lies_in(incident: Incident, words: str, meant: Collection[str]) -> bool:
    """Whether an incident is at a place of that name; `meant` are the ids that the name may mean (`places_meant`)."""
    place, asked = incident.place, bare(words)
    if place is None:
        return bool(asked) and asked in (incident.words or "")
    held = {place.id, *place.parents, f"country-{place.country}"}
    return not held.isdisjoint(meant) or asked in (bare(place.name), bare(place.name_fr))


def one(connection: Connection, identity: str) -> Incident | None:
    """The incident with this id."""
    body = connection.execute(select(_TABLE.body).where(_TABLE.id == identity)).scalar()
    return None if body is None else incident_of(body)


def ids(connection: Connection, words: str) -> list[str]:
    """The ids of the incidents that a person may mean by the beginning of one, two at most."""
    asked = select(_TABLE.id).where(_TABLE.id.startswith(words, autoescape=True)).order_by(_TABLE.id).limit(2)
    return list(connection.execute(asked).scalars())


def within(connection: Connection, near: Near) -> list[tuple[float, Incident]]:
    """The incidents whose place lies so near to a point, with their distance in kilometres, the nearest first."""
    apart = func.kilometres(near.lat, near.lon, _TABLE.lat, _TABLE.lon)
    asked = select(apart, _TABLE.body).where(*near_conditions(near, _TABLE.lat, _TABLE.lon))
    rows = connection.execute(asked.order_by(apart, _TABLE.date_from, _TABLE.id))
    return [(km, incident_of(body)) for km, body in rows]


def beside(connection: Connection, incident: Incident, *, km: float, days: int, most: int) -> list[Incident]:
    """Other incidents of its kind so near to it in place and time, the nearest place first, at most so many.

    One without a day is near to every day.
    """
    place = incident.place
    if place is None or place.lat is None or place.lon is None:
        return []
    near = Near(place.lat, place.lon, km)
    first, last = func.coalesce(_TABLE.date_from, _TABLE.date_to), func.coalesce(_TABLE.date_to, _TABLE.date_from)
    asked = select(_TABLE.body).where(
        *near_conditions(near, _TABLE.lat, _TABLE.lon), _TABLE.kind == incident.kind, _TABLE.id != incident.id
    )
    own = incident.date_from or incident.date_to, incident.date_to or incident.date_from
    if own[0] and own[1]:
        asked = asked.where(
            or_(first.is_(None), and_(first <= _days_off(own[1], days), last >= _days_off(own[0], -days)))
        )
    apart = func.kilometres(near.lat, near.lon, _TABLE.lat, _TABLE.lon)
    rows = connection.execute(asked.order_by(apart, _TABLE.date_from, _TABLE.id).limit(most))
    return [incident_of(body) for (body,) in rows]


def _days_off(day: str, days: int) -> str:
    """The day so many days later; the first or last of all where there is none."""
    number = dt.date.fromisoformat(day).toordinal() + days
    return dt.date.fromordinal(min(max(number, 1), dt.date.max.toordinal())).isoformat()


def holding(connection: Connection, figures: Collection[str]) -> dict[str, str]:
    """For each of these figures the id of the incident in which it stands."""
    f, r, a = schema.figures.c, schema.readings.c, schema.accounts.c
    asked = select(f.id, a.incident, a.body).join(schema.readings, r.seq == f.reading)
    asked = asked.join(schema.accounts, a.document == r.document).where(f.id.in_(figures), a.tells)
    return {figure: incident for figure, incident, body in connection.execute(asked) if f'"{figure}"' in body}
