"""When two figures have the same number, place and date: the tolerances of the measure."""

import datetime as dt
import math

from evals.match import Record
from evals.names import key

NEAR_KILOMETRES = 25
NEAR_DAYS = 3
_EARTH_DIAMETER_KILOMETRES = 12742

# A country or a region is a point in name only: there the country must agree, elsewhere the place must be near.
_WIDE = frozenset(
    [
        "afghanistan",
        "burkina faso",
        "burkina faso sahel region",
        "central african republic",
        "democratic republic of the congo",
        "east coast of the united states",
        "eastern syria",
        "ethiopia",
        "gaza strip",
        "iran",
        "iraq",
        "israel",
        "libya",
        "mali",
        "niger",
        "nigeria",
        "northeastern nigeria",
        "northern iraq",
        "pakistan",
        "russia",
        "sahel",
        "somalia",
        "sudan",
        "syria",
        "tibet",
        "turkey",
        "ukraine",
        "yemen",
    ]
)


def number(figure: Record) -> tuple[object, object]:
    """The number of a figure, for comparison: value and upper value, or its magnitude where it has no value."""
    if figure.get("value") is not None:
        return figure.get("value"), figure.get("value_high")
    return "magnitude", figure.get("magnitude")


def same_place(gold: Record, predicted: Record) -> bool:
    """Whether both are placed alike: within 25 km, or in the same country where gold names a country or region."""
    if gold.get("lat") is None or predicted.get("lat") is None:
        return gold.get("lat") is None and predicted.get("lat") is None
    if key(gold.get("place")) in _WIDE:
        return bool(gold.get("place_country") == predicted.get("place_country"))
    return _kilometres(gold, predicted) <= NEAR_KILOMETRES


def same_date(gold: Record, predicted: Record) -> bool:
    """Whether both ends of the stretch of days agree within 3 days; an open end agrees only with an open end."""
    return all(_near(gold.get(end), predicted.get(end), NEAR_DAYS) for end in ("date_from", "date_to"))


def same_published(gold: Record, predicted: Record) -> bool:
    """Whether the publication date agrees: to the day where the page states it, within a week where it was inferred."""
    slack = 0 if gold.get("published_basis") == "stated" else 7
    return bool(predicted.get("published")) and _near(gold.get("published"), predicted.get("published"), slack)


def _near(one: str | None, other: str | None, days: int) -> bool:
    if not one or not other:
        return (one or None) == (other or None)
    try:
        return abs((dt.date.fromisoformat(one[:10]) - dt.date.fromisoformat(other[:10])).days) <= days
    except ValueError:
        return False


def _kilometres(one: Record, other: Record) -> float:
    latitude, other_latitude = math.radians(one["lat"]), math.radians(other["lat"])
    east = math.radians(other["lon"] - one["lon"])
    across = math.cos(latitude) * math.cos(other_latitude) * math.sin(east / 2) ** 2
    return _EARTH_DIAMETER_KILOMETRES * math.asin(math.sqrt(math.sin((other_latitude - latitude) / 2) ** 2 + across))
