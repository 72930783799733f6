"""What the places of the gazetteer are made of while it is built: rows, their names, their ranks."""

import math
import re
import unicodedata
from dataclasses import dataclass, field

_SCRIPTS = re.compile(
    r"[A-Z\u00c0-\u024fʻʿ‘’ʼ`][A-Za-z\u00c0-\u024f\u1e00-\u1eff '’‘ʻʿʼ`.\-]*"
    r"|[\u0400-\u04ff '’.\-]+"
    r"|[\u0600-\u06ff ‌ـ\-]+"
)
_CODE = re.compile(r"[A-Z]{1,3}|[IVXL]+e?")  # of an airport; of a quarter of Paris
_RINGS = dict.fromkeys(map(ord, "ʻʿ‘’ʼ`ʾ'"), None)
_OTHER_SCRIPTS = """DZ LY EG SD SS ER ET SO DJ MR SY LB JO PS IL IQ YE SA OM AE QA BH KW IR GE AM AF PK TJ KG UZ TM KZ
    UA BY RU BG RS MK"""


@dataclass
class Row:
    """A place on its way into the file."""

    number: int
    """The GeoNames id; below zero for a place of ours."""
    slug: str | None
    name: str
    name_fr: str
    country: str | None
    lat: float | None
    lon: float | None
    precision: str
    rank: int
    parents: list[int] = field(default_factory=list)
    main: set[str] = field(default_factory=set)
    """The usual names."""
    other: set[str] = field(default_factory=set)


def kept_names(names: list[str]) -> set[str]:
    """The names in scripts that are read, without codes and lower-case transliterations."""
    return {n for n in names if len(n) > 1 and _SCRIPTS.fullmatch(n) and not _CODE.fullmatch(n)}


def plain(name: str, country: str) -> str:
    """The name as English writes it: without the dots, bars and half rings that stand for another script's letters."""
    if country not in _OTHER_SCRIPTS.split():
        return name
    letters = unicodedata.normalize("NFKD", name.translate(_RINGS))
    return " ".join("".join(c for c in letters if not unicodedata.combining(c)).split())


def distance(a: Row, b: Row) -> float:
    """Kilometres between two places, on a flat map: enough for neighbours. Infinite when either has no coordinates."""
    if a.lat is None or a.lon is None or b.lat is None or b.lon is None:
        return math.inf
    return 111.2 * math.hypot(a.lat - b.lat, (a.lon - b.lon) * math.cos(math.radians((a.lat + b.lat) / 2)))


def population_rank(population: int) -> int:
    """Ten times the decimal logarithm of the population."""
    return round(10 * math.log10(population + 10))
