"""How an incident is called: its place and its days, and for a running total what it counts."""

import datetime as dt
from collections.abc import Iterable, Mapping
from functools import cache
from importlib import resources
from typing import Any

import tomli

from recoupe.model.figure import Effect
from recoupe.model.incident import Incident


def labels(incident: Incident, effects: Iterable[Effect]) -> dict[str, str]:
    """What to call it in each language. `effects`: those of its Figures."""
    counted = list(dict.fromkeys(effects))
    return {language: _label(incident, counted, words) for language, words in _words().items()}


def _label(incident: Incident, effects: Iterable[Effect], words: Mapping[str, Any]) -> str:
    place = incident.place
    name = ((place.name_fr if words["second_name"] else None) or place.name) if place else incident.words
    counted = ", ".join(words["effects"][effect] for effect in effects)
    label: str = words[incident.kind].format(
        place=name or words["nowhere"], days=_days(incident.date_from, incident.date_to, words), effects=counted
    )
    return label[:1].upper() + label[1:]


def _days(first: str | None, last: str | None, words: Mapping[str, Any]) -> str:
    if first is None and last is None:
        return str(words["undated"])
    if first is None or last is None:
        known = _day(dt.date.fromisoformat(first or last or ""), words)
        return str(words["since"].format(first=known) if first else words["until"].format(last=known))
    a, b = dt.date.fromisoformat(first), dt.date.fromisoformat(last)
    if a == b:
        return _day(a, words)
    if (a.year, a.month) == (b.year, b.month):
        return str(words["days"].format(first=_number(a, words), last=b.day, month=_month(a, words), year=a.year))
    return str(words["stretch"].format(first=_day(a, words), last=_day(b, words)))


def _day(day: dt.date, words: Mapping[str, Any]) -> str:
    return str(words["day"].format(day=_number(day, words), month=_month(day, words), year=day.year))


def _number(day: dt.date, words: Mapping[str, Any]) -> str:
    return str(words["first"]) if day.day == 1 else str(day.day)


def _month(day: dt.date, words: Mapping[str, Any]) -> str:
    return str(words["months"][day.month - 1])


@cache
def _words() -> dict[str, Any]:
    return tomli.loads(resources.files("recoupe.export").joinpath("labels.toml").read_text("utf-8"))
