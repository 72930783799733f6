"""Corrections: what a form says should stand in a Figure."""

import datetime as dt
import re
from collections.abc import Mapping
from typing import get_args

from recoupe import gazetteers
from recoupe.errors import InputError
from recoupe.interface.catalogue import Catalogue
from recoupe.model.annotation import Bound, Place
from recoupe.model.figure import Effect, Figure, Group, Reality, Scope, Unit

CHOICES: Mapping[str, tuple[str, ...]] = {
    name: get_args(choice)
    for name, choice in (
        ("bound", Bound), ("unit", Unit), ("group", Group), ("effect", Effect), ("scope", Scope), ("reality", Reality),
    )
}  # fmt: skip
"""The parts of a Figure of which one of a few words is chosen."""
NOTHING = "-"
"""What a person writes where a part should be empty."""
_LONGEST = 300
_MOST_PLACES = 12
_LARGEST = 1e9
_WHOLE = re.compile(r"[0-9]+|[0-9]{1,3}(?:([ ,.'’\u00a0\u202f])[0-9]{3})(?:\1[0-9]{3})*")
"""Nobody is counted in parts: whole numbers, their thousands apart or not, as any language writes them."""
_BETWEEN = "›"
"""Between those of a chain, as the pages show it."""


def places_named(name: str) -> tuple[Place, ...]:
    """The places that a name may mean, the most prominent first."""
    return gazetteers.load().places.lookup(name.strip()[:_LONGEST])[:_MOST_PLACES] if name.strip() else ()


def parts_of(form: Mapping[str, str], figure: Figure, length: int, say: Catalogue) -> dict[str, object]:
    """The parts that are to stand in the Figure; those left as they were are not there.

    `length`: of its Document's text. Raises InputError, in the person's words, for what cannot stand there.
    """
    given = {name: text.strip()[:_LONGEST] for name, text in form.items() if text.strip()}
    parts: dict[str, object] = {}
    for name in ("value", "value_high"):
        if name in given:
            parts[name] = None if given[name] == NOTHING else _number(given[name], say)
    if "magnitude" in given:
        parts["magnitude"] = None if given["magnitude"] == NOTHING else int(_number(given["magnitude"], say))
    for name, choices in CHOICES.items():
        if name in given:
            if given[name] not in choices:
                raise InputError(say("review.not_a_choice", given=given[name]))
            parts[name] = given[name]
    for name in ("date_from", "date_to"):
        if name in given:
            parts[name] = None if given[name] == NOTHING else _day(given[name], say)
    if "perpetrator" in given:
        parts["perpetrator"] = None if given["perpetrator"] == NOTHING else given["perpetrator"]
    if "stated_by" in given:
        names = (name.strip() for name in given["stated_by"].split(_BETWEEN))
        parts["stated_by"] = [] if given["stated_by"] == NOTHING else [name for name in names if name]
    if "place" in given:
        parts["place"] = None if given["place"] == NOTHING else _place(given["place"], say)
    if "span_start" in given or "span_end" in given:
        parts["span"] = _span(given, figure, length, say)
    _check(parts, figure, say)
    return {name: part for name, part in parts.items() if part != _now(figure, name)}


def _now(figure: Figure, name: str) -> object:
    match name:
        case "place":
            return figure.place.id if figure.place else None
        case "span":
            return [figure.span.start, figure.span.end]
        case "stated_by":
            return list(figure.stated_by)
    return getattr(figure, name)


def _check(parts: Mapping[str, object], figure: Figure, say: Catalogue) -> None:
    """What must hold of the parts together."""

    def stands(name: str) -> object:
        return parts.get(name, getattr(figure, name))

    low, high = stands("value"), stands("value_high")
    if isinstance(low, int | float) and isinstance(high, int | float) and low > high:
        raise InputError(say("review.upside_down"))
    first, last = stands("date_from"), stands("date_to")
    if isinstance(first, str) and isinstance(last, str) and first > last:
        raise InputError(say("review.upside_down"))


def _number(text: str, say: Catalogue) -> float:
    if not _WHOLE.fullmatch(text.strip()) or (number := int(re.sub(r"\D", "", text))) > _LARGEST:
        raise InputError(say("review.not_a_number", given=text))
    return float(number)


def _day(text: str, say: Catalogue) -> str:
    try:
        return dt.date.fromisoformat(text).isoformat()
    except ValueError:
        raise InputError(say("review.not_a_day", given=text)) from None


def _place(identity: str, say: Catalogue) -> str:
    if gazetteers.load().places.get(identity) is None:
        raise InputError(say("review.not_a_place", given=identity))
    return identity


def _span(given: Mapping[str, str], figure: Figure, length: int, say: Catalogue) -> list[int]:
    try:
        start = int(given.get("span_start", str(figure.span.start)))
        end = int(given.get("span_end", str(figure.span.end)))
    except ValueError:
        start, end = 0, 0
    if not 0 <= start < end <= length:
        raise InputError(say("review.not_a_span"))
    return [start, end]
