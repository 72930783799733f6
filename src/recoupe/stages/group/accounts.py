"""Accounts: the Figures of one Document, put together by the incident or the running total that they count."""

import datetime as dt
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from itertools import combinations

from recoupe.model.annotation import Place
from recoupe.model.figure import Effect, Figure
from recoupe.model.ids import make_id
from recoupe.model.incident import Account, Count, Family, IncidentKind
from recoupe.model.reading import Reading
from recoupe.stages.group.agreement import agree
from recoupe.stages.group.closeness import EXACTNESS, Days, distance, gap, is_exact, nearness
from recoupe.stages.group.partition import Partition
from recoupe.stages.group.verdicts import Verdicts
from recoupe.text import bare

_MOMENT = 8
"""A sum over so many days at one exact place (« ces derniers jours ») may be one incident."""
_HOSPITAL_KM = 150.0
"""So far the wounded are taken to a hospital, at most."""
_START = 3
"""Two running totals that begin so many days apart, at most, begin together."""
_FAMILIES: dict[Effect, Family] = {
    "displaced": "movement",
    "returned": "movement",
    "detained": "custody",
    "surrendered": "custody",
    "trapped": "held",
}


def accounts(reading: Reading, verdicts: Verdicts = Verdicts()) -> tuple[Account, ...]:  # noqa: B008 (holds nothing)
    """What one Document tells, incident by incident, in the order of their first Figures.

    What a person says of two of its Figures comes before all that is read.
    """
    figures = reading.figures
    kinds = _kinds(figures)
    titles = [(b.start, b.end) for b in reading.document.blocks if b.kind == "title"]
    is_title = [any(start <= f.span.start < end for start, end in titles) for f in figures]
    groups = Partition(range(len(figures)))
    order = {figure.id: n for n, figure in enumerate(figures)}

    def join(a: int, b: int) -> None:
        if groups.root(a) == groups.root(b):
            return
        ids = ([figures[n].id for n in groups.of(each)] for each in (a, b))
        if not verdicts.any_apart(*ids):
            groups.join(a, b)

    for a, b in combinations(range(len(figures)), 2):
        if verdicts.same(figures[a].id, figures[b].id):
            join(a, b)
    for n, figure in enumerate(figures):
        if figure.part_of in order:
            join(n, order[figure.part_of])
    for a, b in combinations(range(len(figures)), 2):
        if kinds[a] == kinds[b] and _together(figures[a], figures[b], kinds[a][0], is_title[a] != is_title[b]):
            join(a, b)
    for n, figure in enumerate(figures):
        if not _settled(figure) and (home := _home(n, figures, kinds, is_title[n])) is not None:
            join(n, home)
    for wounded, dead in _treated(groups, figures, kinds):
        join(wounded, dead)
    return tuple(_account(reading, kinds[group[0]], [figures[n] for n in group]) for group in groups.groups())


def _kinds(figures: Sequence[Figure]) -> list[tuple[IncidentKind, Family]]:
    """Whether each Figure counts at one moment or over time, and what; a part is what its whole is."""
    by_id = {figure.id: figure for figure in figures}

    def kind(figure: Figure) -> tuple[IncidentKind, Family]:
        whole = by_id.get(figure.part_of or "")
        if whole is not None and whole.part_of is None:
            figure = whole
        if _is_moment(figure):
            return "incident", "harm"
        return "series", _FAMILIES.get(figure.effect, "harm")

    return [kind(figure) for figure in figures]


def _is_moment(figure: Figure) -> bool:
    if figure.scope == "incident":
        return True
    length = Days.of(figure.date_from, figure.date_to).length
    harm = figure.effect not in _FAMILIES
    return harm and figure.scope == "period" and length is not None and length <= _MOMENT and is_exact(figure.place)


def _treated(
    groups: Partition[int], figures: Sequence[Figure], kinds: Sequence[tuple[IncidentKind, Family]]
) -> Iterator[tuple[int, int]]:
    """The wounded who are counted where they were taken, each with the dead who were counted before, of the same days."""
    for group in groups.groups():
        first = figures[group[0]]
        if kinds[group[0]][0] != "incident" or {figures[n].effect for n in group} != {"wounded"}:
            continue
        for other in range(group[0] - 1, -1, -1):
            dead = figures[other]
            if dead.effect == "killed" and kinds[other][0] == "incident" and _days(first) == _days(dead):
                kilometres = distance(first.place, dead.place) if first.place and dead.place else None
                if kilometres is not None and kilometres <= _HOSPITAL_KM:
                    yield group[0], other
                break


def _settled(figure: Figure) -> bool:
    """Whether the Figure itself says where, so that its neighbours need not."""
    return figure.place is not None or figure.place_span is not None


def _home(
    n: int,
    figures: Sequence[Figure],
    kinds: Sequence[tuple[IncidentKind, Family]],
    headline: bool,
) -> int | None:
    """The Figure with which one without a place goes: the one before it, for a headline the one after it."""
    before: list[int] = [*range(n - 1, -1, -1)]
    after: list[int] = [*range(n + 1, len(figures))]
    for other in after + before if headline else before + after:
        days = gap(_days(figures[n]), _days(figures[other]))
        if kinds[other] == kinds[n] and not days:
            return other
    return None


def _together(a: Figure, b: Figure, kind: IncidentKind, headline: bool) -> bool:
    """Whether two Figures of one Document are of one incident, or of one running total.

    `headline`: one of them stands there, where a place is named more roughly and a number is rounded.
    """
    if kind == "series":
        return _one_place(a, b) and _one_stretch(_days(a), _days(b))
    if gap(_days(a), _days(b)):
        return False
    if _one_place(a, b):
        return True
    return nearness(a.place, b.place) in ("wide", "around") and (agree(a, b) if headline else _same_number(a, b))


def _one_place(a: Figure, b: Figure) -> bool:
    if a.place is None and b.place is None and a.place_span and b.place_span:
        return bare(a.place_span.text) == bare(b.place_span.text)
    return nearness(a.place, b.place) in ("same", "inside", "near")


def _one_stretch(a: Days, b: Days) -> bool:
    """Whether two sums are of one count: since the same day, or since an unknown one."""
    if a.first is None or b.first is None:
        return gap(a, b) in (None, 0)
    return abs(a.first - b.first) <= _START


def _same_number(a: Figure, b: Figure) -> bool:
    return (a.effect, a.value, a.value_high, a.magnitude) == (b.effect, b.value, b.value_high, b.magnitude)


def _account(reading: Reading, kind: tuple[IncidentKind, Family], figures: Sequence[Figure]) -> Account:
    document = reading.document
    days = _stretch([_days(f) for f in figures], kind[0])
    places = _places(f.place for f in figures)
    words = next((bare(f.place_span.text) for f in figures if f.place is None and f.place_span), None)
    return Account(
        make_id("account", document.id, *(f.id for f in figures)),
        document.id,
        document.published,
        *kind,
        tuple(map(_count, figures)),
        places,
        None if places else words,
        *days,
        tuple(dict.fromkeys(f.perpetrator for f in figures if f.perpetrator)),
    )


def _places(named: Iterable[Place | None]) -> tuple[Place, ...]:
    """The places that are named, the most exact first, of equally exact ones the most named."""
    known = [place for place in named if place is not None]
    times = Counter(place.id for place in known)
    by_id = {place.id: place for place in known}
    return tuple(sorted(by_id.values(), key=lambda p: (EXACTNESS.index(p.precision), -times[p.id], p.id)))


def _stretch(days: Sequence[Days], kind: IncidentKind) -> tuple[str | None, str | None]:
    """The days of an account: of an incident the most exact ones that are given, of a running total all of them."""
    known = [each for each in days if each != (None, None)]
    if kind == "incident":
        lengths = [each.length for each in known if each.length is not None]
        shortest = min(lengths, default=None)
        known = [each for each in known if each.length == shortest]
    firsts = [each.first for each in known]
    lasts = [each.last for each in known if each.last is not None]
    first = min((f for f in firsts if f is not None), default=None)
    return _iso(first), _iso(max(lasts, default=None))


def _iso(ordinal: int | None) -> str | None:
    return dt.date.fromordinal(ordinal).isoformat() if ordinal is not None else None


def _days(figure: Figure) -> Days:
    return Days.of(figure.date_from, figure.date_to)


def _count(figure: Figure) -> Count:
    return Count(
        figure.id,
        figure.span.start,
        figure.span.end,
        figure.value,
        figure.value_high,
        figure.magnitude,
        figure.bound,
        figure.unit,
        figure.effect,
        figure.group,
        figure.scope,
        figure.reality,
        figure.part_of is not None,
        figure.stated_by[-1] if figure.stated_by else None,
    )
