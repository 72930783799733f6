"""Accounts for tests: `told("a", 12)` is Document a, which tells of twelve people killed at Hodeida on 3 May 2018."""

from hypothesis import strategies as st

from recoupe.model.annotation import Place
from recoupe.model.incident import Account, Count
from recoupe.stages.group.matching import match
from tests.factories import HODEIDA

YEMEN = Place("country-YE", "Yemen", "Yémen", "YE", 15.5, 47.5, "country")
PROVINCE = Place(
    "gn-79416", "Al Hudaydah Governorate", "gouvernorat d’Hodeïda", "YE", 15.3, 43.3, "region", (YEMEN.id,)
)
HARBOUR = Place(
    "place-harbour", "Harbour", "le port", "YE", 14.84, 42.93, "district", (HODEIDA.id, PROVINCE.id, YEMEN.id)
)
FAR_QUARTER = Place("place-far", "Far quarter", "le faubourg", "YE", 14.80, 43.10, "district", (HODEIDA.id, YEMEN.id))
BESIDE = Place("gn-1", "Al Marawi", "Al-Marawi", "YE", 14.83, 42.97, "settlement", (PROVINCE.id, YEMEN.id))
AROUND = Place("gn-2", "Bajil", "Bajil", "YE", 14.95, 43.20, "settlement", (PROVINCE.id, YEMEN.id))
TAIZ = Place("gn-3", "Taiz", "Taëz", "YE", 13.58, 44.02, "settlement", (YEMEN.id,))
ADEN = Place("gn-4", "Aden", "Aden", "YE", 12.78, 45.03, "settlement", (YEMEN.id,))
OTHER_REGION = Place("gn-5", "Taiz Governorate", "gouvernorat de Taëz", "YE", 13.5, 43.9, "region", (YEMEN.id,))
MOSUL = Place("gn-99072", "Mosul", "Mossoul", "IQ", 36.34, 43.12, "settlement", ("country-IQ",))
NOWHERE = Place("gn-6", "Lost village", "un hameau", "YE", None, None, "settlement", (YEMEN.id,))
BOTH = Place("place-both", "Yemen and Iraq", "le Yémen et l’Irak", None, None, None, "wide")
GARBAGE = (
    Place("gn-7", "North", "Nord", None, 90.0, 10.0, "point"),
    Place("gn-8", "Beside it", "À côté", None, 89.99, -170.0, "point"),
    Place("gn-9", "West", "Ouest", "FJ", -16.8, 180.0, "settlement"),
    Place("gn-10", "East", "Est", "FJ", -16.81, -179.98, "settlement"),
    Place("gn-11", "South", "Sud", None, -90.0, -180.0, "point"),
)
PLACES = (
    HODEIDA,
    HARBOUR,
    FAR_QUARTER,
    BESIDE,
    AROUND,
    TAIZ,
    PROVINCE,
    OTHER_REGION,
    YEMEN,
    MOSUL,
    NOWHERE,
    BOTH,
    *GARBAGE,
)


def told(document: str, *numbers: float | None, **changes: object) -> Account:
    """What a Document tells; each number is one of people killed, None « des dizaines »."""
    effects = changes.pop("effects", ["killed"] * len(numbers))
    counts = tuple(
        count(f"figure-{document}-{n}", value, start=10 * n, effect=effect)
        for n, (value, effect) in enumerate(zip(numbers, effects, strict=True))  # type: ignore[call-overload]
    )
    places = changes.pop("places", (changes.pop("place", HODEIDA),))
    day = changes.pop("day", "2018-05-03")
    fields: dict[str, object] = {
        "id": f"account-{document}",
        "document": document,
        "published": "2018-05-04",
        "kind": "incident",
        "family": "harm",
        "counts": counts,
        "places": tuple(place for place in places if place),  # type: ignore[attr-defined]
        "words": None,
        "date_from": day,
        "date_to": day,
        "perpetrators": (),
    }
    return Account(**(fields | changes))  # type: ignore[arg-type]


def total(document: str, *numbers: float | None, **changes: object) -> Account:
    """A running total of Yemen, the first day of which is not said."""
    return told(document, *numbers, **({"kind": "series", "place": YEMEN, "day": None} | changes))


def count(figure: str, value: float | None, **changes: object) -> Count:
    """A Count of people killed."""
    fields: dict[str, object] = {
        "figure": figure,
        "start": 0,
        "end": 5,
        "value": value,
        "value_high": None,
        "magnitude": None if value is not None else 10,
        "bound": "exact",
        "unit": "people",
        "effect": "killed",
        "group": "unspecified",
        "scope": "incident",
        "reality": "asserted",
        "is_part": False,
        "source": None,
    }
    return Count(**(fields | changes))  # type: ignore[arg-type]


def keys_of(a: Account, b: Account) -> dict[str, float]:
    """The reasons of a match, with their weights."""
    return {reason.key: reason.weight for reason in match(a, b).reasons}


_days = st.sampled_from(
    [
        "2018-05-01",
        "2018-05-02",
        "2018-05-03",
        "2018-05-04",
        "2018-05-06",
        "2018-05-14",
        "2018-07-20",
        "2017-05-03",
        "2018-12-31",
        "2019-01-01",
    ]
) | st.sampled_from(["0001-01-01", "9999-12-31", "not a day", None])


@st.composite
def accounts(draw: st.DrawFn, document: str) -> Account:
    """Accounts near the thresholds: few places, days and numbers, so that many have much in common."""
    numbers = draw(
        st.lists(st.sampled_from([None, 0.0, 5.0, 12.0, 15.0, 23.0, 130.0, 240.0, 1204.0, 3100.0]), max_size=4)
    )
    effects = draw(st.lists(st.sampled_from(["killed", "wounded"]), min_size=len(numbers), max_size=len(numbers)))
    places = draw(st.lists(st.sampled_from(PLACES), max_size=2, unique=True))
    first = draw(_days)
    last = draw(st.one_of(st.just(first), _days))
    return told(
        document,
        *numbers,
        effects=effects,
        places=places,
        words=None if places else draw(st.sampled_from([None, "un village", "le marche"])),
        kind=draw(st.sampled_from(["incident", "incident", "series"])),
        family=draw(st.sampled_from(["harm", "harm", "harm", "movement"])),
        date_from=first,
        date_to=last,
        published=draw(_days),
        perpetrators=tuple(draw(st.lists(st.sampled_from(["Houthis", "Saudi-led coalition"]), max_size=1))),
    )
