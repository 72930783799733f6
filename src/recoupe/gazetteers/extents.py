"""Extents: how far a country reaches, for the middle of a part that has no record (« l'est de la Syrie »)."""

from functools import cache

import tomli

from recoupe.errors import DataError
from recoupe.gazetteers.tables import data_file, read_tables

_FILE = "extents.toml"
_PARTS = "parts.toml"
_WAYS = ("North", "South", "East", "West", "Northeast", "Northwest", "Southeast", "Southwest")
_DIRECTIONS = frozenset({*(f"{way}ern" for way in _WAYS), "Central", "Far Northern", "Far Southern"})
_STEP, _FAR = 0.25, 0.35
"""How far from the middle a part's middle lies, as a share of the whole length."""


@cache
def _extents() -> dict[str, tuple[float, float, float, float]]:
    try:
        table = tomli.loads(data_file(_FILE).read_text("utf-8"))
    except FileNotFoundError:
        raise DataError(f"gazetteers/{_FILE} is missing") from None
    except tomli.TOMLDecodeError as error:
        raise DataError(f"gazetteers/{_FILE} is not TOML: {error}") from None
    found = {}
    for code, box in table.items():
        if not isinstance(box, list) or len(box) != 4:
            raise DataError(f"gazetteers/{_FILE}: {code!r} must be south, west, north, east")
        south, west, north, east = (float(edge) for edge in box)
        found[code] = (south, west, north, east)
    return found


@cache
def _by_hand() -> dict[tuple[str, str], tuple[float, float]]:
    """The middles of the parts of countries whose wars have a usual meaning of them."""
    tables = read_tables(_PARTS, _DIRECTIONS)
    found = {}
    for code, parts in tables.items():
        for part, spot in parts.items():
            if not isinstance(spot, list) or len(spot) != 2:
                raise DataError(f"gazetteers/{_PARTS}: [{code}] {part!r} must be latitude, longitude")
            found[code, part] = (float(spot[0]), float(spot[1]))
    return found


def part_middle(code: str, part: str) -> tuple[float, float] | None:
    """Latitude and longitude of the middle of a part of a country: that of its wars where one is written, else a tenth exact.

    `part` is an English word (`Northeastern`, `Far Northern`), `code` is ISO 3166-1 alpha-2. None for a country of
    which nothing is known.
    """
    if (code, part) in _by_hand():
        return _by_hand()[code, part]
    box = _extents().get(code)
    if box is None:
        return None
    south, west, north, east = box
    word = part.lower()
    step = _FAR if word.startswith("far ") else _STEP
    up = ("north" in word) - ("south" in word)
    right = ("east" in word) - ("west" in word)
    return round((south + north) / 2 + up * step * (north - south), 1), round(
        (west + east) / 2 + right * step * (east - west), 1
    )
