"""Extents: how far a country reaches, for the middle of a part that has no record (« l'est de la Syrie »)."""

import tomllib
from functools import cache

from recoupe.errors import DataError
from recoupe.gazetteers.tables import data_file

_FILE = "extents.toml"
_STEP, _FAR = 0.25, 0.35
"""How far from the middle a part's middle lies, as a share of the whole length."""


@cache
def _extents() -> dict[str, tuple[float, float, float, float]]:
    try:
        table = tomllib.loads(data_file(_FILE).read_text("utf-8"))
    except FileNotFoundError:
        raise DataError(f"gazetteers/{_FILE} is missing") from None
    except tomllib.TOMLDecodeError as error:
        raise DataError(f"gazetteers/{_FILE} is not TOML: {error}") from None
    found = {}
    for code, box in table.items():
        if not isinstance(box, list) or len(box) != 4:
            raise DataError(f"gazetteers/{_FILE}: {code!r} must be south, west, north, east")
        south, west, north, east = (float(edge) for edge in box)
        found[code] = (south, west, north, east)
    return found


def part_middle(code: str, part: str) -> tuple[float, float] | None:
    """Latitude and longitude, to a tenth of a degree, of the middle of a part of a country.

    `part` is an English word (`Northeastern`, `Far Northern`), `code` is ISO 3166-1 alpha-2. None for a country of
    which nothing is known.
    """
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
