"""Figures: the counts of an article with where, when, on whose word, and whether it is sure."""

import datetime as dt
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from recoupe.model.annotation import Place, PlacePrecision
from recoupe.model.attribution import Attribution
from recoupe.model.document import Document
from recoupe.model.figure import Effect, Figure, Reality, Scope
from recoupe.model.ids import make_id
from recoupe.model.issue import Issue
from recoupe.model.span import Span
from recoupe.stages.first.contents import Unheard
from recoupe.stages.first.days import Day
from recoupe.stages.first.lines import Line
from recoupe.stages.first.spots import Spot
from recoupe.stages.first.tolls import Count

_BACK = 2
"""Sentences of a paragraph in which is looked for where and when, where a count's own sentence says nothing of it."""
_MOMENT = 8
"""Days of the longest stretch that may still be one incident's."""
_LONG = 32
"""Days of a stretch that says nothing of the next sentence: « в 1945 году » is of what is told beside it."""
_SUDDEN: frozenset[Effect] = frozenset(("killed", "wounded", "casualties", "missing"))
_LASTING: frozenset[Effect] = frozenset(("displaced", "trapped"))
"""What lasts: without a day of its own such a count is a running total; and so are those whose state a noun tells."""
_STATES: frozenset[Effect] = frozenset(("returned", "detained", "surrendered", "missing"))
_EXACT: tuple[PlacePrecision, ...] = ("point", "settlement", "district", "region", "country", "wide")


@dataclass(frozen=True, slots=True)
class Seen:
    """One sentence with all that was read in it."""

    line: Line
    counts: tuple[Count, ...]
    days: tuple[Day, ...]
    spots: tuple[Spot, ...]
    unheard: tuple[Unheard, ...] = ()
    """The cues whose source or content was not found."""


def figures(
    document: Document, seen: Sequence[Seen], attributions: Sequence[Attribution]
) -> tuple[tuple[Figure, ...], tuple[Issue, ...]]:
    """The Figures in reading order, and an Issue for every count that is none and every place that is not known."""
    found: list[Figure] = []
    issues: list[Issue] = []
    for n, each in enumerate(seen):
        whole: str | None = None
        before = tuple(other for other in seen[max(0, n - _BACK) : n] if other.line.block == each.line.block)
        there = _there(each, seen[:n])
        for count in each.counts:
            span = _counted(document, each.line, count)
            chain = voices(attributions, span.start, span.end)
            trouble = count.trouble or _trouble(each.line, count) or _other_harm(each, before)
            trouble = trouble or _unsaid(each, count, span, chain)
            if trouble:
                issues.append(Issue("number", f"« {span.text} »: {trouble}", document.path, document.id, span))
                continue
            if count.part and whole is None:
                whole = next((f.id for f in reversed(found) if f.effect == count.effect and f.part_of is None), None)
            figure = _figure(document, each, before, there, count, span, attributions, chain, whole)
            found.append(figure)
            whole = whole if count.part and whole is not None else figure.id
            if figure.place is None and figure.place_span is not None:
                reason = f"« {figure.place_span.text} »: no gazetteer knows this place"
                issues.append(Issue("place", reason, document.path, document.id, figure.place_span))
    titles = [(b.start, b.end) for b in document.blocks if b.kind == "title"]
    return tuple(_settled([*_headlines(found, titles)])), tuple(issues)


def _headlines(found: Sequence[Figure], titles: Sequence[tuple[int, int]]) -> Iterator[Figure]:
    """The Figures; one of a headline has the day, and the place if it names none, of the same number further down."""
    for figure in found:
        if figure.date_span is not None or not any(a <= figure.span.start < b for a, b in titles):
            yield figure
            continue
        below = (f for f in found if f.span.start > figure.span.end and f.effect == figure.effect)
        body = next(
            (f for f in below if (f.part_of is None) == (figure.part_of is None) and _same_number(figure, f)), None
        )
        if body is None:
            yield figure
            continue
        days = replace(_with_days(figure, body), scope=body.scope)
        yield days if figure.place_span else replace(days, place_span=body.place_span, place=body.place)


def _settled(found: Sequence[Figure]) -> Iterator[Figure]:
    """The Figures; one without a day has that of the first count of an incident at the same place."""
    for figure in found:
        same = (f for f in found if f.date_span and f.scope == "incident" and f.place and f.place == figure.place)
        first = next(same, None) if figure.date_span is None and figure.scope == "incident" else None
        yield figure if first is None else _with_days(figure, first)


def _with_days(figure: Figure, other: Figure) -> Figure:
    return replace(figure, date_span=other.date_span, date_from=other.date_from, date_to=other.date_to)


def _same_number(figure: Figure, body: Figure) -> bool:
    """Whether the body gives the headline's number, or one of its size."""
    if figure.magnitude is not None and body.value is not None:
        return figure.magnitude <= body.value < 10 * figure.magnitude
    return (figure.value, figure.value_high, figure.magnitude) == (body.value, body.value_high, body.magnitude)


def _trouble(line: Line, count: Count) -> str:
    """Why a count cannot be a figure although its parts are read."""
    unsure = [h for h in line.of("unsure") if h.value == "hypothetical" and not line.over(h.first, "before")]
    if any(h.first < count.first or _near(line, h.first, count) for h in unsure):
        return "it is told of what might be, or is meant to be"
    if line.of("untrue"):
        return "it is said there that something is not true"
    return ""


def _other_harm(seen: Seen, before: Sequence[Seen]) -> str:
    """Why a count is of no armed conflict: what its sentence or the one before tells of is an accident or is invented."""
    if any(each.line.of("other_harm") for each in (seen, *before[-1:])):
        return "it may be of an accident, a disaster, a disease, a film or a game"
    return ""


def _unsaid(seen: Seen, count: Count, span: Span, chain: Sequence[Attribution]) -> str:
    """Why it cannot be told on whose word a count stands: a cue that was not understood may govern it."""
    for cue in seen.unheard:
        low, high = sorted((seen.line.word_at(cue.start), count.first))
        if cue.near and seen.line.parted(low, high):
            continue
        inside = chain and chain[-1].content.holds(cue.start, cue.end) and cue.start < span.start
        if not chain or (inside and not seen.line.parted(low, high)):
            return "on whose word it stands could not be told"
    return ""


def _near(line: Line, at: int, count: Count) -> bool:
    """Whether a word stands in the clause of the count."""
    edges = sorted((at, count.first if at < count.first else max(count.last - 1, at)))
    low, high = (edges[0], edges[1]) if at < count.first else (count.last - 1, at)
    return not line.parted(low, high)


def _figure(
    document: Document,
    seen: Seen,
    before: Sequence[Seen],
    there: tuple[Line, Spot] | None,
    count: Count,
    span: Span,
    attributions: Sequence[Attribution],
    chain: Sequence[Attribution],
    whole: str | None,
) -> Figure:
    line, number = seen.line, count.number
    day = _day(seen, count, chain, attributions)
    spot = _spot(seen, count, chain)
    scope = _scope(line, before, count, day)
    day_line = spot_line = line
    if spot is None and there is not None:
        spot_line, spot = there
    for other in reversed(before if scope == "incident" else ()):
        if day is None and (
            earlier := [
                d for d in other.days if (_length(d) or _LONG) < _LONG and not _beside_cue(other, d, attributions)
            ]
        ):
            day, day_line = earlier[-1], other.line
        if spot is None and (known := [s for s in other.spots if s.place is not None]):
            spot, spot_line = min(known, key=_rank), other.line
    place: Place | None = spot.place if spot else None
    until = max(count.last, count.told)
    hedges = [h for h in line.of("unsure") if h.value == "conditional" and h.first < until]
    unsure = any(_near(line, h.first, count) for h in hedges)
    reality: Reality = "conditional" if unsure else "asserted"
    if chain and chain[-1].stance == "deny":
        reality = "denied"
    return Figure(
        id=make_id("fig", document.id, span.start, span.end, number.value, count.effect),
        document=document.id,
        span=span,
        value=number.value,
        value_high=number.high,
        magnitude=number.magnitude,
        bound=count.bound,
        unit=count.unit,
        group="unspecified" if count.unit in ("strikes", "sorties") else count.group,
        effect=count.effect or "casualties",
        scope=scope,
        place_span=_span(document, spot_line, spot.first, spot.last) if spot else None,
        place=place,
        date_span=_span(document, day_line, day.first, day.last) if day else None,
        date_from=day.date_from if day else None,
        date_to=day.date_to if day else None,
        perpetrator=None,
        reality=reality,
        stated_by=names(chain),
        attribution=chain[-1].id if chain else None,
        part_of=whole if count.part else None,
    )


def voices(attributions: Sequence[Attribution], start: int, end: int) -> tuple[Attribution, ...]:
    """The attributions whose content holds `start`:`end`, outermost first."""
    holding = [a for a in attributions if a.content.holds(start, end)]
    if not holding:
        return ()
    outer = {a.parent for a in holding}
    leaves = [a for a in holding if a.id not in outer] or holding
    innermost = min(leaves, key=lambda a: (a.content.end - a.content.start, -a.content.start))
    by_id = {a.id: a for a in attributions}
    found = [innermost]
    while (parent := by_id.get(found[-1].parent or "")) is not None and parent not in found:
        found.append(parent)
    return tuple(reversed(found))


def names(chain: Sequence[Attribution]) -> tuple[str, ...]:
    """The names of a chain, outermost first; one who is repeated stands once."""
    found: list[str] = []
    for attribution in chain:
        if attribution.entity is not None and (not found or found[-1] != attribution.entity.name):
            found.append(attribution.entity.name)
    return tuple(found)


def _span(document: Document, line: Line, first: int, last: int) -> Span:
    return Span.cut(document.text, line.spans[first][0], line.spans[max(last, first + 1) - 1][1])


def _counted(document: Document, line: Line, count: Count) -> Span:
    """The number with its approximator and noun, without an « and » that is written onto it."""
    span = _span(document, line, count.first, count.last)
    written_on = count.number.joined and count.first == count.number.bare and not span.text[0].isdecimal()
    return Span.cut(document.text, span.start + 1, span.end) if written_on else span


def _day(seen: Seen, count: Count, chain: Sequence[Attribution], attributions: Sequence[Attribution]) -> Day | None:
    """The nearest day of what is told of the count; the day of a statement stands beside the cue, outside its content."""
    line = seen.line
    free = []
    for day in seen.days:
        start, end = line.spans[day.first][0], line.spans[day.last - 1][1]
        if chain and not chain[-1].content.holds(start, end):
            continue
        grown = any(0 <= day.first - h.last <= 2 or 0 <= h.first - day.last <= 2 for h in line.of("reached"))
        if day.known and not grown and not _beside_cue(seen, day, attributions):
            free.append(day)
    nearest = min(free, key=lambda day: (_apart(day.first, day.last, count), day.first), default=None)
    return nearest or next((day for day in seen.days if day.kind == "span" and not day.known), None)


def _beside_cue(seen: Seen, day: Day, attributions: Sequence[Attribution]) -> bool:
    """Whether the day stands with a cue, in one clause with no deed: « сообщил в субботу министр »."""
    line = seen.line
    for attribution in attributions:
        if attribution.cue is None or not line.start <= attribution.cue.start < line.end:
            continue
        cue = line.word_at(attribution.cue.start)
        low, high = (day.last - 1, cue) if day.first < cue else (cue, day.first)
        start, end = line.spans[day.first][0], line.spans[day.last - 1][1]
        told = any(line.at(n, "done", "did", "doing") for n in range(low, high))
        told = told or any(low <= count.first < high for count in seen.counts)
        if not line.parted(low, high) and not (told and attribution.content.holds(start, end)):
            return True
    return False


def _spot(seen: Seen, count: Count, chain: Sequence[Attribution]) -> Spot | None:
    """The most exact of the places that stand nearest to the count."""
    line = seen.line
    free = []
    for spot in seen.spots:
        if not chain or chain[-1].content.holds(line.spans[spot.first][0], line.spans[spot.last - 1][1]):
            free.append(spot)
    if not free:
        return None
    others = [c for c in seen.counts if c is not count and not c.part]

    def crossed(spot: Spot) -> bool:
        low, high = (spot.last, count.first) if spot.first < count.first else (count.last, spot.first)
        return any(low <= c.first < high for c in others)

    near = [spot for spot in free if not crossed(spot)] or free
    nearest = min(near, key=lambda spot: _apart(spot.first, spot.last, count))
    run = [nearest]
    for spot in sorted(near, key=lambda s: abs(s.first - nearest.first)):
        close = (
            min(abs(spot.first - other.last) for other in run) <= 6
            or min(abs(other.first - spot.last) for other in run) <= 6
        )
        if spot not in run and close:
            run.append(spot)
    known = [spot for spot in run if spot.place is not None]
    if not known:
        return nearest
    return min(known, key=lambda spot: (_rank(spot), _apart(spot.first, spot.last, count)))


def _there(seen: Seen, earlier: Sequence[Seen]) -> tuple[Line, Spot] | None:
    """The place of which the sentences before tell, and its sentence, where « там же » stands."""
    if not seen.line.of("there"):
        return None
    for other in reversed(earlier):
        if known := [spot for spot in other.spots if spot.place is not None]:
            return other.line, min(known, key=_rank)
    return None


def _rank(spot: Spot) -> int:
    assert spot.place is not None
    return _EXACT.index(spot.place.precision)


def _apart(first: int, last: int, count: Count) -> int:
    return count.first - last if first < count.first else first - count.last


def _scope(line: Line, before: Sequence[Seen], count: Count, day: Day | None) -> Scope:
    effect = count.effect
    if day is not None and day.kind == "since":
        return "period"
    near = [line, *(other.line for other in before[-1:])]
    if day is None and any(h.value == "total" for each in near for h in each.of("times")):
        return "total"
    length = _length(day)
    if length is not None and length > _MOMENT:
        return "period"
    if day is None and (effect in _LASTING or (effect in _STATES and count.told == count.number.bare)):
        return "total"
    if day is not None and not day.known and effect in _SUDDEN:
        return "incident"  # « за три дня извлечены тела … »: they may have died in one hour
    return "period" if day is not None and day.kind in ("span", "month") else "incident"


def _length(day: Day | None) -> int | None:
    if day is None or day.date_from is None or day.date_to is None:
        return None
    first, last = (_ordinal(iso) for iso in (day.date_from, day.date_to))
    return last - first + 1


def _ordinal(iso: str) -> int:
    return dt.date.fromisoformat(iso).toordinal()
