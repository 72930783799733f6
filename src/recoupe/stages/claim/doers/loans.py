"""Loans: whether a party told for one incident may be lent to another: not to one at another place, or on another day."""

import math
from collections.abc import Sequence
from datetime import date
from typing import NamedTuple

from recoupe.model.annotation import Annotations, Place, Sentence
from recoupe.model.figure import Figure

_NEAR = 30
"""Kilometres between a town and what lies around it."""
_FAR = 150
"""Kilometres from the middle of a region to what lies in it."""
_WIDE = frozenset({"country", "wide"})
_LATELY = 20
"""Within how many days in one town people die of their wounds, or whoever struck strikes again."""
_LONG = 45
"""More days than one deed takes."""
_KM = 111.2


class Scene(NamedTuple):
    """Where and when something was done; None where it is not told."""

    place: Place | None
    date_from: str | None
    date_to: str | None


class Loans:
    """What the sentences of one article tell of who did what, and where: it remembers the scenes of each party."""

    def __init__(self) -> None:
        self.told: set[str] = set()
        """The ids of the figures that the text itself lays at somebody's door."""
        self._scenes: dict[str, list[Scene]] = {}
        self._harmed: dict[str, set[bool]] = {}
        """Whether those whom a party is told to have harmed were fighters."""

    def tell(self, party: str, figure: Figure, *, spread: bool) -> None:
        """Takes in a figure that the text itself lays at the door of a party; where several places were hit, with none."""
        self.told.add(figure.id)
        scene = scene_of(figure)
        self._scenes.setdefault(party, []).append(scene._replace(place=None) if spread else scene)
        self._harmed.setdefault(party, set()).add(figure.group == "combatants")

    def tell_scenes(self, party: str, scenes: Sequence[Scene]) -> None:
        """Takes in where and when a sentence without figures of its own says that a party attacked."""
        self._scenes.setdefault(party, []).extend(scenes)

    def only_fought(self, party: str) -> bool:
        """Whether all those whom the party is told to have killed were fighters."""
        return self._harmed.get(party) == {True}

    def has_acted_in(self, party: str, country: str | None) -> bool:
        """Whether a deed of the party is told of a country."""
        return any(s.place is not None and s.place.country == country for s in self._scenes.get(party, ()))

    def has_only_acted_outside(self, party: str, country: str | None) -> bool:
        """Whether all deeds of the party are told of other countries."""
        lands = {s.place.country for s in self._scenes.get(party, ()) if s.place is not None} - {None}
        return country is not None and bool(lands) and country not in lands

    def is_apart(self, figure: Figure, party: str, *, both: bool) -> bool:
        """Whether the incident is none of those told of the party: at another place or on another day.

        With `both`, at another place and on another day.
        """
        own, told = scene_of(figure), self._scenes.get(party, ())
        apart = False
        for scene in told:
            elsewhere, another_day = is_elsewhere(own, scene), is_another_day(own, scene)
            if (elsewhere and another_day) if both else (elsewhere or another_day):
                apart = True
            elif is_same(own, scene):
                return False
        return apart

    def is_of_another_day(self, figure: Figure, party: str) -> bool:
        """Whether the party is told to have done nothing on the day of the incident, but on others."""
        told = self._scenes.get(party, ())
        return bool(told) and all(days_between(scene_of(figure), scene) > 0 for scene in told)

    def only_sums(self, party: str) -> bool:
        """Whether the party is only told to have killed so many in months or years."""
        told = self._scenes.get(party, ())
        return bool(told) and all(_days(scene) > _LONG for scene in told)

    def sums_up(self, figure: Figure, party: str) -> bool:
        """Whether the figure counts the victims of months, where the party is only told to have done single deeds."""
        told = self._scenes.get(party, ())
        long = figure.scope != "incident" and _days(scene_of(figure)) > _LONG
        return long and bool(told) and all(s.date_from is not None and _days(s) <= _LONG for s in told)


def scene_of(figure: Figure) -> Scene:
    """Where and when those counted came to harm."""
    return Scene(figure.place, figure.date_from, figure.date_to)


def scenes_in(sentence: Sentence, annotations: Annotations) -> list[Scene]:
    """Where, and when, a sentence says that it is: each of its towns with its first day."""
    inside = range(sentence.start, sentence.end)
    time = next((t for t in annotations.times if t.span.start in inside and t.date_from and t.kind == "point"), None)
    days = (time.date_from, time.date_to) if time is not None else (None, None)
    places = [r.place for r in annotations.places if r.span.start in inside and r.place is not None]
    return [Scene(place, *days) for place in places if place.precision not in _WIDE]


def is_same(one: Scene, other: Scene) -> bool:
    """Whether two scenes share their place or their day, as far as both are told."""
    place = one.place is not None and other.place is not None and one.place.precision not in _WIDE
    return (place and not is_elsewhere(one, other)) or bool(one.date_from and one.date_from == other.date_from)


def is_elsewhere(one: Scene, other: Scene) -> bool:
    """Whether two scenes are at different places, neither of which lies in the other."""
    a, b = one.place, other.place
    if a is None or b is None or a.id == b.id or a.id in b.parents or b.id in a.parents:
        return False
    if a.country is not None and b.country is not None and a.country != b.country:
        return True
    if {a.precision, b.precision} & _WIDE or a.lat is None or b.lat is None or a.lon is None or b.lon is None:
        return False
    east = (a.lon - b.lon) * math.cos(math.radians(a.lat))
    return math.hypot(a.lat - b.lat, east) * _KM > (_FAR if "region" in (a.precision, b.precision) else _NEAR)


def is_another_day(one: Scene, other: Scene) -> bool:
    """Whether two scenes lie on different days, in one town weeks apart."""
    town = one.place is not None and one.place == other.place and one.place.precision not in _WIDE
    return days_between(one, other) > (_LATELY if town else 0)


def days_between(one: Scene, other: Scene) -> int:
    """How many days lie between two scenes; 0 where they meet, or where their days are not told."""
    if not (one.date_from and one.date_to and other.date_from and other.date_to):
        return 0
    first, second = sorted(((one.date_from, one.date_to), (other.date_from, other.date_to)))
    return max(0, (date.fromisoformat(second[0]) - date.fromisoformat(first[1])).days)


def _days(scene: Scene) -> int:
    """How many days a scene lasts; 0 where it is not told."""
    if scene.date_from is None or scene.date_to is None:
        return 0
    return (date.fromisoformat(scene.date_to) - date.fromisoformat(scene.date_from)).days
