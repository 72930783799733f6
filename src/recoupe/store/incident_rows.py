"""Accounts, matches and incidents as JSON in the ledger's rows, and as records again."""

import json
from functools import lru_cache
from typing import Any

from recoupe.model.annotation import Place
from recoupe.model.incident import Account, Count, Incident, Match, Membership, Reason


def written(value: Any) -> str:
    """A JSON value as it is kept; a record in it as an object of its fields."""
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"), default=_fields)


def _fields(record: Any) -> dict[str, Any]:
    return {name: getattr(record, name) for name in record.__dataclass_fields__}


@lru_cache(1 << 12)
def account_of(body: str) -> Account:
    """The Account of a row of `accounts`."""
    read = json.loads(body)
    counts = tuple(Count(**count) for count in read.pop("counts"))
    places = tuple(map(_place, read.pop("places")))
    return Account(**read | {"counts": counts, "places": places, "perpetrators": tuple(read["perpetrators"])})


def match_row(match: Match) -> dict[str, Any]:
    """The row of `matches`."""
    body = written([match.score, match.reasons])
    return {"first": match.first, "second": match.second, "body": body}


def match_of(first: str, second: str, body: str) -> Match:
    """The Match of a row."""
    return Match(first, second, *_judged(body))


@lru_cache(1 << 12)
def _judged(body: str) -> tuple[float, tuple[Reason, ...]]:
    """What many pairs have alike: all accounts of one day in one town."""
    score, reasons = json.loads(body)
    return score, tuple(Reason(**reason) for reason in reasons)


def incident_row(incident: Incident) -> dict[str, Any]:
    """The row of `incidents`."""
    place = incident.place
    return {
        "id": incident.id,
        "kind": incident.kind,
        "country": place.country if place else None,
        "lat": place.lat if place else None,
        "lon": place.lon if place else None,
        "date_from": incident.date_from,
        "date_to": incident.date_to,
        "body": written(incident),
    }


def incident_of(body: str) -> Incident:
    """The Incident of a row."""
    read = json.loads(body)
    members = tuple(
        Membership(m["account"], m["document"], tuple(m["figures"]), tuple(Reason(**r) for r in m["reasons"]))
        for m in read.pop("members")
    )
    place = _place(read["place"]) if read["place"] else None
    return Incident(**read | {"place": place, "perpetrators": tuple(read["perpetrators"]), "members": members})


def _place(read: dict[str, Any]) -> Place:
    return Place(**read | {"parents": tuple(read["parents"])})
