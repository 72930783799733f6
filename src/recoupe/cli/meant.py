"""The records that a person means by the words typed, or one clear sentence when there is none, or more than one."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from recoupe.cli.context import Context
from recoupe.errors import InputError

if TYPE_CHECKING:
    from recoupe.model.annotation import Place
    from recoupe.store.view import View


def figure(context: Context, view: "View", given: str) -> str:
    """The id of a Figure: an id, the beginning of one, or `DOCUMENT:f3`."""
    ids = view.figure_ids(given)
    if len(ids) == 1:
        return ids[0]
    raise InputError(context.say("error.figures" if ids else "error.figure", given=given))


def incident(context: Context, view: "View", given: str) -> str:
    """The id of an Incident: an id, the beginning of one, or one of its Figures."""
    ids = view.incident_ids(given)
    if len(ids) == 1:
        return ids[0]
    raise InputError(context.say("error.incidents" if ids else "error.incident", given=given))


def figures(context: Context, view: "View", given: Sequence[str]) -> tuple[str, ...]:
    """The ids of Figures, in order: each a Figure, or an Incident with all its Figures."""
    found: list[str] = []
    for words in given:
        ids = view.incident_ids(words) if words.startswith("incident-") else []
        found.extend(view.incident(ids[0]).figures if len(ids) == 1 else [figure(context, view, words)])
    return tuple(sorted(set(found)))


def point(context: Context, given: str) -> "tuple[Place, float, float]":
    """The place that the gazetteer finds first under a name, with its degrees; one without coordinates is none."""
    from recoupe import gazetteers

    for each in gazetteers.load().places.lookup(given):
        if each.lat is not None and each.lon is not None:
            return each, each.lat, each.lon
    raise InputError(context.say("error.no_place", given=given))
