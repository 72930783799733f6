"""Late parties: figures that get their party from what the article says elsewhere, later on or below the headline."""

from collections.abc import Callable, Mapping, Sequence, Set
from dataclasses import replace
from datetime import date

from recoupe.model.figure import Figure
from recoupe.stages.claim.counts.counts import Count
from recoupe.stages.claim.words.agents import VIOLENT

_MANY = 1000
"""No more victims than these a series of attacks makes of which no day is told."""
_LONG = 365
"""More days before lie other wars."""


def filled(figures: Sequence[Figure], author: str, loose: Set[str], own: Set[str]) -> list[Figure]:
    """The figures, those of one event of violence without a party laid at the door of `author`, blamed for it later.

    So are those of a party in `loose`, but not those by the ids `own`, whom the authors lost themselves.
    """
    return [replace(f, perpetrator=author) if f.id not in own and _is_open(f, loose) else f for f in figures]


def cleared(figures: Sequence[Figure], accused: str) -> list[Figure]:
    """The figures, those of one event whose author was only `accused` without a party, as the other side is accused too."""
    return [replace(f, perpetrator=None) if f.perpetrator == accused and f.scope == "incident" else f for f in figures]


def struck(
    figures: Sequence[Figure], counts: Mapping[str, Count], striker: Callable[[Figure, Count], str | None]
) -> list[Figure]:
    """The figures, those of nobody with who alone strikes in the article; `counts` are what they were made of, by id."""
    days = [date.fromisoformat(f.date_to) for f in figures if f.date_to is not None and f.perpetrator is not None]
    first = min(days, default=date.min)
    found: list[Figure] = []
    for f in figures:
        open_ = f.perpetrator is None and f.id in counts and f.reality != "denied" and not _is_long_before(f, first)
        author = striker(f, counts[f.id]) if open_ else None
        found.append(f if author is None else replace(f, perpetrator=author))
    return found


def _is_long_before(figure: Figure, first: date) -> bool:
    """Whether the harm was done long before the first that is laid at anybody's door."""
    return figure.date_to is not None and (first - date.fromisoformat(figure.date_to)).days > _LONG


def _is_open(figure: Figure, loose: Set[str]) -> bool:
    nobody = figure.perpetrator is None or figure.perpetrator in loose
    # who fled one event fled its author
    undated = figure.date_from is None and figure.date_to is None and (figure.value or _MANY) < _MANY
    one_day = figure.date_from == figure.date_to and (figure.date_from is not None or undated)
    harmed = figure.effect in VIOLENT or figure.effect == "displaced"
    return nobody and harmed and (figure.scope == "incident" or (figure.scope == "period" and one_day))


def headlines(figures: Sequence[Figure], titled: Set[str]) -> list[Figure]:
    """The figures, those of headlines with the party of the first figure of the same effect below.

    `titled` are the ids of the figures that stand in headlines.
    """
    found: list[Figure] = []
    for figure in figures:
        if figure.id in titled and figure.perpetrator is None and figure.effect in VIOLENT:
            below = [f for f in figures if f.id not in titled and f.effect == figure.effect]
            # the same count, else an incident's, else any
            below.sort(key=lambda f: (f.value != figure.value, f.scope != "incident"))
            # « Cinq soldats et 86 rebelles tués »: the five soldiers below are not the 86
            of_another = below and below[0].value != figure.value and below[0].value in _values(figures, titled, figure)
            figure = replace(figure, perpetrator=below[0].perpetrator if below and not of_another else None)
        found.append(figure)
    return found


def _values(figures: Sequence[Figure], titled: Set[str], figure: Figure) -> Set[float | None]:
    """How many the headlines count besides those of a figure, to whom the same befell."""
    return {f.value for f in figures if f.id in titled and f.id != figure.id and f.effect == figure.effect}
